// The words about how right forecasts have been, in English.
export const forecastAccuracy = {
  /** Shown under `forecasts.accuracy`. */
  words: {},
  /** Join the errors, commands and progress of forecasts. */
  errors: {},
  commands: {},
  progress: {}
} as const
