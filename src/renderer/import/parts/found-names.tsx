// Accounts or people that a quality rule found: each opens where it can be put right.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import type { AccountId } from '#shared/crm/types.ts'
import type { QualityFindingRow } from '#shared/import/types.ts'
import { detailColumns } from './finding-detail.ts'

export interface FoundNamesProps {
  readonly about: 'accounts' | 'sellers'
  readonly rule: string
  readonly rows: readonly QualityFindingRow[]
  readonly onAccount: (id: AccountId | undefined, title?: string) => void
}

export function FoundNames({ about, rule, rows, onAccount }: FoundNamesProps) {
  const { t } = useText()
  const { go, settings } = useSession()
  const columns = useMemo(
    (): Column<QualityFindingRow>[] => [
      {
        key: 'name',
        header: t(about === 'accounts' ? 'crm.account' : 'crm.seller'),
        kind: 'text',
        width: 240,
        value: (row) => row.label
      },
      ...detailColumns(rule, rows, t),
      {
        key: 'amount',
        header: t('import.amountTouched'),
        kind: 'money',
        width: 150,
        currency: (row) => row.currency ?? settings.currency,
        value: (row) => row.amountMinor,
        missing: t('import.noMoney')
      }
    ],
    [t, about, rule, rows, settings.currency]
  )
  const places = useMemo(() => new Map(rows.map((row, at) => [row, at])), [rows])
  return (
    <>
      <p className="muted">{t(about === 'accounts' ? 'import.found.openAccount' : 'import.found.openPerson')}</p>
      <DataTable
        label={t(about === 'accounts' ? 'crm.accounts' : 'crm.sellers')}
        layoutName={`quality-${about}`}
        columns={columns}
        rows={rows}
        rowKey={(row) => places.get(row) ?? row.label}
        onSelect={(row) => {
          if (row?.sellerId != null) go('people', { seller: String(row.sellerId) })
          else if (row?.accountId != null) onAccount(row.accountId, row.label)
        }}
        exportName={`quality-${rule}`}
      />
    </>
  )
}
