// The list of imports, and in the pane what one of them brought: its files, what was found, the rows not taken, and its undo.
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ImportId, ImportRow, RowCounts } from '#shared/import/types.ts'
import { Findings } from './findings.tsx'
import { Rejected } from './will-happen.tsx'
import { entityWords } from './words.ts'

export interface ImportsTableProps {
  readonly selected: ImportId | undefined
  readonly onSelect: (id: ImportId | undefined, title?: string) => void
  readonly onImport: () => void
}

const sumOf = (row: ImportRow, what: keyof RowCounts): number =>
  row.files.reduce((sum, file) => sum + file.counts[what], 0)

export function ImportsTable({ selected, onSelect, onImport }: ImportsTableProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('import.listImports', {})
  const columns = useMemo((): Column<ImportRow>[] => {
    const number = (key: keyof RowCounts, header: string): Column<ImportRow> => ({
      key,
      header,
      kind: 'number',
      width: 100,
      value: (row) => sumOf(row, key)
    })
    return [
      { key: 'what', header: t('import.what'), kind: 'text', width: 250, value: (row) => row.title },
      {
        key: 'when',
        header: t('import.when'),
        kind: 'custom',
        width: 190,
        value: (row) => row.importedAt,
        render: (row) => format.dateTime(row.importedAt),
        text: (row) => format.dateTime(row.importedAt)
      },
      {
        key: 'asOf',
        header: t('import.asOf'),
        kind: 'date',
        width: 130,
        value: (row) => row.dataAsOfOn,
        missing: t('crm.notGiven')
      },
      {
        key: 'rows',
        header: t('import.rows'),
        kind: 'number',
        width: 110,
        value: (row) => row.files.reduce((sum, file) => sum + file.rowsRead, 0)
      },
      number('new', t('import.newRows')),
      number('changed', t('import.changedRows')),
      number('same', t('import.sameRows')),
      number('rejected', t('import.rejectedRows'))
    ]
  }, [t, format])
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  return (
    <DataTable
      label={t('import.tabs.imports')}
      layoutName="imports"
      columns={columns}
      rows={query.value ?? []}
      rowKey={(row) => row.id}
      isLoading={query.value === undefined}
      selectedKey={selected}
      onSelect={(row) => onSelect(row?.id, row?.title)}
      search={false}
      exportName="imports"
      empty={<EmptyState title={t('import.noImports')} action={{ label: t('import.import'), onRun: onImport }} />}
    />
  )
}

export function ImportDetail({ id, onGone }: { readonly id: ImportId; readonly onGone: () => void }) {
  const { t } = useText()
  const format = useFormat()
  const imports = useQuery('import.listImports', {})
  const rejected = useQuery('import.listRejected', { importId: id })
  const { run: undo, isBusy } = useCommand('workspace.undo')
  const row = imports.value?.find((each) => each.id === id)
  if (row === undefined) return <Skeleton kind="text" rows={6} />
  return (
    <div className="import-side">
      <div>
        <Button
          size="xs"
          leftSection={<IconArrowBackUp size={14} />}
          disabled={!row.isNewest}
          loading={isBusy}
          title={row.isNewest ? undefined : t('import.undoWhy')}
          onClick={() => void undo({}).then((reply) => (reply.ok ? onGone() : undefined))}
        >
          {t('import.undo')}
        </Button>
        {row.isNewest ? null : <p className="muted small">{t('import.undoWhy')}</p>}
      </div>
      <Section title={t('import.files')}>
        <ul className="import-findings">
          {row.files.map((file) => (
            <li key={`${file.fileName} ${file.sheet}`}>
              <span className="import-finding-line">
                <span>{file.sheet === null ? file.fileName : `${file.fileName} › ${file.sheet}`}</span>
                <span className="numbers">{format.number(file.rowsRead)}</span>
              </span>
              <span className="muted small">
                {entityWords(t, file.entity)}
                {` · ${t('import.newRows')} ${format.number(file.counts.new)}`}
                {` · ${t('import.changedRows')} ${format.number(file.counts.changed)}`}
                {` · ${t('import.sameRows')} ${format.number(file.counts.same)}`}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('import.wizard.findings')}>
        <Findings findings={row.findings} />
      </Section>
      {rejected.value && rejected.value.length > 0 ? (
        <Section title={`${t('import.rejected')} (${format.number(rejected.value.length)})`}>
          <Rejected rows={rejected.value} />
        </Section>
      ) : null}
    </div>
  )
}
