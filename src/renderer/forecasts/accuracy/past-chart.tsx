// Past forecasts as they were made, beside what came; and how the error grows with the distance.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart, type ChartBand, type ChartSeries } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { fewestToTell } from '#shared/forecasts/accuracy/scores.ts'
import type { AccuracyView } from '#shared/forecasts/accuracy-types.ts'
import { useForecastWords } from '../outlook/use-words.ts'

/** More lines than this can't be told apart. */
const mostLines = 5

export function PastChart({ view }: { readonly view: AccuracyView }) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { sold, past, grain, currency } = view
  const score = view.methods.find((each) => each.method === 'automatic')?.score
  const latest = past.at(-1)
  // Every other one of many: the lines then reach over the whole of the picture.
  const before = spread(
    past
      .slice(0, -1)
      // One that starts with the same period as the latest would lie under it.
      .filter((each) => each.points[0]?.periodKey !== latest?.points[0]?.periodKey)
      .slice(grain === 'month' ? -18 : -8)
  )
  const shown = sold.slice(grain === 'month' ? -24 : -12)
  const ahead = (latest?.points ?? []).slice(0, grain === 'month' ? 12 : 4)
  const keys = [...new Set([...shown, ...ahead].map((point) => point.periodKey))]
  const line = (points: readonly { periodKey: string; value: number | null }[]) => {
    const found = new Map(points.map(({ periodKey, value }) => [periodKey, value]))
    return keys.map((key) => found.get(key) ?? null)
  }
  const series: ChartSeries[] = [
    ...before.map(
      (each): ChartSeries => ({
        key: each.dataAsOf,
        label: t('forecasts.accuracy.chart.past', { day: format.date(each.dataAsOf) }),
        values: line(each.points.map((point) => ({ periodKey: point.periodKey, value: point.middleMinor }))),
        kind: 'line',
        color: 'muted',
        isDashed: each.origin === 'replayed'
      })
    ),
    {
      key: 'sold',
      label: t('forecasts.accuracy.chart.sold'),
      values: line(shown.map((point) => ({ periodKey: point.periodKey, value: point.amountMinor }))),
      kind: 'bar',
      color: 1
    }
  ]
  const bands: ChartBand[] = []
  if (latest) {
    series.push({
      key: 'latest',
      label: t('forecasts.accuracy.chart.latest', { day: format.date(latest.dataAsOf) }),
      values: line(ahead.map((point) => ({ periodKey: point.periodKey, value: point.middleMinor }))),
      kind: 'line',
      color: 2
    })
    if (ahead.some((point) => point.low80Minor !== null))
      bands.push({
        key: '80',
        label: t('forecasts.accuracy.chart.range'),
        low: line(ahead.map((point) => ({ periodKey: point.periodKey, value: point.low80Minor }))),
        high: line(ahead.map((point) => ({ periodKey: point.periodKey, value: point.high80Minor }))),
        color: 2
      })
  }
  return (
    <Chart
      kind="bar"
      title={
        score === undefined || score.n === 0
          ? t('forecasts.accuracy.chart.title')
          : t('forecasts.accuracy.chart.finding', {
              n: format.number(score.n),
              low: format.number(score.tooLow),
              high: format.number(score.tooHigh)
            })
      }
      subtitle={t('forecasts.accuracy.chart.subtitle', {
        cut: words.cut(view.cut),
        period: t(`forecasts.period.${grain}`),
        currency
      })}
      labels={keys.map(words.period)}
      labelName={t(`forecasts.grains.${grain}`)}
      unit={{ kind: 'money', currency }}
      series={series}
      bands={bands}
      height={230}
      exportName="forecast-accuracy"
      note={before.length === 0 ? t('forecasts.accuracy.chart.none') : undefined}
    />
  )
}

function spread<Each>(list: readonly Each[]): Each[] {
  const every = Math.ceil(list.length / mostLines)
  return list.filter((_, at) => (list.length - 1 - at) % Math.max(1, every) === 0)
}

export function HorizonChart({ view }: { readonly view: AccuracyView }) {
  const { t } = useText()
  const format = useFormat()
  const { horizons, grain } = view
  const ofMethod = (steps: (typeof horizons)[number], method: string) =>
    steps.methods.find((each) => each.method === method)?.score
  const all = horizons.filter((each) => ofMethod(each, 'automatic') !== undefined)
  // A distance compared once or twice says nothing of it, unless there is nothing else yet.
  const told = all.filter((each) => (ofMethod(each, 'automatic')?.periods ?? 0) >= fewestToTell)
  const compared = told.length > 0 ? told : all
  const [near, far] = [compared[0], compared.at(-1)]
  const counts = compared.map((each) => ofMethod(each, 'automatic')?.n ?? 0)
  const ratio = (steps: typeof near) => {
    const wape = steps && ofMethod(steps, 'automatic')?.wapeRatio
    return wape === null || wape === undefined ? '–' : format.percent(wape)
  }
  const ahead = (steps: number) => t('forecasts.accuracy.ahead', { count: steps })
  const values = (method: string) => compared.map((each) => ofMethod(each, method)?.wapeRatio ?? null)
  const hasPipeline = compared.some((each) => ofMethod(each, 'pipeline') !== undefined)
  return (
    <Chart
      kind="line"
      title={
        near === undefined
          ? t('forecasts.accuracy.horizon.none')
          : far === undefined || far === near
            ? t('forecasts.accuracy.horizon.titleOne', { near: ahead(near.steps), nearRatio: ratio(near) })
            : t('forecasts.accuracy.horizon.title', {
                near: String(near.steps),
                nearRatio: ratio(near),
                far: String(far.steps),
                farRatio: ratio(far)
              })
      }
      subtitle={t('forecasts.accuracy.horizon.subtitle', {
        period: t(`forecasts.period.${grain}`),
        most: format.number(Math.max(0, ...counts)),
        least: format.number(counts.length > 0 ? Math.min(...counts) : 0)
      })}
      labels={compared.map((each) => String(each.steps))}
      labelName={t('forecasts.accuracy.horizon.label')}
      unit={{ kind: 'percent' }}
      series={[
        { key: 'automatic', label: t('forecasts.accuracy.methods.automatic'), values: values('automatic'), color: 2 },
        ...(hasPipeline
          ? [
              {
                key: 'pipeline',
                label: t('forecasts.accuracy.methods.pipeline'),
                values: values('pipeline'),
                color: 3 as const
              }
            ]
          : []),
        {
          key: 'baseline',
          label: t('forecasts.accuracy.methods.baseline'),
          values: values('baseline'),
          color: 'muted',
          isDashed: true
        }
      ]}
      height={170}
      exportName="forecast-accuracy-ahead"
    />
  )
}
