// The words of pay: what a plan's rules say, who is paid under them, what a computed line of pay holds and how it is
// explained. How rules are read from JSON is in plan-format.ts; how they are computed, in rules.ts.
import type { OpportunityId } from '../crm/types.ts'
import type { SellerId, TeamId } from '../people/types.ts'
import type { PlansError, ScenarioId } from '../plans/types.ts'
import type { IsoDate } from '../units/date.ts'
import type { Id } from '../units/id.ts'
import type { CurrencyCode } from '../units/money.ts'

export type PayPlanId = Id<'payPlan'>
export type PayPlanMemberId = Id<'payPlanMember'>
export type PayRunId = Id<'payRun'>

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

/** One stretch of time a seller is under a plan, with the target pay of a whole year. */
export interface PayMember {
  sellerId: SellerId
  targetPayMinor: number | null
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

export interface PayPerson {
  sellerId: SellerId
  hiredOn: IsoDate | null
  leftOn: IsoDate | null
}

export interface PayTeam {
  teamId: TeamId
  parentId: TeamId | null
}

export interface PayTeamMembership {
  sellerId: SellerId
  teamId: TeamId
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

export interface PayQuota {
  sellerId: SellerId
  measure: string
  periodKey: string
  amountMinor: number
}

/** A won deal credited to a seller, in the currency of the plan. A credit note is a negative amount. */
export interface PayCredit {
  dealId: OpportunityId
  sellerId: SellerId
  closedOn: IsoDate
  amountMinor: number
  isNewBusiness: boolean | null
}

/** One payment: a component of the plan for a seller in a period. */
export interface PayLine {
  sellerId: SellerId
  /** The id of a component, or `planCap` for what the plan's cap takes off. */
  componentId: string
  periodKey: string
  /** Null: can't be computed; the trace says why. Never 0 for unknown. */
  amountMinor: number | null
  trace: TraceStep
}

/** A value in a trace. Exact fractions travel as text ('23/20'), so that nothing is lost in JSON. */
export type TraceValue =
  | { unit: 'money'; minor: number }
  | { unit: 'exactMoney'; minor: string }
  | { unit: 'ratio'; value: string }
  | { unit: 'factor'; value: string }
  | { unit: 'days'; count: number }
  | { unit: 'count'; count: number }
  | { unit: 'date'; on: IsoDate }
  | { unit: 'period'; key: string }
  | { unit: 'word'; word: string }
  | { unit: 'seller'; sellerId: SellerId }
  | { unit: 'team'; teamId: TeamId }
  | { unit: 'component'; id: string }

/** A deal as a trace keeps it: which, how much, when. */
export type TraceDeal = readonly [dealId: OpportunityId, amountMinor: number, closedOn: IsoDate]

/**
 * One step of an explanation: what was done (`what` has a sentence in both languages), with which values, and the
 * steps it rests on. The deepest steps list the deals.
 */
export interface TraceStep {
  what: TraceWhat
  values: Readonly<Record<string, TraceValue>>
  steps: readonly TraceStep[]
  deals?: readonly TraceDeal[]
}

export type TraceWhat =
  | 'line'
  | 'trueUp'
  | 'carried'
  | 'negativeCarried'
  | 'negativeDropped'
  | 'rounded'
  | 'targetBonus'
  | 'componentTarget'
  | 'targetPay'
  | 'targetSegment'
  | 'attainment'
  | 'attainmentUnknown'
  | 'measured'
  | 'notCounted'
  | 'quota'
  | 'quotaRow'
  | 'quotaProrated'
  | 'teamMember'
  | 'teamMemberWithoutQuota'
  | 'payout'
  | 'belowThreshold'
  | 'thresholdSoft'
  | 'thresholdHard'
  | 'slope'
  | 'slopeWhole'
  | 'betweenPoints'
  | 'belowFirstPoint'
  | 'beyondLastPoint'
  | 'flatAfterLastPoint'
  | 'cappedAttainment'
  | 'cappedPayout'
  | 'belowZero'
  | 'commission'
  | 'baseRate'
  | 'tierPart'
  | 'tierWhole'
  | 'dealPay'
  | 'runningPay'
  | 'totalPay'
  | 'cappedAmount'
  | 'teamBonusReached'
  | 'teamBonusMissed'
  | 'planCap'
  | 'missing'

/** Why a line can't be computed. */
export type MissingReason =
  | 'noTargetPay'
  | 'noQuota'
  | 'quotaNotPositive'
  | 'noTeam'
  | 'noParentTeam'
  | 'noTeamQuota'
  | 'earlierPeriod'

/** A point of the pay curve: at this attainment of every goal, this share of target pay. */
export interface PayCurvePoint {
  /** Attainment, 1 is 100 %. */
  attainmentRatio: number
  /** Pay as a share of target pay, 1 is the target. */
  payRatio: number
  payMinor: number
  byComponent: Record<string, number>
  /** kink: the slope changes here. jump: pay leaps here; there are two points at this attainment. */
  mark: 'kink' | 'jump' | null
}

export interface PlanSentence {
  /** Which rule it says: 'period.mode', 'component.weight' … stable, the same in all languages. */
  rule: string
  /** Null: a rule of the whole plan. */
  componentId: string | null
  text: string
}

export interface WorkedExample {
  level: 'low' | 'target' | 'high'
  attainmentRatio: number
  bookedMinor: number
  quotaMinor: number
  targetPayMinor: number
  /** For a whole year, all components. */
  totalMinor: number | null
  lines: { componentId: string; amountMinor: number | null; trace: TraceStep }[]
}

export interface PayPlanRow {
  id: PayPlanId
  scenarioId: ScenarioId
  name: string
  rules: PayPlanRules
  memberCount: number
}

export interface PayPlanMemberRow {
  id: PayPlanMemberId
  sellerId: SellerId
  sellerName: string
  teamName: string | null
  fromOn: IsoDate | null
  toOn: IsoDate | null
  /** As typed for this plan; null: taken from the person. */
  typedTargetPayMinor: number | null
  /** What counts: typed, else the person's variable pay if it is in the plan's currency. */
  targetPayMinor: number | null
  targetPaySource: 'typed' | 'person' | 'otherCurrency' | 'none'
}

export interface PayPlanDetail extends PayPlanRow {
  members: PayPlanMemberRow[]
}

export interface PayResultCell {
  componentId: string
  periodKey: string
  amountMinor: number | null
  missing: MissingReason | null
}

/** What a seller earns under a plan from the start of the year to a period. */
export interface PayResultRow {
  sellerId: SellerId
  sellerName: string
  teamName: string | null
  /** Target pay of the periods computed, after proration; null when unknown. */
  targetPayMinor: number | null
  bookedMinor: number
  quotaMinor: number | null
  attainmentRatio: number | null
  cells: PayResultCell[]
  /** Sum of the rounded lines; null when none could be computed. */
  totalMinor: number | null
  /** Lines that could not be computed. */
  missingCount: number
}

export interface PayPreview {
  planId: PayPlanId
  currency: CurrencyCode
  fiscalYear: number
  periodKeys: string[]
  rows: PayResultRow[]
  totalMinor: number
  targetPayMinor: number
  bookedMinor: number
  missingCount: number
}

/** A seller's pay with its explanation, computed now or kept by a run. */
export interface PayStatement {
  sellerId: SellerId
  sellerName: string
  planId: PayPlanId | null
  planName: string
  rules: PayPlanRules | null
  currency: CurrencyCode
  lines: PayLine[]
  totalMinor: number | null
  /** Names for the ids in the traces. */
  names: TraceNames
}

export interface TraceNames {
  sellers: Record<number, string>
  teams: Record<number, string>
  deals: Record<number, string>
}

/** Who came into a plan, and who couldn't because another stretch of days is in the way. */
export interface AssignOutcome {
  assigned: number
  skipped: { sellerName: string; planName: string }[]
}

/** What a run holds for one person. */
export interface PayRunSeller {
  sellerId: SellerId
  sellerName: string
  /** Null when none of the lines could be computed. */
  totalMinor: number | null
  missingCount: number
}

export interface PayRunRow {
  id: PayRunId
  scenarioId: ScenarioId
  madeAt: string
  engineVersion: string
  inputsSha256: string
  currency: CurrencyCode
  /** The last period that was computed. */
  throughPeriodKey: string
  sellerCount: number
  lineCount: number
  missingCount: number
  totalMinor: number
}

export type CompensationError =
  | { code: 'compensation.planMissing' }
  | { code: 'compensation.memberMissing' }
  | { code: 'compensation.runMissing' }
  | { code: 'compensation.nameTaken'; name: string }
  | { code: 'compensation.rulesWrong'; problem: RulesProblem['problem']; where: string; found: string }
  | { code: 'compensation.otherPlan'; sellerName: string; planName: string }
  | { code: 'compensation.datesCrossed'; sellerName: string }
  | { code: 'compensation.noSuchPeriod'; periodKey: string }
  | { code: 'compensation.otherCurrency'; planName: string; currency: CurrencyCode }
  | { code: 'compensation.nothingToRun' }
  | Extract<PlansError, { code: 'plans.notFound' | 'plans.scenarioLocked' }>
