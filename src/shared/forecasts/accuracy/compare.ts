// Holds kept forecasts against what came of the periods that are over.
import type { ComparedForecast, ForecastSnapshot } from '../accuracy-types.ts'

/**
 * Lists every forecast of a period that is over, with what came.
 *
 * @param snapshot what was said on one day
 * @param actualOf what was sold in a period by whom the forecast was of, minor units; undefined while the period isn't over
 * @returns one entry a period, the nearest first
 * @missing periods that aren't over, or that the calendar no longer has, are absent
 * @example compareSnapshot(snapshot, () => undefined) // []
 */
export function compareSnapshot(
  snapshot: ForecastSnapshot,
  actualOf: (periodKey: string) => number | undefined
): ComparedForecast[] {
  const { dataAsOf, origin, cutKey, method, scaleMinor } = snapshot
  return snapshot.points.flatMap((point, at): ComparedForecast[] => {
    const actualMinor = actualOf(point.periodKey)
    if (actualMinor === undefined) return []
    const { periodKey, middleMinor, low80Minor, high80Minor, low95Minor, high95Minor } = point
    return [
      {
        dataAsOf,
        origin,
        cutKey,
        method,
        periodKey,
        steps: at + 1,
        forecastMinor: middleMinor,
        actualMinor,
        scaleMinor,
        low80Minor,
        high80Minor,
        low95Minor,
        high95Minor
      }
    ]
  })
}
