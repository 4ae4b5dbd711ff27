// When a deal that will be won is won: from what earlier deals in its place took, and from its expected close date as far as such dates were kept.
import type { StageId } from '#shared/playbook/types.ts'
import { makeCurve, type OutcomeCurve, wonBy } from './curves.ts'
import { ending } from './lives.ts'
import type { DealState, SnapshotRow } from './snapshots.ts'

/** Earlier deals in a place: their curve from then on, and how many of them were won. */
interface Place {
  readonly curve: OutcomeCurve
  readonly wonDeals: number
}

/** How far wins lay from the close date expected before: sorted days, later ones positive, by how far ahead it was. */
interface Slips {
  readonly near: Float64Array
  readonly middle: Float64Array
  readonly far: Float64Array
}

export interface Timing {
  readonly all: Place | null
  readonly stages: ReadonlyMap<StageId | null, Place>
  readonly places: ReadonlyMap<string, Place>
  /** The same by segment: large deals take longer, and they are most of the money. */
  readonly segments: ReadonlyMap<string, Place>
  readonly slips: Slips
  /** How much the expected close date counts beside the time deals take, 0 to 1. */
  readonly dateWeight: number
  /** Won deals that this weight stands on; 0: nobody can tell. */
  readonly dateDeals: number
}

/** A narrower place counts for as much as a wider one when it has seen this many wins. Declared. */
const trustedWins = 15
/** Won deals with an earlier expected close date, from which its weight can be learnt. */
const leastDated = 30
const [nearDays, farDays] = [30, 90]
const binDays = 30

const segmentKey = ({ stageId, band, segment }: DealState): string => `${stageId ?? ''} ${band ?? ''} ${segment ?? ''}`
const placeKey = (stageId: StageId | null, band: number | null): string => `${stageId ?? ''} ${band ?? ''}`

/**
 * Learns when deals close, from earlier pipelines.
 *
 * @param rows earlier pipelines
 * @returns curves by stage, band of ages and segment, and how expected close dates were kept
 * @missing without a won deal there is no curve
 * @source curves: landmark Aalen–Johansen, see snapshots.ts; weight of the dates: linear opinion pool by log score on the other half of the deals,
 *   M. Stone, Annals of Mathematical Statistics 32 (1961)
 * @example learnTiming([]).all // null
 */
export function learnTiming(rows: readonly SnapshotRow[]): Timing {
  const byPlace = new Map<string, SnapshotRow[]>()
  const bySegment = new Map<string, SnapshotRow[]>()
  const byStage = new Map<StageId | null, SnapshotRow[]>()
  for (const row of rows) {
    push(byPlace, placeKey(row.stageId, row.band), row)
    if (row.segment !== null) push(bySegment, segmentKey(row), row)
    push(byStage, row.stageId, row)
  }
  const timing = {
    all: makePlace(rows),
    stages: placesOf(byStage),
    places: placesOf(byPlace),
    segments: placesOf(bySegment),
    slips: slipsOf([]),
    dateWeight: 0,
    dateDeals: 0
  }
  return learnDates(rows, timing)
}

function push<Key>(groups: Map<Key, SnapshotRow[]>, key: Key, row: SnapshotRow): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [row])
  else group.push(row)
}

function placesOf<Key>(groups: Map<Key, SnapshotRow[]>): Map<Key, Place> {
  const places = new Map<Key, Place>()
  for (const [key, rows] of groups) {
    const place = makePlace(rows)
    if (place !== null) places.set(key, place)
  }
  return places
}

function makePlace(rows: readonly SnapshotRow[]): Place | null {
  const curve = makeCurve({ days: rows.map((row) => row.daysLeft), endings: rows.map((row) => row.ending) })
  if (curve.won === 0) return null
  return { curve, wonDeals: new Set(rows.filter((row) => row.ending === ending.won).map(({ life }) => life)).size }
}

/**
 * Gives the part of a deal's wins that falls within some days, by what deals in its place took.
 *
 * Deals of its segment, stage and band of ages count first, as far as there are wins among them, then those of its stage and band, of its stage, and all.
 *
 * @param timing what was learnt
 * @param state the deal today
 * @param days from today on
 * @returns 0 to 1
 * @missing null where no deal was ever won
 * @example wonWithin(learnTiming([]), { stageId: null, segment: null, age: 3, band: 0, lead: null, still: null }, 30) // null
 */
export function wonWithin(timing: Timing, state: DealState, days: number): number | null {
  if (timing.all === null) return null
  const shareOf = ({ curve }: Place): number => wonBy(curve, days) / curve.eventualRatio
  let share = shareOf(timing.all)
  const nested = [
    timing.stages.get(state.stageId),
    timing.places.get(placeKey(state.stageId, state.band)),
    state.segment === null ? undefined : timing.segments.get(segmentKey(state))
  ]
  for (const place of nested) {
    if (place === undefined) continue
    const trust = place.wonDeals / (place.wonDeals + trustedWins)
    share += trust * (shareOf(place) - share)
  }
  return share
}

/**
 * Gives the part of a deal's wins that falls within some days, with its expected close date as far as dates were kept before.
 *
 * @param timing what was learnt
 * @param state the deal today
 * @param days from today on
 * @param paced the same in days of average pace, see closing-season.ts; an expected date knows its season already
 * @returns 0 to 1
 * @missing null where no deal was ever won
 * @example closesWithin(learnTiming([]), { stageId: null, segment: null, age: 3, band: 0, lead: 5, still: null }, 30) // null
 */
export function closesWithin(timing: Timing, state: DealState, days: number, paced = days): number | null {
  const byTime = wonWithin(timing, state, paced)
  if (byTime === null || timing.dateWeight === 0 || state.lead === null || state.lead < 0) return byTime
  const byDate = keptWithin(timing.slips, state.lead, days)
  return byDate === null ? byTime : byTime + timing.dateWeight * (byDate - byTime)
}

function slipsAt(slips: Slips, lead: number): Float64Array {
  return lead < nearDays ? slips.near : lead < farDays ? slips.middle : slips.far
}

/** Part of wins that come within some days when the close date is `lead` days ahead. */
function keptWithin(slips: Slips, lead: number, days: number): number | null {
  const seen = slipsAt(slips, lead)
  if (seen.length === 0 || days < 1) return seen.length === 0 ? null : 0
  let [low, high] = [0, seen.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (seen[middle]! <= days - lead) low = middle + 1
    else high = middle
  }
  return low / seen.length
}

interface Dated {
  readonly row: SnapshotRow
  readonly lead: number
  readonly half: number
}

function slipsOf(dated: readonly Dated[]): Slips {
  const pick = (from: number, to: number): Float64Array =>
    Float64Array.from(
      dated.filter(({ lead }) => lead >= from && lead < to),
      ({ row, lead }) => row.daysLeft - lead
    ).sort()
  return { near: pick(0, nearDays), middle: pick(nearDays, farDays), far: pick(farDays, Number.POSITIVE_INFINITY) }
}

/** Each half of the deals is foretold with the slips of the other half; the weight that foretells best is taken. */
function learnDates(rows: readonly SnapshotRow[], timing: Timing): Timing {
  const dated: Dated[] = []
  let deals = 0
  let last: unknown = null
  for (const row of rows) {
    if (row.ending !== ending.won || row.lead === null || row.lead < 0) continue
    if (row.life !== last) deals += 1
    last = row.life
    dated.push({ row, lead: row.lead, half: deals % 2 })
  }
  if (deals < leastDated) return timing
  const halves = [0, 1].map((half) => slipsOf(dated.filter((each) => each.half !== half)))
  const scored = dated.flatMap(({ row, lead, half }) => {
    const from = Math.floor((row.daysLeft - 1) / binDays) * binDays
    const within = (shareBy: (days: number) => number | null): number | null => {
      const [below, above] = [from === 0 ? 0 : shareBy(from), shareBy(from + binDays)]
      return below === null || above === null ? null : above - below
    }
    const byTime = within((days) => wonWithin(timing, row, days))
    const byDate = within((days) => keptWithin(halves[half]!, lead, days))
    return byTime === null || byDate === null ? [] : [{ byTime, byDate }]
  })
  let [dateWeight, best] = [0, Number.NEGATIVE_INFINITY]
  for (let tenths = 0; tenths <= 9; tenths += 1) {
    const weight = tenths / 10
    const score = scored.reduce(
      (sum, { byTime, byDate }) => sum + Math.log((1 - weight) * byTime + weight * byDate + 1e-4),
      0
    )
    if (score > best) [dateWeight, best] = [weight, score]
  }
  return { ...timing, slips: slipsOf(dated), dateWeight, dateDeals: deals }
}
