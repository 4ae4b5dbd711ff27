// Ramp: what part of full yield a seller is expected to reach in each month after being hired, typed or learnt from one's own hires.
import { addMonths, dayNumber, type IsoDate } from '../../units/date.ts'
import type { Period } from '../../units/period.ts'

/** Ratio of full yield in the first, second … month of tenure; 1 from the end of the list on. */
export type RampCurve = readonly number[]

/**
 * Gives the part of a period's full quota that fits a seller's employment and ramp.
 *
 * Every day counts by the ratio of the month of tenure in which it lies; a month of tenure begins on the day of the month of the hire.
 *
 * @param period both ends included
 * @param employment hire and leave date, both working days
 * @param curve ratios, 0 or more
 * @returns 0 to 1 (more where the curve says more)
 * @missing without a hire date the seller is past the ramp; without a leave date still there
 * @source q_ramped = q · r_k for month k of tenure (territories-quotas, T10 and T13)
 * @example rampedRatio(july, { hiredOn: isoDate(2027, 7, 1), leftOn: null }, [0.25, 0.5, 0.75]) // 0.25
 */
export function rampedRatio(
  period: Pick<Period, 'startsOn' | 'endsOn'>,
  employment: { readonly hiredOn: IsoDate | null; readonly leftOn: IsoDate | null },
  curve: RampCurve
): number {
  const [first, last] = [dayNumber(period.startsOn), dayNumber(period.endsOn)]
  const from = employment.hiredOn === null ? first : Math.max(first, dayNumber(employment.hiredOn))
  const to = employment.leftOn === null ? last : Math.min(last, dayNumber(employment.leftOn))
  let counted = Math.max(0, to - from + 1)
  const { hiredOn } = employment
  if (hiredOn !== null)
    curve.forEach((ratio, month) => {
      const begins = Math.max(from, dayNumber(addMonths(hiredOn, month)))
      const ends = Math.min(to, dayNumber(addMonths(hiredOn, month + 1)) - 1)
      const inMonth = Math.max(0, ends - begins + 1)
      counted += inMonth * (ratio - 1)
    })
  return counted / (last - first + 1)
}

export interface HireHistory {
  /** What was booked in the first, second … whole month of tenure, minor units. */
  readonly bookedMinor: readonly number[]
  /** What a seller past the ramp of the same kind booked in the same months, minor units: the yardstick. */
  readonly fullMinor: readonly number[]
}

export interface LearntRamp {
  readonly curve: RampCurve
  /** Hires that each month stands on. */
  readonly hires: readonly number[]
  /** The month from which the curve is full; null when the hires seen never got there. */
  readonly fullFrom: number | null
}

/**
 * Learns a ramp from hires: the sum of what they booked over the sum of the yardstick, month by month, never falling.
 *
 * A month below the one before is pooled with it (weighted by the yardstick), the nearest rising curve to what was seen. Ratios above 1 are 1.
 *
 * @param hires one entry each, as many months as were seen
 * @param months how long the curve may be at most
 * @param fewest hires that a month needs to count
 * @returns the curve up to its first full month, and on how many hires each month stands
 * @missing an empty curve when no month has enough hires
 * @source M. Ayer et al., "An empirical distribution function for sampling with incomplete information", Annals of Mathematical Statistics 26
 *   (1955): pooling adjacent violators; agrees with R's isoreg for equal weights
 * @example learnRamp([{ bookedMinor: [1, 3], fullMinor: [4, 4] }], 12, 1).curve // [0.25, 0.75]
 */
export function learnRamp(hires: readonly HireHistory[], months: number, fewest = 3): LearntRamp {
  const blocks: { sum: number; weight: number; months: number }[] = []
  const counts: number[] = []
  for (let month = 0; month < months; month += 1) {
    const seen = hires.filter((hire) => (hire.fullMinor[month] ?? 0) > 0 && hire.bookedMinor[month] !== undefined)
    if (seen.length < fewest) break
    counts.push(seen.length)
    blocks.push({
      sum: seen.reduce((sum, hire) => sum + Math.max(0, hire.bookedMinor[month] ?? 0), 0),
      weight: seen.reduce((sum, hire) => sum + (hire.fullMinor[month] ?? 0), 0),
      months: 1
    })
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)]
      if (!(before && last) || before.sum / before.weight <= last.sum / last.weight) break
      blocks.splice(-2, 2, {
        sum: before.sum + last.sum,
        weight: before.weight + last.weight,
        months: before.months + last.months
      })
    }
  }
  const all = blocks.flatMap((block) =>
    Array.from({ length: block.months }, () => Math.min(1, block.sum / block.weight))
  )
  const full = all.findIndex((ratio) => ratio >= 1)
  return { curve: full < 0 ? all : all.slice(0, full), hires: counts, fullFrom: full < 0 ? null : full + 1 }
}
