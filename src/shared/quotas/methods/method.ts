// The shape of a way of sharing out a target, and what all of them have in common: months and the stand-in for history.
import { sum } from '../../math/sum.ts'
import type {
  BlendWeights,
  NoHistoryChoice,
  NoHistoryReason,
  QuotaMethodId,
  QuotasError,
  SellerBase
} from '../types.ts'

export interface MethodOptions {
  readonly noHistory: NoHistoryChoice
  readonly blendWeights: BlendWeights
}

export type Shares =
  | { readonly ok: true; readonly shares: readonly number[] }
  | { readonly ok: false; readonly error: QuotasError }

export interface QuotaMethod {
  readonly id: QuotaMethodId
  /** Why a seller's own past can't be used by this method, so that the stand-in decides; null when it can or isn't asked. */
  readonly whyStandIn: (seller: SellerBase, options: MethodOptions) => NoHistoryReason | null
  /** One share per seller, in the order given; they sum to 1, but for binary rounding. */
  readonly share: (sellers: readonly SellerBase[], options: MethodOptions) => Shares
}

/**
 * Counts the months a seller works in the plan year.
 *
 * @param seller with one share per month, 0 to 1
 * @returns months, 0 to 12; half a month is 0.5
 * @example activeMonthsOf({ ...seller, activeByMonth: [0, 0.5, 1] }) // 1.5
 */
export function activeMonthsOf(seller: Pick<SellerBase, 'activeByMonth'>): number {
  return sum(seller.activeByMonth)
}

/**
 * Says whether a seller's history can carry a share.
 *
 * @param seller with bookings by month of the base year
 * @returns null when it can; 'none' without won deals; 'notPositive' when credit notes outweigh them
 * @missing a null history is 'none', which is not the same as bookings of 0
 * @example whyNoHistory({ ...seller, historyByMonthMinor: [500, -900] }) // 'notPositive'
 */
export function whyNoHistory(seller: Pick<SellerBase, 'historyByMonthMinor'>): NoHistoryReason | null {
  if (seller.historyByMonthMinor === null) return 'none'
  return sum(seller.historyByMonthMinor) > 0 ? null : 'notPositive'
}

/** How much of the average per month the stand-in is. */
const standInRatio: Readonly<Record<NoHistoryChoice, number>> = { average: 1, half: 0.5, zero: 0 }

/**
 * Turns weights into shares, with the chosen stand-in where a seller has no weight of her own.
 *
 * The average of those with weight, month for month, is the same as an equal part of the whole, month for month.
 *
 * @param weights one per seller, in any unit, 0 or more; null where the method finds nothing to go by
 * @param months months employed in the plan year, one per seller
 * @param choice what those without weight get (see NoHistoryChoice)
 * @returns one share per seller, summing to 1; undefined when nothing is above 0
 * @missing a null weight is never 0 by itself: the choice says what it is
 * @example fillShares([30, 10, null], [12, 12, 12], 'average') // [0.5, 0.1666…, 0.3333…]
 */
export function fillShares(
  weights: readonly (number | null)[],
  months: readonly number[],
  choice: NoHistoryChoice
): number[] | undefined {
  const isKnown = (index: number) => weights[index] !== null && weights[index] !== undefined
  const knownMonths = sum(months.filter((_, index) => isKnown(index)))
  const perMonth = knownMonths > 0 ? sum(weights.map((weight) => weight ?? 0)) / knownMonths : 0
  const filled = weights.map((weight, index) => weight ?? perMonth * standInRatio[choice] * (months[index] ?? 0))
  const filledSum = sum(filled)
  return filledSum > 0 ? filled.map((weight) => weight / filledSum) : undefined
}
