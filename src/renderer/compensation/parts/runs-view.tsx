// The runs that were kept: when, how much, how many lines are open, and the mark of their inputs.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PayRunRow } from '#shared/compensation/index.ts'

export interface RunsViewProps {
  readonly runs: readonly PayRunRow[]
  /** The words of a period by its key. */
  readonly periodWords: (key: string) => string
  readonly selected: PayRunRow | undefined
  readonly onSelect: (run: PayRunRow | undefined) => void
}

export function RunsView({ runs, periodWords, selected, onSelect }: RunsViewProps) {
  const { t } = useText()
  const format = useFormat()
  const columns = useMemo<Column<PayRunRow>[]>(
    () => [
      {
        key: 'at',
        header: t('compensation.runs.at'),
        kind: 'custom',
        value: (row) => row.madeAt,
        text: (row) => format.dateTime(row.madeAt),
        render: (row) => format.dateTime(row.madeAt),
        width: 170
      },
      {
        key: 'through',
        header: t('compensation.runs.through'),
        kind: 'text',
        value: (row) => periodWords(row.throughPeriodKey)
      },
      { key: 'sellers', header: t('compensation.runs.sellers'), kind: 'number', value: (row) => row.sellerCount },
      { key: 'lines', header: t('compensation.runs.lines'), kind: 'number', value: (row) => row.lineCount },
      { key: 'open', header: t('compensation.runs.open'), kind: 'number', value: (row) => row.missingCount },
      {
        key: 'total',
        header: t('compensation.runs.total'),
        kind: 'money',
        currency: (row) => row.currency,
        value: (row) => row.totalMinor
      },
      {
        key: 'version',
        header: t('compensation.runs.version'),
        kind: 'text',
        value: (row) => row.engineVersion,
        width: 80
      },
      {
        key: 'hash',
        header: t('compensation.runs.hash'),
        hint: t('compensation.runs.hashHint'),
        kind: 'text',
        value: (row) => row.inputsSha256.slice(0, 12)
      }
    ],
    [t, format, periodWords]
  )
  return (
    <DataTable<PayRunRow>
      label={t('compensation.runs.table')}
      layoutName="compensation.runs"
      rows={runs}
      rowKey={(row) => row.id}
      columns={columns}
      exportName={t('compensation.runs.table')}
      tools={<Soundness of={['bookings', 'credit']} isNamed />}
      selectedKey={selected?.id}
      onSelect={onSelect}
      empty={<EmptyState title={t('compensation.runs.empty')} />}
    />
  )
}
