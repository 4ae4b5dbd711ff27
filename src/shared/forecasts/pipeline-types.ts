// The pipeline forecast: what becomes of the deals that are open, and of those not yet made. Chances come from the company's own history with
// how many deals they stand on; outcomes come from many simulated runs with one seed.
import type { OpportunityId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type DealCategory = 'commit' | 'bestCase' | 'pipeline' | 'omitted'

/** A deal as the pipeline model sees it; closed ones teach, open ones are forecast. */
export interface PipelineDeal {
  readonly id: OpportunityId
  readonly label: string
  readonly accountName: string | null
  readonly sellerId: SellerId | null
  /** The seller's team on the day the data end. */
  readonly teamId: TeamId | null
  readonly segment: string | null
  readonly stageId: StageId
  readonly status: StageStatus
  /** In the workspace's currency; null where nobody has said it. */
  readonly amountMinor: number | null
  readonly createdOn: IsoDate | null
  /** The day it closed; of an open deal the day it is expected to. */
  readonly closeOn: IsoDate | null
  /** When it came into its stage, where the history of stages is known. */
  readonly stageEnteredOn: IsoDate | null
  readonly lastActivityOn: IsoDate | null
  readonly isNewBusiness: boolean | null
  /** As the CRM says it, and as a person has called it since. */
  readonly category: DealCategory | null
  readonly calledChanceRatio: number | null
  /** How often its close date was moved to a later one. */
  readonly slips: number
}

export interface PipelineStage {
  readonly id: StageId
  readonly name: string
  readonly position: number
  readonly status: StageStatus
  /** What the playbook says. */
  readonly statedRatio: number | null
}

export interface PipelinePeriod {
  readonly key: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Won in it up to the end of the data. */
  readonly bookedMinor: number
  /** The goal of the period, where quotas or targets give one. */
  readonly targetMinor: number | null
}

export interface PipelineOptions {
  readonly seed: number
  /** 1,000 to 100,000. */
  readonly runs: number
  /** Whether deals that aren't made yet count. */
  readonly hasNewDeals: boolean
  /** An open deal without activity or change of stage for this many days is stale. */
  readonly staleDays: number
  /** Null: learnt from how win rates moved from period to period. */
  readonly shockSize: number | null
}

export interface PipelineInput {
  readonly asOf: IsoDate
  readonly currency: CurrencyCode
  readonly deals: readonly PipelineDeal[]
  readonly stages: readonly PipelineStage[]
  /** In order, the running one first. At most 53. */
  readonly periods: readonly PipelinePeriod[]
  readonly options: PipelineOptions
}

/** A chance with what it stands on: observed, drawn towards the prior by as much as n is small, and its 80 % range. */
export interface LearntChance {
  readonly n: number
  readonly won: number
  /** Null when n is 0. */
  readonly observedRatio: number | null
  readonly priorRatio: number
  readonly chanceRatio: number
  readonly lowRatio: number
  readonly highRatio: number
}

export interface StageChance extends LearntChance {
  readonly stageId: StageId
  /** Null: all segments. */
  readonly segment: string | null
}

/** A group's odds of winning against those of all: 1.2 is a fifth better; drawn towards 1 when n is small. */
export interface OddsFactor {
  readonly n: number
  readonly won: number
  readonly factor: number
  readonly lowFactor: number
  readonly highFactor: number
}

export interface CloseTime {
  /** Deals that closed, and those still open that count up to their age. */
  readonly closed: number
  readonly censored: number
  /** Days from being made to closing after which half are closed; null when fewer than half ever are. */
  readonly medianDays: number | null
  /** Steps of the survival curve: the part still open after so many days. */
  readonly curve: readonly { readonly days: number; readonly openRatio: number }[]
}

export type ChanceReason =
  | { kind: 'stage'; stageId: StageId; segment: string | null; chance: LearntChance }
  /** No history of stages: the chance is that of all deals. */
  | { kind: 'overall'; chance: LearntChance }
  | { kind: 'stated'; ratio: number }
  | { kind: 'age'; days: number; odds: OddsFactor }
  | { kind: 'seller'; sellerId: SellerId; odds: OddsFactor }
  | { kind: 'overdue'; days: number; odds: OddsFactor }
  | { kind: 'stale'; days: number; odds: OddsFactor }
  | { kind: 'category'; category: DealCategory; odds: OddsFactor }
  | { kind: 'called'; ratio: number }

export interface DealOutlook {
  readonly dealId: OpportunityId
  readonly label: string
  readonly accountName: string | null
  readonly sellerId: SellerId | null
  readonly stageId: StageId
  readonly category: DealCategory | null
  readonly amountMinor: number | null
  readonly closeOn: IsoDate | null
  readonly chanceRatio: number
  /** Chance to be won in each period of the forecast; what is missing to `chanceRatio` comes later. */
  readonly periodRatios: readonly number[]
  /** Chance within the periods × amount; null without an amount. */
  readonly expectedMinor: number | null
  readonly isOverdue: boolean
  readonly isStale: boolean
  /** How the chance came about, each applied to what the ones before gave. */
  readonly reasons: readonly ChanceReason[]
}

export interface SimulatedRange {
  readonly meanMinor: number
  readonly p10Minor: number
  readonly p50Minor: number
  readonly p90Minor: number
  readonly low95Minor: number
  readonly high95Minor: number
}

export interface PeriodOutcome extends SimulatedRange {
  readonly periodKey: string
  readonly bookedMinor: number
  /** Mean of what open deals bring, and of deals not made yet. */
  readonly openMinor: number
  readonly newMinor: number
  readonly targetMinor: number | null
  /** Part of the runs that reach the target; null without one. */
  readonly reachRatio: number | null
}

export interface GroupOutcome extends SimulatedRange {
  /** Null: deals without a seller or team. */
  readonly id: number | null
  readonly bookedMinor: number
  readonly deals: number
}

/** How much of the variance of the total would go if this were certain. */
export type UncertaintySource = { readonly shareRatio: number } & (
  | { kind: 'deal'; dealId: OpportunityId; label: string; amountMinor: number }
  | { kind: 'otherDeals'; count: number }
  | { kind: 'winRates' }
  | { kind: 'newDeals' }
)

export interface NewDealsBasis {
  /** Deals made a month lately, over how many months, and what became of those old enough to tell. */
  readonly madePerMonth: number
  readonly months: number
  readonly winRatio: LearntChance
  readonly meanWonMinor: number
}

export interface PipelineForecast {
  readonly asOf: IsoDate
  readonly currency: CurrencyCode
  readonly seed: number
  readonly runs: number
  readonly periods: readonly PeriodOutcome[]
  /** All periods together. */
  readonly total: PeriodOutcome
  /** The total of each run at the percentiles 0.5, 1.5 … 99.5: 100 values, for histograms and for the percentile to plan on. */
  readonly percentilesMinor: readonly number[]
  readonly teams: readonly GroupOutcome[]
  readonly sellers: readonly GroupOutcome[]
  readonly deals: readonly DealOutlook[]
  readonly stageChances: readonly StageChance[]
  readonly closeTime: CloseTime
  readonly newDeals: NewDealsBasis | null
  readonly shockSize: number
  readonly sources: readonly UncertaintySource[]
  readonly notes: readonly PipelineNote[]
}

export type PipelineNote =
  | { kind: 'withoutAmount'; count: number }
  | { kind: 'overdue'; count: number; amountMinor: number }
  | { kind: 'stale'; count: number; amountMinor: number }
  /** So few closed deals that chances are mostly the prior. */
  | { kind: 'littleHistory'; closed: number }
  | { kind: 'noStageHistory' }
  | { kind: 'noCreatedDates'; count: number }
