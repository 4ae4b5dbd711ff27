// Whether assumptions can be worked out at all, said so that a screen can point to the row; and moving a lever with its range.
import type { CaseAssumptions, CaseBase, EffectKey, LeverSetting } from '../case-types.ts'
import { getLever } from './levers/index.ts'
import { keyOfEvent, keyOfSetting } from './pieces.ts'

export type AssumptionProblem =
  | { kind: 'notInOrder'; key: EffectKey }
  | { kind: 'outOfBounds'; key: EffectKey; low: number; high: number }
  | { kind: 'unknownMonth'; key: EffectKey; periodKey: string }
  | { kind: 'noCurrency'; key: EffectKey }
  | { kind: 'notAChance'; key: EffectKey }
  | { kind: 'notACount'; key: EffectKey }
  | { kind: 'outOfParameter'; key: EffectKey; low: number; high: number }

/**
 * Lists what is wrong with assumptions on a base.
 *
 * @param base what the case starts from
 * @param assumptions as typed
 * @returns problems in the order of the lists; none when the case can be worked out as said
 * @missing a basis that isn't measured is no problem here: the outcome notes it
 * @source the bounds of each lever
 * @example checkAssumptions(base, { levers: [], hires: [], events: [] }) // []
 */
export function checkAssumptions(base: CaseBase, assumptions: CaseAssumptions): AssumptionProblem[] {
  const problems: AssumptionProblem[] = []
  const keys = new Set(base.months.map((month) => month.periodKey))
  const checkMonth = (key: EffectKey, periodKey: string | null) => {
    if (periodKey !== null && !keys.has(periodKey)) problems.push({ kind: 'unknownMonth', key, periodKey })
  }
  const isInOrder = (range: { low: number; middle: number; high: number }) =>
    Number.isFinite(range.low) && Number.isFinite(range.high) && range.low <= range.middle && range.middle <= range.high
  for (const setting of assumptions.levers) {
    const key = keyOfSetting(setting)
    const lever = getLever(setting.lever)
    const { low, high } = lever.bounds(base)
    if (!isInOrder(setting)) problems.push({ kind: 'notInOrder', key })
    else if (setting.low < low || setting.high > high) problems.push({ kind: 'outOfBounds', key, low, high })
    if (setting.lever === 'exchangeRate' && setting.currency === undefined) problems.push({ kind: 'noCurrency', key })
    const told = lever.parameter === null ? undefined : setting[lever.parameter.id]
    if (
      lever.parameter !== null &&
      told !== undefined &&
      !(told >= lever.parameter.low && told <= lever.parameter.high)
    )
      problems.push({ kind: 'outOfParameter', key, low: lever.parameter.low, high: lever.parameter.high })
    checkMonth(key, setting.fromKey)
  }
  for (const hire of assumptions.hires) {
    if (!(Number.isInteger(hire.count) && hire.count >= 0)) problems.push({ kind: 'notACount', key: 'hires' })
    checkMonth('hires', hire.startKey)
  }
  for (const event of assumptions.events) {
    const key = keyOfEvent(event)
    if (!isInOrder(event)) problems.push({ kind: 'notInOrder', key })
    if (!(event.chanceRatio >= 0 && event.chanceRatio <= 1)) problems.push({ kind: 'notAChance', key })
    if (event.months !== null && !(Number.isInteger(event.months) && event.months >= 1))
      problems.push({ kind: 'notACount', key })
    checkMonth(key, event.startKey)
  }
  return problems
}

/**
 * Moves a lever's middle, and its low and high by as much, all within the lever's bounds.
 *
 * @param base what the case starts from
 * @param setting of the lever
 * @param middle where it is to be
 * @returns the setting; its range is as wide as before unless a bound cuts it
 * @source none: it is what dragging the middle of a range means
 * @example moveSetting(base, { lever: 'leads', low: -0.1, middle: 0, high: 0.1, fromKey: null }, 0.2) // 0.1, 0.2, 0.3
 */
export function moveSetting(base: CaseBase, setting: LeverSetting, middle: number): LeverSetting {
  const bounds = getLever(setting.lever).bounds(base)
  const inside = (value: number) => Math.min(bounds.high, Math.max(bounds.low, value))
  // Sums of decimals: 0.1 + 0.2 is to stay 0.3 on the screen.
  const tidy = (value: number) => Math.round(value * 1e9) / 1e9
  const below = setting.middle - setting.low
  const above = setting.high - setting.middle
  return {
    ...setting,
    low: below > 0 ? inside(Math.min(middle, tidy(middle - below))) : inside(middle),
    middle: inside(middle),
    high: above > 0 ? inside(Math.max(middle, tidy(middle + above))) : inside(middle)
  }
}
