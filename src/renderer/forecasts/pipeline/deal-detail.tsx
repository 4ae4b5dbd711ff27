// One open deal: how its chance came about reason by reason, when it is likely to be won, what is known of it, and what people call of it.
import { useEffect } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineDealDetail, PipelineOverview } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { DealCallForm } from './deal-call-form.tsx'
import { DealReasons } from './deal-reasons.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

interface DealDetailProps {
  readonly scenarioId: ScenarioId
  readonly dealId: OpportunityId
  readonly overview: PipelineOverview
  readonly turn: number
}

export function DealDetail({ scenarioId, dealId, overview, turn }: DealDetailProps) {
  const { t, tError } = useText()
  const deal = useQuery('forecasts.pipelineDeal', { scenarioId, dealId })
  const { reload } = deal
  useEffect(() => {
    // The simulation writes nothing that would have it asked for again.
    if (turn > 0) reload()
  }, [turn, reload])
  if (deal.error)
    return (
      <Problem
        title={deal.error.code === 'forecasts.dealNotOpen' ? t('forecasts.pipeline.detail.gone') : tError(deal.error)}
      />
    )
  if (!deal.value) return <Skeleton kind="text" rows={6} />
  const detail = deal.value
  return (
    <div className="pipeline-detail">
      <div>
        <h3>{detail.row.label}</h3>
        <p className="muted small">
          {[detail.row.accountName, detail.row.sellerName, detail.row.stageName].filter(Boolean).join(' · ')}
        </p>
      </div>
      <DealReasons detail={detail} overview={overview} />
      <When detail={detail} overview={overview} />
      <DealCallForm key={detail.row.call?.id ?? 0} detail={detail} currency={overview.currency} />
      <Known detail={detail} />
      <History detail={detail} overview={overview} />
    </div>
  )
}

interface PartProps {
  readonly detail: PipelineDealDetail
  readonly overview: PipelineOverview
}

/** Chances by period, of those with any to see, then what is later and what is never. */
function When({ detail, overview }: PartProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const periods = overview.result?.forecast.periods ?? []
  const { row, periodRatios } = detail
  const lines = [
    ...periodRatios.map((ratio, at) => ({
      key: periods[at]?.periodKey ?? String(at),
      label: words.period(periods[at]?.periodKey ?? ''),
      ratio,
      isShown: ratio >= least
    })),
    {
      key: 'later',
      label: t('forecasts.pipeline.detail.later'),
      ratio: Math.max(0, row.chanceRatio - row.withinRatio),
      isShown: row.chanceRatio - row.withinRatio >= least
    },
    {
      key: 'lost',
      label: t('forecasts.pipeline.detail.lost'),
      ratio: 1 - row.chanceRatio,
      isShown: true
    }
  ].filter((line) => line.isShown)
  const most = Math.max(...lines.map((line) => line.ratio))
  return (
    <Section title={t('forecasts.pipeline.detail.periods')}>
      <ul className="pipeline-sources">
        {lines.map((line) => (
          <li key={line.key}>
            <span>{line.label}</span>
            <Bar ratio={line.ratio} max={most} width={90} tone={line.key === 'lost' ? 'neutral' : 'accent'}>
              <span className="numbers">{format.percent(line.ratio, line.ratio < 0.1 ? 1 : 0)}</span>
            </Bar>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What would show as 0.0 %. */
const least = 0.0005

function Known({ detail }: { readonly detail: PipelineDealDetail }) {
  const { t } = useText()
  const format = useFormat()
  const missing = <Missing reason={t('forecasts.pipeline.detail.notKnown')} />
  const day = (on: PipelineDealDetail['createdOn']) => (on === null ? missing : format.date(on))
  return (
    <Section title={t('forecasts.pipeline.detail.facts')}>
      <KeyValues
        items={[
          { key: 'made', label: t('forecasts.pipeline.detail.made'), value: day(detail.createdOn) },
          {
            key: 'stage',
            label: t('forecasts.pipeline.detail.stageSince', { stage: detail.row.stageName }),
            value: day(detail.stageEnteredOn)
          },
          { key: 'activity', label: t('forecasts.pipeline.detail.lastActivity'), value: day(detail.lastActivityOn) },
          {
            key: 'slips',
            label: t('forecasts.pipeline.detail.slips'),
            value: t('forecasts.pipeline.detail.slipsTimes', { count: detail.row.slips })
          }
        ]}
      />
    </Section>
  )
}

function History({ detail, overview }: PartProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  if (detail.calls.length === 0) return null
  return (
    <Section title={t('forecasts.pipeline.detail.history')}>
      <ul className="pipeline-notes">
        {detail.calls.map((call) => {
          const said = [
            ...(call.category === null ? [] : [words.category(call.category)]),
            ...(call.chanceRatio === null ? [] : [format.percent(call.chanceRatio)]),
            ...(call.amountMinor === null ? [] : [words.money(call.amountMinor)]),
            ...(call.closeOn === null ? [] : [format.date(call.closeOn)]),
            ...(call.note === '' ? [] : [call.note])
          ]
          return (
            <li key={call.id}>
              <span className="muted">{format.date(call.madeOn)}</span>{' '}
              {said.length === 0 ? t('forecasts.pipeline.detail.nothingCalled') : said.join(' · ')}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
