// The numbers of a chart as a table: for screen readers, for copying and for export.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { runningSums } from './floating.ts'
import type { ChartProps } from './types.ts'

interface ChartRow {
  readonly index: number
  readonly label: string
}

export function ChartTable(props: ChartProps) {
  const { kind, labels, labelName, series, bands, unit, title, exportName, base = 0 } = props
  const { t } = useText()
  const rows = useMemo(() => labels.map((label, index): ChartRow => ({ index, label })), [labels])
  const columns = useMemo((): readonly Column<ChartRow>[] => {
    const column = (key: string, header: string, values: readonly (number | null)[]): Column<ChartRow> => ({
      key,
      header,
      kind: unit.kind,
      currency: unit.kind === 'money' ? unit.currency : undefined,
      digits: unit.kind === 'money' ? undefined : (unit.digits ?? 0),
      unit: unit.kind === 'number' ? unit.name : undefined,
      value: (row) => values[row.index]
    })
    return [
      { key: 'label', header: labelName, kind: 'text', value: (row) => row.label },
      ...series.map((each) => column(each.key, each.label, each.values)),
      // A waterfall says where each change leads to.
      ...(kind === 'waterfall'
        ? [column('after', t('ui.chart.after'), runningSums(base, series[0]?.values ?? []))]
        : []),
      ...(bands ?? []).flatMap((band) => [
        column(`${band.key} low`, `${band.label} ↓`, band.low),
        column(`${band.key} high`, `${band.label} ↑`, band.high)
      ])
    ]
  }, [kind, labelName, series, bands, unit, base, t])
  return (
    <DataTable
      label={title}
      layoutName="chart"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.index}
      search={false}
      isCompact
      exportName={exportName ?? title}
    />
  )
}
