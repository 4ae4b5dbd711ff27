// What other domains may use of performance.
export { kpiIds, kpis } from './kpis/index.ts'
export type * from './types.ts'
