// xlsx with a bold, frozen header, true numbers and dates, and columns as wide as what stands in them.
import { type CellValue, type ColumnDef, writeXlsx } from 'hucre'
import type { ExportCell, ExportKind } from '#shared/export/types.ts'
import type { ExportFormat } from './format.ts'

const numberFormats: Partial<Record<ExportKind, string>> = {
  number: '#,##0.##',
  ratio: '0.0%',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss'
}

const toCell = (cell: ExportCell, kind: ExportKind): CellValue => {
  if (cell === null || typeof cell === 'number') return cell
  if (kind === 'date' || kind === 'instant') {
    const day = new Date(kind === 'date' ? `${cell}T00:00:00Z` : cell)
    return Number.isNaN(day.getTime()) ? cell : day
  }
  return cell
}

export const xlsx: ExportFormat = {
  name: 'xlsx',
  mostRows: 1_048_575,
  write: (table) => {
    const columns = table.columns.map((column, at): ColumnDef => {
      const longest = table.rows
        .slice(0, 200)
        .reduce((most, row) => Math.max(most, String(row[at] ?? '').length), column.header.length)
      const format = numberFormats[column.kind]
      return {
        header: column.header,
        width: Math.min(60, Math.max(8, longest + 2)),
        ...(format === undefined ? {} : { numFmt: format })
      }
    })
    const rows = table.rows.map((row) => table.columns.map((column, at) => toCell(row[at] ?? null, column.kind)))
    // A sheet's name has at most 31 characters and none of these signs.
    const name = table.name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim()
    return writeXlsx({
      sheets: [
        {
          name: name === '' ? 'Sheet1' : name,
          columns,
          rows: [table.columns.map((column) => column.header), ...rows],
          freezePane: { rows: 1 }
        }
      ]
    })
  }
}
