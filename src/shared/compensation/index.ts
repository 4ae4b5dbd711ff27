// What other domains may use of compensation.

export { engineVersion } from './rules.ts'
export * from './templates/index.ts'
export type * from './types.ts'
