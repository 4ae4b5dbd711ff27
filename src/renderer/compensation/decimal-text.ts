// Percent and factors as a person types them, to and from the exact decimal text that plan rules keep. Nothing passes
// through a binary number: 7.5 typed as percent becomes '0.075' to the last digit.
import type { DecimalText } from '#shared/compensation/index.ts'

const shape = /^(\d{0,12})(?:\.(\d{0,12}))?$/

/** Moves the decimal point of a plain decimal; places above 0 to the right. */
export function shiftDecimal(text: DecimalText, places: number): DecimalText {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.')
  const sign = text.startsWith('-') ? '-' : ''
  const digits = whole + decimals
  const at = whole.length + places
  const padded = at <= 0 ? '0'.repeat(1 - at) + digits : digits.padEnd(at, '0')
  const point = at <= 0 ? 1 : at
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = padded.slice(point).replace(/0+$/, '')
  return `${sign}${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`
}

/**
 * Reads what was typed.
 *
 * @param text digits with the sign of the locale for decimals; a point is read as one too where nothing else is meant
 * @param decimalSign '.' or ','
 * @returns a plain decimal of at most 12 digits before and after the point, undefined when it isn't one
 */
export function readTypedDecimal(text: string, decimalSign: string): DecimalText | undefined {
  const compact = text.replace(/[\s\u00a0\u202f%]/g, '')
  const grouped = decimalSign === ',' ? '.' : ','
  const hasBoth = compact.includes(decimalSign) && compact.includes(grouped)
  const plain = (hasBoth ? compact.replaceAll(grouped, '') : compact).replace(',', '.')
  const parts = shape.exec(plain)
  if (!parts || !/\d/.test(plain)) return undefined
  return shiftDecimal(plain.startsWith('.') ? `0${plain}` : plain.replace(/\.$/, ''), 0)
}

/** The text to show in a field, with the sign of the locale. */
export const showDecimal = (text: DecimalText, decimalSign: string): string => text.replace('.', decimalSign)
