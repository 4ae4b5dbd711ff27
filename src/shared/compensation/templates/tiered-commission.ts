// A commission on what was sold: a base rate up to the quota, a higher one on what is sold above it.
import type { PlanTemplate } from './index.ts'

export const tieredCommission: PlanTemplate = {
  name: 'tieredCommission',
  make: (currency) => ({
    format: 1,
    currency,
    period: { grain: 'quarter', mode: 'discrete', negative: 'pay' },
    proration: { targetPay: 'days', quota: 'none', firstDay: 'counted', periodShare: 'equal' },
    components: [
      {
        kind: 'commission',
        id: 'commission',
        name: null,
        measure: 'bookings',
        scope: 'seller',
        tiers: {
          by: 'attainment',
          steps: [
            { from: '0', rate: '0.05' },
            { from: '1', rate: '0.075' }
          ]
        },
        rateUnit: 'percent',
        weight: null,
        input: 'period',
        application: 'marginal',
        edge: 'upper',
        capMinor: null
      }
    ],
    capTimesTarget: null
  })
}
