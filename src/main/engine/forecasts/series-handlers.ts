// Answers the calls about what a series stands on: one-off deals, changed definitions, typed totals and drivers.
import type { seriesCalls } from '#shared/forecasts/contract-series.ts'
import type { HandlersOf } from '../handler.ts'

export const seriesHandlers: HandlersOf<typeof seriesCalls> = {}
