// Answers the calls about forecasts. Making one from the workspace's deals is in load.ts.
import type { Reader } from '#engine/db.ts'
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import { forecastsContract } from '#shared/forecasts/contract.ts'
import { getMethod } from '#shared/forecasts/methods/index.ts'
import { seasonLengths } from '#shared/forecasts/rules.ts'
import type { ForecastId, ForecastRun } from '#shared/forecasts/types.ts'
import { accuracyHandlers } from './accuracy-handlers.ts'
import { caseHandlers } from './cases-handlers.ts'
import { compareHandlers, comparisonOf } from './compare-handlers.ts'
import { hierarchyHandlers } from './hierarchy-handlers.ts'
import { type ForecastArgs, loadForecast } from './load.ts'
import { pipelineHandlers } from './pipeline-handlers.ts'
import { seriesHandlers } from './series-handlers.ts'
import { findForecast, insertForecast, listForecasts, removeForecast } from './store.ts'

/** What a label says of a forecast: whose it is, empty for the company. */
const nameOf = (run: Pick<ForecastRun, 'cut'>): string => ('name' in run.cut ? run.cut.name : '')

function getRun(db: Reader, id: ForecastId): ForecastRun {
  const found = findForecast(db, id)
  if (found === undefined) throw new Error(`the forecast ${id} was just written and is not there`)
  const { scenarioId: _, ...run } = found
  return run
}

const tooShort = (args: ForecastArgs, has: number) => {
  const method = args.method ?? 'naive'
  const needs = getMethod(method).needs(seasonLengths[args.grain])
  if (needs === null) return { code: 'forecasts.noUse' as const, method, grain: args.grain }
  return { code: 'forecasts.tooShort' as const, method, needs, has }
}

export const forecastsHandlers = defineHandlers(forecastsContract, {
  ...seriesHandlers,
  ...hierarchyHandlers,
  ...pipelineHandlers,
  ...caseHandlers,
  ...accuracyHandlers,
  ...compareHandlers,

  preview: ({ db, today }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const loaded = loadForecast(db, args, today)
    return loaded.ok ? ok(loaded.value.preview) : fail(loaded.error)
  },
  run: ({ db, now, today }, args) => {
    const locked = requireOpenScenario(db, args.scenarioId)
    if (locked) return fail(locked)
    const loaded = loadForecast(db, args, today)
    if (!loaded.ok) return fail(loaded.error)
    const { made, preview } = loaded.value
    if (made === undefined) return fail(tooShort(args, preview.series.points.length))
    const draft = { ...made.draft, backtest: comparisonOf(db, args, today) ?? made.draft.backtest }
    const run = getRun(db, insertForecast(db, args.scenarioId, now, draft))
    return done(run, { name: nameOf(run) })
  },
  list: ({ db }, { scenarioId }) => ok(listForecasts(db, scenarioId)),
  get: ({ db }, { forecastId }) =>
    findForecast(db, forecastId) === undefined ? fail({ code: 'forecasts.notFound' }) : ok(getRun(db, forecastId)),
  remove: ({ db }, { forecastId }) => {
    const run = findForecast(db, forecastId)
    if (run === undefined) return fail({ code: 'forecasts.notFound' })
    const locked = requireOpenScenario(db, run.scenarioId)
    if (locked) return fail(locked)
    removeForecast(db, forecastId)
    return done(null, { name: nameOf(run) })
  }
})
