// What the rules say about every account, against where accounts lie: wins, losses and exceptions of each rule.
import type { Reader } from '#engine/db.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { RuleId, RuleRow, RulesOverview } from '#shared/territories/rule-types.ts'
import { holdsDay } from '#shared/territories/rules.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { answerRules, countOutdated } from './rule-plan.ts'
import { listAssignments } from './store.ts'

export function describeRules(db: Reader, scenarioId: ScenarioId, onDate: IsoDate): RulesOverview {
  const { rules, ready, accounts, winners, territories } = answerRules(db, scenarioId)
  const current = new Map(
    listAssignments(db, scenarioId)
      .filter((each) => territories.get(each.territoryId)?.kind === 'main' && holdsDay(each, onDate))
      .map((each) => [each.accountId, each])
  )
  const counts = new Map<RuleId, Pick<RuleRow, 'wins' | 'loses' | 'exceptions'>>(
    rules.map((rule) => [rule.id, { wins: 0, loses: 0, exceptions: 0 }])
  )
  const add = (ruleId: RuleId, what: 'wins' | 'loses' | 'exceptions') => {
    const count = counts.get(ruleId)
    if (count) count[what] += 1
  }
  let [withoutRule, exceptions, needlessExceptions] = [0, 0, 0]
  for (const [at, account] of accounts.entries()) {
    const { main, losing, overlays } = winners[at] ?? { main: null, losing: [], overlays: [] }
    const placed = current.get(account.id)
    const isException = placed !== undefined && placed.source !== 'rule'
    const isElsewhere = main !== null && placed?.territoryId !== main.territoryId
    if (isException) exceptions += 1
    if (isException && main !== null && !isElsewhere) needlessExceptions += 1
    if (main === null) withoutRule += 1
    else {
      add(main.id, 'wins')
      if (isException && isElsewhere) add(main.id, 'exceptions')
    }
    for (const rule of losing) add(rule.id, 'loses')
    for (const winner of overlays) {
      add(winner.id, 'wins')
      for (const { rule, conditions } of ready.overlays.get(winner.territoryId) ?? [])
        if (rule.id !== winner.id && conditions.every((each) => each.holds(account.fields))) add(rule.id, 'loses')
    }
  }
  return {
    rules: rules.flatMap(({ scenarioId: _, ...rule }): RuleRow[] => {
      const territory = territories.get(rule.territoryId)
      const count = counts.get(rule.id)
      return territory && count
        ? [{ ...rule, territoryName: territory.name, territoryKind: territory.kind, ...count }]
        : []
    }),
    accounts: accounts.length,
    withoutRule,
    outdated: countOutdated(db, scenarioId, onDate),
    exceptions,
    needlessExceptions
  }
}
