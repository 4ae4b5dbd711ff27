// The table of people: every fact can be typed over, pasted and filled; a block of edits is one step.
import { useMemo } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type CellEdit, DataTable } from '#renderer/ui/data-table.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import type { SellerId, SellerRow, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { FilterBar, type Filters, stateOf } from './filters.tsx'
import { makeColumns } from './people-columns.tsx'

type Change = ArgsOf<'people.updateSellers'>['changes'][number]

/** One edited cell as the change of a person that it means. */
export function changeOf({ row, column, value }: CellEdit<SellerRow>, on: IsoDate, currency: CurrencyCode): Change {
  const sellerId = row.id
  if (column === 'team') {
    const teamId = value === null ? null : Number(value)
    // Who was in no team so far is taken to have been in this one from the start.
    return { sellerId, move: { teamId, fromOn: row.teamId === null ? row.hiredOn : on } }
  }
  if (column === 'basePayMinor' || column === 'variablePayMinor')
    return { sellerId, [column]: value, payCurrency: row.payCurrency ?? currency }
  return { sellerId, [column]: value }
}

interface PeopleTableProps {
  readonly rows: readonly SellerRow[]
  readonly teams: readonly TeamRow[]
  readonly on: IsoDate
  readonly currency: CurrencyCode
  readonly filters: Filters
  readonly onFilters: (filters: Filters) => void
  readonly selected: SellerId | undefined
  readonly onSelect: (id: SellerId | undefined) => void
}

export function PeopleTable(props: PeopleTableProps) {
  const { rows, teams, on, currency, filters, onFilters, selected, onSelect } = props
  const { t } = useText()
  const { run: update } = useCommand('people.updateSeller')
  const { run: updateMany } = useCommand('people.updateSellers')
  const { run: move } = useCommand('people.moveSeller')
  const { run: paste } = useCommand('people.pasteSellers')

  const columns = useMemo(() => {
    const commit = (edit: CellEdit<SellerRow>) => {
      const { move: to, ...change } = changeOf(edit, on, currency)
      return to === undefined ? update(change) : move({ sellerId: change.sellerId, ...to })
    }
    return makeColumns({ t, teams, on, currency, commit })
  }, [t, teams, on, currency, update, move])

  const commitMany = (edits: readonly CellEdit<SellerRow>[]) => {
    const bySeller = new Map<SellerId, Change>()
    for (const edit of edits)
      bySeller.set(edit.row.id, { ...bySeller.get(edit.row.id), ...changeOf(edit, on, currency) })
    return updateMany({ changes: [...bySeller.values()] })
  }
  const addRows = (added: readonly Readonly<Record<string, string | number | null>>[]) => {
    const made = added.map(({ team, aliases, targetPay: _, manager: __, ...facts }) => {
      const path = teams.find((each) => String(each.id) === team)?.path
      const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
      const hasPay = given.basePayMinor !== undefined || given.variablePayMinor !== undefined
      return { ...given, ...(hasPay ? { payCurrency: currency } : {}), ...(path ? { team: path } : {}) }
    })
    return paste({ rows: made })
  }

  return (
    <DataTable
      label={t('people.title')}
      layoutName="people"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      totals={t('people.total', { count: rows.length })}
      selectedKey={selected}
      onSelect={(row) => onSelect(row?.id)}
      exportName="people"
      onEditMany={commitMany}
      onAddRows={addRows}
      rowTone={(row) => (stateOf(row, on) === 'here' ? undefined : 'muted')}
      tools={<FilterBar teams={teams} filters={filters} onChange={onFilters} />}
    />
  )
}
