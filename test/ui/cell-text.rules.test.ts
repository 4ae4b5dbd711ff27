// Cells as text: as shown, as copied, as exported.
import { expect, test } from 'vitest'
import { makeFormat } from '../../src/renderer/ui/make-format.ts'
import { digitsOf, plainText, shownText, toCsv } from '../../src/renderer/ui/table/cell-text.ts'
import type { Column } from '../../src/renderer/ui/table/types.ts'
import { currencyCode } from '../../src/shared/units/money.ts'

interface Row {
  readonly name: string
  readonly goal: number | null
  readonly attainment: number | null
}

const name: Column<Row> = { key: 'name', header: 'Seller', kind: 'text', value: (row) => row.name }
const goal: Column<Row> = {
  key: 'goal',
  header: 'Goal',
  kind: 'money',
  currency: currencyCode('EUR'),
  value: (row) => row.goal
}
const share: Column<Row> = { key: 'attainment', header: 'Attainment', kind: 'percent', value: (row) => row.attainment }
const rows: readonly Row[] = [
  { name: 'Ruiz, "Ana"', goal: 1_234_567, attainment: 0.8225 },
  { name: '=HYPERLINK("x")', goal: null, attainment: null }
]
const word = () => ''
const format = makeFormat({
  language: 'es',
  numberLocale: 'es-ES',
  words: { year: word, half: word, quarter: word, month: word, week: word, short: word }
})

test('the export is exact, has units in its header, and holds no formula', () => {
  expect(toCsv([name, goal, share], rows)).toBe(
    'Seller,Goal (EUR),Attainment\r\n"Ruiz, ""Ana""",12345.67,82.25%\r\n"\'=HYPERLINK(""x"")",,\r\n'
  )
})

test('what is shown is rounded by column, what is copied is exact with the sign of the locale', () => {
  const [first, second] = rows
  if (!first || !second) throw new Error('rows')
  expect(shownText(goal, first, format, digitsOf(goal, rows))).toBe('12.346')
  expect(plainText(goal, first, ',')).toBe('12345,67')
  expect(shownText(goal, second, format, 0)).toBe('')
  expect(plainText(share, first, ',')).toBe('82,25%')
})
