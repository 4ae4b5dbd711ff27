// Amounts of money as whole minor units (cents), and the one way of splitting them so that the parts add up.
import { type CurrencyCode, minorDigits, minorPerUnit } from './currency.ts'

export {
  type CurrencyCode,
  currencies,
  currencyCode,
  isCurrencyCode,
  minorDigits,
  minorPerUnit,
  parseCurrencyCode
} from './currency.ts'

/**
 * Turns an amount in units (12.5 euro) into minor units (1250 cents).
 *
 * The number is taken as the decimal a person reads, so 1.005 becomes 101 cents although its binary form lies just
 * below; halves are rounded away from zero.
 *
 * @param units amount in units of the currency, may be negative
 * @param currency its currency
 * @returns whole minor units
 * @errors RangeError for a number that isn't finite or whose minor units are too many to be counted exactly
 * @example toMinor(1.005, currencyCode('EUR')) // 101
 */
export function toMinor(units: number, currency: CurrencyCode): number {
  const [mantissa, exponent] = String(Math.abs(units)).split('e')
  const minor = Math.round(Number(`${mantissa}e${Number(exponent ?? 0) + minorDigits(currency)}`))
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${units} ${currency} can't be counted in minor units`)
  return units < 0 && minor !== 0 ? -minor : minor
}

/**
 * Turns minor units into units, to show or export them.
 *
 * @param amountMinor whole minor units
 * @param currency its currency
 * @returns amount in units
 * @example toUnits(1250, currencyCode('EUR')) // 12.5
 */
export function toUnits(amountMinor: number, currency: CurrencyCode): number {
  return amountMinor / minorPerUnit(currency)
}

/**
 * Splits an amount over shares by the largest remainder: each part gets its whole minor units, and the few that are
 * left go one by one to the parts that lost most by rounding down. The parts add up to the total exactly.
 *
 * Weights are taken as the decimals a person reads (0.1 is one tenth) and the arithmetic is exact, so equal weights
 * never differ by more than one minor unit. A negative total is split as its positive and turned around.
 *
 * @param totalMinor whole minor units, may be negative
 * @param weights one weight per part, in any unit; only their proportions count; a negative weight counts as 0
 * @returns one whole number of minor units per weight, in the same order; they sum to `totalMinor`
 * @errors RangeError when the total isn't a whole number, a weight isn't finite, or an amount other than 0 is to be
 *   split where no weight is above 0
 * @source Hamilton's method (largest remainder); ties go to the lowest index
 * @example splitMinor(10000, [1, 1, 1]) // [3334, 3333, 3333]
 */
export function splitMinor(totalMinor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalMinor)) throw new RangeError(`${totalMinor} is not a whole number of minor units`)
  const shares = wholeShares(weights)
  const sum = shares.reduce((a, b) => a + b, 0n)
  if (sum === 0n) {
    if (totalMinor === 0) return weights.map(() => 0)
    throw new RangeError(`An amount of ${totalMinor} can't be split: no weight is above 0`)
  }
  const total = BigInt(Math.abs(totalMinor))
  const parts = shares.map((share) => (total * share) / sum)
  let left = Number(total - parts.reduce((a, b) => a + b, 0n))
  if (left > 0) {
    const remainders = shares.map((share, index) => ({ index, lost: (total * share) % sum }))
    remainders.sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1))
    for (const { index } of remainders) {
      if (left === 0) break
      parts[index] = (parts[index] ?? 0n) + 1n
      left -= 1
    }
  }
  return parts.map((part) => (totalMinor < 0 && part !== 0n ? -Number(part) : Number(part)))
}

/** Brings decimal weights to whole numbers of the same proportions: 0.1 and 0.25 become 10 and 25. */
function wholeShares(weights: readonly number[]): bigint[] {
  const parts = weights.map((weight) => {
    if (!Number.isFinite(weight)) throw new RangeError(`${weight} is not a weight`)
    const [mantissa = '0', exponent = '0'] = String(Math.max(0, weight)).split('e')
    const [whole = '0', decimals = ''] = mantissa.split('.')
    return { digits: BigInt(whole + decimals), power: Number(exponent) - decimals.length }
  })
  const lowest = parts.reduce((low, part) => (part.digits > 0n ? Math.min(low, part.power) : low), 0)
  return parts.map((part) => (part.digits === 0n ? 0n : part.digits * 10n ** BigInt(part.power - lowest)))
}
