// Keeps the forecasts that states of the data are still without: made in a worker, written in parts, so that what is done stays when it is cancelled.
import type { Reader } from '#engine/db.ts'
import { done, type JobContext } from '#engine/handler.ts'
import { carryOver, countChanges } from '#engine/remember.ts'
import type { SnapshotStep } from '#shared/forecasts/accuracy/snapshot.ts'
import type { ForecastSnapshot, KeptSnapshots, SnapshotPoint } from '#shared/forecasts/accuracy-types.ts'
import type { PipelineInput, PipelineOptions } from '#shared/forecasts/pipeline-types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nextPeriod, type Period } from '#shared/units/period.ts'
import { type DueForecast, listDue } from './accuracy-due.ts'
import { loadHistory, loadMembers, sellersOf } from './accuracy-history.ts'
import type { Saved, SaveRequest } from './accuracy-task.ts'
import { treatedHistories } from './accuracy-treated.ts'
import { loadPipelineDeals } from './load-pipeline.ts'
import { type Frame, listImportStates, putSnapshot } from './store-accuracy.ts'

/** Written together: seldom enough that screens aren't asked anew all the time. */
const partSize = 150

/** Enough runs to tell the ends of ranges by; what else is assumed is what the pipeline is opened with. */
const simulation: PipelineOptions = {
  seed: 1,
  runs: 1_000,
  hasNewDeals: true,
  staleDays: 60,
  shockSize: null,
  hasRecord: true
}

// One at a time a file: what is open is known by the function that reads it.
const running = new WeakSet<Reader['all']>()

export const isKeeping = (db: Reader): boolean => running.has(db.all)

export async function keepSnapshots(context: JobContext): Promise<KeptSnapshots> {
  const { db, now, writeStream } = context
  const history = loadHistory(db)
  const due = listDue(db)
  const kept = { made: 0, replayed: 0, wasRunning: false }
  if (history === undefined || due.length === 0) return kept
  if (isKeeping(db)) return { ...kept, wasRunning: true }
  const { frame, dataAsOf } = history
  running.add(db.all)
  try {
    const make = maker(context, due, frame, dataAsOf)
    for (let from = 0; from < due.length; from += partSize) {
      const part = due.slice(from, from + partSize)
      const answers = await make(part, from)
      const before = countChanges(db)
      const written = await writeStream(async (stream) => {
        const standing = new Set(listImportStates(stream.db).map(({ importId }) => importId))
        for (const [at, each] of part.entries()) {
          const answer = answers[at]
          if (answer === undefined) throw new Error('each forecast that was asked for is answered')
          // It may have been taken back meanwhile.
          if (each.snapshot.importId !== null && !standing.has(each.snapshot.importId)) continue
          for (const snapshot of snapshotsOf(each, answer, frame)) putSnapshot(stream.db, frame, snapshot, now)
          kept[each.snapshot.origin] += 1
        }
        return done(null)
      })
      // Another file has been opened meanwhile.
      if (!written.ok) break
      // Nothing that is kept in memory of the deals has changed by this.
      carryOver(db, before, ['forecast_snapshots'])
    }
  } finally {
    running.delete(db.all)
  }
  return kept
}

/** Makes a part of what is due. */
function maker(
  { db, today, inWorker, progress }: JobContext,
  due: readonly DueForecast[],
  frame: Frame,
  dataAsOf: IsoDate
): (part: readonly DueForecast[], from: number) => Promise<Saved[]> {
  const deals = due.some(({ by }) => by === 'pipeline') ? loadPipelineDeals(db, today) : undefined
  const people = loadMembers(db)
  const total = due.length
  const pipelineOf = (each: DueForecast): PipelineInput => {
    if (deals === undefined) throw new Error('the deals were read for this')
    const sellers = sellersOf(people, each.snapshot.cut, each.snapshot.dataAsOf)
    const own = sellers ? new Set(sellers) : null
    return {
      asOf: deals.asOf,
      currency: deals.currency,
      stages: deals.stages,
      // A team's chances are learnt from its own deals: another team's would be another forecast.
      deals: own === null ? deals.deals : deals.deals.filter(({ sellerId }) => sellerId !== null && own.has(sellerId)),
      periods: periodsOf(each, frame).map(({ key, startsOn, endsOn }, at) => ({
        key,
        startsOn,
        endsOn,
        bookedMinor: at === 0 ? each.firstSoldMinor : 0,
        targetMinor: null
      })),
      options: simulation
    }
  }
  const treated = treatedHistories(db, dataAsOf)
  const valuesOf = ({ snapshot, recorded }: DueForecast) =>
    (snapshot.origin === 'made' ? treated(snapshot.cut, snapshot.grain) : undefined) ?? recorded
  // Everything is read before anything can change it: the data of this moment are the state that is forecast from.
  const values = new Map(due.map((each) => [each, valuesOf(each)]))
  const requestOf = (each: DueForecast) => ({
    values: values.get(each) ?? each.recorded,
    seasonLength: each.seasonLength,
    horizon: each.horizon
  })
  return async (part, from) => {
    const bySeries = part.filter(({ by }) => by === 'series')
    const found = new Map<DueForecast, Saved>()
    const ask = async (asked: readonly DueForecast[], requests: SaveRequest[]) => {
      const made = await inWorker('forecasts.snapshots', { requests, done: from + found.size, total })
      for (const [at, each] of asked.entries()) if (made[at]) found.set(each, made[at])
      progress({ done: from + found.size, total, what: 'forecasts.progress.snapshots' })
    }
    if (bySeries.length > 0)
      await ask(
        bySeries,
        bySeries.map((each) => ({ ...requestOf(each), pipeline: null }))
      )
    // One at a time: each takes many deals along.
    for (const each of part)
      if (each.by === 'pipeline') await ask([each], [{ ...requestOf(each), pipeline: pipelineOf(each) }])
    return part.flatMap((each) => found.get(each) ?? [])
  }
}

function periodsOf({ first, horizon }: DueForecast, { calendar }: Frame): Period[] {
  const periods: Period[] = [first]
  for (let last = first; periods.length < horizon; periods.push(last)) last = nextPeriod(last, calendar)
  return periods
}

function snapshotsOf(
  due: DueForecast,
  { scaleMinor, forecasts }: Saved,
  frame: Frame
): (ForecastSnapshot & { importId: number | null })[] {
  const periods = periodsOf(due, frame)
  return forecasts.map(({ method, chosen, steps }) => ({
    ...due.snapshot,
    method,
    chosen,
    scaleMinor,
    points: steps.flatMap((step, at): SnapshotPoint[] => {
      const period = periods[at]
      return period ? [pointOf(period, step)] : []
    })
  }))
}

function pointOf(
  { key, startsOn, endsOn }: Period,
  [middle, low80, high80, low95, high95]: SnapshotStep
): SnapshotPoint {
  return {
    periodKey: key,
    startsOn,
    endsOn,
    middleMinor: middle,
    low80Minor: low80,
    high80Minor: high80,
    low95Minor: low95,
    high95Minor: high95
  }
}
