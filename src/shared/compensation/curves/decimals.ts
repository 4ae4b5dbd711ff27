// The shapes that the schemas of curves and components share.
import { z } from 'zod'
import { compare, decimal, isDecimalText } from '../fraction.ts'
import type { CurveCap, RulesProblem } from '../types.ts'

export const decimalText = z.string().refine(isDecimalText, 'not a decimal')
export const decimalFromZero = decimalText.refine((text) => !text.startsWith('-'), 'below 0')
/** A share of target pay, above 0 and at most 1. */
export const weightText = decimalFromZero.refine(
  (text) => decimal(text).n > 0n && decimal(text).n <= decimal(text).d,
  'not between 0 and 1'
)

export const curveCap: z.ZodType<CurveCap> = z.strictObject({
  on: z.enum(['payout', 'attainment']),
  at: decimalFromZero
})

/** The first text that isn't above the one before it, as a problem; none when all rise. */
export function findNotRising(
  texts: readonly string[],
  problem: RulesProblem['problem'],
  where: string
): RulesProblem[] {
  const index = texts.findIndex((text, at) => at > 0 && compare(decimal(text), decimal(texts[at - 1] ?? '0')) <= 0)
  return index < 0 ? [] : [{ problem, where: `${where}.${index}`, found: texts[index] ?? '' }]
}
