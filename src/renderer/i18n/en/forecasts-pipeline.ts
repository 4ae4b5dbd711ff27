// The words about the pipeline forecast, in English.
export const forecastPipeline = {
  /** Shown under `forecasts.pipeline`. */
  words: {},
  /** Join the errors, commands and progress of forecasts. */
  errors: {},
  commands: {},
  progress: {}
} as const
