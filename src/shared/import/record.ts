// Reads one row of a table into the values of its entity, by the column plan; a cell that can't be read is told, not guessed.
import { parseCurrencyCode } from '#shared/units/currency.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { parseDate } from './dates.ts'
import { parseNumber } from './numbers.ts'
import type { ColumnPlan, RawCell, RawRow, ReadTable } from './types.ts'
import { fieldOfColumn } from './understand.ts'

export type RecordValue = string | number | boolean | null

export interface CellProblem {
  rule: string
  header: string
  cell: string
}

export interface ImportRecord {
  /** By field; a field whose column the table lacks is absent, an empty cell is null. */
  values: Readonly<Record<string, RecordValue>>
  custom: Readonly<Record<string, string>> | null
  /** A cell of an essential field that can't be read: the row is not taken. */
  refusal: CellProblem | undefined
  /** Cells of other fields that can't be read: the value is left out. */
  warnings: CellProblem[]
}

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', US$: 'USD' }
const newWords = /\b(new|nuevo|nueva|new business|yes|si|true|first|net new)\b/
const oldWords =
  /\b(existing|existente|renewal|renovacion|upsell|cross sell|expansion|ampliacion|no|false|add on|recurring)\b/

const textOf = (cell: RawCell): string => String(cell).replace(/\s+/g, ' ').trim()

type ReadCell = (cell: RawCell) => RecordValue | undefined

/** How the cells of a column are read; undefined as an answer means the cell is unreadable. */
function cellReader(column: ColumnPlan): ReadCell {
  const { dateOrder, decimalSign, scale = 1 } = column.format ?? {}
  switch (column.kind) {
    case 'date':
      return (cell) => parseDate(cell, dateOrder)
    case 'money':
      return (cell) => {
        const value = parseNumber(cell, decimalSign)
        return typeof value === 'number' ? value * scale : value
      }
    case 'integer':
      return (cell) => {
        const value = parseNumber(cell, decimalSign)
        return typeof value === 'number' ? Math.round(value) : value
      }
    case 'year':
      return (cell) => {
        const value = parseNumber(cell, decimalSign)
        return typeof value === 'number' && (value < 1000 || value > 2999) ? undefined : value
      }
    case 'currency':
      return (cell) => {
        const text = textOf(cell)
        return parseCurrencyCode(symbols[text] ?? text)
      }
    case 'flag':
      return (cell) => {
        const key = nameKey(String(cell))
        return oldWords.test(key) ? false : newWords.test(key) ? true : null
      }
    default:
      return textOf
  }
}

/**
 * Prepares the reading of a table's rows.
 *
 * @param table an understood table
 * @returns a function that reads one row; with it every cell is looked at once
 * @missing empty cells are null, columns without a field are absent
 * @example recordReader(table)({ rowNumber: 2, cells: ['Won', '5'] }).values.amount // 5
 */
export function recordReader(table: ReadTable): (row: RawRow) => ImportRecord {
  const open = new Set(table.questions.filter((each) => each.whileOpen === 'custom').map((each) => each.column))
  const fields = table.columns.flatMap((column) => {
    const field = fieldOfColumn(table, column)
    return field === undefined || open.has(column.index)
      ? []
      : [
          {
            index: column.index,
            header: column.header,
            name: field.name,
            isEssential: field.isEssential === true,
            read: cellReader(column)
          }
        ]
  })
  const customs = table.columns.filter((column) => column.field === 'custom' || open.has(column.index))
  return (row) => {
    const values: Record<string, RecordValue> = {}
    const warnings: CellProblem[] = []
    let refusal: CellProblem | undefined
    for (const field of fields) {
      const cell = row.cells[field.index] ?? null
      const value = cell === null ? null : field.read(cell)
      if (value !== undefined) {
        values[field.name] = value
        continue
      }
      values[field.name] = null
      const problem = { rule: 'unreadableCell', header: field.header, cell: String(cell) }
      if (field.isEssential) refusal ??= problem
      else warnings.push(problem)
    }
    let custom: Record<string, string> | null = null
    for (const column of customs) {
      const cell = row.cells[column.index] ?? null
      if (cell === null) continue
      custom ??= {}
      custom[column.header === '' ? `#${column.index + 1}` : column.header] = String(cell)
    }
    return { values, custom, refusal, warnings }
  }
}
