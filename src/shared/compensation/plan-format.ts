// Reads the rules of a plan from JSON and says what is wrong with them. Only what the engine computes is accepted:
// a component kind is in the schema because it is in the registry.
import { z } from 'zod'
import { parseCurrencyCode } from '../units/currency.ts'
import { componentEntries, entryOf } from './components/index.ts'
import { add, compare, decimal, type Fraction, isDecimalText, one, toNumber, zero } from './fraction.ts'
import type { PayComponent, PayPlanRules, RulesProblem } from './types.ts'

const currency = z.string().transform((text, context) => {
  const code = parseCurrencyCode(text)
  if (code !== undefined) return code
  context.addIssue({ code: 'custom', message: `not a currency: ${text}` })
  return z.NEVER
})

const [firstSchema, ...otherSchemas] = componentEntries.map((entry) => entry.schema)

const rulesSchema = z.strictObject({
  format: z.literal(1),
  currency,
  period: z.strictObject({
    grain: z.enum(['month', 'quarter', 'half', 'year']),
    mode: z.enum(['discrete', 'cumulative']),
    negative: z.enum(['pay', 'carry', 'floor'])
  }),
  proration: z.strictObject({
    targetPay: z.enum(['days', 'none']),
    quota: z.enum(['none', 'days']),
    firstDay: z.enum(['counted', 'notCounted']),
    periodShare: z.enum(['equal', 'days'])
  }),
  components: z.array(z.union([firstSchema ?? z.never(), ...otherSchemas])).max(20),
  capTimesTarget: z.string().refine(isDecimalText).nullable()
})

export type ParsedRules = { ok: true; rules: PayPlanRules } | { ok: false; problems: RulesProblem[] }

/**
 * Reads and checks the rules of a pay plan.
 *
 * @param value what JSON.parse gave, or rules made in code
 * @returns the rules, or every problem found with where it stands
 * @missing nothing has a default: a key that is absent is a problem of shape
 * @example parsePlanRules(makePlanRules('individualTeamSplit', currencyCode('EUR'))).ok // true
 */
export function parsePlanRules(value: unknown): ParsedRules {
  const parsed = rulesSchema.safeParse(value)
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({
        problem: 'shape',
        where: issue.path.join('.'),
        found: issue.message
      }))
    }
  }
  const rules: PayPlanRules = parsed.data
  const problems = checkPlanRules(rules)
  return problems.length === 0 ? { ok: true, rules } : { ok: false, problems }
}

/**
 * Checks what the shape of rules can't say: weights that add up, tiers that rise, ids that differ.
 *
 * @param rules rules of the right shape
 * @returns all problems; none means the plan can be computed
 * @example checkPlanRules({ ...rules, components: [] })[0]?.problem // 'noComponents'
 */
export function checkPlanRules(rules: PayPlanRules): RulesProblem[] {
  const problems: RulesProblem[] = []
  if (rules.components.length === 0) problems.push({ problem: 'noComponents', where: 'components', found: '0' })
  const seen = new Set<string>()
  for (const [index, component] of rules.components.entries()) {
    const where = `components.${index}`
    if (seen.has(component.id)) problems.push({ problem: 'idTaken', where: `${where}.id`, found: component.id })
    seen.add(component.id)
    problems.push(...entryOf(component).check(component, where))
  }
  const weights = rules.components.map(weightOf).filter((weight) => weight !== null)
  const sum = weights.reduce(add, zero)
  if (weights.length > 0 && compare(sum, one) !== 0) {
    problems.push({ problem: 'weightsMustAddUp', where: 'components', found: String(toNumber(sum)) })
  }
  return problems
}

/** The share of target pay a component stands for; null for one that doesn't depend on target pay. */
function weightOf(component: PayComponent): Fraction | null {
  if (component.kind === 'targetBonus') return decimal(component.weight)
  return component.kind === 'commission' && component.weight !== null ? decimal(component.weight) : null
}
