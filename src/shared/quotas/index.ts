// What other domains may use of quotas.
export { allocate } from './allocate.ts'
export { learnPhase } from './phase.ts'
export { activeRatio, carriesQuota, type Employment } from './rules.ts'
export type * from './types.ts'
