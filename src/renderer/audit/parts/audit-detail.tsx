// The rows a step changed, field by field, before and after.
import type { AuditChange, AuditEntry } from '#shared/workspace/types.ts'
import { useQuery } from '../../engine-client.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.ts'
import { useFormat } from '../../ui/format.tsx'
import { Missing } from '../../ui/missing.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import { changedFields, fieldValue, fieldWords, tableWords } from './field-words.ts'
import './audit-detail.css'

const shownChanges = 200

export function AuditDetail({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useText()
  const { value } = useQuery('workspace.listChanges', { eventId: entry.eventId, limit: shownChanges })
  if (!value) return <Skeleton kind="text" rows={5} />
  return (
    <>
      {entry.kind === 'undo' ? <p className="muted small">{t('audit.undoMeaning')}</p> : null}
      {value.map((change) => (
        <Change key={change.changeId} change={change} />
      ))}
      {entry.changeCount > value.length ? (
        <p className="muted small">{t('audit.more', { count: entry.changeCount - value.length })}</p>
      ) : null}
    </>
  )
}

const tones = { insert: 'green', update: 'accent', delete: 'red', bulk: 'neutral' } as const

function Change({ change }: { readonly change: AuditChange }) {
  const { t, language } = useText()
  const format = useFormat()
  const { settings } = useSession()
  const place = { format, currency: settings.currency, language }
  const fields = changedFields(change)
  const name = change.after?.name ?? change.before?.name
  return (
    <section className="audit-change">
      <h3>
        <Tag tone={tones[change.op]}>{t(`audit.ops.${change.op}`)}</Tag> {tableWords(change.table, t)}{' '}
        <span className="muted">{name ?? `#${change.rowId}`}</span>
      </h3>
      {change.op === 'bulk' && change.lastRowId !== null ? (
        <p className="muted small">{t('audit.range', { count: change.lastRowId - change.rowId + 1 })}</p>
      ) : null}
      <dl>
        {fields.map((field) => (
          <div key={field}>
            <dt>{fieldWords(field, t)}</dt>
            <dd>
              {change.op === 'update' || change.op === 'delete' ? (
                <span className={change.op === 'update' ? 'audit-before' : ''}>
                  {fieldValue(field, change.before, place) ?? <Missing reason={t('audit.wasEmpty')} />}
                </span>
              ) : null}
              {change.op === 'update' ? <span aria-hidden="true"> → </span> : null}
              {change.op === 'update' || change.op === 'insert' ? (
                <span>{fieldValue(field, change.after, place) ?? <Missing reason={t('audit.isEmpty')} />}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
