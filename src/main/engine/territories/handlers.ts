// Answers the calls about territories: a table of contents. The tree and placing by hand is in tree-handlers.ts, who covers what in
// coverage-handlers.ts, rules and settings in rule-handlers.ts, alignments in align-handlers.ts; loading is in load.ts.
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import { territoriesContract } from '#shared/territories/contract.ts'
import { listAccountRows } from './account-rows.ts'
import { alignHandlers } from './align-handlers.ts'
import { compareTerritories } from './comparison.ts'
import { coverageHandlers } from './coverage-handlers.ts'
import type { TerritoriesHandlers } from './handler-parts.ts'
import { preparePlaces } from './known-places.ts'
import { loadOverview, settleDates } from './load.ts'
import { listMapAccounts } from './map-accounts.ts'
import { applyPlan, previewOf, workOut } from './proposal.ts'
import { ruleHandlers } from './rule-handlers.ts'
import { sizeTerritories } from './sizing.ts'
import { treeHandlers } from './tree-handlers.ts'

const noScenario = fail({ code: 'plans.notFound' })

const answers: TerritoriesHandlers = {
  ...treeHandlers,
  ...coverageHandlers,
  ...ruleHandlers,
  ...alignHandlers,

  overview: ({ db, today }, { scenarioId, ...dates }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    return ok(loadOverview(db, scenarioId, settleDates(db, scenarioId, dates, today)))
  },
  listAccounts: ({ db, today }, { scenarioId, territoryId, ...dates }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    return ok(listAccountRows(db, scenarioId, territoryId, settleDates(db, scenarioId, dates, today)))
  },
  propose: ({ db, today }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return noScenario
    return ok(previewOf(workOut(db, args, today)))
  },
  applyProposal: ({ db, today }, args) => {
    const locked = requireOpenScenario(db, args.scenarioId)
    if (locked) return fail(locked)
    const worked = workOut(db, args, today)
    if (worked.plan.territories.length === 0) return fail({ code: 'territories.nothingProposed' })
    const outcome = applyPlan(db, args, worked)
    return done(outcome, { count: outcome.placed })
  },
  size: ({ db, today }, { scenarioId, ...dates }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    return ok(sizeTerritories(db, scenarioId, settleDates(db, scenarioId, dates, today)))
  },
  mapAccounts: ({ db, today }, { scenarioId, ...dates }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    return ok(listMapAccounts(db, scenarioId, settleDates(db, scenarioId, dates, today)))
  },
  compare: ({ db, today }, { left, right, ...sales }) => {
    for (const { scenarioId } of [left, right]) if (findScenario(db, scenarioId) === undefined) return noScenario
    const [first, second] = [left, right].map((state) =>
      settleDates(db, state.scenarioId, { ...sales, ...state }, today)
    )
    if (first === undefined || second === undefined) throw new Error('both states have their dates')
    return ok(
      compareTerritories(
        db,
        { scenarioId: left.scenarioId, onDate: first.onDate },
        { scenarioId: right.scenarioId, onDate: second.onDate },
        first
      )
    )
  }
}

export const territoriesHandlers = defineHandlers(territoriesContract, answers, preparePlaces)
