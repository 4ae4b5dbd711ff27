// Which forecasts are still to be kept: those of every state of the data, and of days before the first of them, replayed from the history.
import { openPipeline } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import type { ForecastSnapshot, SnapshotGrain, SnapshotOrigin } from '#shared/forecasts/accuracy-types.ts'
import { seasonLengths } from '#shared/forecasts/rules.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { ForecastCut } from '#shared/forecasts/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nextPeriod, type Period, periodOf, periodsOfYear } from '#shared/units/period.ts'
import {
  countOver,
  type History,
  historyAt,
  loadHistory,
  loadMembers,
  type People,
  sellersOf,
  sumSellers
} from './accuracy-history.ts'
import { fewestPeriods } from './accuracy-treated.ts'
import { type DataState, listImportStates, listSnapshotKeys } from './store-accuracy.ts'

/** How many earlier ends of periods are replayed. Sellers are many, and each of them is worth less. */
const replayed = {
  company: { month: 36, quarter: 12 },
  team: { month: 12, quarter: 8 },
  /** Ends of quarters, for both grains. */
  seller: { month: 8, quarter: 8 }
}

export interface DueForecast {
  readonly snapshot: Omit<ForecastSnapshot, 'method' | 'chosen' | 'scaleMinor' | 'points'> & {
    readonly importId: number | null
  }
  /** By the history of sales, or from the deals that are open. */
  readonly by: 'series' | 'pipeline'
  /** Closed periods as recorded; a forecast of today is made from them as they were decided on. */
  readonly recorded: number[]
  readonly seasonLength: number
  readonly horizon: number
  /** The first period ahead. */
  readonly first: Period
  /** What is sold of it already. */
  readonly firstSoldMinor: number
}

/**
 * States of the data in order: an import that says up to which day it knows, unless an earlier one knew more; the last of a day counts.
 * Without such imports the data are one state, as far as they reach.
 */
export function listStates(db: Reader, dataAsOf: IsoDate): DataState[] {
  const states: DataState[] = []
  for (const state of listImportStates(db)) {
    const before = states.at(-1)
    if (before && state.dataAsOf < before.dataAsOf) continue
    if (before?.dataAsOf === state.dataAsOf) states.pop()
    states.push(state)
  }
  return states.length > 0 ? states : [{ importId: null, title: null, dataAsOf }]
}

interface Day {
  readonly state: DataState
  readonly on: IsoDate
  readonly origin: SnapshotOrigin
}

/** Who has open deals; null: deals without a seller. */
function loadOpenOwners(db: Reader, { frame }: History): (sellers: readonly SellerId[] | null) => boolean {
  const owners = new Set(openPipeline(db, frame.currency).map((row) => row.sellerId))
  return (sellers) => (sellers === null ? owners.size > 0 : sellers.some((id) => owners.has(id)))
}

/** What is missing, the company first, then teams, then sellers: what is looked at most is there first. */
export function listDue(db: Reader): DueForecast[] {
  const history = loadHistory(db)
  if (history === undefined) return []
  const states = listStates(db, history.dataAsOf)
  const people = loadMembers(db)
  const kept = new Set(
    listSnapshotKeys(db, history.frame).map((each) => {
      const by = each.method === 'pipeline' ? 'pipeline' : 'series'
      return `${each.dataAsOf} ${each.cutKey} ${each.grain} ${by}`
    })
  )
  const hasOpen = loadOpenOwners(db, history)
  const pasts = new Map<number, History>()
  const historyOf = ({ state }: Day): History => {
    if (state === states.at(-1) || state.importId === null) return history
    const past = pasts.get(state.importId) ?? historyAt(db, history, state.importId)
    pasts.set(state.importId, past)
    return past
  }
  const due: DueForecast[] = []
  const look = (cut: ForecastCut, grain: SnapshotGrain, day: Day) => {
    const key = `${day.on} ${cutKey(cut)} ${grain}`
    // What was open on an earlier day isn't known: the pipeline is forecast at the time or not at all. Of teams by quarter alone: it takes long.
    const isOpen =
      day.origin === 'made' &&
      (cut.kind === 'company' || (cut.kind === 'team' && grain === 'quarter')) &&
      hasOpen(sellersOf(people, cut, day.on) ?? null)
    const wants = (by: DueForecast['by']) => !kept.has(`${key} ${by}`)
    if (!wants('series') && !(isOpen && wants('pipeline'))) return
    const framed = frameForecast(historyOf(day), people, cut, grain, day)
    if (framed && wants('series')) due.push(framed)
    if (framed && isOpen && wants('pipeline')) due.push({ ...framed, by: 'pipeline', horizon: framed.seasonLength })
  }
  const daysOf = (kind: keyof typeof replayed, grain: SnapshotGrain) =>
    listDays(history, states, kind === 'seller' ? 'quarter' : grain, replayed[kind][grain])
  const grains = ['month', 'quarter'] as const
  for (const grain of grains) for (const day of daysOf('company', grain)) look({ kind: 'company' }, grain, day)
  for (const grain of grains)
    for (const day of daysOf('team', grain))
      for (const { id, name } of people.teams) look({ kind: 'team', teamId: id, name }, grain, day)
  for (const grain of grains)
    for (const day of daysOf('seller', grain))
      for (const { id, name } of people.sellers) look({ kind: 'seller', sellerId: id, name }, grain, day)
  return due
}

/** The states themselves, and earlier ends of periods: each is replayed from the state after it. The newest first. */
function listDays(history: History, states: readonly DataState[], grain: SnapshotGrain, count: number): Day[] {
  const newest = states.at(-1)
  const own = states.map(
    (state): Day => ({ state, on: state.dataAsOf, origin: state === newest ? 'made' : 'replayed' })
  )
  const days = new Set(own.map(({ on }) => on))
  const ends = history[grain].periods.map((period) => period.endsOn).filter((on) => !days.has(on))
  const earlier = ends.flatMap((on): Day[] => {
    const state = states.find((each) => each.dataAsOf > on)
    return state ? [{ state, on, origin: 'replayed' }] : []
  })
  return [...own.toReversed(), ...earlier.slice(-count).toReversed()]
}

function frameForecast(
  history: History,
  people: People,
  cut: ForecastCut,
  grain: SnapshotGrain,
  { state, on, origin }: Day
): DueForecast | undefined {
  const { periods } = history[grain]
  const { calendar } = history.frame
  const over = countOver(periods, on)
  const sellers = sellersOf(people, cut, on) ?? null
  const { amounts, deals } = sumSellers(history[grain], sellers, over)
  const start = deals.findIndex((count) => count > 0)
  const last = periods[over - 1]
  if (start < 0 || last === undefined || over - start < fewestPeriods) return undefined
  const first = nextPeriod(last, calendar)
  const yearSoldMinor = amounts.reduce(
    (sum, amount, at) => (periods[at]?.fiscalYear === first.fiscalYear ? sum + amount : sum),
    0
  )
  const sums = sumSellers(history[grain], sellers, over + 1)
  return {
    by: 'series',
    firstSoldMinor: periods[over] === undefined ? 0 : (sums.amounts[over] ?? 0),
    snapshot: { importId: state.importId, dataAsOf: on, origin, cut, cutKey: cutKey(cut), grain, yearSoldMinor },
    recorded: amounts.slice(start),
    seasonLength: seasonLengths[grain],
    // The company's year is wanted before it has begun: to the end of the year after the running one.
    horizon: cut.kind === 'company' ? stepsToNextYearEnd(first, history) : seasonLengths[grain],
    first
  }
}

function stepsToNextYearEnd(first: Period, { frame }: History): number {
  const { calendar } = frame
  const grain = first.grain
  const running = periodsOfYear(first.fiscalYear, grain, calendar)
  const at = running.findIndex((period) => period.key === periodOf(first.startsOn, grain, calendar).key)
  return running.length - at + periodsOfYear(first.fiscalYear + 1, grain, calendar).length
}
