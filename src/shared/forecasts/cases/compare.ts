// Cases of one base side by side, and what makes the difference between any two.
import type { CaseAssumptions, CaseBase, CaseOutcome, CaseRange, EffectKey } from '../case-types.ts'
import { makeWorkbench, middleMonths } from './evaluate.ts'
import { modelOf } from './model.ts'
import { piecesOf } from './pieces.ts'
import { shareDifference } from './waterfall.ts'

export interface CaseComparison {
  readonly periodKeys: readonly string[]
  readonly base: { readonly monthsMinor: readonly number[]; readonly middleMinor: number }
  /** In the order given. */
  readonly cases: readonly {
    readonly monthsMinor: readonly number[]
    readonly middleMinor: number
    readonly range: CaseRange | null
    /** Against the base, and as a part of it; null when the base is 0. */
    readonly deltaMinor: number
    readonly deltaRatio: number | null
  }[]
  /** What each effect brings in each case against the base, in the order of the cases; 0 where a case doesn't move it. */
  readonly effects: readonly { readonly key: EffectKey; readonly deltasMinor: readonly number[] }[]
}

/**
 * Puts cases side by side.
 *
 * @param base of all of them
 * @param outcomes worked out on that base
 * @returns months, years, ranges and what each effect brings; the effects of a case add up to its difference to the base
 * @source the waterfall of each outcome
 * @example compareCases(base, []).cases // []
 */
export function compareCases(base: CaseBase, outcomes: readonly CaseOutcome[]): CaseComparison {
  const model = modelOf(base)
  const baseMonths = base.months.map((month) => month.soldMinor + month.openMinor + month.newMinor)
  const keys = [...new Set(outcomes.flatMap((outcome) => outcome.waterfall.map((part) => part.key)))]
  return {
    periodKeys: base.months.map((month) => month.periodKey),
    base: { monthsMinor: baseMonths, middleMinor: model.middleMinor },
    cases: outcomes.map(({ monthsMinor, middleMinor, range }) => ({
      monthsMinor,
      middleMinor,
      range,
      deltaMinor: middleMinor - model.middleMinor,
      deltaRatio: model.middleMinor === 0 ? null : (middleMinor - model.middleMinor) / model.middleMinor
    })),
    effects: keys.map((key) => ({
      key,
      deltasMinor: outcomes.map((outcome) => outcome.waterfall.find((part) => part.key === key)?.deltaMinor ?? 0)
    }))
  }
}

/**
 * Shares out the difference between two cases over what differs between them.
 *
 * @param base of both
 * @param from assumptions of the one case
 * @param to assumptions of the other
 * @returns the parts, in minor units; they add up to the difference of the middles; what both say the same is left out
 * @errors RangeError as workOutCase
 * @source see shareDifference
 * @example explainDifference(base, assumptions, assumptions) // []
 */
export function explainDifference(
  base: CaseBase,
  from: CaseAssumptions,
  to: CaseAssumptions
): { key: EffectKey; deltaMinor: number }[] {
  const model = modelOf(base)
  const bench = makeWorkbench(model)
  const one = piecesOf(model, from).pieces
  const other = piecesOf(model, to).pieces
  const year = (months: readonly number[]) => months.reduce((a, b) => a + b, 0)
  const delta = year(middleMonths(model, bench, other)) - year(middleMonths(model, bench, one))
  return shareDifference(model, bench, one, other, delta)
}
