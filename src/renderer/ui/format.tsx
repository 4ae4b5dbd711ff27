// The user's way of writing numbers and dates, handed down the tree: useFormat() in any component.
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Format, makeFormat } from './make-format.ts'

const Context = createContext<Format | undefined>(undefined)

export interface FormatProviderProps {
  readonly numberLocale: string
  readonly calendarPattern?: 'months' | '445' | undefined
  readonly children: ReactNode
}

/** Words follow the language chosen in i18n; grouping and decimals follow `numberLocale`. */
export function FormatProvider({ numberLocale, calendarPattern, children }: FormatProviderProps) {
  const format = useMakeFormat(numberLocale, calendarPattern)
  return <Context.Provider value={format}>{children}</Context.Provider>
}

function useMakeFormat(numberLocale: string, calendarPattern: 'months' | '445' | undefined): Format {
  const { t, language } = useText()
  return useMemo(
    () =>
      makeFormat({
        language,
        numberLocale,
        calendarPattern,
        words: {
          year: (year) => t('ui.period.year', { year }),
          half: (index, year) => t('ui.period.half', { index, year }),
          quarter: (index, year) => t('ui.period.quarter', { index, year }),
          month: (index, year) => t('ui.period.month', { index, year }),
          week: (index, year) => t('ui.period.week', { index, year }),
          short: (grain, index) => t(`ui.periodShort.${grain}`, { index })
        }
      }),
    [t, language, numberLocale, calendarPattern]
  )
}

/** Outside a provider (a lone component in a test) it follows the language alone. */
export function useFormat(): Format {
  const { language } = useText()
  const given = useContext(Context)
  const own = useMakeFormat(language, undefined)
  return given ?? own
}
