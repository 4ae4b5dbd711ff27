// Exact fractions, because pay is computed without rounding until a line is paid. Rates come in as decimal text.
// Kept reduced, with a positive denominator, so two equal fractions have the same text.
import type { DecimalText } from './types.ts'

/** n / d with d > 0 and no common divisor. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }

const decimalShape = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/

/**
 * Makes a fraction in lowest terms.
 *
 * @param n numerator
 * @param d denominator, not 0
 * @returns the fraction, its denominator positive
 * @errors RangeError for a denominator of 0
 * @example toText(fraction(6n, -4n)) // '-3/2'
 */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0')
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d)
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / divisor, d: (sign * d) / divisor }
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** A whole number as a fraction. @errors RangeError unless it is a safe integer @example toText(whole(7)) // '7' */
export function whole(value: number): Fraction {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`)
  return { n: BigInt(value), d: 1n }
}

/**
 * Tells whether a text is a decimal that the rules of a plan may hold.
 *
 * @param text e.g. '0.075', '-2', '1.5'
 * @returns true for up to 12 digits before and after a point
 * @example isDecimalText('1,5') // false
 */
export function isDecimalText(text: string): text is DecimalText {
  return decimalShape.test(text)
}

/**
 * Reads a decimal exactly.
 *
 * @param text e.g. '0.075'
 * @returns the fraction: 3/40
 * @errors RangeError for another shape
 * @example toText(decimal('0.075')) // '3/40'
 */
export function decimal(text: DecimalText): Fraction {
  const parts = decimalShape.exec(text)
  if (!parts) throw new RangeError(`"${text}" is not a decimal`)
  const decimals = parts[3] ?? ''
  const digits = BigInt(`${parts[2]}${decimals}`)
  return fraction(parts[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length))
}

/** The exact sum. @example toText(add(decimal('0.1'), decimal('0.2'))) // '3/10' */
export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
/** The exact difference. @example toText(subtract(decimal('0.3'), decimal('0.1'))) // '1/5' */
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
/** The exact product. @example toText(multiply(decimal('0.75'), decimal('1.15'))) // '69/80' */
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
/** The exact quotient. @errors RangeError when `b` is 0 @example toText(divideBy(whole(1), whole(3))) // '1/3' */
export const divideBy = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
/** The same with the other sign. @example toText(negate(whole(2))) // '-2' */
export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d })

/** Below 0 when a < b, 0 when equal, above 0 when a > b. @example compare(decimal('0.5'), fraction(1n, 2n)) // 0 */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The smaller of two. @example toText(smaller(whole(2), whole(1))) // '1' */
export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)

/**
 * Rounds to a whole number, halves away from zero: the one rounding of pay, to the minor unit of the currency.
 *
 * @param value exact minor units
 * @returns whole minor units
 * @errors RangeError beyond what a number can count exactly
 * @example roundHalfUp(fraction(5n, 2n)) // 3
 */
export function roundHalfUp(value: Fraction): number {
  const positive = value.n < 0n ? -value.n : value.n
  const rounded = Number((positive * 2n + value.d) / (value.d * 2n))
  if (!Number.isSafeInteger(rounded)) throw new RangeError('An amount is too large to be counted in minor units')
  return value.n < 0n && rounded !== 0 ? -rounded : rounded
}

/** The fraction as text: '7', '-3/2'. @example toText(decimal('0.50')) // '1/2' */
export function toText(value: Fraction): string {
  return value.d === 1n ? String(value.n) : `${value.n}/${value.d}`
}

/** Reads what `toText` wrote. @errors RangeError for another shape @example compare(fromText('-3/2'), decimal('-1.5')) // 0 */
export function fromText(text: string): Fraction {
  const parts = /^(-?\d+)(?:\/(\d+))?$/.exec(text)
  if (!parts) throw new RangeError(`"${text}" is not a fraction`)
  return fraction(BigInt(parts[1] ?? '0'), BigInt(parts[2] ?? '1'))
}

/**
 * The nearest number, for charts and for showing; never for pay.
 *
 * @param value any fraction
 * @returns a number within a few units of the last place
 * @example toNumber(fraction(1n, 3n)) // 0.3333333333333333
 */
export function toNumber(value: Fraction): number {
  const positive = value.n < 0n ? -value.n : value.n
  const scale = 10n ** 17n
  const units = positive / value.d
  const rest = ((positive % value.d) * scale) / value.d
  const magnitude = Number(units) + Number(rest) / Number(scale)
  return value.n < 0n ? -magnitude : magnitude
}
