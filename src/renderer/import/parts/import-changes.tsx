// The deals that an import changed, with each field before and after, filtered by the kind of change.
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { DealChangeKind, ImportId } from '#shared/import/types.ts'
import { useChangeColumns } from './change-columns.tsx'
import { Drill } from './drill.tsx'

export interface ImportChangesProps {
  readonly id: ImportId
  readonly selectedDeal: OpportunityId | undefined
  readonly onDeal: (id: OpportunityId | undefined, title?: string) => void
  readonly onBack: () => void
}

const all = 'all'

export function ImportChanges({ id, selectedDeal, onDeal, onBack }: ImportChangesProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const columns = useChangeColumns()
  const query = useQuery('import.getDifferences', { importId: id })
  const [kind, setKind] = useState<DealChangeKind>()
  const back = { backLabel: t('import.changes.back'), onBack }
  if (query.error)
    return (
      <Drill title={t('import.changes.title')} {...back}>
        <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
      </Drill>
    )
  if (query.value === undefined)
    return (
      <Drill title={t('import.changes.title')} {...back}>
        <Skeleton kind="table" />
      </Drill>
    )
  const { deals, since, kinds } = query.value
  const present = kinds.filter((each) => deals.some((deal) => deal.kinds.includes(each.kind)))
  const shown = kind === undefined ? deals : deals.filter((deal) => deal.kinds.includes(kind))
  return (
    <Drill
      title={t('import.changes.title')}
      subtitle={
        since === null
          ? t('import.changes.first')
          : t('import.changes.since', { at: format.dateTime(since.importedAt) })
      }
      {...back}
    >
      <DataTable
        label={t('import.changes.title')}
        layoutName="import-changes"
        columns={columns}
        rows={shown}
        rowKey={(row) => row.opportunityId ?? row.externalId ?? row.label}
        selectedKey={selectedDeal}
        onSelect={(row) => (row?.opportunityId ? onDeal(row.opportunityId, row.label) : undefined)}
        exportName="import-changes"
        tools={
          <Select
            size="xs"
            aria-label={t('import.changes.what')}
            allowDeselect={false}
            value={kind ?? all}
            data={[
              { value: all, label: t('import.changes.all') },
              ...present.map((each) => ({
                value: each.kind,
                label: `${t(`import.changeKinds.${each.kind}`)} (${format.number(each.deals)})`
              }))
            ]}
            onChange={(next) => setKind(present.find((each) => each.kind === next)?.kind)}
          />
        }
        empty={<EmptyState title={t('import.changes.none')} />}
      />
    </Drill>
  )
}
