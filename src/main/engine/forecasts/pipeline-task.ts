// The worker's part of the pipeline forecast: learns the chances and simulates what becomes of the deals.
import type { PipelineForecast, PipelineInput } from '#shared/forecasts/pipeline-types.ts'
import type { WorkerContext } from '../worker-tasks.ts'

export async function pipelineTask(input: PipelineInput, context: WorkerContext): Promise<PipelineForecast> {
  // Loaded when it is asked for: threads that read files do without.
  const { forecastPipeline } = await import('#shared/forecasts/pipeline/forecast.ts')
  const say = (done: number, of: number): void => context.progress(done, of, 'forecasts.progress.simulate')
  say(0, input.options.runs)
  return forecastPipeline(input, { onProgress: say })
}
