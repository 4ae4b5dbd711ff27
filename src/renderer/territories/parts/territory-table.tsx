// The territories with their figures, an inline bar of each against the mean, and what is to be looked at. Names can be edited in place.
import { type ReactNode, useMemo } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { Why, WhySteps } from '#renderer/ui/why.tsx'
import { getMeasure } from '#shared/territories/measures/index.ts'
import type { MeasureId, TerritoryId } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { Evenness, TerritoryLine } from './view.ts'
import './territories.css'

interface TerritoryTableProps {
  readonly lines: readonly TerritoryLine[]
  readonly evenness: Evenness
  readonly measureId: MeasureId
  readonly currency: CurrencyCode
  readonly isLocked: boolean
  readonly selectedId: TerritoryId | undefined
  readonly onSelect: (id: TerritoryId | undefined) => void
  /** What is compared, and which sales: beside the filter box. */
  readonly tools: ReactNode
}

export function TerritoryTable(props: TerritoryTableProps) {
  const { lines, evenness, measureId, currency, isLocked, selectedId, onSelect } = props
  const { t } = useText()
  const format = useFormat()
  const rename = useCommand('territories.rename')
  const columns = useMemo((): Column<TerritoryLine>[] => {
    const most = Math.max(...lines.map((line) => line.index ?? 0), 100)
    // A row counts unless the one above it is seen too: that one's figures hold it.
    const sumSeen = (read: (line: TerritoryLine) => number) => (rows: readonly TerritoryLine[]) => {
      const seen = new Set(rows.map((row) => row.id))
      const tops = rows.filter((row) => row.parentId === null || !seen.has(row.parentId))
      return tops.reduce((sum, row) => sum + read(row), 0)
    }
    const money = (minor: number) => format.money(minor, currency, { isBare: true, digits: 0 })
    return [
      {
        key: 'name',
        header: t('territories.columns.name'),
        kind: 'text',
        width: 152,
        value: (row) => row.name,
        render: (row) => (
          <span className="territory-name" title={row.name} style={{ paddingLeft: row.depth * 14 }}>
            {row.name}
          </span>
        ),
        ...(isLocked
          ? {}
          : {
              edit: {
                kind: 'text' as const,
                isRequired: true,
                commit: (row: TerritoryLine, name: string | number | null) =>
                  rename.run({ territoryId: row.id, name: String(name) })
              }
            })
      },
      {
        key: 'index',
        header: t('territories.columns.index'),
        hint: t('territories.columns.indexHint'),
        kind: 'number',
        align: 'left',
        width: 108,
        value: (row) => row.index,
        missing: t('territories.noIndex'),
        render: (row) =>
          row.index === null ? null : (
            <Bar ratio={row.index} max={most} tone={row.checks.includes('empty') ? 'amber' : 'accent'} width={46}>
              <WhyIndex line={row} evenness={evenness} measureId={measureId} currency={currency} />
            </Bar>
          )
      },
      {
        key: 'revenue',
        header: t('territories.columns.revenue'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.wonMinor,
        total: (rows) => money(sumSeen((row) => row.wonMinor)(rows))
      },
      {
        key: 'accounts',
        header: t('territories.columns.accounts'),
        kind: 'number',
        width: 74,
        value: (row) => row.accounts,
        total: (rows) => format.number(sumSeen((row) => row.accounts)(rows))
      },
      {
        key: 'checks',
        header: t('territories.columns.checks'),
        kind: 'text',
        width: 122,
        value: (row) =>
          tagsOf(row)
            .map((tag) => t(`territories.tags.${tag}`))
            .join(', '),
        render: (row) => (
          <span className="territory-tags">
            {tagsOf(row).map((tag) => (
              <Tag key={tag} tone="amber">
                {t(`territories.tags.${tag}`)}
              </Tag>
            ))}
            {tagsOf(row).length === 0 && row.manualAccounts > 0 ? (
              <Tag>{t('territories.tags.manual', { ratio: format.percent(row.manualAccounts / row.accounts) })}</Tag>
            ) : null}
          </span>
        )
      },
      {
        key: 'openPipeline',
        header: t('territories.columns.openPipeline'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.openMinor,
        total: (rows) => money(sumSeen((row) => row.openMinor)(rows))
      },
      {
        key: 'sellers',
        header: t('territories.columns.sellers'),
        kind: 'text',
        isHiddenAtFirst: true,
        width: 180,
        value: (row) => [...new Set(row.coverage.map((each) => each.sellerName))].join(', ') || null,
        missing: t('territories.pane.noCoverage')
      }
    ]
  }, [t, format, lines, evenness, measureId, currency, isLocked, rename])
  return (
    <DataTable
      label={t('territories.title')}
      layoutName="territories"
      columns={columns}
      rows={lines}
      rowKey={(row) => row.id}
      totals={t('territories.all')}
      selectedKey={selectedId}
      onSelect={(row) => onSelect(row?.id)}
      exportName="territories"
      search={false}
      tools={props.tools}
      isCompact
    />
  )
}

function tagsOf(line: TerritoryLine): ('empty' | 'noSeller' | 'aboveLeaf')[] {
  return (['empty', 'noSeller', 'aboveLeaf'] as const).filter((kind) => line.checks.includes(kind))
}

interface WhyIndexProps {
  readonly line: TerritoryLine
  readonly evenness: Evenness
  readonly measureId: MeasureId
  readonly currency: CurrencyCode
}

export function WhyIndex({ line, evenness, measureId, currency }: WhyIndexProps) {
  const { t } = useText()
  const format = useFormat()
  const measure = getMeasure(measureId)
  const show = (value: number) =>
    measure.unit === 'money' ? format.money(Math.round(value), currency, { digits: 0 }) : format.number(value, 1)
  const index = format.number(line.index ?? 0)
  return (
    <Why title={t('territories.why.indexOf', { name: line.name, index })} of={<span className="numbers">{index}</span>}>
      <WhySteps
        steps={[
          {
            key: 'value',
            label: `${line.name}, ${t(`territories.inSentence.${measureId}`)}`,
            value: show(measure.read(line))
          },
          {
            key: 'mean',
            label: t('territories.why.mean', { count: evenness.leaves.length }),
            value: show(evenness.mean)
          },
          { key: 'index', label: t('territories.why.divided'), value: index, isResult: true }
        ]}
      />
    </Why>
  )
}
