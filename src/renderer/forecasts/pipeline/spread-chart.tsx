// How the runs spread by their total, with the target and P10, P50 and P90 marked.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart, type ChartMark } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PipelineResult } from '#shared/forecasts/pipeline-view-types.ts'
import { minorPerUnit } from '#shared/units/money.ts'
import { findBin, makeHistogram } from './histogram.ts'
import { usePipelineWords } from './use-pipeline-words.ts'

export function SpreadChart({ result }: { readonly result: PipelineResult }) {
  const { t } = useText()
  const format = useFormat()
  const { forecast, total } = result
  const { currency } = forecast
  const words = usePipelineWords(currency)
  const histogram = makeHistogram(total.percentilesMinor)
  if (histogram === undefined)
    return <p className="muted">{t('forecasts.pipeline.spread.point', { amount: words.money(total.p50Minor) })}</p>
  const edges = histogram.edges.slice(1)
  const short = edges.map((edge) => format.compact(edge / minorPerUnit(currency)))
  // Bins may be finer than a short number tells.
  const labels =
    new Set(short).size < short.length ? edges.map((edge) => format.money(edge, currency, { isBare: true })) : short
  const mark = (key: string, label: string, minor: number, tone: ChartMark['tone']): ChartMark[] => {
    const bin = findBin(histogram, minor)
    const at = bin === null ? undefined : labels[bin]
    return at === undefined ? [] : [{ key, label, at, tone }]
  }
  // Of percentiles 0.5, 1.5 … the quarters lie halfway between two.
  const between = (at: number) =>
    Math.round(((total.percentilesMinor[at - 1] ?? 0) + (total.percentilesMinor[at] ?? 0)) / 2)
  const [low, high] = words.short(between(25), between(75))
  return (
    <Chart
      kind="bar"
      title={t('forecasts.pipeline.spread.title', { low: low ?? '', high: high ?? '' })}
      subtitle={t('forecasts.pipeline.spread.subtitle', { runs: format.number(forecast.runs), currency })}
      labels={labels}
      labelName={t('forecasts.pipeline.spread.label')}
      unit={{ kind: 'percent', digits: 1 }}
      series={[{ key: 'share', label: t('forecasts.pipeline.spread.share'), values: histogram.shares, color: 2 }]}
      marks={[
        ...mark('p10', t('forecasts.pipeline.spread.p10'), total.p10Minor, 'muted'),
        ...mark('p50', t('forecasts.pipeline.spread.p50'), total.p50Minor, 'accent'),
        ...mark('p90', t('forecasts.pipeline.spread.p90'), total.p90Minor, 'muted'),
        ...(total.target
          ? mark('target', t('forecasts.pipeline.spread.target'), total.target.amountMinor, 'amber')
          : [])
      ]}
      height={250}
      exportName="pipeline-spread"
    />
  )
}
