// Plans and scenarios in the file, the scenario in view, and the check that a scenario may be written.
import type { PlanId, PlanRow, PlansError, ScenarioId, ScenarioRow } from '#shared/plans/types.ts'
import type { Reader, Writer } from '../db.ts'

interface ScenarioRecord {
  id: number
  plan_id: number
  name: string
  copied_from_id: number | null
  created_at: string
  locked_at: string | null
  approved_at: string | null
  notes: string
}

const toScenario = (row: ScenarioRecord): ScenarioRow => ({
  id: row.id as ScenarioId,
  planId: row.plan_id as PlanId,
  name: row.name,
  copiedFromId: row.copied_from_id as ScenarioId | null,
  createdAt: row.created_at,
  lockedAt: row.locked_at,
  approvedAt: row.approved_at,
  notes: row.notes
})

/** Newest fiscal year first, scenarios in the order they were made. */
export function listPlans(db: Reader): PlanRow[] {
  const scenarios = db.all<ScenarioRecord>('SELECT * FROM scenarios ORDER BY id').map(toScenario)
  return db
    .all<{ id: number; name: string; fiscal_year: number }>('SELECT * FROM plans ORDER BY fiscal_year DESC')
    .map((plan) => ({
      id: plan.id as PlanId,
      name: plan.name,
      fiscalYear: plan.fiscal_year,
      scenarios: scenarios.filter((scenario) => scenario.planId === plan.id)
    }))
}

export const findPlan = (db: Reader, planId: PlanId): PlanRow | undefined =>
  listPlans(db).find((plan) => plan.id === planId)

export function findScenario(db: Reader, scenarioId: ScenarioId): ScenarioRow | undefined {
  const row = db.get<ScenarioRecord>('SELECT * FROM scenarios WHERE id = :scenarioId', { scenarioId })
  return row && toScenario(row)
}

/** The fiscal year a scenario plans. @errors throws for an unknown scenario */
export function getFiscalYear(db: Reader, scenarioId: ScenarioId): number {
  const row = db.get<{ fiscal_year: number }>(
    'SELECT p.fiscal_year FROM scenarios s JOIN plans p ON p.id = s.plan_id WHERE s.id = :scenarioId',
    { scenarioId }
  )
  if (row === undefined) throw new Error(`there is no scenario ${scenarioId}`)
  return row.fiscal_year
}

/** Why a scenario can't be written now, or undefined when it can. Every command on scenario rows asks this first. */
export function requireOpenScenario(
  db: Reader,
  scenarioId: ScenarioId
): Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }> | undefined {
  const scenario = findScenario(db, scenarioId)
  if (scenario === undefined) return { code: 'plans.notFound' }
  return scenario.lockedAt === null ? undefined : { code: 'plans.scenarioLocked', name: scenario.name }
}

export const insertPlan = (db: Writer, fiscalYear: number, name: string): PlanId =>
  db.insert('plans', { fiscal_year: fiscalYear, name }) as PlanId

export const insertScenario = (
  db: Writer,
  scenario: { planId: PlanId; name: string; createdAt: string; copiedFromId: ScenarioId | null; notes?: string }
): ScenarioId =>
  db.insert('scenarios', {
    plan_id: scenario.planId,
    name: scenario.name,
    created_at: scenario.createdAt,
    copied_from_id: scenario.copiedFromId,
    notes: scenario.notes ?? ''
  }) as ScenarioId

export const updateScenario = (
  db: Writer,
  scenarioId: ScenarioId,
  fields: { name?: string; notes?: string; locked_at?: string | null; approved_at?: string | null }
): void => db.update('scenarios', scenarioId, fields)

export const removeScenario = (db: Writer, scenarioId: ScenarioId): void => db.remove('scenarios', scenarioId)
export const removePlan = (db: Writer, planId: PlanId): void => db.remove('plans', planId)

/** The scenario in view: the one chosen last, else the newest plan's approved or first one. */
export function findCurrentScenario(db: Reader): ScenarioId | null {
  const chosen = db.get<{ id: number }>(
    `SELECT s.id FROM view_state v JOIN scenarios s ON s.id = CAST(v.value_json AS INTEGER) WHERE v.key = 'scenario'`
  )
  if (chosen !== undefined) return chosen.id as ScenarioId
  const first = db.get<{ id: number }>(
    `SELECT s.id FROM scenarios s JOIN plans p ON p.id = s.plan_id
     ORDER BY p.fiscal_year DESC, s.approved_at IS NULL, s.id LIMIT 1`
  )
  return (first?.id ?? null) as ScenarioId | null
}

/** Not part of undo: what is in view is no fact of the plan. */
export const selectScenario = (db: Writer, scenarioId: ScenarioId): void => {
  db.run(
    `INSERT INTO view_state (key, value_json) VALUES ('scenario', :id) ON CONFLICT (key) DO UPDATE SET value_json = :id`,
    {
      id: String(scenarioId)
    }
  )
}
