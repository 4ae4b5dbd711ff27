// The table of leads as imports brought them.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { LeadRow } from '#shared/crm/types.ts'

export function Leads() {
  const { t, tError } = useText()
  const query = useQuery('crm.listLeads', {})
  const columns = useMemo((): Column<LeadRow>[] => {
    const text = (key: string, header: string, value: (row: LeadRow) => string | null): Column<LeadRow> => ({
      key,
      header,
      kind: 'text',
      value,
      isGroupable: true,
      missing: t('crm.notGiven')
    })
    const day = (key: string, header: string, value: (row: LeadRow) => string | null): Column<LeadRow> => ({
      key,
      header,
      kind: 'date',
      value,
      missing: t('crm.noDate')
    })
    const qualified = (row: LeadRow): string | null =>
      row.isQualified === null ? null : t(row.isQualified ? 'crm.leads.qualified' : 'crm.leads.notQualified')
    return [
      { ...text('name', t('crm.name'), (row) => row.name ?? row.externalId), width: 170, isGroupable: false },
      { ...text('company', t('crm.leads.company'), (row) => row.company), width: 160 },
      { ...text('seller', t('crm.seller'), (row) => row.sellerName), missing: t('crm.leads.noSeller') },
      text('source', t('crm.leadSource'), (row) => row.source),
      text('status', t('crm.leads.status'), (row) => row.status),
      text('qualified', t('crm.leads.isQualified'), qualified),
      {
        key: 'score',
        header: t('crm.leads.score'),
        kind: 'number',
        value: (row) => row.score,
        missing: t('crm.notGiven')
      },
      day('created', t('crm.created'), (row) => row.createdOn),
      day('answered', t('crm.leads.answered'), (row) => row.answeredOn),
      day('converted', t('crm.leads.converted'), (row) => row.convertedOn),
      { ...text('externalId', t('crm.externalId'), (row) => row.externalId), isHiddenAtFirst: true, isGroupable: false }
    ]
  }, [t])
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const rows = query.value ?? []
  return (
    <DataTable
      label={t('crm.leads.title')}
      layoutName="leads"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      isLoading={query.value === undefined}
      exportName="leads"
      totals={t('crm.leads.total', { count: rows.length })}
      initialSort={[{ column: 'created', isDescending: true }]}
      empty={<EmptyState title={t('crm.leads.none')} />}
    />
  )
}
