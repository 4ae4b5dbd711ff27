// A point of attainment pays a point of the target, and other factors above the accelerators' edges; with a threshold if wished.
import { z } from 'zod'
import { add, compare, decimal, type Fraction, multiply, one, smaller, subtract, zero } from '../fraction.ts'
import { factor, ratio, step } from '../trace/step.ts'
import type { SlopesCurve, TraceStep } from '../types.ts'
import { curveCap, decimalFromZero, findNotRising } from './decimals.ts'
import type { CurveEntry } from './index.ts'

export const slopesCurve: CurveEntry<SlopesCurve> = {
  kind: 'slopes',
  schema: z.strictObject({
    kind: z.literal('slopes'),
    threshold: z.strictObject({ at: decimalFromZero, form: z.enum(['soft', 'hard']) }).nullable(),
    accelerators: z.array(z.strictObject({ above: decimalFromZero, factor: decimalFromZero })).max(10),
    application: z.enum(['marginal', 'whole']),
    cap: curveCap.nullable()
  }),
  check: (curve, where) =>
    findNotRising(
      curve.accelerators.map((each) => each.above),
      'acceleratorsMustRise',
      `${where}.accelerators`
    ),
  edges: (curve) => [
    ...(curve.threshold === null ? [] : [decimal(curve.threshold.at)]),
    ...curve.accelerators.map((each) => decimal(each.above))
  ],
  pay: (curve, attainment) => {
    const steps: TraceStep[] = []
    let start = zero
    if (curve.threshold !== null) {
      const at = decimal(curve.threshold.at)
      const values = { threshold: ratio(at), attainment: ratio(attainment) }
      if (compare(attainment, at) < 0) return { payout: zero, steps: [step('belowThreshold', values)] }
      if (curve.threshold.form === 'hard') start = at
      steps.push(step(curve.threshold.form === 'hard' ? 'thresholdHard' : 'thresholdSoft', values))
    }
    const paid =
      curve.application === 'marginal' ? payParts(curve, start, attainment) : payWhole(curve, start, attainment)
    return { payout: paid.payout, steps: [...steps, ...paid.steps] }
  }
}

interface Slope {
  readonly from: Fraction
  readonly to: Fraction | null
  readonly factor: Fraction
}

/** The stretches of attainment with one factor each; the last has no end. */
function slopesOf(curve: SlopesCurve): Slope[] {
  const starts = [
    { from: zero, factor: one },
    ...curve.accelerators.map((each) => ({ from: decimal(each.above), factor: decimal(each.factor) }))
  ]
  return starts.map((each, index) => ({ ...each, to: starts[index + 1]?.from ?? null }))
}

function payParts(curve: SlopesCurve, start: Fraction, attainment: Fraction) {
  let payout = zero
  const steps: TraceStep[] = []
  for (const slope of slopesOf(curve)) {
    const from = compare(slope.from, start) < 0 ? start : slope.from
    const to = slope.to === null ? attainment : smaller(slope.to, attainment)
    if (compare(to, from) <= 0) continue
    const points = subtract(to, from)
    const part = multiply(points, slope.factor)
    payout = add(payout, part)
    steps.push(
      step('slope', {
        from: ratio(from),
        to: ratio(to),
        points: ratio(points),
        factor: factor(slope.factor),
        payout: ratio(part)
      })
    )
  }
  return { payout, steps }
}

function payWhole(curve: SlopesCurve, start: Fraction, attainment: Fraction) {
  const reached = slopesOf(curve).findLast((slope) => compare(attainment, slope.from) >= 0)
  const rate = reached?.factor ?? one
  const points = subtract(attainment, start)
  const payout = multiply(points, rate)
  return {
    payout,
    steps: [
      step('slopeWhole', {
        points: ratio(points),
        factor: factor(rate),
        payout: ratio(payout),
        from: ratio(reached?.from ?? zero)
      })
    ]
  }
}
