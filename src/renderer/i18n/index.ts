// Starts i18next with both languages in memory; switching is instant. Components take their words from use-text.ts.
import { createInstance, type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import type { Language } from './texts.ts'

interface TextTree {
  readonly [key: string]: string | TextTree
}

/** Spanish says "un millón de …" with a plural of its own (`_many`); our sentences read the same, so it repeats `_other`. */
export function repeatOtherAsMany(tree: TextTree): TextTree {
  const out: Record<string, string | TextTree> = {}
  for (const [key, value] of Object.entries(tree)) {
    out[key] = typeof value === 'string' ? value : repeatOtherAsMany(value)
    if (typeof value === 'string' && key.endsWith('_other')) out[key.replace(/_other$/, '_many')] = value
  }
  return out
}

const makeCountFormat = (locale: string) => new Intl.NumberFormat(locale, { useGrouping: 'always' })
let countFormat = makeCountFormat('en')

// Only `count` is a number to be grouped ("1,240 rows"); any other number in a sentence may be a year or an id.
const countFormatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, _language, options) =>
    typeof value === 'number' && options?.interpolationkey === 'count' ? countFormat.format(value) : String(value ?? '')
}

export const i18n = createInstance()

void i18n
  .use(countFormatter)
  .use(initReactI18next)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, es: { translation: repeatOtherAsMany(es) } },
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false }
  })

/** Switches every text at once; `numberLocale` is how counts inside sentences are grouped. */
export function setLanguage(language: Language, numberLocale: string = language): void {
  countFormat = makeCountFormat(numberLocale)
  if (typeof document !== 'undefined') document.documentElement.lang = language
  void i18n.changeLanguage(language)
}
