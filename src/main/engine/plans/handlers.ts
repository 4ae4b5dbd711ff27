// Answers to the calls about plans and scenarios. What a scenario holds is copied and compared part by part (scenario-parts.ts).
import { defineHandlers, done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import { plansContract } from '#shared/plans/contract.ts'
import { compareFacts } from '#shared/plans/rules.ts'
import type { PlanRow, ScenarioId, ScenarioRow } from '#shared/plans/types.ts'
import type { Reader, Writer } from '../db.ts'
import { IdMap } from '../scenario-part.ts'
import { scenarioParts } from '../scenario-parts.ts'
import {
  findCurrentScenario,
  findPlan,
  findScenario,
  insertPlan,
  insertScenario,
  listPlans,
  removePlan,
  removeScenario,
  requireOpenScenario,
  selectScenario,
  updateScenario
} from './store.ts'

const isTaken = (plan: PlanRow, name: string, except?: ScenarioId): boolean =>
  plan.scenarios.some((scenario) => scenario.id !== except && scenario.name.toLowerCase() === name.toLowerCase())

function getScenario(db: Reader, scenarioId: ScenarioId): ScenarioRow {
  const scenario = findScenario(db, scenarioId)
  if (scenario === undefined) throw new Error(`there is no scenario ${scenarioId}`)
  return scenario
}

const addNote = (notes: string, note: string): string => (notes === '' ? note : `${notes}\n${note}`)

const untieParts = (db: Writer, scenarioId: ScenarioId): void => {
  for (const part of scenarioParts) part.untie?.(db, scenarioId)
}

const notFound = fail({ code: 'plans.notFound' })

const answers: HandlersOf<(typeof plansContract)['calls']> = {
  listPlans: ({ db }) => ok(listPlans(db)),
  getCurrent: ({ db }) => ok(findCurrentScenario(db)),
  selectScenario: ({ session, changed }, { scenarioId }) => {
    const file = session.file
    if (file === undefined) return fail({ code: 'engine.noWorkspace' })
    if (findScenario(file.connection.reader, scenarioId) === undefined) return notFound
    selectScenario(file.undoLog.writer, scenarioId)
    changed(['view_state'])
    return ok(scenarioId)
  },
  createPlan: ({ db, now }, { fiscalYear, name, scenarioName }) => {
    if (listPlans(db).some((plan) => plan.fiscalYear === fiscalYear))
      return fail({ code: 'plans.yearTaken', fiscalYear })
    const planId = insertPlan(db, fiscalYear, name ?? `FY${fiscalYear}`)
    insertScenario(db, { planId, name: scenarioName, createdAt: now, copiedFromId: null })
    const plan = findPlan(db, planId)
    return plan ? done(plan, { name: plan.name }) : notFound
  },
  removePlan: ({ db }, { planId }) => {
    const plan = findPlan(db, planId)
    if (plan === undefined) return notFound
    for (const scenario of plan.scenarios) untieParts(db, scenario.id)
    removePlan(db, planId)
    return done(null, { name: plan.name })
  },
  createScenario: ({ db, now }, { planId, name }) => {
    const plan = findPlan(db, planId)
    if (plan === undefined) return notFound
    if (isTaken(plan, name)) return fail({ code: 'plans.nameTaken', name })
    return done(getScenario(db, insertScenario(db, { planId, name, createdAt: now, copiedFromId: null })), { name })
  },
  copyScenario: ({ db, now }, { scenarioId, name }) => {
    const source = findScenario(db, scenarioId)
    const plan = source && findPlan(db, source.planId)
    if (source === undefined || plan === undefined) return notFound
    if (isTaken(plan, name)) return fail({ code: 'plans.nameTaken', name })
    const copyId = insertScenario(db, {
      planId: plan.id,
      name,
      createdAt: now,
      copiedFromId: scenarioId,
      notes: source.notes
    })
    const ids = new IdMap()
    for (const part of scenarioParts) part.copy(db, scenarioId, copyId, ids)
    return done(getScenario(db, copyId), { name, from: source.name })
  },
  renameScenario: ({ db }, { scenarioId, name, notes }) => {
    const scenario = findScenario(db, scenarioId)
    const plan = scenario && findPlan(db, scenario.planId)
    if (scenario === undefined || plan === undefined) return notFound
    if (isTaken(plan, name, scenarioId)) return fail({ code: 'plans.nameTaken', name })
    updateScenario(db, scenarioId, { name, ...(notes === undefined ? {} : { notes }) })
    return done(getScenario(db, scenarioId), { name, from: scenario.name })
  },
  lockScenario: ({ db, now }, { scenarioId, isLocked }) => {
    const scenario = findScenario(db, scenarioId)
    if (scenario === undefined) return notFound
    // An approved scenario is locked by being approved: unlocking it takes the approval back.
    updateScenario(db, scenarioId, isLocked ? { locked_at: now } : { locked_at: null, approved_at: null })
    return done(getScenario(db, scenarioId), { name: scenario.name })
  },
  approveScenario: ({ db, now, today }, { scenarioId, isApproved, reason }) => {
    const scenario = findScenario(db, scenarioId)
    const plan = scenario && findPlan(db, scenario.planId)
    if (scenario === undefined || plan === undefined) return notFound
    const problems = isApproved ? scenarioParts.flatMap((part) => part.problems?.(db, scenarioId, today) ?? []) : []
    if (problems.length > 0 && reason === undefined) return fail({ code: 'plans.notSound', problems })
    // An approval in spite of problems is an exception that somebody answers for: the reason stays with the scenario.
    const answeredFor = problems.length > 0 ? reason : undefined
    // One approved scenario a plan: the one approved before stays locked but is no longer the approved one.
    if (isApproved)
      for (const other of plan.scenarios)
        if (other.approvedAt !== null) updateScenario(db, other.id, { approved_at: null })
    updateScenario(db, scenarioId, {
      ...(isApproved ? { locked_at: now, approved_at: now } : { approved_at: null }),
      ...(answeredFor === undefined ? {} : { notes: addNote(scenario.notes, `${today}: ${answeredFor}`) })
    })
    return done(getScenario(db, scenarioId), {
      name: scenario.name,
      ...(answeredFor === undefined ? {} : { reason: answeredFor })
    })
  },
  removeScenario: ({ db }, { scenarioId }) => {
    const scenario = findScenario(db, scenarioId)
    const plan = scenario && findPlan(db, scenario.planId)
    if (scenario === undefined || plan === undefined) return notFound
    if (plan.scenarios.length === 1) return fail({ code: 'plans.lastScenario', name: scenario.name })
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    untieParts(db, scenarioId)
    removeScenario(db, scenarioId)
    return done(null, { name: scenario.name })
  },
  compareScenarios: ({ db }, { leftId, rightId }) => {
    if (findScenario(db, leftId) === undefined || findScenario(db, rightId) === undefined) return notFound
    return ok(scenarioParts.flatMap((part) => compareFacts(part.facts(db, leftId), part.facts(db, rightId))))
  }
}

/** The calls that work out what the parts of a scenario hold. */
const reckoning = new Set(['approveScenario', 'compareScenarios'])

export const plansHandlers = defineHandlers(plansContract, answers, (verb) =>
  reckoning.has(verb) ? Promise.all(scenarioParts.map((part) => part.prepare?.())).then(() => undefined) : undefined
)
