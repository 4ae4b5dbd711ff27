// All of target pay by the seller's own result, and a fixed amount on top in every period in which the team reaches its goal.
import { toMinor } from '../../units/money.ts'
import type { PlanTemplate } from './index.ts'

export const individualPlusTeamBonus: PlanTemplate = {
  name: 'individualPlusTeamBonus',
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
        weight: '1',
        curve: { kind: 'slopes', threshold: null, accelerators: [], application: 'marginal', cap: null }
      },
      {
        kind: 'teamBonus',
        id: 'teamBonus',
        name: null,
        measure: 'bookings',
        scope: 'team',
        amountMinor: toMinor(2500, currency),
        reach: '1'
      }
    ],
    capTimesTarget: null
  })
}
