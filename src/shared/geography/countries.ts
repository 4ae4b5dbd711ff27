// Countries by their codes of ISO 3166-1, and their names in the languages of the product.
import { iso31661 } from 'iso-3166/1.js'

export interface CountryCodes {
  readonly alpha2: string
  readonly alpha3: string
  readonly numeric: string
}

/** All of ISO 3166-1, and Kosovo, which ISO leaves to users as XK. */
export const countries: readonly CountryCodes[] = [
  ...iso31661.map(({ alpha2, alpha3, numeric }) => ({ alpha2, alpha3, numeric })),
  { alpha2: 'XK', alpha3: 'XKX', numeric: '' }
]

export const countryByNumber: ReadonlyMap<string, string> = new Map(
  countries.filter(({ numeric }) => numeric !== '').map(({ numeric, alpha2 }) => [numeric, alpha2])
)

const namesByLanguage = new Map<string, Intl.DisplayNames>()

/**
 * Says the name of a country in a language.
 *
 * @param code ISO 3166-1 alpha-2
 * @param language such as 'en' or 'es'
 * @returns the name by CLDR, the code itself where it has none
 * @source Unicode CLDR, through Intl.DisplayNames
 * @example countryName('DE', 'es') // 'Alemania'
 */
export function countryName(code: string, language: string): string {
  let names = namesByLanguage.get(language)
  if (names === undefined) {
    names = new Intl.DisplayNames([language], { type: 'region' })
    namesByLanguage.set(language, names)
  }
  return names.of(code) ?? code
}
