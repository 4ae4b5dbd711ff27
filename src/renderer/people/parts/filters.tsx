// Which people the table shows: of a team with those below it, of a role, working here on the day or not.
import { Select } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { type SellerRole, type SellerRow, sellerRoles, type TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export interface Filters {
  /** A team's id as text, 'none' for people in no team. */
  team: string | null
  role: SellerRole | null
  active: 'here' | 'coming' | 'gone' | 'all'
}

export const noFilters: Filters = { team: null, role: null, active: 'here' }

/** Whether a person works here on the day, is to start, or has left. */
export function stateOf(row: SellerRow, on: IsoDate): 'here' | 'coming' | 'gone' {
  if (row.isActive) return 'here'
  return row.leftOn !== null && row.leftOn < on ? 'gone' : 'coming'
}

export function filterPeople(rows: readonly SellerRow[], teams: readonly TeamRow[], filters: Filters, on: IsoDate) {
  const team = teams.find((each) => String(each.id) === filters.team)
  const isIn = (row: SellerRow): boolean => {
    if (filters.team === 'none') return row.teamId === null
    return team === undefined || team.path.every((name, at) => row.teamPath[at] === name)
  }
  return rows.filter(
    (row) =>
      isIn(row) &&
      (filters.role === null || row.role === filters.role) &&
      (filters.active === 'all' || stateOf(row, on) === filters.active)
  )
}

interface FilterBarProps {
  readonly teams: readonly TeamRow[]
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

export function FilterBar({ teams, filters, onChange }: FilterBarProps) {
  const { t } = useText()
  const states = ['here', 'coming', 'gone', 'all'] as const
  return (
    <>
      <Select
        size="xs"
        w={130}
        aria-label={t('people.filters.active')}
        allowDeselect={false}
        value={filters.active}
        data={states.map((value) => ({ value, label: t(`people.filters.${value}`) }))}
        onChange={(value) => onChange({ ...filters, active: states.find((each) => each === value) ?? 'here' })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={t('people.filters.team')}
        placeholder={t('people.filters.anyTeam')}
        clearable
        searchable
        value={filters.team}
        data={[
          ...teams.map((team) => ({ value: String(team.id), label: indented(team) })),
          { value: 'none', label: t('people.filters.noTeam') }
        ]}
        onChange={(team) => onChange({ ...filters, team })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={t('people.filters.role')}
        placeholder={t('people.filters.anyRole')}
        clearable
        value={filters.role}
        data={sellerRoles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
        onChange={(value) => onChange({ ...filters, role: sellerRoles.find((each) => each === value) ?? null })}
      />
    </>
  )
}

/** A team's name moved to the right by its depth, for lists that show the tree. */
export function indented(team: TeamRow): string {
  return `${'\u2003'.repeat(team.depth)}${team.name}`
}
