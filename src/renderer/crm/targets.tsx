// The table of targets (of the company, teams, territories or products) as imports brought them.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { TargetRow } from '#shared/crm/types.ts'

export function Targets() {
  const { t, tError } = useText()
  const query = useQuery('crm.listTargets', {})
  const columns = useMemo(
    (): Column<TargetRow>[] => [
      {
        key: 'name',
        header: t('crm.targets.of'),
        kind: 'text',
        width: 200,
        value: (row) =>
          row.scope === 'company' && row.scopeName === '' ? t('crm.targets.scopes.company') : row.scopeName
      },
      {
        key: 'scope',
        header: t('crm.targets.scope'),
        kind: 'text',
        width: 130,
        value: (row) => t(`crm.targets.scopes.${row.scope}`),
        isGroupable: true
      },
      {
        key: 'measure',
        header: t('crm.targets.measure'),
        kind: 'text',
        value: (row) => row.measure,
        isGroupable: true
      },
      { key: 'starts', header: t('crm.targets.starts'), kind: 'date', width: 130, value: (row) => row.startsOn },
      { key: 'ends', header: t('crm.targets.ends'), kind: 'date', width: 130, value: (row) => row.endsOn },
      {
        key: 'amount',
        header: t('crm.amount'),
        kind: 'money',
        width: 140,
        currency: (row) => row.currency,
        value: (row) => row.amountMinor
      },
      {
        key: 'currency',
        header: t('crm.currency'),
        kind: 'text',
        value: (row) => row.currency,
        isGroupable: true,
        isHiddenAtFirst: true
      }
    ],
    [t]
  )
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  return (
    <DataTable
      label={t('crm.targets.title')}
      layoutName="targets"
      columns={columns}
      rows={query.value ?? []}
      rowKey={(row) => row.id}
      isLoading={query.value === undefined}
      exportName="targets"
      initialSort={[{ column: 'starts', isDescending: false }]}
      empty={<EmptyState title={t('crm.targets.none')} />}
    />
  )
}
