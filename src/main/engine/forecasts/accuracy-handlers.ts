// Answers the calls about how right forecasts have been: those made at each state of the data, held against what came.
import type { accuracyCalls } from '#shared/forecasts/contract-accuracy.ts'
import type { HandlersOf } from '../handler.ts'

export const accuracyHandlers: HandlersOf<typeof accuracyCalls> = {}
