// History and forecast in one picture: what was sold, the middle, and the ranges around it.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart, type ChartBand, type ChartSeries } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { LookBack } from '#shared/forecasts/method-types.ts'
import type { SeriesDetail } from '#shared/forecasts/series-types.ts'
import type { ForecastDraft, ForecastPoint } from '#shared/forecasts/types.ts'
import { useChartMarks } from './use-chart-marks.ts'
import { useForecastWords } from './use-words.ts'

type Rank = 'low80Minor' | 'high80Minor' | 'low95Minor' | 'high95Minor' | 'middleMinor'

interface ForecastChartProps {
  readonly draft: ForecastDraft
  /** What would have been said before, over the periods it was said of. */
  readonly seenBack: LookBack | undefined
  /** What is known of the history, for what is marked in it. */
  readonly detail: SeriesDetail | undefined
}

/** How much of the history leaves the coming periods room. */
const mostShown = { week: 78, month: 24, quarter: 12 }

export function ForecastChart({ draft, seenBack, detail }: ForecastChartProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { series, points } = draft
  const { currency } = series
  const shown = series.points.slice(-mostShown[series.grain])
  const labels = [...shown, ...points].map((point) => words.period(point.periodKey))
  // Only periods in view can be marked.
  const marks = useChartMarks(draft, detail).filter((mark) => 'at' in mark && labels.includes(mark.at))
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
  // The baseline is drawn unless it is the forecast itself.
  if (draft.baseline && draft.baseline.method !== draft.method)
    list.push({
      key: 'baseline',
      label: t('forecasts.chart.baseline', { method: t(`forecasts.methods.${draft.baseline.method}.name`) }),
      values: [...shown.map(() => null), ...draft.baseline.middleMinor],
      kind: 'line',
      color: 'muted',
      isDashed: true
    })
  if (seenBack) {
    const said = new Map(seenBack.points.map((point) => [point.periodKey, point.middleMinor]))
    list.push({
      key: 'before',
      label: t('forecasts.methodWords.lookBackLine', { period: words.period(seenBack.knownToKey) }),
      values: [...shown.map((point) => said.get(point.periodKey) ?? null), ...points.map(() => null)],
      kind: 'line',
      color: 4,
      isDashed: true
    })
  }
  if (shown.some((point) => point.recordedMinor !== undefined))
    list.splice(1, 0, {
      key: 'recorded',
      label: t('forecasts.chart.recorded'),
      values: [...shown.map((point) => point.recordedMinor ?? null), ...points.map(() => null)],
      kind: 'line',
      color: 'amber'
    })
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
        what: t(`forecasts.series.sources.${series.source}`),
        period: t(`forecasts.period.${series.grain}`),
        currency,
        on: format.date(series.dataAsOf)
      })}
      labels={labels}
      labelName={t(`forecasts.grains.${series.grain}`)}
      unit={{ kind: 'money', currency }}
      series={list}
      bands={bands}
      marks={marks}
      height={260}
      exportName="forecast"
    />
  )
}
