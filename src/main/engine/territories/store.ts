// The rows of territories: the tree, which account lies where, and who covers what. Figures of accounts come from the CRM's store.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type {
  Assignment,
  AssignmentId,
  Coverage,
  CoverageId,
  PlacementEvidence,
  PlacementSource,
  TerritoryId,
  TerritoryRecord
} from '#shared/territories/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'

export interface StoredTerritory extends TerritoryRecord {
  scenarioId: ScenarioId
}

const TERRITORY = `SELECT t.id, t.scenario_id AS scenarioId, t.parent_id AS parentId, t.name, t.position, t.kind, t.team_id AS teamId,
  m.name AS teamName, t.from_on AS fromOn, t.to_on AS toOn, t.capacity_ratio AS capacityRatio,
  t.base_longitude AS lon, t.base_latitude AS lat, t.base_label AS label
  FROM territories t LEFT JOIN teams m ON m.id = t.team_id`

interface TerritoryColumns extends Omit<StoredTerritory, 'pinnedBase'> {
  lon: number | null
  lat: number | null
  label: string | null
}

const toTerritory = ({ lon, lat, label, ...row }: TerritoryColumns): StoredTerritory => ({
  ...row,
  pinnedBase: lon === null || lat === null ? null : { lon, lat, label: label ?? '' }
})

export const listTerritories = (db: Reader, scenarioId: ScenarioId): StoredTerritory[] =>
  db
    .all<TerritoryColumns>(`${TERRITORY} WHERE t.scenario_id = :scenarioId ORDER BY t.position, t.id`, { scenarioId })
    .map(toTerritory)

export const findTerritory = (db: Reader, id: TerritoryId): StoredTerritory | undefined => {
  const row = db.get<TerritoryColumns>(`${TERRITORY} WHERE t.id = :id`, { id })
  return row && toTerritory(row)
}

/** What a new territory must say; the rest is as usual: a main territory, always there, of usual capacity, with its base in the middle. */
export type NewTerritory = Pick<StoredTerritory, 'scenarioId' | 'parentId' | 'name' | 'teamId' | 'position'> &
  Partial<TerritoryFields>

export type TerritoryFields = Pick<
  TerritoryRecord,
  'kind' | 'teamId' | 'fromOn' | 'toOn' | 'capacityRatio' | 'pinnedBase'
>

const columnsOf = ({ kind, teamId, fromOn, toOn, capacityRatio, pinnedBase }: Partial<TerritoryFields>) => ({
  ...(kind === undefined ? {} : { kind }),
  ...(teamId === undefined ? {} : { team_id: teamId }),
  ...(fromOn === undefined ? {} : { from_on: fromOn }),
  ...(toOn === undefined ? {} : { to_on: toOn }),
  ...(capacityRatio === undefined ? {} : { capacity_ratio: capacityRatio }),
  ...(pinnedBase === undefined
    ? {}
    : {
        base_longitude: pinnedBase?.lon ?? null,
        base_latitude: pinnedBase?.lat ?? null,
        base_label: pinnedBase?.label ?? null
      })
})

export const insertTerritory = (db: Writer, row: NewTerritory): TerritoryId =>
  db.insert('territories', {
    ...columnsOf(row),
    scenario_id: row.scenarioId,
    parent_id: row.parentId,
    name: row.name,
    position: row.position
  }) as TerritoryId

export const changeTerritory = (db: Writer, id: TerritoryId, fields: Partial<TerritoryFields>): void =>
  db.update('territories', id, columnsOf(fields))

export const renameTerritory = (db: Writer, id: TerritoryId, name: string): void =>
  db.update('territories', id, { name })

export const moveTerritory = (db: Writer, id: TerritoryId, parentId: TerritoryId | null): void =>
  db.update('territories', id, { parent_id: parentId })

/** Takes a territory away with its assignments and coverage; those below it move up to the one above. */
export const removeTerritory = (db: Writer, territory: StoredTerritory): void => {
  db.run('UPDATE territories SET parent_id = :parentId WHERE parent_id = :id', {
    parentId: territory.parentId,
    id: territory.id
  })
  db.remove('territories', territory.id)
}

/** Puts all territories of a scenario at the top: one above another could not go with the scenario before the one below. */
export const untieTerritories = (db: Writer, scenarioId: ScenarioId): void => {
  db.run('UPDATE territories SET parent_id = NULL WHERE scenario_id = :scenarioId AND parent_id IS NOT NULL', {
    scenarioId
  })
}

interface AssignmentRecord extends Omit<Assignment, 'evidence'> {
  ruleJson: string | null
}

const ASSIGNMENT = `SELECT id, territory_id AS territoryId, account_id AS accountId, source, rule_json AS ruleJson, reason,
  from_on AS fromOn, to_on AS toOn FROM territory_accounts`

/** Evidence is read when it is asked for: most who list assignments ask for that of few or none. */
const toAssignment = (row: AssignmentRecord): Assignment => ({
  id: row.id,
  territoryId: row.territoryId,
  accountId: row.accountId,
  source: row.source,
  reason: row.reason,
  fromOn: row.fromOn,
  toOn: row.toOn,
  get evidence() {
    return row.ruleJson === null ? null : (JSON.parse(row.ruleJson) as PlacementEvidence)
  }
})

/** Here for the test of their query plans. */
export const placementSql = {
  assignments: `${ASSIGNMENT} WHERE scenario_id = :scenarioId ORDER BY account_id, id`,
  placements: `SELECT a.account_id AS accountId, a.territory_id AS territoryId
    FROM territory_accounts a JOIN territories t ON t.id = a.territory_id
    WHERE a.scenario_id = :scenarioId AND t.kind = 'main'
      AND (a.from_on IS NULL OR a.from_on <= :on) AND (a.to_on IS NULL OR a.to_on >= :on)
      AND (t.from_on IS NULL OR t.from_on <= :on) AND (t.to_on IS NULL OR t.to_on >= :on)
    ORDER BY a.account_id, a.id`
} as const

export const listAssignments = (db: Reader, scenarioId: ScenarioId): Assignment[] =>
  db.all<AssignmentRecord>(placementSql.assignments, { scenarioId }).map(toAssignment)

/** Which account lies in which main territory on a day; for the domains that read territories. Overlays lie beside and are left out. */
export const listPlacements = (
  db: Reader,
  scenarioId: ScenarioId,
  on: IsoDate
): { accountId: AccountId; territoryId: TerritoryId }[] => db.all(placementSql.placements, { scenarioId, on })

/** Where assignments are taken away: from all main territories, or from one territory alone. */
export type AssignmentScope = 'main' | TerritoryId

const scopeSql = `(CASE WHEN :territoryId IS NULL
  THEN territory_id IN (SELECT id FROM territories WHERE scenario_id = :scenarioId AND kind = 'main')
  ELSE territory_id = :territoryId END)`

/**
 * Takes accounts out of territories, altogether or from a day on.
 *
 * @param fromOn what holds before that day stays until the day before; null takes all of it away
 * @returns how many accounts were in one
 */
export function removeAssignments(
  db: Writer,
  scenarioId: ScenarioId,
  accountIds: readonly AccountId[],
  scope: AssignmentScope,
  fromOn: IsoDate | null = null
): number {
  const params = {
    scenarioId,
    territoryId: scope === 'main' ? null : scope,
    accountIds: JSON.stringify(accountIds),
    fromOn,
    lastOn: fromOn === null ? null : addDays(fromOn, -1)
  }
  const which = `FROM territory_accounts WHERE scenario_id = :scenarioId AND ${scopeSql}
    AND account_id IN (SELECT value FROM json_each(:accountIds)) AND (:fromOn IS NULL OR to_on IS NULL OR to_on >= :fromOn)`
  const found = db.get<{ accounts: number }>(`SELECT count(DISTINCT account_id) AS accounts ${which}`, params)
  if (fromOn !== null)
    db.run(
      `UPDATE territory_accounts SET to_on = :lastOn WHERE id IN
        (SELECT id ${which} AND (from_on IS NULL OR from_on < :fromOn))`,
      params
    )
  db.run(`DELETE ${which}`, params)
  return found?.accounts ?? 0
}

/** Takes everything out of main territories but accounts that have a placement of one of the sources: those stay as they are. */
export const clearAssignments = (db: Writer, scenarioId: ScenarioId, kept: readonly PlacementSource[]): number =>
  db.run(
    `DELETE FROM territory_accounts WHERE scenario_id = :scenarioId AND ${scopeSql} AND account_id NOT IN
      (SELECT account_id FROM territory_accounts WHERE scenario_id = :scenarioId AND ${scopeSql}
        AND source IN (SELECT value FROM json_each(:kept)))`,
    { scenarioId, territoryId: null, kept: JSON.stringify(kept) }
  )

export const removeAssignmentsById = (db: Writer, ids: readonly AssignmentId[]): number =>
  db.run('DELETE FROM territory_accounts WHERE id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) })

/** Says anew what placements rest on. */
export const updateEvidence = (
  db: Writer,
  rows: readonly { readonly id: AssignmentId; readonly evidence: PlacementEvidence }[]
): void =>
  db.updateMany(
    'territory_accounts',
    ['rule_json'],
    rows.map(({ id, evidence }) => [id, JSON.stringify(evidence)])
  )

const assignmentColumns = [
  'scenario_id',
  'territory_id',
  'account_id',
  'source',
  'rule_json',
  'reason',
  'from_on',
  'to_on'
]

export const insertAssignments = (db: Writer, scenarioId: ScenarioId, rows: Iterable<Omit<Assignment, 'id'>>): void => {
  db.insertMany('territory_accounts', assignmentColumns, assignmentRows(scenarioId, rows))
}

function* assignmentRows(scenarioId: ScenarioId, rows: Iterable<Omit<Assignment, 'id'>>): Generator<SqlValue[]> {
  for (const row of rows) {
    const evidence = row.evidence === null ? null : JSON.stringify(row.evidence)
    yield [scenarioId, row.territoryId, row.accountId, row.source, evidence, row.reason, row.fromOn, row.toOn]
  }
}

const COVERAGE = `SELECT c.id, c.territory_id AS territoryId, c.seller_id AS sellerId, s.name AS sellerName, s.role,
  c.from_on AS fromOn, c.to_on AS toOn, c.share_ratio AS shareRatio, c.note, s.left_on AS leftOn
  FROM territory_sellers c JOIN sellers s ON s.id = c.seller_id`

export const listCoverage = (db: Reader, scenarioId: ScenarioId): Coverage[] =>
  db.all<Coverage>(`${COVERAGE} WHERE c.scenario_id = :scenarioId ORDER BY s.name COLLATE NOCASE, c.from_on, c.id`, {
    scenarioId
  })

export const findCoverage = (db: Reader, id: CoverageId): Coverage | undefined =>
  db.get<Coverage>(`${COVERAGE} WHERE c.id = :id`, { id })

/** A part of null is shared with others, without fixed parts. */
export type CoverageFields = Pick<Coverage, 'fromOn' | 'toOn' | 'shareRatio' | 'note'>

const coverageColumns = ({ fromOn, toOn, shareRatio, note }: CoverageFields) => ({
  from_on: fromOn,
  to_on: toOn,
  share_ratio: shareRatio,
  note
})

export const insertCoverage = (
  db: Writer,
  row: { scenarioId: ScenarioId; territoryId: TerritoryId; sellerId: SellerId } & Pick<Coverage, 'fromOn' | 'toOn'> &
    Partial<CoverageFields>
): CoverageId =>
  db.insert('territory_sellers', {
    ...coverageColumns({ shareRatio: null, note: '', ...row }),
    scenario_id: row.scenarioId,
    territory_id: row.territoryId,
    seller_id: row.sellerId
  }) as CoverageId

export const updateCoverage = (db: Writer, id: CoverageId, fields: CoverageFields): void =>
  db.update('territory_sellers', id, coverageColumns(fields))

export const removeCoverage = (db: Writer, id: CoverageId): void => db.remove('territory_sellers', id)
