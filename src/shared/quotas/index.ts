// What other domains may use of quotas.
export { activeRatio, type Employment, growthOver } from './rules.ts'
export type * from './types.ts'
