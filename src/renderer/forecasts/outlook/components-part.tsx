// What the history is made of: its level as a line over what was sold, and the season of the latest year, both in a picture and in words.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { WhyNote } from '#renderer/ui/why.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import type { SeriesComponents } from '#shared/forecasts/method-types.ts'
import type { SalesSeries } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'

interface ComponentsPartProps {
  readonly asked: ArgsOf<'forecasts.explain'>
  readonly series: SalesSeries
}

export function ComponentsPart({ asked, series }: ComponentsPartProps) {
  const { t, tError } = useText()
  const found = useQuery('forecasts.explain', asked)
  if (found.error) return <Problem title={tError(found.error)} action={{ label: t('ui.again'), onRun: found.reload }} />
  if (found.value === undefined) return <Skeleton kind="chart" />
  if (found.value === null) return <p className="muted">{t('forecasts.methodWords.parts.none')}</p>
  return (
    <>
      <LevelChart components={found.value} series={series} />
      <SeasonChart components={found.value} series={series} />
      <WhyNote>{t('forecasts.methodWords.parts.source')}</WhyNote>
    </>
  )
}

interface DrawnProps {
  readonly components: SeriesComponents
  readonly series: SalesSeries
}

function LevelChart({ components, series }: DrawnProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { currency, grain } = series
  const { trendMinor, yearChangeRatio, yearChangeMinor } = components
  const points = series.points.slice(-trendMinor.length)
  const level = format.money(trendMinor.at(-1) ?? 0, currency, { digits: 0 })
  const period = t(`forecasts.period.${grain}`)
  const change =
    yearChangeRatio !== null
      ? format.signedPercent(yearChangeRatio)
      : yearChangeMinor === null
        ? null
        : format.signedMoney(yearChangeMinor, currency, { digits: 0 })
  return (
    <Chart
      kind="bar"
      title={
        change === null
          ? t('forecasts.methodWords.parts.titleShort', { level, period })
          : t('forecasts.methodWords.parts.title', { level, period, change })
      }
      subtitle={t('forecasts.methodWords.parts.subtitle', { currency })}
      labels={points.map((point) => words.period(point.periodKey))}
      labelName={t(`forecasts.grains.${grain}`)}
      unit={{ kind: 'money', currency }}
      series={[
        {
          key: 'sold',
          label: t('forecasts.methodWords.parts.sold'),
          values: points.map((point) => point.amountMinor),
          kind: 'bar',
          color: 'muted'
        },
        { key: 'level', label: t('forecasts.methodWords.parts.level'), values: trendMinor, kind: 'line', color: 2 }
      ]}
      height={200}
      exportName="level"
    />
  )
}

function SeasonChart({ components, series }: DrawnProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { currency, grain } = series
  const { season, seasonStrengthRatio, missingPeriods, kind } = components
  if (season === null)
    return <p className="muted">{t('forecasts.methodWords.parts.noSeason', { count: missingPeriods })}</p>
  const partOf = (each: (typeof season)[number]): number =>
    kind === 'ratios' ? (each.ratio ?? 1) - 1 : (each.amountMinor ?? 0)
  const say = (value: number) =>
    kind === 'ratios' ? format.signedPercent(value) : format.signedMoney(value, currency, { digits: 0 })
  const sorted = season.toSorted((one, other) => partOf(other) - partOf(one))
  const [strong, weak] = [sorted[0], sorted.at(-1)]
  if (!strong || !weak) return null
  return (
    <Chart
      kind="bar"
      title={t('forecasts.methodWords.parts.seasonTitle', {
        strong: words.period(strong.periodKey),
        most: say(partOf(strong)),
        weak: words.period(weak.periodKey),
        least: say(partOf(weak))
      })}
      subtitle={t('forecasts.methodWords.parts.seasonSubtitle')}
      labels={season.map((each) => words.period(each.periodKey))}
      labelName={t(`forecasts.grains.${grain}`)}
      unit={kind === 'ratios' ? { kind: 'percent' } : { kind: 'money', currency }}
      series={[{ key: 'season', label: t('forecasts.methodWords.parts.season'), values: season.map(partOf), color: 2 }]}
      height={150}
      exportName="season"
      note={
        seasonStrengthRatio === null
          ? undefined
          : t('forecasts.methodWords.parts.strength', { share: format.percent(seasonStrengthRatio) })
      }
    />
  )
}
