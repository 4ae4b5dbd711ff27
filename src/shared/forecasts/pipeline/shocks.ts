// How much all deals do better or worse together: what no single deal's chance tells, and what doesn't cancel out over many.
import { type OutcomeCurve, wonBy } from './curves.ts'
import { ending, type Lives } from './lives.ts'

/** Size of the shock to all odds of winning (standard deviation of their logarithm) before history tells, and the quarters this counts for. Declared. */
export const declaredShock = 0.2
const declaredQuarters = 4
const quarterDays = 91
/** Quarters count from when so much of what was made at the start must have been won: before, only quick deals can have closed. */
const leastTold = 0.9

/**
 * Learns how much win rates move from quarter to quarter: by how much the parts won of the deals closed in each quarter differ, beyond what chance makes
 * them differ.
 *
 * @param lives the deals
 * @param curve all deals over time, which tells when the first quarters are complete; null counts all
 * @returns standard deviation of the logarithm of all odds
 * @missing the declared 0.2, which counts as four quarters
 * @source excess variance of logits as R. DerSimonian and N. Laird, "Meta-Analysis in Clinical Trials", Controlled Clinical Trials 7 (1986), drawn towards
 *   the declared one
 * @example learnShock(readLives({ ...input, deals: [] }), null) // 0.2
 */
export function learnShock(lives: Lives, curve: OutcomeCurve | null): number {
  const quarters = new Map<number, { closed: number; won: number }>()
  const from = lives.seenFrom + (curve === null ? 0 : settledAfter(curve))
  for (const { ending: how, end } of lives.closed) {
    if (end === null || end > lives.asOf) continue
    const quarter = Math.floor((lives.asOf - end) / quarterDays)
    // A quarter that begins before closes are complete is left out whole.
    if (lives.asOf - (quarter + 1) * quarterDays + 1 < from) continue
    const sums = quarters.get(quarter) ?? { closed: 0, won: 0 }
    quarters.set(quarter, sums)
    sums.closed += 1
    if (how === ending.won) sums.won += 1
  }
  const told = [...quarters.values()]
  const [closed, won] = told.reduce(([n, w], each) => [n + each.closed, w + each.won], [0, 0])
  if (told.length < 2 || won === 0 || won === closed) return declaredShock
  const ratio = won / closed
  let [weights, squares, excess] = [0, 0, 0]
  for (const quarter of told) {
    const weight = quarter.closed * ratio * (1 - ratio)
    weights += weight
    squares += weight ** 2
    // The first step of the logit away from that of all: stays finite when all or none were won.
    excess += weight * ((quarter.won - quarter.closed * ratio) / weight) ** 2
  }
  const learnt = Math.max(0, (excess - (told.length - 1)) / (weights - squares / weights))
  return Math.sqrt((told.length * learnt + declaredQuarters * declaredShock ** 2) / (told.length + declaredQuarters))
}

/** Days after which most of what is ever won is won. */
function settledAfter(curve: OutcomeCurve): number {
  for (const days of curve.risks.times) if (wonBy(curve, days) >= leastTold * curve.eventualRatio) return days
  return curve.lastDays
}
