// Booked over quota.
import { type Kpi, missing } from './kpi.ts'

export const attainment: Kpi = {
  id: 'attainment',
  unit: 'ratio',
  compute: ({ wonMinor, quotaMinor, wonDeals, dealsEver }) => {
    if (quotaMinor === null) return missing('attainment', 'noQuota', wonMinor)
    if (quotaMinor <= 0) return missing('attainment', 'zeroQuota', wonMinor)
    if (dealsEver === 0) return missing('attainment', 'noDealsEver')
    return {
      id: 'attainment',
      value: wonMinor / quotaMinor,
      missing: null,
      numerator: wonMinor,
      denominator: quotaMinor,
      n: wonDeals,
      interval: null,
      // The ratio of two sums of money is what it is, however few deals made it.
      isSmall: false
    }
  }
}
