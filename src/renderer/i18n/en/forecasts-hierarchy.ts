// The words about parts and whole, in English.
export const forecastHierarchy = {
  /** Shown under `forecasts.hierarchy`. */
  words: {},
  /** Join the errors, commands and progress of forecasts. */
  errors: {},
  commands: {},
  progress: {}
} as const
