// What one must know to read the forecast: what no number holds, what was assumed, and what history can't tell.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { PipelineNote } from '#shared/forecasts/pipeline-types.ts'
import type { ResultProps } from './outcome.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

export function Notes({ overview, result }: ResultProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const say = (note: PipelineNote): string => {
    switch (note.kind) {
      case 'withoutAmount':
        return note.typicalMinor === null
          ? t('forecasts.pipeline.notes.withoutAmountNothing', { count: note.count })
          : t('forecasts.pipeline.notes.withoutAmount', {
              count: note.count,
              typical: words.money(note.typicalMinor)
            })
      case 'overdue':
        return t('forecasts.pipeline.notes.overdue', { count: note.count, amount: words.money(note.amountMinor) })
      case 'stale':
        return t('forecasts.pipeline.notes.stale', {
          count: note.count,
          amount: words.money(note.amountMinor),
          days: format.number(result.choices.staleDays)
        })
      case 'littleHistory':
        return t('forecasts.pipeline.notes.littleHistory', { count: note.closed })
      case 'noCreatedDates':
      case 'closeDatesUntested':
        return t(`forecasts.pipeline.notes.${note.kind}`, { count: note.count })
      case 'closeDatesWeight':
        return t('forecasts.pipeline.notes.closeDatesWeight', {
          weight: format.percent(note.weightRatio),
          n: format.number(note.n)
        })
      case 'record':
        return t('forecasts.pipeline.notes.record', {
          count: note.cuts,
          factor: `× ${format.number(note.factor, 2)}`
        })
      case 'noRecord':
        return t('forecasts.pipeline.notes.noRecord')
      case 'declaredDiscount':
        return t(`forecasts.pipeline.notes.declaredDiscount.${note.of}`, {
          factor: format.number(note.factor, 2),
          deals: format.number(note.count)
        })
      default:
        return t(`forecasts.pipeline.notes.${note.kind}`)
    }
  }
  const { leftOut, asOf } = overview
  const on = format.date(asOf)
  const outside = (['otherCurrency', 'madeLater', 'closedLater'] as const)
    .filter((key) => leftOut[key] > 0)
    .map((key) => ({ key, text: t(`forecasts.pipeline.notes.${key}`, { count: leftOut[key], on }) }))
  const lines = [
    ...result.forecast.notes.map((note) => ({
      key: note.kind === 'declaredDiscount' ? `${note.kind} ${note.of}` : note.kind,
      text: say(note)
    })),
    ...outside
  ]
  if (lines.length === 0) return null
  return (
    <Section title={t('forecasts.pipeline.notes.title')}>
      <ul className="pipeline-notes">
        {lines.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ul>
    </Section>
  )
}
