// The sums that other domains build on: right to the cent, of one currency, and found by index, never by reading every deal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accountSql,
  countFacts,
  findDataAsOf,
  listAccounts,
  listClosedBySellerAndPeriod,
  listWonByAccount,
  listWonByAccountAndSeller,
  listWonByMonth,
  listWonByPeriod,
  listWonBySellerAndMonth,
  listWonBySellerAndPeriod,
  listWonDeals,
  openPipeline,
  sumBookings,
  wonSql
} from '#engine/crm/store.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

const eur = currencyCode('EUR')
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await openTestWorkspace({ currency: eur })
  const db = workspace.writer
  db.insertMany(
    'stages',
    ['id', 'name', 'name_key', 'position', 'status'],
    [
      [1, 'Open', 'open', 1, 'open'],
      [2, 'Won', 'won', 2, 'won'],
      [3, 'Lost', 'lost', 3, 'lost']
    ]
  )
  db.insertMany(
    'sellers',
    ['id', 'name', 'role'],
    [
      [1, 'Ana', 'seller'],
      [2, 'Luis', 'seller']
    ]
  )
  db.insertMany(
    'accounts',
    ['id', 'name', 'name_key'],
    [
      [1, 'Acme', 'acme'],
      [2, 'Beta', 'beta']
    ]
  )
  db.insertMany(
    'opportunities',
    ['external_id', 'stage_id', 'seller_id', 'account_id', 'amount_minor', 'currency', 'created_on', 'close_on'],
    [
      ['a', 2, 1, 1, 10_001, 'EUR', '2026-01-01', '2026-01-31'],
      ['b', 2, 1, 2, 20_002, 'EUR', '2026-01-01', '2026-02-01'],
      ['c', 2, 2, 1, 5, 'EUR', '2026-01-01', '2026-02-28'],
      ['d', 2, null, null, 7, 'EUR', '2026-01-01', '2026-02-28'],
      ['usd', 2, 1, 1, 1_000_000, 'USD', '2026-01-01', '2026-02-28'],
      ['no amount', 2, 1, 1, null, 'EUR', '2026-01-01', '2026-02-28'],
      ['no date', 2, 1, 1, 99, 'EUR', '2026-01-01', null],
      ['lost', 3, 1, 1, 50, 'EUR', '2026-01-01', '2026-02-10'],
      ['open', 1, 1, 1, 70, 'EUR', '2026-03-05', '2026-12-31'],
      ['open, no amount', 1, 2, 2, null, 'EUR', '2026-01-01', null]
    ]
  )
})
afterAll(() => workspace.close())

const february = { key: 'feb', startsOn: isoDate(2026, 2, 1), endsOn: isoDate(2026, 2, 28) }
const january = { key: 'jan', startsOn: isoDate(2026, 1, 1), endsOn: isoDate(2026, 1, 31) }

describe('bookings', () => {
  test('are sums of won deals with a date and an amount, in one currency, both ends included', () => {
    expect(sumBookings(workspace.db, { currency: eur })).toEqual({ deals: 4, amountMinor: 30_015 })
    expect(sumBookings(workspace.db, { currency: eur, from: isoDate(2026, 2, 1), to: isoDate(2026, 2, 1) })).toEqual({
      deals: 1,
      amountMinor: 20_002
    })
    expect(sumBookings(workspace.db, { currency: currencyCode('USD') }).deals).toBe(1)
    expect(sumBookings(workspace.db, { currency: currencyCode('JPY') })).toEqual({ deals: 0, amountMinor: 0 })
  })

  test('by month, seller and period', () => {
    expect(listWonByMonth(workspace.db, { currency: eur })).toEqual([
      { monthOn: '2026-01-01', deals: 1, amountMinor: 10_001 },
      { monthOn: '2026-02-01', deals: 3, amountMinor: 20_014 }
    ])
    expect(
      listWonBySellerAndMonth(workspace.db, { currency: eur }).map((row) => [
        row.sellerId,
        row.monthOn,
        row.amountMinor
      ])
    ).toEqual([
      [null, '2026-02-01', 7],
      [1, '2026-01-01', 10_001],
      [1, '2026-02-01', 20_002],
      [2, '2026-02-01', 5]
    ])
    expect(listWonByPeriod(workspace.db, [february, january], eur)).toEqual([
      { periodKey: 'feb', deals: 3, amountMinor: 20_014 },
      { periodKey: 'jan', deals: 1, amountMinor: 10_001 }
    ])
    expect(
      listWonBySellerAndPeriod(workspace.db, [january, february], eur).map((row) => [
        row.sellerId,
        row.periodKey,
        row.deals
      ])
    ).toEqual([
      [null, 'feb', 1],
      [1, 'jan', 1],
      [1, 'feb', 1],
      [2, 'feb', 1]
    ])
  })

  test('by account, the strongest seller first, and one by one', () => {
    expect(
      listWonByAccountAndSeller(workspace.db, { currency: eur })
        .filter((row) => row.accountId === 1)
        .map((row) => row.sellerId)
    ).toEqual([1, 2])
    expect(listWonByAccount(workspace.db, { currency: eur })).toEqual([
      { accountId: 2, deals: 1, amountMinor: 20_002 },
      { accountId: 1, deals: 2, amountMinor: 10_006 }
    ])
    expect(
      listWonDeals(workspace.db, { currency: eur, sellerId: 1 as never }).map((deal) => [
        deal.externalId,
        deal.accountName
      ])
    ).toEqual([
      ['a', 'Acme'],
      ['b', 'Beta']
    ])
  })
})

describe('the rest', () => {
  test('closed deals count won and lost', () => {
    const row = listClosedBySellerAndPeriod(workspace.db, [february], eur).find((each) => each.sellerId === 1)
    expect(row).toEqual({ sellerId: 1, periodKey: 'feb', wonDeals: 2, wonMinor: 20_002, lostDeals: 1 })
  })
  test('the open pipeline says how many deals have no amount', () => {
    expect(openPipeline(workspace.db, eur)).toEqual([
      { sellerId: 1, stageId: 1, deals: 1, amountMinor: 70, dealsWithoutAmount: 0 },
      { sellerId: 2, stageId: 1, deals: 1, amountMinor: 0, dealsWithoutAmount: 1 }
    ])
  })
  test('accounts carry their sums', () => {
    expect(
      listAccounts(workspace.db, eur).map(({ name, wonDeals, wonMinor, openDeals, openMinor, lastWonOn }) => [
        name,
        wonDeals,
        wonMinor,
        openDeals,
        openMinor,
        lastWonOn
      ])
    ).toEqual([
      ['Acme', 4, 10_105, 1, 70, '2026-02-28'],
      ['Beta', 1, 20_002, 1, 0, '2026-02-01']
    ])
  })
  test('the data is as of the newest thing that happened', () => {
    expect(findDataAsOf(workspace.db)).toBe('2026-03-05')
    expect(countFacts(workspace.db, eur)).toMatchObject({
      opportunities: 10,
      accounts: 2,
      otherCurrencies: [{ currency: 'USD', deals: 1 }]
    })
  })
  test('a page of deals knows the whole', async () => {
    const page = await workspace.call('crm.listOpportunities', {
      filter: { status: 'won', text: 'ana' },
      sortBy: 'amount',
      limit: 2
    })
    expect(page).toMatchObject({ total: 5, amountMinor: 30_102 })
    expect(page.rows.map((row) => row.externalId)).toEqual(['usd', 'b'])
    expect(
      (await workspace.call('crm.listOpportunities', { sortBy: 'closeOn', isDescending: false, limit: 1 })).rows[0]
        ?.externalId
    ).toBe('a')
  })
})

describe('query plans', () => {
  const periods = JSON.stringify([january, february])
  const params = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-06-30', currency: 'EUR', periods, sellerId: null }
  test.each(Object.entries(wonSql))('%s finds its deals by index', (_name, sql) => {
    const used = Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`:${name}`)))
    const plan = workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, used).map((row) => row.detail)
    expect(plan.join('\n')).toMatch(/SEARCH o USING (COVERING )?INDEX opportunities_by_stage_close/)
    expect(plan.filter((line) => /SCAN (o|opportunities|a|accounts)\b/.test(line))).toEqual([])
  })
  test('one account is found by its own deals', () => {
    const plan = workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${accountSql}`, {
      currency: 'EUR',
      accountId: 1
    })
    const lines = plan.map((row) => row.detail)
    expect(lines.join('\n')).toMatch(/SEARCH o USING INDEX opportunities_by_account/)
    expect(lines.filter((line) => /SCAN (o|a|accounts|opportunities)\b/.test(line))).toEqual([])
  })
  test('the joined sums need nothing but the index', () => {
    const { periods: _periods, sellerId: _seller, asOf: _asOf, ...range } = params
    const plan = workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${wonSql.bySellerAndMonth}`, range)
    expect(plan.map((row) => row.detail).join()).toContain('COVERING INDEX opportunities_by_stage_close')
  })
})
