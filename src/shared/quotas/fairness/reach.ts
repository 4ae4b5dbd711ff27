// Whether a quota can be carried: by what the accounts could buy, and by what reaching it pays.
import { quantile } from '../../math/quantile.ts'
import { blank, type FairnessCheck } from './check.ts'

/**
 * Carry check: potential × realistic share has to be at least the quota.
 *
 * @param sellers those whose potential is known
 * @param options the realistic share
 * @returns the share of sellers who can carry theirs; named are those who can't, with quota over what they could win
 * @missing sellers without a known potential are left out
 * @source carry check (territories-quotas, fairness check 9)
 * @example carry.check([{ ...ana, quotaMinor: 60, potentialMinor: 100 }], { ...options, realisticShare: 0.5 }).named[0]?.value // 1.2
 */
export const carry: FairnessCheck = {
  id: 'carry',
  check: (sellers, { realisticShare }) => {
    const known = sellers.flatMap((seller) =>
      seller.potentialMinor === null ? [] : [{ ...seller, winnable: seller.potentialMinor * realisticShare }]
    )
    if (known.length === 0) return blank('carry', 0, 'notEnough')
    const short = known.filter((seller) => seller.quotaMinor > seller.winnable)
    return {
      ...blank('carry', known.length, short.length > 0 ? 'look' : 'fair'),
      value: 1 - short.length / known.length,
      named: short
        .map(({ sellerId, name, quotaMinor, winnable }) => ({
          sellerId,
          name,
          value: winnable > 0 ? quotaMinor / winnable : Number.POSITIVE_INFINITY
        }))
        .sort((one, other) => other.value - one.value)
    }
  }
}

/**
 * Quota to target pay: a quota is usually so many times the pay at target.
 *
 * @param sellers those whose pay is known and above 0
 * @param options the multiples that are usual for the role
 * @returns the median multiple; named are those outside
 * @missing sellers without known pay are left out
 * @source quota:OTE multiple within the role's band (territories-quotas, fairness check 10)
 * @example payMultiple.check([{ ...ana, quotaMinor: 500, targetPayMinor: 100 }], options).value // 5
 */
export const payMultiple: FairnessCheck = {
  id: 'payMultiple',
  check: (sellers, { payMultiple: usual }) => {
    const known = sellers.flatMap(({ sellerId, name, quotaMinor, targetPayMinor }) =>
      targetPayMinor === null || targetPayMinor <= 0 ? [] : [{ sellerId, name, value: quotaMinor / targetPayMinor }]
    )
    const outside = known.filter(({ value }) => value < usual.low || value > usual.high)
    return {
      ...blank('payMultiple', known.length, known.length === 0 ? 'notEnough' : outside.length > 0 ? 'look' : 'fair'),
      value:
        quantile(
          known.map(({ value }) => value),
          0.5
        ) ?? null,
      named: outside.sort((one, other) => other.value - one.value)
    }
  }
}
