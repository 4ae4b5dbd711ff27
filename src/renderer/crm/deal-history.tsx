// What a deal went through: its states in earlier exports as a small timeline, and the stages with their days where an export says so.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import { daysBetween } from '#shared/units/date.ts'
import { FieldChanges } from './field-changes.tsx'

export function DealHistory({ id }: { readonly id: OpportunityId }) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('import.listDealHistory', { opportunityId: id })
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (query.value === undefined || query.value.length === 0) return null
  return (
    <Section title={t('crm.history.title')}>
      <ol className="crm-timeline">
        {query.value.map((state) => (
          <li key={state.importId}>
            <span className="crm-timeline-head">
              <span>{format.dateTime(state.importedAt)}</span>
              <span className="crm-tags">
                {state.kinds.map((kind) => (
                  <Tag key={kind}>{t(`import.changeKinds.${kind}`)}</Tag>
                ))}
              </span>
            </span>
            {state.fileName === null ? null : <span className="muted small">{state.fileName}</span>}
            <FieldChanges changes={state.changes} currency={state.currency} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

export function StageHistory({ id }: { readonly id: OpportunityId }) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('crm.listStageChanges', { opportunityId: id })
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const steps = query.value ?? []
  if (steps.length === 0) return null
  return (
    <Section title={t('crm.history.stages')}>
      <ol className="crm-timeline">
        {steps.map((step, at) => {
          const next = steps[at + 1]
          return (
            <li key={`${step.stageId} ${step.enteredOn}`}>
              <span className="crm-timeline-head">
                <span>{step.stageName}</span>
                <span className="muted small numbers">
                  {format.date(step.enteredOn)}
                  {next === undefined
                    ? ''
                    : ` · ${t('crm.history.days', { count: daysBetween(step.enteredOn, next.enteredOn) })}`}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
