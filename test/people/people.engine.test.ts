// People in a real workspace: every call, its refusals, and that each step can be undone and redone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const codeOf = (reply: { ok: boolean; error?: { code: string } }) => (reply.ok ? 'ok' : reply.error?.code)
const add = (name: string, facts: Record<string, unknown> = {}) =>
  workspace.call('people.createSeller', { name, ...facts })
const people = () => workspace.call('people.listSellers', {})

describe('a person', () => {
  it('is added with team and aliases, found by name, changed and removed', async () => {
    const sales = await workspace.call('people.createTeam', { name: 'Sales', parentId: null })
    const ana = await add(' Ana Ruiz ', { hiredOn: '2026-02-01', teamId: sales.id, aliases: ['Ruiz, Ana'] })
    expect(ana).toMatchObject({ name: 'Ana Ruiz', role: 'seller', teamName: 'Sales', aliases: ['Ruiz, Ana'] })
    expect(await workspace.call('people.findByName', { name: 'RUIZ ana' })).toEqual([
      { sellerId: ana.id, sellerName: 'Ana Ruiz', by: 'alias' }
    ])
    const changed = await workspace.call('people.updateSeller', {
      sellerId: ana.id,
      basePayMinor: 3_000_000,
      payCurrency: 'eur',
      location: ''
    })
    expect(changed).toMatchObject({ basePayMinor: 3_000_000, payCurrency: 'EUR', location: null })
    await workspace.call('people.removeSeller', { sellerId: ana.id })
    expect(await people()).toEqual([])
    expect(workspace.db.all('SELECT * FROM seller_aliases')).toEqual([])
    await workspace.call('workspace.undo', {})
    expect(await people()).toMatchObject([{ name: 'Ana Ruiz', teamName: 'Sales', aliases: ['Ruiz, Ana'] }])
  })
  it('is refused in words', async () => {
    const ana = await add('Ana Ruiz', { externalId: 'E1', aliases: ['Anita'] })
    const leo = await add('Leo Gil')
    const update = (fields: Record<string, unknown>) =>
      workspace.reply('people.updateSeller', { sellerId: leo.id, ...fields })
    expect(codeOf(await update({ name: ' ' }))).toBe('people.nameEmpty')
    expect(codeOf(await update({ email: 'leo' }))).toBe('people.emailWrong')
    expect(codeOf(await update({ hiredOn: '2026-05-01', leftOn: '2026-04-01' }))).toBe('people.leaveBeforeHire')
    expect(codeOf(await update({ basePayMinor: 5 }))).toBe('people.payWithoutCurrency')
    expect(codeOf(await update({ basePayMinor: -5, payCurrency: 'EUR' }))).toBe('people.payNegative')
    expect(await update({ externalId: 'E1' })).toMatchObject({
      error: { code: 'people.externalIdTaken', sellerName: 'Ana Ruiz' }
    })
    expect(codeOf(await update({ hiredOn: '2027-02-29' }))).toBe('engine.badArgument')
    expect(codeOf(await update({ payCurrency: 'XXX' }))).toBe('engine.badArgument')
    const alias = (text: string) => workspace.reply('people.addAlias', { sellerId: leo.id, alias: text })
    expect(await alias('ANITA')).toMatchObject({ error: { code: 'people.aliasTaken', sellerName: 'Ana Ruiz' } })
    expect(codeOf(await alias('Ana Ruiz'))).toBe('people.aliasTaken')
    expect(codeOf(await alias(' '))).toBe('people.aliasEmpty')
    expect(codeOf(await workspace.reply('people.getSeller', { sellerId: 99 }))).toBe('people.sellerMissing')
    expect(await people()).toHaveLength(2)
    expect(ana.isNameShared).toBe(false)
  })
  it('may have the name of another, and says so', async () => {
    await add('Ana Ruiz')
    expect(await add('ana ruíz')).toMatchObject({ isNameShared: true })
    expect((await people()).every((row) => row.isNameShared)).toBe(true)
  })
  it('with quotas can’t be removed; with deals only, the deals stay', async () => {
    const ana = await add('Ana Ruiz')
    const { writer } = workspace
    writer.insert('stages', { name: 'Won', name_key: 'won', position: 1, status: 'won', probability_ratio: 1 })
    writer.insert('opportunities', { stage_id: 1, seller_id: ana.id, currency: 'EUR', amount_minor: 5 })
    expect(await workspace.call('people.listSellerUses', { sellerId: ana.id })).toEqual([
      { table: 'opportunities', rows: 1, effect: 'kept' }
    ])
    writer.insert('plans', { name: 'FY2027', fiscal_year: 2027 })
    const plan = workspace.db.get<{ id: number }>('SELECT max(id) AS id FROM plans')?.id ?? 0
    const scenario = writer.insert('scenarios', { plan_id: plan, name: 'Base 2', created_at: '2026-01-01T00:00:00Z' })
    writer.insert('quotas', {
      scenario_id: scenario,
      seller_id: ana.id,
      measure: 'bookings',
      period_key: 'FY2027-M01',
      starts_on: '2027-01-01',
      amount_minor: 5,
      currency: 'EUR'
    })
    expect(await workspace.reply('people.removeSeller', { sellerId: ana.id })).toMatchObject({
      error: { code: 'people.sellerInUse', name: 'Ana Ruiz', rows: 1 }
    })
    writer.run('DELETE FROM quotas')
    await workspace.call('people.removeSeller', { sellerId: ana.id })
    expect(workspace.db.all('SELECT seller_id FROM opportunities')).toEqual([{ seller_id: null }])
    await workspace.call('workspace.undo', {})
    expect(workspace.db.all('SELECT seller_id FROM opportunities')).toEqual([{ seller_id: ana.id }])
  })
})

describe('several people at once', () => {
  it('are changed as one step, or not at all', async () => {
    const ana = await add('Ana Ruiz')
    const leo = await add('Leo Gil')
    const north = await workspace.call('people.createTeam', { name: 'North', parentId: null })
    await workspace.call('people.updateSellers', {
      changes: [
        { sellerId: ana.id, location: 'Vigo', move: { teamId: north.id, fromOn: null } },
        { sellerId: leo.id, location: 'Lugo' }
      ]
    })
    expect((await people()).map((row) => [row.location, row.teamName])).toEqual([
      ['Vigo', 'North'],
      ['Lugo', null]
    ])
    await workspace.call('workspace.undo', {})
    expect((await people()).map((row) => [row.location, row.teamName])).toEqual([
      [null, null],
      [null, null]
    ])
    const refused = await workspace.reply('people.updateSellers', {
      changes: [
        { sellerId: ana.id, location: 'Vigo' },
        { sellerId: leo.id, email: 'no' }
      ]
    })
    expect(codeOf(refused)).toBe('people.emailWrong')
    expect((await people())[0]?.location).toBeNull()
  })
  it('are pasted as one step, with teams made on the way', async () => {
    await add('Ana Ruiz', { location: 'Vigo' })
    const rows = [
      { name: 'Ana Ruiz', team: ['Sales', 'North'], variablePayMinor: 100, payCurrency: 'EUR' },
      { name: 'Leo Gil', team: ['Sales', 'South'], hiredOn: '2026-03-01', aliases: ['Gil, Leo'] }
    ]
    expect(await workspace.call('people.pasteSellers', { rows })).toEqual({ created: 1, changed: 1, same: 0 })
    expect((await people()).map((row) => [row.name, row.location, row.teamPath.join('/')])).toEqual([
      ['Ana Ruiz', 'Vigo', 'Sales/North'],
      ['Leo Gil', null, 'Sales/South']
    ])
    expect(await workspace.call('people.pasteSellers', { rows })).toEqual({ created: 0, changed: 0, same: 2 })
    await workspace.call('workspace.undo', {})
    expect(await people()).toHaveLength(1)
    expect(await workspace.call('people.listTeams', {})).toEqual([])
    const refused = await workspace.reply('people.pasteSellers', { rows: [{ name: 'X' }, { name: 'Y', email: 'no' }] })
    expect(refused).toMatchObject({ error: { code: 'people.pasteRefused', row: 2, problem: 'people.emailWrong' } })
    expect(await people()).toHaveLength(1)
  })
})

describe('teams', () => {
  it('make a tree, refuse loops and names twice, and hand over their people', async () => {
    const team = (name: string, parentId: number | null) => workspace.call('people.createTeam', { name, parentId })
    const sales = await team('Sales', null)
    const north = await team('North', sales.id)
    const south = await team('South', sales.id)
    const twice = await workspace.reply('people.createTeam', { name: 'NORTH', parentId: sales.id })
    expect(codeOf(twice)).toBe('people.teamNameTaken')
    expect(codeOf(await workspace.reply('people.createTeam', { name: ' ', parentId: null }))).toBe(
      'people.teamNameEmpty'
    )
    const loop = await workspace.reply('people.updateTeam', { teamId: sales.id, parentId: north.id })
    expect(loop).toMatchObject({ error: { code: 'people.teamLoop', name: 'Sales', parentName: 'North' } })
    const ana = await add('Ana Ruiz', { teamId: north.id })
    await workspace.call('people.updateTeam', { teamId: north.id, managerId: ana.id })
    expect(await workspace.reply('people.removeTeam', { teamId: north.id })).toMatchObject({
      error: { code: 'people.teamInUse', members: 1, teams: 0 }
    })
    await workspace.call('people.removeTeam', { teamId: north.id, into: south.id })
    expect((await people())[0]?.teamName).toBe('South')
    const intoItself = await workspace.reply('people.removeTeam', { teamId: sales.id, into: south.id })
    expect(codeOf(intoItself)).toBe('people.teamLoop')
    await workspace.call('workspace.undo', {})
    expect((await people())[0]).toMatchObject({ teamName: 'North', managerName: null })
    expect((await workspace.call('people.listTeams', {})).map((row) => row.path.join('/'))).toEqual([
      'Sales',
      'Sales/North',
      'Sales/South'
    ])
  })
  it('are changed from a day on, and the past stays', async () => {
    const north = await workspace.call('people.createTeam', { name: 'North', parentId: null })
    const south = await workspace.call('people.createTeam', { name: 'South', parentId: null })
    const ana = await add('Ana Ruiz', { teamId: north.id })
    await workspace.call('people.moveSeller', { sellerId: ana.id, teamId: south.id, fromOn: '2026-07-01' })
    const teamOn = async (on: string) => (await workspace.call('people.listSellers', { on }))[0]?.teamName
    expect([await teamOn('2026-06-30'), await teamOn('2026-07-01')]).toEqual(['North', 'South'])
    const detail = await workspace.call('people.getSeller', { sellerId: ana.id })
    expect(detail.memberships.map((row) => [row.teamName, row.fromOn, row.toOn])).toEqual([
      ['South', '2026-07-01', null],
      ['North', null, '2026-06-30']
    ])
    const newest = detail.memberships[0]
    if (newest === undefined) throw new Error('no membership')
    await workspace.call('people.removeMembership', { membershipId: newest.id })
    expect([await teamOn('2026-06-30'), await teamOn('2026-07-01')]).toEqual(['North', null])
    const gone = await workspace.reply('people.moveSeller', { sellerId: ana.id, teamId: 99, fromOn: null })
    expect(codeOf(gone)).toBe('people.teamMissing')
  })
})
