// The words about cases of what may come, in English.
export const forecastCases = {
  /** Shown under `forecasts.cases`. */
  words: {},
  /** Join the errors, commands and progress of forecasts. */
  errors: {},
  commands: {},
  progress: {}
} as const
