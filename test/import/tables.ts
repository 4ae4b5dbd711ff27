// Builds understood tables and plans from csv text, as a test wants them.
import { chooseDelimiter, readDelimited } from '#shared/import/delimited.ts'
import { type ImportPlan, type KnownFacts, planImport } from '#shared/import/plan/index.ts'
import type { ReadTable, TableChoice } from '#shared/import/types.ts'
import { understandSheet } from '#shared/import/understand.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { isoDate } from '#shared/units/date.ts'

export const nothingKnown: KnownFacts = {
  currency: currencyCode('EUR'),
  today: isoDate(2026, 11, 12),
  stages: [],
  teams: [],
  sellers: [],
  accounts: [],
  products: [],
  opportunities: [],
  activities: []
}

export function tableOf(text: string, fileName = 'file.csv', choice: Omit<TableChoice, 'key'> = {}): ReadTable {
  const delimiter = chooseDelimiter(text)
  const sheet = { sheet: null, rows: readDelimited(text, delimiter), encoding: 'utf-8', delimiter, isHidden: false }
  return understandSheet(sheet, { key: '0', fileIndex: 0, fileName }, { key: '0', ...choice }, new Map())
}

export const planOf = (...texts: string[]): ImportPlan =>
  planImport(
    texts.map((text, index) => ({ ...tableOf(text), key: String(index), fileIndex: index })),
    nothingKnown,
    () => undefined
  )

/** field by header of the mapped columns. */
export const mappingOf = (table: ReadTable): Record<string, string> =>
  Object.fromEntries(
    table.columns.filter((column) => column.kind !== null).map((column) => [column.header, column.field])
  )
