// What is marked in the picture of a forecast: changed definitions, a break that was found, large deals, and values drawn in as outliers.
import { useText } from '#renderer/i18n/use-text.ts'
import type { ChartMark } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { SeriesDetail } from '#shared/forecasts/series-types.ts'
import type { ForecastDraft } from '#shared/forecasts/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { useForecastWords } from './use-words.ts'

/** More marks than these hide what they mark; the list below the picture has all. */
const mostDeals = 3

/** @param detail what is known of the history; absent for a kept forecast, and while it loads */
export function useChartMarks({ series, notes }: ForecastDraft, detail: SeriesDetail | undefined): ChartMark[] {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const keyOn = (on: IsoDate) => series.points.find((each) => each.startsOn <= on && on <= each.endsOn)?.periodKey
  const marks: ChartMark[] = []
  const mark = (key: string, periodKey: string | undefined, label: string, tone: 'amber' | 'muted') => {
    if (periodKey === undefined) return
    const at = words.period(periodKey)
    // One mark a period: the first says the weightier thing.
    if (!marks.some((each) => 'at' in each && each.at === at)) marks.push({ key, label, at, tone })
  }
  for (const { changedOn } of series.changes ?? [])
    mark(`change ${changedOn}`, keyOn(changedOn), t('forecasts.chart.change', { on: format.date(changedOn) }), 'amber')
  if (detail?.foundBreak) mark('break', detail.foundBreak.periodKey, t('forecasts.chart.foundBreak'), 'amber')
  const deals = detail?.oneOffs.filter((deal) => deal.isFound || deal.decision !== null) ?? []
  for (const deal of deals.slice(0, mostDeals))
    mark(`deal ${deal.opportunityId}`, deal.periodKey, t('forecasts.chart.oneOff'), 'muted')
  for (const note of notes)
    if (note.kind === 'outliers')
      for (const periodKey of note.periodKeys)
        mark(`outlier ${periodKey}`, periodKey, t('forecasts.chart.outlier'), 'muted')
  return marks
}
