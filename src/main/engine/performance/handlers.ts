// Answers the calls about performance; all of them read. Loading is in load.ts, what only Home shows in home.ts.
import type { Reader } from '#engine/db.ts'
import { defineHandlers, fail, ok } from '#engine/handler.ts'
import { findScenario, listPlans } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { performanceContract } from '#shared/performance/contract.ts'
import { addFacts, piecesAround } from '#shared/performance/facts.ts'
import { figuresOf, layOutBoard, layOutGrid } from '#shared/performance/rules.ts'
import type { PlansError, ScenarioId, ScenarioRow } from '#shared/plans/types.ts'
import { type FiscalCalendar, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { loadOutlook, loadPipeline, loadSteps } from './home.ts'
import { type Frame, loadSources, loadTable, resolveAsOf } from './load.ts'

const notFound: PlansError = { code: 'plans.notFound' }

const findFrame = (db: Reader, scenarioId: ScenarioId): Frame | undefined => {
  const { calendar, currency } = getSettings(db)
  return findScenario(db, scenarioId) && { scenarioId, calendar, currency }
}

const yearPeriod = (fiscalYear: number, calendar: FiscalCalendar): Period => {
  const year = periodsOfYear(fiscalYear, 'year', calendar)[0]
  if (year === undefined) throw new Error(`there is no fiscal year ${fiscalYear}`)
  return year
}

/** The scenario whose quotas count in a year: the given one in its own, else that year's approved or first one. */
function findScenarioOfYear(db: Reader, scenarioId: ScenarioId, fiscalYear: number): ScenarioRow | undefined {
  const plan = listPlans(db).find((each) => each.fiscalYear === fiscalYear)
  const scenarios = plan?.scenarios ?? []
  return (
    scenarios.find((each) => each.id === scenarioId) ??
    scenarios.find((each) => each.approvedAt !== null) ??
    scenarios[0]
  )
}

export const performanceHandlers = defineHandlers(performanceContract, {
  getBoard: ({ db, today }, { scenarioId, periodKey, asOf: asked }) => {
    const frame = findFrame(db, scenarioId)
    if (frame === undefined) return fail(notFound)
    const period = periodByKey(periodKey, frame.calendar)
    if (period === undefined) return fail({ code: 'performance.unknownPeriod', periodKey })
    const sources = loadSources(db, frame)
    const asOf = resolveAsOf(db, asked, today)
    const table = loadTable(db, frame, sources, [period], asOf)
    return ok(layOutBoard(sources.people, table, period, asOf, frame.currency))
  },

  getGrid: ({ db, today }, { scenarioId, fiscalYear, asOf: asked }) => {
    const frame = findFrame(db, scenarioId)
    if (frame === undefined) return fail(notFound)
    const quarters = periodsOfYear(fiscalYear, 'quarter', frame.calendar)
    const quotasOf = findScenarioOfYear(db, scenarioId, fiscalYear)
    const loaded = loadSources(db, { ...frame, scenarioId: quotasOf?.id ?? scenarioId })
    const sources = quotasOf === undefined ? { ...loaded, quotas: [] } : loaded
    const asOf = resolveAsOf(db, asked, today)
    const table = loadTable(db, frame, sources, quarters, asOf)
    const year = yearPeriod(fiscalYear, frame.calendar)
    return ok({
      ...layOutGrid(sources.people, table, quarters, year, asOf, frame.currency),
      quotasOf: quotasOf === undefined ? null : { scenarioId: quotasOf.id, name: quotasOf.name }
    })
  },

  getHome: ({ db, today }, { scenarioId, periodKey, asOf: asked }) => {
    const frame = findFrame(db, scenarioId)
    if (frame === undefined) return fail(notFound)
    const period = periodByKey(periodKey, frame.calendar)
    if (period === undefined) return fail({ code: 'performance.unknownPeriod', periodKey })
    const asOf = resolveAsOf(db, asked, today)
    const sources = loadSources(db, frame)
    const year = yearPeriod(period.fiscalYear, frame.calendar)
    const pieces = piecesAround(year, period)
    const table = loadTable(db, frame, sources, pieces, asOf)
    const parts = pieces.map((piece) => table.ofAll(piece.key))
    // How many deals there are at all doesn't grow with the pieces.
    const ofYear = { ...parts.reduce(addFacts), dealsEver: parts[0]?.dealsEver ?? 0 }
    return ok({
      board: layOutBoard(sources.people, table, period, asOf, frame.currency),
      year: { period: year, ...figuresOf(ofYear, year, asOf) },
      pipeline: loadPipeline(db, frame, period, asOf),
      outlook: loadOutlook(db, frame, period),
      steps: loadSteps(db, frame, sources.people, asOf)
    })
  }
})
