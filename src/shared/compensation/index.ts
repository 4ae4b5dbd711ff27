// What other domains may use of compensation.
export * from './templates/index.ts'
export type * from './types.ts'
