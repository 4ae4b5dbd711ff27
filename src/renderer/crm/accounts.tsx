// The table of accounts with what was sold to each and what is open, and of products with what was sold of each.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { AccountId, AccountRow, ProductId, ProductRow } from '#shared/crm/types.ts'

export interface AccountsProps {
  readonly selected: AccountId | undefined
  readonly onSelect: (id: AccountId | undefined, title?: string) => void
}

export function Accounts({ selected, onSelect }: AccountsProps) {
  const { t, tError } = useText()
  const { currency } = useSession().settings
  const query = useQuery('crm.listAccounts', {})
  const columns = useMemo((): Column<AccountRow>[] => {
    const text = (key: string, header: string, value: (row: AccountRow) => string | null, isHiddenAtFirst = false) => ({
      key,
      header,
      kind: 'text' as const,
      value,
      isHiddenAtFirst,
      isGroupable: true,
      missing: t('crm.notGiven')
    })
    return [
      { key: 'name', header: t('crm.account'), kind: 'text', width: 190, value: (row) => row.name },
      { key: 'wonDeals', header: t('crm.wonDeals'), kind: 'number', value: (row) => row.wonDeals, total: 'sum' },
      {
        key: 'won',
        header: t('crm.won'),
        kind: 'money',
        width: 125,
        currency,
        value: (row) => row.wonMinor,
        total: 'sum'
      },
      { key: 'openDeals', header: t('crm.openDeals'), kind: 'number', value: (row) => row.openDeals, total: 'sum' },
      {
        key: 'open',
        header: t('crm.open'),
        kind: 'money',
        currency,
        value: (row) => row.openMinor,
        total: 'sum',
        isHiddenAtFirst: true
      },
      text('industry', t('crm.industry'), (row) => row.industry),
      text('country', t('crm.country'), (row) => row.country),
      text('region', t('crm.region'), (row) => row.region, true),
      text('city', t('crm.city'), (row) => row.city, true),
      text('postalCode', t('crm.postalCode'), (row) => row.postalCode, true),
      text('segment', t('crm.segment'), (row) => row.segment, true),
      { ...text('owner', t('crm.owner'), (row) => row.ownerName), width: 140 },
      text('parent', t('crm.parent'), (row) => row.parentName, true),
      {
        key: 'employees',
        header: t('crm.employees'),
        kind: 'number',
        value: (row) => row.employees,
        missing: t('crm.notGiven')
      },
      {
        key: 'revenue',
        header: t('crm.revenue'),
        kind: 'money',
        currency,
        value: (row) => row.revenueMinor,
        missing: t('crm.notGiven'),
        isHiddenAtFirst: true
      },
      {
        key: 'lastWon',
        header: t('crm.lastWon'),
        kind: 'date',
        value: (row) => row.lastWonOn,
        missing: t('crm.notGiven')
      }
    ]
  }, [t, currency])
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const rows = query.value ?? []
  return (
    <DataTable
      label={t('crm.accounts')}
      layoutName="accounts"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      isLoading={query.value === undefined}
      selectedKey={selected}
      onSelect={(row) => onSelect(row?.id, row?.name)}
      exportName="accounts"
      totals={t('crm.accountTotal', { count: rows.length })}
      initialSort={[{ column: 'won', isDescending: true }]}
      empty={<EmptyState title={t('crm.noAccounts')} />}
    />
  )
}

export interface ProductsProps {
  readonly selected: ProductId | undefined
  readonly onSelect: (id: ProductId | undefined, title?: string) => void
}

export function Products({ selected, onSelect }: ProductsProps) {
  const { t, tError } = useText()
  const { currency } = useSession().settings
  const query = useQuery('crm.listProducts', {})
  const columns = useMemo(
    (): Column<ProductRow>[] => [
      { key: 'name', header: t('crm.product'), kind: 'text', width: 220, value: (row) => row.name },
      {
        key: 'family',
        header: t('crm.family'),
        kind: 'text',
        value: (row) => row.family,
        missing: t('crm.notGiven'),
        isGroupable: true
      },
      {
        key: 'listPrice',
        header: t('crm.listPrice'),
        kind: 'money',
        currency,
        value: (row) => row.listPriceMinor,
        missing: t('crm.notGiven')
      },
      { key: 'wonDeals', header: t('crm.wonDeals'), kind: 'number', value: (row) => row.wonDeals, total: 'sum' },
      {
        key: 'won',
        header: t('crm.won'),
        kind: 'money',
        width: 125,
        currency,
        value: (row) => row.wonMinor,
        total: 'sum'
      },
      { key: 'openDeals', header: t('crm.openDeals'), kind: 'number', value: (row) => row.openDeals, total: 'sum' }
    ],
    [t, currency]
  )
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const rows = query.value ?? []
  return (
    <DataTable
      label={t('crm.products')}
      layoutName="products"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      isLoading={query.value === undefined}
      selectedKey={selected}
      onSelect={(row) => onSelect(row?.id, row?.name)}
      exportName="products"
      totals={t('crm.productTotal', { count: rows.length })}
      initialSort={[{ column: 'won', isDescending: true }]}
      empty={<EmptyState title={t('crm.noProducts')} />}
    />
  )
}
