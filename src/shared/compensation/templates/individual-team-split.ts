// 75 % of target pay by the seller's own result, 25 % by the team's; above 100 % the own result pays one and a half times.
import type { PlanTemplate } from './index.ts'

export const individualTeamSplit: PlanTemplate = {
  name: 'individualTeamSplit',
  make: (currency) => ({
    format: 1,
    currency,
    period: { grain: 'quarter', mode: 'discrete', negative: 'pay' },
    proration: { targetPay: 'days', quota: 'none', firstDay: 'counted', periodShare: 'equal' },
    components: [
      {
        kind: 'targetBonus',
        id: 'individual',
        name: null,
        measure: 'bookings',
        scope: 'seller',
        weight: '0.75',
        curve: {
          kind: 'slopes',
          threshold: null,
          accelerators: [{ above: '1', factor: '1.5' }],
          application: 'marginal',
          cap: null
        }
      },
      {
        kind: 'targetBonus',
        id: 'team',
        name: null,
        measure: 'bookings',
        scope: 'team',
        weight: '0.25',
        curve: { kind: 'slopes', threshold: null, accelerators: [], application: 'marginal', cap: null }
      }
    ],
    capTimesTarget: null
  })
}
