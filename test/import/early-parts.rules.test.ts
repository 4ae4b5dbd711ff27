// New deals of a long table are given out while it is still being planned; what later rows say of the accounts, products and people given
// out with them follows, and nothing comes out otherwise than from a plan that gives everything out at the end.
import { describe, expect, test } from 'vitest'
import { noChoices, type PlanPart, planImport } from '#shared/import/plan/index.ts'
import { rowsPerPart } from '#shared/import/plan/parts.ts'
import type { RawCell, ReadTable } from '#shared/import/types.ts'
import { counts, nothingKnown, plan, table, written } from './plan-tables.ts'

const length = 3 * rowsPerPart + 7
const names = 50
/** The row from which on the accounts' industry and the products' family are said. */
const late = 2 * rowsPerPart + 500
const columns = ['externalId', 'stage', 'amount', 'account', 'accountIndustry', 'product', 'productFamily', 'seller']

const rowAt = (at: number): RawCell[] => [
  `${at}`,
  at % 3 === 0 ? 'Won' : 'Open',
  at,
  `Account ${at % names}`,
  at >= late ? `Industry ${at % names}` : null,
  `Product ${at % names}`,
  at >= late ? `Family ${at % names}` : null,
  `Seller ${at % 7}`
]
const long = table(
  'opportunities',
  columns,
  Array.from({ length }, (_, at) => rowAt(at))
)

/** The parts as they were when they were given out: what is planned later must not reach into them. */
function partsOf(tables: readonly ReadTable[], known = nothingKnown): { parts: PlanPart[]; rowsThen: number[] } {
  const parts: PlanPart[] = []
  const rowsThen: number[] = []
  let rows = 0
  planImport(tables, known, noChoices, {
    progress: (_done, _total, soFar) => {
      rows = soFar
    },
    emit: (part) => {
      parts.push(structuredClone(part))
      rowsThen.push(rows)
    },
    shapes: new Map()
  })
  return { parts, rowsThen }
}

describe('parts given out early', () => {
  test('begin long before the table is planned, and each row is made once', () => {
    const { parts, rowsThen } = partsOf([long])
    const withDeals = parts.flatMap((part, at) => (part.opportunities.length > 0 ? [rowsThen[at] ?? 0] : []))
    expect(withDeals[0]).toBeLessThan(length / 2)
    for (const kind of ['accounts', 'products', 'sellers', 'opportunities'] as const) {
      const made = parts
        .flatMap((part): { id: number; isAgain?: boolean }[] => part[kind])
        .filter((row) => row.isAgain !== true)
      const expected = { accounts: names, products: names, sellers: 7, opportunities: length }[kind]
      expect(made.map((row) => row.id)).toEqual(Array.from({ length: expected }, (_, at) => -at - 1))
    }
    expect(parts.flatMap((part) => part.stages)).toHaveLength(2)
  })

  test('are followed by what later rows say, under the source that the row was given with', () => {
    const { parts } = partsOf([long])
    const again = parts.flatMap((part) => part.accounts).filter((row) => row.isAgain === true)
    expect(again).toHaveLength(names)
    for (const { source } of again) expect(source).toBeNull()
    const first = parts.flatMap((part) => part.accounts).find((row) => row.id === -1)
    expect(first?.values.industry).toBeNull()
    const { accounts, products } = written(plan([long]))
    // Worked out from the rows: the first that says something is believed.
    for (const { values } of accounts) expect(values.industry).toBe(values.name.replace('Account', 'Industry'))
    for (const { values } of products) expect(values.family).toBe(values.name.replace('Product', 'Family'))
  })

  test('hold each row of the file once among their sources', () => {
    const known = written(plan([table('accounts', ['name'], [['Account 3'], ['Account 4']])]))
    const { parts } = partsOf([long], known)
    const sources = parts.flatMap((part) => part.sources.map((each) => each.rowNumber))
    expect(new Set(sources).size).toBe(sources.length)
    expect(sources).toHaveLength(length)
    const changed = parts.flatMap((part) => part.accounts).filter((row) => row.id > 0)
    // The first rows that say the industry of each of the two.
    const saying = [3, 4].map((of) =>
      Array.from({ length }, (_, at) => at).find((at) => at >= late && at % names === of)
    )
    expect(changed.map(({ source }) => sources[source ?? -1])).toEqual(saying.map((at) => (at ?? 0) + 2))
  })

  test('say that nothing more comes only where no known deal changes', () => {
    expect(partsOf([long]).parts.flatMap((part) => part.complete)).toEqual(['opportunities'])
    const some = Array.from({ length: 20 }, (_, at) => rowAt(at).map((cell, column) => (column === 2 ? -1 : cell)))
    const known = written(plan([table('opportunities', columns, some)]))
    const { parts } = partsOf([long], known)
    expect(parts.flatMap((part) => part.complete)).toEqual([])
    expect(parts.flatMap((part) => part.opportunities).filter((row) => row.id > 0)).toHaveLength(20)
  })

  test('wait for the end where a second table may change the deals of the first', () => {
    const more = table('opportunities', columns, [['5', 'Won', 999_999, null, null, null, null, null]], { key: '1' })
    const { parts, rowsThen } = partsOf([long, more])
    expect(Math.min(...rowsThen)).toBe(length + 1)
    const deal = parts.flatMap((part) => part.opportunities).find((row) => row.values.externalId === '5')
    expect(deal?.values.amountMinor).toBe(99_999_900)
  })

  test('make what short tables of the same rows make', () => {
    const pieces: ReadTable[] = []
    for (let from = 0; from < length; from += 1500)
      pieces.push(
        table(
          'opportunities',
          columns,
          Array.from({ length: Math.min(1500, length - from) }, (_, at) => rowAt(from + at)),
          {
            key: `${pieces.length}`
          }
        )
      )
    const [whole, pieced] = [plan([long]), plan(pieces)]
    expect(counts(whole.report)).toEqual(counts(pieced.report))
    expect(whole.report.won).toEqual(pieced.report.won)
    const [a, b] = [written(whole), written(pieced)]
    for (const kind of ['stages', 'sellers', 'accounts', 'products', 'opportunities'] as const)
      expect(a[kind]).toEqual(b[kind])
    expect(plan([long], { known: a }).report.isEmpty).toBe(true)
  })
})
