// The territories of each scenario of the sample company: a tree of regions and zones, the rules that place accounts, which account lies
// in which and since when, and who covers each. What is assumed about work is in territory-settings.ts.
import { addDays } from '../units/date.ts'
import type { Crew, Desk } from './crew.ts'
import { asOf } from './deals.ts'
import { type Customer, changedOn, isLargeDesk } from './market.ts'
import { territoryChange } from './places.ts'
import type { Row, SampleOptions } from './types.ts'
import { sampleWords } from './words.ts'

export interface ScenarioTerritories {
  territories: Row[]
  rules: Row[]
  accounts: Row[]
  sellers: Row[]
}

/** How a scenario differs: with the changes of a year as they came, or as it stands now; with two more in the north. */
export interface TerritoryPlan {
  scenarioId: number
  isRunningYear: boolean
  hasVacancies: boolean
  firstTerritoryId: number
  firstRuleId: number
}

/** A condition of a rule, as territory_rules keeps them. */
interface TextCondition {
  kind: 'text'
  field: 'region' | 'segment'
  isNot: boolean
  values: string[]
}

interface ZoneRule {
  id: number
  territoryId: number
  position: number
  conditions: TextCondition[]
}

const changedFrom = addDays(changedOn, -1)

/**
 * Makes the territories of one scenario.
 *
 * @param options size and language
 * @param crew desks, teams, vacancies
 * @param market accounts
 * @param plan which scenario, and what is special in it
 * @returns rows without ids but those of territories
 * @example makeTerritories(options, crew, market, plan).territories.length // 15 for the small company: 3 regions, 12 zones
 */
export function makeTerritories(
  options: SampleOptions,
  crew: Crew,
  market: readonly Customer[],
  plan: TerritoryPlan
): ScenarioTerritories {
  const words = sampleWords[options.language]
  const territories: Row[] = []
  const ids = new Map<string, number>()
  const add = (key: string, parentId: number | null, name: string, teamId: number, people = 1) => {
    const id = plan.firstTerritoryId + territories.length
    ids.set(key, id)
    territories.push({
      id,
      scenario_id: plan.scenarioId,
      parent_id: parentId,
      name,
      team_id: teamId,
      position: territories.length + 1,
      capacity_ratio: people
    })
    return id
  }
  for (const desk of crew.desks) {
    const { region, name } = desk.zone
    const team = crew.teams.find((each) => each.key === region)
    const parent = ids.get(region) ?? add(region, null, words[region], team?.id ?? desk.teamId)
    const key = leafKey(desk, options)
    if (ids.has(key)) continue
    const part =
      options.size !== 'large' ? '' : isLargeDesk(desk) ? `, ${words.largeAccounts}` : `, ${words.otherAccounts}`
    const people = crew.desks.filter((each) => leafKey(each, options) === key).length
    add(key, parent, `${name[options.language]}${part}`, desk.teamId, people)
  }
  const leafOf = (deskIndex: number) => ids.get(leafKey(crew.desks[deskIndex] as Desk, options)) ?? 0
  const north = ids.get('north')
  const fresh =
    plan.hasVacancies && north !== undefined
      ? add('new', north, words.newTerritory, crew.teams.find((team) => team.key === 'north')?.id ?? 1, 2)
      : undefined
  const rules = makeRules(options, crew, plan, (desk) => ids.get(leafKey(desk, options)) ?? 0)

  const accounts: Row[] = []
  const place = (
    customer: Customer,
    territoryId: number,
    source: 'rule' | 'manual',
    fromOn: string | null,
    toOn: string | null
  ) => {
    const rule = rules.find((each) => each.territoryId === territoryId)
    const evidence = rule && {
      method: 'rule',
      ruleId: rule.id,
      position: rule.position,
      conditions: rule.conditions,
      losing: 0
    }
    accounts.push({
      scenario_id: plan.scenarioId,
      territory_id: territoryId,
      account_id: customer.id,
      source,
      rule_json: source === 'rule' && evidence ? JSON.stringify(evidence) : null,
      reason: source === 'manual' ? words.territoryChange : '',
      from_on: fromOn,
      to_on: toOn
    })
  }
  for (const customer of market) {
    const [before, now] = [leafOf(customer.deskBefore), leafOf(customer.deskIndex)]
    const zone = crew.desks[customer.deskIndex]?.zone
    if (fresh !== undefined && zone?.region === 'north' && customer.id % 3 === 0)
      place(customer, fresh, 'manual', null, null)
    else if (before === now || !plan.isRunningYear) place(customer, now, 'rule', null, null)
    else {
      place(customer, before, 'rule', null, changedFrom)
      place(customer, now, 'manual', changedOn, null)
    }
  }
  return {
    territories,
    rules: rules.map(({ id, territoryId, position, conditions }) => ({
      id,
      scenario_id: plan.scenarioId,
      territory_id: territoryId,
      position,
      conditions_json: JSON.stringify(conditions)
    })),
    accounts,
    sellers: makeCoverage(crew, plan, leafOf, fresh)
  }
}

/** One rule a zone, by its provinces; in the large company by size as well. The province that changed zones follows the rule of its new one. */
function makeRules(
  options: SampleOptions,
  crew: Crew,
  plan: TerritoryPlan,
  leafOf: (desk: Desk) => number
): ZoneRule[] {
  const words = sampleWords[options.language]
  const rules: ZoneRule[] = []
  for (const desk of crew.desks) {
    const territoryId = leafOf(desk)
    if (rules.some((rule) => rule.territoryId === territoryId)) continue
    const { key, provinces } = desk.zone
    const names = provinces.map((province) => province.name)
    const changed = territoryChange.province
    const region =
      plan.isRunningYear || (key !== territoryChange.from && key !== territoryChange.to)
        ? names
        : key === territoryChange.from
          ? names.filter((name) => name !== changed)
          : [...names, changed]
    const conditions: TextCondition[] = [{ kind: 'text', field: 'region', isNot: false, values: region }]
    if (options.size === 'large')
      conditions.push({ kind: 'text', field: 'segment', isNot: !isLargeDesk(desk), values: [words.segments.large] })
    const position = rules.length + 1
    rules.push({ id: plan.firstRuleId + rules.length, territoryId, position, conditions })
  }
  return rules
}

function leafKey(desk: Desk, options: SampleOptions): string {
  return options.size === 'large' ? `${desk.zone.key} ${isLargeDesk(desk)}` : `${desk.zone.key} zone`
}

function makeCoverage(
  crew: Crew,
  plan: TerritoryPlan,
  leafOf: (deskIndex: number) => number,
  fresh: number | undefined
): Row[] {
  const rows: Row[] = []
  const cover = (territoryId: number, sellerId: number, fromOn: string | null, toOn: string | null) =>
    rows.push({
      scenario_id: plan.scenarioId,
      territory_id: territoryId,
      seller_id: sellerId,
      from_on: fromOn,
      to_on: toOn
    })
  const yearStartsOn = '2026-01-01'
  for (const desk of crew.desks) {
    for (const { person, fromOn, toOn } of desk.holdings) {
      if (toOn !== null && (toOn < yearStartsOn || !plan.isRunningYear)) continue
      const started = plan.isRunningYear && fromOn !== null && fromOn > yearStartsOn
      if (fromOn !== null && fromOn > asOf) continue
      cover(leafOf(desk.index), person.id, started ? fromOn : null, plan.isRunningYear ? toOn : null)
    }
  }
  if (fresh !== undefined) for (const vacancy of crew.vacancies) cover(fresh, vacancy.id, vacancy.hiredOn, null)
  return rows
}
