// The words about how right forecasts have been, in Spanish.
import type { forecastAccuracy as english } from '../en/forecasts-accuracy.ts'
import type { Texts } from '../texts.ts'

export const forecastAccuracy: Texts<typeof english> = { words: {}, errors: {}, commands: {}, progress: {} }
