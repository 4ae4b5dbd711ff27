// The states of deals in earlier exports. A version row says what a deal was until an import; what it has been since stands in the next
// version or, where there is none, in the deal itself with its corrections taken off: history tells what the files said.
import type { Reader } from '#engine/db.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { ImportId } from '#shared/import/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { listSeenDeals } from './store-undo-log.ts'

/** What is kept of a deal for every export that changed it. */
export interface StoredState {
  deal: OpportunityId
  stage: number | null
  seller: number | null
  account: number | null
  amountMinor: number | null
  currency: CurrencyCode
  closeOn: IsoDate | null
}

/** A deal that an import changed: what it was, and what it has been since. */
export interface ChangedState {
  before: StoredState
  after: StoredState
}

export interface DealLabel {
  externalId: string | null
  name: string | null
}

const VERSION = `v.opportunity_id AS deal, v.stage_id AS stage, v.seller_id AS seller, v.account_id AS account,
  v.amount_minor AS amountMinor, v.currency, v.close_on AS closeOn`
const DEAL = `o.id AS deal, o.stage_id AS stage, o.seller_id AS seller, o.account_id AS account, o.amount_minor AS amountMinor,
  o.currency, o.close_on AS closeOn`

const fieldOf: Readonly<Record<string, Exclude<keyof StoredState, 'deal'>>> = {
  stageId: 'stage',
  sellerId: 'seller',
  accountId: 'account',
  amountMinor: 'amountMinor',
  currency: 'currency',
  closeOn: 'closeOn'
}

/** The deals of an export: those that its files hold, and those of its rows that were mended in quarantine and taken later. */
export function listExportDeals(db: Reader, importId: ImportId): Set<number> {
  const deals = listSeenDeals(db, importId)
  for (const row of db.all<{ ranges: string }>(
    `SELECT DISTINCT s.ranges_json AS ranges
      FROM import_files f JOIN quarantine_rows q ON q.import_file_id = f.id
        JOIN imports t ON t.id = q.fixed_import_id AND t.undone_at IS NULL
        JOIN import_files r ON r.import_id = t.id AND r.sha256 = f.sha256 AND r.sheet IS f.sheet AND r.shape IS f.shape
        JOIN import_seen s ON s.import_file_id = r.id AND s.entity = 'opportunities'
      WHERE f.import_id = :importId`,
    { importId }
  ))
    for (const [first, last] of JSON.parse(row.ranges) as [number, number][])
      for (let id = first; id <= last; id++) deals.add(id)
  return deals
}

/** What the files said where a person has said otherwise, by deal. */
function loadImported(db: Reader): Map<number, Partial<StoredState>> {
  const imported = new Map<number, Partial<StoredState>>()
  for (const row of db.iterate<{ deal: number; field: string; json: string }>(
    'SELECT opportunity_id AS deal, field, imported_json AS json FROM corrections'
  )) {
    const field = fieldOf[row.field]
    if (field === undefined) continue
    imported.set(row.deal, { ...imported.get(row.deal), [field]: JSON.parse(row.json) })
  }
  return imported
}

const takeOff = (state: StoredState, imported: ReadonlyMap<number, Partial<StoredState>>): StoredState => {
  const said = imported.get(state.deal)
  return said === undefined ? state : { ...state, ...said }
}

/**
 * The deals of an export in the state they had then: the oldest version that held until a later import, else what the deal is.
 * Deals that were taken out of the workspace since are absent.
 */
export function listSnapshot(db: Reader, importId: ImportId): StoredState[] {
  return listStates(db, importId, listSeenDeals(db, importId))
}

/** The states of some deals right after an import. */
export function listStates(db: Reader, importId: ImportId, deals: ReadonlySet<number>): StoredState[] {
  const imported = loadImported(db)
  const then = new Map<number, StoredState>()
  for (const row of db.iterate<StoredState>(
    `SELECT ${VERSION} FROM opportunity_versions v WHERE v.until_import_id > :importId
      ORDER BY v.opportunity_id, v.until_import_id`,
    { importId }
  ))
    if (deals.has(row.deal) && !then.has(row.deal)) then.set(row.deal, row)
  const states: StoredState[] = []
  for (const row of db.iterate<StoredState>(`SELECT ${DEAL} FROM opportunities o ORDER BY o.id`))
    if (deals.has(row.deal)) states.push(then.get(row.deal) ?? takeOff(row, imported))
  return states
}

/** The deals that an import changed, with what they were before it and right after it. */
export function listChangedStates(db: Reader, importId: ImportId): ChangedState[] {
  const before = db.all<StoredState>(
    `SELECT ${VERSION} FROM opportunity_versions v WHERE v.until_import_id = :importId ORDER BY v.opportunity_id`,
    { importId }
  )
  const after = new Map(
    listStates(db, importId, new Set(before.map((state) => state.deal))).map((state) => [state.deal, state])
  )
  return before.flatMap((state) => {
    const now = after.get(state.deal)
    return now === undefined ? [] : [{ before: state, after: now }]
  })
}

/** The states of one deal, the oldest first; `until` null is what it is now, as the files say. */
export function listStatesOf(db: Reader, deal: OpportunityId): (StoredState & { until: ImportId | null })[] {
  const current = db.get<StoredState>(`SELECT ${DEAL} FROM opportunities o WHERE o.id = :deal`, { deal })
  if (current === undefined) return []
  const versions = db.all<StoredState & { until: ImportId }>(
    `SELECT ${VERSION}, v.until_import_id AS until FROM opportunity_versions v WHERE v.opportunity_id = :deal
      ORDER BY v.until_import_id`,
    { deal }
  )
  return [...versions, { ...takeOff(current, loadImported(db)), until: null }]
}

export interface ImportHead {
  id: ImportId
  importedAt: string
  undoneAt: string | null
}

export const findImportHead = (db: Reader, importId: ImportId): ImportHead | undefined =>
  db.get<ImportHead>('SELECT id, imported_at AS importedAt, undone_at AS undoneAt FROM imports WHERE id = :importId', {
    importId
  })

/**
 * Imports that still stand and have a table of deals, the oldest first. Rows of quarantine that were taken later are no export of their own:
 * they have no shape here, and nothing is missing in them.
 */
export const listDealImports = (db: Reader): (ImportHead & { fileName: string; shape: string | null })[] =>
  db.all(
    `SELECT i.id, i.imported_at AS importedAt, i.undone_at AS undoneAt, f.file_name AS fileName,
      iif(i.kind = 'files', f.shape, NULL) AS shape FROM imports i
      JOIN import_files f ON f.import_id = i.id
      WHERE f.entity = 'opportunities' AND i.undone_at IS NULL ORDER BY i.id, f.id`
  )

/** Deals that a command took out of the workspace, as they were. */
export const listRemovedDeals = (db: Reader, commandId: number): (StoredState & DealLabel)[] =>
  db.all(
    `SELECT x.row_id AS deal, x.before_json ->> 'external_id' AS externalId, x.before_json ->> 'name' AS name,
      x.before_json ->> 'stage_id' AS stage, x.before_json ->> 'seller_id' AS seller, x.before_json ->> 'account_id' AS account,
      x.before_json ->> 'amount_minor' AS amountMinor, x.before_json ->> 'currency' AS currency,
      x.before_json ->> 'close_on' AS closeOn
    FROM changes x WHERE x.command_id = :commandId AND x.table_name = 'opportunities' AND x.op = 'delete' ORDER BY x.id`,
    { commandId }
  )

export const findDealLabel = (db: Reader, deal: OpportunityId): DealLabel =>
  db.get<DealLabel>('SELECT external_id AS externalId, name FROM opportunities WHERE id = :deal', { deal }) ?? {
    externalId: null,
    name: null
  }

/** Names by id of what deals refer to, and what a stage means. */
export interface DealNames {
  stages: Map<number, { name: string; status: 'open' | 'won' | 'lost'; position: number }>
  sellers: Map<number, string>
  accounts: Map<number, string>
}

export function loadDealNames(db: Reader): DealNames {
  const names = (table: 'sellers' | 'accounts'): Map<number, string> =>
    new Map(db.all<{ id: number; name: string }>(`SELECT id, name FROM ${table}`).map((row) => [row.id, row.name]))
  return {
    stages: new Map(
      db
        .all<{ id: number; name: string; status: 'open' | 'won' | 'lost'; position: number }>(
          'SELECT id, name, status, position FROM stages'
        )
        .map(({ id, ...stage }) => [id, stage])
    ),
    sellers: names('sellers'),
    accounts: names('accounts')
  }
}

/** The imported amounts are in these currencies; rates for holding them against each other. */
export const listAllRates = (db: Reader): { from: CurrencyCode; to: CurrencyCode; validOn: IsoDate; rate: string }[] =>
  db.all('SELECT from_currency AS "from", to_currency AS "to", valid_on AS validOn, rate FROM exchange_rates')
