// The stretches of days over which a series sums: its periods, cut where a changed definition rescales what came before, and the
// beginnings of earlier periods that the running one is held against.
import { addDays, daysBetween, type IsoDate, isAfter, isoDate } from '#shared/units/date.ts'
import type { SeriesChange } from '../series-types.ts'

export interface Stretch {
  key: string
  periodKey: string
  startsOn: IsoDate
  endsOn: IsoDate
  /** What its amounts are multiplied by: 1 where no changed definition comes after it. */
  factor: number
  /** Rescaling changes that come after it, the oldest first. */
  changes: Pick<SeriesChange, 'changedOn' | 'factorRatio'>[]
}

/** What was recorded in a stretch, minor units. */
export interface StretchSum {
  stretchKey: string
  rows: number
  amountMinor: number
}

interface Days {
  key: string
  startsOn: IsoDate
  endsOn: IsoDate
}

/** How many earlier periods the running one is held against. */
const mostEarlier = 8
/** Before any day that counts. */
const firstDay = isoDate(1, 1, 1)

/**
 * Cuts periods at the days from which something is counted differently, so that a period in which that happened is rescaled in part.
 *
 * @param periods in order, without gaps; what lies after `dataAsOf` is cut off
 * @param changes those that concern the series; only rescaling ones cut
 * @param dataAsOf the last day that the data know about
 * @returns one stretch for a period that isn't cut, more for one that is; together they are the periods up to `dataAsOf`
 * @example cutIntoStretches([{ key: 'FY2026-Q1', startsOn: '2026-01-01', endsOn: '2026-03-31' }], [], '2026-02-10')[0]?.endsOn // '2026-02-10'
 */
export function cutIntoStretches(
  periods: readonly Days[],
  changes: readonly Pick<SeriesChange, 'changedOn' | 'factorRatio' | 'treatment'>[],
  dataAsOf: IsoDate
): Stretch[] {
  const rescaling = changes
    .filter((change) => change.treatment === 'rescale' && change.factorRatio !== null)
    .toSorted((a, b) => (a.changedOn < b.changedOn ? -1 : 1))
  return periods.flatMap(({ key, startsOn, endsOn }) => {
    const until = endsOn > dataAsOf ? dataAsOf : endsOn
    const cuts = rescaling.map((change) => change.changedOn).filter((on) => on > startsOn && on <= until)
    const starts = [...new Set([startsOn, ...cuts])]
    return starts.map((from, at): Stretch => {
      const next = starts[at + 1]
      const after = rescaling.filter((change) => change.changedOn > from)
      return {
        key: starts.length === 1 ? key : `${key}/${at + 1}`,
        periodKey: key,
        startsOn: from,
        endsOn: next === undefined ? until : addDays(next, -1),
        factor: after.reduce((product, change) => product * (change.factorRatio ?? 1), 1),
        changes: after.map(({ changedOn, factorRatio }) => ({ changedOn, factorRatio }))
      }
    })
  })
}

/**
 * Lists the beginnings of earlier periods, each as many days long as the running period has run.
 *
 * Periods before a changed definition are left away: their amounts are of another kind. The last days of a period that is shorter than
 * the running one has run are all of it.
 *
 * @param periods in order; the last one is running when it ends after `dataAsOf`
 * @param changes those that concern the series
 * @param dataAsOf the last day that the data know about
 * @returns at most eight, the newest last, with keys of their own; none when no period is running
 * @example beginningsOf(quarters, [], '2026-11-12').at(-1)?.endsOn // '2026-08-12'
 */
export function beginningsOf(
  periods: readonly Days[],
  changes: readonly Pick<SeriesChange, 'changedOn' | 'treatment'>[],
  dataAsOf: IsoDate
): { key: string; periodKey: string; startsOn: IsoDate; endsOn: IsoDate }[] {
  const running = periods.at(-1)
  if (running === undefined || running.endsOn <= dataAsOf) return []
  const passed = daysBetween(running.startsOn, dataAsOf)
  const changed = changes
    .filter((change) => change.treatment !== 'mark')
    .reduce((latest, change) => (isAfter(change.changedOn, latest) ? change.changedOn : latest), firstDay)
  return periods
    .slice(0, -1)
    .filter((period) => period.startsOn >= changed)
    .slice(-mostEarlier)
    .map(({ key, startsOn, endsOn }) => {
      const by = addDays(startsOn, passed)
      return { key: `${key}/by`, periodKey: key, startsOn, endsOn: isAfter(by, endsOn) ? endsOn : by }
    })
}

/**
 * Adds up sums by day to stretches.
 *
 * @param stretches in any order; they may overlap
 * @param days sums in order of their days, each day once, minor units
 * @returns one sum for a stretch that recorded anything
 * @example sumDaysInto([{ key: 'a', startsOn: '2026-01-01', endsOn: '2026-01-31' }], [{ day: '2026-01-31', rows: 1, amountMinor: 5 }]) // [{ stretchKey: 'a', rows: 1, amountMinor: 5 }]
 */
export function sumDaysInto(
  stretches: readonly Days[],
  days: readonly { day: IsoDate; rows: number; amountMinor: number }[]
): StretchSum[] {
  const rows = [0]
  const amounts = [0]
  for (const day of days) {
    rows.push((rows.at(-1) ?? 0) + day.rows)
    amounts.push((amounts.at(-1) ?? 0) + day.amountMinor)
  }
  /** How many of the days come before one. */
  const countBefore = (on: IsoDate): number => {
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((days[middle]?.day ?? '') < on) low = middle + 1
      else high = middle
    }
    return low
  }
  return stretches.flatMap(({ key, startsOn, endsOn }) => {
    const from = countBefore(startsOn)
    const to = countBefore(addDays(endsOn, 1))
    const count = (rows[to] ?? 0) - (rows[from] ?? 0)
    return count === 0 ? [] : [{ stretchKey: key, rows: count, amountMinor: (amounts[to] ?? 0) - (amounts[from] ?? 0) }]
  })
}
