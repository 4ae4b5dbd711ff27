// The territories with their figures, an inline bar of each against the mean, and what is to be looked at. Names can be edited in place.
import { type ReactNode, useMemo } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { Why, WhySteps } from '#renderer/ui/why.tsx'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import type { MeasureId, TerritoryId } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { digitsOf } from './commit-field.tsx'
import { unitOf, useShowMeasure } from './show-measure.ts'
import type { Evenness, TerritoryLine } from './view.ts'
import './territories.css'

interface TerritoryTableProps {
  readonly lines: readonly TerritoryLine[]
  readonly evenness: Evenness
  readonly measureId: MeasureId
  readonly currency: CurrencyCode
  readonly settings: TerritorySettings
  readonly isLocked: boolean
  readonly selectedId: TerritoryId | undefined
  readonly onSelect: (id: TerritoryId | undefined) => void
  /** What is compared, and which sales: beside the filter box. */
  readonly tools: ReactNode
}

export function TerritoryTable(props: TerritoryTableProps) {
  const { lines, evenness, measureId, currency, settings, isLocked, selectedId, onSelect } = props
  const { t } = useText()
  const format = useFormat()
  const rename = useCommand('territories.rename')
  const columns = useMemo((): Column<TerritoryLine>[] => {
    const potentialIsMoney = unitOf('potential', settings) === 'money'
    const most = Math.max(...lines.map((line) => line.index ?? 0), 100)
    // A row counts unless the one above it is seen too: that one's figures hold it.
    const sumSeen = (read: (line: TerritoryLine) => number) => (rows: readonly TerritoryLine[]) => {
      const seen = new Set(rows.map((row) => row.id))
      const tops = rows.filter((row) => row.kind === 'main' && (row.parentId === null || !seen.has(row.parentId)))
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
            {row.kind === 'overlay' ? (
              <>
                {' '}
                <Tag tone="accent">{t('territories.kinds.overlay')}</Tag>
              </>
            ) : null}
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
        header: t(evenness.hasCapacities ? 'territories.columns.indexTarget' : 'territories.columns.index'),
        hint: t(evenness.hasCapacities ? 'territories.columns.indexTargetHint' : 'territories.columns.indexHint'),
        kind: 'number',
        align: 'left',
        width: 108,
        value: (row) => row.index,
        missing: (row) => t(row.kind === 'overlay' ? 'territories.noIndexOverlay' : 'territories.noIndex'),
        render: (row) =>
          row.index === null ? null : (
            <Bar ratio={row.index} max={most} tone={row.checks.includes('empty') ? 'amber' : 'accent'} width={46}>
              <WhyIndex line={row} evenness={evenness} measureId={measureId} currency={currency} settings={settings} />
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
            <FoundTags line={row} />
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
        // Another measure takes its room.
        isHiddenAtFirst: measureId !== 'revenue' && measureId !== 'accounts' && measureId !== 'openPipeline',
        value: (row) => row.openMinor,
        total: (rows) => money(sumSeen((row) => row.openMinor)(rows))
      },
      {
        key: 'workload',
        header: t('territories.columns.workload'),
        hint: t('territories.columns.workloadHint'),
        unit: t('territories.columns.hours'),
        kind: 'number',
        width: 96,
        isHiddenAtFirst: measureId !== 'workload',
        value: (row) => row.workloadHours,
        total: (rows) => format.number(sumSeen((row) => row.workloadHours)(rows))
      },
      {
        key: 'potential',
        header: t('territories.columns.potential'),
        ...(potentialIsMoney ? { kind: 'money' as const, currency } : { kind: 'number' as const }),
        width: 124,
        isHiddenAtFirst: measureId !== 'potential',
        value: (row) => (settings.potentialField === null ? null : row.potential),
        missing: t('territories.unknown.noPotentialField'),
        total: (rows) => {
          if (settings.potentialField === null) return null
          const total = sumSeen((row) => row.potential)(rows)
          return potentialIsMoney ? money(total) : format.number(total)
        }
      },
      {
        key: 'custom',
        header: t('territories.columns.custom'),
        hint: t('territories.columns.customHint'),
        kind: 'percent',
        digits: 1,
        width: 96,
        isHiddenAtFirst: measureId !== 'custom',
        value: (row) => row.customShare,
        total: (rows) => format.percent(sumSeen((row) => row.customShare)(rows), 1)
      },
      {
        key: 'capacity',
        header: t('territories.columns.capacity'),
        hint: t('territories.pane.capacityHelp'),
        kind: 'number',
        digits: 2,
        width: 84,
        isHiddenAtFirst: true,
        value: (row) => row.capacityRatio
      },
      {
        key: 'base',
        header: t('territories.columns.base'),
        kind: 'text',
        width: 132,
        isHiddenAtFirst: true,
        value: (row) =>
          row.base === null ? null : row.base.isPinned ? row.base.label : t('territories.pane.baseOfAccounts'),
        missing: t('territories.pane.noBase')
      },
      {
        key: 'fromOn',
        header: t('territories.columns.fromOn'),
        kind: 'date',
        width: 100,
        isHiddenAtFirst: true,
        value: (row) => row.fromOn,
        missing: t('territories.pane.openStart')
      },
      {
        key: 'toOn',
        header: t('territories.columns.toOn'),
        kind: 'date',
        width: 100,
        isHiddenAtFirst: true,
        value: (row) => row.toOn,
        missing: t('territories.pane.openEnd')
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
  }, [t, format, lines, evenness, measureId, currency, settings, isLocked, rename])
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

const shownTags = ['empty', 'noSeller', 'gap', 'overlap', 'aboveLeaf', 'outsideDates', 'dependence'] as const

function tagsOf(line: TerritoryLine): (typeof shownTags)[number][] {
  return shownTags.filter((kind) => line.checks.includes(kind))
}

/** The first that was found as a tag; the others as a number that says which on hover and to a screen reader. */
function FoundTags({ line }: { readonly line: TerritoryLine }) {
  const { t } = useText()
  const [first, ...rest] = tagsOf(line).map((tag) => t(`territories.tags.${tag}`))
  if (first === undefined) return null
  return (
    <>
      <Tag tone="amber">{first}</Tag>
      {rest.length > 0 ? (
        <span className="muted small" title={rest.join(', ')}>
          +{rest.length}
          <span className="only-read">{rest.join(', ')}</span>
        </span>
      ) : null}
    </>
  )
}

interface WhyIndexProps {
  readonly line: TerritoryLine
  readonly evenness: Evenness
  readonly measureId: MeasureId
  readonly currency: CurrencyCode
  readonly settings: TerritorySettings
}

export function WhyIndex({ line, evenness, measureId, currency, settings }: WhyIndexProps) {
  const { t } = useText()
  const format = useFormat()
  const show = useShowMeasure(currency, settings)
  const index = format.number(line.index ?? 0)
  const capacity = evenness.leaves.reduce((sum, leaf) => sum + leaf.capacityRatio, 0)
  return (
    <Why title={t('territories.why.indexOf', { name: line.name, index })} of={<span className="numbers">{index}</span>}>
      <WhySteps
        steps={[
          {
            key: 'value',
            label: `${line.name}, ${t(`territories.inSentence.${measureId}`)}`,
            value: show(measureId, getMeasure(measureId).read(line))
          },
          {
            key: 'target',
            label: evenness.hasCapacities
              ? t('territories.why.target')
              : t('territories.why.mean', { count: evenness.leaves.length }),
            note: evenness.hasCapacities
              ? t('territories.why.targetOf', {
                  total: show(measureId, evenness.total),
                  own: format.number(line.capacityRatio, digitsOf(line.capacityRatio)),
                  all: format.number(capacity, Math.min(2, digitsOf(capacity)))
                })
              : undefined,
            value: show(measureId, line.target ?? 0)
          },
          {
            key: 'index',
            label: t(evenness.hasCapacities ? 'territories.why.dividedByTarget' : 'territories.why.divided'),
            value: index,
            isResult: true
          }
        ]}
      />
    </Why>
  )
}
