// The worker's part of forecasting the parts: one after the other, those at the top first, each sent ahead as soon as it is made.
import type { PartBase } from '#shared/forecasts/hierarchy/parts.ts'
import type { WorkerContext } from '../worker-tasks.ts'

export interface PartsWork {
  /** Histories in the order in which they are wanted. */
  readonly histories: readonly (readonly number[])[]
  /** How many are forecast already. */
  readonly made: number
  readonly seasonLength: number
  readonly horizon: number
}

/** The forecasts made since the last time, the first of them the `from`-th of all. */
export interface MadeParts {
  readonly from: number
  readonly bases: readonly PartBase[]
}

/** So many at a time: enough to be told ten times a second at most. */
const sentAtOnce = 4

export async function partsTask(
  { histories, made, seasonLength, horizon }: PartsWork,
  context: WorkerContext<MadeParts>
): Promise<number> {
  // Loaded when it is asked for: threads that read files do without.
  const { forecastPart } = await import('#shared/forecasts/hierarchy/forecast-part.ts')
  const total = made + histories.length
  let bases: PartBase[] = []
  histories.forEach((values, at) => {
    context.progress(made + at, total, 'forecasts.progress.parts')
    bases.push(forecastPart(values, seasonLength, horizon))
    if (bases.length < sentAtOnce && at < histories.length - 1) return
    context.send({ from: made + at + 1 - bases.length, bases })
    bases = []
  })
  context.progress(total, total, 'forecasts.progress.parts')
  return total
}
