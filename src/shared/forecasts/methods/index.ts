// Every forecasting method there is. A new one is a file beside these, one line here, its id in types.ts and its words on the screen.
import type { MethodId } from '../types.ts'
import { drift } from './drift.ts'
import { mean } from './mean.ts'
import type { ForecastMethod } from './method.ts'
import { naive } from './naive.ts'
import { seasonalNaive } from './seasonal-naive.ts'

const byId: Record<MethodId, ForecastMethod> = { seasonalNaive, naive, drift, mean }

/** In the order in which they are offered; the baseline first. */
export const forecastMethods: readonly ForecastMethod[] = Object.values(byId)

export const methodIds = ['seasonalNaive', 'naive', 'drift', 'mean'] as const satisfies readonly MethodId[]

export function getMethod(id: MethodId): ForecastMethod {
  return byId[id]
}
