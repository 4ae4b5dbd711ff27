// Answers the calls about the parts of the company, forecast one by one and made to add up.
import type { hierarchyCalls } from '#shared/forecasts/contract-hierarchy.ts'
import type { HandlersOf } from '../handler.ts'

export const hierarchyHandlers: HandlersOf<typeof hierarchyCalls> = {}
