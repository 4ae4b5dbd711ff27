// What the history of a forecast stands on, below the forecast: large deals, changed definitions, empty periods, drivers and typed totals, each
// with what can be decided about it.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { AskedCut, ForecastGrain, SalesSeries, SeriesSource } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { SeriesChanges } from './series-changes.tsx'
import { SeriesDrivers } from './series-drivers.tsx'
import { SeriesEmpty } from './series-empty.tsx'
import { SeriesOneOffs } from './series-one-offs.tsx'
import { SeriesTotals } from './series-totals.tsx'
import './series.css'

const parts = ['oneOffs', 'changes', 'empty', 'drivers', 'totals'] as const
type Part = (typeof parts)[number]

export interface SeriesPanelProps {
  readonly scenarioId: ScenarioId
  readonly cut: AskedCut
  readonly source: SeriesSource
  readonly grain: ForecastGrain
  readonly dataAsOf?: IsoDate | undefined
  /** Coming periods for which drivers are listed. */
  readonly horizon?: number | undefined
  /** The series as the forecast uses it; absent where nothing was sold. */
  readonly series: SalesSeries | undefined
  readonly isLocked: boolean
}

export function SeriesPanel({ scenarioId, cut, source, grain, dataAsOf, horizon, series, isLocked }: SeriesPanelProps) {
  const { t, tError } = useText()
  const [part, setPart] = useState<Part>(source === 'totals' ? 'totals' : 'oneOffs')
  const detail = useQuery('forecasts.seriesDetail', {
    scenarioId,
    cut,
    source,
    grain,
    ...(dataAsOf === undefined ? {} : { dataAsOf }),
    ...(horizon === undefined ? {} : { horizon })
  })
  const { value } = detail
  const counts: Record<Part, number> = {
    oneOffs: value?.oneOffs.filter((deal) => deal.isFound || deal.decision !== null).length ?? 0,
    changes: (value?.changes.length ?? 0) + (value?.foundBreak ? 1 : 0),
    empty: (series?.emptyPeriods.length ?? 0) + (series?.filledPeriods?.length ?? 0),
    drivers: value?.drivers.length ?? 0,
    totals: value?.totals.length ?? 0
  }
  const nameOf = (each: Part) => t(`forecasts.series.parts.${each}`)
  return (
    <Section title={t('forecasts.series.title')} subtitle={t('forecasts.series.subtitle')} isCard>
      <SegmentedControl
        className="series-parts"
        aria-label={t('forecasts.series.partsLabel')}
        value={part}
        data={parts.map((each) => ({
          value: each,
          label: counts[each] > 0 ? `${nameOf(each)} ${counts[each]}` : nameOf(each)
        }))}
        onChange={(value) => setPart(parts.find((each) => each === value) ?? 'oneOffs')}
      />
      {detail.error ? (
        <Problem title={tError(detail.error)} action={{ label: t('ui.again'), onRun: detail.reload }} />
      ) : value === undefined ? (
        <Skeleton kind="text" rows={4} />
      ) : part === 'oneOffs' ? (
        <SeriesOneOffs detail={value} source={source} />
      ) : part === 'changes' ? (
        <SeriesChanges scenarioId={scenarioId} cut={cut} series={series} detail={value} isLocked={isLocked} />
      ) : part === 'empty' ? (
        <SeriesEmpty scenarioId={scenarioId} cut={cut} series={series} isLocked={isLocked} />
      ) : part === 'drivers' ? (
        <SeriesDrivers scenarioId={scenarioId} grain={grain} detail={value} isLocked={isLocked} />
      ) : (
        <SeriesTotals scenarioId={scenarioId} cut={cut} grain={grain} detail={value} />
      )}
    </Section>
  )
}
