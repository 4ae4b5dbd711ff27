// The value of one lever that reaches a year: "what win rate reaches 12 M?".
import type { CaseAssumptions, CaseBase, CaseOptions, LeverSetting } from '../case-types.ts'
import { moveSetting } from './check.ts'
import { makeWorkbench, yearOf } from './evaluate.ts'
import { getLever } from './levers/index.ts'
import { modelOf } from './model.ts'
import { keyOfSetting, piecesOf } from './pieces.ts'
import { simulateYear } from './simulate.ts'
import { percentileAt } from './work-out.ts'

export interface GoalQuestion {
  readonly lever: Pick<LeverSetting, 'lever' | 'currency'>
  readonly targetMinor: number
  /** The percentile of the year that is to reach it, 0 to 1: 0.1 is reached in nine of ten; null: the middle. */
  readonly percentileRatio: number | null
}

export type GoalAnswer =
  /** `setting` takes the place of the lever's; `absolute` is what its measure comes to, null where it isn't measured. */
  | { kind: 'reached'; setting: LeverSetting; absolute: number | null; yearMinor: number }
  /** The best the lever can do, at a bound. */
  | { kind: 'outOfReach'; setting: LeverSetting; absolute: number | null; yearMinor: number }
  /** The lever doesn't move the year. */
  | { kind: 'noEffect'; yearMinor: number }
  /** The forecast has no range, so there are no percentiles. */
  | { kind: 'noRange' }

/** To a trillionth of the bounds for a middle, to a ten-millionth for a percentile, which takes a simulation each. */
const steps = { middle: 40, percentile: 24 }

/**
 * Finds the value of a lever at which the year reaches a target, all other assumptions as they are.
 *
 * The lever's range moves along with its middle. Halves the lever's bounds until the value is known to a small part of them; of two
 * neighbours it answers the one that reaches the target.
 *
 * @param base what the case starts from
 * @param assumptions of the case; a lever that isn't among them is added, without a range, from the end of the data on
 * @param question lever, target in minor units, and which percentile is to reach it
 * @param options the seed of the range
 * @returns the setting that reaches it, or the best there is
 * @errors RangeError as workOutCase, and for a percentile outside 0 to 1
 * @missing noRange when a percentile is asked and the forecast has none
 * @source bisection on a monotone function
 * @example on 100 to come, which win rate reaches 120? a middle of 0.2
 */
export function seekGoal(
  base: CaseBase,
  assumptions: CaseAssumptions,
  question: GoalQuestion,
  options: CaseOptions
): GoalAnswer {
  const model = modelOf(base)
  const bench = makeWorkbench(model)
  const key = keyOfSetting(question.lever)
  const lever = getLever(question.lever.lever)
  const at = assumptions.levers.findIndex((setting) => keyOfSetting(setting) === key)
  const start: LeverSetting = assumptions.levers[at] ?? {
    ...question.lever,
    low: 0,
    middle: 0,
    high: 0,
    fromKey: null
  }
  const others = assumptions.levers.filter((_, index) => index !== at)
  const { percentileRatio, targetMinor } = question
  if (percentileRatio !== null && base.percentilesMinor === null) return { kind: 'noRange' }

  const yearAt = (setting: LeverSetting): number => {
    const { pieces } = piecesOf(model, { ...assumptions, levers: [...others, setting] })
    const percentiles = percentileRatio === null ? null : simulateYear(model, bench, pieces, options.seed)
    return percentileRatio === null || percentiles === null
      ? Math.round(yearOf(model, bench, pieces))
      : percentileAt(percentiles, percentileRatio)
  }
  const bounds = lever.bounds(base)
  const moved = (middle: number) => moveSetting(base, start, middle)
  const answer = (kind: 'reached' | 'outOfReach', setting: LeverSetting): GoalAnswer => ({
    kind,
    setting,
    absolute: lever.absoluteOf(base, setting.middle),
    yearMinor: yearAt(setting)
  })

  const atLow = yearAt(moved(bounds.low))
  const atHigh = yearAt(moved(bounds.high))
  if (atLow === atHigh) return { kind: 'noEffect', yearMinor: atLow }
  const rises = atHigh > atLow
  let reaches = rises ? bounds.high : bounds.low
  let misses = rises ? bounds.low : bounds.high
  if (Math.max(atLow, atHigh) < targetMinor) return answer('outOfReach', moved(reaches))
  // Even at the other end the target is reached: that end is the least that is asked of the lever.
  if (Math.min(atLow, atHigh) >= targetMinor) return answer('reached', moved(misses))
  for (let step = 0; step < (percentileRatio === null ? steps.middle : steps.percentile); step += 1) {
    const middle = (reaches + misses) / 2
    if (yearAt(moved(middle)) >= targetMinor) reaches = middle
    else misses = middle
  }
  return answer('reached', moved(reaches))
}
