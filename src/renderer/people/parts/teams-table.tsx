// The tree of teams as a table: names, who leads, what each is part of, how many people.
import { useMemo } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { SellerRow, TeamId, TeamRow } from '#shared/people/types.ts'
import { indented } from './filters.tsx'

interface TeamsTableProps {
  readonly teams: readonly TeamRow[]
  readonly sellers: readonly SellerRow[]
  readonly selected: TeamId | undefined
  readonly onSelect: (id: TeamId | undefined) => void
  readonly onAdd: () => void
}

export function TeamsTable({ teams, sellers, selected, onSelect, onAdd }: TeamsTableProps) {
  const { t } = useText()
  const { run: update } = useCommand('people.updateTeam')
  const columns = useMemo((): Column<TeamRow>[] => {
    const leads = sellers.filter((row) => row.role === 'manager')
    const idOf = (value: string | number | null) => (value === null ? null : Number(value))
    return [
      {
        key: 'name',
        header: t('people.team.name'),
        kind: 'text',
        width: 190,
        isSortable: false,
        value: (row) => row.name,
        render: (row) => <span style={{ paddingLeft: row.depth * 20 }}>{row.name}</span>,
        edit: { kind: 'text', isRequired: true, commit: (row, name) => update({ teamId: row.id, name: String(name) }) }
      },
      {
        key: 'manager',
        header: t('people.team.lead'),
        kind: 'text',
        width: 164,
        isSortable: false,
        value: (row) => row.managerName,
        missing: t('people.missing.manager'),
        edit: {
          kind: 'select',
          // Who leads but has another role stays to be chosen.
          options: (row) =>
            [...leads, ...sellers.filter((each) => each.id === row.managerId && each.role !== 'manager')].map(
              (each) => ({
                value: String(each.id),
                label: each.name
              })
            ),
          commit: (row, value) => update({ teamId: row.id, managerId: idOf(value) })
        }
      },
      {
        key: 'parent',
        header: t('people.team.parent'),
        kind: 'text',
        width: 110,
        isSortable: false,
        value: (row) => row.path.at(-2) ?? null,
        missing: t('people.team.top'),
        edit: {
          kind: 'select',
          options: (row) =>
            teams
              .filter((each) => !row.path.every((name, at) => each.path[at] === name))
              .map((each) => ({ value: String(each.id), label: indented(each) })),
          commit: (row, value) => update({ teamId: row.id, parentId: idOf(value) })
        }
      },
      {
        key: 'members',
        header: t('people.columns.members'),
        kind: 'number',
        width: 76,
        isSortable: false,
        value: (row) => row.memberCount,
        total: 'sum'
      },
      {
        key: 'everybody',
        header: t('people.columns.everybody'),
        hint: t('people.hints.everybody'),
        kind: 'number',
        width: 118,
        isSortable: false,
        value: (row) => row.totalCount
      }
    ]
  }, [t, teams, sellers, update])
  return (
    <DataTable
      label={t('people.views.teams')}
      layoutName="teams"
      columns={columns}
      rows={teams}
      rowKey={(row) => row.id}
      totals={t('people.found.teams', { count: teams.length })}
      selectedKey={selected}
      onSelect={(row) => onSelect(row?.id)}
      exportName="teams"
      empty={<EmptyState title={t('people.emptyTeams')} action={{ label: t('people.addTeam'), onRun: onAdd }} />}
    />
  )
}
