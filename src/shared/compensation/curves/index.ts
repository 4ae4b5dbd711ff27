// The payout curves there are: each turns an attainment into a share of the component's target, exactly and with its steps.
import type { z } from 'zod'
import { decimal, type Fraction, smaller } from '../fraction.ts'
import { ratio, step } from '../trace/step.ts'
import type { CurveCap, PayoutCurve, RulesProblem, TraceStep } from '../types.ts'
import { pointsCurve } from './points.ts'
import { slopesCurve } from './slopes.ts'

export interface Payout {
  readonly payout: Fraction
  readonly steps: readonly TraceStep[]
}

export interface CurveEntry<Curve extends PayoutCurve> {
  readonly kind: Curve['kind']
  readonly schema: z.ZodType<Curve>
  readonly check: (curve: Curve, where: string) => RulesProblem[]
  /** Payout before a cap on payout; `attainment` is 0 or more and already capped. */
  readonly pay: (curve: Curve, attainment: Fraction) => Payout
  /** Attainments at which the slope may change or pay may jump. */
  readonly edges: (curve: Curve) => Fraction[]
}

export const curveEntries = [slopesCurve, pointsCurve] as const

function payOf(curve: PayoutCurve, attainment: Fraction): Payout {
  return curve.kind === 'slopes' ? slopesCurve.pay(curve, attainment) : pointsCurve.pay(curve, attainment)
}

export function checkCurve(curve: PayoutCurve, where: string): RulesProblem[] {
  return curve.kind === 'slopes' ? slopesCurve.check(curve, where) : pointsCurve.check(curve, where)
}

export function curveEdges(curve: PayoutCurve): Fraction[] {
  const edges = curve.kind === 'slopes' ? slopesCurve.edges(curve) : pointsCurve.edges(curve)
  return curve.cap?.on === 'attainment' ? [...edges, decimal(curve.cap.at)] : edges
}

/**
 * Reads a payout curve.
 *
 * @param curve the curve
 * @param attainment reached / goal, 1 is 100 %; below 0 it pays 0
 * @returns the share of the component's target that is paid, with the steps to it
 * @example toText(readCurve(curve, decimal('1.1')).payout) // '23/20' with 1.5 x above 100 %
 */
export function readCurve(curve: PayoutCurve, attainment: Fraction): Payout {
  if (attainment.n < 0n)
    return { payout: { n: 0n, d: 1n }, steps: [step('belowZero', { attainment: ratio(attainment) })] }
  const steps: TraceStep[] = []
  const counted = capped(curve.cap, 'attainment', attainment, steps)
  const paid = payOf(curve, counted)
  steps.push(...paid.steps)
  return { payout: capped(curve.cap, 'payout', paid.payout, steps), steps }
}

function capped(cap: CurveCap | null, on: CurveCap['on'], value: Fraction, steps: TraceStep[]): Fraction {
  if (cap?.on !== on) return value
  const most = decimal(cap.at)
  const left = smaller(value, most)
  if (left === value) return value
  const what = on === 'attainment' ? 'cappedAttainment' : 'cappedPayout'
  steps.push(step(what, { before: ratio(value), cap: ratio(most) }))
  return left
}
