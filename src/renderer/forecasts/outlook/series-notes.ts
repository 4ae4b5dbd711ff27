// What one must know about the history of a forecast: what was taken out of it or filled in, whose teams and territories it goes by, and how far
// the running period has come.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ForecastPreview, SalesSeries } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'

export interface SeriesNote {
  readonly key: string
  readonly text: string
}

export function useSeriesNotes(
  series: SalesSeries | undefined,
  leftOut: ForecastPreview['leftOut'] | undefined
): SeriesNote[] {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  if (series === undefined) return []
  const money = (minor: number) => format.money(minor, series.currency, { digits: 0 })
  const { oneOffs, filledPeriods, leftOut: dropped, changes, sameDay, cutOn } = series
  const notes: SeriesNote[] = []
  const say = (key: string, text: string) => notes.push({ key, text })
  if (sameDay)
    say(
      'sameDay',
      t('forecasts.series.notes.sameDay', {
        count: sameDay.earlier.length,
        sold: money(sameDay.soldMinor),
        period: words.period(sameDay.periodKey),
        days: sameDay.daysPassed,
        usual: money(sameDay.usualMinor)
      })
    )
  if (oneOffs && oneOffs.cleanedDeals > 0)
    say(
      'cleaned',
      t('forecasts.series.notes.cleaned', { count: oneOffs.cleanedDeals, amount: money(oneOffs.cleanedMinor) })
    )
  if (oneOffs && oneOffs.cappedDeals > 0)
    say(
      'capped',
      t('forecasts.series.notes.capped', { count: oneOffs.cappedDeals, amount: money(oneOffs.cappedMinor) })
    )
  if (filledPeriods) say('filled', t('forecasts.series.notes.filled', { count: filledPeriods.length }))
  if (dropped)
    say('leftOut', t('forecasts.series.notes.leftOut', { count: dropped.periods, on: format.date(dropped.changedOn) }))
  for (const { changedOn, treatment, factorRatio } of changes ?? []) {
    const on = format.date(changedOn)
    if (treatment === 'rescale' && factorRatio !== null)
      say(`rescaled ${changedOn}`, t('forecasts.series.notes.rescaled', { on, factor: format.number(factorRatio, 3) }))
    if (treatment === 'mark') say(`marked ${changedOn}`, t('forecasts.series.notes.marked', { on }))
  }
  if (cutOn) say('cutOn', t('forecasts.series.notes.cutOn', { on: format.date(cutOn) }))
  if (leftOut?.otherCurrencyInvoices)
    say('otherCurrencyInvoices', t('forecasts.series.notes.otherCurrency', { count: leftOut.otherCurrencyInvoices }))
  if (leftOut?.invoicesAfterDataEnd)
    say(
      'invoicesAfterEnd',
      t('forecasts.series.notes.afterEnd', { count: leftOut.invoicesAfterDataEnd, on: format.date(series.dataAsOf) })
    )
  return notes
}
