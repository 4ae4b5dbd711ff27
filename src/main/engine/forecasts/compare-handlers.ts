// Answers the calls about methods: trying all of them on the past, what the series is made of, and what a method would have said before.
import type { Reader } from '#engine/db.ts'
import { fail, type HandlersOf, ok } from '#engine/handler.ts'
import { findScenario } from '#engine/plans/store.ts'
import type { methodCalls } from '#shared/forecasts/contract-methods.ts'
import { splitSeries } from '#shared/forecasts/explain/components.ts'
import { lookBack } from '#shared/forecasts/explain/look-back.ts'
import type { Backtest } from '#shared/forecasts/method-types.ts'
import { proposeForecast } from '#shared/forecasts/rules.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { findComparison, shelveComparison } from './compare-shelf.ts'
import type { CompareInput } from './compare-task.ts'
import { type ForecastArgs, type ForecastFrame, frameForecast } from './load.ts'

const inputOf = ({ series, horizon, listDrivers }: ForecastFrame): CompareInput => ({
  values: series.points.map((point) => point.amountMinor),
  seasonLength: series.seasonLength,
  horizon,
  drivers: listDrivers().map(({ id, past, future }) => ({ id, past, future }))
})

/** What was found when all methods were last tried on this very series: kept with a run of it. */
export function comparisonOf(db: Reader, args: ForecastArgs, today: IsoDate): Backtest | null {
  const framed = frameForecast(db, args, today)
  return framed.ok ? findComparison(db, inputOf(framed.value)) : null
}

export const compareHandlers: HandlersOf<typeof methodCalls> = {
  compareMethods: async ({ db, today, inWorker }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameForecast(db, args, today)
    if (!framed.ok) return framed
    const input = inputOf(framed.value)
    const found = findComparison(db, input) ?? (await inWorker('forecasts.compare', input))
    shelveComparison(db, input, found)
    return ok(found)
  },
  comparison: ({ db, today }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameForecast(db, args, today)
    return framed.ok ? ok(findComparison(db, inputOf(framed.value))) : framed
  },
  explain: ({ db, today }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameForecast(db, args, today)
    return framed.ok ? ok(splitSeries(framed.value.series)) : framed
  },
  lookBack: ({ db, today }, { periodsBack, ...args }) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameForecast(db, args, today)
    if (!framed.ok) return framed
    const { series, cut, horizon, calendar, listDrivers } = framed.value
    const drivers = args.method === 'regression' ? listDrivers() : []
    const method = args.method ?? proposeForecast({ series, cut, horizon, calendar }).backtest.proposed
    return ok(method === null ? null : lookBack({ series, cut, method, horizon, calendar, drivers }, periodsBack))
  }
}
