// What other domains may use of compensation.
export { type ExamplePerson, payCurve, workedExamples } from './pay-curve.ts'
export { planCapId } from './plan-cap.ts'
export { checkPlanRules, type ParsedRules, parsePlanRules, weightOf } from './plan-format.ts'
export { computePay, engineVersion, type PayInput, type PayPeriodSummary, type PayResult } from './rules.ts'
export type { WordsLanguage } from './sentences/format.ts'
export { describePlan, nameComponent } from './sentences/index.ts'
export * from './templates/index.ts'
export {
  type ExplainContext,
  type ExplainedDeal,
  type ExplainedStep,
  explainMissing,
  explainTrace
} from './trace/index.ts'
export { findMissingReason } from './trace/step.ts'
export type * from './types.ts'
