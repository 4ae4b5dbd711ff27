// What the automatic forecast and the baseline say of one history: what a snapshot keeps, before it has periods and a day.
import { forecastAutomatically } from '../automatic/automatic.ts'
import { naive } from '../methods/naive.ts'
import { seasonalNaive } from '../methods/seasonal-naive.ts'
import { findRanges } from '../range.ts'

export interface SnapshotRequest {
  /** One value a period from the first sale to the last period that is over, minor units. */
  readonly values: readonly number[]
  readonly seasonLength: number
  readonly horizon: number
}

/** One step ahead: middle, then the ends of the 80 % and the 95 % range; minor units. */
export type SnapshotStep = readonly [
  middle: number,
  low80: number | null,
  high80: number | null,
  low95: number | null,
  high95: number | null
]

export interface SavedForecast {
  readonly method: 'automatic' | 'baseline'
  readonly chosen: string
  readonly steps: readonly SnapshotStep[]
}

export interface SnapshotForecasts {
  readonly scaleMinor: number | null
  readonly forecasts: readonly SavedForecast[]
}

/**
 * Forecasts a history by the automatic method and by the baseline, both with their ranges.
 *
 * The baseline is the one that the automatic method holds itself against: the seasonal naive, or the naive while there is less than a season.
 * Nothing below zero is said where no past value was below zero. Whole minor units.
 *
 * @param request values in minor units, at least one; season; horizon of at least 1
 * @returns both forecasts, and the scale for MASE
 * @errors RangeError without a value
 * @missing ends are null where there is nothing to tell a range from; the scale is null with less than a season and a value, and where nothing changed
 * @source methods/seasonal-naive.ts, automatic/automatic.ts, range.ts
 * @example makeSnapshot({ values: [100, 200], seasonLength: 4, horizon: 1 }).forecasts[1]?.steps[0]?.[0] // 200
 */
export function makeSnapshot({ values, seasonLength, horizon }: SnapshotRequest): SnapshotForecasts {
  const automatic = forecastAutomatically({ values, seasonLength, horizon })
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  const whole = (value: number) => Math.max(floor, Math.round(value))
  const byBaseline = (automatic.baseline.id === 'seasonalNaive' ? seasonalNaive : naive).forecast({
    values,
    seasonLength,
    horizon
  })
  const reaches = findRanges(byBaseline, values).steps
  return {
    scaleMinor: findScale(values, seasonLength),
    forecasts: [
      {
        method: 'automatic',
        chosen: automatic.method,
        steps: automatic.middle.map((middle, at): SnapshotStep => {
          const range = automatic.ranges?.[at]
          return range
            ? [whole(middle), whole(range.low80), whole(range.high80), whole(range.low95), whole(range.high95)]
            : [whole(middle), null, null, null, null]
        })
      },
      {
        method: 'baseline',
        chosen: automatic.baseline.id,
        steps: byBaseline.middle.map((middle, at): SnapshotStep => {
          const reach = reaches[at]
          return reach
            ? [
                whole(middle),
                whole(middle - reach.down80),
                whole(middle + reach.up80),
                whole(middle - reach.down95),
                whole(middle + reach.up95)
              ]
            : [whole(middle), null, null, null, null]
        })
      }
    ]
  }
}

/**
 * Gives the mean absolute change from a period to the same one a season later.
 *
 * @param values one per period, oldest first
 * @param seasonLength periods a season
 * @returns in the unit of the values
 * @missing null with fewer than a season and a value, and where nothing changed
 * @source R. J. Hyndman and A. B. Koehler (2006), as scores.ts
 * @example findScale([1, 2, 4], 1) // 1.5
 */
export function findScale(values: readonly number[], seasonLength: number): number | null {
  const changes = values.slice(seasonLength).map((value, at) => Math.abs(value - (values[at] ?? 0)))
  const sum = changes.reduce((total, change) => total + change, 0)
  return sum > 0 ? sum / changes.length : null
}
