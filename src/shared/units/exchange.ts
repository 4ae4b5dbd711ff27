// An amount of one currency in another at a given rate, exact to the minor unit.
import { type CurrencyCode, minorDigits } from './currency.ts'

/**
 * Converts an amount at a rate.
 *
 * The arithmetic is on whole numbers of any length, so no binary fraction gets in; the decimals of both currencies count (a yen has
 * none, a Kuwaiti dinar three), and halves are rounded away from zero.
 *
 * @param amountMinor whole minor units of `from`, may be negative
 * @param from its currency
 * @param to the currency wanted
 * @param rate decimal text above 0 such as '1.0837': units of `to` for one unit of `from`
 * @param isInverse the rate is the other way round: units of `from` for one unit of `to`
 * @returns whole minor units of `to`
 * @errors RangeError for a rate that is no decimal above 0
 * @missing undefined when the amount is too large to be counted exactly
 * @example convertMinor(100_000, currencyCode('USD'), currencyCode('JPY'), '151.37') // 151370
 */
export function convertMinor(
  amountMinor: number,
  from: CurrencyCode,
  to: CurrencyCode,
  rate: string,
  isInverse = false
): number | undefined {
  const { digits, scale } = readRate(rate)
  const scaled = 10n ** BigInt(scale)
  const amount = BigInt(Math.abs(amountMinor)) * 10n ** BigInt(minorDigits(to))
  const part = isInverse ? amount * scaled : amount * digits
  const whole = (isInverse ? digits : scaled) * 10n ** BigInt(minorDigits(from))
  const minor = Number((part * 2n + whole) / (whole * 2n))
  if (!Number.isSafeInteger(minor)) return undefined
  return amountMinor < 0 && minor !== 0 ? -minor : minor
}

const read = new Map<string, { digits: bigint; scale: number }>()

function readRate(rate: string): { digits: bigint; scale: number } {
  let parts = read.get(rate)
  if (parts === undefined) {
    const match = /^(\d+)(?:\.(\d+))?$/.exec(rate)
    const digits = match === null ? 0n : BigInt(`${match[1]}${match[2] ?? ''}`)
    if (digits === 0n) throw new RangeError(`"${rate}" is not a rate`)
    parts = { digits, scale: match?.[2]?.length ?? 0 }
    if (read.size > 10_000) read.clear()
    read.set(rate, parts)
  }
  return parts
}
