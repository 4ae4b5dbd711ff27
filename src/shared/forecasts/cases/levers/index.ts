// Every lever of a case. A new one is a file beside these, one line here, its id in case-types.ts and its words on the screen. Hires and events
// are lists of their own: ../hires.ts and ../events.ts.
import type { LeverId } from '../../case-types.ts'
import { attrition } from './attrition.ts'
import { churn } from './churn.ts'
import { cycle } from './cycle.ts'
import { dealSize } from './deal-size.ts'
import { exchangeRate } from './exchange-rate.ts'
import { expansion } from './expansion.ts'
import { leads } from './leads.ts'
import type { CaseLever } from './lever.ts'
import { price } from './price.ts'
import { ramp } from './ramp.ts'
import { seasonality } from './seasonality.ts'
import { startDelay } from './start-delay.ts'
import { winRate } from './win-rate.ts'

const byId: Record<LeverId, CaseLever> = {
  winRate,
  dealSize,
  cycle,
  leads,
  price,
  startDelay,
  ramp,
  attrition,
  churn,
  expansion,
  seasonality,
  exchangeRate
}

/** In the order in which they are shown. */
export const caseLevers: readonly CaseLever[] = Object.values(byId)

export function getLever(id: LeverId): CaseLever {
  return byId[id]
}
