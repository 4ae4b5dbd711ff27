// Limits that whole units can reach: where every amount is a whole number (accounts, say), a territory can't carry 48.7, so its least is 49.
// What is gained is a higher bound, and a search that doesn't aim at what can't be.
import type { PricedMeasure, PricingTask } from '../candidates.ts'

/**
 * Rounds the limits of each measure inward to multiples of what all its amounts are multiples of.
 *
 * @param task limits on any amounts
 * @returns the same task where a measure's amounts aren't all whole numbers; limits that would cross by rounding stay as they are
 * @example limits of 48.7 to 54.9 for amounts of 1 and 3 become 49 to 54
 */
export function wholeLimits(task: PricingTask): PricingTask {
  return { ...task, measures: task.measures.map(roundLimits) }
}

function roundLimits(measure: PricedMeasure): PricedMeasure {
  let step = 0
  for (const amount of measure.amounts) {
    if (!Number.isSafeInteger(amount)) return measure
    step = commonDivisor(step, amount)
  }
  if (step === 0) return measure
  const [lows, highs] = [measure.lows.slice(), measure.highs.slice()]
  for (let at = 0; at < lows.length; at += 1) {
    // What is off a multiple by rounding alone counts as one.
    const low = Math.ceil(measure.lows[at]! / step - 1e-9) * step
    const high = Math.floor(measure.highs[at]! / step + 1e-9) * step
    if (low > high) continue
    lows[at] = low
    highs[at] = high
  }
  return { ...measure, lows, highs }
}

function commonDivisor(one: number, other: number): number {
  let [larger, smaller] = [one, other]
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
