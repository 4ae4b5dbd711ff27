// What a newer export changes about known deals: kinds, sums, what vanished, and corrections that stay in force.
import { describe, expect, test } from 'vitest'
import { changeKindsOf, type DealState, DifferenceBook } from '#shared/import/plan/differences.ts'
import type { KnownFacts } from '#shared/import/plan/index.ts'
import type { DealChange, DealChangeKind, RawCell } from '#shared/import/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { isoDate } from '#shared/units/date.ts'
import { counts, plan, preview, table, written } from './plan-tables.ts'

const open: DealState = {
  status: 'open',
  stage: 1,
  stageOrder: 0,
  seller: 1,
  amountMinor: 1000,
  currency: currencyCode('EUR'),
  closeOn: isoDate(2027, 3, 31)
}
const won: DealState = { ...open, status: 'won', stage: 9, stageOrder: 5 }
const lost: DealState = { ...open, status: 'lost', stage: 10, stageOrder: 6 }

describe('kinds of change', () => {
  const cases: [string, DealState, DealState, DealChangeKind[]][] = [
    ['nothing', open, open, []],
    ['won on another day', open, { ...won, closeOn: isoDate(2027, 5, 1) }, ['won']],
    ['lost', open, lost, ['lost']],
    ['won after all', lost, won, ['won']],
    ['opened again', won, open, ['reopened']],
    ['a step ahead', open, { ...open, stage: 2, stageOrder: 1 }, ['advanced']],
    ['a step back', { ...open, stage: 2, stageOrder: 1 }, open, ['fellBack']],
    ['a step without a place', open, { ...open, stage: -1, stageOrder: null }, ['other']],
    ['later', open, { ...open, closeOn: isoDate(2027, 6, 30) }, ['slipped']],
    ['earlier', open, { ...open, closeOn: isoDate(2027, 1, 31) }, ['pulledIn']],
    ['a day for the first time', { ...open, closeOn: null }, open, ['other']],
    ['a won deal on another day', won, { ...won, closeOn: isoDate(2027, 4, 1) }, ['other']],
    ['more', open, { ...open, amountMinor: 1200 }, ['grown']],
    ['less', open, { ...open, amountMinor: 800 }, ['shrunk']],
    ['an amount for the first time', { ...open, amountMinor: null }, open, ['other']],
    ['another currency', open, { ...open, currency: currencyCode('USD') }, ['other']],
    ['another seller', open, { ...open, seller: 2 }, ['reassigned']],
    [
      'several at once',
      open,
      { ...open, stage: 2, stageOrder: 1, closeOn: isoDate(2027, 4, 1), amountMinor: 1, seller: null },
      ['advanced', 'slipped', 'shrunk', 'reassigned']
    ]
  ]
  test.each(cases)('%s', (_, before, after, kinds) => {
    expect(changeKindsOf(before, after, false)).toEqual(kinds)
  })
  test('another field alone', () => {
    expect(changeKindsOf(open, open, true)).toEqual(['other'])
    expect(changeKindsOf(open, { ...open, seller: 2 }, true)).toEqual(['reassigned'])
  })
  test('the largest are kept, in order', () => {
    const book = new DifferenceBook<number>()
    for (let at = 0; at < 600; at++)
      book.note({ kinds: ['grown'], homeMinor: at, homeBeforeMinor: 0, closeBefore: null, closeAfter: null }, at)
    const { kinds, deals } = book.report(null, (at) => ({ label: String(at) }) as DealChange)
    expect(kinds).toEqual([{ kind: 'grown', deals: 600, amountMinor: 179_700, changeMinor: 179_700, medianDays: null }])
    expect(deals.map((deal) => deal.label)).toEqual(Array.from({ length: 500 }, (_, at) => String(599 - at)))
  })
})

const columns = ['externalId', 'name', 'stage', 'amount', 'closeOn', 'seller', 'account']
const file = (rows: RawCell[][], key = '0') => table('opportunities', columns, rows, { key })
const first: RawCell[][] = [
  ['1', 'A', 'Qualification', 100, '2026-12-01', 'Ana', 'Acme'],
  ['2', 'B', 'Proposal', 200, '2026-12-10', 'Ana', 'Acme'],
  ['3', 'C', 'Proposal', 300, '2026-12-20', 'Luis', 'Beta'],
  ['4', 'D', 'Proposal', 400, '2026-12-31', 'Luis', 'Beta'],
  ['5', 'E', 'Won', 500, '2026-01-31', 'Luis', 'Beta'],
  ['6', 'F', 'Proposal', 600, null, 'Luis', 'Beta'],
  ['7', 'G', 'Proposal', 700, '2027-06-30', 'Luis', 'Beta']
]
const known = written(plan([file(first)]))
const second: RawCell[][] = [
  ['1', 'A', 'Proposal', 150, '2026-12-31', 'Luis', 'Acme'],
  ['2', 'B', 'Won', 180, '2026-11-02', 'Ana', 'Acme'],
  ['3', 'C', 'Proposal', 300, '2026-12-30', 'Luis', 'Beta'],
  ['5', 'E', 'Won', 500, '2026-01-31', 'Luis', 'Beta'],
  ['8', 'H', 'Proposal', 50, '2026-12-30', 'Luis', 'Beta']
]
const idOf = (externalId: string): number =>
  known.opportunities.find((row) => row.values.externalId === externalId)?.id ?? 0

describe('a newer export', () => {
  const { report, rows } = plan([file(second)], { known, shapes: { 0: '0' } })
  test('adds up what changed, by kind', () => {
    expect(report.differences.since).toEqual({ importId: 1, importedAt: '2026-01-01T00:00:00Z' })
    expect(report.differences.kinds).toEqual([
      { kind: 'new', deals: 1, amountMinor: 5000, changeMinor: 0, medianDays: null },
      { kind: 'won', deals: 1, amountMinor: 18_000, changeMinor: -2000, medianDays: null },
      { kind: 'advanced', deals: 1, amountMinor: 15_000, changeMinor: 5000, medianDays: null },
      { kind: 'slipped', deals: 2, amountMinor: 45_000, changeMinor: 5000, medianDays: 20 },
      { kind: 'grown', deals: 1, amountMinor: 15_000, changeMinor: 5000, medianDays: null },
      { kind: 'shrunk', deals: 1, amountMinor: 18_000, changeMinor: -2000, medianDays: null },
      { kind: 'reassigned', deals: 1, amountMinor: 15_000, changeMinor: 5000, medianDays: null },
      { kind: 'vanished', deals: 2, amountMinor: 100_000, changeMinor: 0, medianDays: null }
    ])
  })
  test('shows the deals, the largest change first, with names and not ids', () => {
    expect(report.differences.deals.map((deal) => [deal.label, deal.kinds])).toEqual([
      ['F', ['vanished']],
      ['D', ['vanished']],
      ['B', ['won', 'shrunk']],
      ['A', ['advanced', 'slipped', 'grown', 'reassigned']],
      ['C', ['slipped']]
    ])
    expect(report.differences.deals[3]).toEqual({
      opportunityId: idOf('1'),
      externalId: '1',
      label: 'A',
      accountName: 'Acme',
      sellerName: 'Luis',
      kinds: ['advanced', 'slipped', 'grown', 'reassigned'],
      changes: [
        { field: 'stage', before: 'Qualification', after: 'Proposal' },
        { field: 'amountMinor', before: 10_000, after: 15_000 },
        { field: 'closeOn', before: '2026-12-01', after: '2026-12-31' },
        { field: 'seller', before: 'Ana', after: 'Luis' }
      ],
      amountMinor: 15_000,
      beforeMinor: 10_000,
      currency: 'EUR'
    })
    expect(rows.opportunities.map((row) => [row.id, row.before?.amountMinor ?? null])).toEqual([
      [idOf('1'), 10_000],
      [idOf('2'), 20_000],
      [idOf('3'), 30_000],
      [-1, null]
    ])
  })
  test('takes deals as vanished only within the days it covers, and removes them only when told', () => {
    expect(counts(report).vanished).toBe(2)
    expect(rows.removedDeals).toEqual([])
    const removing = plan([file(second)], { known, shapes: { 0: '0' }, choices: { vanished: 'remove' } })
    expect(removing.rows.removedDeals).toEqual([idOf('4'), idOf('6')])
    const again = plan([file(second)], {
      known: written(removing, known, 2),
      shapes: { 0: '0' },
      choices: { vanished: 'remove' }
    })
    expect(again.report.isEmpty).toBe(true)
    expect(again.report.differences.kinds).toEqual([])
  })
  test('of another shape, or of rows that are tried again, makes nothing vanish', () => {
    for (const shapes of [{ 0: 'another' }, {}]) {
      const other = preview([file(second.slice(0, 1))], { known, shapes })
      expect(other.differences.since).toBeNull()
      expect(other.differences.kinds.some((each) => each.kind === 'vanished')).toBe(false)
    }
  })
  test('a deal whose row cannot be taken has not vanished', () => {
    const { differences } = preview([file([...second, ['4', 'D', 'Proposal', 'many', '2026-12-31', 'Luis', 'Beta']])], {
      known,
      shapes: { 0: '0' }
    })
    expect(differences.kinds.find((each) => each.kind === 'vanished')).toMatchObject({ deals: 1, amountMinor: 60_000 })
  })
  test('is compared with the newest of its shape', () => {
    const later = written(plan([file(second)], { known, shapes: { 0: '0' } }), known, 2)
    const third = preview([file(second)], { known: later, shapes: { 0: '0' } })
    expect(third.differences.since?.importId).toBe(2)
    expect(third.differences.kinds).toEqual([])
  })
  test('the newest is the one imported last, whatever the clock of the computer said', () => {
    const later = written(plan([file(second)], { known, shapes: { 0: '0' } }), known, 2)
    const backwards = later.earlier.map((each) =>
      each.importId === 2 ? { ...each, importedAt: '2001-01-01T00:00:00.000Z' } : each
    )
    const third = preview([file(second)], { known: { ...later, earlier: backwards }, shapes: { 0: '0' } })
    expect(third.differences.since?.importId).toBe(2)
  })
  test('says which stages went back', () => {
    const { findings } = preview(
      [
        file([
          ['3', 'C', 'Qualification', 300, '2026-12-20', 'Luis', 'Beta'],
          ['5', 'E', 'Proposal', 500, '2026-01-31', 'Luis', 'Beta']
        ])
      ],
      { known }
    )
    expect(findings.find((each) => each.rule === 'stageRegression')).toMatchObject({
      count: 2,
      amountMinor: 80_000,
      examples: ['3: Proposal → Qualification', '5: Won → Proposal']
    })
  })
  test('said by two files, the second as it was, is no change', () => {
    const changed = table('opportunities', ['externalId', 'stage', 'amount'], [['1', 'Qualification', 1]], {
      key: '0',
      fileName: 'a.csv'
    })
    const asBefore = table('opportunities', ['externalId', 'stage', 'amount'], [['1', 'Qualification', 100]], {
      key: '1',
      fileName: 'b.csv'
    })
    expect(plan([changed, asBefore], { known }).report.isEmpty).toBe(true)
    expect(plan([changed], { known }).report.isEmpty).toBe(false)
  })
})

describe('corrections', () => {
  /** The user has put 90 over the 100 of the file, and another seller. */
  const luis = known.sellers.find((row) => row.values.name === 'Luis')?.id ?? 0
  const ana = known.sellers.find((row) => row.values.name === 'Ana')?.id ?? 0
  const corrected: KnownFacts = {
    ...known,
    opportunities: known.opportunities.map((row) =>
      row.id === idOf('1') ? { ...row, values: { ...row.values, amountMinor: 9000, seller: luis } } : row
    ),
    corrections: [
      { id: 7, opportunity: idOf('1'), field: 'amountMinor', imported: 10_000, corrected: 9000 },
      { id: 8, opportunity: idOf('1'), field: 'sellerId', imported: ana, corrected: luis }
    ]
  }
  const said = (amount: number, seller: string) =>
    plan([file([['1', 'A', 'Qualification', amount, '2026-12-01', seller, 'Acme']])], { known: corrected })

  test('stay when the file says what it said', () => {
    expect(said(100, 'Ana').report.isEmpty).toBe(true)
  })
  test('end when the file says what the user said', () => {
    const { rows, report } = said(90, 'Luis')
    expect(rows.corrections).toEqual([
      { id: 7, imported: 9000, of: null, isConfirmed: true },
      { id: 8, imported: luis, of: 'sellers', isConfirmed: true }
    ])
    expect(rows.opportunities).toEqual([])
    expect(report.isEmpty).toBe(false)
  })
  test('stay, and it is said, when the file says a third thing', () => {
    const { rows, report } = said(120, 'Eva')
    expect(rows.corrections).toEqual([
      { id: 7, imported: 12_000, of: null, isConfirmed: false },
      { id: 8, imported: -1, of: 'sellers', isConfirmed: false }
    ])
    expect(rows.opportunities).toEqual([])
    expect(report.findings.find((each) => each.rule === 'correctionContradicted')).toMatchObject({
      count: 2,
      examples: ['1: amountMinor', '1: sellerId']
    })
  })
  test('stay while another field changes', () => {
    const { rows } = plan([file([['1', 'A', 'Proposal', 100, '2026-12-01', 'Ana', 'Acme']])], { known: corrected })
    expect(rows.corrections).toEqual([])
    expect(rows.opportunities[0]?.values).toMatchObject({ amountMinor: 9000, seller: luis })
  })
  test('stay when the file lacks the column', () => {
    const { rows } = plan([table('opportunities', ['externalId', 'stage'], [['1', 'Proposal']])], { known: corrected })
    expect(rows.corrections).toEqual([])
    expect(rows.opportunities[0]?.values).toMatchObject({ amountMinor: 9000, seller: luis })
  })
})
