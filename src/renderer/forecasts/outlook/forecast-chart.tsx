// History and forecast in one picture: what was sold, the middle, and the ranges around it.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart, type ChartBand, type ChartSeries } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ForecastDraft, ForecastPoint } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'

type Rank = 'low80Minor' | 'high80Minor' | 'low95Minor' | 'high95Minor' | 'middleMinor'

export function ForecastChart({ draft }: { readonly draft: ForecastDraft }) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { series, points } = draft
  const { currency } = series
  const isMonthly = series.grain === 'month'
  // Three years of months leave the coming ones too little room: two are enough to see the season.
  const shown = isMonthly ? series.points.slice(-24) : series.points.slice(-12)
  const before = shown.length
  const money = (minor: number | null) => (minor === null ? '' : format.money(minor, currency, { digits: 0 }))
  const ahead = (pick: Rank): (number | null)[] => [
    ...Array.from({ length: before }, () => null),
    ...points.map((point: ForecastPoint) => point[pick])
  ]
  const runningAt = points.findIndex((point) => point.periodKey === series.partial?.periodKey)
  const list: ChartSeries[] = [
    {
      key: 'sold',
      label: t('forecasts.chart.sold'),
      values: [...shown.map((point) => point.amountMinor), ...points.map(() => null)],
      kind: 'bar',
      color: 1
    },
    { key: 'middle', label: t('forecasts.chart.middle'), values: ahead('middleMinor'), kind: 'line', color: 2 }
  ]
  if (series.partial && runningAt >= 0)
    list.splice(1, 0, {
      key: 'running',
      label: t('forecasts.chart.running'),
      values: [
        ...shown.map(() => null),
        ...points.map((_, at) => (at === runningAt ? (series.partial?.amountMinor ?? null) : null))
      ],
      kind: 'bar',
      color: 'muted'
    })
  const bands: ChartBand[] =
    draft.rangeBasis === 'none'
      ? []
      : [
          {
            key: '95',
            label: t('forecasts.chart.range95'),
            low: ahead('low95Minor'),
            high: ahead('high95Minor'),
            color: 2
          },
          {
            key: '80',
            label: t('forecasts.chart.range80'),
            low: ahead('low80Minor'),
            high: ahead('high80Minor'),
            color: 2
          }
        ]
  const strongest = points.toSorted((one, other) => other.middleMinor - one.middleMinor)[0]
  const title = !strongest
    ? ''
    : t(strongest.low80Minor === null ? 'forecasts.chart.titleNoRange' : 'forecasts.chart.title', {
        period: words.period(strongest.periodKey),
        low: money(strongest.low80Minor),
        high: money(strongest.high80Minor),
        middle: money(strongest.middleMinor)
      })
  return (
    <Chart
      kind="bar"
      title={title}
      subtitle={t('forecasts.chart.subtitle', {
        period: t(`forecasts.period.${series.grain}`),
        currency,
        on: format.date(series.dataAsOf)
      })}
      labels={[...shown, ...points].map((point) => words.period(point.periodKey))}
      labelName={t(`forecasts.grains.${series.grain}`)}
      unit={{ kind: 'money', currency }}
      series={list}
      bands={bands}
      height={260}
      exportName="forecast"
    />
  )
}
