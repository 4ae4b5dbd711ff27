// Coverage as a table: every entry and every open stretch of the year, for sorting, for export, and for those who don't see the drawing.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { TerritoryId, TerritoryRow } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { TimelineRow } from './timeline-rows.ts'

interface CoverageTableProps {
  readonly rows: readonly TimelineRow[]
  readonly selectedId: TerritoryId | undefined
  readonly onSelect: (id: TerritoryId | undefined) => void
}

interface CoverageEntry {
  readonly key: string
  readonly territory: TerritoryRow
  readonly state: 'covered' | 'gap' | 'overlap'
  readonly sellerName: string | null
  readonly fromOn: IsoDate | null
  readonly toOn: IsoDate | null
  readonly shareRatio: number | null
  readonly note: string
}

function entriesOf({ territory, gaps, overlaps }: TimelineRow): CoverageEntry[] {
  const common = { territory, note: '' }
  return [
    ...territory.coverage.map((each) => ({ ...each, territory, key: `c${each.id}`, state: 'covered' as const })),
    ...gaps.map((gap) => ({
      ...common,
      ...gap,
      key: `g${territory.id} ${gap.fromOn}`,
      state: 'gap' as const,
      sellerName: null,
      shareRatio: null
    })),
    ...overlaps.map((each) => ({
      ...common,
      key: `o${territory.id} ${each.fromOn}`,
      state: 'overlap' as const,
      sellerName: each.sellerNames.join(', '),
      fromOn: each.fromOn,
      toOn: each.toOn,
      shareRatio: each.shareRatio
    }))
  ]
}

export function CoverageTable({ rows, selectedId, onSelect }: CoverageTableProps) {
  const { t } = useText()
  const entries = useMemo(() => rows.flatMap(entriesOf), [rows])
  const columns = useMemo(
    (): Column<CoverageEntry>[] => [
      {
        key: 'territory',
        header: t('territories.columns.name'),
        kind: 'text',
        width: 170,
        value: (row) => row.territory.name,
        isGroupable: true
      },
      {
        key: 'state',
        header: t('territories.coverage.state'),
        kind: 'text',
        width: 110,
        value: (row) => t(`territories.coverage.legend.${row.state}`),
        render: (row) =>
          row.state === 'covered' ? (
            t('territories.coverage.legend.covered')
          ) : (
            <Tag tone={row.state === 'gap' ? 'amber' : 'red'}>{t(`territories.coverage.legend.${row.state}`)}</Tag>
          ),
        isGroupable: true
      },
      {
        key: 'seller',
        header: t('territories.coverage.seller'),
        kind: 'text',
        width: 170,
        value: (row) => row.sellerName,
        missing: t('territories.coverage.legend.gap'),
        isGroupable: true
      },
      {
        key: 'fromOn',
        header: t('territories.pane.fromLabel'),
        kind: 'date',
        width: 104,
        value: (row) => row.fromOn,
        missing: t('territories.pane.openStart')
      },
      {
        key: 'toOn',
        header: t('territories.pane.toLabel'),
        kind: 'date',
        width: 104,
        value: (row) => row.toOn,
        missing: t('territories.pane.openEnd')
      },
      {
        key: 'share',
        header: t('territories.coverage.share'),
        kind: 'percent',
        width: 80,
        value: (row) => row.shareRatio,
        missing: t('territories.coverage.shareNone')
      },
      {
        key: 'note',
        header: t('territories.coverage.note'),
        kind: 'text',
        width: 200,
        value: (row) => row.note
      }
    ],
    [t]
  )
  return (
    <DataTable
      label={t('territories.coverage.timeline')}
      layoutName="territory-coverage"
      columns={columns}
      rows={entries}
      rowKey={(row) => row.key}
      selectedKey={entries.find((row) => row.territory.id === selectedId)?.key}
      onSelect={(row) => onSelect(row?.territory.id)}
      exportName="territory-coverage"
      isCompact
      empty={<EmptyState title={t('territories.pane.noCoverage')} />}
    />
  )
}
