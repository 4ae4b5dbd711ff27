// Answers the calls about the open pipeline: chances, simulated outcomes and what people call.
import type { pipelineCalls } from '#shared/forecasts/contract-pipeline.ts'
import type { HandlersOf } from '../handler.ts'

export const pipelineHandlers: HandlersOf<typeof pipelineCalls> = {}
