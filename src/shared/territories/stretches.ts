// Stretches of days: both ends included, null is open.
import { addDays, daysBetween, type IsoDate, isBefore } from '#shared/units/date.ts'

export interface Stretch {
  readonly fromOn: IsoDate | null
  readonly toOn: IsoDate | null
}

/** A stretch with both ends. */
export interface Days {
  readonly fromOn: IsoDate
  readonly toOn: IsoDate
}

/** Whether a stretch of days, both ends included and null open, holds a day. */
export function holdsDay(stretch: Stretch, on: IsoDate): boolean {
  return (stretch.fromOn === null || stretch.fromOn <= on) && (stretch.toOn === null || stretch.toOn >= on)
}

/** Whether two stretches of days, both ends included and null open, share a day. */
export function sharesDay(one: Stretch, other: Stretch): boolean {
  const startsInTime = one.fromOn === null || other.toOn === null || one.fromOn <= other.toOn
  const endsInTime = one.toOn === null || other.fromOn === null || one.toOn >= other.fromOn
  return startsInTime && endsInTime
}

/**
 * Gives the days that a stretch has within others.
 *
 * @param stretch any
 * @param bounds others that it is cut to
 * @returns both ends
 * @missing undefined when nothing is left
 * @example clip({ fromOn: null, toOn: null }, { fromOn: '2027-01-01', toOn: '2027-12-31' }) // all of 2027
 */
export function clip(stretch: Stretch, ...bounds: readonly [Days, ...Stretch[]]): Days | undefined {
  let { fromOn, toOn } = bounds[0]
  for (const each of [stretch, ...bounds.slice(1)]) {
    if (each.fromOn !== null && each.fromOn > fromOn) fromOn = each.fromOn
    if (each.toOn !== null && each.toOn < toOn) toOn = each.toOn
  }
  return fromOn <= toOn ? { fromOn, toOn } : undefined
}

/**
 * Finds the days that nothing covers.
 *
 * @param days the days to cover
 * @param covered stretches in any order, with both ends
 * @returns the gaps in the order of time
 * @example findGaps({ fromOn: '2027-01-01', toOn: '2027-01-31' }, []) // [{ fromOn: '2027-01-01', toOn: '2027-01-31' }]
 */
export function findGaps(days: Days, covered: readonly Days[]): Days[] {
  const gaps: Days[] = []
  let nextOn = days.fromOn
  for (const { fromOn, toOn } of covered.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    if (fromOn > nextOn && nextOn <= days.toOn) {
      const lastOn = addDays(fromOn, -1)
      gaps.push({ fromOn: nextOn, toOn: isBefore(lastOn, days.toOn) ? lastOn : days.toOn })
    }
    if (toOn >= nextOn) nextOn = addDays(toOn, 1)
  }
  if (nextOn <= days.toOn) gaps.push({ fromOn: nextOn, toOn: days.toOn })
  return gaps
}

/** How many days a stretch has, both ends counted. */
export function countDays({ fromOn, toOn }: Days): number {
  return daysBetween(fromOn, toOn) + 1
}

/** A stretch between two days on which nothing changes, with what holds during it. */
export interface Section<Held> extends Days {
  readonly held: readonly Held[]
}

/**
 * Cuts time where something starts or ends.
 *
 * @param held things with their days
 * @returns stretches in the order of time on which at least one holds, each with those that hold on it
 * @example cutSections([]) // []
 */
export function cutSections<Held extends Days>(held: readonly Held[]): Section<Held>[] {
  const starts = [...new Set(held.flatMap((each) => [each.fromOn, addDays(each.toOn, 1)]))].sort()
  return starts.flatMap((fromOn, at) => {
    const next = starts[at + 1]
    if (next === undefined) return []
    const during = held.filter((each) => each.fromOn <= fromOn && each.toOn >= fromOn)
    return during.length === 0 ? [] : { fromOn, toOn: addDays(next, -1), held: during }
  })
}
