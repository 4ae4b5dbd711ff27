// On which days of a period a seller takes part in a plan: under it, and employed. Days are counted once, in whole days.
import { dayNumber, type IsoDate } from '../units/date.ts'
import type { Period } from '../units/period.ts'
import type { PayMember, PayPerson, ProrationRule } from './types.ts'

/** A stretch of days, both ends included; null is open. */
export interface Stretch {
  readonly fromOn: IsoDate | null
  readonly toOn: IsoDate | null
}

/** A stretch of a member within a period, with the days that count. */
export interface TakenPart {
  readonly member: PayMember
  readonly days: number
}

/**
 * Cuts a stretch to the days of employment.
 *
 * @param stretch days under the plan
 * @param person when the person joined and left
 * @returns the days in both
 * @missing undefined when there is no such day
 * @example withinEmployment({ fromOn: null, toOn: null }, { sellerId, hiredOn, leftOn: null })?.fromOn // hiredOn
 */
export function withinEmployment(stretch: Stretch, person: PayPerson | undefined): Stretch | undefined {
  const fromOn = later(stretch.fromOn, person?.hiredOn ?? null)
  const toOn = earlier(stretch.toOn, person?.leftOn ?? null)
  return fromOn !== null && toOn !== null && fromOn > toOn ? undefined : { fromOn, toOn }
}

/**
 * Counts the days of a period that a stretch covers.
 *
 * @param stretch days, open ends allowed
 * @param period the period
 * @param firstDay `notCounted`: a stretch that starts within the period doesn't count the day it starts on
 * @returns 0 to the number of days of the period
 * @example countDays({ fromOn: isoDate(2027, 6, 1), toOn: null }, year2027, 'counted') // 214
 */
export function countDays(stretch: Stretch, period: Period, firstDay: ProrationRule['firstDay']): number {
  const from = later(stretch.fromOn, period.startsOn) ?? period.startsOn
  const to = earlier(stretch.toOn, period.endsOn) ?? period.endsOn
  if (from > to) return 0
  const startsWithin = stretch.fromOn !== null && stretch.fromOn > period.startsOn
  return dayNumber(to) - dayNumber(from) + 1 - (startsWithin && firstDay === 'notCounted' ? 1 : 0)
}

/** All days of a period. @example lengthOf(year2027) // 365 */
export function lengthOf(period: Period): number {
  return dayNumber(period.endsOn) - dayNumber(period.startsOn) + 1
}

/**
 * Lists the stretches in which a seller takes part within a period.
 *
 * @param members the seller's stretches under the plan
 * @param person when the seller joined and left
 * @param period the period
 * @param firstDay see `countDays`
 * @returns the stretches with at least one day, with their days, in the order given
 * @example partsTaken([member], person, year2027, 'counted')[0]?.days // 214
 */
export function partsTaken(
  members: readonly PayMember[],
  person: PayPerson | undefined,
  period: Period,
  firstDay: ProrationRule['firstDay']
): TakenPart[] {
  const parts: TakenPart[] = []
  for (const member of members) {
    const stretch = withinEmployment(member, person)
    const days = stretch === undefined ? 0 : countDays(stretch, period, firstDay)
    if (days > 0) parts.push({ member, days })
  }
  return parts
}

/** Tells whether a day lies in one of a seller's stretches. @example takesPartOn([member], person, isoDate(2027, 1, 1)) // false */
export function takesPartOn(members: readonly PayMember[], person: PayPerson | undefined, on: IsoDate): boolean {
  return members.some((member) => {
    const stretch = withinEmployment(member, person)
    if (stretch === undefined) return false
    return (stretch.fromOn === null || on >= stretch.fromOn) && (stretch.toOn === null || on <= stretch.toOn)
  })
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
