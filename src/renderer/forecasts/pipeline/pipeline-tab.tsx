// The pipeline tab: what becomes of the open deals and of those not yet made, by simulation, with the deals, chances and calls it stands on.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PageAction } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Work } from '#renderer/ui/work.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineOverview, PipelineResult } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'
import { Assumptions } from './assumptions.tsx'
import { Chances } from './chances.tsx'
import { DealDetail } from './deal-detail.tsx'
import { Deals } from './deals.tsx'
import { Groups } from './groups.tsx'
import { Outcome } from './outcome.tsx'
import { PeopleCalls } from './people-calls.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'
import { type Simulation, useSimulation } from './use-simulation.ts'
import { keepPipelineView, sections, usePipelineView } from './view-state.ts'
import './pipeline.css'

export function PipelineTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { go, isLocked, settings } = useSession()
  const { section, choices } = usePipelineView()
  const [dealId, setDealId] = useState<OpportunityId>()
  const simulation = useSimulation(scenarioId, choices)
  const { overview, error } = simulation
  const finding = useFinding(overview)
  const actions = useActions(scenarioId, simulation, isLocked)
  const isEmpty = overview !== undefined && overview.open.deals === 0
  const choose = (id: string) => {
    setDealId(undefined)
    keepPipelineView({ section: sections.find((each) => each === id) ?? 'outcome' })
  }
  const isDetailed = section === 'deals' && dealId !== undefined && overview !== undefined
  return (
    <ForecastPage
      finding={isEmpty ? t('forecasts.pipeline.empty') : finding}
      primary={actions.keep}
      actions={[actions.again]}
      detail={
        isDetailed ? (
          <DealDetail key={dealId} scenarioId={scenarioId} dealId={dealId} overview={overview} turn={simulation.turn} />
        ) : undefined
      }
      detailTitle={isDetailed ? t('forecasts.pipeline.deals.deal') : undefined}
      onCloseDetail={() => setDealId(undefined)}
      isFilling={section === 'deals' && !isEmpty}
    >
      <div className={section === 'deals' && !isEmpty ? 'pipeline pipeline-filling' : 'pipeline'}>
        <div className="pipeline-tools">
          <SegmentedControl
            aria-label={t('forecasts.pipeline.section')}
            value={section}
            data={sections.map((id) => ({ value: id, label: t(`forecasts.pipeline.sections.${id}`) }))}
            onChange={choose}
          />
          <Assumptions choices={choices} overview={overview} />
        </div>
        <State simulation={simulation} />
        {section === 'calls' ? (
          <PeopleCalls currency={settings.currency} />
        ) : isEmpty ? (
          <EmptyState
            title={t('forecasts.pipeline.empty')}
            picture="chart"
            action={{ label: t('forecasts.pipeline.toImport'), onRun: () => go('data') }}
          />
        ) : error ? (
          <Problem title={tError(error)} action={{ label: t('ui.again'), onRun: simulation.reload }} />
        ) : overview?.result ? (
          <Shown
            scenarioId={scenarioId}
            overview={overview}
            result={overview.result}
            turn={simulation.turn}
            dealId={dealId}
            onDeal={setDealId}
          />
        ) : simulation.isHalted ? null : (
          <Skeleton kind="chart" />
        )}
      </div>
    </ForecastPage>
  )
}

interface ShownProps {
  readonly scenarioId: ScenarioId
  readonly overview: PipelineOverview
  readonly result: PipelineResult
  readonly turn: number
  readonly dealId: OpportunityId | undefined
  readonly onDeal: (id: OpportunityId | undefined) => void
}

function Shown({ scenarioId, overview, result, turn, dealId, onDeal }: ShownProps) {
  const { section } = usePipelineView()
  switch (section) {
    case 'deals':
      return (
        <Deals
          scenarioId={scenarioId}
          overview={overview}
          result={result}
          turn={turn}
          dealId={dealId}
          onDeal={onDeal}
        />
      )
    case 'groups':
      return <Groups overview={overview} result={result} />
    case 'chances':
      return <Chances overview={overview} result={result} />
    default:
      return (
        <Outcome
          scenarioId={scenarioId}
          overview={overview}
          result={result}
          onDeal={(id) => {
            keepPipelineView({ section: 'deals' })
            onDeal(id)
          }}
        />
      )
  }
}

/** The simulation while it runs, and why there is none. The last one stays in view meanwhile. */
function State({ simulation }: { readonly simulation: Simulation }) {
  const { t, tError } = useText()
  const format = useFormat()
  const { choices } = usePipelineView()
  // Before the first run the chances are learnt from what has closed, which takes as long.
  const isLearning = (simulation.progress?.done ?? 0) === 0
  if (simulation.isRunning)
    return (
      <Work
        progress={isLearning ? undefined : simulation.progress}
        label={t(isLearning ? 'forecasts.pipeline.learning' : 'forecasts.pipeline.working', {
          runs: format.number(choices.runs),
          deals: format.number(simulation.overview?.open.deals ?? 0)
        })}
        onCancel={simulation.cancel}
      />
    )
  if (!simulation.isHalted) return null
  return (
    <Problem
      title={t(simulation.failure ? 'forecasts.pipeline.failed' : 'forecasts.pipeline.stopped')}
      details={simulation.failure ? tError(simulation.failure) : undefined}
      action={{ label: t('forecasts.pipeline.again'), onRun: simulation.run }}
    />
  )
}

function useActions(
  scenarioId: ScenarioId,
  { overview, isRunning, run }: Simulation,
  isLocked: boolean
): Record<'keep' | 'again', PageAction> {
  const { t } = useText()
  const format = useFormat()
  const keep = useCommand('forecasts.keepPipeline')
  const result = overview?.result ?? null
  const isOutdated = result !== null && (result.hasNewRows || result.hasOtherChoices)
  return {
    keep: {
      label: t('forecasts.pipeline.keep'),
      onRun: () => void keep.run({ scenarioId }),
      isBusy: keep.isBusy,
      isDisabled: isLocked || result === null || isOutdated || isRunning,
      hint: t(
        isLocked ? 'forecasts.locked' : isOutdated ? 'forecasts.pipeline.keepOutdated' : 'forecasts.pipeline.keepHint'
      )
    },
    again: {
      label: t('forecasts.pipeline.again'),
      onRun: run,
      isDisabled: isRunning || overview === undefined || overview.open.deals === 0,
      hint:
        result === null || isOutdated
          ? t('forecasts.pipeline.againHint')
          : t('forecasts.pipeline.freshHint', { on: format.dateTime(result.madeAt) })
    }
  }
}

/** The range before the middle, then the chance of reaching the target. */
function useFinding(overview: PipelineOverview | undefined): string | undefined {
  const { t } = useText()
  const { settings } = useSession()
  const words = usePipelineWords(overview?.currency ?? settings.currency)
  if (!overview) return undefined
  const { result } = overview
  if (!result) return t('forecasts.pipeline.finding.none')
  const { total } = result
  const [low = '', high = '', middle = ''] = words.short(total.p10Minor, total.p90Minor, total.p50Minor)
  const range = t('forecasts.pipeline.finding.range', {
    low,
    high,
    end: words.period(total.fiscalYear === null ? total.toKey : `FY${total.fiscalYear}`),
    middle
  })
  const reach =
    total.target === null || total.reachRatio === null
      ? []
      : [
          t('forecasts.pipeline.finding.reach', {
            chance: words.chance(total.reachRatio),
            target: words.money(total.target.amountMinor)
          })
        ]
  const outdated = result.hasNewRows || result.hasOtherChoices ? [t('forecasts.pipeline.outdated')] : []
  return [range, ...reach, ...outdated].join(' ')
}
