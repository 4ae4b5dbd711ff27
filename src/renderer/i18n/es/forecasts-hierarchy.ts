// The words about parts and whole, in Spanish.
import type { forecastHierarchy as english } from '../en/forecasts-hierarchy.ts'
import type { Texts } from '../texts.ts'

export const forecastHierarchy: Texts<typeof english> = { words: {}, errors: {}, commands: {}, progress: {} }
