// Everybody the same, month for month: a seller who works half the year gets half.
import { activeMonthsOf, fillShares, type QuotaMethod } from './method.ts'

export const equal: QuotaMethod = {
  id: 'equal',
  whyStandIn: () => null,
  share: (sellers) => {
    const months = sellers.map(activeMonthsOf)
    const shares = fillShares(months, months, 'zero')
    return shares ? { ok: true, shares } : { ok: false, error: { code: 'quotas.zeroWeights', method: 'equal' } }
  }
}
