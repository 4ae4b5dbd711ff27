// The words about the methods of forecasting, in English.
export const forecastMethods = {
  /** Shown under `forecasts.methods`. */
  words: {},
  /** Join the errors, commands and progress of forecasts. */
  errors: {},
  commands: {},
  progress: {}
} as const
