// The table of every screen. Its props are in table/types.ts; sorting, filtering and the keyboard are in table/.
import type { DataTableProps } from './table/types.ts'

export type {
  CellEdit,
  CellValue,
  Column,
  ColumnEdit,
  DataTableProps,
  ParseResult,
  RowKey,
  SelectOption,
  SortKey
} from './table/types.ts'

export function DataTable<Row>({ columns, rows, rowKey, label }: DataTableProps<Row>) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key}>{column.header}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key}>{column.render ? column.render(row) : column.value(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
