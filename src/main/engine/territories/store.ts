// The rows of territories: the tree, which account lies where, and who covers what. Figures of accounts come from the CRM's store.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type {
  Assignment,
  Coverage,
  CoverageId,
  PlacementEvidence,
  TerritoryId,
  TerritoryRecord
} from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export interface StoredTerritory extends TerritoryRecord {
  scenarioId: ScenarioId
}

const TERRITORY = `SELECT t.id, t.scenario_id AS scenarioId, t.parent_id AS parentId, t.name, t.position, t.team_id AS teamId,
  m.name AS teamName FROM territories t LEFT JOIN teams m ON m.id = t.team_id`

export const listTerritories = (db: Reader, scenarioId: ScenarioId): StoredTerritory[] =>
  db.all<StoredTerritory>(`${TERRITORY} WHERE t.scenario_id = :scenarioId ORDER BY t.position, t.id`, { scenarioId })

export const findTerritory = (db: Reader, id: TerritoryId): StoredTerritory | undefined =>
  db.get<StoredTerritory>(`${TERRITORY} WHERE t.id = :id`, { id })

export const insertTerritory = (
  db: Writer,
  row: { scenarioId: ScenarioId; parentId: TerritoryId | null; name: string; teamId: TeamId | null; position: number }
): TerritoryId =>
  db.insert('territories', {
    scenario_id: row.scenarioId,
    parent_id: row.parentId,
    name: row.name,
    team_id: row.teamId,
    position: row.position
  }) as TerritoryId

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

interface AssignmentRecord extends Omit<Assignment, 'evidence'> {
  ruleJson: string | null
}

const ASSIGNMENT = `SELECT id, territory_id AS territoryId, account_id AS accountId, source, rule_json AS ruleJson, reason,
  from_on AS fromOn, to_on AS toOn FROM territory_accounts`

const toAssignment = ({ ruleJson, ...row }: AssignmentRecord): Assignment => ({
  ...row,
  evidence: ruleJson === null ? null : (JSON.parse(ruleJson) as PlacementEvidence)
})

export const listAssignments = (db: Reader, scenarioId: ScenarioId): Assignment[] =>
  db
    .all<AssignmentRecord>(`${ASSIGNMENT} WHERE scenario_id = :scenarioId ORDER BY account_id, id`, { scenarioId })
    .map(toAssignment)

/** Which account lies in which territory on a day; for the domains that read territories. */
export const listPlacements = (
  db: Reader,
  scenarioId: ScenarioId,
  on: IsoDate
): { accountId: AccountId; territoryId: TerritoryId }[] =>
  db.all(
    `SELECT account_id AS accountId, territory_id AS territoryId FROM territory_accounts WHERE scenario_id = :scenarioId
      AND (from_on IS NULL OR from_on <= :on) AND (to_on IS NULL OR to_on >= :on) ORDER BY account_id, id`,
    { scenarioId, on }
  )

export const removeAssignments = (db: Writer, scenarioId: ScenarioId, accountIds: readonly AccountId[]): number =>
  db.run(
    `DELETE FROM territory_accounts WHERE scenario_id = :scenarioId
      AND account_id IN (SELECT value FROM json_each(:accountIds))`,
    { scenarioId, accountIds: JSON.stringify(accountIds) }
  )

/** Takes away what rules placed, and what was placed by hand too unless that is kept. */
export const clearAssignments = (db: Writer, scenarioId: ScenarioId, keepManual: boolean): number =>
  db.run(`DELETE FROM territory_accounts WHERE scenario_id = :scenarioId AND (source = 'rule' OR :keepManual = 0)`, {
    scenarioId,
    keepManual: keepManual ? 1 : 0
  })

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
  c.from_on AS fromOn, c.to_on AS toOn, s.left_on AS leftOn
  FROM territory_sellers c JOIN sellers s ON s.id = c.seller_id`

export const listCoverage = (db: Reader, scenarioId: ScenarioId): Coverage[] =>
  db.all<Coverage>(`${COVERAGE} WHERE c.scenario_id = :scenarioId ORDER BY s.name COLLATE NOCASE, c.from_on, c.id`, {
    scenarioId
  })

export const findCoverage = (db: Reader, id: CoverageId): Coverage | undefined =>
  db.get<Coverage>(`${COVERAGE} WHERE c.id = :id`, { id })

export const insertCoverage = (
  db: Writer,
  row: {
    scenarioId: ScenarioId
    territoryId: TerritoryId
    sellerId: SellerId
    fromOn: IsoDate | null
    toOn: IsoDate | null
  }
): CoverageId =>
  db.insert('territory_sellers', {
    scenario_id: row.scenarioId,
    territory_id: row.territoryId,
    seller_id: row.sellerId,
    from_on: row.fromOn,
    to_on: row.toOn
  }) as CoverageId

export const updateCoverage = (db: Writer, id: CoverageId, fromOn: IsoDate | null, toOn: IsoDate | null): void =>
  db.update('territory_sellers', id, { from_on: fromOn, to_on: toOn })

export const removeCoverage = (db: Writer, id: CoverageId): void => db.remove('territory_sellers', id)
