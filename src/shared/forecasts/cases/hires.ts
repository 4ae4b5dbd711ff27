// Planned hires: what they make from their start on, over the ramp, and how many heads they are.
import type { CaseAssumptions, PlannedHire } from '../case-types.ts'
import { type CaseDraft, delayAt, rampOf } from './draft.ts'
import { productivityOver } from './levers/lever.ts'
import type { CaseModel } from './model.ts'

/**
 * Makes the step that adds hires to a draft: made(j) = count × yield × productivity over month j since the start, closing with the usual lag.
 *
 * What they make moves with the case's leads, deal size, price and win rate as everybody's does. Only deals made after the end of the data
 * count: those before are in the base. Hires don't leave again.
 *
 * @source reasoning: capacity = heads × productivity × yield, as in capacity plans
 * @missing without a measured yield hires add nothing, which the outcome notes
 */
export function hiresStep(model: CaseModel, hires: CaseAssumptions['hires']): (draft: CaseDraft) => void {
  const yieldMinor = Math.max(0, model.base.measured.yieldPerSellerMinor ?? 0)
  const starts = startsOf(model, hires)
  const made = new Float64Array(model.madeMonths)
  let madeFor: readonly [ramp: number, delay: number] | null = null
  return (draft) => {
    const ramp = rampOf(draft)
    const delay = draft.starts[delayAt]!
    // Ramp and delay seldom move from one run to the next, and hires are the same then.
    if (madeFor === null || madeFor[0] !== ramp || madeFor[1] !== delay) {
      made.fill(0)
      for (const [start, count] of starts)
        for (let at = 0; at < made.length; at += 1) {
          const since = at - model.before - start - delay
          made[at] = made[at]! + count * yieldMinor * model.madeWeights[at]! * productivityOver(since, ramp)
        }
      madeFor = [ramp, delay]
    }
    for (let at = 0; at < made.length; at += 1) draft.hired[at] = draft.hired[at]! + made[at]!
  }
}

/**
 * Gives the heads that hires are in each month of the year, a month that has begun when they start by its part.
 *
 * @param delay months by which all start later
 * @returns heads by month of the year
 * @source counting
 * @example two hires in April and no delay: 0, 0, 0, 2, 2 …
 */
export function hiredHeads(model: CaseModel, hires: CaseAssumptions['hires'], delay: number): number[] {
  const starts = startsOf(model, hires)
  return model.base.months.map((_, month) => {
    let heads = 0
    for (const [start, count] of starts) heads += count * productivityOver(month - start - delay, 0)
    return heads
  })
}

/** How many start in which month; those of one month together. */
export function startsOf(model: CaseModel, hires: readonly PlannedHire[]): Map<number, number> {
  const starts = new Map<number, number>()
  for (const { startKey, count } of hires) {
    const month = monthAt(model, startKey)
    starts.set(month, (starts.get(month) ?? 0) + count)
  }
  return starts
}

/** The position of a fiscal month in the year: 0 for months before it, one past its end for months after it. */
export function monthAt({ base, yearMonths, spanMonths }: CaseModel, key: string): number {
  const at = base.months.findIndex((month) => month.periodKey >= key)
  return at < 0 ? Math.max(yearMonths, spanMonths) : at
}
