// The quality rules before an import: each one with a row that breaks it and one that doesn't, and that each has its words.
import { describe, expect, test } from 'vitest'
import { findingRules, ruleOf } from '#shared/import/plan/findings/index.ts'
import { isOutlier, robustScores } from '#shared/import/plan/findings/outliers.ts'
import { HomeRates } from '#shared/import/plan/home-rates.ts'
import type { OpportunityValues } from '#shared/import/plan/index.ts'
import type { RawCell } from '#shared/import/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { isoDate } from '#shared/units/date.ts'
import { en } from '../../src/renderer/i18n/en/index.ts'
import { counts, plan, preview, table, written } from './plan-tables.ts'

// Today is 12 November 2026.
const fine: Record<string, RawCell> = {
  stage: 'Proposal',
  amount: 100,
  currency: 'EUR',
  closeOn: '2026-12-31',
  createdOn: '2026-09-01',
  seller: 'Ana',
  account: 'Acme',
  product: null,
  lastActivityOn: '2026-11-01'
}
const won = { ...fine, stage: 'Won', closeOn: '2026-10-01' }
const fields = Object.keys(fine)
const found = (...deals: Record<string, RawCell>[]) => {
  const rows = deals.map((deal, at) => [`D${at}`, ...fields.map((field) => deal[field] ?? null)])
  return preview([table('opportunities', ['externalId', ...fields], rows)])
}

describe('a deal', () => {
  test('with nothing wrong has no finding but its new names', () => {
    const report = found(fine, won)
    expect(report.findings.map((each) => each.rule).sort()).toEqual(['unknownAccount', 'unknownSeller'])
    expect(report.qualityRatio).toBe(1)
  })

  const cases: [string, Record<string, RawCell>, Record<string, RawCell>][] = [
    ['wonWithoutDate', { ...won, closeOn: null }, won],
    ['wonWithoutAmount', { ...won, amount: null }, { ...won, amount: 1 }],
    ['wonInFuture', { ...won, closeOn: '2026-11-13' }, { ...won, closeOn: '2026-11-12' }],
    ['wonForNothing', { ...won, amount: 0 }, fine],
    ['negativeAmount', { ...fine, amount: -1 }, { ...fine, amount: 0 }],
    ['currencyWithoutRate', { ...fine, currency: 'USD' }, fine],
    ['closeBeforeCreated', { ...won, createdOn: '2026-10-02' }, { ...won, createdOn: '2026-10-01' }],
    ['noSeller', { ...fine, seller: null }, fine],
    ['noAccount', { ...fine, account: null }, fine],
    ['openPastDate', { ...fine, closeOn: '2026-11-11' }, { ...fine, closeOn: '2026-11-12' }],
    ['staleOpen', { ...fine, lastActivityOn: '2026-08-13' }, { ...fine, lastActivityOn: '2026-08-14' }],
    [
      'staleOpen',
      { ...fine, lastActivityOn: null, createdOn: '2026-05-15' },
      { ...fine, lastActivityOn: null, createdOn: '2026-05-16' }
    ],
    ['openWithoutDate', { ...fine, closeOn: null }, { ...won, closeOn: null }],
    ['openWithoutAmount', { ...fine, amount: null }, { ...won, amount: null }]
  ]
  test.each(cases)('%s', (rule, broken, sound) => {
    const one = found(broken)
    expect(counts(one)[rule]).toBe(1)
    expect(one.findings.find((each) => each.rule === rule)).toMatchObject({
      severity: ruleOf(rule).severity,
      examples: [rule === 'currencyWithoutRate' ? 'USD' : 'D0']
    })
    expect(counts(found(sound))[rule]).toBeUndefined()
    const soundRatio = ruleOf(rule).severity === 'note' ? 1 : 0.5
    expect(found(broken, fine).qualityRatio).toBe(soundRatio)
  })

  test('is not stale when a call was made', () => {
    const stale = table('opportunities', ['externalId', 'stage', 'createdOn'], [['1', 'Proposal', '2026-01-01']])
    const call = (day: string) =>
      table('activities', ['kind', 'happenedOn', 'opportunity'], [['call', day, '1']], { key: '1' })
    expect(counts(preview([stale])).staleOpen).toBe(1)
    expect(counts(preview([stale, call('2026-10-01')])).staleOpen).toBeUndefined()
    expect(counts(preview([stale, call('2026-07-01')])).staleOpen).toBe(1)
  })

  test('counts once, however many rules find it', () => {
    const report = found({ ...fine, seller: null, account: null, closeOn: '2026-01-01' }, fine, fine, fine)
    expect(report.qualityRatio).toBe(0.75)
  })

  test('with a cell that cannot be read is taken without it, and is not sound', () => {
    const report = found({ ...fine, lastActivityOn: 'soon' })
    expect(report.findings.find((each) => each.rule === 'unreadableValue')).toMatchObject({
      count: 1,
      examples: ['lastActivityOn: soon']
    })
    expect(report.qualityRatio).toBe(0)
  })
})

describe('among deals', () => {
  test('the same account, amount, day and product or name are probably the same deal', () => {
    const columns = ['externalId', 'name', 'stage', 'amount', 'closeOn', 'account', 'product', 'seller']
    const report = preview([
      table('opportunities', columns, [
        ['1', 'X', 'Won', 10, '2026-01-01', 'Acme', null, 'Ana'],
        ['2', 'X', 'Won', 10, '2026-01-01', 'Acme', 'P', 'Ana'],
        ['3', 'Y', 'Won', 10, '2026-01-01', 'Acme', 'P', 'Ana'],
        ['4', 'Z', 'Won', 10, '2026-01-01', 'Acme', 'Q', 'Ana'],
        ['5', 'X', 'Won', 10, '2026-01-01', 'Beta', null, 'Ana'],
        ['6', 'X', 'Won', 10, '2026-01-02', 'Acme', null, 'Ana'],
        ['7', 'X', 'Won', 11, '2026-01-01', 'Acme', null, 'Ana']
      ])
    ])
    expect(report.findings.find((each) => each.rule === 'probableDuplicate')).toMatchObject({
      count: 3,
      amountMinor: 3000,
      examples: ['1', '2', '3']
    })
    expect(report.qualityRatio).toBeCloseTo(4 / 7)
  })

  test('amounts far out of line are shown by product, and only where there are enough', () => {
    // The middle of ln(90..109) and its spread worked out by hand: about 4.6 and 0.05, so 10 times as much is far out.
    const usual = Array.from({ length: 20 }, (_, at) => ({ ...won, amount: 90 + at, product: 'P' }))
    expect(counts(found(...usual)).amountOutlier).toBeUndefined()
    const report = found(...usual, { ...won, amount: 1000, product: 'P' })
    expect(report.findings.find((each) => each.rule === 'amountOutlier')).toMatchObject({ count: 1, examples: ['D20'] })
    expect(counts(found(...usual.slice(0, 18), { ...won, amount: 1000, product: 'P' })).amountOutlier).toBeUndefined()
    // Of a product sold once the amount is held against all.
    expect(counts(found(...usual, { ...won, amount: 9999, product: 'Q' })).amountOutlier).toBe(1)
  })

  test('scores are those of the modified z-score', () => {
    const amounts = Array.from({ length: 21 }, (_, at) => Math.exp(at))
    // Logarithms 0 to 20: median 10, median of the deviations 5.
    const scores = robustScores(amounts) ?? []
    expect(scores[20]).toBeCloseTo((0.6745 * 10) / 5)
    expect(scores[10]).toBeCloseTo(0)
    expect(isOutlier(3.5)).toBe(false)
    expect(isOutlier(-3.6)).toBe(true)
    expect(robustScores(amounts.slice(0, 19))).toBeUndefined()
    expect(robustScores(Array(30).fill(5))).toBeUndefined()
  })
})

describe('other currencies', () => {
  const deal = {
    currency: currencyCode('USD'),
    amountMinor: 10_000,
    closeOn: isoDate(2026, 5, 10)
  } as OpportunityValues
  const rate = (from: string, to: string, day: string, value: string) => ({
    from: currencyCode(from),
    to: currencyCode(to),
    validOn: day as ReturnType<typeof isoDate>,
    rate: value
  })
  test('count at the newest rate of the day, direct or inverse', () => {
    const rates = new HomeRates(currencyCode('EUR'), [
      rate('USD', 'EUR', '2026-05-01', '0.9'),
      rate('EUR', 'USD', '2026-05-11', '1.25'),
      rate('USD', 'GBP', '2026-01-01', '0.8')
    ])
    expect(rates.homeMinor(deal, 'won')).toBe(9000)
    expect(rates.homeMinor({ ...deal, closeOn: isoDate(2026, 5, 11) }, 'won')).toBe(8000)
    expect(rates.homeMinor({ ...deal, closeOn: isoDate(2026, 4, 30) }, 'won')).toBeNull()
    expect(rates.homeMinor({ ...deal, closeOn: null }, 'won')).toBeNull()
    expect(rates.homeMinor({ ...deal, closeOn: null }, 'open')).toBe(8000)
    expect(rates.homeMinor({ ...deal, currency: currencyCode('GBP') }, 'open')).toBeNull()
  })
  test('with a rate among the files are summed at it', () => {
    const rates = table('rates', ['from', 'to', 'validOn', 'rate'], [['USD', 'EUR', '2026-01-01', 0.5]], { key: '1' })
    const deals = table(
      'opportunities',
      ['externalId', 'stage', 'amount', 'currency', 'closeOn'],
      [
        ['1', 'Won', 100, 'USD', '2026-02-01'],
        ['2', 'Won', 100, 'EUR', '2026-02-01'],
        ['3', 'Won', 100, 'GBP', '2026-02-01']
      ]
    )
    const report = preview([deals, rates])
    expect(report.won).toEqual({ deals: 2, amountMinor: 15_000, currency: 'EUR' })
    expect(report.findings.find((each) => each.rule === 'currencyWithoutRate')).toMatchObject({
      count: 1,
      amountMinor: null
    })
    const onlyUsd = preview([
      table('opportunities', ['externalId', 'stage', 'amount', 'currency'], [['1', 'Won', 7, 'USD']])
    ])
    expect(onlyUsd.won).toEqual({ deals: 1, amountMinor: 700, currency: 'USD' })
  })
})

test('an amount of an account too large to be counted is left empty and said', () => {
  const { report, rows } = plan([table('accounts', ['name', 'revenue'], [['Acme', 1e20]])])
  expect(rows.accounts[0]?.values.revenueMinor).toBeNull()
  expect(report.findings.find((each) => each.rule === 'unreadableValue')?.examples).toEqual([
    'revenue: 100000000000000000000'
  ])
})

describe('of tables and people', () => {
  test('footers, errors, assumed currencies and idle sellers are said', () => {
    const people = table(
      'sellers',
      ['name', 'team'],
      [
        ['Ana', 'North'],
        ['Idle', 'North']
      ],
      { key: '1' }
    )
    const deals = table(
      'opportunities',
      ['externalId', 'stage', 'amount', 'seller'],
      [
        ['1', 'Won', 5, 'Ana'],
        ['2', 'Open', null, 'Ana']
      ]
    )
    deals.leftOut = [
      { rowNumber: 9, text: 'Total 5' },
      { rowNumber: 10, text: '' }
    ]
    deals.leftOutCount = 2
    deals.filledCells = 4
    // Three of the six are in the rows and in columns that mean something.
    const error = (rowNumber: number, column: number) => ({ rowNumber, column, text: '#REF!' })
    const errorPlaces = [error(2, 2), error(3, 2), error(3, 1), error(3, 9), error(99, 2), error(1, 2)]
    deals.notes = { ...deals.notes, errorCells: 6, errorPlaces }
    const report = preview([people, deals])
    expect(counts(report)).toMatchObject({
      footerRows: 1,
      filledDown: 4,
      errorCells: 3,
      currencyAssumed: 1,
      sellerWithoutDeals: 1
    })
    expect(report.findings.find((each) => each.rule === 'sellerWithoutDeals')?.examples).toEqual(['Idle'])
    expect(counts(preview([people, deals], { known: written(plan([people, deals])) })).sellerWithoutDeals).toBe(1)
  })
})

test('every rule has its words, and every word its rule', () => {
  expect(Object.keys(en.import.rules).sort()).toEqual(findingRules.map((rule) => rule.name).sort())
  expect(new Set(findingRules.map((rule) => rule.name)).size).toBe(findingRules.length)
  expect(() => ruleOf('nothing')).toThrow(RangeError)
})
