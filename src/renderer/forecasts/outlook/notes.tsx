// What one must know to read the forecast: what was left out, what looks odd, and what the range can't tell.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ForecastDraft, ForecastNote, ForecastPreview } from '#shared/forecasts/types.ts'
import { useSeriesNotes } from './series-notes.ts'
import { useDriverName } from './use-driver-name.ts'
import { useForecastWords } from './use-words.ts'
import './notes.css'

interface NotesProps {
  readonly draft: ForecastDraft
  readonly leftOut: ForecastPreview['leftOut'] | undefined
}

export function Notes({ draft, leftOut }: NotesProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const nameOf = useDriverName()
  const ofSeries = useSeriesNotes(draft.series, leftOut)
  const on = format.date(draft.series.dataAsOf)
  const say = (note: ForecastNote): string => {
    switch (note.kind) {
      case 'partialLeftOut':
        return t('forecasts.notes.partialLeftOut', { period: words.period(note.periodKey), on })
      case 'runningAbove':
        return t('forecasts.notes.runningAbove', {
          period: words.period(note.periodKey),
          sold: format.money(note.soldMinor, draft.series.currency, { digits: 0 })
        })
      case 'emptyPeriods':
        return t('forecasts.notes.emptyPeriods', { count: note.count })
      case 'lateStart':
        return t('forecasts.notes.lateStart', {
          on: format.date(note.firstSaleOn),
          day: note.daysBefore + 1,
          days: note.daysInPeriod,
          period: words.period(note.periodKey)
        })
      case 'outliers':
        return t('forecasts.notes.outliers', { periods: format.list(note.periodKeys.map(words.period)) })
      case 'oldLeftOut':
        return t('forecasts.notes.oldLeftOut', { count: note.count })
      case 'seasonUnknown':
        return t('forecasts.notes.seasonUnknown', { count: note.missingPeriods })
      case 'driversLeftOut':
        return t('forecasts.notes.driversLeftOut', {
          drivers: format.list(
            note.drivers.map(({ driver, reason }) =>
              t(`forecasts.methodWords.regression.leftOut.${reason}`, { driver: nameOf(driver) })
            )
          )
        })
      case 'rangeFromSpread':
        return t('forecasts.notes.rangeFromSpread', { errors: note.errorCount, values: note.valueCount })
      default:
        return t(`forecasts.notes.${note.kind}`)
    }
  }
  const lines: { key: string; text: string }[] = [
    ...draft.notes.map((note) => ({ key: note.kind, text: say(note) })),
    ...ofSeries
  ]
  if (leftOut && leftOut.otherCurrencyDeals > 0)
    lines.push({
      key: 'otherCurrency',
      text: t('forecasts.notes.otherCurrency', { count: leftOut.otherCurrencyDeals })
    })
  if (leftOut && leftOut.dealsAfterDataEnd > 0)
    lines.push({ key: 'afterEnd', text: t('forecasts.notes.afterEnd', { count: leftOut.dealsAfterDataEnd, on }) })
  if (lines.length === 0) return null
  return (
    <Section title={t('forecasts.notes.title')}>
      <ul className="forecast-notes">
        {lines.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ul>
    </Section>
  )
}
