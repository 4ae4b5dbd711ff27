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
  /**
   * The open stages it has been in with the day it came into each, the first one first; empty where no history is known. Of an open deal the last
   * entry is the stage it is in.
   */
  readonly stageHistory: readonly { readonly stageId: StageId; readonly enteredOn: IsoDate }[]
  /** Days of all its activities, the first one first; empty where single activities aren't known. */
  readonly activityDays: readonly IsoDate[]
  /** The close dates it was expected to have, with the day from which each was known, the first one first, while it was open. */
  readonly closeDates: readonly { readonly seenOn: IsoDate; readonly closeOn: IsoDate }[]
  readonly isNewBusiness: boolean | null
  /** As the CRM says it, and as a person has called it since. Of a closed deal the last one it had while it was open; null if not known. */
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
  /** Whether the forecast is corrected by how it would have done at earlier quarter ends. */
  readonly hasRecord: boolean
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

/**
 * A chance with what it stands on: observed, drawn towards the prior by as much as n is small, and its 80 % range. With `weight` = n ÷ (n +
 * priorStrength), the chance is weight × observed + (1 − weight) × prior.
 */
export interface LearntChance {
  /** Deals that closed, won or lost. */
  readonly n: number
  readonly won: number
  /** Deals still open: they count for as long as they have been open. */
  readonly open: number
  /** What part is won in the end, with open deals respected, so it isn't just won ÷ n. Null when n is 0. */
  readonly observedRatio: number | null
  readonly priorRatio: number
  /** As many deals as the prior counts for. */
  readonly priorStrength: number
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
  /** Closed deals it is learnt from. With no open ones either nothing could be learnt, and the factor is the declared default. */
  readonly n: number
  readonly won: number
  /** Deals still open: each counts by how surely it would have been won by now if it ever were. */
  readonly open: number
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
  /** Pace of winning by month of the year, January first: 1 is as on average. Null with less than two years: all months alike. */
  readonly seasonRatios: readonly number[] | null
  /** Steps of the survival curve: the part still open after so many days. */
  readonly curve: readonly {
    readonly days: number
    readonly openRatio: number
    readonly wonRatio: number
    readonly lostRatio: number
  }[]
}

export type ChanceReason =
  | { kind: 'stage'; stageId: StageId; segment: string | null; chance: LearntChance }
  /** No history of stages: the chance is that of all deals, or of all of a segment. */
  | { kind: 'overall'; segment: string | null; chance: LearntChance }
  /** What the playbook says of its stage against the stages of the other open deals; counts half, since no outcomes tell. */
  | { kind: 'stated'; ratio: number; factor: number }
  /** Days in its stage, or since it was made where no history of stages is known, and the band they fall into; `toDays` null: no end. */
  | { kind: 'age'; days: number; since: 'stage' | 'made'; fromDays: number; toDays: number | null; odds: OddsFactor }
  | { kind: 'seller'; sellerId: SellerId; odds: OddsFactor }
  | { kind: 'overdue'; days: number; odds: OddsFactor }
  | { kind: 'stale'; days: number; odds: OddsFactor }
  | { kind: 'category'; category: DealCategory; odds: OddsFactor }
  /** How forecasts at earlier quarter ends turned out: the odds count so much more or less. */
  | { kind: 'record'; factor: number; cuts: number }
  | { kind: 'called'; ratio: number }

export interface DealOutlook {
  readonly dealId: OpportunityId
  readonly label: string
  readonly accountName: string | null
  readonly sellerId: SellerId | null
  readonly stageId: StageId
  readonly category: DealCategory | null
  readonly amountMinor: number | null
  /** Where it has no amount: what won deals of its segment, or all of them, brought on average. Null when nothing was won yet. */
  readonly assumedAmountMinor: number | null
  readonly closeOn: IsoDate | null
  readonly chanceRatio: number
  /** Chance to be won in each period of the forecast; what is missing to `chanceRatio` comes later. */
  readonly periodRatios: readonly number[]
  /** Chance within the periods × amount, or × assumed amount; null when there is neither. */
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
  /** Null: deals without a seller or team, and new deals of people who make none any more. */
  readonly id: number | null
  readonly bookedMinor: number
  /** Open deals. */
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
  /** Variance of the months over their mean: 1 is pure chance. */
  readonly dispersionRatio: number
  /** Whether months of the year have their own rate: with two years of deals or more. */
  readonly isSeasonal: boolean
  readonly winRatio: LearntChance
  readonly meanWonMinor: number
  /** Won deals that the amounts are drawn from. */
  readonly wonDeals: number
}

/** What the forecast would have said on an earlier day of what was still to come, and what came. */
export interface RecordCut {
  readonly madeOn: IsoDate
  /** The last day it counts, and what came up to it. */
  readonly untilOn: IsoDate
  readonly forecastMinor: number
  readonly actualMinor: number
  /** How far what came may lie from it by the model's own chance: standard deviation of the logarithm. */
  readonly expectedSpread: number
}

/** How the forecast would have done at earlier quarter ends, and what is corrected by it. */
export interface PipelineRecord {
  /** The latest first; those with too little before them to learn from are left out. */
  readonly cuts: readonly RecordCut[]
  /** False with fewer than two cuts: nothing is corrected, and the factor is 1. */
  readonly isApplied: boolean
  /** What came over what was said, on average of the cuts. Null without any. */
  readonly observedFactor: number | null
  /** How much of it counts, 0 to 1: the more the more cuts there are and the more alike they are. */
  readonly weightRatio: number
  /** What everything that is to come is multiplied by. */
  readonly factor: number
  /** Added to the range: standard deviation of the logarithm of all that is to come. */
  readonly spread: number
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
  /** Null: not asked for. */
  readonly record: PipelineRecord | null
  readonly sources: readonly UncertaintySource[]
  readonly notes: readonly PipelineNote[]
}

export type PipelineNote =
  /** `typicalMinor`: what they are taken to bring on average; null when nothing was won, so that they count for nothing. */
  | { kind: 'withoutAmount'; count: number; typicalMinor: number | null }
  | { kind: 'overdue'; count: number; amountMinor: number }
  | { kind: 'stale'; count: number; amountMinor: number }
  /** So few closed deals that chances are mostly the prior. */
  | { kind: 'littleHistory'; closed: number }
  | { kind: 'noStageHistory' }
  /** Open deals whose age isn't known: they count as average ones. */
  | { kind: 'noCreatedDates'; count: number }
  /** No deal was ever closed and the playbook states nothing: chances are 50 % with the widest range. */
  | { kind: 'noChances' }
  /** No earlier close dates are known, so nobody can tell whether they are kept: time alone says when deals close. */
  | { kind: 'closeDatesUntested'; count: number }
  /** How much the expected close dates count beside the time deals take, learnt from how they were kept: 0 to 1. */
  | { kind: 'closeDatesWeight'; weightRatio: number; n: number }
  /** History can't tell what becomes of such deals: a declared discount stands in. */
  | { kind: 'declaredDiscount'; of: 'overdue' | 'stale' | 'omitted'; factor: number; count: number }
  /** No deal with dates was ever won: deals close on their expected dates, and without one at any time within a year. */
  | { kind: 'noCloseTimes' }
  /** New deals are asked for but none can be expected: too few were made, or nothing was won. */
  | { kind: 'noNewDeals' }
  /** Everything that is to come is multiplied by this, by how forecasts at so many earlier quarter ends turned out. */
  | { kind: 'record'; factor: number; cuts: number }
  /** Fewer than two earlier quarter ends have enough before and after them: nothing is corrected. */
  | { kind: 'noRecord'; cuts: number }

/** What a person called for a period. */
export interface PersonCall {
  readonly personKey: string
  readonly category: 'commit' | 'bestCase' | 'call'
  /** Whose sales were called. */
  readonly cutKey: string
  readonly periodKey: string
  readonly madeOn: IsoDate
  readonly amountMinor: number
}

/** What came, of a period that has ended. */
export interface CalledActual {
  readonly cutKey: string
  readonly periodKey: string
  readonly amountMinor: number
}

/** How a person's calls of a category turned out: 0.1 is a tenth more than called, −0.2 a fifth less. */
export interface CallBias {
  readonly personKey: string
  readonly category: PersonCall['category']
  /** Periods called that have ended; several calls of one period count once, by their mean. */
  readonly n: number
  /** Calls of nothing or less: no ratio can be made of them. */
  readonly leftOut: number
  readonly meanErrorRatio: number | null
  /** Drawn towards what all people's calls of the category missed by, and that towards none, by as much as n is small. */
  readonly biasRatio: number
  /** 80 % range of what the next call is missed by; null with fewer than two periods. */
  readonly lowRatio: number | null
  readonly highRatio: number | null
}
