// A person's word over the file's: corrections, rates and the sums that follow them, removed deals; each undone exactly.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CorrectableField, CorrectionId, OpportunityId } from '#shared/crm/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import type { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
const eur = currencyCode('EUR')

beforeEach(async () => {
  workspace = await openTestWorkspace({ currency: eur })
  const db = workspace.writer
  db.insertMany(
    'stages',
    ['id', 'name', 'name_key', 'position', 'status'],
    [
      [1, 'Open', 'open', 1, 'open'],
      [2, 'Won', 'won', 2, 'won']
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
    ['id', 'name', 'stage_id', 'seller_id', 'account_id', 'amount_minor', 'currency', 'created_on', 'close_on'],
    [
      [1, 'One', 2, 1, 1, 10_000, 'EUR', '2026-01-01', '2026-03-10'],
      [2, 'Two', 2, 1, 2, 20_000, 'USD', '2026-01-01', '2026-03-10'],
      [3, 'Three', 1, 1, 2, 5_000, 'JPY', '2026-01-01', '2027-03-10'],
      [4, 'Four', 1, 1, 2, 700, 'USD', '2026-01-01', null],
      [5, 'Five', 2, 1, 2, null, 'USD', '2026-01-01', '2026-03-10']
    ]
  )
})
afterEach(() => workspace.close())

const deal = (id: number) => id as OpportunityId
const row = (id: number) => workspace.call('crm.getOpportunity', { opportunityId: deal(id) })
const correct = (id: number, field: CorrectableField, value: string | number | null) =>
  workspace.reply('crm.correctDeal', { opportunityId: deal(id), field, value, reason: 'checked with Ana' })
const won = async () => (await workspace.call('crm.countFacts', {})).won

describe('a correction', () => {
  test('is in force, says what the file said, and goes back', async () => {
    expect((await correct(1, 'amountMinor', 12_000)).ok).toBe(true)
    expect(await row(1)).toMatchObject({ amountMinor: 12_000, homeMinor: 12_000, isCorrected: true })
    expect(await won()).toEqual({ deals: 1, amountMinor: 12_000 })
    await correct(1, 'amountMinor', 13_000)
    const [only, ...others] = await workspace.call('crm.listCorrections', {})
    expect(others).toEqual([])
    expect(only).toMatchObject({
      field: 'amountMinor',
      imported: 10_000,
      corrected: 13_000,
      reason: 'checked with Ana'
    })
    expect(only?.author).not.toBe('')
    await workspace.call('crm.removeCorrection', { correctionId: only?.id as CorrectionId })
    expect(await row(1)).toMatchObject({ amountMinor: 10_000, isCorrected: false })
    expect(await workspace.reply('crm.removeCorrection', { correctionId: 99 as CorrectionId })).toEqual({
      ok: false,
      error: { code: 'crm.correctionMissing' }
    })
  })
  test('to the value of the file is none', async () => {
    await correct(1, 'sellerId', 2)
    expect((await workspace.call('crm.listCorrections', {}))[0]).toMatchObject({
      imported: 1,
      importedName: 'Ana',
      corrected: 2,
      correctedName: 'Luis'
    })
    await correct(1, 'sellerId', 1)
    expect(await workspace.call('crm.listCorrections', {})).toEqual([])
    expect(await row(1)).toMatchObject({ sellerId: 1, isCorrected: false })
  })
  test('is refused where the field cannot hold it', async () => {
    const bad: [CorrectableField, string | number | null][] = [
      ['stageId', 99],
      ['stageId', null],
      ['accountId', 99],
      ['amountMinor', 1.5],
      ['amountMinor', '12'],
      ['currency', 'EURO'],
      ['currency', null],
      ['closeOn', '2026-02-30'],
      ['name', '  ']
    ]
    for (const [field, value] of bad)
      expect(await correct(1, field, value), `${field} ${value}`).toEqual({
        ok: false,
        error: { code: 'crm.badValue', field }
      })
    expect(await correct(99, 'name', 'x')).toEqual({ ok: false, error: { code: 'crm.opportunityMissing' } })
    expect(workspace.bugs).toEqual([])
  })
  test('of the currency keeps the units, in the decimals of the new one', async () => {
    await correct(1, 'currency', 'JPY')
    expect(await row(1)).toMatchObject({ amountMinor: 100, currency: 'JPY' })
    const corrections = await workspace.call('crm.listCorrections', { opportunityId: deal(1) })
    expect(corrections.map((each) => [each.field, each.imported, each.corrected]).sort()).toEqual([
      ['amountMinor', 10_000, 100],
      ['currency', 'EUR', 'JPY']
    ])
    // Taking back the amount alone would make 10,000 yen of 100 euro: it stays 100.
    const amount = corrections.find((each) => each.field === 'amountMinor')
    await workspace.call('crm.removeCorrection', { correctionId: amount?.id as CorrectionId })
    expect(await row(1)).toMatchObject({ amountMinor: 100, currency: 'JPY' })
    const currency = corrections.find((each) => each.field === 'currency')
    await workspace.call('crm.removeCorrection', { correctionId: currency?.id as CorrectionId })
    expect(await row(1)).toMatchObject({ amountMinor: 10_000, currency: 'EUR', isCorrected: false })
    workspace.writer.update('opportunities', 1, { amount_minor: 10_050 })
    expect(await correct(1, 'currency', 'JPY')).toMatchObject({ ok: false, error: { code: 'crm.badValue' } })
  })
  test('of several deals is one step, or none at all', async () => {
    const two = (last: number) => ({
      corrections: [
        { opportunityId: deal(1), field: 'closeOn' as const, value: '2026-04-01' },
        { opportunityId: deal(last), field: 'closeOn' as const, value: '2026-04-01' }
      ],
      reason: 'moved'
    })
    expect(await workspace.reply('crm.correctDeals', two(99))).toMatchObject({ ok: false })
    expect(await workspace.call('crm.listCorrections', {})).toEqual([])
    expect(await workspace.call('crm.correctDeals', two(2))).toEqual({ corrected: 2 })
    await workspace.call('workspace.undo', {})
    expect((await row(1)).closeOn).toBe('2026-03-10')
    expect(await workspace.call('crm.listCorrections', {})).toEqual([])
  })
})

describe('rates', () => {
  const rate = (from: string, to: string, on: string, text: string) =>
    workspace.reply('crm.setRate', { from, to, validOn: on as ReturnType<typeof isoDate>, rate: text })
  const home = () =>
    workspace.db
      .all<{ homeMinor: number | null }>('SELECT home_minor AS homeMinor FROM opportunities ORDER BY id')
      .map((each) => each.homeMinor)

  test('bring deals of other currencies into the sums, at the rate of their day and no later one', async () => {
    expect(await workspace.call('crm.countFacts', {})).toMatchObject({
      won: { deals: 1, amountMinor: 10_000 },
      otherCurrencies: [
        { currency: 'USD', deals: 3 },
        { currency: 'JPY', deals: 1 }
      ]
    })
    await rate('USD', 'EUR', '2026-03-11', '0.9')
    // One day too late for what closed on the tenth; the open deal without a day takes the newest there is.
    expect(home()).toEqual([null, null, null, 630, null])
    await rate('USD', 'EUR', '2026-03-01', '0.8')
    expect(home()).toEqual([null, 16_000, null, 630, null])
    await rate('EUR', 'JPY', '2026-01-01', '160')
    expect(home()).toEqual([null, 16_000, 3_125, 630, null])
    expect(await workspace.call('crm.countFacts', {})).toMatchObject({
      won: { deals: 2, amountMinor: 26_000 },
      otherCurrencies: [],
      rates: 3
    })
    const page = await workspace.call('crm.listOpportunities', { filter: { status: 'open' } })
    expect(page.amountMinor).toBe(3_125 + 630)
    const beta = (await workspace.call('crm.listAccounts', {})).find((account) => account.name === 'Beta')
    expect(beta).toMatchObject({ wonDeals: 2, wonMinor: 16_000, openDeals: 2, openMinor: 3_755 })
  })
  test('of the same day are changed, can be taken away, undone and done again', async () => {
    await rate('USD', 'EUR', '2026-03-01', '0.8')
    await rate('USD', 'EUR', '2026-03-01', '0.5')
    const rates = await workspace.call('crm.listRates', {})
    expect(rates.map((each) => each.rate)).toEqual(['0.5'])
    expect(home()[1]).toBe(10_000)
    await workspace.call('workspace.undo', {})
    expect(home()[1]).toBe(16_000)
    await workspace.call('workspace.redo', {})
    expect(home()[1]).toBe(10_000)
    await workspace.call('crm.removeRate', { rateId: rates[0]?.id ?? 0 })
    expect(home()[1]).toBeNull()
    expect(await workspace.reply('crm.removeRate', { rateId: 99 })).toEqual({
      ok: false,
      error: { code: 'crm.rateMissing' }
    })
  })
  test('follow the currency of the workspace, a correction and its undo', async () => {
    await rate('USD', 'EUR', '2026-03-01', '0.8')
    await workspace.call('workspace.updateSettings', { currency: currencyCode('USD') })
    expect(home()).toEqual([12_500, null, null, null, null])
    expect(await won()).toEqual({ deals: 2, amountMinor: 32_500 })
    await workspace.call('workspace.undo', {})
    expect(home()[1]).toBe(16_000)
    await correct(2, 'amountMinor', 10_000)
    expect(home()[1]).toBe(8_000)
    await workspace.call('workspace.undo', {})
    expect(home()[1]).toBe(16_000)
  })
  test('that make no sense are refused', async () => {
    for (const [from, to, text] of [
      ['EUR', 'EUR', '1'],
      ['USD', 'XXX', '1'],
      ['USD', 'EUR', '0.00']
    ] as const)
      expect(await rate(from, to, '2026-01-01', text)).toEqual({ ok: false, error: { code: 'crm.badRate' } })
  })
})

test('deals can be taken out, with what only belongs to them, and come back', async () => {
  await correct(1, 'amountMinor', 1)
  workspace.writer.insert('stage_changes', { opportunity_id: 1, stage_id: 1, entered_on: '2026-01-05' })
  expect(await workspace.call('crm.listStageChanges', { opportunityId: deal(1) })).toEqual([
    { stageId: 1, stageName: 'Open', enteredOn: '2026-01-05' }
  ])
  expect(await workspace.call('crm.removeDeals', { opportunityIds: [deal(1), deal(2), deal(99)] })).toEqual({
    removed: 2
  })
  expect(await workspace.call('crm.listCorrections', {})).toEqual([])
  expect(await workspace.reply('crm.removeDeals', { opportunityIds: [deal(1)] })).toMatchObject({
    ok: false,
    error: { code: 'crm.opportunityMissing' }
  })
  await workspace.call('workspace.undo', {})
  expect(await row(1)).toMatchObject({ amountMinor: 1, isCorrected: true })
  expect(await workspace.call('crm.listStageChanges', { opportunityId: deal(1) })).toHaveLength(1)
})
