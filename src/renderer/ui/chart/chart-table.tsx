// The numbers of a chart as a table: for screen readers, for copying and for export.
import { useMemo } from 'react'
import { type Column, DataTable } from '../data-table.tsx'
import type { ChartProps } from './types.ts'

interface ChartRow {
  readonly index: number
  readonly label: string
}

export function ChartTable(props: ChartProps) {
  const { labels, labelName, series, bands, unit, title, exportName } = props
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
      ...(bands ?? []).flatMap((band) => [
        column(`${band.key} low`, `${band.label} ↓`, band.low),
        column(`${band.key} high`, `${band.label} ↑`, band.high)
      ])
    ]
  }, [labelName, series, bands, unit])
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
