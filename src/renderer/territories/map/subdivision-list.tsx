// The parts of countries by ISO 3166-2 as a list, for those that no map shows: how many accounts lie in each, what they hold, and whose they are.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { Column, RowKey } from '#renderer/ui/table/types.ts'
import { countryName } from '#shared/geography/countries.ts'
import { listSubdivisions, loadSubdivisions } from '#shared/geography/index.ts'
import type { Subdivision } from '#shared/geography/types.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'
import type { TerritoryRow } from '#shared/territories/types.ts'
import { figuresOfRegions, groupsOfAccounts } from './map-figures.ts'

export interface SubdivisionRow {
  readonly code: string
  readonly country: string
  /** Null: accounts known by their country alone. */
  readonly name: string | null
  /** Places of its accounts. */
  readonly members: readonly number[]
  readonly value: number
  readonly territory: string | null
}

/** Rows for every part of the countries in which accounts lie, the parts without accounts too. */
export function subdivisionRows(
  accounts: MapAccounts,
  all: readonly Subdivision[],
  territories: readonly Pick<TerritoryRow, 'id' | 'name'>[],
  values: readonly number[]
): SubdivisionRow[] {
  const countries = [...new Set(accounts.countries.flatMap((country) => country ?? []))].sort()
  const parts = countries.flatMap((country) => [
    ...listSubdivisions(all, country).map(({ code, name }) => ({ code, country, name: name as string | null })),
    { code: country, country, name: null }
  ])
  const codes = accounts.countries.map((country, at) => accounts.subdivisions[at] ?? country)
  const figures = figuresOfRegions(codes, parts, groupsOfAccounts(accounts, territories), values)
  return parts.flatMap((part, at) => {
    const members = figures.members[at] ?? []
    if (part.name === null && members.length === 0) return []
    const value = members.reduce((sum, account) => sum + (values[account] ?? 0), 0)
    return [{ ...part, members, value, territory: territories[figures.groups[at] ?? -1]?.name ?? null }]
  })
}

interface SubdivisionListProps {
  readonly accounts: MapAccounts
  readonly territories: readonly TerritoryRow[]
  readonly values: readonly number[]
  readonly measureName: string
  readonly show: (value: number) => string
  readonly isLocked: boolean
  readonly controls: ReactNode
  readonly onAssign: (places: readonly number[]) => void
}

export function SubdivisionList(props: SubdivisionListProps) {
  const { accounts, territories, values, measureName, show, isLocked, controls, onAssign } = props
  const { t, language } = useText()
  const [all, setAll] = useState<readonly Subdivision[]>()
  const [problem, setProblem] = useState<string>()
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  useEffect(() => {
    let isWanted = true
    loadSubdivisions().then(
      (list) => {
        if (isWanted) setAll(list)
      },
      (error: unknown) => {
        if (isWanted) setProblem(error instanceof Error ? error.message : String(error))
      }
    )
    return () => {
      isWanted = false
    }
  }, [])
  const rows = useMemo(
    () => (all ? subdivisionRows(accounts, all, territories, values) : []),
    [accounts, all, territories, values]
  )
  const columns = useMemo(
    (): Column<SubdivisionRow>[] => [
      {
        key: 'country',
        header: t('territories.map.list.country'),
        kind: 'text',
        value: (row) => countryName(row.country, language),
        isGroupable: true,
        width: 140
      },
      {
        key: 'name',
        header: t('territories.map.list.name'),
        kind: 'text',
        value: (row) => row.name ?? t('territories.map.list.countryAlone'),
        width: 200
      },
      { key: 'code', header: t('territories.map.list.code'), kind: 'text', value: (row) => row.code, width: 80 },
      {
        key: 'accounts',
        header: t('territories.measures.accounts'),
        kind: 'number',
        value: (row) => row.members.length,
        total: 'sum',
        width: 90
      },
      {
        key: 'value',
        header: measureName,
        kind: 'custom',
        align: 'right',
        value: (row) => row.value,
        text: (row) => show(row.value),
        render: (row) => <span className="numbers">{show(row.value)}</span>,
        width: 130
      },
      {
        key: 'territory',
        header: t('territories.map.list.territory'),
        hint: t('territories.map.list.territoryHint'),
        kind: 'text',
        value: (row) => row.territory,
        missing: t('territories.map.noAccounts'),
        isGroupable: true,
        width: 160
      }
    ],
    [t, language, measureName, show]
  )
  if (problem !== undefined) return <Problem title={t('territories.map.failed')} details={problem} />
  if (!all) return <Skeleton kind="table" />
  const picked = rows.filter((row) => checked.has(row.code)).flatMap((row) => row.members)
  return (
    <DataTable
      label={t('territories.map.list.title')}
      layoutName="territory-subdivisions"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      totals={t('territories.map.list.total', { count: rows.length })}
      initialSort={[{ column: 'accounts', isDescending: true }]}
      checkedKeys={checked}
      onCheck={setChecked}
      checkedActions={[
        {
          label: t('territories.map.assign'),
          onRun: () => onAssign(picked),
          isDisabled: isLocked || picked.length === 0,
          hint: isLocked ? t('territories.locked') : undefined
        }
      ]}
      exportName="territory-subdivisions"
      empty={t('territories.map.list.empty')}
      tools={<div className="territory-tools">{controls}</div>}
    />
  )
}
