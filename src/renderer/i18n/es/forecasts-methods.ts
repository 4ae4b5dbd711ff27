// The words about the methods of forecasting, in Spanish.
import type { forecastMethods as english } from '../en/forecasts-methods.ts'
import type { Texts } from '../texts.ts'

export const forecastMethods: Texts<typeof english> = { words: {}, errors: {}, commands: {}, progress: {} }
