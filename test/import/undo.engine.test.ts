// Any import can be taken back as a whole, also when much has followed it: what later imports hold stays, what the user made on top is
// said, old values return where the import's still stand, and the step can itself be undone.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportId, UndoEffect } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type DealRow, layStages, runStep, writeImported } from './written-imports.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
  layStages(workspace.writer)
})
afterEach(() => workspace.close())

const facts = [
  'stages',
  'sellers',
  'seller_aliases',
  'teams',
  'team_memberships',
  'accounts',
  'account_aliases',
  'opportunities',
  'opportunity_versions',
  'stage_changes',
  'activities',
  'corrections',
  'quotas',
  'territories',
  'territory_accounts'
]
const content = (tables: readonly string[] = facts): string =>
  JSON.stringify(tables.map((table) => [table, workspace.db.all(`SELECT * FROM ${table} ORDER BY id`)]))
const undo = (importId: ImportId): Promise<UndoEffect> => workspace.call('import.undoImport', { importId })
const deals = () =>
  workspace.db
    .all<{ key: string; stage: number; amount: number | null }>(
      'SELECT external_id AS key, stage_id AS stage, amount_minor AS amount FROM opportunities ORDER BY external_id'
    )
    .map((deal) => `${deal.key}:${deal.stage}:${deal.amount}`)
const deal = (key: string, stage: number, amount: number | null, more: Partial<DealRow> = {}): DealRow => ({
  key,
  stage,
  amount,
  close: '2026-11-30',
  ...more
})
const names = (what: { what: string; count: number }[]): string[] => what.map((each) => `${each.what} ${each.count}`)

/** A first import that brings a team, sellers, accounts and deals of its own. */
const first = (): ImportId =>
  writeImported(
    workspace,
    'first.csv',
    [deal('a', 1, 100, { seller: 1, account: 1 }), deal('b', 3, 200, { seller: 2, account: 2 }), deal('c', 1, 300)],
    (db) => {
      db.insertMany(
        'sellers',
        ['id', 'name', 'role'],
        [
          [1, 'Ana', 'seller'],
          [2, 'Luis', 'seller']
        ]
      )
      db.insertMany(
        'teams',
        ['id', 'name', 'name_key', 'parent_id', 'manager_id'],
        [
          [1, 'Top', 'top', null, null],
          [2, 'Under', 'under', 1, 1]
        ]
      )
      db.insertMany(
        'team_memberships',
        ['id', 'seller_id', 'team_id'],
        [
          [1, 1, 1],
          [2, 2, 2]
        ]
      )
      db.insertMany(
        'accounts',
        ['id', 'name', 'name_key', 'parent_id', 'owner_id'],
        [
          [1, 'Acme', 'acme', null, 1],
          [2, 'Child', 'child', 1, 2]
        ]
      )
      db.insert('account_aliases', { account_id: 1, alias: 'ACM', alias_key: 'acm' })
      db.insert('activities', { kind: 'call', happened_on: '2026-11-01', seller_id: 1, account_id: 1 })
    }
  )

describe('the newest import', () => {
  test('goes as a whole, as Ctrl+Z would take it, and comes back when that is undone', async () => {
    const before = content()
    const importId = first()
    const after = content()
    expect(await workspace.call('import.previewUndo', { importId })).toMatchObject({
      isNewest: true,
      laterImports: [],
      keeps: []
    })
    const effect = await undo(importId)
    expect(names(effect.removes).sort()).toEqual([
      'accounts 2',
      'activities 1',
      'opportunities 3',
      'quarantine_rows 1',
      'sellers 2',
      'team_memberships 2',
      'teams 2'
    ])
    expect(effect).toMatchObject({ restores: [], keeps: [], dependents: [] })
    expect(content()).toBe(before)
    expect(workspace.db.all('SELECT undone_at AS at FROM imports')).toEqual([{ at: '2026-11-12T09:00:00.000Z' }])
    for (const table of ['import_files', 'source_blocks', 'import_seen', 'quarantine_rows'])
      expect(workspace.db.all(`SELECT 1 FROM ${table}`), table).toEqual([])
    await workspace.call('workspace.undo', {})
    expect(content()).toBe(after)
    expect(workspace.db.all('SELECT undone_at AS at FROM imports')).toEqual([{ at: null }])
    await workspace.call('workspace.redo', {})
    expect(content()).toBe(before)
    expect(workspace.bugs).toEqual([])
  })
  test('is refused twice, and where there is none', async () => {
    const importId = first()
    await undo(importId)
    for (const call of ['import.undoImport', 'import.previewUndo'] as const) {
      expect(await workspace.reply(call, { importId })).toEqual({ ok: false, error: { code: 'import.alreadyUndone' } })
      expect(await workspace.reply(call, { importId: 99 as ImportId })).toEqual({
        ok: false,
        error: { code: 'import.importMissing' }
      })
    }
  })
})

describe('an old import', () => {
  test('leaves what later imports hold, as they hold it', async () => {
    const importId = first()
    writeImported(workspace, 'second.csv', [deal('a', 2, 150, { seller: 1, account: 1 }), deal('d', 1, 50)])
    writeImported(workspace, 'third.csv', [deal('a', 2, 150, { seller: 1, account: 1 }), deal('d', 3, 50)])
    const effect = await workspace.call('import.previewUndo', { importId })
    expect(names(effect.removes).sort()).toEqual([
      'accounts 1',
      'activities 1',
      'opportunities 2',
      'quarantine_rows 1',
      'sellers 1',
      'team_memberships 2',
      'teams 2'
    ])
    expect(effect.keeps).toContainEqual({ what: 'opportunities', count: 1, why: 'laterImport' })
    expect(effect.keeps).toContainEqual({ what: 'accounts', count: 1, why: 'inUse' })
    expect(effect.keeps).toContainEqual({ what: 'sellers', count: 1, why: 'inUse' })
    expect(effect.laterImports.map((each) => each.title)).toEqual(['second.csv', 'third.csv'])
    expect(effect.isNewest).toBe(false)
    expect(await undo(importId)).toEqual(effect)
    expect(deals()).toEqual(['a:2:150', 'd:3:50'])
    // The second import is the first that knows the deal now: nothing came before it.
    expect(
      workspace.db.all(
        'SELECT opportunity_id AS deal, until_import_id AS until, stage_id AS stage FROM opportunity_versions'
      )
    ).toEqual([{ deal: 4, until: 3, stage: 1 }])
    expect(workspace.db.all('SELECT name FROM accounts')).toEqual([{ name: 'Acme' }])
    expect(workspace.db.all('SELECT name FROM sellers')).toEqual([{ name: 'Ana' }])
    expect(workspace.db.all('SELECT count(*) AS n FROM import_files')).toEqual([{ n: 2 }])
    workspace.session.file?.connection.checkForeignKeys()
  })

  test('in the middle gives old values back, but not over what a later import says', async () => {
    const base = [deal('a', 1, 100), deal('b', 1, 200), deal('c', 1, 300)]
    writeImported(workspace, 'first.csv', base)
    const middle = writeImported(workspace, 'second.csv', [
      deal('a', 2, 100),
      deal('b', 2, 250),
      deal('c', 1, 300),
      deal('d', 1, 1)
    ])
    writeImported(workspace, 'third.csv', [deal('b', 2, 260), deal('c', 1, 300)])
    const effect = await undo(middle)
    expect(effect.restores).toEqual([{ what: 'opportunities', count: 1 }])
    expect(effect.keeps).toEqual([{ what: 'opportunities', count: 1, why: 'laterImport' }])
    expect(names(effect.removes)).toEqual(['opportunities 1', 'quarantine_rows 1'])
    expect(deals()).toEqual(['a:1:100', 'b:2:260', 'c:1:300'])
    // Of b the state before the undone import is now what it was until the third one.
    expect(
      workspace.db.all(
        'SELECT opportunity_id AS deal, until_import_id AS until, stage_id AS stage, amount_minor AS amount FROM opportunity_versions'
      )
    ).toEqual([{ deal: 2, until: 3, stage: 1, amount: 200 }])
  })

  test('does not undo what a person has done since', async () => {
    writeImported(workspace, 'first.csv', [deal('a', 1, 100), deal('b', 1, 200)])
    const second = writeImported(workspace, 'second.csv', [deal('a', 2, 150), deal('b', 2, 200)])
    await workspace.call('crm.correctDeal', {
      opportunityId: 1 as never,
      field: 'amountMinor',
      value: 175,
      reason: 'said so'
    })
    const before = content()
    const effect = await undo(second)
    expect(effect.restores).toEqual([
      { what: 'opportunities', count: 2 },
      { what: 'corrections', count: 1 }
    ])
    // The stage goes back, the corrected amount stays in force over the older imported one.
    expect(deals()).toEqual(['a:1:175', 'b:1:200'])
    expect(await workspace.call('crm.listCorrections', {})).toMatchObject([{ imported: 100, corrected: 175 }])
    await workspace.call('workspace.undo', {})
    expect(content()).toBe(before)
  })

  test('says which quotas, assignments and corrections go with its people, accounts and deals', async () => {
    const importId = first()
    runStep(workspace, 'plans.test', (db) => {
      db.insert('plans', { id: 1, name: 'Plan', fiscal_year: 2026 })
      db.insert('scenarios', { id: 1, plan_id: 1, name: 'A', created_at: '2026-01-01T00:00:00Z' })
      db.insert('territories', { id: 1, scenario_id: 1, name: 'North', position: 1 })
      db.insert('territory_accounts', { scenario_id: 1, territory_id: 1, account_id: 1, source: 'manual' })
      db.insert('quotas', {
        scenario_id: 1,
        seller_id: 1,
        measure: 'bookings',
        period_key: 'FY2026-M01',
        starts_on: '2026-01-01',
        amount_minor: 5,
        currency: 'EUR'
      })
    })
    await workspace.call('crm.correctDeal', { opportunityId: 1 as never, field: 'name', value: 'Mine', reason: 'x' })
    const effect = await workspace.call('import.previewUndo', { importId })
    expect(names(effect.dependents).sort()).toEqual(['corrections 1', 'quotas 1', 'territory_accounts 1'])
    // What a locked scenario stands on stays.
    runStep(workspace, 'plans.lock', (db) => db.update('scenarios', 1, { locked_at: '2026-02-01T00:00:00Z' }))
    const locked = await undo(importId)
    expect(names(locked.dependents)).toEqual(['corrections 1'])
    expect(locked.keeps).toContainEqual({ what: 'sellers', count: 1, why: 'inUse' })
    expect(locked.keeps).toContainEqual({ what: 'accounts', count: 1, why: 'inUse' })
    expect(workspace.db.all('SELECT count(*) AS n FROM quotas')).toEqual([{ n: 1 }])
    workspace.session.file?.connection.checkForeignKeys()
  })

  test('brings back deals that it took out, with what belonged to them', async () => {
    writeImported(workspace, 'first.csv', [deal('a', 1, 100), deal('b', 2, 200)], (db) => {
      db.insert('activities', { id: 1, kind: 'call', happened_on: '2026-11-01' })
    })
    runStep(workspace, 'test.link', (db) => {
      db.update('activities', 1, { opportunity_id: 2 })
      db.insert('stage_changes', { opportunity_id: 2, stage_id: 1, entered_on: '2026-10-01' })
    })
    await workspace.call('crm.correctDeal', {
      opportunityId: 2 as never,
      field: 'amountMinor',
      value: 222,
      reason: 'x'
    })
    const before = content()
    const second = writeImported(workspace, 'second.csv', [deal('a', 1, 100)], (db) => db.remove('opportunities', 2))
    expect(deals()).toEqual(['a:1:100'])
    const effect = await undo(second)
    expect(effect.restores).toContainEqual({ what: 'opportunities', count: 1 })
    expect(content()).toBe(before)
  })

  test('follows accounts that were merged since', async () => {
    writeImported(workspace, 'first.csv', [deal('a', 1, 100, { account: 1 })], (db) => {
      db.insertMany(
        'accounts',
        ['id', 'name', 'name_key'],
        [
          [1, 'Old', 'old'],
          [2, 'Kept', 'kept']
        ]
      )
    })
    const second = writeImported(workspace, 'second.csv', [deal('a', 1, 100, { account: 3 })], (db) => {
      db.insert('accounts', { id: 3, name: 'New', name_key: 'new' })
    })
    await workspace.call('crm.mergeAccounts', { keepId: 2 as never, mergeId: 1 as never })
    await undo(second)
    // The deal's old account lives on in the one it was merged into; the new one is gone.
    expect(workspace.db.all('SELECT account_id AS account FROM opportunities')).toEqual([{ account: 2 }])
    expect(workspace.db.all('SELECT name FROM accounts')).toEqual([{ name: 'Kept' }])
  })

  test('leaves alone a row that was made anew under a number that its own had', async () => {
    const importId = first()
    await workspace.call('crm.removeDeals', { opportunityIds: [3 as never] })
    writeImported(workspace, 'other.csv', [deal('x', 1, 7)], () => undefined, 'other')
    expect(workspace.db.all(`SELECT id FROM opportunities WHERE external_id = 'x'`)).toEqual([{ id: 3 }])
    await undo(importId)
    expect(deals()).toEqual(['x:1:7'])
  })

  test('undone in any order, all of them leave nothing', async () => {
    const before = content()
    const one = first()
    const two = writeImported(workspace, 'second.csv', [deal('a', 2, 150, { seller: 1, account: 1 }), deal('d', 1, 50)])
    const three = writeImported(workspace, 'third.csv', [
      deal('a', 3, 150, { seller: 2, account: 2 }),
      deal('d', 2, 60)
    ])
    await undo(two)
    expect(deals()).toEqual(['a:3:150', 'b:3:200', 'c:1:300', 'd:2:60'])
    await undo(one)
    expect(deals()).toEqual(['a:3:150', 'd:2:60'])
    await undo(three)
    expect(deals()).toEqual([])
    expect(workspace.db.all('SELECT count(*) AS n FROM import_files')).toEqual([{ n: 0 }])
    // Also the people and accounts that were still in use when the first one was undone.
    expect(content()).toBe(before)
    for (let step = 0; step < 6; step++) await workspace.call('workspace.undo', {})
    expect(content()).toBe(before)
  })
})
