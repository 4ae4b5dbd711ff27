// Calls about plans and scenarios: create, copy, rename, lock, approve, compare, delete, and which one is in view.
import { z } from 'zod'
import { command, defineContract, idArg, query, returns, service } from '#shared/contract/define.ts'
import type { PlanId, PlanRow, PlansError, ScenarioDifference, ScenarioId, ScenarioRow } from './types.ts'

const name = z.string().trim().min(1).max(120)
const scenarioId = idArg<ScenarioId>()

export const plansContract = defineContract('plans', {
  listPlans: query({ args: z.object({}), result: returns<PlanRow[]>() }),
  getCurrent: query({ args: z.object({}), result: returns<ScenarioId | null>() }),
  selectScenario: service({
    args: z.object({ scenarioId }),
    result: returns<ScenarioId>(),
    errors: returns<PlansError>()
  }),
  createPlan: command({
    args: z.object({ fiscalYear: z.number().int().min(1900).max(2999), name: name.optional(), scenarioName: name }),
    result: returns<PlanRow>(),
    errors: returns<PlansError>()
  }),
  removePlan: command({
    args: z.object({ planId: idArg<PlanId>() }),
    result: returns<null>(),
    errors: returns<PlansError>()
  }),
  createScenario: command({
    args: z.object({ planId: idArg<PlanId>(), name }),
    result: returns<ScenarioRow>(),
    errors: returns<PlansError>()
  }),
  copyScenario: command({
    args: z.object({ scenarioId, name }),
    result: returns<ScenarioRow>(),
    errors: returns<PlansError>()
  }),
  renameScenario: command({
    args: z.object({ scenarioId, name, notes: z.string().max(10_000).optional() }),
    result: returns<ScenarioRow>(),
    errors: returns<PlansError>()
  }),
  lockScenario: command({
    args: z.object({ scenarioId, isLocked: z.boolean() }),
    result: returns<ScenarioRow>(),
    errors: returns<PlansError>()
  }),
  /** Refused for a scenario that isn't sound, unless a reason is given: it is written to the scenario's notes and to the audit log. */
  approveScenario: command({
    args: z.object({ scenarioId, isApproved: z.boolean(), reason: z.string().trim().min(1).max(500).optional() }),
    result: returns<ScenarioRow>(),
    errors: returns<PlansError>()
  }),
  removeScenario: command({ args: z.object({ scenarioId }), result: returns<null>(), errors: returns<PlansError>() }),
  compareScenarios: query({
    args: z.object({ leftId: scenarioId, rightId: scenarioId }),
    result: returns<ScenarioDifference[]>(),
    errors: returns<PlansError>()
  })
})
