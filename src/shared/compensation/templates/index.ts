// The plans one can start from. A template is one file that makes complete rules; the list is what the screen offers.
import type { CurrencyCode } from '../../units/money.ts'
import type { PayPlanRules } from '../types.ts'
import { individualPlusTeamBonus } from './individual-plus-team-bonus.ts'
import { individualTeamSplit } from './individual-team-split.ts'
import { tieredCommission } from './tiered-commission.ts'

export type TemplateName = 'individualTeamSplit' | 'individualPlusTeamBonus' | 'tieredCommission'

export interface PlanTemplate {
  readonly name: TemplateName
  readonly make: (currency: CurrencyCode) => PayPlanRules
}

export const planTemplates: readonly PlanTemplate[] = [individualTeamSplit, individualPlusTeamBonus, tieredCommission]

/**
 * Makes the rules of a new plan from a template.
 *
 * @param name which template
 * @param currency the currency of the plan
 * @returns rules that can be used as they are
 * @errors RangeError for a name that isn't in the list
 * @example makePlanRules('individualTeamSplit', currencyCode('EUR')).components[0]?.id // 'individual'
 */
export function makePlanRules(name: TemplateName, currency: CurrencyCode): PayPlanRules {
  const template = planTemplates.find((each) => each.name === name)
  if (template === undefined) throw new RangeError(`There is no template "${name}"`)
  return template.make(currency)
}
