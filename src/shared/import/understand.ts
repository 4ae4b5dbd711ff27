// Turns the rows of a sheet into a table with a meaning: what it holds, which column is which field, how its cells are read,
// and what only the user can say. What the user has chosen goes before what is found.
import type { EntityField } from './entities/index.ts'
import { entityOf } from './entities/index.ts'
import { type ColumnLook, findEntity, lookAtColumn, matchEntity } from './mapping.ts'
import { findTable } from './table.ts'
import type { ColumnFormat, ColumnPlan, Question, RawCell, RawRow, ReadTable, Scale, TableChoice } from './types.ts'

/** Rows of one sheet or text, as a reader gives them. */
export interface RawSheet {
  sheet: string | null
  rows: RawRow[]
  encoding: string | null
  delimiter: string | null
  isHidden: boolean
}

export interface SheetPlace {
  key: string
  fileIndex: number
  fileName: string
}

/** Columns beyond these are left in the source cells. */
const mostColumns = 400

/**
 * Understands one sheet.
 *
 * @param sheet its rows
 * @param place which file it comes from
 * @param choice what the user corrected, undefined for nothing
 * @param units what a data dictionary among the files says of columns: header key → scale
 * @returns the table with columns, formats and questions; `entity` null where nothing was recognised
 * @missing a sheet without rows gives a table without rows and without entity
 * @example understandSheet(sheet, place, undefined, new Map()).entity // 'opportunities'
 */
export function understandSheet(
  sheet: RawSheet,
  place: SheetPlace,
  choice: TableChoice | undefined,
  units: ReadonlyMap<string, Scale>
): ReadTable {
  const found = findTable(sheet.rows)
  const looks = found.headers.slice(0, mostColumns).map((header, index) =>
    lookAtColumn(
      index,
      header,
      found.rows.map((row) => row.cells[index] ?? null)
    )
  )
  const name = `${place.fileName.replace(/\.[^.]+$/, '')} ${sheet.sheet ?? ''}`
  const match =
    choice?.entity === undefined
      ? findEntity(looks, name)
      : choice.entity === null
        ? undefined
        : matchEntity(looks, choice.entity)
  const entity = match?.entity ?? null
  const columns = looks
    .filter((look) => look.header !== '' || look.filled > 0)
    .map((look): ColumnPlan => {
      const chosen = choice?.columns?.[String(look.index)]
      const taken = entity === null ? undefined : match?.matches.find((each) => each.index === look.index)
      const other = entity !== null && entityOf(entity).keepsCustom ? 'custom' : 'none'
      const field = entity === null ? 'none' : (chosen ?? taken?.field ?? other)
      const kind = entity === null ? null : (entityOf(entity).fields.find((each) => each.name === field)?.kind ?? null)
      return {
        index: look.index,
        header: look.header,
        field,
        kind,
        confidence: chosen === undefined ? (taken?.confidence ?? 0) : 1,
        isChosen: chosen !== undefined,
        filled: look.filled,
        examples: look.examples,
        format: null
      }
    })
  const table: ReadTable = {
    ...place,
    sheet: sheet.sheet,
    entity,
    entityConfidence: match?.confidence ?? 0,
    headerRow: found.headerRow,
    columns: withoutDoubles(columns),
    rowCount: found.rows.length,
    leftOut: found.leftOut,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    isHidden: sheet.isHidden,
    rows: found.rows,
    questions: []
  }
  decideFormats(table, looks, choice, units)
  return table
}

/** A field chosen by hand for one column is taken from the column that had it. */
function withoutDoubles(columns: ColumnPlan[]): ColumnPlan[] {
  const chosen = new Set(columns.filter((column) => column.isChosen).map((column) => column.field))
  return columns.map((column) =>
    column.isChosen || column.kind === null || !chosen.has(column.field)
      ? column
      : { ...column, field: 'custom', kind: null, confidence: 0 }
  )
}

function decideFormats(
  table: ReadTable,
  looks: readonly ColumnLook[],
  choice: TableChoice | undefined,
  units: ReadonlyMap<string, Scale>
): void {
  const lookOf = (index: number): ColumnLook | undefined => looks.find((look) => look.index === index)
  const mapped = table.columns.filter((column) => column.kind !== null)
  for (const column of mapped) {
    const look = lookOf(column.index)
    if (look === undefined) continue
    const at = String(column.index)
    const ask = (question: Pick<Question, 'kind' | 'options' | 'whileOpen'>): void => {
      const examples = column.examples
      table.questions.push({ ...question, tableKey: table.key, column: column.index, header: column.header, examples })
    }
    if (column.kind === 'date') {
      const chosen = choice?.dateOrders?.[at]
      const { dateOrder, evidence, isAmbiguous, possible } = look.dates
      const sibling = isAmbiguous ? siblingOrder(mapped, looks, column.index, possible) : undefined
      const order = chosen ?? dateOrder ?? sibling?.order
      column.format = { evidence: sibling?.evidence ?? evidence, ...(order === undefined ? {} : { dateOrder: order }) }
      if (isAmbiguous && sibling === undefined && chosen === undefined)
        ask({ kind: 'dateOrder', options: possible, whileOpen: null })
    } else if (column.kind === 'money' || column.kind === 'integer') {
      const chosen = choice?.decimalSigns?.[at]
      const { decimalSign, evidence, isAmbiguous, currency } = look.numbers
      const sign = chosen ?? decimalSign
      const format: ColumnFormat = { evidence }
      if (sign !== undefined) format.decimalSign = sign
      if (currency !== undefined) format.currency = currency
      if (isAmbiguous && chosen === undefined) ask({ kind: 'decimalSign', options: ['.', ','], whileOpen: null })
      if (column.kind === 'money') decideScale(column, look, format, choice?.scales?.[at], units, ask)
      column.format = format
    } else if (column.kind === 'year') column.format = { evidence: null }
  }
}

/** Another date column of the same table, written the same way, whose order is clear. */
function siblingOrder(
  mapped: readonly ColumnPlan[],
  looks: readonly ColumnLook[],
  index: number,
  possible: readonly string[]
): { order: 'ymd' | 'dmy' | 'mdy'; evidence: ColumnFormat['evidence'] } | undefined {
  for (const column of mapped) {
    const look = looks.find((each) => each.index === column.index)
    const order = look?.dates.dateOrder
    if (column.index === index || column.kind !== 'date' || look === undefined || order === undefined) continue
    if (possible.includes(order))
      return { order, evidence: { reason: 'asColumn', example: column.header, cells: look.dates.evidence?.cells ?? 0 } }
  }
  return undefined
}

const millionWords = /\b(millions?|millones|mill|mm|mio|m€|m\$|meur|musd)\b|\bM(?=[€$)\]]|\s*$)/i
const thousandWords = /\b(thousands?|miles|k|k€|keur|kusd)\b|\bk(?=[€$)\]])/i

function decideScale(
  column: ColumnPlan,
  look: ColumnLook,
  format: ColumnFormat,
  chosen: Scale | undefined,
  units: ReadonlyMap<string, Scale>,
  ask: (question: Pick<Question, 'kind' | 'options' | 'whileOpen'>) => void
): void {
  if (chosen !== undefined) {
    format.scale = chosen
    return
  }
  const unit = /[([{]([^)\]}]*)[)\]}]/.exec(column.header)?.[1] ?? ''
  const inWords = /\bin (millions|thousands)\b|\ben (millones|miles)\b/i.exec(column.header)?.[0] ?? ''
  const said: Scale | undefined = millionWords.test(unit || inWords)
    ? 1_000_000
    : thousandWords.test(unit || inWords)
      ? 1000
      : undefined
  if (said !== undefined) {
    format.scale = said
    format.evidence = { reason: 'unitInHeader', example: column.header, cells: column.filled }
    return
  }
  const fromDictionary = units.get(look.key)
  if (fromDictionary !== undefined) {
    format.scale = fromDictionary
    format.evidence = { reason: 'unitInDictionary', example: column.header, cells: column.filled }
    return
  }
  // A company that takes less than 100,000 a year is rare; where none takes more, the column is likely in thousands or millions.
  if (column.field === 'revenue' && look.filled > 0 && look.largest < 100_000)
    ask({ kind: 'scale', options: ['1', '1000', '1000000'], whileOpen: 'custom' })
}

/** The field of a column; undefined for custom and ignored ones. */
export const fieldOfColumn = (table: Pick<ReadTable, 'entity'>, column: ColumnPlan): EntityField | undefined =>
  table.entity === null ? undefined : entityOf(table.entity).fields.find((field) => field.name === column.field)

/**
 * Reads the scales that a data dictionary gives ("Annual revenue (in millions of USD)") from its rows.
 *
 * @param rows rows of a small table whose header names table, field and description
 * @returns header key → scale, for fields whose description says thousands or millions
 * @missing empty for a table that is no data dictionary
 * @example readDictionary(rows).get('revenue') // 1_000_000
 */
export function readDictionary(rows: readonly { cells: readonly RawCell[] }[]): Map<string, Scale> {
  const units = new Map<string, Scale>()
  const [head, ...body] = rows
  const keys =
    head?.cells.map((cell) =>
      String(cell ?? '')
        .trim()
        .toLowerCase()
    ) ?? []
  const field = keys.findIndex((key) => /^(field|column|campo|columna)$/.test(key))
  const words = keys.findIndex((key) => /^(description|descripci[oó]n|definition|definici[oó]n|meaning)$/.test(key))
  if (field < 0 || words < 0 || body.length > 2000) return units
  for (const row of body) {
    const text = String(row.cells[words] ?? '')
    const scale = /\b(millions|millones)\b/i.test(text)
      ? 1_000_000
      : /\b(thousands|miles)\b/i.test(text)
        ? 1000
        : undefined
    const key = String(row.cells[field] ?? '')
      .trim()
      .toLowerCase()
      .replaceAll('_', ' ')
    if (scale !== undefined && key !== '') units.set(key, scale)
  }
  return units
}
