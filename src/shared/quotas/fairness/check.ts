// The shape of a check of fairness: what it is given about each seller, and what it says, always with how many sellers it stands on.
import type { SellerId } from '../../people/types.ts'

/** A seller's year against the quota: last year's as it was, or as a method would have set it. */
export interface SellerResult {
  readonly sellerId: SellerId
  readonly name: string
  /** Above 0: who has no quota is in no check. */
  readonly quotaMinor: number
  readonly achievedMinor: number
  /** What was booked the year before the one looked at; null where nobody was there. */
  readonly baselineMinor: number | null
  /** What could be sold to the seller's accounts in the year; null where it isn't known. */
  readonly potentialMinor: number | null
  /** Pay at 100 % attainment in the quota's currency; null where it isn't known. */
  readonly targetPayMinor: number | null
}

export interface FairnessOptions {
  /** How many of a hundred sellers are to reach their quota, as declared: from and to. */
  readonly aim: { readonly low: number; readonly high: number }
  /** The part of the potential that a seller can realistically win, 0 to 1. */
  readonly realisticShare: number
  /** Quota over target pay that is usual for the role. */
  readonly payMultiple: { readonly low: number; readonly high: number }
}

/** `fair`, `look`: something to look at. `notEnough`: too few sellers to tell. `figure`: says how it is, judges nothing. */
export type Verdict = 'fair' | 'look' | 'notEnough' | 'figure'

export type FairnessId =
  | 'sizeBias'
  | 'growthRelation'
  | 'accuracy'
  | 'shape'
  | 'hitRate'
  | 'bands'
  | 'concentration'
  | 'carry'
  | 'payMultiple'
  | 'sizeBuckets'
  | 'growthBuckets'

export interface FairnessAnswer {
  readonly id: FairnessId
  readonly verdict: Verdict
  /** Sellers that the check could use. */
  readonly n: number
  /** The figure itself, with its interval where it has one; null where there is none. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Parts of it: bands, buckets. Ratios, or counts where the check says so. */
  readonly parts: readonly { readonly key: string; readonly n: number; readonly value: number | null }[]
  /** Sellers that stand out. */
  readonly named: readonly { readonly sellerId: SellerId; readonly name: string; readonly value: number }[]
}

export interface FairnessCheck {
  readonly id: FairnessId
  readonly check: (sellers: readonly SellerResult[], options: FairnessOptions) => FairnessAnswer
}

/** Under ten sellers a correlation or a shape is chance (territories-quotas, fairness checks). */
export const fewestSellers = 10

export const attainmentOf = (seller: SellerResult): number => seller.achievedMinor / seller.quotaMinor

/** An answer with nothing in it yet. */
export const blank = (id: FairnessId, n: number, verdict: Verdict): FairnessAnswer => ({
  id,
  verdict,
  n,
  value: null,
  low: null,
  high: null,
  parts: [],
  named: []
})
