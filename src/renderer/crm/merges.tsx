// The list of everything that was merged, with the way back: what was moved then and not changed since returns.
import { Button } from '@mantine/core'
import { IconArrowsJoin2, IconArrowsSplit2 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { Merge } from '#shared/crm/types.ts'
import { MergeSellersDialog } from './merge-sellers-dialog.tsx'

export function Merges() {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('crm.listMerges', {})
  const [isMerging, setMerging] = useState(false)
  const { run: split } = useCommand('crm.splitMerge')
  const columns = useMemo(
    (): Column<Merge>[] => [
      { key: 'kept', header: t('crm.merges.kept'), kind: 'text', width: 220, value: (row) => row.keptName },
      { key: 'merged', header: t('crm.merges.merged'), kind: 'text', width: 220, value: (row) => row.mergedName },
      {
        key: 'entity',
        header: t('crm.merges.kind'),
        kind: 'text',
        width: 120,
        value: (row) => t(`crm.${row.entity}`),
        isGroupable: true
      },
      { key: 'moved', header: t('crm.merges.rows'), kind: 'number', width: 110, value: (row) => row.moved },
      {
        key: 'when',
        header: t('crm.merges.when'),
        kind: 'custom',
        width: 180,
        value: (row) => row.mergedAt,
        text: (row) => format.dateTime(row.mergedAt),
        render: (row) => format.dateTime(row.mergedAt)
      },
      {
        key: 'split',
        header: t('crm.merges.back'),
        kind: 'custom',
        width: 150,
        isSortable: false,
        value: () => null,
        render: (row) => (
          <Button
            size="compact-xs"
            leftSection={<IconArrowsSplit2 size={14} />}
            aria-label={t('crm.merges.splitName', { name: row.mergedName })}
            onClick={() => void split({ mergeId: row.id })}
          >
            {t('crm.merges.split')}
          </Button>
        )
      }
    ],
    [t, format, split]
  )
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  return (
    <>
      <div className="crm-buttons">
        <Button size="xs" leftSection={<IconArrowsJoin2 size={14} />} onClick={() => setMerging(true)}>
          {t('crm.people.mergeTwo')}
        </Button>
      </div>
      <DataTable
        label={t('crm.merges.title')}
        layoutName="merges"
        columns={columns}
        rows={query.value ?? []}
        rowKey={(row) => row.id}
        isLoading={query.value === undefined}
        exportName="merges"
        empty={<EmptyState title={t('crm.merges.none')} />}
      />
      {isMerging ? <MergeSellersDialog onClose={() => setMerging(false)} /> : null}
    </>
  )
}
