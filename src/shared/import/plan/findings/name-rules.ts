// Rules about names: people, accounts, products and stages that are unknown, shared by several, or spelt in more than one way.
import type { FindingRule } from './rule.ts'

export const nameRules: readonly FindingRule[] = [
  { name: 'sameNameSellers', severity: 'warning', measures: ['credit', 'people'], about: 'sellers' },
  { name: 'unknownSeller', severity: 'note', measures: ['people'], about: 'sellers' },
  { name: 'sellerWithoutDeals', severity: 'note', measures: ['people'], about: 'sellers' },
  { name: 'looseSeller', severity: 'note', measures: [], about: 'sellers' },
  { name: 'sameNameAccounts', severity: 'warning', measures: ['credit'], about: 'accounts' },
  { name: 'similarAccounts', severity: 'note', measures: ['credit'], about: 'accounts' },
  { name: 'unknownAccount', severity: 'note', measures: [], about: 'accounts' },
  { name: 'looseAccount', severity: 'note', measures: [], about: 'accounts' },
  { name: 'sameAccountTwice', severity: 'note', measures: [], about: 'accounts' },
  { name: 'misspelt', severity: 'note', measures: [], about: 'accounts' },
  { name: 'unknownProduct', severity: 'note', measures: [], about: 'products' },
  { name: 'looseProduct', severity: 'note', measures: [], about: 'products' },
  { name: 'stageContradicted', severity: 'warning', measures: ['bookings', 'pipeline'], about: 'opportunities' },
  { name: 'stageGuessed', severity: 'note', measures: ['pipeline'], about: 'opportunities' }
]
