// How parts are called, what is to be known of them, and which of their figures are in view.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PartForecast, PartNote, PartPoint, PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import { useForecastWords } from '../outlook/use-words.ts'
import type { ShownPeriod } from './view-state.ts'

export interface PartWords {
  name: (part: Pick<PartForecast, 'kind' | 'name'>) => string
  note: (note: PartNote) => string
  /** Why a part has no figure; undefined where it has. */
  missing: (part: PartForecast) => string | undefined
}

export function usePartWords(): PartWords {
  const { t } = useText()
  const format = useFormat()
  return useMemo(
    () => ({
      name: ({ kind, name }) => {
        switch (kind) {
          case 'team':
          case 'seller':
          case 'territory':
          case 'segment':
            return name
          default:
            return t(`forecasts.hierarchy.kinds.${kind}`, { name })
        }
      },
      note: (note) => {
        switch (note.kind) {
          case 'withoutHistory':
            return t('forecasts.hierarchy.notes.withoutHistory', { count: note.count })
          case 'leavers': {
            const list = format.list(note.names)
            const names =
              note.count > note.names.length ? t('forecasts.hierarchy.notes.namesAndMore', { names: list }) : list
            return t('forecasts.hierarchy.notes.leavers', { count: note.count, names })
          }
          case 'heldAtZero':
            return t('forecasts.hierarchy.notes.heldAtZero', { count: note.periods })
          case 'outliers':
            return t('forecasts.hierarchy.notes.outliers', { count: note.count })
          case 'seasonUnknown':
          case 'fewErrors':
            return t(`forecasts.hierarchy.notes.${note.kind}`)
        }
      },
      missing: ({ status, total }) => {
        if (status !== 'forecast') return t(`forecasts.hierarchy.missing.${status}`)
        return total.middleMinor === null ? t('forecasts.hierarchy.missing.notAdded') : undefined
      }
    }),
    [t, format]
  )
}

/** The periods that can be in view; the plan's year only where the forecast covers it. */
export function settleShown(forecast: PartsForecast, shown: ShownPeriod): ShownPeriod {
  if (shown === 'all' || forecast.periods.some((period) => period.key === shown)) return shown
  return forecast.parts[0]?.year ? 'year' : 'all'
}

export function readShown(part: PartForecast, forecast: PartsForecast, shown: ShownPeriod): PartPoint {
  if (shown === 'year' && part.year) return part.year
  const at = forecast.periods.findIndex((period) => period.key === shown)
  return part.points[at] ?? part.total
}

/** The periods in view, in words. */
export function useShownWords(): (forecast: PartsForecast, shown: ShownPeriod) => string {
  const { t } = useText()
  const words = useForecastWords()
  return (forecast, shown) => {
    if (shown === 'year') {
      const year = t('ui.period.year', { year: String(forecast.fiscalYear) })
      return forecast.isWholeYear ? year : t('forecasts.hierarchy.restOf', { year })
    }
    if (shown !== 'all') return words.period(shown)
    return words.span(forecast.periods[0]?.key ?? '', forecast.periods.at(-1)?.key ?? '')
  }
}
