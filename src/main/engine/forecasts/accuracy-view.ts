// What the screen about accuracy shows: scores by method, horizon, team, seller and caller, what they stand on, and past forecasts beside what came.
import type { Reader } from '#engine/db.ts'
import { remember } from '#engine/remember.ts'
import { compareSnapshot } from '#shared/forecasts/accuracy/compare.ts'
import { type ComparedCall, scoreCalls, scoreHorizons, scoreMethods } from '#shared/forecasts/accuracy/scores.ts'
import type {
  AccuracyView,
  ComparedForecast,
  CutAccuracy,
  KeptComparison,
  SnapshotGrain,
  SnapshotState
} from '#shared/forecasts/accuracy-types.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { AskedCut, ForecastCut } from '#shared/forecasts/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import {
  countOver,
  type History,
  historyTables,
  loadMembers,
  type People,
  sellersOf,
  sumSellers
} from './accuracy-history.ts'
import {
  listEndedCalls,
  listKeptPoints,
  listSnapshotStates,
  listSnapshots,
  type SnapshotRow
} from './store-accuracy.ts'

export interface AccuracyArgs {
  scenarioId: ScenarioId
  cut: { kind: 'company' } | { kind: 'team'; teamId: TeamId } | { kind: 'seller'; sellerId: SellerId }
  grain: SnapshotGrain
  steps: number | null
  origin: 'both' | 'made' | 'replayed'
}

/** More than three years of months, all distances and methods together, come to: a bound for what is sent, and no limit in practice. */
const mostCompared = 2_000

interface Base {
  history: History
  people: People
  /** Sales of a cut in a period that is over, by whom it held on the day of the forecast. */
  actualOf(grain: SnapshotGrain, cut: ForecastCut | AskedCut, day: IsoDate): (periodKey: string) => number | undefined
}

export function baseOf(db: Reader, history: History): Base {
  const people = loadMembers(db)
  const known = new Map<string, ReadonlyMap<string, number>>()
  return {
    history,
    people,
    actualOf: (grain, cut, day) => {
      // A team is judged by the people it had when its forecast was made.
      const key = `${grain} ${cutKey(cut)} ${cut.kind === 'team' ? day : ''}`
      let sums = known.get(key)
      if (sums === undefined) {
        const sellers = sellersOf(people, cut, day)
        const { periods } = history[grain]
        const over = countOver(periods, history.dataAsOf)
        const amounts = sellers === undefined ? [] : sumSellers(history[grain], sellers, over).amounts
        sums = new Map(amounts.map((amount, at) => [periods[at]?.key ?? '', amount]))
        known.set(key, sums)
      }
      const found = sums
      return (periodKey) => found.get(periodKey)
    }
  }
}

/** Undefined for a cut that isn't there. */
export function viewAccuracy(db: Reader, history: History, args: AccuracyArgs): AccuracyView | undefined {
  const base = baseOf(db, history)
  const cut = nameCut(base.people, args.cut)
  if (cut === undefined) return undefined
  const key = cutKey(cut)
  const { grain, steps, origin } = args
  const { snapshots, compared } = remember(
    db,
    `forecasts.compared ${grain}`,
    [...historyTables, 'forecast_snapshots'],
    () => compareAll(db, base, grain)
  )
  const isAsked = (each: { origin: string }) => origin === 'both' || each.origin === origin
  const asked = compared.filter(isAsked)
  const own = asked.filter((each) => each.cutKey === key)
  const atSteps = (each: ComparedForecast) => steps === null || each.steps === steps
  const shown = own.filter(atSteps)
  const scored = scoreCuts(base.people, asked.filter(atSteps))
  const today = history.dataAsOf
  const { periods } = history[grain]
  const sold = base.actualOf(grain, cut, today)
  return {
    dataAsOf: today,
    currency: history.frame.currency,
    cut,
    grain,
    steps,
    mostSteps: own.reduce((most, each) => Math.max(most, each.steps), 0),
    methods: scoreMethods(shown),
    horizons: scoreHorizons(own),
    ...scored,
    callers: scoreCalls(compareCalls(db, base)),
    kept: compareKept(db, base, args.scenarioId),
    states: listSnapshotStates(db, history.frame).map(
      ({ isReplayed, ...state }): SnapshotState => ({ ...state, origin: isReplayed === 1 ? 'replayed' : 'made' })
    ),
    past: snapshots
      .filter((each) => each.cutKey === key && each.method === 'automatic' && isAsked(each))
      .map(({ dataAsOf, origin: how, points }) => ({ dataAsOf, origin: how, points })),
    sold: periods.slice(0, countOver(periods, today)).map(({ key: periodKey, startsOn, endsOn }) => ({
      periodKey,
      startsOn,
      endsOn,
      amountMinor: sold(periodKey) ?? 0
    })),
    compared: shown
      .toSorted((one, other) => other.dataAsOf.localeCompare(one.dataAsOf) || one.steps - other.steps)
      .slice(0, mostCompared)
  }
}

function nameCut(people: People, cut: AccuracyArgs['cut']): ForecastCut | undefined {
  if (cut.kind === 'company') return cut
  const found =
    cut.kind === 'team'
      ? people.teams.find((team) => team.id === cut.teamId)
      : people.sellers.find((seller) => seller.id === cut.sellerId)
  return found && { ...cut, name: found.name }
}

function compareAll(
  db: Reader,
  { history, actualOf }: Base,
  grain: SnapshotGrain
): { snapshots: SnapshotRow[]; compared: ComparedForecast[] } {
  const snapshots = onePerDay(listSnapshots(db, history.frame, grain, null), history.dataAsOf)
  return {
    snapshots,
    compared: snapshots.flatMap((snapshot) =>
      compareSnapshot(snapshot, actualOf(grain, snapshot.cut, snapshot.dataAsOf))
    )
  }
}

/** What was made at the time goes before what was replayed for the same day; days that the data no longer reach don't count. */
export function onePerDay(rows: readonly SnapshotRow[], dataAsOf: IsoDate): SnapshotRow[] {
  const found = new Map<string, SnapshotRow>()
  for (const row of rows) {
    const key = `${row.dataAsOf} ${row.cutKey} ${row.method}`
    if (row.dataAsOf <= dataAsOf && found.get(key)?.origin !== 'made') found.set(key, row)
  }
  return [...found.values()]
}

function scoreCuts(
  people: People,
  compared: readonly ComparedForecast[]
): { teams: CutAccuracy[]; sellers: CutAccuracy[] } {
  const byCut = new Map<string, ComparedForecast[]>()
  for (const each of compared) {
    const own = byCut.get(each.cutKey)
    if (own) own.push(each)
    else byCut.set(each.cutKey, [each])
  }
  const score = (cut: ForecastCut): CutAccuracy[] => {
    const [automatic] = scoreMethods(byCut.get(cutKey(cut)) ?? []).filter(({ method }) => method === 'automatic')
    return automatic ? [{ cut, score: automatic.score, baseline: automatic.baseline }] : []
  }
  return {
    teams: people.teams.flatMap(({ id, name }) => score({ kind: 'team', teamId: id, name })),
    sellers: people.sellers.flatMap(({ id, name }) => score({ kind: 'seller', sellerId: id, name }))
  }
}

/** Calls of months, quarters or whole years that are over, by those who made them. */
function compareCalls(db: Reader, { history, actualOf }: Base): ComparedCall[] {
  const { frame, dataAsOf } = history
  return listEndedCalls(db, dataAsOf, frame.currency).flatMap((call): ComparedCall[] => {
    const actualIn = actualOf('month', call.cut, call.madeOn)
    const months = history.month.periods.filter(
      (period) => period.startsOn >= call.startsOn && period.endsOn <= call.endsOn
    )
    const [first, last] = [months[0], months.at(-1)]
    // Only what whole months make up can be held against sales by month.
    if (first?.startsOn !== call.startsOn || last?.endsOn !== call.endsOn) return []
    const amounts = months.map((month) => actualIn(month.key))
    if (amounts.some((amount) => amount === undefined)) return []
    const actualMinor = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
    return [{ name: call.name, category: call.category, calledMinor: call.calledMinor, actualMinor }]
  })
}

function compareKept(db: Reader, { history, actualOf }: Base, scenarioId: ScenarioId): KeptComparison[] {
  const { frame, dataAsOf } = history
  return listKeptPoints(db, scenarioId, dataAsOf, frame.currency).flatMap(
    ({ startsOn, endsOn, ...row }): KeptComparison[] => {
      if (row.grain === 'week') return []
      const period = history[row.grain].periods.find((each) => each.key === row.periodKey)
      // The calendar has changed since: the period of that name has other days now.
      if (period?.startsOn !== startsOn || period.endsOn !== endsOn) return []
      const actualMinor = actualOf(row.grain, row.cut, row.dataAsOf)(row.periodKey)
      return actualMinor === undefined ? [] : [{ ...row, actualMinor }]
    }
  )
}
