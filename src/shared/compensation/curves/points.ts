// A curve through points such as 75 % pays 50 %, 100 % pays 100 %, 150 % pays 300 %: straight between two neighbours.
import { z } from 'zod'
import { add, compare, decimal, divideBy, type Fraction, multiply, subtract, zero } from '../fraction.ts'
import { ratio, step } from '../trace/step.ts'
import type { PointsCurve } from '../types.ts'
import { curveCap, decimalFromZero, findNotRising } from './decimals.ts'
import type { CurveEntry, Payout } from './index.ts'

interface Point {
  readonly attainment: Fraction
  readonly payout: Fraction
}

export const pointsCurve: CurveEntry<PointsCurve> = {
  kind: 'points',
  schema: z.strictObject({
    kind: z.literal('points'),
    points: z
      .array(z.strictObject({ attainment: decimalFromZero, payout: decimalFromZero }))
      .min(2)
      .max(20),
    above: z.enum(['continue', 'flat']),
    cap: curveCap.nullable()
  }),
  check: (curve, where) =>
    findNotRising(
      curve.points.map((each) => each.attainment),
      'pointsMustRise',
      `${where}.points`
    ),
  edges: (curve) => curve.points.map((each) => decimal(each.attainment)),
  pay: (curve, attainment) => {
    const points = curve.points.map((each) => ({ attainment: decimal(each.attainment), payout: decimal(each.payout) }))
    const first = points[0]
    const last = points.at(-1)
    const beforeLast = points.at(-2)
    if (first === undefined || last === undefined || beforeLast === undefined) return { payout: zero, steps: [] }
    if (compare(attainment, first.attainment) < 0) {
      const values = { attainment: ratio(attainment), first: ratio(first.attainment) }
      return { payout: zero, steps: [step('belowFirstPoint', values)] }
    }
    if (compare(attainment, last.attainment) > 0) {
      if (curve.above === 'continue') return between('beyondLastPoint', beforeLast, last, attainment)
      const values = { attainment: ratio(attainment), last: ratio(last.attainment), payout: ratio(last.payout) }
      return { payout: last.payout, steps: [step('flatAfterLastPoint', values)] }
    }
    const at = points.findIndex((point) => compare(attainment, point.attainment) <= 0)
    return between('betweenPoints', points[Math.max(0, at - 1)] ?? first, points[Math.max(1, at)] ?? last, attainment)
  }
}

function between(what: 'betweenPoints' | 'beyondLastPoint', low: Point, high: Point, attainment: Fraction): Payout {
  const slope = divideBy(subtract(high.payout, low.payout), subtract(high.attainment, low.attainment))
  const payout = add(low.payout, multiply(subtract(attainment, low.attainment), slope))
  const values = {
    attainment: ratio(attainment),
    lowAttainment: ratio(low.attainment),
    lowPayout: ratio(low.payout),
    highAttainment: ratio(high.attainment),
    highPayout: ratio(high.payout),
    payout: ratio(payout)
  }
  return { payout, steps: [step(what, values)] }
}
