// What of a case is handed over as a target: the number, what it stands on, and its months, which add up to it exactly.
import { sum } from '#shared/math/sum.ts'
import type { PlansError } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, splitMinor } from '#shared/units/money.ts'
import type { CaseBase, CaseId, CaseOutcome, CaseRange } from './case-types.ts'
import type { ForecastId } from './types.ts'

/** What was said when it was handed over. */
export interface CaseTargetBasis {
  readonly caseId: CaseId
  readonly fiscalYear: number
  /** Null: the year with all levers at their middles. */
  readonly percentile: number | null
  readonly stretchRatio: number
  /** The case's year at the percentile, before the stretch. */
  readonly yearMinor: number
  readonly range: CaseRange | null
}

/** A case's number kept as a forecast. */
export interface CaseTarget extends CaseTargetBasis {
  readonly forecastId: ForecastId
  /** UTC instant. */
  readonly madeAt: string
  /** The case's name at that time. */
  readonly name: string
  readonly dataAsOf: IsoDate
  readonly currency: CurrencyCode
  readonly targetMinor: number
}

export type CaseError =
  | { code: 'forecasts.caseMissing' }
  | { code: 'forecasts.caseNameMissing' }
  | { code: 'forecasts.caseNameTaken'; name: string }
  | { code: 'forecasts.caseOrderStale' }
  | { code: 'forecasts.caseYearTooFar'; months: number }
  | { code: 'forecasts.caseTargetMissing' }
  /** The forecast has no range, so there is no percentile to plan on. */
  | { code: 'forecasts.caseNoRange' }
  | Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }>

/**
 * Reads the year of a case at a percentile.
 *
 * @param outcome of a case
 * @param percentile 1 to 99; null: the middle of the case
 * @returns minor units; between two of the 100 kept percentiles the mean of both, since they stand at the halves (0.5, 1.5 …)
 * @missing null where the case has no range
 * @errors RangeError for a percentile outside 1 to 99
 * @example yearAt({ middleMinor: 7, percentilesMinor: null }, null) // 7
 */
export function yearAt(
  { middleMinor, percentilesMinor }: Pick<CaseOutcome, 'middleMinor' | 'percentilesMinor'>,
  percentile: number | null
): number | null {
  if (percentile === null) return middleMinor
  if (!(Number.isInteger(percentile) && percentile >= 1 && percentile <= 99))
    throw new RangeError(`A percentile lies between 1 and 99, not ${percentile}`)
  const [below, above] = [percentilesMinor?.[percentile - 1], percentilesMinor?.[percentile]]
  return below === undefined || above === undefined ? null : Math.round((below + above) / 2)
}

/**
 * Turns a case into a target by month.
 *
 * The year at the percentile, times one and the stretch, is the target. What it is above or below the case's months is shared out over
 * what is still to come by each month's part of it, so that months that are over stay as sold; where nothing is to come, over the months not
 * over yet evenly, or else it all goes to the last month.
 *
 * @param base what the case starts from
 * @param outcome of the case
 * @param percentile 1 to 99; null: the middle
 * @param stretchRatio what is asked on top: 0.05 is 5 %
 * @returns minor units; the months add up to the target exactly
 * @missing null where a percentile is asked for and the case has no range
 * @example targetOfCase(base, outcome, null, 0)?.targetMinor // outcome.middleMinor
 */
export function targetOfCase(
  base: Pick<CaseBase, 'months' | 'dataAsOf'>,
  outcome: Pick<CaseOutcome, 'middleMinor' | 'monthsMinor' | 'percentilesMinor'>,
  percentile: number | null,
  stretchRatio: number
): { yearMinor: number; targetMinor: number; monthsMinor: number[] } | null {
  const yearMinor = yearAt(outcome, percentile)
  if (yearMinor === null) return null
  const targetMinor = Math.round(yearMinor * (1 + stretchRatio))
  const months = base.months.map((month, at) => outcome.monthsMinor[at] ?? month.soldMinor)
  const isOpen = base.months.map((month) => month.endsOn > base.dataAsOf)
  const toCome = base.months.map((month, at) => Math.max(0, (months[at] ?? 0) - month.soldMinor))
  const evenly = isOpen.map((open) => (open ? 1 : 0))
  const lastAlone = months.map((_, at) => (at === months.length - 1 ? 1 : 0))
  const weights = [toCome, evenly, lastAlone].find((each) => sum(each) > 0) ?? lastAlone
  const parts = splitMinor(targetMinor - sum(months), weights)
  return { yearMinor, targetMinor, monthsMinor: months.map((amount, at) => amount + (parts[at] ?? 0)) }
}
