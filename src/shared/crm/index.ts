// What other domains use of the CRM: its types, sums over rows already read, and how alike names are.
export { type AccountIdentity, findAccountPairs } from './account-pairs.ts'
export * from './name-similarity.ts'
export { addWon, groupBySeller, winRatio } from './rules.ts'
export type * from './types.ts'
