// The words about cases of what may come, in Spanish.
import type { forecastCases as english } from '../en/forecasts-cases.ts'
import type { Texts } from '../texts.ts'

export const forecastCases: Texts<typeof english> = { words: {}, errors: {}, commands: {}, progress: {} }
