// The quality rules over the workspace: each finds exactly the deals it is for, agrees with the rule of the preview, and gives its rows.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SqlValue } from '#engine/db.ts'
import { dealRulesSql } from '#engine/import/store-quality.ts'
import { dealRules, findingRules, staleDays } from '#shared/import/plan/findings/index.ts'
import type { OpportunityValues } from '#shared/import/plan/types.ts'
import type { QualityFindingRow, QualityRow } from '#shared/import/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { addDays, type IsoDate, isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { layStages, runStep, writeImported } from './written-imports.ts'

let workspace: TestWorkspace
/** The day on which the engine's clock stands. */
const today = isoDate(2026, 11, 12)
const statuses: StageStatus[] = ['open', 'open', 'won', 'lost']

beforeEach(async () => {
  workspace = await openTestWorkspace()
  layStages(workspace.writer)
  workspace.writer.insertMany(
    'sellers',
    ['id', 'name', 'role', 'left_on', 'email'],
    [
      [1, 'Ana Ruiz', 'seller', null, 'ana@x.com'],
      [2, 'Luis', 'seller', '2026-06-30', null],
      [3, 'Idle', 'seller', null, null],
      [4, 'ana  ruíz', 'seller', null, 'ana2@x.com'],
      [5, 'Boss', 'manager', null, null]
    ]
  )
  workspace.writer.insertMany(
    'accounts',
    ['id', 'name', 'name_key'],
    [
      [1, 'Acme', 'acme'],
      [2, 'Beta', 'beta'],
      [3, 'Acme SL', 'acme sl'],
      [4, 'BETA', 'beta']
    ]
  )
})
afterEach(() => workspace.close())

const add = (deal: Record<string, SqlValue>): number =>
  workspace.writer.insert('opportunities', {
    stage_id: 1,
    seller_id: 1,
    account_id: 1,
    amount_minor: 100,
    currency: 'EUR',
    created_on: '2026-11-01',
    close_on: '2026-12-01',
    last_activity_on: '2026-11-01',
    ...deal
  })
const rule = async (name: string): Promise<QualityRow | undefined> =>
  (await workspace.call('import.listQuality', {})).find((row) => row.rule === name)
const rows = async (name: string): Promise<QualityFindingRow[]> =>
  (await workspace.call('import.listQualityRows', { rule: name })).rows

describe('rules about one deal', () => {
  const broken: [string, Record<string, SqlValue>, string][] = [
    ['wonWithoutDate', { stage_id: 3, close_on: null }, ''],
    ['wonWithoutAmount', { stage_id: 3, amount_minor: null, close_on: '2026-11-05' }, ''],
    ['wonInFuture', { stage_id: 3, close_on: '2026-11-13' }, '1'],
    ['wonForNothing', { stage_id: 3, amount_minor: 0, close_on: '2026-11-05' }, ''],
    ['negativeAmount', { amount_minor: -5 }, ''],
    ['currencyWithoutRate', { currency: 'USD' }, 'USD'],
    ['closeBeforeCreated', { created_on: '2026-12-03' }, '2'],
    ['noSeller', { seller_id: null }, ''],
    ['noAccount', { account_id: null }, ''],
    ['inactiveSeller', { seller_id: 2 }, '2026-06-30'],
    ['openPastDate', { close_on: '2026-11-11' }, '1'],
    ['staleOpen', { last_activity_on: '2026-08-13' }, '2026-08-13'],
    ['openWithoutDate', { close_on: null }, ''],
    ['openWithoutAmount', { amount_minor: null }, '']
  ]
  test.each(broken)('%s finds its deal, and only that', async (name, deal, detail) => {
    add({})
    const id = add({ name: 'Broken', ...deal })
    expect(await rule(name)).toMatchObject({ count: 1, examples: ['Broken'] })
    const [row, ...others] = await rows(name)
    expect(others).toEqual([])
    expect(row).toMatchObject({ opportunityId: id, label: 'Broken', detail })
  })
  test('stand in the registry of the preview, all of them, and agree with it', async () => {
    expect(dealRulesSql.map((each) => each.rule)).toEqual(dealRules.map((each) => each.name))
    const day = fc.option(
      fc.integer({ min: -400, max: 60 }).map((days) => addDays(today, days)),
      { nil: null }
    )
    const dealArb = fc.record({
      stage: fc.integer({ min: 1, max: 4 }),
      seller: fc.constantFrom(null, 1, 2),
      account: fc.constantFrom(null, 1),
      amountMinor: fc.constantFrom(null, 0, -1, 100),
      currency: fc.constantFrom(currencyCode('EUR'), currencyCode('USD')),
      createdOn: day,
      closeOn: day,
      lastActivityOn: day
    })
    const deals = fc.sample(dealArb, { numRuns: 400, seed: 7 })
    for (const deal of deals)
      workspace.writer.insert('opportunities', {
        stage_id: deal.stage,
        seller_id: deal.seller,
        account_id: deal.account,
        amount_minor: deal.amountMinor,
        currency: deal.currency,
        created_on: deal.createdOn,
        close_on: deal.closeOn,
        last_activity_on: deal.lastActivityOn
      })
    const quality = await workspace.call('import.listQuality', {})
    for (const each of dealRules) {
      const found = deals.filter((deal) =>
        each.holds(
          deal as unknown as OpportunityValues,
          statuses[deal.stage - 1] ?? 'open',
          {
            today,
            staleBefore: addDays(today, -staleDays.sinceActivity),
            oldBefore: addDays(today, -staleDays.sinceCreated),
            hasRate: (values) => values.currency === 'EUR',
            leftOn: (seller) => (seller === 2 ? isoDate(2026, 6, 30) : null),
            currency: currencyCode('EUR')
          },
          deal.lastActivityOn as IsoDate | null
        )
      )
      const row = quality.find((one) => one.rule === each.name)
      expect(row?.count ?? 0, each.name).toBe(found.length)
      expect(found.length, `${each.name} is tried`).toBeGreaterThan(0)
      expect((await workspace.call('import.listQualityRows', { rule: each.name, limit: 5 })).total).toBe(found.length)
      if (row !== undefined) expect(row.severity).toBe(findingRules.find((one) => one.name === each.name)?.severity)
    }
  })
  test('a deal with a newer activity is not stale', async () => {
    const id = add({ last_activity_on: null, created_on: '2026-01-01' })
    expect((await rule('staleOpen'))?.count).toBe(1)
    workspace.writer.insert('activities', { kind: 'call', happened_on: '2026-11-10', opportunity_id: id })
    expect(await rule('staleOpen')).toBeUndefined()
  })
})

describe('rules that hold deals against each other', () => {
  test('probable duplicates share account, amount and close date, and product or name', async () => {
    workspace.writer.insertMany(
      'products',
      ['id', 'name', 'name_key'],
      [
        [1, 'A', 'a'],
        [2, 'B', 'b']
      ]
    )
    add({ external_id: 'first', name: 'Big deal', product_id: 1 })
    add({ external_id: 'twin by product', name: 'Other', product_id: 1 })
    add({ external_id: 'twin by name', name: 'Big deal', product_id: 2 })
    add({ external_id: 'another amount', name: 'Big deal', amount_minor: 101 })
    add({ external_id: 'another account', name: 'Big deal', account_id: 2 })
    add({ external_id: 'another currency', name: 'Big deal', currency: 'USD' })
    add({ external_id: 'neither', name: 'Neither', product_id: null })
    expect((await rows('probableDuplicate')).map((row) => [row.label, row.detail])).toEqual([
      ['Big deal', 'twin by product'],
      ['Other', 'first'],
      ['Big deal', 'first']
    ])
    expect(await rule('probableDuplicate')).toMatchObject({ count: 3, amountMinor: 300, severity: 'warning' })
  })
  test('amounts out of line are told by product, and only among enough of them', async () => {
    workspace.writer.insertMany(
      'products',
      ['id', 'name', 'name_key'],
      [
        [1, 'A', 'a'],
        [2, 'B', 'b']
      ]
    )
    for (let n = 0; n < 20; n++)
      add({ product_id: 1, amount_minor: 1000 + n, close_on: addDays(today, n), name: `n${n}` })
    const far = add({ product_id: 1, amount_minor: 100_000, name: 'far' })
    // Of a product rarely sold the amounts are held against all.
    for (let n = 0; n < 5; n++) add({ product_id: 2, amount_minor: 1005 + n, name: `few${n}` })
    const rare = add({ product_id: 2, amount_minor: 10_070, name: 'rare' })
    const found = await rows('amountOutlier')
    expect(found.map((row) => [row.opportunityId, row.detail])).toEqual([
      [far, '×99'],
      [rare, '×10']
    ])
  })
  test('stages gone back are told by exports and by stage history', async () => {
    const first = { key: 'a', stage: 2, amount: 1, close: '2026-12-01', seller: 1, account: 1 }
    writeImported(workspace, '1.csv', [first])
    writeImported(workspace, '2.csv', [{ ...first, stage: 1 }])
    const other = add({ name: 'by history' })
    workspace.writer.insert('stage_changes', { opportunity_id: other, stage_id: 2, entered_on: '2026-11-02' })
    expect((await rows('stageRegression')).map((row) => [row.label, row.detail])).toEqual([
      ['by history', 'Second > First'],
      ['Deal a', 'Second > First']
    ])
  })
  test('vanished deals are those of an earlier export of the shape, until an import holds them again', async () => {
    const file = ['a', 'b', 'c'].map((key) => ({ key, stage: 1, amount: 1, close: '2026-12-01' }))
    writeImported(workspace, '1.csv', file)
    const newer = writeImported(workspace, '2.csv', file.slice(0, 1))
    expect((await rows('vanished')).map((row) => [row.label, row.detail])).toEqual([
      ['Deal b', '1.csv'],
      ['Deal c', '1.csv']
    ])
    writeImported(workspace, 'other.csv', file.slice(1, 2), () => undefined, 'another shape')
    expect((await rows('vanished')).map((row) => row.label)).toEqual(['Deal c'])
    await workspace.call('import.undoImport', { importId: newer })
    expect(await rows('vanished')).toEqual([])
  })
})

describe('rules about names and rows', () => {
  test('sellers without deals, of one name, accounts of one or like names, rows not taken', async () => {
    writeImported(workspace, '1.csv', [{ key: 'a', stage: 1, amount: 1, close: '2026-12-01', seller: 1, account: 1 }])
    expect(await rule('sellerWithoutDeals')).toMatchObject({ count: 3, of: 4, about: 'sellers' })
    expect((await rows('sellerWithoutDeals')).map((row) => row.sellerId).sort()).toEqual([2, 3, 4])
    expect((await rows('sameNameSellers')).map((row) => [row.sellerId, row.detail])).toEqual([
      [1, 'ana@x.com'],
      [4, 'ana2@x.com']
    ])
    expect(await rule('sameNameAccounts')).toMatchObject({ count: 2, about: 'accounts' })
    expect((await rows('similarAccounts')).map((row) => [row.label, row.detail])).toEqual([['Acme', 'Acme SL']])
    expect(await rule('rejectedRows')).toMatchObject({ count: 1, of: 1, about: 'quarantine', examples: ['1.csv:99'] })
    runStep(workspace, 'test.dismiss', (db) => db.run(`UPDATE quarantine_rows SET state = 'dismissed'`))
    expect(await rule('rejectedRows')).toBeUndefined()
    expect(await rows('no such rule')).toEqual([])
  })
})

describe('scores', () => {
  test('are rows without a warning over rows looked at, each row once', async () => {
    expect(
      (await workspace.call('import.listQualityScores', {})).map((each) => [each.measure, each.ratio, each.of])
    ).toEqual([
      ['bookings', null, 0],
      ['pipeline', null, 0],
      ['credit', null, 0],
      ['people', 3 / 5, 5]
    ])
    add({ stage_id: 3, close_on: '2026-11-05' })
    // Two warnings about one booking: it counts once.
    add({ stage_id: 3, close_on: null, amount_minor: null })
    add({ stage_id: 3, close_on: '2026-11-05', seller_id: null })
    add({ close_on: '2026-11-01' })
    add({})
    const scores = await workspace.call('import.listQualityScores', {})
    expect(scores).toMatchObject([
      {
        measure: 'bookings',
        of: 3,
        sound: 2,
        rules: [
          { rule: 'wonWithoutDate', count: 1 },
          { rule: 'wonWithoutAmount', count: 1 }
        ]
      },
      { measure: 'pipeline', of: 2, sound: 1, ratio: 0.5, rules: [{ rule: 'openPastDate', count: 1 }] },
      { measure: 'credit', of: 5, sound: 4, rules: [{ rule: 'noSeller', count: 1 }] },
      { measure: 'people', of: 5, sound: 3, rules: [{ rule: 'sameNameSellers', count: 2 }] }
    ])
    // A deal that was not taken weakens every figure about deals.
    writeImported(workspace, '1.csv', [{ key: 'a', stage: 1, amount: 1, close: '2026-12-01', seller: 1, account: 1 }])
    expect((await workspace.call('import.listQualityScores', {}))[0]).toMatchObject({ of: 4, sound: 2 })
  })
})
