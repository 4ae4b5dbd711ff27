// The preview of a paste: one line per pasted row with what it does, and what is wrong with it.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { PastedRow } from '#shared/people/paste/columns.ts'
import type { PlannedRow } from '#shared/people/paste/plan.ts'

export interface PreviewRow extends PastedRow {
  readonly planned: PlannedRow
}

export function PastePreview({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t, tError } = useText()
  const columns = useMemo((): Column<PreviewRow>[] => {
    const problemsOf = ({ planned, unread }: PreviewRow): string[] => [
      ...unread.map(({ column, text }) => t('people.pasting.unread', { text, column: t(`people.columns.${column}`) })),
      ...(planned.problem === null ? [] : [tError(planned.problem)])
    ]
    const whatOf = (row: PreviewRow): string => {
      const problems = problemsOf(row)
      if (problems.length > 0) return problems.join(' ')
      const { action, team, isNameShared } = row.planned
      const path = row.seller.team?.join(' / ') ?? ''
      const move =
        team === null ? [] : [t('teamId' in team ? 'people.pasting.toTeam' : 'people.pasting.newTeam', { team: path })]
      const shared = isNameShared ? [t('people.pasting.shared')] : []
      return [t(`people.pasting.${action}`), ...move, ...shared].join(', ')
    }
    const toneOf = (row: PreviewRow) =>
      problemsOf(row).length > 0
        ? 'red'
        : row.planned.isNameShared
          ? 'amber'
          : row.planned.action === 'same'
            ? 'neutral'
            : 'accent'
    return [
      { key: 'row', header: t('people.pasting.row'), kind: 'number', width: 60, value: (row) => row.row },
      { key: 'name', header: t('people.columns.name'), kind: 'text', width: 200, value: (row) => row.planned.name },
      {
        key: 'role',
        header: t('people.columns.role'),
        kind: 'text',
        width: 130,
        value: (row) => t(`people.roles.${row.planned.facts.role}`)
      },
      {
        key: 'what',
        header: t('people.pasting.what'),
        kind: 'text',
        width: 420,
        value: whatOf,
        render: (row) => <Tag tone={toneOf(row)}>{whatOf(row)}</Tag>
      }
    ]
  }, [t, tError])
  return (
    <DataTable
      label={t('people.pasting.title')}
      layoutName="people-paste"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.row}
      search={false}
      height={Math.min(320, 44 + rows.length * 32)}
    />
  )
}
