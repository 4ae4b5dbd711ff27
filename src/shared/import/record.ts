// Reads one row of a table into the values of its entity, by the column plan; a cell that can't be read is told, not guessed.
// Some values are made of several columns: the close date of a deal that also says when it was won, a name in two parts.
import type { CurrencyCode } from '#shared/units/currency.ts'
import { parseCurrencyCode } from '#shared/units/currency.ts'
import { cellReader, type ReadCell, type RecordValue } from './cell-readers.ts'
import type { EntityName } from './entities/entity.ts'
import { addressParter } from './name-and-address.ts'
import { orderStageOf } from './order-list.ts'
import { isUndecidedTerritory } from './territory-question.ts'
import type { ColumnPlan, RawRow, ReadTable } from './types.ts'
import { fieldOfColumn } from './understand.ts'

export type { RecordValue } from './cell-readers.ts'

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
  warnings: readonly CellProblem[]
}

type Values = Record<string, RecordValue>
/** Makes a value out of others of the same row. */
type Finish = (values: Values) => void

interface FieldReader {
  index: number
  header: string
  name: string
  isEssential: boolean
  read: ReadCell
}

const noWarnings: readonly CellProblem[] = []

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
  // Until somebody says that accounts are to be put there, a territory is a word beside the account.
  for (const column of table.columns) if (isUndecidedTerritory(table, column)) open.add(column.index)
  let named: CurrencyCode | undefined
  const has = new Set<string>()
  const readers = table.columns.flatMap((column): FieldReader[] => {
    const field = fieldOfColumn(table, column)
    if (field === undefined || open.has(column.index)) return []
    has.add(field.name)
    // Of several amounts the cell of the plain one says the currency.
    const onCurrency = isAmount(field.name) ? (currency: CurrencyCode | undefined) => (named ??= currency) : undefined
    const read = cellReader(column, onCurrency)
    return [
      { index: column.index, header: column.header, name: field.name, isEssential: field.isEssential === true, read }
    ]
  })
  const finishes = table.entity === null ? [] : finishesOf(table.entity, has)
  const saidByColumn = table.columns.find((column) => isAmount(column.field) && column.format?.currency)?.format
    ?.currency
  const needsCurrency = has.has('amount') && !has.has('currency')
  const customs = table.columns
    .filter((column) => column.field === 'custom' || open.has(column.index))
    .map((column) => ({ index: column.index, name: customName(column) }))
  // Copying an object that has every field is much faster than growing one field by field.
  const blank: Values = Object.fromEntries(readers.map((reader) => [reader.name, null]))
  if (saidByColumn !== undefined && needsCurrency) blank.currency = saidByColumn
  const orderStage = orderStageOf(table)
  if (orderStage !== undefined) blank.stage = orderStage
  return (row) => {
    const values: Values = { ...blank }
    let warnings: CellProblem[] | undefined
    let refusal: CellProblem | undefined
    named = undefined
    const { cells } = row
    for (const { index, header, name, isEssential, read } of readers) {
      const cell = cells[index]
      if (cell === null || cell === undefined || cell === '') continue
      const value = read(cell)
      if (value !== undefined) {
        values[name] = value
        continue
      }
      const problem = { rule: 'unreadableCell', header, cell: String(cell) }
      if (isEssential) refusal ??= problem
      else if (warnings === undefined) warnings = [problem]
      else warnings.push(problem)
    }
    if (needsCurrency && named !== undefined) values.currency = named
    for (const finish of finishes) finish(values)
    let custom: Record<string, string> | null = null
    for (const { index, name } of customs) {
      const cell = cells[index]
      if (cell === null || cell === undefined || cell === '') continue
      custom ??= {}
      custom[name] = String(cell)
    }
    return { values, custom, refusal, warnings: warnings ?? noWarnings }
  }
}

const isAmount = (field: string): boolean =>
  field === 'amount' || field === 'expectedAmount' || field === 'actualAmount'
const customName = (column: ColumnPlan): string => (column.header === '' ? `#${column.index + 1}` : column.header)

/** What the columns of an entity make together, as far as the table has them. */
function finishesOf(entity: EntityName, has: ReadonlySet<string>): Finish[] {
  const finishes: Finish[] = []
  const hasAny = (...fields: string[]): boolean => fields.some((field) => has.has(field))
  if (entity === 'opportunities') {
    if (hasAny('wonOn', 'lostOn', 'closedOn')) finishes.push(finishCloseDate)
    if (hasAny('actualAmount', 'expectedAmount')) finishes.push(finishAmount)
  }
  const partAddresses = addressParter(entity, has)
  if (partAddresses !== undefined) finishes.push(partAddresses)
  if (hasAny('firstName', 'lastName')) finishes.push(finishName)
  if (entity === 'rates' && has.has('pair')) finishes.push(finishPair)
  return finishes
}

/** The later of the days won and lost, else the day closed, else the day on which it is to close. */
function finishCloseDate(values: Values): void {
  const { wonOn = null, lostOn = null, closedOn = null, closeOn = null } = values
  let decided = wonOn ?? lostOn
  if (wonOn !== null && lostOn !== null && lostOn > wonOn) decided = lostOn
  values.closeOn = decided ?? closedOn ?? closeOn
}

/** What it was won for, else its amount, else what was expected. A CRM shows 0 as the actual amount of a deal that is open. */
function finishAmount(values: Values): void {
  const { actualAmount = null, amount = null, expectedAmount = null } = values
  values.amount =
    actualAmount !== null && actualAmount !== 0 ? actualAmount : (amount ?? expectedAmount ?? actualAmount)
}

/** A name in two columns; in Spanish sheets "Nombre" beside "Apellidos" is the first name. */
function finishName(values: Values): void {
  const { name = null, firstName = null, lastName = null } = values
  const first = firstName ?? (lastName === null ? null : name)
  if (firstName !== null && lastName !== null) {
    values.name = `${firstName} ${lastName}`
    return
  }
  const isWhole =
    firstName === null && typeof name === 'string' && typeof lastName === 'string' && name.endsWith(lastName)
  if (isWhole || (firstName !== null && name !== null)) return
  const parts = [first, lastName].filter((part) => part !== null && part !== '')
  values.name = parts.length === 0 ? name : parts.join(' ')
}

/** "EUR/USD" is the price of one euro in dollars. */
function finishPair(values: Values): void {
  const parts = typeof values.pair === 'string' ? /^([A-Za-z]{3})\s*[/\-\s]?\s*([A-Za-z]{3})$/.exec(values.pair) : null
  if (parts === null) return
  values.from = parseCurrencyCode(parts[1] ?? '') ?? null
  values.to = parseCurrencyCode(parts[2] ?? '') ?? null
}
