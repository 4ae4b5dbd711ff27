// The names of months in English and Spanish, short and long.
import { nameKey } from '#shared/units/name-key.ts'

const monthWords: readonly (readonly string[])[] = [
  ['jan', 'january', 'ene', 'enero'],
  ['feb', 'february', 'febrero', 'febr'],
  ['mar', 'march', 'marzo'],
  ['apr', 'april', 'abr', 'abril'],
  ['may', 'mayo'],
  ['jun', 'june', 'junio'],
  ['jul', 'july', 'julio'],
  ['aug', 'august', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'set', 'septiembre', 'setiembre'],
  ['oct', 'october', 'octubre'],
  ['nov', 'november', 'noviembre'],
  ['dec', 'december', 'dic', 'diciembre']
]
const months = new Map(monthWords.flatMap((words, index) => words.map((word) => [word, index + 1] as const)))

/**
 * Finds the month that a word names.
 *
 * @param word in any case, with or without accent and dot
 * @returns 1 to 12
 * @missing undefined for any other word
 * @example monthOfName('Sept.') // 9
 */
export function monthOfName(word: string): number | undefined {
  return months.get(word) ?? months.get(nameKey(word))
}
