// The worker's part of comparing methods: tries each on the past, one after the other.
import type { Backtest } from '#shared/forecasts/method-types.ts'
import type { KnownDriver } from '#shared/forecasts/rules.ts'
import type { WorkerContext } from '../worker-tasks.ts'

export interface CompareInput {
  readonly values: readonly number[]
  readonly seasonLength: number
  readonly horizon: number
  readonly drivers: readonly KnownDriver[]
}

export async function compareTask(input: CompareInput, context: WorkerContext): Promise<Backtest> {
  const { values, seasonLength, horizon, drivers } = input
  // Loaded when it is asked for: threads that read files do without.
  const [{ compareMethods }, { methodIds }] = await Promise.all([
    import('#shared/forecasts/backtest.ts'),
    import('#shared/forecasts/methods/index.ts')
  ])
  return compareMethods(values, seasonLength, {
    horizon,
    drivers,
    methods: methodIds,
    onMethod: (_, done, total) => context.progress(done, total, 'forecasts.progress.compare')
  })
}
