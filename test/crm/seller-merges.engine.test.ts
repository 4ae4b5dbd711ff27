// People who are one: everything of the merged one moves, what both have is decided, and undo or a split weeks later gives all back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MergeId, SellerMergeChoices } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { importFiles } from '../import/shared-files.ts'

let workspace: TestWorkspace
const seller = (id: number) => id as SellerId

beforeEach(async () => {
  workspace = await openTestWorkspace()
  const db = workspace.writer
  db.insert('stages', { id: 1, name: 'Won', name_key: 'won', position: 1, status: 'won' })
  db.insertMany(
    'sellers',
    ['id', 'name', 'role', 'email', 'location', 'external_id', 'base_pay_minor', 'pay_currency'],
    [
      [1, 'Ana Ruiz', 'seller', null, 'Madrid', 'u1', null, null],
      [2, 'A. Ruiz', 'seller', 'ana@acme.es', 'Bilbao', 'u2', 3_000_000, 'EUR'],
      [3, 'Luis Gil', 'seller', null, null, null, null, null]
    ]
  )
  db.insertMany(
    'teams',
    ['id', 'name', 'name_key', 'manager_id'],
    [
      [1, 'North', 'north', 2],
      [2, 'South', 'south', null]
    ]
  )
  db.insertMany(
    'team_memberships',
    ['id', 'seller_id', 'team_id', 'from_on', 'to_on'],
    [
      [1, 1, 1, '2026-01-01', null],
      [2, 2, 2, '2025-01-01', '2025-12-31'],
      [3, 2, 2, '2026-03-01', null]
    ]
  )
  db.insert('seller_aliases', { id: 1, seller_id: 2, alias: 'Anita', alias_key: 'anita' })
  db.insert('accounts', { id: 1, name: 'Acme', name_key: 'acme', owner_id: 2 })
  db.insertMany(
    'opportunities',
    ['id', 'stage_id', 'seller_id', 'amount_minor', 'currency', 'close_on'],
    [
      [1, 1, 1, 100, 'EUR', '2026-01-10'],
      [2, 1, 2, 200, 'EUR', '2026-01-11'],
      [3, 1, 2, 400, 'EUR', '2026-01-12']
    ]
  )
  db.insert('activities', { id: 1, kind: 'call', happened_on: '2026-01-05', seller_id: 2 })
  db.insert('plans', { id: 1, name: 'Plan', fiscal_year: 2026 })
  db.insertMany(
    'scenarios',
    ['id', 'plan_id', 'name', 'created_at'],
    [
      [1, 1, 'Base', '2026-01-01T00:00:00Z'],
      [2, 1, 'Other', '2026-01-01T00:00:00Z']
    ]
  )
  db.insert('territories', { id: 1, scenario_id: 1, name: 'Coast', position: 1 })
  db.insertMany(
    'territory_sellers',
    ['id', 'scenario_id', 'territory_id', 'seller_id', 'from_on', 'to_on', 'share_ratio'],
    [
      [1, 1, 1, 1, null, '2026-06-30', 0.6],
      [2, 1, 1, 2, '2026-06-01', null, 0.4]
    ]
  )
  db.insertMany(
    'quotas',
    ['id', 'scenario_id', 'seller_id', 'measure', 'period_key', 'starts_on', 'amount_minor', 'currency'],
    [
      [1, 1, 1, 'bookings', '2026-01', '2026-01-01', 1000, 'EUR'],
      [2, 1, 2, 'bookings', '2026-01', '2026-01-01', 500, 'EUR'],
      [3, 1, 2, 'bookings', '2026-02', '2026-02-01', 700, 'EUR'],
      [4, 2, 2, 'bookings', '2026-01', '2026-01-01', 900, 'EUR']
    ]
  )
  db.insert('pay_plans', { id: 1, scenario_id: 1, name: 'Plan A', rules_json: '{}' })
  db.insertMany(
    'pay_plan_members',
    ['id', 'scenario_id', 'pay_plan_id', 'seller_id', 'target_pay_minor'],
    [
      [1, 1, 1, 1, 10],
      [2, 1, 1, 2, 20]
    ]
  )
})
afterEach(() => workspace.close())

const tables = [
  'sellers',
  'seller_aliases',
  'teams',
  'team_memberships',
  'accounts',
  'opportunities',
  'activities',
  'quotas',
  'territory_sellers',
  'pay_plan_members'
]
const content = (): unknown[] => tables.map((table) => workspace.db.all(`SELECT * FROM ${table} ORDER BY id`))
const keepAll: SellerMergeChoices = { quotas: 'keep', coverage: 'keep', payPlans: 'keep', teams: 'keep' }
const takeAll: SellerMergeChoices = { quotas: 'take', coverage: 'take', payPlans: 'take', teams: 'take' }
const merge = (choices: SellerMergeChoices, keepId = 1, mergeId = 2): Promise<MergeId> =>
  workspace.call('crm.mergeSellers', { keepId: seller(keepId), mergeId: seller(mergeId), choices })
const refused = async (choices: SellerMergeChoices, keepId = 1, mergeId = 2) => {
  const reply = await workspace.reply('crm.mergeSellers', {
    keepId: seller(keepId),
    mergeId: seller(mergeId),
    choices
  })
  return reply.ok ? undefined : reply.error
}
const quotasOf = (id: number) =>
  workspace.db.all(
    'SELECT scenario_id AS s, period_key AS p, amount_minor AS m FROM quotas WHERE seller_id = :id ORDER BY 1, 2',
    { id }
  )

const importList = async (list: string) => {
  const path = join(workspace.folder, 'people.csv')
  writeFileSync(path, list)
  return (await importFiles(workspace, [path])).importId
}

describe('before a merge', () => {
  test('what moves and what both have is said', async () => {
    const preview = await workspace.call('crm.previewSellerMerge', { keepId: seller(1), mergeId: seller(2) })
    expect(Object.fromEntries(preview.moves.map((move) => [move.table, move.rows]))).toEqual({
      accounts: 1,
      activities: 1,
      opportunities: 2,
      pay_plan_members: 1,
      quotas: 3,
      seller_aliases: 1,
      team_memberships: 2,
      teams: 1,
      territory_sellers: 1
    })
    expect(
      preview.conflicts.map(({ kind, scenarioName, kept, merged }) => [kind, scenarioName, kept.label, merged.label])
    ).toEqual([
      ['quotas', 'Base', '2026-01', '2026-01'],
      ['coverage', 'Base', 'Coast', 'Coast'],
      ['payPlans', 'Base', 'Plan A', 'Plan A'],
      ['teams', null, 'North', 'South']
    ])
    expect(preview.conflicts[0]).toMatchObject({ kept: { amountMinor: 1000 }, merged: { amountMinor: 500 } })
    expect(preview.differing).toEqual([
      { field: 'external_id', kept: 'u1', merged: 'u2' },
      { field: 'location', kept: 'Madrid', merged: 'Bilbao' }
    ])
    expect(preview.filled).toEqual(['email', 'base_pay_minor', 'variable_pay_minor', 'pay_currency'])
  })
  test('what both say alike needs no decision, but for quotas', async () => {
    workspace.writer.update('quotas', 2, { amount_minor: 1000 })
    workspace.writer.update('pay_plan_members', 2, { target_pay_minor: 10 })
    workspace.writer.update('team_memberships', 3, { team_id: 1, from_on: '2026-01-01' })
    workspace.writer.update('territory_sellers', 2, { from_on: null, to_on: '2026-06-30', share_ratio: 0.6 })
    const { conflicts } = await workspace.call('crm.previewSellerMerge', { keepId: seller(1), mergeId: seller(2) })
    expect(conflicts.map((conflict) => conflict.kind)).toEqual(['quotas'])
    await merge({ quotas: 'keep' })
    expect(workspace.db.all('SELECT id FROM pay_plan_members')).toEqual([{ id: 1 }])
    expect(workspace.db.all('SELECT id FROM territory_sellers')).toEqual([{ id: 1 }])
  })
  test('nothing is decided silently, and a locked scenario stays as it is', async () => {
    const before = content()
    expect(await refused({ ...keepAll, teams: undefined })).toEqual({ code: 'crm.mergeUndecided' })
    expect(await refused(keepAll, 1, 1)).toEqual({ code: 'crm.mergeWithItself' })
    expect(await refused(keepAll, 1, 99)).toEqual({ code: 'crm.sellerMissing' })
    workspace.writer.update('scenarios', 1, { locked_at: '2026-02-01T00:00:00Z' })
    expect(await refused(keepAll)).toEqual({ code: 'crm.mergeLocked', scenarioName: 'Base' })
    workspace.writer.update('scenarios', 1, { locked_at: null })
    workspace.writer.update('quotas', 2, { currency: 'USD' })
    expect(await refused({ ...keepAll, quotas: 'add' })).toEqual({ code: 'crm.mergeCurrencies' })
    workspace.writer.update('quotas', 2, { currency: 'EUR' })
    expect(content()).toEqual(before)
  })
})

describe('a merge', () => {
  test('moves everything; the kept one stays where both have something', async () => {
    await merge(keepAll)
    expect(workspace.db.all('SELECT seller_id AS s, count(*) AS n FROM opportunities GROUP BY 1')).toEqual([
      { s: 1, n: 3 }
    ])
    expect(quotasOf(1)).toEqual([
      { s: 1, p: '2026-01', m: 1000 },
      { s: 1, p: '2026-02', m: 700 },
      { s: 2, p: '2026-01', m: 900 }
    ])
    expect(workspace.db.all('SELECT id FROM team_memberships ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }])
    expect(workspace.db.all('SELECT id FROM territory_sellers')).toEqual([{ id: 1 }])
    expect(workspace.db.all('SELECT target_pay_minor AS t FROM pay_plan_members')).toEqual([{ t: 10 }])
    const person = await workspace.call('people.getSeller', { sellerId: seller(1) })
    expect(person).toMatchObject({ email: 'ana@acme.es', location: 'Madrid', basePayMinor: 3_000_000 })
    expect(person.aliases.sort()).toEqual(['A. Ruiz', 'Anita'])
    expect(person.leads.map((lead) => lead.teamName)).toEqual(['North'])
    expect(workspace.db.get('SELECT owner_id AS o FROM accounts')).toEqual({ o: 1 })
    expect(await workspace.call('crm.listMerges', {})).toMatchObject([
      { entity: 'sellers', keptName: 'Ana Ruiz', mergedName: 'A. Ruiz' }
    ])
  })
  test('takes the other one’s where the user says so, or the sum of quotas', async () => {
    await merge(takeAll)
    expect(quotasOf(1)[0]).toEqual({ s: 1, p: '2026-01', m: 500 })
    expect(workspace.db.all('SELECT id FROM territory_sellers')).toEqual([{ id: 2 }])
    expect(workspace.db.all('SELECT target_pay_minor AS t FROM pay_plan_members')).toEqual([{ t: 20 }])
    await workspace.call('workspace.undo', {})
    await merge({ ...keepAll, quotas: 'add' })
    expect(quotasOf(1)[0]).toEqual({ s: 1, p: '2026-01', m: 1500 })
  })
  test.each([
    ['keep', keepAll],
    ['take', takeAll],
    ['add', { ...keepAll, quotas: 'add' as const }]
  ])('is one step for undo and can be taken apart as if it had never been (%s)', async (_name, choices) => {
    const before = content()
    const mergeId = await merge(choices)
    await workspace.call('crm.splitMerge', { mergeId })
    expect(content()).toEqual(before)
    expect(await workspace.call('crm.listMerges', {})).toEqual([])
    await workspace.call('workspace.undo', {})
    await workspace.call('workspace.undo', {})
    expect(content()).toEqual(before)
  })
  test('taken apart weeks later it leaves alone what changed since', async () => {
    const mergeId = await merge({ ...keepAll, quotas: 'add' })
    const writer = workspace.writer
    writer.update('opportunities', 3, { seller_id: 3 })
    writer.update('quotas', 1, { amount_minor: 1600 })
    writer.update('sellers', 1, { email: 'other@acme.es' })
    writer.remove('scenarios', 2)
    await workspace.call('crm.splitMerge', { mergeId })
    expect(workspace.db.all('SELECT id, seller_id AS s FROM opportunities ORDER BY id')).toEqual([
      { id: 1, s: 1 },
      { id: 2, s: 2 },
      { id: 3, s: 3 }
    ])
    expect(quotasOf(1)).toEqual([{ s: 1, p: '2026-01', m: 1600 }])
    expect(quotasOf(2)).toEqual([
      { s: 1, p: '2026-01', m: 500 },
      { s: 1, p: '2026-02', m: 700 }
    ])
    expect(workspace.db.get('SELECT email FROM sellers WHERE id = 1')).toEqual({ email: 'other@acme.es' })
  })
  test('two of one name, told apart by id, stay one when the same list comes again', async () => {
    workspace.writer.update('sellers', 2, { name: 'Ana Ruiz' })
    await merge(keepAll)
    const list = 'Name;User ID;Team\nAna Ruiz;u1;North\nAna Ruiz;u2;South\n'
    await importList(list)
    expect(workspace.db.all('SELECT id, name FROM sellers ORDER BY id')).toEqual([
      { id: 1, name: 'Ana Ruiz' },
      { id: 3, name: 'Luis Gil' }
    ])
    const again = await importList(list)
    expect(again).toBeNull()
  })
  test('a list that still names the merged one by id does not rename the kept one', async () => {
    await merge(keepAll)
    await importList('Name;User ID;Location\nAna Ruiz;u1;Madrid\nA. Ruiz;u2;Bilbao\n')
    expect(workspace.db.all('SELECT name, location FROM sellers ORDER BY id')).toEqual([
      { name: 'Ana Ruiz', location: 'Madrid' },
      { name: 'Luis Gil', location: null }
    ])
  })
})

describe('an import that brought people who were merged since', () => {
  const importDeals = async (owner: string) => {
    const path = join(workspace.folder, `${owner}.csv`)
    writeFileSync(path, `Deal ID,Deal name,Stage,Amount,Close date,Deal owner\nx1,Alpha,Won,10,2026-02-01,${owner}\n`)
    const { importId } = await importFiles(workspace, [path])
    if (importId === null) throw new Error('nothing was imported')
    return importId
  }
  const idOf = (name: string): number =>
    workspace.db.get<{ id: number }>('SELECT id FROM sellers WHERE name = :name', { name })?.id ?? 0
  const dealsOf = (id: number) =>
    workspace.db.all('SELECT external_id AS k FROM opportunities WHERE seller_id = :id AND external_id IS NOT NULL', {
      id
    })

  test('is taken back without the merged one, who can still be split off', async () => {
    const importId = await importDeals('Eva Sol')
    const eva = idOf('Eva Sol')
    const mergeId = await merge({}, 3, eva)
    expect(dealsOf(3)).toEqual([{ k: 'x1' }])
    await workspace.call('import.undoImport', { importId })
    expect(dealsOf(3)).toEqual([])
    await workspace.call('crm.splitMerge', { mergeId })
    expect(idOf('Eva Sol')).toBe(eva)
    workspace.session.file?.connection.checkForeignKeys()
    expect(workspace.bugs).toEqual([])
  })
  test('leaves the kept one there, with what was merged into them', async () => {
    const importId = await importDeals('Eva Sol')
    const eva = idOf('Eva Sol')
    await merge({}, eva, 3)
    await workspace.call('import.undoImport', { importId })
    expect(idOf('Eva Sol')).toBe(eva)
    expect(await workspace.call('crm.listMerges', {})).toMatchObject([{ keptId: eva, mergedName: 'Luis Gil' }])
    expect(workspace.db.all('SELECT id FROM sellers WHERE id = 3')).toEqual([])
    workspace.session.file?.connection.checkForeignKeys()
  })
  test('the next export under the merged name finds the kept one', async () => {
    await importDeals('Eva Sol')
    await merge({}, 3, idOf('Eva Sol'))
    const path = join(workspace.folder, 'next.csv')
    writeFileSync(path, 'Deal ID,Deal name,Stage,Amount,Close date,Deal owner\nx2,Beta,Won,20,2026-03-01,Eva Sol\n')
    await importFiles(workspace, [path])
    expect(dealsOf(3)).toEqual([{ k: 'x1' }, { k: 'x2' }])
    expect(idOf('Eva Sol')).toBe(0)
  })
})
