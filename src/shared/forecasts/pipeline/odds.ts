// How much better or worse the odds of a group of deals are than their chances said: one number, drawn towards what one would think without it.
import type { OddsFactor } from '../pipeline-types.ts'
import { makeCurve } from './curves.ts'
import { ending } from './lives.ts'
import type { SnapshotRow } from './snapshots.ts'

/** What the logarithm of the factor is drawn towards, and how far from there it may well lie (standard deviation). */
export interface OddsPrior {
  readonly logFactor: number
  readonly spread: number
}

export const logitOf = (ratio: number): number => {
  const kept = Math.min(1 - 1e-9, Math.max(1e-9, ratio))
  return Math.log(kept / (1 - kept))
}
export const ratioOf = (logit: number): number => 1 / (1 + Math.exp(-logit))

const tenth = 1.2815515655446004
const [binWidth, bins] = [0.1, 420]

/** A group of rows: what they say together. */
export interface GroupEvidence {
  /** Closed deals and won ones, each once however many days it was seen on. */
  readonly n: number
  readonly won: number
  readonly open: number
  /** As many deals as it is worth: closed ones, and open ones by how surely they would have been won by now. */
  readonly worth: number
  /** Part won in the end, deals still open respected. */
  readonly ratio: number
  /** How many rows have which logit of the chance they were given, in bins. */
  readonly offsets: Float64Array
  readonly rows: number
}

/**
 * Gathers what a group of rows says.
 *
 * @param rows rows, deal by deal
 * @param offsets logits of the chances the rows were given so far
 * @param members positions of the group's rows, in order
 * @param toldBy part of wins that have come so many days after a look at the pipeline
 * @returns its evidence
 * @missing no rows: n is 0
 * @example gatherEvidence([], [], [], () => 1).n // 0
 */
export function gatherEvidence(
  rows: readonly SnapshotRow[],
  offsets: ArrayLike<number>,
  members: readonly number[],
  toldBy: (days: number) => number
): GroupEvidence {
  const counts = new Float64Array(bins)
  let [n, won, open, told] = [0, 0, 0, 0]
  let last: unknown = null
  let lastTold = 0
  for (const at of members) {
    const row = rows[at]!
    const bin = Math.round(offsets[at]! / binWidth) + bins / 2
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1
    if (row.ending === ending.open) {
      // The longest watched of its looks: what they tell together.
      const tells = Math.max(row.life === last ? lastTold : 0, toldBy(row.daysLeft))
      told += tells - (row.life === last ? lastTold : 0)
      lastTold = tells
    }
    if (row.life === last) continue
    last = row.life
    if (row.ending !== ending.open) n += 1
    else open += 1
    if (row.ending === ending.won) won += 1
  }
  const curve = makeCurve({
    days: members.map((at) => rows[at]!.daysLeft),
    endings: members.map((at) => rows[at]!.ending)
  })
  return { n, won, open, worth: n + told, ratio: curve.eventualRatio, offsets: counts, rows: members.length }
}

/** Mean chance of a group when the odds of all its rows are moved, and how fast it moves. */
function shiftedMean({ offsets, rows }: GroupEvidence, move: number): { mean: number; slope: number } {
  let [mean, slope] = [0, 0]
  for (let bin = 0; bin < bins; bin += 1) {
    const count = offsets[bin]!
    if (count === 0) continue
    const ratio = ratioOf((bin - bins / 2) * binWidth + move)
    mean += count * ratio
    slope += count * ratio * (1 - ratio)
  }
  return { mean: mean / rows, slope: slope / rows }
}

/**
 * Finds the factor on the odds of a group: the likeliest, given what came of its deals and what one would think without them.
 *
 * @param evidence what the group says
 * @param prior what the factor is drawn towards
 * @returns the factor with its 80 % range, and the standard error of its logarithm
 * @missing without closed deals the prior itself
 * @source logistic regression with an offset and a normal prior, one coefficient: A. Gelman et al., "A Weakly Informative Default Prior Distribution for
 *   Logistic and Other Regression Models", Annals of Applied Statistics 2 (2008)
 * @example fitOdds(gatherEvidence([], [], [], () => 1), { logFactor: 0, spread: 1 }).factor // 1
 */
export function fitOdds(evidence: GroupEvidence, prior: OddsPrior): OddsFactor & { readonly logError: number } {
  const { n, won, open, worth, ratio } = evidence
  const pull = 1 / prior.spread ** 2
  let logFactor = prior.logFactor
  let curve = pull
  if (worth > 0) {
    const slopeAt = (move: number): number => {
      const { mean, slope } = shiftedMean(evidence, move)
      return (worth * (ratio - mean) * slope) / Math.max(1e-12, mean * (1 - mean)) - (move - prior.logFactor) * pull
    }
    let [low, high] = [-8, 8]
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2
      if (slopeAt(middle) > 0) low = middle
      else high = middle
    }
    logFactor = (low + high) / 2
    const { mean, slope } = shiftedMean(evidence, logFactor)
    curve += (worth * slope ** 2) / Math.max(1e-12, mean * (1 - mean))
  }
  const logError = 1 / Math.sqrt(curve)
  return {
    n,
    won,
    open,
    factor: Math.exp(logFactor),
    lowFactor: Math.exp(logFactor - tenth * logError),
    highFactor: Math.exp(logFactor + tenth * logError),
    logError
  }
}

/**
 * Estimates how much the logarithms of the odds of groups truly differ, beyond what few deals make them differ by chance.
 *
 * @param groups each group's factor and its standard error, made with a wide prior
 * @param limits the least and the most it may be, and what it is with fewer than five groups
 * @returns a standard deviation
 * @missing the declared one, with fewer than five groups
 * @source R. DerSimonian and N. Laird, "Meta-Analysis in Clinical Trials", Controlled Clinical Trials 7 (1986)
 * @example spreadOfGroups([], { least: 0.1, most: 0.5, few: 0.2 }) // 0.2
 */
export function spreadOfGroups(
  groups: readonly { readonly logFactor: number; readonly logError: number }[],
  limits: { readonly least: number; readonly most: number; readonly few: number }
): number {
  if (groups.length < 5) return limits.few
  let [weights, squares, weighted] = [0, 0, 0]
  for (const { logFactor, logError } of groups) {
    const weight = 1 / logError ** 2
    weights += weight
    squares += weight ** 2
    weighted += weight * logFactor
  }
  const middle = weighted / weights
  const excess = groups.reduce((sum, each) => sum + ((each.logFactor - middle) / each.logError) ** 2, 0)
  const variance = (excess - (groups.length - 1)) / (weights - squares / weights)
  return Math.min(limits.most, Math.max(limits.least, Math.sqrt(Math.max(0, variance))))
}
