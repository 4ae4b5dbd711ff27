// What the rules of a pay plan say: the plan format. How it is read from JSON and checked is in plan-format.ts.
import type { CurrencyCode } from '../units/money.ts'

/**
 * A plain decimal as text: '0.075', '1.5', '-2'. Rates, weights and factors are written so because pay is computed
 * with exact fractions, and 0.1 as a binary number is not one tenth. 1 is the whole: 7.5 % is '0.075'.
 */
export type DecimalText = string

export type PayGrain = 'month' | 'quarter' | 'half' | 'year'
export type MeasureName = 'bookings' | 'newBusiness'
/** Whose result counts: the seller's, the team's in which the seller is, or that of the team above it. */
export type ComponentScope = 'seller' | 'team' | 'parentTeam'
export type TeamScope = Exclude<ComponentScope, 'seller'>

/** The rules of a pay plan, as kept in `pay_plans.rules_json`. A later shape gets the next `format`. */
export interface PayPlanRules {
  format: 1
  /** The currency of every amount in the rules and of every line of pay. */
  currency: CurrencyCode
  period: PeriodRule
  proration: ProrationRule
  /** In the order in which they are computed and printed; weights of target pay add up to 1. */
  components: PayComponent[]
  /** No more than so many times the target pay of the period, over all components; null is no cap. */
  capTimesTarget: DecimalText | null
}

export interface PeriodRule {
  grain: PayGrain
  /** discrete: every period alone. cumulative: what is due for the year to date, less what the year's earlier periods earned. */
  mode: 'discrete' | 'cumulative'
  /** What a negative true-up does: is paid back at once, is carried into the next period, or is let go. */
  negative: 'pay' | 'carry' | 'floor'
}

export interface ProrationRule {
  /** days: target pay for the days taken part; none: whole as soon as one day is taken part. */
  targetPay: 'days' | 'none'
  /** none: quotas are set for the time the person works. days: quotas are for a whole period and are shortened. */
  quota: 'none' | 'days'
  /** Whether the day of joining or returning counts as a day taken part. */
  firstDay: 'counted' | 'notCounted'
  /** How a year's target pay is shared among its periods: equally, or by the days each has. */
  periodShare: 'equal' | 'days'
}

interface ComponentBase {
  /** Unique within the plan; pay lines refer to it. */
  id: string
  /** Null: named by what it is, in the reader's language. */
  name: string | null
  measure: MeasureName
}

/** A share of target pay, paid by how far the goal was reached. */
export interface TargetBonusComponent extends ComponentBase {
  kind: 'targetBonus'
  scope: ComponentScope
  weight: DecimalText
  curve: PayoutCurve
}

/** A rate on what was sold, in tiers. */
export interface CommissionComponent extends ComponentBase {
  kind: 'commission'
  scope: 'seller'
  tiers: CommissionTiers
  /** percent: `rate` is a share of the amount. baseRate: `rate` is a multiple of weight x target pay / quota. */
  rateUnit: 'percent' | 'baseRate'
  /** The share of target pay behind the base rate; null with `percent`. */
  weight: DecimalText | null
  /** deal: tiers are read for each deal alone. period: once, on the total. running: for each deal, on the running total. */
  input: 'deal' | 'period' | 'running'
  /** marginal: each tier's rate on the part within it. whole: the highest rate reached, on everything. */
  application: 'marginal' | 'whole'
  /** In `whole`: does an amount exactly on a tier's edge reach the upper tier, or is it still in the lower. */
  edge: 'upper' | 'lower'
  capMinor: number | null
}

/** Tiers [from, next from): the first starts at 0, the last is open. */
export type CommissionTiers =
  | { by: 'amount'; steps: { fromMinor: number; rate: DecimalText }[] }
  | { by: 'attainment'; steps: { from: DecimalText; rate: DecimalText }[] }

/** An amount of money paid on top when the team reaches its goal. */
export interface TeamBonusComponent extends ComponentBase {
  kind: 'teamBonus'
  scope: TeamScope
  /** For a whole year; shared among the periods and shortened by days like target pay. */
  amountMinor: number
  /** The team attainment from which it is paid: '1' is 100 %. */
  reach: DecimalText
}

export type PayComponent = TargetBonusComponent | CommissionComponent | TeamBonusComponent
export type ComponentKind = PayComponent['kind']

/** Pay rises with attainment point by point, more steeply above each accelerator. */
export interface SlopesCurve {
  kind: 'slopes'
  /** Below `at` nothing is paid. soft: once reached, pay counts from zero. hard: only the part above is paid. */
  threshold: { at: DecimalText; form: 'soft' | 'hard' } | null
  /** `factor`: points of payout per point of attainment above `above`; ascending. */
  accelerators: { above: DecimalText; factor: DecimalText }[]
  /** marginal: a factor counts for the points above its edge. whole: for all points, once the edge is reached. */
  application: 'marginal' | 'whole'
  cap: CurveCap | null
}

/** Payout read between points (75 % pays 50 %, 100 % pays 100 %), straight between two; below the first nothing. */
export interface PointsCurve {
  kind: 'points'
  points: { attainment: DecimalText; payout: DecimalText }[]
  /** Above the last point: on with the last slope, or flat. */
  above: 'continue' | 'flat'
  cap: CurveCap | null
}

export type PayoutCurve = SlopesCurve | PointsCurve
export type CurveKind = PayoutCurve['kind']

/** The most that counts: of payout (200 % of the target) or of attainment (no points above 150 %). */
export interface CurveCap {
  on: 'payout' | 'attainment'
  at: DecimalText
}

/** A problem of rules, with where it stands, e.g. `components.1.weight`. */
export interface RulesProblem {
  problem:
    | 'shape'
    | 'weightsMustAddUp'
    | 'tiersMustRise'
    | 'firstTierAtZero'
    | 'acceleratorsMustRise'
    | 'pointsMustRise'
    | 'idTaken'
    | 'weightNeeded'
    | 'noComponents'
  where: string
  /** What was found, in the words of a number or a name: '0.95'. */
  found: string
}
