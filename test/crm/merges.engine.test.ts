// Accounts that are one: everything moves to the kept one, and a split weeks later moves back what has not gone elsewhere since.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AccountId, MergeId } from '#shared/crm/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
const account = (id: number) => id as AccountId
beforeEach(async () => {
  workspace = await openTestWorkspace()
  const db = workspace.writer
  db.insert('stages', { id: 1, name: 'Won', name_key: 'won', position: 1, status: 'won' })
  db.insert('sellers', { id: 1, name: 'Ana', role: 'seller' })
  db.insertMany(
    'accounts',
    ['id', 'name', 'name_key', 'parent_id', 'city', 'tax_id', 'owner_id'],
    [
      [1, 'Acme', 'acme', null, 'Bilbao', null, null],
      [2, 'Acme SL', 'acme sl', 1, 'Madrid', 'B1', 1],
      [3, 'Child', 'child', 2, null, null, null],
      [4, 'Other', 'other', null, null, null, null]
    ]
  )
  db.insertMany(
    'opportunities',
    ['id', 'stage_id', 'account_id', 'amount_minor', 'currency', 'close_on'],
    [
      [1, 1, 1, 100, 'EUR', '2026-01-01'],
      [2, 1, 2, 200, 'EUR', '2026-01-01'],
      [3, 1, 2, 400, 'EUR', '2026-01-01']
    ]
  )
  db.insert('account_aliases', { account_id: 2, alias: 'ACM', alias_key: 'acm' })
  db.insert('plans', { id: 1, name: 'Plan', fiscal_year: 2026 })
  db.insertMany(
    'scenarios',
    ['id', 'plan_id', 'name', 'created_at'],
    [
      [1, 1, 'A', '2026-01-01T00:00:00Z'],
      [2, 1, 'B', '2026-01-01T00:00:00Z']
    ]
  )
  db.insertMany(
    'territories',
    ['id', 'scenario_id', 'name', 'position'],
    [
      [1, 1, 'North', 1],
      [2, 1, 'South', 2],
      [3, 2, 'North', 1]
    ]
  )
  db.insertMany(
    'territory_accounts',
    ['id', 'scenario_id', 'territory_id', 'account_id', 'source'],
    [
      [1, 1, 1, 1, 'manual'],
      [2, 1, 2, 2, 'manual'],
      [3, 2, 3, 2, 'manual']
    ]
  )
})
afterEach(() => workspace.close())

const tables = ['accounts', 'opportunities', 'account_aliases', 'territory_accounts', 'corrections']
const content = (): string =>
  JSON.stringify(tables.map((table) => workspace.db.all(`SELECT * FROM ${table} ORDER BY id`)))
const merge = (keepId: number, mergeId: number): Promise<MergeId> =>
  workspace.call('crm.mergeAccounts', { keepId: account(keepId), mergeId: account(mergeId) })

describe('a merge', () => {
  test('moves everything without doubling, and learns the name', async () => {
    await merge(1, 2)
    expect((await workspace.call('crm.listAccounts', {})).map((row) => [row.name, row.wonMinor, row.parentId])).toEqual(
      [
        ['Acme', 700, null],
        ['Child', 0, 1],
        ['Other', 0, null]
      ]
    )
    expect(await workspace.call('crm.getAccount', { accountId: account(1) })).toMatchObject({
      city: 'Bilbao',
      taxId: 'B1',
      ownerId: 1
    })
    expect(
      workspace.db.all('SELECT account_id AS account, territory_id AS territory FROM territory_accounts ORDER BY id')
    ).toEqual([
      { account: 1, territory: 1 },
      { account: 1, territory: 3 }
    ])
    expect(workspace.db.all('SELECT alias_key AS k FROM account_aliases WHERE account_id = 1 ORDER BY 1')).toEqual([
      { k: 'acm' },
      { k: 'acme sl' }
    ])
    expect(await workspace.call('crm.listMerges', {})).toMatchObject([
      { keptName: 'Acme', mergedName: 'Acme SL', moved: 5 }
    ])
  })
  test('is split again as if it had never been', async () => {
    const before = content()
    const mergeId = await merge(1, 2)
    await workspace.call('crm.splitMerge', { mergeId })
    expect(content()).toBe(before)
    expect(await workspace.call('crm.listMerges', {})).toEqual([])
    expect(await workspace.reply('crm.splitMerge', { mergeId })).toEqual({
      ok: false,
      error: { code: 'crm.mergeMissing' }
    })
  })
  test('the other way round too: the child keeps, its parent is merged into it', async () => {
    const before = content()
    const mergeId = await merge(2, 1)
    expect((await workspace.call('crm.getAccount', { accountId: account(2) })).parentId).toBeNull()
    await workspace.call('crm.splitMerge', { mergeId })
    expect(content()).toBe(before)
  })
  test('split weeks later leaves alone what changed since', async () => {
    const mergeId = await merge(1, 2)
    const writer = workspace.writer
    writer.update('opportunities', 3, { account_id: 4 })
    writer.insert('opportunities', { id: 9, stage_id: 1, account_id: 1, amount_minor: 1, currency: 'EUR' })
    writer.update('accounts', 1, { tax_id: 'B9' })
    writer.insert('accounts', { id: 2, name: 'New', name_key: 'new' })
    await workspace.call('crm.splitMerge', { mergeId })
    expect(workspace.db.all('SELECT id, account_id AS account FROM opportunities ORDER BY id')).toEqual([
      { id: 1, account: 1 },
      { id: 2, account: 5 },
      { id: 3, account: 4 },
      { id: 9, account: 1 }
    ])
    expect(await workspace.call('crm.getAccount', { accountId: account(5) })).toMatchObject({
      name: 'Acme SL',
      taxId: 'B1'
    })
    expect((await workspace.call('crm.getAccount', { accountId: account(1) })).taxId).toBe('B9')
  })
  test('is one step for undo, and takes corrections along', async () => {
    await workspace.call('crm.correctDeal', {
      opportunityId: 1 as never,
      field: 'accountId',
      value: 2,
      reason: 'it is the SL'
    })
    const before = content()
    const mergeId = await merge(4, 2)
    expect((await workspace.call('crm.listCorrections', {}))[0]).toMatchObject({ imported: 1, corrected: 4 })
    await workspace.call('crm.splitMerge', { mergeId })
    expect((await workspace.call('crm.listCorrections', {}))[0]).toMatchObject({ imported: 1, corrected: 2 })
    await workspace.call('workspace.undo', {})
    await workspace.call('workspace.undo', {})
    expect(content()).toBe(before)
  })
  test('needs two accounts that are there', async () => {
    const asked = (keepId: number, mergeId: number) =>
      workspace.reply('crm.mergeAccounts', { keepId: account(keepId), mergeId: account(mergeId) })
    expect(await asked(1, 1)).toEqual({ ok: false, error: { code: 'crm.mergeWithItself' } })
    expect(await asked(1, 99)).toEqual({ ok: false, error: { code: 'crm.accountMissing' } })
  })
})

test('pairs are offered until they are said to be two', async () => {
  expect(
    (await workspace.call('crm.listAccountPairs', {})).map((pair) => [pair.leftName, pair.rightName, pair.reasons])
  ).toEqual([['Acme', 'Acme SL', ['legalForm']]])
  await workspace.call('crm.keepAccountsApart', { leftId: account(2), rightId: account(1) })
  expect(await workspace.call('crm.listAccountPairs', {})).toEqual([])
  await workspace.call('workspace.undo', {})
  expect(await workspace.call('crm.listAccountPairs', {})).toHaveLength(1)
})
