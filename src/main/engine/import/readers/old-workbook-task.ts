// The part of old-workbook.ts that runs in a thread of its own: SheetJS reads the file, and its cells become rows as other readers give them.
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { type DateShape, dateShapeOf, serialToIso, tidyIso } from '#shared/import/serial-dates.ts'
import type { RawCell, RawSheet } from '#shared/import/types.ts'
import type { WorkerContext } from '../../worker-tasks.ts'
import { type ReadRefusal, refusalOf } from './reader.ts'
import { type CellBudget, RowBook } from './row-book.ts'
import { cleanText } from './xlsx-parts.ts'

/** SheetJS is large and seldom needed: a thread loads it when the first old workbook comes. */
async function loadSheetJs(): Promise<typeof import('@e965/xlsx')> {
  const [sheetJs, codepages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')])
  // Workbooks before Excel 97 write their texts in the code page of their country.
  sheetJs.set_cptable(codepages)
  return sheetJs
}

export type OldWorkbookArgs =
  | { kind: 'xls'; bytes: Uint8Array; password: string | undefined }
  | { kind: 'xlsb'; bytes: Uint8Array }
  /** Text: nothing is made a number or a date of by guessing. */
  | { kind: 'html'; text: string }

export type OldWorkbookResult = { ok: true; sheets: RawSheet[] } | { ok: false; refusal: ReadRefusal }

const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, cellStyles: true } as const

export async function oldWorkbookTask(args: OldWorkbookArgs, context: WorkerContext): Promise<OldWorkbookResult> {
  const { read } = await loadSheetJs()
  // Whoever waits counts the time from here.
  context.progress(0, 1, 'import.progress.reading', 0)
  try {
    const workbook = readWorkbook(read, args)
    return {
      ok: true,
      sheets: sheetsOf(workbook, (share, rows) => context.progress(share, 1, 'import.progress.reading', rows))
    }
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      return { ok: false, refusal: { code: 'import.passwordProtected' } }
    return { ok: false, refusal: refusalOf(error, args.kind).refusal }
  }
}

function readWorkbook(read: typeof import('@e965/xlsx').read, args: OldWorkbookArgs): WorkBook {
  if (args.kind === 'html') return read(args.text, { ...options, type: 'string', raw: true, cellStyles: false })
  const bytes = Buffer.from(args.bytes.buffer, args.bytes.byteOffset, args.bytes.byteLength)
  const password = args.kind === 'xls' && args.password !== undefined ? { password: args.password } : {}
  return read(bytes, { ...options, type: 'buffer', ...password })
}

function sheetsOf(workbook: WorkBook, onSheet: (share: number, rows: number) => void): RawSheet[] {
  const uses1904 = workbook.Workbook?.WBProps?.date1904 === true
  const budget: CellBudget = { cells: 0 }
  const sheets: RawSheet[] = []
  let rows = 0
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue
    const book = new RowBook(name, uses1904, budget)
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden
    book.visibility = hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible'
    fillBook(book, sheet, uses1904)
    rows += book.rowCount
    onSheet((index + 1) / workbook.SheetNames.length, rows)
    sheets.push(book.finish())
  }
  return sheets
}

function fillBook(book: RowBook, sheet: WorkSheet, uses1904: boolean): void {
  const { notebook } = book
  for (const [column, { hidden }] of (sheet['!cols'] ?? []).filter(Boolean).entries())
    if (hidden === true) notebook.hideColumns(column, column)
  for (const { s, e } of sheet['!merges'] ?? [])
    notebook.merge({ firstRow: s.r + 1, firstColumn: s.c, lastRow: e.r + 1, lastColumn: e.c })
  const shapes = new Map<string, DateShape>()
  const shapeOf = (format: unknown): DateShape => {
    if (typeof format !== 'string') return 'none'
    let shape = shapes.get(format)
    if (shape === undefined) {
      shape = dateShapeOf(-1, format)
      shapes.set(format, shape)
    }
    return shape
  }
  const rows = (sheet['!data'] ?? []) as (CellObject[] | undefined)[]
  for (const [row, cells] of rows.entries()) {
    if (cells === undefined) continue
    for (const [column, cell] of cells.entries()) {
      if (cell === undefined || cell === null) continue
      const value = cellValue(cell, shapeOf(cell.z), uses1904)
      if (cell.f !== undefined) notebook.addFormula(cell.t !== 'z')
      if (cell.t === 'e') notebook.addError(column, row + 1, String(value))
      book.put(column, value)
    }
    book.endRow(row + 1, sheet['!rows']?.[row]?.hidden === true)
  }
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA'
}

function cellValue(cell: CellObject, shape: DateShape, uses1904: boolean): RawCell {
  const { t, v } = cell
  if (t === 'z' || v === undefined || v === null) return null
  if (t === 'e') return errorTexts[Number(v)] ?? '#ERROR!'
  if (t === 'b') return Boolean(v)
  if (v instanceof Date) return tidyIso(v.toISOString())
  if (typeof v === 'number') return shape === 'none' ? v : (serialToIso(v, shape, uses1904) ?? v)
  return cleanText(String(v))
}
