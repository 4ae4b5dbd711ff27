// The names of countries in English and Spanish, from the runtime's own language tables, to recognise a column by its cells.
import { nameKey } from '#shared/units/name-key.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
let names: Map<string, string> | undefined

const shortForms = [
  'USA',
  'US',
  'UK',
  'UAE',
  'EEUU',
  'EE. UU.',
  'Korea',
  'Corea',
  'Holland',
  'Holanda',
  'Great Britain'
]

/** All countries in both languages, and a few short forms that exports use: key of the name → the name as it is written. */
export function countryNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names
  const found = new Map(shortForms.map((name) => [nameKey(name), name]))
  for (const language of ['en', 'es']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of letters)
      for (const second of letters) {
        const name = display.of(first + second)
        if (name !== undefined && !found.has(nameKey(name))) found.set(nameKey(name), name)
      }
  }
  names = found
  return found
}

/**
 * Finds the country that a word was probably meant to be.
 *
 * @param text a cell that is no country's name
 * @returns the name of the one country that is one letter away
 * @missing undefined for a real name, for short words, and where none or several are that near
 * @example nearestCountry('Philipines') // 'Philippines'
 */
export function nearestCountry(text: string): string | undefined {
  const key = nameKey(text)
  const all = countryNames()
  if (key.length < 5 || all.has(key)) return undefined
  const near = [...all].filter(([name]) => isOneLetterAway(name, key))
  return near.length === 1 ? near[0]?.[1] : undefined
}

/**
 * Whether two words differ by one letter: one changed, added, missing, or two neighbours exchanged.
 *
 * @param a a word
 * @param b another
 * @returns false for equal words
 * @source Damerau (1964): the four single errors that make up most misspellings
 * @example isOneLetterAway('technolgy', 'technology') // true
 */
export function isOneLetterAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (a.length === b.length) {
    const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
    return restA.slice(1) === restB.slice(1) || swapped
  }
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1)
}
