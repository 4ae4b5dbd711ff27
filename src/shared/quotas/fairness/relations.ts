// Whether attainment goes with size, which it should not, and with growth, which it should.
import { correlate } from '../../math/correlation.ts'
import { quantile } from '../../math/quantile.ts'
import {
  attainmentOf,
  blank,
  type FairnessAnswer,
  type FairnessCheck,
  type FairnessId,
  fewestSellers,
  type SellerResult
} from './check.ts'

/** A relation this weak is no finding, however sure. */
const weak = 0.2

const hasBaseline = (seller: SellerResult): boolean => seller.baselineMinor !== null && seller.baselineMinor > 0
const sizeOf = (seller: SellerResult): number => seller.baselineMinor ?? 0
const growthOf = (seller: SellerResult): number => seller.achievedMinor / sizeOf(seller) - 1

function relate(
  id: FairnessId,
  sellers: readonly SellerResult[],
  measure: (seller: SellerResult) => number,
  isFair: (low: number, high: number) => boolean
): FairnessAnswer {
  const known = sellers.filter(hasBaseline)
  const found = correlate(known.map(measure), known.map(attainmentOf))
  if (found === undefined) return blank(id, known.length, 'notEnough')
  const { r, low, high, n } = found
  const verdict = n < fewestSellers ? 'notEnough' : isFair(low, high) ? 'fair' : 'look'
  return { ...blank(id, n, verdict), value: r, low, high }
}

/**
 * Size bias: quotas are fair when who was large before reaches them no more easily than who was small.
 *
 * @param sellers those with a baseline count
 * @returns the correlation of attainment with the baseline, −1 to 1, and its 95 % interval; `look` when the interval leaves out all of
 *   −0.2 to 0.2
 * @missing sellers without a baseline above 0 are left out; under ten there is no verdict
 * @source size bias, correlation about 0 (territories-quotas, fairness check 1)
 * @example sizeBias.check(sellers, options).value // 0.12
 */
export const sizeBias: FairnessCheck = {
  id: 'sizeBias',
  check: (sellers) => relate('sizeBias', sellers, sizeOf, (low, high) => low <= weak && high >= -weak)
}

/**
 * Growth relation: who grew more should have reached more of the quota, or quotas only followed the past.
 *
 * @param sellers those with a baseline count
 * @returns the correlation of attainment with growth and its 95 % interval; `fair` when the interval lies above 0
 * @missing as for size bias
 * @source growth, clearly positive (territories-quotas, fairness check 2)
 * @example growthRelation.check(sellers, options).verdict // 'fair'
 */
export const growthRelation: FairnessCheck = {
  id: 'growthRelation',
  check: (sellers) => relate('growthRelation', sellers, growthOf, (low) => low > 0)
}

function bucket(
  id: FairnessId,
  sellers: readonly SellerResult[],
  measure: (seller: SellerResult) => number
): FairnessAnswer {
  const sorted = sellers.filter(hasBaseline).sort((one, other) => measure(one) - measure(other))
  const edge = Math.round(sorted.length * 0.2)
  const groups = [
    { key: 'low', members: sorted.slice(0, edge) },
    { key: 'middle', members: sorted.slice(edge, sorted.length - edge) },
    { key: 'high', members: sorted.slice(sorted.length - edge) }
  ]
  return {
    ...blank(id, sorted.length, sorted.length < fewestSellers ? 'notEnough' : 'figure'),
    parts: groups.map(({ key, members }) => ({
      key,
      n: members.length,
      value: quantile(members.map(attainmentOf), 0.5) ?? null
    }))
  }
}

/**
 * Median attainment of the smallest fifth, the middle and the largest fifth by the baseline.
 *
 * @param sellers those with a baseline count
 * @returns three parts: low, middle, high
 * @missing a bucket without sellers has no median
 * @source 20-60-20 buckets (territories-quotas, fairness check 3)
 * @example sizeBuckets.check(sellers, options).parts.map((part) => part.n) // [2, 6, 2]
 */
export const sizeBuckets: FairnessCheck = {
  id: 'sizeBuckets',
  check: (sellers) => bucket('sizeBuckets', sellers, sizeOf)
}

/** The same by growth over the baseline. */
export const growthBuckets: FairnessCheck = {
  id: 'growthBuckets',
  check: (sellers) => bucket('growthBuckets', sellers, growthOf)
}
