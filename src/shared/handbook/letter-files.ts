// Names for the files of letters: one per person, the same on every system, no two alike.
import type { Language } from '#shared/workspace/types.ts'

const words: Readonly<Record<Language, string>> = { en: 'quota and pay letter', es: 'carta de cuota y variable' }

const forbidden = new Set('<>:"/\\|?*')
const mostLetters = 80

/** What Windows refuses, and what would hide a file elsewhere, is taken out; runs of spaces become one. */
const clean = (name: string): string =>
  [...name.normalize('NFC')]
    .map((letter) => (letter < ' ' || forbidden.has(letter) ? ' ' : letter))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, mostLetters)
    .trim()

/**
 * Names the files of letters.
 *
 * @param names the people's names, in the order of the letters
 * @param fiscalYear the plan's year
 * @param language the letters' language
 * @returns one file name each; people of one name get a number, also where names differ in capitals only
 * @example nameLetterFiles(['Ana', 'ana'], 2027, 'en') // ['Ana, quota and pay letter 2027.pdf', 'ana, quota and pay letter 2027 (2).pdf']
 */
export function nameLetterFiles(names: readonly string[], fiscalYear: number, language: Language): string[] {
  const times = new Map<string, number>()
  return names.map((name) => {
    const stem = `${clean(name) || '–'}, ${words[language]} ${fiscalYear}`
    const key = stem.toLowerCase()
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return `${stem}${time === 1 ? '' : ` (${time})`}.pdf`
  })
}
