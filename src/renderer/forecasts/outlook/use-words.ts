// Words that the parts of the forecast share: periods by key, the span of a forecast, whose sales it is of.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ForecastCut } from '#shared/forecasts/types.ts'
import { periodByKey } from '#shared/units/period.ts'
import { sayCut } from './series-cut-words.ts'

export interface ForecastWords {
  /** 'FY2027-Q2' as the user's language says it. */
  period: (key: string) => string
  /** "Q1 FY2027 to Q4 FY2027", or one period. */
  span: (fromKey: string, toKey: string) => string
  cut: (cut: ForecastCut) => string
}

export function useForecastWords(): ForecastWords {
  const { t } = useText()
  const format = useFormat()
  const { calendar } = useSession().settings
  return useMemo(() => {
    const period = (key: string) => {
      const found = periodByKey(key, calendar)
      return found ? format.period(found) : key
    }
    return {
      period,
      span: (fromKey, toKey) =>
        fromKey === toKey ? period(fromKey) : t('forecasts.span', { from: period(fromKey), to: period(toKey) }),
      cut: (cut) => sayCut(t, cut)
    }
  }, [t, format, calendar])
}
