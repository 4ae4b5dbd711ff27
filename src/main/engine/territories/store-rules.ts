// The rows of rules of precedence and of what a scenario assumes about work, worth and travel.
import type { Reader, Writer } from '#engine/db.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { RuleCondition, RuleId, TerritoryRule } from '#shared/territories/rule-types.ts'

export interface StoredRule extends TerritoryRule {
  scenarioId: ScenarioId
}

interface RuleRecord extends Omit<StoredRule, 'conditions'> {
  conditionsJson: string
}

const RULE = `SELECT id, scenario_id AS scenarioId, territory_id AS territoryId, position, conditions_json AS conditionsJson, note
  FROM territory_rules`

const toRule = ({ conditionsJson, ...row }: RuleRecord): StoredRule => ({
  ...row,
  conditions: JSON.parse(conditionsJson) as RuleCondition[]
})

/** The rules of a scenario in their order. */
export const listRules = (db: Reader, scenarioId: ScenarioId): StoredRule[] =>
  db.all<RuleRecord>(`${RULE} WHERE scenario_id = :scenarioId ORDER BY position, id`, { scenarioId }).map(toRule)

export const findRule = (db: Reader, id: RuleId): StoredRule | undefined => {
  const row = db.get<RuleRecord>(`${RULE} WHERE id = :id`, { id })
  return row && toRule(row)
}

export type RuleFields = Pick<TerritoryRule, 'conditions' | 'note' | 'position' | 'territoryId'>

const columnsOf = ({ territoryId, position, conditions, note }: RuleFields) => ({
  territory_id: territoryId,
  position,
  conditions_json: JSON.stringify(conditions),
  note
})

export const insertRule = (db: Writer, scenarioId: ScenarioId, fields: RuleFields): RuleId =>
  db.insert('territory_rules', { scenario_id: scenarioId, ...columnsOf(fields) }) as RuleId

export const updateRule = (db: Writer, id: RuleId, fields: RuleFields): void =>
  db.update('territory_rules', id, columnsOf(fields))

/** Numbers the rules from 1 in the order given; those whose number stays are not written. */
export const numberRules = (db: Writer, rules: readonly StoredRule[]): void => {
  for (const [at, rule] of rules.entries())
    if (rule.position !== at + 1) db.update('territory_rules', rule.id, { position: at + 1 })
}

export const removeRule = (db: Writer, id: RuleId): void => db.remove('territory_rules', id)

/** What the scenario assumes, if somebody has said so. */
export const findTerritorySettings = (db: Reader, scenarioId: ScenarioId): TerritorySettings | undefined => {
  const row = db.get<{ json: string }>(
    'SELECT settings_json AS json FROM territory_settings WHERE scenario_id = :scenarioId',
    { scenarioId }
  )
  return row && (JSON.parse(row.json) as TerritorySettings)
}

export const putTerritorySettings = (db: Writer, scenarioId: ScenarioId, settings: TerritorySettings): void => {
  const there = db.get<{ id: number }>('SELECT id FROM territory_settings WHERE scenario_id = :scenarioId', {
    scenarioId
  })
  const json = JSON.stringify(settings)
  if (there === undefined) db.insert('territory_settings', { scenario_id: scenarioId, settings_json: json })
  else db.update('territory_settings', there.id, { settings_json: json })
}
