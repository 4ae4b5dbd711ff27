// Every forecasting method there is. A new one is a file beside these, one line here, its id in method-types.ts and its words on the screen.
import type { MethodId } from '../method-types.ts'
import { automatic } from './automatic.ts'
import { croston } from './croston.ts'
import { damped } from './damped.ts'
import { drift } from './drift.ts'
import { ets } from './ets.ts'
import { holt } from './holt.ts'
import { holtWinters } from './holt-winters.ts'
import { mean } from './mean.ts'
import type { ForecastMethod } from './method.ts'
import { naive } from './naive.ts'
import { regression } from './regression.ts'
import { sba } from './sba.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { simple } from './simple.ts'
import { stlEts } from './stl-ets.ts'
import { theta } from './theta.ts'
import { tsb } from './tsb.ts'

const byId: Record<MethodId, ForecastMethod> = {
  automatic,
  seasonalNaive,
  naive,
  drift,
  mean,
  simple,
  holt,
  damped,
  holtWinters,
  ets,
  theta,
  stlEts,
  croston,
  sba,
  tsb,
  regression
}

/** In the order in which they are offered. */
export const forecastMethods: readonly ForecastMethod[] = Object.values(byId)

export const methodIds = [
  'automatic',
  'seasonalNaive',
  'naive',
  'drift',
  'mean',
  'simple',
  'holt',
  'damped',
  'holtWinters',
  'ets',
  'theta',
  'stlEts',
  'croston',
  'sba',
  'tsb',
  'regression'
] as const satisfies readonly MethodId[]

export function getMethod(id: MethodId): ForecastMethod {
  return byId[id]
}

/** The method every other has to beat: the value of a year before, or the last one below a year of history. */
export function baselineOf(count: number, seasonLength: number): 'seasonalNaive' | 'naive' {
  return seasonLength > 1 && count >= seasonLength ? 'seasonalNaive' : 'naive'
}

/** Whether a history of so many values is long enough for a method. */
export function isLongEnough(method: ForecastMethod, count: number, seasonLength: number): boolean {
  const needs = method.needs(seasonLength)
  return needs !== null && count >= needs
}
