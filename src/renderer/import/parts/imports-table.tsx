// The list of imports, the newest first; those taken back stay in it, greyed, with the day.
import { Button } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { ImportId, ImportRow, RowCounts } from '#shared/import/types.ts'

export interface ImportsTableProps {
  readonly selected: ImportId | undefined
  readonly onSelect: (id: ImportId | undefined, title?: string) => void
  readonly onImport: () => void
  readonly onProfiles: () => void
}

const sumOf = (row: ImportRow, what: keyof RowCounts): number =>
  row.files.reduce((sum, file) => sum + file.counts[what], 0)

export function ImportsTable({ selected, onSelect, onImport, onProfiles }: ImportsTableProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('import.listImports', {})
  const columns = useMemo((): Column<ImportRow>[] => {
    const number = (key: keyof RowCounts, header: string): Column<ImportRow> => ({
      key,
      header,
      kind: 'number',
      width: 90,
      value: (row) => (row.files.length === 0 ? null : sumOf(row, key)),
      missing: t('import.nothingLeft')
    })
    const state = (row: ImportRow): string => {
      if (row.undoneAt !== null) return t('import.undone', { at: format.dateTime(row.undoneAt) })
      return t(`import.kinds.${row.kind}`)
    }
    return [
      { key: 'what', header: t('import.what'), kind: 'text', width: 240, value: (row) => row.title },
      {
        key: 'when',
        header: t('import.when'),
        kind: 'custom',
        width: 160,
        value: (row) => row.importedAt,
        render: (row) => format.dateTime(row.importedAt),
        text: (row) => format.dateTime(row.importedAt)
      },
      { key: 'kind', header: t('import.kind'), kind: 'text', width: 190, value: state },
      {
        key: 'asOf',
        header: t('import.asOf'),
        kind: 'date',
        width: 120,
        isHiddenAtFirst: true,
        value: (row) => row.dataAsOfOn,
        missing: t('crm.notGiven')
      },
      {
        key: 'rows',
        header: t('import.rows'),
        kind: 'number',
        width: 100,
        value: (row) => (row.files.length === 0 ? null : row.files.reduce((sum, file) => sum + file.rowsRead, 0)),
        missing: t('import.nothingLeft')
      },
      number('new', t('import.newRows')),
      number('changed', t('import.changedRows')),
      number('same', t('import.sameRows')),
      number('rejected', t('import.rejectedRows')),
      {
        key: 'waiting',
        header: t('import.stillWaiting'),
        kind: 'number',
        width: 110,
        hint: t('import.stillWaitingHint'),
        value: (row) => row.rejected
      }
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
      rowTone={(row) => (row.undoneAt === null ? undefined : 'muted')}
      search={false}
      exportName="imports"
      tools={
        <Button size="xs" leftSection={<IconTemplate size={14} />} onClick={onProfiles}>
          {t('import.profiles.open')}
        </Button>
      }
      empty={<EmptyState title={t('import.noImports')} action={{ label: t('import.import'), onRun: onImport }} />}
    />
  )
}
