// Every rule there is, by family. A rule is added to its family's file and gets its words in i18n import-findings.
import { comparisonRules } from './comparison-rules.ts'
import { dealRules } from './deal-rules.ts'
import { nameRules } from './name-rules.ts'
import { rowRules } from './row-rules.ts'
import type { FindingRule } from './rule.ts'

export { dealRules, staleDays } from './deal-rules.ts'
export type { DealContext, DealRule, FindingRule } from './rule.ts'

export const findingRules: readonly FindingRule[] = [...dealRules, ...comparisonRules, ...nameRules, ...rowRules]

const byName = new Map(findingRules.map((rule) => [rule.name, rule]))

/**
 * Gives the rule of a name.
 *
 * @param name as in the registry
 * @returns the rule
 * @errors RangeError for a name that no family has
 * @example ruleOf('noSeller').severity // 'warning'
 */
export function ruleOf(name: string): FindingRule {
  const rule = byName.get(name)
  if (rule === undefined) throw new RangeError(`there is no rule ${name}`)
  return rule
}
