// Answers the calls about how right forecasts have been: those made at each state of the data, held against what came.
import type { Reader } from '#engine/db.ts'
import { findScenario, getFiscalYear } from '#engine/plans/store.ts'
import { remember } from '#engine/remember.ts'
import { findSamePointBand } from '#shared/forecasts/accuracy/same-point.ts'
import type { SamePointAnswer } from '#shared/forecasts/accuracy-types.ts'
import type { accuracyCalls } from '#shared/forecasts/contract-accuracy.ts'
import { fail, type HandlersOf, ok } from '../handler.ts'
import { listDue } from './accuracy-due.ts'
import { historyTables, loadHistory } from './accuracy-history.ts'
import { isKeeping, keepSnapshots } from './accuracy-keep.ts'
import { baseOf, onePerDay, viewAccuracy } from './accuracy-view.ts'
import { listSnapshots } from './store-accuracy.ts'

export const accuracyHandlers: HandlersOf<typeof accuracyCalls> = {
  accuracy: ({ db }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const history = loadHistory(db)
    if (history === undefined) return fail({ code: 'forecasts.noSales' })
    const view = viewAccuracy(db, history, args)
    return view === undefined ? fail({ code: 'forecasts.nobody' }) : ok(view)
  },
  samePointBand: ({ db }, { scenarioId }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    return ok(bandOf(db, getFiscalYear(db, scenarioId)))
  },
  snapshotsDue: ({ db }) => {
    const { forecasts, states } = remember(
      db,
      'forecasts.snapshotsDue',
      [...historyTables, 'forecast_snapshots'],
      () => {
        const due = listDue(db)
        return { forecasts: due.length, states: new Set(due.map(({ snapshot }) => snapshot.dataAsOf)).size }
      }
    )
    return ok({ forecasts, states, isRunning: isKeeping(db) })
  },
  keepSnapshots: async (context) => ok(await keepSnapshots(context))
}

function bandOf(db: Reader, fiscalYear: number): SamePointAnswer {
  const history = loadHistory(db)
  if (history === undefined) return { band: null, missing: 'noForecast' }
  const { frame, dataAsOf } = history
  const rows = onePerDay(listSnapshots(db, frame, 'month', 'company'), dataAsOf).filter(
    (row) => row.method === 'automatic'
  )
  return findSamePointBand({
    fiscalYear,
    calendar: frame.calendar,
    today: rows.find((row) => row.dataAsOf === dataAsOf),
    earlier: rows.filter((row) => row.dataAsOf < dataAsOf),
    soldIn: baseOf(db, history).actualOf('month', { kind: 'company' }, dataAsOf),
    currency: frame.currency
  })
}
