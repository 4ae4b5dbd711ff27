// Won deals by count.
import { type Kpi, missing, plain } from './kpi.ts'

export const dealsWon: Kpi = {
  id: 'dealsWon',
  unit: 'count',
  compute: (facts) => (facts.dealsEver === 0 ? missing('dealsWon', 'noDealsEver') : plain('dealsWon', facts.wonDeals))
}
