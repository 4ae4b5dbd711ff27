// The words of pay: who is paid under a plan, what a computed line holds, and the rows that screens show. What rules say is in
// plan-types.ts, how an amount is explained in trace-types.ts; both are part of this file for those who use it.
import type { OpportunityId } from '../crm/types.ts'
import type { SellerId, TeamId } from '../people/types.ts'
import type { PlansError, ScenarioId } from '../plans/types.ts'
import type { IsoDate } from '../units/date.ts'
import type { Id } from '../units/id.ts'
import type { CurrencyCode } from '../units/money.ts'
import type { PayPlanRules, RulesProblem } from './plan-types.ts'
import type { MissingReason, TraceStep } from './trace-types.ts'

export type * from './plan-types.ts'
export type * from './trace-types.ts'

export type PayPlanId = Id<'payPlan'>
export type PayPlanMemberId = Id<'payPlanMember'>
export type PayRunId = Id<'payRun'>

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
  /** Null when no line could be computed. */
  totalMinor: number | null
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
