// The totals row at the foot of a table: over the rows seen, so that a filter answers "how much are these?".
import { useFormat } from '../format.tsx'
import { currencyOf, valueText } from './cell-text.ts'
import { sumOf } from './model.ts'
import { alignOf } from './table-row.tsx'
import type { Column } from './types.ts'

export interface TotalsProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly digits: ReadonlyMap<string, number | undefined>
  readonly hasChecks: boolean
}

export function Totals<Row>({ label, columns, rows, digits, hasChecks }: TotalsProps<Row>) {
  const format = useFormat()
  const cell = (column: Column<Row>) => {
    if (column.total === undefined) return null
    if (typeof column.total === 'function') return column.total(rows)
    const currencies = new Set(rows.map((row) => currencyOf(column, row)))
    // Amounts of different currencies have no sum.
    if (column.kind === 'money' && currencies.size > 1) return null
    const sum = sumOf(column, rows)
    return sum === null ? null : valueText(column, sum, [...currencies][0], format, digits.get(column.key))
  }
  return (
    <tfoot>
      <tr>
        {hasChecks ? <td className="table-check" /> : null}
        {columns.map((column, at) => (
          <td key={column.key} className={`table-${alignOf(column)}${at === 0 ? ' table-first' : ''}`}>
            {at === 0 ? label : cell(column)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
