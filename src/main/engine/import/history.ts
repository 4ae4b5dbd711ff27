// What an import changed about deals that were known, and what one deal was in each export: states of the store, told apart as the
// preview of an import does.
import type { Reader } from '#engine/db.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import { changeKindsOf, type DealState, DifferenceBook } from '#shared/import/plan/differences.ts'
import { HomeRates } from '#shared/import/plan/home-rates.ts'
import type { DealChange, DealChangeKind, Differences, FieldChange, ImportId } from '#shared/import/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import {
  type DealLabel,
  type DealNames,
  findDealLabel,
  type ImportHead,
  listAllRates,
  listChangedStates,
  listDealImports,
  listExportDeals,
  listRemovedDeals,
  listStates,
  listStatesOf,
  loadDealNames,
  type StoredState
} from './store-history.ts'
import { findImportCommand, listSeenDeals } from './store-undo-log.ts'

const statusOf = (state: StoredState, names: DealNames): StageStatus =>
  names.stages.get(state.stage ?? 0)?.status ?? 'open'

const toDealState = (state: StoredState, names: DealNames): DealState => ({
  status: statusOf(state, names),
  stage: state.stage ?? 0,
  stageOrder: names.stages.get(state.stage ?? 0)?.position ?? null,
  seller: state.seller,
  amountMinor: state.amountMinor,
  currency: state.currency,
  closeOn: state.closeOn
})

/** A version without a difference in what it keeps was written because some other field changed. */
function kindsOf(before: StoredState, after: StoredState, names: DealNames): DealChangeKind[] {
  const kinds = changeKindsOf(toDealState(before, names), toDealState(after, names), before.account !== after.account)
  return kinds.length === 0 ? ['other'] : kinds
}

function fieldChanges(before: StoredState, after: StoredState, names: DealNames): FieldChange[] {
  const changes: FieldChange[] = []
  const add = (field: string, old: string | number | null, now: string | number | null): void => {
    if (old !== now) changes.push({ field, before: old, after: now })
  }
  const stage = (state: StoredState): string | null => names.stages.get(state.stage ?? 0)?.name ?? null
  const seller = (state: StoredState): string | null => names.sellers.get(state.seller ?? 0) ?? null
  const account = (state: StoredState): string | null => names.accounts.get(state.account ?? 0) ?? null
  if (before.stage !== after.stage) add('stage', stage(before), stage(after))
  if (before.seller !== after.seller) add('seller', seller(before), seller(after))
  if (before.account !== after.account) add('account', account(before), account(after))
  add('amount', before.amountMinor, after.amountMinor)
  add('currency', before.currency, after.currency)
  add('closeOn', before.closeOn, after.closeOn)
  return changes
}

function writeChange(
  label: DealLabel,
  kinds: DealChangeKind[],
  before: StoredState | null,
  after: StoredState | null,
  names: DealNames
): DealChange {
  const state = after ?? before
  if (state === null) throw new Error('a change has a state before or after it')
  return {
    opportunityId: state.deal,
    externalId: label.externalId,
    label: label.name ?? label.externalId ?? names.accounts.get(state.account ?? 0) ?? `#${state.deal}`,
    accountName: names.accounts.get(state.account ?? 0) ?? null,
    sellerName: names.sellers.get(state.seller ?? 0) ?? null,
    kinds,
    changes: before !== null && after !== null ? fieldChanges(before, after, names) : [],
    amountMinor: after?.amountMinor ?? null,
    beforeMinor: before?.amountMinor ?? null,
    currency: state.currency
  }
}

interface Noted {
  label: DealLabel | null
  kinds: DealChangeKind[]
  before: StoredState | null
  after: StoredState | null
}

/** What an import changed about deals that were known before it, new and vanished ones counted too. */
export function findDifferences(db: Reader, { id }: ImportHead, home: CurrencyCode): Differences {
  const names = loadDealNames(db)
  const rates = new HomeRates(home, listAllRates(db))
  const homeOf = (state: StoredState): number | null => rates.homeMinor(state, statusOf(state, names))
  const book = new DifferenceBook<Noted>()
  const note = (noted: Noted, isShown: boolean): void => {
    const { before, after } = noted
    const change = {
      kinds: noted.kinds,
      homeMinor: after === null ? null : homeOf(after),
      homeBeforeMinor: before === null ? null : homeOf(before),
      closeBefore: before?.closeOn ?? null,
      closeAfter: after?.closeOn ?? null
    }
    if (isShown) book.note(change, noted)
    else book.note(change)
  }
  const imports = listDealImports(db)
  const own = imports.filter((each) => each.id === id)
  const earlier = imports.filter((each) => each.id < id)
  const seen = listSeenDeals(db, id)
  const changed = listChangedStates(db, id)
  for (const { before, after } of changed)
    note({ label: null, kinds: kindsOf(before, after, names), before, after }, true)

  const known = new Set(changed.map(({ before }) => before.deal as number))
  for (const earlierId of new Set(earlier.map((each) => each.id)))
    for (const deal of listSeenDeals(db, earlierId)) known.add(deal)
  const states = listStates(db, id, seen)
  for (const after of states)
    if (!known.has(after.deal)) note({ label: null, kinds: ['new'], before: null, after }, false)

  const shapes = new Set(own.map((each) => each.shape))
  const since = earlier.filter((each) => each.shape !== null && shapes.has(each.shape)).at(-1)
  for (const { label, state } of findVanished(db, id, since?.id, seen, states))
    note({ label, kinds: ['vanished'], before: state, after: null }, true)
  return book.report(
    since === undefined ? null : { importId: since.id, importedAt: since.importedAt },
    ({ label, kinds, before, after }) => writeChange(label ?? labelOf(db, before ?? after), kinds, before, after, names)
  )
}

const labelOf = (db: Reader, state: StoredState | null): DealLabel =>
  state === null ? { externalId: null, name: null } : findDealLabel(db, state.deal)

/**
 * Deals that the earlier export of the same shape held and this one does not, as far as their close date lies within the file's: a
 * file of one quarter says nothing of another. Those that the import took out are among them.
 */
function findVanished(
  db: Reader,
  importId: ImportId,
  sinceId: ImportId | undefined,
  seen: ReadonlySet<number>,
  states: readonly StoredState[]
): { label: DealLabel | null; state: StoredState }[] {
  const commandId = findImportCommand(db, importId)
  const removed = commandId === undefined ? [] : listRemovedDeals(db, commandId)
  const gone: { label: DealLabel | null; state: StoredState }[] = removed.map(({ externalId, name, ...state }) => ({
    label: { externalId, name },
    state
  }))
  if (sinceId === undefined) return gone
  const days = states.flatMap((state) => (state.closeOn === null ? [] : [state.closeOn])).sort()
  const [first, last] = [days[0], days.at(-1)]
  const missing = new Set([...listExportDeals(db, sinceId)].filter((deal) => !seen.has(deal)))
  const taken = new Set(removed.map((state) => state.deal))
  for (const state of missing.size === 0 ? [] : listStates(db, importId, missing)) {
    const isWithin =
      state.closeOn === null ||
      (first !== undefined && last !== undefined && state.closeOn >= first && state.closeOn <= last)
    // A number used again belongs to another deal: the one that was there is among the removed.
    if (isWithin && !taken.has(state.deal)) gone.push({ label: null, state })
  }
  return gone
}

/** The states that one deal had, the newest first: what each import changed about it, and the import that brought it. */
export function findDealHistory(
  db: Reader,
  deal: OpportunityId
): (DealChange & { importId: ImportId; importedAt: string; fileName: string | null })[] {
  const names = loadDealNames(db)
  const label = findDealLabel(db, deal)
  const imports = listDealImports(db)
  const states = listStatesOf(db, deal)
  const first = imports.find((each) => listSeenDeals(db, each.id).has(deal))
  const steps: { importId: ImportId; before: StoredState | null; after: StoredState }[] = []
  let before: StoredState | null = null
  let from: ImportId | undefined = first?.id
  for (const { until, ...state } of states) {
    if (from !== undefined) steps.push({ importId: from, before, after: state })
    before = state
    from = until ?? undefined
  }
  return steps.reverse().flatMap(({ importId, before: old, after }) => {
    const made = imports.find((each) => each.id === importId)
    if (made === undefined) return []
    const kinds: DealChangeKind[] = old === null ? ['new'] : kindsOf(old, after, names)
    return [
      {
        ...writeChange(label, kinds, old, after, names),
        importId,
        importedAt: made.importedAt,
        fileName: made.fileName
      }
    ]
  })
}
