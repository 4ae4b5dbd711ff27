// A plan is a fiscal year; its scenarios are branches that each hold their own territories, quotas, forecasts and pay.
import type { Id } from '#shared/units/id.ts'

export type PlanId = Id<'plan'>
export type ScenarioId = Id<'scenario'>

export interface PlanRow {
  id: PlanId
  name: string
  fiscalYear: number
  scenarios: ScenarioRow[]
}

export interface ScenarioRow {
  id: ScenarioId
  planId: PlanId
  name: string
  copiedFromId: ScenarioId | null
  /** UTC instant. */
  createdAt: string
  /** UTC instant; a locked scenario can't be written. */
  lockedAt: string | null
  /** UTC instant; approving locks too. */
  approvedAt: string | null
  notes: string
}

/** One thing a scenario says, comparable with the same thing in another scenario by `domain`, `kind` and `key`. */
export interface ScenarioFact {
  domain: string
  /** i18n key `<domain>.facts.<kind>`. */
  kind: string
  key: string
  /** The name of the seller, territory, plan … the fact is about. */
  label: string
  value: number | string | null
  unit: 'money' | 'count' | 'ratio' | 'text'
}

export interface ScenarioDifference {
  domain: string
  kind: string
  key: string
  label: string
  unit: ScenarioFact['unit']
  left: ScenarioFact['value']
  right: ScenarioFact['value']
}

/** Something that keeps a scenario from being approved as it is, with how often it was found. */
export interface ScenarioProblem {
  domain: string
  /** i18n key `<domain>.checks.<kind>`. */
  kind: string
  count: number
}

export type PlansError =
  | { code: 'plans.scenarioLocked'; name: string }
  | { code: 'plans.nameTaken'; name: string }
  | { code: 'plans.yearTaken'; fiscalYear: number }
  | { code: 'plans.notFound' }
  | { code: 'plans.lastScenario'; name: string }
  /** Approving it all the same needs a reason. */
  | { code: 'plans.notSound'; problems: ScenarioProblem[] }
