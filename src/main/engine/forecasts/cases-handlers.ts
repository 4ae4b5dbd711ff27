// Answers the calls about cases of what may come: their levers, outcomes, comparison and handing over a target.
import type { caseCalls } from '#shared/forecasts/contract-cases.ts'
import type { HandlersOf } from '../handler.ts'

export const caseHandlers: HandlersOf<typeof caseCalls> = {}
