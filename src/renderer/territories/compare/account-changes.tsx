// Who gets which account: every account whose territory or seller changes, from where to where, and what goes with it.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { AccountChange, TerritoryComparison } from '#shared/territories/compare-types.ts'

export function AccountChanges({ comparison }: { readonly comparison: TerritoryComparison }) {
  const { t } = useText()
  const format = useFormat()
  const { currency, changes } = comparison
  const columns = useMemo((): Column<AccountChange>[] => {
    const sellers = (key: 'fromSellers' | 'toSellers'): Column<AccountChange> => ({
      key,
      header: t(`territories.compare.columns.${key}`),
      kind: 'text',
      width: 140,
      value: (row) => row[key].join(', ') || null,
      missing: t('territories.pane.noCoverage'),
      isGroupable: true
    })
    const territory = (key: 'fromTerritory' | 'toTerritory'): Column<AccountChange> => ({
      key,
      header: t(`territories.compare.columns.${key}`),
      kind: 'text',
      width: 130,
      value: (row) => row[key],
      missing: t('territories.source.none'),
      isGroupable: true
    })
    return [
      {
        key: 'account',
        header: t('territories.accounts.columns.name'),
        kind: 'text',
        width: 180,
        value: (row) => row.accountName
      },
      territory('fromTerritory'),
      territory('toTerritory'),
      sellers('fromSellers'),
      sellers('toSellers'),
      {
        key: 'what',
        header: t('territories.compare.columns.what'),
        kind: 'text',
        width: 124,
        value: (row) => t(row.isNewSeller ? 'territories.compare.newSeller' : 'territories.compare.sameSeller'),
        isGroupable: true
      },
      {
        key: 'revenue',
        header: t('territories.accounts.columns.revenue'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.wonMinor,
        total: 'sum'
      },
      {
        key: 'openPipeline',
        header: t('territories.accounts.columns.openPipeline'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.openMinor,
        total: 'sum'
      },
      {
        key: 'years',
        header: t('territories.compare.columns.years'),
        hint: t('territories.compare.relationshipNote'),
        kind: 'number',
        digits: 1,
        width: 96,
        value: (row) => row.relationshipYears,
        missing: t('territories.compare.noRelationship'),
        total: (rows) =>
          format.number(
            rows.reduce((sum, row) => sum + (row.relationshipYears ?? 0), 0),
            1
          )
      }
    ]
  }, [t, format, currency])
  return (
    <DataTable
      label={t('territories.compare.views.accounts')}
      layoutName="territory-account-changes"
      columns={columns}
      rows={changes}
      rowKey={(row) => row.accountId}
      totals={t('territories.accounts.total')}
      exportName={t('territories.compare.exportAccounts')}
      isCompact
    />
  )
}
