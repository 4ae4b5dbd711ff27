// How the simulation is asked for: the grain in view, and behind a button new deals, the record, stale days, common swings, runs and seed.
import { Button, Popover, SegmentedControl, Select, Switch } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PipelineChoices, PipelineGrain, PipelineOverview } from '#shared/forecasts/pipeline-view-types.ts'
import { keepPipelineView } from './view-state.ts'
import { WholeNumber } from './whole-number.tsx'

const grains: readonly PipelineGrain[] = ['week', 'month', 'quarter']
const runCounts = [1_000, 10_000, 50_000, 100_000]
/** Standard deviations of log-odds: about so many per cent up or down. */
const shocks = { learnt: null, none: 0, small: 0.1, large: 0.3 } as const
type Shock = keyof typeof shocks
const shockIds: readonly Shock[] = ['learnt', 'none', 'small', 'large']

interface AssumptionsProps {
  readonly choices: PipelineChoices
  readonly overview: PipelineOverview | undefined
}

export function Assumptions({ choices, overview }: AssumptionsProps) {
  const { t } = useText()
  const format = useFormat()
  const change = (next: Partial<PipelineChoices>) => keepPipelineView({ choices: { ...choices, ...next } })
  const learnt = overview?.result?.choices.shockSize === null ? overview.result.forecast.shockSize : undefined
  return (
    <div className="pipeline-assumptions">
      {overview && overview.planYear > overview.runningYear && choices.grain !== 'week' ? (
        <SegmentedControl
          aria-label={t('forecasts.pipeline.reach')}
          value={choices.reach}
          data={[
            { value: 'runningYear', label: t('ui.period.year', { year: String(overview.runningYear) }) },
            { value: 'planYear', label: t('ui.period.year', { year: String(overview.planYear) }) }
          ]}
          onChange={(value) => change({ reach: value === 'runningYear' ? 'runningYear' : 'planYear' })}
        />
      ) : null}
      <SegmentedControl
        aria-label={t('forecasts.pipeline.grain')}
        value={choices.grain}
        data={grains.map((value) => ({ value, label: t(`forecasts.pipeline.grains.${value}`) }))}
        onChange={(value) => change({ grain: grains.find((each) => each === value) ?? 'month' })}
      />
      <Popover width={320} position="bottom-end" trapFocus>
        <Popover.Target>
          <Button leftSection={<IconAdjustments size={16} />}>{t('forecasts.pipeline.assumptions')}</Button>
        </Popover.Target>
        <Popover.Dropdown className="pipeline-fields" aria-label={t('forecasts.pipeline.assumptions')}>
          <Switch
            label={t('forecasts.pipeline.hasNewDeals')}
            description={t('forecasts.pipeline.hasNewDealsHelp')}
            checked={choices.hasNewDeals}
            onChange={(event) => change({ hasNewDeals: event.currentTarget.checked })}
          />
          <Switch
            label={t('forecasts.pipeline.hasRecord')}
            description={t('forecasts.pipeline.hasRecordHelp')}
            checked={choices.hasRecord}
            onChange={(event) => change({ hasRecord: event.currentTarget.checked })}
          />
          <WholeNumber
            label={t('forecasts.pipeline.staleDays')}
            value={choices.staleDays}
            min={1}
            max={3_650}
            onCommit={(staleDays) => change({ staleDays })}
          />
          <Select
            label={t('forecasts.pipeline.shock')}
            description={
              learnt === undefined
                ? undefined
                : t('forecasts.pipeline.shockHelp', { size: `± ${format.percent(learnt, 1)}` })
            }
            value={shockIds.find((id) => shocks[id] === choices.shockSize) ?? 'learnt'}
            data={shockIds.map((value) => ({ value, label: t(`forecasts.pipeline.shocks.${value}`) }))}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => change({ shockSize: shocks[shockIds.find((id) => id === value) ?? 'learnt'] })}
          />
          <Select
            label={t('forecasts.pipeline.runs')}
            value={String(choices.runs)}
            data={runCounts.map((count) => ({ value: String(count), label: format.number(count) }))}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => change({ runs: Number(value ?? choices.runs) })}
          />
          <WholeNumber
            label={t('forecasts.pipeline.seed')}
            help={t('forecasts.pipeline.seedHelp')}
            value={choices.seed}
            min={0}
            max={0xffff_ffff}
            onCommit={(seed) => change({ seed })}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
