// The mean amount of won deals whose amount is known.
import { fewestDeals, type Kpi, missing } from './kpi.ts'

export const averageDeal: Kpi = {
  id: 'averageDeal',
  unit: 'money',
  compute: ({ wonMinor, wonDealsWithAmount, dealsEver }) => {
    if (wonDealsWithAmount === 0) return missing('averageDeal', dealsEver === 0 ? 'noDealsEver' : 'nothingWon')
    return {
      id: 'averageDeal',
      value: Math.round(wonMinor / wonDealsWithAmount),
      missing: null,
      numerator: wonMinor,
      denominator: wonDealsWithAmount,
      n: wonDealsWithAmount,
      interval: null,
      isSmall: wonDealsWithAmount < fewestDeals
    }
  }
}
