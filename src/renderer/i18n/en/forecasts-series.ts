// The words about what a series stands on, in English.
export const forecastSeries = {
  /** Shown under `forecasts.series`. */
  words: {},
  /** Join the errors, commands and progress of forecasts. */
  errors: {},
  commands: {},
  progress: {}
} as const
