// The table of invoices and payments as imports brought them.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { InvoiceRow } from '#shared/crm/types.ts'

export function Invoices() {
  const { t, tError } = useText()
  const query = useQuery('crm.listInvoices', {})
  const columns = useMemo(
    (): Column<InvoiceRow>[] => [
      {
        key: 'externalId',
        header: t('crm.invoices.number'),
        kind: 'text',
        width: 140,
        value: (row) => row.externalId ?? `#${row.id}`
      },
      {
        key: 'kind',
        header: t('crm.invoices.kind'),
        kind: 'text',
        value: (row) => t(`crm.invoices.kinds.${row.kind}`),
        isGroupable: true
      },
      {
        key: 'account',
        header: t('crm.account'),
        kind: 'text',
        width: 180,
        value: (row) => row.accountName,
        missing: t('crm.invoices.noAccount'),
        isGroupable: true
      },
      {
        key: 'seller',
        header: t('crm.seller'),
        kind: 'text',
        width: 150,
        value: (row) => row.sellerName,
        missing: t('crm.invoices.noSeller'),
        isGroupable: true
      },
      { key: 'issued', header: t('crm.invoices.issued'), kind: 'date', value: (row) => row.issuedOn },
      {
        key: 'due',
        header: t('crm.invoices.due'),
        kind: 'date',
        value: (row) => row.dueOn,
        missing: t('crm.notGiven')
      },
      {
        key: 'paid',
        header: t('crm.invoices.paid'),
        kind: 'date',
        value: (row) => row.paidOn,
        missing: t('crm.invoices.notPaid')
      },
      {
        key: 'amount',
        header: t('crm.amount'),
        kind: 'money',
        width: 130,
        currency: (row) => row.currency,
        value: (row) => row.amountMinor,
        total: 'sum'
      },
      {
        key: 'currency',
        header: t('crm.currency'),
        kind: 'text',
        value: (row) => row.currency,
        isGroupable: true
      }
    ],
    [t]
  )
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const rows = query.value ?? []
  return (
    <DataTable
      label={t('crm.invoices.title')}
      layoutName="invoices"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      isLoading={query.value === undefined}
      exportName="invoices"
      totals={t('crm.invoices.total', { count: rows.length })}
      initialSort={[{ column: 'issued', isDescending: true }]}
      empty={<EmptyState title={t('crm.invoices.none')} />}
    />
  )
}
