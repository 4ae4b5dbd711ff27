// Answers the calls about the parts of the company, forecast one by one and made to add up.
import type { Reader } from '#engine/db.ts'
import { done, fail, type HandlersOf, nothingDone, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import type { hierarchyCalls } from '#shared/forecasts/contract-hierarchy.ts'
import type { PartNode } from '#shared/forecasts/hierarchy/parts.ts'
import type { KeptParts, PartsForecast, PartsView } from '#shared/forecasts/hierarchy-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { frameParts } from './hierarchy-frame.ts'
import { addedUp, countChanged, findRun, startRun, takeMade } from './hierarchy-shelf.ts'
import { findPartsForecast, putPartsForecast, removePartsForecast } from './store-hierarchy.ts'

const lineOf = ({
  keptAt,
  madeAt,
  tree,
  grain,
  reconciler,
  dataAsOf,
  parts
}: PartsForecast & { keptAt: string }): KeptParts => ({
  madeAt,
  keptAt,
  tree,
  grain,
  reconciler,
  dataAsOf,
  companyMinor: parts[0]?.total.middleMinor ?? null
})

function keptOf(db: Reader, scenarioId: ScenarioId): { forecast: PartsForecast; line: KeptParts } | null {
  const found = findPartsForecast(db, scenarioId)
  if (found === undefined) return null
  const { keptAt: _, ...forecast } = found
  return { forecast, line: lineOf(found) }
}

/** Against what a kept forecast shows of its histories. */
const countChangedSince = ({ parts }: PartsForecast, now: readonly PartNode[]): number =>
  countChanged(
    parts.map(({ key, history }) => ({ key, values: history.filter((value) => value !== null) })),
    now
  )

export const hierarchyHandlers: HandlersOf<typeof hierarchyCalls> = {
  forecastParts: async ({ db, now, today, inWorker }, choice) => {
    if (findScenario(db, choice.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameParts(db, choice, today)
    if (!framed.ok) return fail(framed.error)
    const { frame } = framed
    const run = startRun(db, frame, now)
    const { done: made } = run
    const histories = run.order.slice(made).map((place) => frame.nodes[place]?.values ?? [])
    const { seasonLength, horizon } = frame
    // When it is cancelled the thread ends, and what it had sent until then stays on the shelf.
    const total = await inWorker('forecasts.parts', { histories, made, seasonLength, horizon }, (part) =>
      takeMade(run, part)
    )
    run.isFinished = true
    return ok(total)
  },

  parts: ({ db, today }, { reconciler, leavers, ...choice }) => {
    if (findScenario(db, choice.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameParts(db, choice, today)
    const kept = keptOf(db, choice.scenarioId)
    const run = findRun(db, choice)
    if (!framed.ok && run === undefined && kept === null) return fail(framed.error)
    const now = framed.ok ? framed.frame.nodes : null
    const view: Omit<PartsView, 'forecast' | 'isFromKept'> = { kept: kept?.line ?? null, partCount: now?.length ?? 0 }
    if (run !== undefined)
      return ok({ ...view, forecast: addedUp(run, { reconciler, leavers, now }), isFromKept: false })
    const isAsked = kept?.forecast.tree === choice.tree && kept.forecast.grain === choice.grain
    const forecast = isAsked
      ? { ...kept.forecast, changedParts: now === null ? 0 : countChangedSince(kept.forecast, now) }
      : null
    return ok({ ...view, forecast, isFromKept: isAsked })
  },

  keepParts: ({ db, now, today }, { reconciler, leavers, ...choice }) => {
    const locked = requireOpenScenario(db, choice.scenarioId)
    if (locked) return fail(locked)
    const run = findRun(db, choice)
    const framed = frameParts(db, choice, today)
    const nodes = framed.ok ? framed.frame.nodes : null
    const forecast = run && addedUp(run, { reconciler, leavers, now: nodes })
    if (forecast === undefined || forecast.summary === null) return fail({ code: 'forecasts.partsMissing' })
    putPartsForecast(db, choice.scenarioId, now, forecast)
    return done(null, { count: forecast.parts.length })
  },

  removeKeptParts: ({ db }, { scenarioId }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    return removePartsForecast(db, scenarioId) ? done(null) : nothingDone(null)
  }
}
