// The chances by stage and segment: how many deals they stand on, what was observed, what it was drawn towards, and the range.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Why, WhySteps } from '#renderer/ui/why.tsx'
import type { StageChance } from '#shared/forecasts/pipeline-types.ts'
import type { ResultProps } from './outcome.tsx'

export function StageTable({ overview, result }: ResultProps) {
  const { t } = useText()
  const { stageChances } = result.forecast
  const columns = useMemo((): Column<StageChance>[] => {
    const order = overview.stages.map((stage) => stage.id)
    const stageName = (row: StageChance) => overview.stages.find((stage) => stage.id === row.stageId)?.name ?? ''
    const ratio = (
      key: 'observed' | 'prior' | 'low' | 'high',
      value: (row: StageChance) => number | null,
      more: Partial<Column<StageChance>> = {}
    ): Column<StageChance> => ({
      key,
      header: t(`forecasts.pipeline.chances.${key}`),
      kind: 'percent',
      width: 94,
      value,
      ...more
    })
    const count = (key: 'n' | 'won' | 'stillOpen', value: (row: StageChance) => number): Column<StageChance> => ({
      key,
      header: t(`forecasts.pipeline.chances.${key}`),
      kind: 'number',
      width: 78,
      value
    })
    return [
      {
        key: 'stage',
        header: t('forecasts.pipeline.chances.stage'),
        kind: 'custom',
        width: 120,
        value: (row) => order.indexOf(row.stageId),
        text: stageName,
        render: stageName,
        isGroupable: true
      },
      {
        key: 'segment',
        header: t('forecasts.pipeline.chances.segment'),
        kind: 'text',
        width: 110,
        value: (row) => row.segment ?? t('forecasts.pipeline.chances.allSegments'),
        isGroupable: true
      },
      ratio('low', (row) => row.lowRatio),
      {
        key: 'chance',
        header: t('forecasts.pipeline.chances.chance'),
        kind: 'percent',
        width: 84,
        value: (row) => row.chanceRatio,
        render: (row) => <WhyChance row={row} stage={stageName(row)} />
      },
      ratio('high', (row) => row.highRatio),
      count('n', (row) => row.n),
      count('won', (row) => row.won),
      count('stillOpen', (row) => row.open),
      ratio('observed', (row) => row.observedRatio, { missing: t('forecasts.pipeline.chances.noObserved') }),
      ratio('prior', (row) => row.priorRatio, { width: 112 })
    ]
  }, [t, overview.stages])
  if (stageChances.length === 0) return <p className="muted">{t('forecasts.pipeline.chances.noStages')}</p>
  return (
    <DataTable
      label={t('forecasts.pipeline.chances.stagesLabel')}
      layoutName="pipeline-stages"
      columns={columns}
      rows={stageChances}
      rowKey={(row) => `${row.stageId} ${row.segment ?? ''}`}
      height={stageChances.length > 10 ? 380 : 'auto'}
      search={false}
      exportName="pipeline-stages"
    />
  )
}

function WhyChance({ row, stage }: { readonly row: StageChance; readonly stage: string }) {
  const { t } = useText()
  const format = useFormat()
  const weight = row.n + row.priorStrength > 0 ? row.n / (row.n + row.priorStrength) : 0
  return (
    <Why
      title={t('forecasts.pipeline.chances.why', { stage, chance: format.percent(row.chanceRatio) })}
      of={<Percent ratio={row.chanceRatio} />}
    >
      <WhySteps
        steps={[
          {
            key: 'observed',
            label: t('forecasts.pipeline.chances.whyObserved'),
            value: <Percent ratio={row.observedRatio} n={row.n} reason={t('forecasts.pipeline.chances.noObserved')} />
          },
          {
            key: 'prior',
            label: t('forecasts.pipeline.chances.whyPrior'),
            value: format.percent(row.priorRatio)
          },
          {
            key: 'weight',
            label: t('forecasts.pipeline.chances.whyWeight', {
              n: format.number(row.n),
              strength: format.number(row.priorStrength, 1)
            }),
            value: format.percent(weight)
          },
          {
            key: 'result',
            label: t('forecasts.pipeline.chances.chance'),
            value: format.percent(row.chanceRatio, 1),
            isResult: true
          }
        ]}
      />
    </Why>
  )
}
