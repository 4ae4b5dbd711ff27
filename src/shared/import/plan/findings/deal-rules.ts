// Rules about one deal at a time: who, whom, when and how much.
import type { DealRule } from './rule.ts'

/** Days without a sign of life after which an open deal is stale, and the same where only its creation is known. */
export const staleDays = { sinceActivity: 90, sinceCreated: 180 } as const

export const dealRules: readonly DealRule[] = [
  {
    name: 'wonWithoutDate',
    severity: 'warning',
    measures: ['bookings'],
    about: 'opportunities',
    holds: (deal, status) => status === 'won' && deal.closeOn === null
  },
  {
    name: 'wonWithoutAmount',
    severity: 'warning',
    measures: ['bookings'],
    about: 'opportunities',
    holds: (deal, status) => status === 'won' && deal.amountMinor === null
  },
  {
    name: 'wonInFuture',
    severity: 'warning',
    measures: ['bookings'],
    about: 'opportunities',
    holds: (deal, status, { today }) => status === 'won' && deal.closeOn !== null && deal.closeOn > today
  },
  {
    name: 'wonForNothing',
    severity: 'note',
    measures: ['bookings'],
    about: 'opportunities',
    holds: (deal, status) => status === 'won' && deal.amountMinor === 0
  },
  {
    name: 'negativeAmount',
    severity: 'warning',
    measures: ['bookings', 'pipeline'],
    about: 'opportunities',
    holds: (deal) => deal.amountMinor !== null && deal.amountMinor < 0
  },
  {
    name: 'currencyWithoutRate',
    severity: 'warning',
    measures: ['bookings', 'pipeline'],
    about: 'opportunities',
    holds: (deal, status, context) =>
      deal.currency !== context.currency && deal.amountMinor !== null && !context.hasRate(deal, status)
  },
  {
    name: 'closeBeforeCreated',
    severity: 'warning',
    measures: ['bookings', 'pipeline'],
    about: 'opportunities',
    holds: ({ createdOn, closeOn }) => createdOn !== null && closeOn !== null && closeOn < createdOn
  },
  {
    name: 'noSeller',
    severity: 'warning',
    measures: ['credit'],
    about: 'opportunities',
    holds: (deal) => deal.seller === null
  },
  {
    name: 'noAccount',
    severity: 'warning',
    measures: ['credit'],
    about: 'opportunities',
    holds: (deal) => deal.account === null
  },
  {
    // A deal won or lost after its seller's last day, or one that is still open although the seller is gone.
    name: 'inactiveSeller',
    severity: 'warning',
    measures: ['credit'],
    about: 'opportunities',
    holds: (deal, status, { today, leftOn }) => {
      if (deal.seller === null) return false
      const left = leftOn(deal.seller)
      if (left === null) return false
      return status === 'open' ? left < today : deal.closeOn !== null && left < deal.closeOn
    }
  },
  {
    name: 'openPastDate',
    severity: 'warning',
    measures: ['pipeline'],
    about: 'opportunities',
    holds: (deal, status, { today }) => status === 'open' && deal.closeOn !== null && deal.closeOn < today
  },
  {
    name: 'staleOpen',
    severity: 'warning',
    measures: ['pipeline'],
    about: 'opportunities',
    holds: (deal, status, { staleBefore, oldBefore }, lastTouchOn) => {
      if (status !== 'open') return false
      if (lastTouchOn !== null) return lastTouchOn < staleBefore
      return deal.createdOn !== null && deal.createdOn < oldBefore
    }
  },
  {
    name: 'openWithoutDate',
    severity: 'note',
    measures: ['pipeline'],
    about: 'opportunities',
    holds: (deal, status) => status === 'open' && deal.closeOn === null
  },
  {
    name: 'openWithoutAmount',
    severity: 'note',
    measures: ['pipeline'],
    about: 'opportunities',
    holds: (deal, status) => status === 'open' && deal.amountMinor === null
  }
]
