// Loads the numbers that sales may follow, with their values in the past periods of a series and in the coming ones.
import type { Reader } from '#engine/db.ts'
import { listSellers } from '#engine/people/store.ts'
import { listDrivers } from '#shared/forecasts/series/drivers.ts'
import type { Driver } from '#shared/forecasts/series-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Period } from '#shared/units/period.ts'
import { listDriverValues } from './store-series.ts'
import { getForecastSettings } from './store-settings.ts'

/** Those who bring in sales; SDRs and managers are left away. */
const selling: readonly string[] = ['seller', 'account_manager']

/**
 * @param past the complete periods of the history, in order
 * @param future the coming ones
 */
export function loadDrivers(
  db: Reader,
  scenarioId: ScenarioId,
  past: readonly Pick<Period, 'startsOn' | 'endsOn'>[],
  future: readonly Pick<Period, 'startsOn' | 'endsOn'>[]
): Driver[] {
  return listDrivers({
    past,
    future,
    holidays: getForecastSettings(db, scenarioId).holidays,
    people: listSellers(db).filter((seller) => selling.includes(seller.role)),
    pasted: listDriverValues(db)
  })
}
