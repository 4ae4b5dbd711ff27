// Attrition: sellers who leave within a year, more or fewer than the base has seen.
import { rampOf } from '../draft.ts'
import type { CaseModel } from '../model.ts'
import { type CaseLever, type LeverParameter, nothingToCome, productivityOver } from './lever.ts'

const parameter: LeverParameter = { id: 'backfillMonths', start: 3, low: 0, high: 12, step: 0.5 }

/**
 * Takes from what today's sellers make, from the lever's month on, what those who leave above the measured attrition would have made, until
 * their places are filled and the newcomers are as productive: made(j) × (1 − points ÷ 12 × Σ gap(j − i)) over the months i of leaving.
 *
 * Leavers go in the middle of their month. The base carries the measured attrition already, so only the difference acts; fewer leavers add.
 * Open deals are taken over by others.
 *
 * @source reasoning: the lost months of a vacancy are the time to fill it and the ramp of the one who fills it
 * @example +12 points, places never filled: a hundredth leaves each month; 0.5 % is missing in the first month, 1.5 % in the second
 */
export const attrition: CaseLever = {
  id: 'attrition',
  unit: 'points',
  neutral: 0,
  step: 0.01,
  bounds: ({ measured: { attritionRatio } }) => ({
    low: -(attritionRatio?.value ?? 0),
    high: Math.max(0, 1 - (attritionRatio?.value ?? 0))
  }),
  direction: () => 'down',
  acts: 'made',
  parameter,
  measuredOf: ({ measured: { attritionRatio } }) =>
    attritionRatio && { value: attritionRatio.value, unit: 'ratio', n: attritionRatio.n, of: 'sellers' },
  absoluteOf: ({ measured: { attritionRatio } }, value) => attritionRatio && attritionRatio.value + value,
  lacks: nothingToCome,
  apply: (model, draft, value, placed) => {
    if (value === 0) return
    const gone = missingOf(model, placed.fromMade, rampOf(draft), placed.setting.backfillMonths ?? parameter.start)
    for (let at = 0; at < gone.length; at += 1) draft.capacity[at] = draft.capacity[at]! - (value / 12) * gone[at]!
  }
}

/**
 * Gives what is missing in each month made when one seller leaves in every month: Σ over the months of leaving of the gap's part of this month.
 *
 * @param from position of the first month of leaving; months before the end of the data count only by what is left of them
 * @param rampMonths of the one who follows; 0 counts heads rather than what they make
 * @param backfillMonths until the place is filled
 * @returns by month made, 0 or more
 * @source see the lever
 * @example missingOf(model, 0, 0, 12) // 0.5, 1.5, 2.5 … in months after the end of the data
 */
export function missingOf(model: CaseModel, from: number, rampMonths: number, backfillMonths: number): Float64Array {
  const { madeMonths, madeWeights } = model
  const missing = new Float64Array(madeMonths)
  let first = Math.max(0, from)
  while (first < madeMonths && madeWeights[first] === 0) first += 1
  // Only the first month of leaving may be a part of one; all later ones count in full, so gaps can be added up by their age.
  let younger = 0
  for (let at = first; at < madeMonths; at += 1) {
    const gap = gapAt(at - first, rampMonths, backfillMonths)
    missing[at] = younger + madeWeights[first]! * gap
    younger += gap
  }
  return missing
}

/** What is missing, in a month so many after that of leaving, until the follower is as productive. */
function gapAt(age: number, rampMonths: number, backfillMonths: number): number {
  return (age === 0 ? 0.5 : 1) - productivityOver(age - 0.5 - backfillMonths, rampMonths)
}
