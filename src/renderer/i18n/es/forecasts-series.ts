// The words about what a series stands on, in Spanish.
import type { forecastSeries as english } from '../en/forecasts-series.ts'
import type { Texts } from '../texts.ts'

export const forecastSeries: Texts<typeof english> = { words: {}, errors: {}, commands: {}, progress: {} }
