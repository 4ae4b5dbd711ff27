// Teams in the order of their tree, each with the teams below it; a deal counts for the team of its close date.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import type { Board, TeamLine } from '#shared/performance/types.ts'
import { useFigureColumns } from './figure-columns.tsx'

export function TeamTable({ board }: { readonly board: Board }) {
  const { t } = useText()
  const figures = useFigureColumns<TeamLine>(board)
  const columns = useMemo(
    (): Column<TeamLine>[] => [
      {
        key: 'team',
        header: t('performance.columns.team'),
        kind: 'text',
        width: 180,
        value: (line) => line.name,
        render: (line) => <span style={{ paddingLeft: line.depth * 16 }}>{line.name}</span>,
        isSortable: false
      },
      {
        key: 'sellers',
        header: t('performance.columns.sellers'),
        kind: 'number',
        width: 100,
        value: (line) => line.sellers
      },
      ...figures
    ],
    [figures, t]
  )
  return (
    <DataTable
      label={t('performance.tabs.teams')}
      layoutName="performance-teams"
      columns={columns}
      rows={board.teams}
      rowKey={(line) => line.teamId}
      totals={t('performance.year.total')}
      exportName={`performance-teams-${board.period.key}`}
      tools={<Soundness of={['bookings', 'credit', 'people']} isNamed />}
    />
  )
}
