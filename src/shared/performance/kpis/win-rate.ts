// Deals won over deals closed, by count, on their close date.
import { wilsonInterval } from '../../math/wilson-interval.ts'
import { fewestDeals, type Kpi, missing } from './kpi.ts'

export const winRate: Kpi = {
  id: 'winRate',
  unit: 'ratio',
  compute: ({ wonDeals, lostDeals, dealsEver }) => {
    const closed = wonDeals + lostDeals
    const interval = wilsonInterval(wonDeals, closed)
    if (interval === undefined) return missing('winRate', dealsEver === 0 ? 'noDealsEver' : 'nothingClosed')
    return {
      id: 'winRate',
      value: wonDeals / closed,
      missing: null,
      numerator: wonDeals,
      denominator: closed,
      n: closed,
      interval,
      isSmall: closed < fewestDeals
    }
  }
}
