// Evenness before and after, for every measure and every index.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import type { TerritoryComparison } from '#shared/territories/compare-types.ts'
import { balanceIndices } from '#shared/territories/indices/index.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { territoryMeasures } from '#shared/territories/measures/index.ts'
import type { IndexId, MeasureId } from '#shared/territories/types.ts'

interface EvennessChangesProps {
  readonly comparison: TerritoryComparison
  readonly settings: TerritorySettings
}

interface EvennessRow {
  readonly measureId: MeasureId
  readonly indexId: IndexId
  readonly left: number | null
  readonly right: number | null
}

export function EvennessChanges({ comparison, settings }: EvennessChangesProps) {
  const { t } = useText()
  const format = useFormat()
  const { evenness, left, right } = comparison
  const rows = useMemo(
    (): EvennessRow[] =>
      territoryMeasures.flatMap(({ id: measureId }) =>
        balanceIndices.map(({ id: indexId }) => ({
          measureId,
          indexId,
          left: evenness[measureId].left[indexId],
          right: evenness[measureId].right[indexId]
        }))
      ),
    [evenness]
  )
  const columns = useMemo((): Column<EvennessRow>[] => {
    const digits = { balance: 1, maxOverMin: 2, variation: 3, meanDeviation: 1, gini: 3, withinBand: 1 } as const
    const isRatio = (id: IndexId) => balanceIndices.find((index) => index.id === id)?.unit === 'ratio'
    const write = (id: IndexId, value: number) =>
      isRatio(id) ? format.percent(value, digits[id]) : format.number(value, digits[id])
    const writeChange = (id: IndexId, value: number) =>
      isRatio(id) ? format.signedPercent(value, digits[id]) : format.signedNumber(value, digits[id])
    const missing = t('territories.even.noMeaning')
    const side = (key: 'left' | 'right', header: string): Column<EvennessRow> => ({
      key,
      header,
      kind: 'custom',
      align: 'right',
      width: 150,
      value: (row) => row[key],
      text: (row) => (row[key] === null ? '' : write(row.indexId, row[key])),
      render: (row) => (row[key] === null ? <Missing reason={missing} /> : write(row.indexId, row[key]))
    })
    const change = (row: EvennessRow) => (row.left === null || row.right === null ? null : row.right - row.left)
    return [
      {
        key: 'measure',
        header: t('territories.measure'),
        kind: 'text',
        width: 150,
        isHiddenAtFirst: true,
        value: (row) => t(`territories.measures.${row.measureId}`),
        isGroupable: true
      },
      {
        key: 'index',
        header: t('territories.even.index'),
        kind: 'text',
        width: 190,
        value: (row) => t(`territories.indices.${row.indexId}.name`, { band: format.percent(settings.bandRatio) })
      },
      side('left', t('territories.compare.beforeOf', { name: left.scenarioName })),
      side('right', t('territories.compare.afterOf', { name: right.scenarioName })),
      {
        key: 'change',
        header: t('plans.change'),
        kind: 'custom',
        align: 'right',
        width: 110,
        value: change,
        text: (row) => {
          const by = change(row)
          return by === null ? '' : writeChange(row.indexId, by)
        },
        render: (row) => {
          const by = change(row)
          return by === null ? <Missing reason={missing} /> : writeChange(row.indexId, by)
        }
      }
    ]
  }, [t, format, settings.bandRatio, left.scenarioName, right.scenarioName])
  return (
    <DataTable
      label={t('territories.compare.views.evenness')}
      layoutName="territory-evenness-changes"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.measureId} ${row.indexId}`}
      groupBy="measure"
      exportName={t('territories.compare.exportEvenness')}
      search={false}
      isCompact
    />
  )
}
