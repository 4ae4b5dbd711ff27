// Rules that hold a deal against the others (probable duplicates, amounts out of line) or against what it was (stages going back).
import type { FindingRule } from './rule.ts'

export const comparisonRules: readonly FindingRule[] = [
  { name: 'probableDuplicate', severity: 'warning', measures: ['bookings', 'pipeline'], about: 'opportunities' },
  // An amount out of line may well be right: it is shown, and weakens no figure.
  { name: 'amountOutlier', severity: 'note', measures: ['bookings', 'pipeline'], about: 'opportunities' },
  { name: 'stageRegression', severity: 'note', measures: ['pipeline'], about: 'opportunities' },
  { name: 'correctionContradicted', severity: 'warning', measures: ['bookings', 'pipeline'], about: 'opportunities' },
  { name: 'vanished', severity: 'note', measures: ['pipeline'], about: 'opportunities' },
  { name: 'matchedByName', severity: 'note', measures: [], about: 'opportunities' }
]
