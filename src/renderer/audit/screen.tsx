// The audit log: everything ever changed in the file, newest first; a chosen line shows its rows before and after.
import { useMemo, useState } from 'react'
import type { AuditEntry } from '#shared/workspace/types.ts'
import { useQuery } from '../engine-client.ts'
import { useText } from '../i18n/use-text.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormat } from '../ui/format.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { Tag } from '../ui/tag.tsx'
import { AuditDetail } from './parts/audit-detail.tsx'

const step = 2000

export function AuditScreen() {
  const { t, tCommand, tError } = useText()
  const format = useFormat()
  const [limit, setLimit] = useState(step)
  const { value, error, isLoading, reload } = useQuery('workspace.listAudit', { limit })
  const [chosenId, setChosenId] = useState<number | undefined>()
  const entries = value ?? []
  const chosen = entries.find((entry) => entry.eventId === chosenId)
  const columns = useMemo(
    (): readonly Column<AuditEntry>[] => [
      {
        key: 'when',
        header: t('audit.when'),
        kind: 'custom',
        width: 150,
        value: (entry) => entry.happenedAt,
        text: (entry) => format.dateTime(entry.happenedAt)
      },
      {
        key: 'what',
        header: t('audit.what'),
        kind: 'text',
        width: 250,
        value: (entry) => tCommand(entry.label.method, entry.label.params)
      },
      {
        key: 'kind',
        header: t('audit.kind'),
        kind: 'text',
        width: 95,
        isGroupable: true,
        value: (entry) => t(`audit.kinds.${entry.kind}`),
        render: (entry) =>
          entry.kind === 'do' ? (
            t('audit.kinds.do')
          ) : (
            <Tag tone={entry.kind === 'undo' ? 'amber' : 'accent'}>{t(`audit.kinds.${entry.kind}`)}</Tag>
          )
      },
      {
        key: 'state',
        header: t('audit.state'),
        kind: 'text',
        width: 95,
        isGroupable: true,
        value: (entry) => t(`audit.states.${entry.state}`)
      },
      {
        key: 'rows',
        header: t('audit.rows'),
        kind: 'number',
        width: 75,
        value: (entry) => entry.changeCount,
        total: 'sum'
      }
    ],
    [t, tCommand, format]
  )
  if (error)
    return (
      <Page title={t('shell.screens.audit')}>
        <Problem title={tError(error)} action={{ label: t('ui.again'), onRun: reload }} />
      </Page>
    )
  return (
    <Page
      title={t('shell.screens.audit')}
      finding={entries.length > 0 ? t('audit.finding', { count: entries.length }) : undefined}
      actions={entries.length === limit ? [{ label: t('audit.older'), onRun: () => setLimit(limit + step) }] : []}
      isFilling
      detail={chosen ? <AuditDetail entry={chosen} /> : undefined}
      detailTitle={chosen ? tCommand(chosen.label.method, chosen.label.params) : undefined}
      detailSubtitle={chosen ? format.dateTime(chosen.happenedAt) : undefined}
      onCloseDetail={() => setChosenId(undefined)}
    >
      <DataTable
        label={t('shell.screens.audit')}
        layoutName="audit"
        columns={columns}
        rows={entries}
        rowKey={(entry) => entry.eventId}
        isLoading={isLoading && value === undefined}
        selectedKey={chosenId}
        onSelect={(entry) => setChosenId(entry?.eventId)}
        exportName={t('audit.exportName')}
        empty={<EmptyState title={t('audit.empty')} picture="table" />}
      />
    </Page>
  )
}
