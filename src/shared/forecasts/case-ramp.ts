// How many months hires take to bring what others bring, measured from what each won in the months after being hired.
import { sum } from '#shared/math/sum.ts'

/** One seller over months in order, the newest last. */
export interface SellerMonths {
  /** Place of the month of being hired, 0 the first month looked at; null: hired before it, or nobody knows when. */
  readonly hiredAt: number | null
  /** Part of each month's days at work, 0 to 1. */
  readonly workedByMonth: readonly number[]
  readonly wonByMonthMinor: readonly number[]
}

export type MeasuredRamp =
  | { readonly ok: true; readonly months: number; readonly hires: number }
  | { readonly ok: false; readonly reason: 'fewHires' | 'neverFull' | 'noSellers' }

const fewestHires = 5
const longestRamp = 18
/** Three months are looked at together: single months of single sellers are mostly chance. */
const together = 3
const fullRatio = 0.9

/**
 * Gives what a seller at full productivity brings in a month: the mean of the last twelve, of those hired more than 18 months before.
 *
 * @param sellers months in order, minor units
 * @returns minor units a month of work
 * @missing null without a month's work of such sellers
 * @example fullYield([]) // null
 */
export function fullYield(sellers: readonly SellerMonths[]): number | null {
  let [won, worked] = [0, 0]
  for (const { hiredAt, workedByMonth, wonByMonthMinor } of sellers) {
    const from = Math.max(workedByMonth.length - 12, hiredAt === null ? 0 : hiredAt + longestRamp)
    won += sum(wonByMonthMinor.slice(from))
    worked += sum(workedByMonth.slice(from))
  }
  return worked < 1 ? null : won / worked
}

/**
 * Measures the ramp of hires.
 *
 * What others bring is the mean won in a whole month of work by sellers hired before the months looked at or more than 18 months ago. The ramp is the
 * first month after being hired from which hires, over three months together, bring at least nine tenths of that.
 *
 * @param sellers months in order, minor units
 * @returns whole months from the month of being hired (0: full at once) and how many hires it stands on
 * @missing `fewHires` with fewer than five hires who have been there long enough to tell, `noSellers` without others to compare with, `neverFull`
 *   when hires stay below for 18 months
 * @source ramp as time to full productivity, the usual measure of sales capacity planning; the window of three months is ours
 * @example measureRamp([]) // { ok: false, reason: 'noSellers' }
 */
export function measureRamp(sellers: readonly SellerMonths[]): MeasuredRamp {
  let [others, othersWorked] = [0, 0]
  for (const { hiredAt, workedByMonth, wonByMonthMinor } of sellers) {
    const from = hiredAt === null ? 0 : hiredAt + longestRamp
    others += sum(wonByMonthMinor.slice(from))
    othersWorked += sum(workedByMonth.slice(from))
  }
  if (othersWorked < together || others <= 0) return { ok: false, reason: 'noSellers' }
  const full = others / othersWorked
  let hasEnough = false
  for (let month = 0; month <= longestRamp; month += 1) {
    let [won, worked, hires] = [0, 0, 0]
    for (const { hiredAt, workedByMonth, wonByMonthMinor } of sellers) {
      if (hiredAt === null) continue
      const days = workedByMonth.slice(hiredAt + month, hiredAt + month + together)
      // Only who worked through counts: a hire of last month says nothing about the third one.
      if (days.length < together || days.some((part, at) => part < (month + at === 0 ? 0 : 1))) continue
      hires += 1
      won += sum(wonByMonthMinor.slice(hiredAt + month, hiredAt + month + together))
      worked += sum(days)
    }
    if (hires < fewestHires || worked === 0) continue
    hasEnough = true
    if (won / worked >= fullRatio * full) return { ok: true, months: month, hires }
  }
  return { ok: false, reason: hasEnough ? 'neverFull' : 'fewHires' }
}
