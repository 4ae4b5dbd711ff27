// What the pipeline's calls answer: the state of the open pipeline, the last simulation of it, its deals in rows, and what people call.
import type { OpportunityId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type {
  CallBias,
  ChanceReason,
  DealCategory,
  GroupOutcome,
  PipelineForecast,
  PipelineOptions,
  PipelinePeriod
} from './pipeline-types.ts'
import type { ForecastId } from './types.ts'

export type DealCallId = Id<'dealCall'>
export type ForecastCallId = Id<'forecastCall'>
export type PipelineGrain = 'week' | 'month' | 'quarter'
export type PipelineReach = 'planYear' | 'runningYear'

/** What a person says of a deal over what the CRM says; a null part says nothing. */
export interface DealCall {
  readonly id: DealCallId
  readonly dealId: OpportunityId
  readonly madeOn: IsoDate
  readonly category: DealCategory | null
  readonly chanceRatio: number | null
  readonly closeOn: IsoDate | null
  /** In the workspace's currency. */
  readonly amountMinor: number | null
  readonly note: string
}

/** Whose sales a person calls. Names are kept, so that an old call still says whose it was. */
export type CallCut =
  | { kind: 'company' }
  | { kind: 'team'; teamId: TeamId; name: string }
  | { kind: 'seller'; sellerId: SellerId; name: string }

/** Commit: at the least; best case: if all goes well; call: what is expected. */
export type CallCategory = 'commit' | 'bestCase' | 'call'

/** What a person says a period will bring, won deals of the whole period. */
export interface ForecastCall {
  readonly id: ForecastCallId
  readonly madeOn: IsoDate
  readonly periodKey: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly bySellerId: SellerId | null
  readonly byName: string
  readonly cut: CallCut
  readonly category: CallCategory
  readonly amountMinor: number
  readonly currency: CurrencyCode
  readonly note: string
}

/** A word of the CRM's forecast category, and what it is read as; null: not known. */
export interface CategoryWord {
  readonly word: string
  readonly category: DealCategory | null
  readonly openDeals: number
}

/** A goal with where it comes from: typed by the user, or imported for these very days (or for the parts that make them up). */
export interface FoundTarget {
  readonly amountMinor: number
  readonly source: 'typed' | 'imported'
}

/** How a simulation is asked for. */
export interface PipelineChoices extends PipelineOptions {
  readonly grain: PipelineGrain
  readonly reach: PipelineReach
}

/** All periods together; of a fiscal year with what was booked of it before the first of them. */
export interface PipelineTotal {
  readonly fromKey: string
  readonly toKey: string
  /** The year that the numbers hold as a whole; null by week. */
  readonly fiscalYear: number | null
  /** Booked in the year's periods before the first one forecast; 0 by week. */
  readonly beforeMinor: number
  readonly bookedMinor: number
  readonly openMinor: number
  readonly newMinor: number
  readonly meanMinor: number
  readonly p10Minor: number
  readonly p50Minor: number
  readonly p90Minor: number
  readonly low95Minor: number
  readonly high95Minor: number
  readonly percentilesMinor: readonly number[]
  readonly target: FoundTarget | null
  /** Part of the runs that reach the target; null without one. */
  readonly reachRatio: number | null
}

export interface NamedOutcome extends GroupOutcome {
  /** Empty for deals that belong to nobody. */
  readonly name: string
}

export interface PipelineResult {
  /** UTC instant. */
  readonly madeAt: string
  readonly choices: PipelineChoices
  /** Since it was made, rows it stands on have changed, or other choices are asked for. */
  readonly hasNewRows: boolean
  readonly hasOtherChoices: boolean
  readonly forecast: Omit<PipelineForecast, 'deals' | 'teams' | 'sellers' | 'percentilesMinor'>
  readonly total: PipelineTotal
  readonly teams: readonly NamedOutcome[]
  readonly sellers: readonly NamedOutcome[]
}

export interface PipelineStageName {
  readonly id: StageId
  readonly name: string
  readonly status: StageStatus
}

export interface PipelineOverview {
  readonly asOf: IsoDate
  readonly currency: CurrencyCode
  readonly planYear: number
  readonly runningYear: number
  readonly open: {
    readonly deals: number
    /** Of the deals that say one. */
    readonly amountMinor: number
    readonly withoutAmount: number
    readonly withoutCloseDate: number
  }
  /** Deals that no number holds: open ones without a rate into the currency, those made and those closed after the data end. */
  readonly leftOut: { readonly otherCurrency: number; readonly madeLater: number; readonly closedLater: number }
  readonly categories: readonly CategoryWord[]
  readonly stages: readonly PipelineStageName[]
  /** What would be forecast by the choices asked for. */
  readonly periods: readonly PipelinePeriod[]
  readonly result: PipelineResult | null
}

export interface PipelineDealRow {
  readonly id: OpportunityId
  readonly label: string
  readonly accountName: string | null
  readonly sellerId: SellerId | null
  readonly sellerName: string | null
  readonly teamName: string | null
  readonly segment: string | null
  readonly stageId: StageId
  readonly stageName: string
  /** In force: the call where there is one, otherwise as the CRM says it. */
  readonly category: DealCategory | null
  readonly amountMinor: number | null
  /** What it is taken to bring where it has no amount; null where it has one, and where nothing was won yet. */
  readonly assumedAmountMinor: number | null
  readonly closeOn: IsoDate | null
  /** Chance to be won at all, and within the periods. */
  readonly chanceRatio: number
  readonly withinRatio: number
  readonly expectedMinor: number | null
  /** The period in which it is most likely to be won, if it is; null without any chance in them. */
  readonly likelyKey: string | null
  /** How far the total swings with it: amount × √(chance within the periods × the rest). */
  readonly swingMinor: number | null
  readonly isOverdue: boolean
  readonly isStale: boolean
  readonly slips: number
  readonly call: DealCall | null
}

export interface PipelineDealDetail {
  readonly row: PipelineDealRow
  readonly reasons: readonly ChanceReason[]
  readonly periodRatios: readonly number[]
  /** As the CRM says it. */
  readonly recorded: {
    readonly category: DealCategory | null
    readonly categoryWord: string | null
    readonly amountMinor: number | null
    readonly closeOn: IsoDate | null
  }
  readonly createdOn: IsoDate | null
  readonly stageEnteredOn: IsoDate | null
  readonly lastActivityOn: IsoDate | null
  /** The newest first. */
  readonly calls: readonly DealCall[]
}

export type PipelineError =
  /** There is no open deal in the workspace's currency. */
  | { code: 'forecasts.nothingOpen' }
  | { code: 'forecasts.dealNotOpen' }
  | { code: 'forecasts.callMissing' }
  | { code: 'forecasts.pipelineMissing' }
  | { code: 'forecasts.pipelineOutdated' }
  | { code: 'forecasts.periodUnknown'; key: string }

/** A call with what came of it. */
export interface CallRow extends ForecastCall {
  /** Of the record of the person's calls. */
  readonly personKey: string
  /** Won in the period; up to the end of the data while it is running. */
  readonly bookedMinor: number
  readonly hasEnded: boolean
  /** What came over what was called, less one: 0.1 is a tenth more. Null while the period is running, or for a call of nothing. */
  readonly errorRatio: number | null
  /** The call moved by how the person's calls of that category have turned out; null when there is nothing to learn from. */
  readonly corrected: {
    readonly lowMinor: number | null
    readonly middleMinor: number
    readonly highMinor: number | null
  } | null
}

/** How a person's calls of a category turned out. */
export interface CallRecord extends CallBias {
  readonly byName: string
}

export interface PeopleCalls {
  readonly asOf: IsoDate
  readonly currency: CurrencyCode
  /** The newest first. */
  readonly calls: readonly CallRow[]
  readonly records: readonly CallRecord[]
  /** Calls of another currency than the workspace's: kept, and held against nothing. */
  readonly otherCurrency: number
}

export interface KeptPipelinePoint {
  readonly periodKey: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** The mean of the runs: means of periods add up, which their medians don't. */
  readonly middleMinor: number
  readonly low80Minor: number
  readonly high80Minor: number
  readonly low95Minor: number
  readonly high95Minor: number
}

/** What a kept simulation says besides its periods. */
export interface KeptPipelineBasis {
  readonly choices: PipelineChoices
  readonly total: Omit<PipelineTotal, 'percentilesMinor'>
  /** At 0.5, 1.5 … 99.5 %, of the whole of `total`. */
  readonly percentilesMinor: readonly number[]
  readonly openDeals: number
  readonly notes: PipelineForecast['notes']
}

/** A simulation that was kept with its scenario. */
export interface KeptPipeline extends KeptPipelineBasis {
  readonly forecastId: ForecastId
  /** UTC instant. */
  readonly madeAt: string
  readonly name: string
  readonly dataAsOf: IsoDate
  readonly currency: CurrencyCode
  readonly points: readonly KeptPipelinePoint[]
}
