// What changes for each seller: accounts, sales, pipeline, work and potential before and after.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { SellerChange, TerritoryComparison } from '#shared/territories/compare-types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { unitOf } from '../parts/show-measure.ts'

interface SellerChangesProps {
  readonly comparison: TerritoryComparison
  readonly settings: TerritorySettings
}

export function SellerChanges({ comparison, settings }: SellerChangesProps) {
  const { t } = useText()
  const { currency } = comparison
  const rows = useMemo(
    () => comparison.sellers.toSorted((one, other) => other.gained + other.lost - one.gained - one.lost),
    [comparison]
  )
  const columns = useMemo((): Column<SellerChange>[] => {
    const potential = unitOf('potential', settings) === 'money' ? ('money' as const) : ('number' as const)
    const pair = (
      key: keyof SellerChange['after'],
      name: string,
      kind: 'number' | 'money',
      isHiddenAtFirst = false
    ): Column<SellerChange>[] => {
      const common = {
        kind,
        width: 104,
        ...(kind === 'money' ? { currency } : {}),
        // An account of several sellers is in each of their counts: a sum of those would say more accounts than there are.
        ...(key === 'accounts' ? {} : { total: 'sum' as const }),
        isHiddenAtFirst
      }
      return [
        {
          ...common,
          key: `${key}Before`,
          header: t('territories.compare.wasOf', { name }),
          value: (row) => row.before[key]
        },
        {
          ...common,
          key: `${key}After`,
          header: t('territories.compare.willBeOf', { name }),
          value: (row) => row.after[key]
        },
        {
          ...common,
          key: `${key}Change`,
          header: t('territories.compare.changeOf', { name }),
          isSigned: true,
          isHiddenAtFirst: isHiddenAtFirst || key === 'accounts',
          value: (row) => row.after[key] - row.before[key]
        }
      ]
    }
    return [
      {
        key: 'seller',
        header: t('territories.coverage.seller'),
        kind: 'text',
        width: 170,
        value: (row) => row.sellerName
      },
      ...pair('accounts', t('territories.measures.accounts'), 'number'),
      {
        key: 'gained',
        header: t('territories.compare.columns.gained'),
        kind: 'number',
        width: 84,
        value: (row) => row.gained
      },
      {
        key: 'lost',
        header: t('territories.compare.columns.lost'),
        kind: 'number',
        width: 84,
        value: (row) => row.lost
      },
      ...pair('wonMinor', t('territories.measures.revenue'), 'money'),
      ...pair('openMinor', t('territories.measures.openPipeline'), 'money', true),
      ...pair('workloadHours', t('territories.columns.workload'), 'number', true),
      ...(settings.potentialField === null
        ? []
        : pair('potential', t('territories.measures.potential'), potential, true))
    ]
  }, [t, currency, settings])
  return (
    <DataTable
      label={t('territories.compare.views.sellers')}
      layoutName="territory-seller-changes"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.sellerId}
      totals={t('territories.accounts.total')}
      exportName={t('territories.compare.exportSellers')}
      isCompact
      empty={<EmptyState title={t('territories.compare.noSellers')} />}
    />
  )
}
