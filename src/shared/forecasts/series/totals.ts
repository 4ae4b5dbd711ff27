// A series from totals that were typed or pasted for spans of days: what has no total is unknown, not zero.
import { addDays, daysBetween, type IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, periodOf } from '#shared/units/period.ts'
import { buildSeries, seriesPeriods } from '../series.ts'
import type { SeriesChange, SeriesTotal } from '../series-types.ts'
import type { ForecastGrain, SalesSeries } from '../types.ts'
import { cutIntoStretches } from './stretches.ts'
import { sumPeriods } from './treat.ts'

interface TotalsInput {
  totals: readonly SeriesTotal[]
  grain: ForecastGrain
  /** Totals that end later don't count. */
  dataAsOf: IsoDate
  currency: CurrencyCode
  calendar: FiscalCalendar
  changes: readonly SeriesChange[]
}

/**
 * Makes a series of totals.
 *
 * A total counts in the period that holds all its days, so monthly totals make quarters too; one that reaches over a period's end can't be
 * divided and is left away. A period is complete when totals cover every day of it. One between others that isn't is filled in and said to
 * be; before the first and after the last complete one there is no history. A rescaling change counts for totals that end before its day.
 *
 * @param input totals in minor units; of two that overlap the one that starts first counts, of the same start the longer one
 * @returns the series; its data end with the last total that counts
 * @missing undefined when no period is covered by totals
 * @example seriesOfTotals({ totals: [], grain: 'month', dataAsOf, currency, calendar, changes: [] }) // undefined
 */
export function seriesOfTotals(input: TotalsInput): SalesSeries | undefined {
  const { grain, calendar, currency, changes } = input
  const counting = withoutOverlaps(
    input.totals.filter(
      (total) => total.endsOn <= input.dataAsOf && periodOf(total.startsOn, grain, calendar).endsOn >= total.endsOn
    )
  )
  const [first] = counting
  const last = counting.at(-1)
  if (first === undefined || last === undefined) return undefined
  const covered = new Map<string, number>()
  for (const { startsOn, endsOn } of counting) {
    const { key } = periodOf(startsOn, grain, calendar)
    covered.set(key, (covered.get(key) ?? 0) + daysBetween(startsOn, endsOn) + 1)
  }
  const all = seriesPeriods(first.startsOn, last.endsOn, grain, calendar)
  const isWhole = (key: string, startsOn: IsoDate, endsOn: IsoDate) =>
    covered.get(key) === daysBetween(startsOn, endsOn) + 1
  const whole = new Set(all.flatMap(({ key, startsOn, endsOn }) => (isWhole(key, startsOn, endsOn) ? [key] : [])))
  const from = all.findIndex((period) => whole.has(period.key))
  const until = all.findLastIndex((period) => whole.has(period.key))
  const end = all[until]
  if (from < 0 || end === undefined) return undefined
  const after = all[until + 1]
  const running = after !== undefined && isCoveredFromStart(counting, after, last.endsOn) ? after : undefined
  const dataAsOf = running === undefined ? end.endsOn : last.endsOn
  const periods = [...all.slice(from, until + 1), ...(running === undefined ? [] : [running])]
  const counted = counting.filter((total) => {
    const { key } = periodOf(total.startsOn, grain, calendar)
    return whole.has(key) || key === running?.key
  })
  const stretches = counted.flatMap(({ startsOn, endsOn }) => {
    const [stretch] = cutIntoStretches(
      [{ key: periodOf(startsOn, grain, calendar).key, startsOn, endsOn }],
      changes,
      endsOn
    )
    // A total can't be divided: it is rescaled when it ends before the day, not when the day lies within it.
    const before = stretch?.changes.filter((change) => change.changedOn > endsOn) ?? []
    const factor = before.reduce((product, change) => product * (change.factorRatio ?? 1), 1)
    return stretch === undefined ? [] : [{ ...stretch, key: startsOn, endsOn, changes: before, factor }]
  })
  const sums = counted.map(({ startsOn, amountMinor }) => ({ stretchKey: startsOn, rows: 1, amountMinor }))
  return buildSeries({
    periods,
    sums: sumPeriods(stretches, sums, []),
    firstSaleOn: null,
    dataAsOf,
    grain,
    currency,
    source: 'totals',
    changes,
    isMissing: () => true
  })
}

function withoutOverlaps(totals: readonly SeriesTotal[]): SeriesTotal[] {
  const kept: SeriesTotal[] = []
  for (const total of totals.toSorted((a, b) =>
    a.startsOn === b.startsOn ? (a.endsOn > b.endsOn ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1
  ))
    if ((kept.at(-1)?.endsOn ?? '') < total.startsOn) kept.push(total)
  return kept
}

/** Whether totals cover a period from its first day without a gap, so that it may be shown as running. */
function isCoveredFromStart(totals: readonly SeriesTotal[], period: { startsOn: IsoDate }, until: IsoDate): boolean {
  let next = period.startsOn
  for (const { startsOn, endsOn } of totals) if (startsOn === next) next = addDays(endsOn, 1)
  return next === addDays(until, 1)
}
