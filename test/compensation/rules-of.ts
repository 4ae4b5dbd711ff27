// Makes rules for the cases. Each goes through JSON and the plan format first, as a plan made on the screen does.
import { parsePlanRules } from '../../src/shared/compensation/plan-format.ts'
import type {
  CommissionComponent,
  PayComponent,
  PayoutCurve,
  PayPlanRules,
  SlopesCurve,
  TargetBonusComponent
} from '../../src/shared/compensation/types.ts'
import { currencyCode } from '../../src/shared/units/money.ts'

/** Fails unless the format accepts the rules and reads them back as they are. */
export function entryCheck(rules: PayPlanRules): void {
  const parsed = parsePlanRules(JSON.parse(JSON.stringify(rules)))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  if (JSON.stringify(sorted(parsed.rules)) !== JSON.stringify(sorted(rules)))
    throw new Error('the format changed the rules')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)])
  )
}

export function rulesOf(components: PayComponent[], more: Partial<PayPlanRules> = {}): PayPlanRules {
  return {
    format: 1,
    currency: currencyCode('EUR'),
    period: { grain: 'year', mode: 'discrete', negative: 'pay' },
    proration: { targetPay: 'days', quota: 'none', firstDay: 'counted', periodShare: 'equal' },
    components,
    capTimesTarget: null,
    ...more
  }
}

export const slopes = (more: Partial<SlopesCurve> = {}): SlopesCurve => ({
  kind: 'slopes',
  threshold: null,
  accelerators: [],
  application: 'marginal',
  cap: null,
  ...more
})

export const bonus = (
  weight: string,
  curve: PayoutCurve,
  more: Partial<TargetBonusComponent> = {}
): TargetBonusComponent => ({
  kind: 'targetBonus',
  id: 'individual',
  name: null,
  measure: 'bookings',
  scope: 'seller',
  weight,
  curve,
  ...more
})

/** A commission by amounts in units: [[0, '0.05'], [10000, '0.07']]. */
export const byAmount = (steps: [number, string][], more: Partial<CommissionComponent> = {}): CommissionComponent => ({
  kind: 'commission',
  id: 'commission',
  name: null,
  measure: 'bookings',
  scope: 'seller',
  tiers: { by: 'amount', steps: steps.map(([from, rate]) => ({ fromMinor: Math.round(from * 100), rate })) },
  rateUnit: 'percent',
  weight: null,
  input: 'period',
  application: 'marginal',
  edge: 'upper',
  capMinor: null,
  ...more
})

export const byAttainment = (
  steps: [string, string][],
  more: Partial<CommissionComponent> = {}
): CommissionComponent => ({
  ...byAmount([[0, '0']]),
  tiers: { by: 'attainment', steps: steps.map(([from, rate]) => ({ from, rate })) },
  ...more
})
