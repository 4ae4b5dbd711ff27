// Rules about rows and cells of the files: those that can't be taken and stand in quarantine, and cells that were left out.
import type { FindingRule } from './rule.ts'

const refusal = (name: string): FindingRule => ({ name, severity: 'rejects', measures: [], about: 'rows' })
const note = (name: string): FindingRule => ({ name, severity: 'note', measures: [], about: 'rows' })

export const rowRules: readonly FindingRule[] = [
  ...[
    'unreadableCell',
    'amountTooLarge',
    'noName',
    'noStage',
    'noDate',
    'noAmount',
    'noSellerName',
    'noAccountName',
    'noDeal',
    'noTerritory',
    'noTargetOf',
    'noPeriod',
    'periodTooShort',
    'noCurrency',
    'badRate',
    'duplicateId',
    'duplicateRate',
    'duplicateQuota',
    'quotaOtherCurrency',
    'duplicateTarget',
    'duplicateAssignment',
    'sellerNotOne'
  ].map(refusal),
  { name: 'unreadableValue', severity: 'warning', measures: ['bookings', 'pipeline'], about: 'rows' },
  { name: 'errorCells', severity: 'warning', measures: ['bookings', 'pipeline'], about: 'rows' },
  // Of the workspace as a whole: rows that still stand in quarantine.
  { name: 'rejectedRows', severity: 'warning', measures: ['bookings', 'pipeline'], about: 'rows' },
  ...[
    'currencyAssumed',
    'placedTwice',
    'ordersCountAsWon',
    'footerRows',
    'filledDown',
    'periodTotals',
    'contactsWithoutAccount'
  ].map(note)
]
