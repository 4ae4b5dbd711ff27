// What other domains use of the playbook: the stage model and what a stage's name means.
export { orderStageNames, stageStatusOf } from './rules.ts'
export type * from './types.ts'
