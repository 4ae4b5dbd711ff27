// Decides how the cells of each mapped column are read, with the evidence, and asks what only the user can say.
import { nameKey } from '#shared/units/name-key.ts'
import type { ColumnLook } from './column-look.ts'
import type {
  ColumnFormat,
  ColumnPlan,
  DateOrder,
  DecimalSign,
  Evidence,
  Question,
  ReadTable,
  Scale,
  TableChoice
} from './types.ts'

/** Answers by column. */
export interface FormatAnswers {
  dateOrders: Readonly<Record<string, DateOrder>>
  decimalSigns: Readonly<Record<string, DecimalSign>>
  scales: Readonly<Record<string, Scale>>
}

/** What is known beside the cells: what the user says now, said earlier about files of this shape, and what a dictionary says. */
export interface FormatHints {
  chosen: FormatAnswers
  remembered: FormatAnswers
  /** Header key → scale. */
  units: ReadonlyMap<string, Scale>
}

/** The mapped columns of the table and what they look like. */
interface Beside {
  mapped: readonly ColumnPlan[]
  lookAt: ReadonlyMap<number, ColumnLook>
}

type Ask = (question: Pick<Question, 'kind' | 'options' | 'whileOpen'>) => void

const numberKinds = new Set(['money', 'number', 'integer', 'ratio'])

/** The answers in a choice. */
export const answersOf = (choice: TableChoice | undefined): FormatAnswers => ({
  dateOrders: choice?.dateOrders ?? {},
  decimalSigns: choice?.decimalSigns ?? {},
  scales: choice?.scales ?? {}
})

/** Answers that a profile keeps, or none. */
export const noAnswers: FormatAnswers = { dateOrders: {}, decimalSigns: {}, scales: {} }

/** Whether a format was decided by an earlier answer. */
export const isRemembered = (format: ColumnFormat | null): boolean =>
  format?.evidence?.reason.startsWith('remembered') ?? false

const remembered = (column: ColumnPlan): Evidence => ({
  reason: column.kind === 'date' ? 'rememberedOrder' : 'remembered',
  example: column.examples[0] ?? '',
  cells: column.filled
})

/**
 * Sets the format of every mapped column of a table and adds its questions.
 *
 * @param table the table; its columns and questions are changed
 * @param looks what its columns look like
 * @param hints what is known beside the cells: choices go before the cells, earlier answers behind them
 */
export function decideFormats(table: ReadTable, looks: readonly ColumnLook[], hints: FormatHints): void {
  const lookAt = new Map(looks.map((look) => [look.index, look]))
  const mapped = table.columns.filter((column) => column.kind !== null)
  for (const column of mapped) {
    const look = lookAt.get(column.index)
    if (look === undefined) continue
    const ask: Ask = (question) =>
      table.questions.push({
        ...question,
        tableKey: table.key,
        column: column.index,
        header: column.header,
        examples: column.examples
      })
    if (column.kind === 'date') column.format = dateFormat(column, look, { mapped, lookAt }, hints, ask)
    else if (column.kind !== null && numberKinds.has(column.kind))
      column.format = numberFormat(column, look, { mapped, lookAt }, hints, ask)
    else if (column.kind === 'year') column.format = { evidence: null }
  }
}

function dateFormat(column: ColumnPlan, look: ColumnLook, beside: Beside, hints: FormatHints, ask: Ask): ColumnFormat {
  const chosen = hints.chosen.dateOrders[String(column.index)]
  const { dateOrder, evidence, isAmbiguous, possible } = look.dates
  if (chosen !== undefined) return { evidence: chosen === dateOrder ? evidence : null, dateOrder: chosen }
  if (dateOrder !== undefined) return { evidence, dateOrder }
  if (!isAmbiguous) return { evidence }
  const earlier = hints.remembered.dateOrders[String(column.index)]
  if (earlier !== undefined && possible.includes(earlier)) return { evidence: remembered(column), dateOrder: earlier }
  const sibling = ofSibling(column, beside, 'date', (each) => {
    const order = each.dates.dateOrder
    return order === undefined || !possible.includes(order) ? undefined : [order, each.dates.evidence?.cells ?? 0]
  })
  if (sibling !== undefined) return { evidence: sibling.evidence, dateOrder: sibling.value }
  ask({ kind: 'dateOrder', options: possible, whileOpen: null })
  return { evidence: null }
}

/** What another column of the same kind in the same table, whose format is clear, says about an unclear one. */
function ofSibling<Value>(
  column: ColumnPlan,
  { mapped, lookAt }: Beside,
  kind: ColumnPlan['kind'],
  clear: (look: ColumnLook) => [Value, number] | undefined
): { value: Value; evidence: Evidence } | undefined {
  for (const other of mapped) {
    const look = lookAt.get(other.index)
    if (other.index === column.index || other.kind !== kind || look === undefined) continue
    const found = clear(look)
    if (found !== undefined)
      return { value: found[0], evidence: { reason: 'asColumn', example: other.header, cells: found[1] } }
  }
  return undefined
}

function numberFormat(
  column: ColumnPlan,
  look: ColumnLook,
  beside: Beside,
  hints: FormatHints,
  ask: Ask
): ColumnFormat {
  const chosen = hints.chosen.decimalSigns[String(column.index)]
  const { numbers, reading } = look
  const format: ColumnFormat = { evidence: numbers.evidence }
  const currency = numbers.currency ?? reading.currency
  if (column.kind === 'money' && currency !== undefined) format.currency = currency
  if (chosen !== undefined) format.decimalSign = chosen
  else if (numbers.decimalSign !== undefined) format.decimalSign = numbers.decimalSign
  else if (numbers.isAmbiguous) decideUnclear(column, look, beside, format, hints, ask)
  if (column.kind === 'ratio') decidePercent(look, format)
  if (column.kind === 'money') decideScale(column, look, format, hints, ask)
  return format
}

/** Cells like 1.234 alone: another money column may tell, or that nothing of four digits goes without the sign; else it is asked. */
function decideUnclear(
  column: ColumnPlan,
  look: ColumnLook,
  beside: Beside,
  format: ColumnFormat,
  hints: FormatHints,
  ask: Ask
): void {
  const earlier = hints.remembered.decimalSigns[String(column.index)]
  const sibling =
    column.kind === 'money'
      ? ofSibling(column, beside, 'money', (each) =>
          each.numbers.decimalSign === undefined
            ? undefined
            : [each.numbers.decimalSign, each.numbers.evidence?.cells ?? 0]
        )
      : undefined
  const isAmount = column.kind === 'money' || column.kind === 'integer'
  if (earlier !== undefined) {
    format.decimalSign = earlier
    format.evidence = remembered(column)
  } else if (sibling !== undefined) {
    format.decimalSign = sibling.value
    format.evidence = { ...sibling.evidence, reason: 'decimalAsColumn' }
  } else if (isAmount && look.numbers.groupedBy !== undefined) {
    format.decimalSign = look.numbers.groupedBy
    format.evidence = look.groupEvidence
  } else ask({ kind: 'decimalSign', options: ['.', ','], whileOpen: null })
}

/** Whether a column of chances is written as 75 for 75 %. A number above 1 says so. */
function decidePercent(look: ColumnLook, format: ColumnFormat): void {
  const example = look.sample.find((text) => /[2-9]|\d\d/.test(text)) ?? ''
  if (look.numbers.percents === look.numbers.numeric && look.numbers.percents > 0) {
    format.evidence = { reason: 'percentSign', example: look.examples[0] ?? '', cells: look.numbers.percents }
    return
  }
  if (look.largest > 1) {
    format.isPercent = true
    format.evidence = { reason: 'percentValues', example, cells: look.numbers.numeric }
    return
  }
  if (look.filled > 0)
    format.evidence = { reason: 'ratioValues', example: look.examples[0] ?? '', cells: look.numbers.numeric }
}

function decideScale(column: ColumnPlan, look: ColumnLook, format: ColumnFormat, hints: FormatHints, ask: Ask): void {
  const chosen = hints.chosen.scales[String(column.index)]
  if (chosen !== undefined) {
    format.scale = chosen
    return
  }
  if (look.reading.scale !== undefined) {
    format.scale = look.reading.scale
    format.evidence = { reason: 'unitInHeader', example: column.header, cells: column.filled }
    return
  }
  const fromDictionary = hints.units.get(nameKey(look.key))
  if (fromDictionary !== undefined) {
    format.scale = fromDictionary
    format.evidence = { reason: 'unitInDictionary', example: column.header, cells: column.filled }
    return
  }
  const earlier = hints.remembered.scales[String(column.index)]
  if (earlier !== undefined) {
    format.scale = earlier
    format.evidence = remembered(column)
    return
  }
  // A company that takes less than 100,000 a year is rare; where none takes more, the column is likely in thousands or millions.
  if (column.field === 'revenue' && look.filled > 0 && look.largest < 100_000)
    ask({ kind: 'scale', options: ['1', '1000', '1000000'], whileOpen: 'custom' })
}
