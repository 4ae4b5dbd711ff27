// How a deal's chance came about: where it starts from, and each reason with what it stands on and what the chance is after it.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Why, WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { ChanceReason, LearntChance, OddsFactor } from '#shared/forecasts/pipeline-types.ts'
import type { PipelineDealDetail, PipelineOverview } from '#shared/forecasts/pipeline-view-types.ts'
import { usePipelineWords } from './use-pipeline-words.ts'

interface DealReasonsProps {
  readonly detail: PipelineDealDetail
  readonly overview: PipelineOverview
}

export function DealReasons({ detail, overview }: DealReasonsProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const { row, reasons } = detail
  const stageName = (id: number) => overview.stages.find((stage) => stage.id === id)?.name ?? ''
  const basis = (chance: LearntChance) =>
    t('forecasts.pipeline.reasons.basis', {
      won: format.number(chance.won),
      n: format.number(chance.n),
      prior: format.percent(chance.priorRatio),
      strength: format.number(chance.priorStrength, chance.priorStrength < 10 ? 1 : 0),
      low: format.percent(chance.lowRatio),
      high: format.percent(chance.highRatio)
    })
  const oddsNote = (odds: OddsFactor) =>
    odds.n + odds.open === 0
      ? t('forecasts.pipeline.reasons.declared')
      : t('forecasts.pipeline.reasons.odds', {
          won: format.number(odds.won),
          n: format.number(odds.n),
          low: format.number(odds.lowFactor, 2),
          high: format.number(odds.highFactor, 2)
        })
  const times = (factor: number) => `× ${format.number(factor, 2)}`
  const say = (reason: ChanceReason): Omit<WhyStep, 'key'> => {
    switch (reason.kind) {
      case 'stage':
        return {
          label:
            reason.segment === null
              ? t('forecasts.pipeline.reasons.stage', { stage: stageName(reason.stageId) })
              : t('forecasts.pipeline.reasons.stageSegment', {
                  stage: stageName(reason.stageId),
                  segment: reason.segment
                }),
          value: format.percent(reason.chance.chanceRatio),
          note: basis(reason.chance)
        }
      case 'overall':
        return {
          label: t('forecasts.pipeline.reasons.overall'),
          value: format.percent(reason.chance.chanceRatio),
          note: basis(reason.chance)
        }
      case 'stated':
        return {
          label: t('forecasts.pipeline.reasons.stated', {
            stage: row.stageName,
            ratio: format.percent(reason.ratio)
          }),
          value: times(reason.factor)
        }
      case 'age': {
        const place = {
          days: format.number(reason.days),
          from: format.number(reason.fromDays),
          to: reason.toDays === null ? '' : format.number(reason.toDays)
        }
        const made = reason.since === 'made'
        return {
          label:
            reason.toDays === null
              ? t(made ? 'forecasts.pipeline.reasons.ageMadeOpen' : 'forecasts.pipeline.reasons.ageOpen', place)
              : t(made ? 'forecasts.pipeline.reasons.ageMade' : 'forecasts.pipeline.reasons.age', place),
          value: times(reason.odds.factor),
          note: oddsNote(reason.odds)
        }
      }
      case 'seller':
        return {
          label: t('forecasts.pipeline.reasons.seller', { seller: row.sellerName ?? '' }),
          value: times(reason.odds.factor),
          note: oddsNote(reason.odds)
        }
      case 'overdue':
      case 'stale':
        return {
          label: t(`forecasts.pipeline.reasons.${reason.kind}`, { days: format.number(reason.days) }),
          value: times(reason.odds.factor),
          note: oddsNote(reason.odds)
        }
      case 'category':
        return {
          label: t('forecasts.pipeline.reasons.category', { category: words.category(reason.category) }),
          value: times(reason.odds.factor),
          note: oddsNote(reason.odds)
        }
      case 'record':
        return {
          label: t('forecasts.pipeline.reasons.record'),
          value: times(reason.factor),
          note: t('forecasts.pipeline.reasons.recordNote', { count: reason.cuts })
        }
      case 'called':
        return { label: t('forecasts.pipeline.reasons.called'), value: format.percent(reason.ratio) }
    }
  }
  return (
    <Why
      title={t('forecasts.pipeline.why.chance', {
        name: row.label,
        chance: format.percent(row.chanceRatio, row.chanceRatio < 0.1 ? 1 : 0)
      })}
    >
      <WhySteps
        steps={[
          ...reasons.map((reason) => ({ key: reason.kind, ...say(reason) })),
          {
            key: 'result',
            label: t('forecasts.pipeline.why.result'),
            value: format.percent(row.chanceRatio, 1),
            isResult: true
          }
        ]}
      />
      <WhyNote>{t('forecasts.pipeline.why.odds')}</WhyNote>
    </Why>
  )
}
