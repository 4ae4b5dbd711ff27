// What comes by period: booked, from open deals, from deals not made yet, with the range of the runs and the target.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart, type ChartSeries } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PipelineResult } from '#shared/forecasts/pipeline-view-types.ts'
import { usePipelineWords } from './use-pipeline-words.ts'

export function PeriodChart({ result }: { readonly result: PipelineResult }) {
  const { t } = useText()
  const format = useFormat()
  const { forecast, choices } = result
  const { currency, periods } = forecast
  const words = usePipelineWords(currency)
  const strongest = periods.toSorted((one, other) => other.p50Minor - one.p50Minor)[0]
  const [low, high] = strongest ? words.short(strongest.p10Minor, strongest.p90Minor) : []
  // Of a year that has not begun nothing can be booked yet.
  const hasBooked = periods.some((period) => period.bookedMinor !== 0)
  const hasTargets = periods.some((period) => period.targetMinor !== null)
  const series: ChartSeries[] = [
    ...(hasBooked
      ? [
          {
            key: 'booked',
            label: t('forecasts.pipeline.chart.booked'),
            values: periods.map((period) => period.bookedMinor),
            color: 1 as const
          }
        ]
      : []),
    {
      key: 'open',
      label: t('forecasts.pipeline.chart.open'),
      values: periods.map((period) => period.openMinor),
      color: 2
    },
    ...(forecast.newDeals === null
      ? []
      : [
          {
            key: 'new',
            label: t('forecasts.pipeline.chart.new'),
            values: periods.map((period) => period.newMinor),
            color: 3 as const
          }
        ]),
    // A band over one period has no width: its ends are drawn as points.
    ...(periods.length > 1
      ? []
      : (['p10', 'p90'] as const).map((rank) => ({
          key: rank,
          label: t(`forecasts.pipeline.periods.${rank}`),
          values: periods.map((period) => period[`${rank}Minor`]),
          kind: 'line' as const,
          color: 'muted' as const
        }))),
    ...(hasTargets
      ? [
          {
            key: 'target',
            label: t('forecasts.pipeline.chart.target'),
            values: periods.map((period) => period.targetMinor),
            kind: 'line' as const,
            color: 'amber' as const,
            isDashed: true
          }
        ]
      : [])
  ]
  return (
    <Chart
      kind="stacked-bar"
      title={
        strongest
          ? t('forecasts.pipeline.chart.title', {
              period: words.period(strongest.periodKey),
              low: low ?? '',
              high: high ?? ''
            })
          : ''
      }
      subtitle={t('forecasts.pipeline.chart.subtitle', {
        grain: t(`forecasts.pipeline.chart.grain.${choices.grain}`),
        currency,
        on: format.date(forecast.asOf)
      })}
      labels={periods.map((period) => words.period(period.periodKey))}
      labelName={t('forecasts.pipeline.periods.period')}
      unit={{ kind: 'money', currency }}
      series={series}
      bands={
        periods.length < 2
          ? []
          : [
              {
                key: '80',
                label: t('forecasts.pipeline.chart.range'),
                low: periods.map((period) => period.p10Minor),
                high: periods.map((period) => period.p90Minor),
                color: 2
              }
            ]
      }
      height={250}
      exportName="pipeline-forecast"
    />
  )
}
