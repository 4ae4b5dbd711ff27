// The words about the pipeline forecast, in Spanish.
import type { forecastPipeline as english } from '../en/forecasts-pipeline.ts'
import type { Texts } from '../texts.ts'

export const forecastPipeline: Texts<typeof english> = { words: {}, errors: {}, commands: {}, progress: {} }
