// Every check of fairness there is, in the order in which they are shown. A new one is an entry here, its id in check.ts and its words.
import type { FairnessAnswer, FairnessCheck, FairnessOptions, SellerResult } from './check.ts'
import { carry, payMultiple } from './reach.ts'
import { growthBuckets, growthRelation, sizeBias, sizeBuckets } from './relations.ts'
import { accuracy, bands, concentration, hitRate, shape } from './spread.ts'

export type { FairnessAnswer, FairnessCheck, FairnessId, FairnessOptions, SellerResult, Verdict } from './check.ts'

export const fairnessChecks: readonly FairnessCheck[] = [
  hitRate,
  accuracy,
  bands,
  shape,
  sizeBias,
  growthRelation,
  sizeBuckets,
  growthBuckets,
  concentration,
  carry,
  payMultiple
]

/**
 * Makes every check.
 *
 * @param sellers a year's results; those without a quota above 0 are left out
 * @param options what is declared
 * @returns one answer a check, in the order of the list
 * @source the checks' own
 * @example checkFairness(sellers, options).find((answer) => answer.id === 'hitRate')?.value // 0.58
 */
export function checkFairness(sellers: readonly SellerResult[], options: FairnessOptions): FairnessAnswer[] {
  const judged = sellers.filter((seller) => seller.quotaMinor > 0)
  return fairnessChecks.map((entry) => entry.check(judged, options))
}
