// Amounts of other currencies: the rows of the file, the plan of an import and a plain reading of the rule give the same for any rates and
// deals; and the further facts of an export are listed as they stand.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refreshHomeAmounts } from '#engine/crm/store-home.ts'
import { HomeRates } from '#shared/import/plan/home-rates.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { addDays, isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
const [eur, usd, jpy] = [currencyCode('EUR'), currencyCode('USD'), currencyCode('JPY')]
beforeEach(async () => {
  workspace = await openTestWorkspace({ currency: eur })
  workspace.writer.insertMany(
    'stages',
    ['id', 'name', 'name_key', 'position', 'status'],
    [
      [1, 'Open', 'open', 1, 'open'],
      [2, 'Won', 'won', 2, 'won']
    ]
  )
})
afterEach(() => workspace.close())

const day = fc.integer({ min: 0, max: 6 }).map((days) => addDays(isoDate(2026, 3, 1), days))
const rateArb = fc.record({
  pair: fc.constantFrom([usd, eur], [eur, usd], [jpy, eur], [eur, jpy], [usd, jpy]),
  validOn: day,
  rate: fc.constantFrom('0.5', '1.25', '0.00617', '160.5', '3')
})
const dealArb = fc.record({
  stage: fc.constantFrom(1, 2),
  currency: fc.constantFrom(eur, usd, jpy),
  amountMinor: fc.option(fc.integer({ min: -1000, max: 1_000_000 }), { nil: null }),
  closeOn: fc.option(day, { nil: null })
})

test('the rows hold what the rule says', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(rateArb, { selector: (rate) => `${rate.pair.join()}${rate.validOn}`, maxLength: 8 }),
      fc.array(dealArb, { minLength: 1, maxLength: 12 }),
      (rates, deals) => {
        const db = workspace.writer
        db.run('DELETE FROM exchange_rates')
        db.run('DELETE FROM opportunities')
        for (const { pair, validOn, rate } of rates)
          db.insert('exchange_rates', {
            from_currency: pair[0] ?? eur,
            to_currency: pair[1] ?? eur,
            valid_on: validOn,
            rate
          })
        for (const [at, deal] of deals.entries())
          db.insert('opportunities', {
            id: at + 1,
            stage_id: deal.stage,
            amount_minor: deal.amountMinor,
            currency: deal.currency,
            close_on: deal.closeOn
          })
        refreshHomeAmounts(db, eur)
        const planned = new HomeRates(
          eur,
          rates.map(({ pair, validOn, rate }) => ({ from: pair[0] ?? eur, to: pair[1] ?? eur, validOn, rate }))
        )
        const rows = workspace.db.all<{ minor: number | null; home: string | null }>(
          'SELECT home_minor AS minor, home_currency AS home FROM opportunities ORDER BY id'
        )
        for (const [at, deal] of deals.entries()) {
          const status = deal.stage === 1 ? 'open' : 'won'
          if (deal.currency === eur) expect(rows[at]).toEqual({ minor: null, home: null })
          else {
            expect(rows[at]?.minor ?? null).toBe(planned.homeMinor(deal, status))
            expect(rows[at]?.home === 'EUR').toBe(planned.hasRate(deal, status))
          }
        }
        // Once more changes nothing.
        expect(refreshHomeAmounts(db, eur)).toBe(0)
      }
    ),
    { numRuns: 150 }
  )
})

test('leads, invoices and targets are listed with their names, and counted', async () => {
  const db = workspace.writer
  db.insert('accounts', { id: 1, name: 'Acme', name_key: 'acme' })
  db.insert('sellers', { id: 1, name: 'Ana', role: 'seller' })
  db.insert('leads', {
    name: 'Lead',
    account_id: 1,
    seller_id: 1,
    is_qualified: 1,
    score: 7.5,
    created_on: '2026-01-02'
  })
  db.insert('leads', { name: 'No day', company: 'Other' })
  db.insert('invoices', {
    kind: 'payment',
    account_id: 1,
    issued_on: '2026-01-03',
    amount_minor: -500,
    currency: 'USD'
  })
  db.insert('targets', {
    scope: 'company',
    scope_name: 'All',
    measure: 'bookings',
    starts_on: '2026-01-01',
    ends_on: '2026-12-31',
    amount_minor: 9,
    currency: 'EUR'
  })
  expect(await workspace.call('crm.listLeads', {})).toMatchObject([
    { name: 'Lead', company: 'Acme', sellerName: 'Ana', isQualified: true, score: 7.5 },
    { name: 'No day', company: 'Other', sellerName: null, isQualified: null }
  ])
  expect(await workspace.call('crm.listInvoices', {})).toMatchObject([
    { kind: 'payment', accountName: 'Acme', amountMinor: -500, currency: 'USD' }
  ])
  expect(await workspace.call('crm.listTargets', {})).toMatchObject([
    { scope: 'company', scopeName: 'All', amountMinor: 9 }
  ])
  expect(await workspace.call('crm.countFacts', {})).toMatchObject({ leads: 2, invoices: 1, targets: 1, rates: 0 })
  await workspace.call('crm.setRate', { from: 'USD', to: 'EUR', validOn: isoDate(2026, 1, 1), rate: '0.5' })
  expect(workspace.db.all('SELECT home_minor AS minor FROM invoices')).toEqual([{ minor: -250 }])
})
