// What other domains use of the CRM: its types, and sums over rows already read.
export { addWon, groupBySeller, winRatio } from './rules.ts'
export type * from './types.ts'
