// What a scenario assumes about work, worth and travel: what was saved, or what is assumed until somebody says otherwise.
import type { Reader } from '#engine/db.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { findTerritorySettings } from './store-rules.ts'

/** Road km per straight km: Ballou, Rahardja and Sakai (2002), for the countries that people ask about; elsewhere 1.3 is assumed. */
const circuityOf: Readonly<Record<string, number>> = { US: 1.2, IN: 1.31, MX: 1.46, ES: 1.58 }
const otherCircuity = 1.3

/**
 * What is assumed until somebody says otherwise: a call a month of one hour at every account, six hours in the field on 200 days (1,200
 * selling hours a year), 60 km/h. Potential is unknown until a field is chosen for it.
 */
function assumeSettings(numberLocale: string): TerritorySettings {
  const country = new Intl.Locale(numberLocale).region
  return {
    classField: 'segment',
    callNorms: [],
    otherCalls: { callsPerYear: 12, minutesPerCall: 60 },
    potentialField: null,
    customWeights: { workload: 0.5, potential: 0.3, revenue: 0.2 },
    circuity: (country === undefined ? undefined : circuityOf[country]) ?? otherCircuity,
    speedKmh: 60,
    hoursPerDay: 6,
    daysPerYear: 200,
    bandRatio: 0.15,
    exceptionLimitRatio: 0.15,
    dependenceRatio: 0.3
  }
}

export function getTerritorySettings(db: Reader, scenarioId: ScenarioId): TerritorySettings {
  return findTerritorySettings(db, scenarioId) ?? assumeSettings(getSettings(db).numberLocale)
}
