// The worker's part of keeping forecasts: makes them one after the other and says how far it is.
import type { SavedForecast, SnapshotForecasts, SnapshotRequest } from '#shared/forecasts/accuracy/snapshot.ts'
import type { PipelineInput } from '#shared/forecasts/pipeline-types.ts'
import type { WorkerContext } from '../worker-tasks.ts'

export interface SavedPipeline extends Pick<SavedForecast, 'steps'> {
  readonly method: 'pipeline'
  readonly chosen: 'simulated'
}

export interface Saved {
  readonly scaleMinor: SnapshotForecasts['scaleMinor']
  readonly forecasts: readonly (SavedForecast | SavedPipeline)[]
}

/** A history, and for the pipeline its deals besides. */
export type SaveRequest = SnapshotRequest & { readonly pipeline: PipelineInput | null }

export async function snapshotsTask(
  { requests, done, total }: { requests: readonly SaveRequest[]; done: number; total: number },
  context: WorkerContext
): Promise<Saved[]> {
  // Loaded when it is asked for: threads that read files do without.
  const [{ findScale, makeSnapshot }, { forecastPipeline }] = await Promise.all([
    import('#shared/forecasts/accuracy/snapshot.ts'),
    import('#shared/forecasts/pipeline/forecast.ts')
  ])
  return requests.map(({ pipeline, ...request }, at): Saved => {
    context.progress(done + at, total, 'forecasts.progress.snapshots')
    if (pipeline === null) return makeSnapshot(request)
    const { periods } = forecastPipeline(pipeline)
    return {
      scaleMinor: findScale(request.values, request.seasonLength),
      forecasts: [
        {
          method: 'pipeline',
          chosen: 'simulated',
          steps: periods.map(({ meanMinor, p10Minor, p90Minor, low95Minor, high95Minor }) => [
            meanMinor,
            p10Minor,
            p90Minor,
            low95Minor,
            high95Minor
          ])
        }
      ]
    }
  })
}
