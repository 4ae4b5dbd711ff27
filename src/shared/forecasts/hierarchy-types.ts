// The parts of the company, each forecast by itself, and made to add up: what a tree of parts is, how it is reconciled, and what comes of it.
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { AutomaticMethodId, AutomaticReason } from './automatic/types.ts'
import type { ForecastRange, SeriesSource } from './types.ts'

/** By what the company is parted. */
export type PartsTreeId = 'teams' | 'territories' | 'segments'
/** Weeks of three hundred sellers say little and take long. */
export type PartsGrain = 'month' | 'quarter'

/** How parts are made to add up, in the order of the list in hierarchy/reconcilers. */
export type ReconcilerId =
  | 'minimumTrace'
  | 'byVariance'
  | 'ordinary'
  | 'bottomUp'
  | 'topDownForecast'
  | 'topDownHistory'

/** What becomes of the sales of people who left: they end, or go on with whoever took over. */
export type LeaversChoice = 'end' | 'goOn'

export type PartKind =
  | 'company'
  | 'team'
  | 'seller'
  /** The people who left a team, as one. */
  | 'leavers'
  /** Sellers in no team and deals without a seller. */
  | 'noTeam'
  | 'noSeller'
  | 'territory'
  /** Accounts that lie in a territory with others below it, and in none of those. */
  | 'ownAccounts'
  | 'noTerritory'
  | 'segment'
  | 'noSegment'

/** Why a part has the forecast it has, or none. */
export type PartStatus =
  | 'forecast'
  /** Not yet: the forecasts are still being made, or were stopped. */
  | 'waiting'
  /** Nothing was sold in a complete period: nothing is forecast, and it isn't guessed. */
  | 'noHistory'
  /** Its people left, and their sales are taken to end. */
  | 'ended'

export type PartNote =
  /** So many people of the part have sold nothing yet: what they will sell is not in it. */
  | { kind: 'withoutHistory'; count: number }
  /** People who left, the first of them by name. */
  | { kind: 'leavers'; count: number; names: string[] }
  /** Periods that were held at zero, as nothing was ever sold below it. */
  | { kind: 'heldAtZero'; periods: number }
  /** Fewer than two years of history: a season can't be told from chance. */
  | { kind: 'seasonUnknown'; missingPeriods: number }
  | { kind: 'outliers'; count: number }
  /** Too few past errors to weigh it by: it is held to be as wrong as it is large. */
  | { kind: 'fewErrors'; count: number }

/** What a gap between a whole and its parts did to a forecast. */
export interface PartPull {
  /** The whole whose parts didn't add up to it. */
  key: string
  /** How much more the whole was than its parts, all periods together. */
  gapMinor: number
  /** How much of that came into this forecast; below 0 it was taken off. */
  movedMinor: number
}

export interface PartPoint extends ForecastRange {
  /** As forecast by itself; null where nothing is. */
  baseMinor: number | null
  /** As it adds up. */
  middleMinor: number | null
}

export interface PartForecast {
  /** 'team:3'; says the same part in every forecast. */
  key: string
  kind: PartKind
  /** Empty where the kind says it all. */
  name: string
  parentKey: string | null
  /** 0 for the company. */
  depth: number
  status: PartStatus
  /** Sold by complete period, the newest last, as long as the company's; null before the first sale. */
  history: (number | null)[]
  /** Sold in the last year of complete periods; null with fewer. */
  lastYearMinor: number | null
  method: AutomaticMethodId | null
  reason: AutomaticReason | null
  /** How much of its own forecast is the baseline's; null without a back-test. */
  baselineShareRatio: number | null
  points: PartPoint[]
  total: PartPoint
  /** The periods of the plan's year; null where the forecast doesn't cover all that of them is left. */
  year: PartPoint | null
  /** Of the company's total. Null where that is 0. */
  shareRatio: number | null
  /** How wide its range is against that of its own forecast: 1 as wide. Null without one. */
  widthRatio: number | null
  /** The largest of them, those that matter least left away; empty where the way to add up knows none. */
  pulls: PartPull[]
  notes: PartNote[]
}

/** How far parts and whole were apart. */
export interface PartsSummary {
  companyBaseMinor: number
  /** The highest level of several parts, each forecast by itself, added up. */
  topPartsBaseMinor: number
  /** The smallest parts, each forecast by itself, added up. */
  leavesBaseMinor: number
  companyMinor: number
  /** What the smallest parts moved in all, up and down. */
  movedMinor: number
  leaves: number
}

export interface PartsForecast {
  scenarioId: ScenarioId
  tree: PartsTreeId
  grain: PartsGrain
  reconciler: ReconcilerId
  leavers: LeaversChoice
  source: SeriesSource
  currency: CurrencyCode
  dataAsOf: IsoDate
  /** UTC instant at which the forecasts were begun. */
  madeAt: string
  historyKeys: string[]
  periods: { key: string; startsOn: IsoDate; endsOn: IsoDate }[]
  fiscalYear: number
  /** Whether all periods of the plan's year are forecast; otherwise some are sold already, and `year` is the rest of it. */
  isWholeYear: boolean
  /** In the order of the tree, the company first. */
  parts: PartForecast[]
  /** Forecasts made so far, and how many there will be. */
  done: number
  toDo: number
  /** The part whose forecast is being made, or would be next; null when all are made. */
  nextKey: string | null
  isFinished: boolean
  /** Null until all forecasts are made: only then they can be made to add up. */
  summary: PartsSummary | null
  /** How far correlations of errors were drawn to 0; null where they play no part. */
  shrinkageRatio: number | null
  /** How many parts have other sales now than the forecasts were made from, appeared or went; 0 when all is as it was. */
  changedParts: number
}

export interface KeptParts {
  madeAt: string
  keptAt: string
  tree: PartsTreeId
  grain: PartsGrain
  reconciler: ReconcilerId
  dataAsOf: IsoDate
  companyMinor: number | null
}

export interface PartsView {
  /** What was made since the file was opened, else what was kept for these choices; null where there is neither. */
  forecast: PartsForecast | null
  isFromKept: boolean
  /** The one that was kept with the scenario, whatever its choices. */
  kept: KeptParts | null
  /** How many parts the tree has now. */
  partCount: number
}

export type PartsError =
  /** The forecasts aren't all made: there is nothing that adds up to keep. */
  | { code: 'forecasts.partsMissing' }
  /** Nothing lies in the tree: no teams, territories or segments. */
  | { code: 'forecasts.noParts'; tree: PartsTreeId }
