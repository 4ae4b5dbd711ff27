// Territories on a real file: a rule previewed and applied as one step, accounts placed by hand, coverage, checks, undo, locks, copies.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TerritoryOverview } from '#shared/territories/types.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, type Layout, layOut, readMaven, small } from './company.ts'

let workspace: TestWorkspace
let at: Layout
afterEach(() => workspace.close())

const bySales = { method: 'byTeamSales' as const }

const apply = (more: Partial<{ keepManual: boolean; withSellers: boolean; removeEmpty: boolean }> = {}) =>
  workspace.call('territories.applyProposal', { scenarioId: at.scenarioId, request: bySales, ...more })

const overview = (): Promise<TerritoryOverview> => workspace.call('territories.overview', { scenarioId: at.scenarioId })

async function territoryId(name: string) {
  const found = (await overview()).territories.find((territory) => territory.name === name)
  if (!found) throw new Error(`no territory ${name}`)
  return found.id
}

const accountsOf = async (name: string | null) =>
  (
    await workspace.call('territories.listAccounts', {
      scenarioId: at.scenarioId,
      territoryId: name === null ? null : await territoryId(name)
    })
  ).map((row) => row.accountName)

describe('a small company', () => {
  beforeEach(async () => {
    workspace = await openTestWorkspace()
    at = await layOut(workspace, small)
  })

  it('previews where each account goes and why the others go nowhere', async () => {
    const preview = await workspace.call('territories.propose', { scenarioId: at.scenarioId, request: bySales })
    expect(
      preview.territories.map(({ name, accounts, wonMinor, isNew, sellers }) => [
        name,
        accounts,
        wonMinor,
        isNew,
        sellers
      ])
    ).toEqual([
      ['North', 1, 120_000, true, 2],
      // Ed has left and Di leads: the South is covered by Cy alone.
      ['South', 2, 78_000, true, 1]
    ])
    expect(preview.unplaced.map(({ accountName, reason }) => [accountName, reason])).toEqual([
      ['Birch', { kind: 'tie', teamNames: ['North', 'South'], wonMinor: 25_000 }],
      ['Dogwood', { kind: 'noSales' }],
      ['Elm', { kind: 'noTeam', wonMinor: 60_000, totalMinor: 70_000 }]
    ])
    expect(preview).toMatchObject({ placed: 3, moved: 0, keptManual: 0, removedNames: [], depth: 0 })
    expect(preview.levels.map((level) => level.names)).toEqual([
      ['North', 'South'],
      ['North A', 'South']
    ])
    expect((await overview()).territories).toEqual([])
  })

  it('applies the preview as one undo step', async () => {
    expect(await apply()).toEqual({ territories: 2, placed: 3, unplaced: 3 })
    const seen = await overview()
    expect(
      seen.territories.map(({ name, accounts, coverage }) => [name, accounts, coverage.map((each) => each.sellerName)])
    ).toEqual([
      ['North', 1, ['Ana', 'Bo']],
      ['South', 2, ['Cy']]
    ])
    // One account makes all the sales of the North, and 700 of 780 those of the South.
    expect(seen.checks.map((check) => check.kind)).toEqual(['unassigned', 'dependence', 'dependence'])
    const [alder] = await workspace.call('territories.listAccounts', {
      scenarioId: at.scenarioId,
      territoryId: await territoryId('North')
    })
    expect(alder?.evidence).toEqual({
      method: 'byTeamSales',
      teamName: 'North',
      wonMinor: 90_000,
      totalMinor: 120_000,
      deals: 2,
      runnerUp: { teamName: 'South', wonMinor: 30_000 }
    })
    await workspace.call('workspace.undo', {})
    expect((await overview()).territories).toEqual([])
    await workspace.call('workspace.redo', {})
    expect(await accountsOf('South')).toEqual(['Cedar', 'Fir'])
  })

  it('counts the sales of the dates asked for, twelve months by default', async () => {
    await apply()
    const twelve = await overview()
    // The data end on 31 October 2026; Cedar's sale of November 2025 lies within, and every deal has its account but one.
    expect([twelve.fromOn, twelve.toOn, twelve.onDate]).toEqual(['2025-11-01', '2026-10-31', '2027-01-01'])
    expect(twelve.assigned.wonMinor + twelve.unassigned.wonMinor).toBe(318_000)
    const summer = await workspace.call('territories.overview', {
      scenarioId: at.scenarioId,
      fromOn: isoDate(2026, 6, 1),
      toOn: isoDate(2026, 8, 31)
    })
    expect(summer.territories.map((territory) => territory.wonMinor)).toEqual([70_000, 0])
    const all = await workspace.call('territories.overview', { scenarioId: at.scenarioId, fromOn: null, toOn: null })
    expect(all.assigned).toMatchObject({ accounts: 3, wonMinor: 198_000, openMinor: 0 })
    expect(all.unassigned).toMatchObject({ accounts: 3, openMinor: 12_000, openDeals: 1 })
  })

  it('keeps what was placed by hand when a rule runs again, unless told otherwise', async () => {
    await apply()
    await workspace.call('territories.assign', {
      scenarioId: at.scenarioId,
      territoryId: await territoryId('South'),
      accountIds: [at.account('Alder'), at.account('Elm')],
      reason: 'the buyer moved'
    })
    const preview = await workspace.call('territories.propose', { scenarioId: at.scenarioId, request: bySales })
    expect(preview).toMatchObject({ keptManual: 2, placed: 2, moved: 0 })
    await apply()
    expect(await accountsOf('South')).toEqual(['Alder', 'Cedar', 'Elm', 'Fir'])
    const rows = await workspace.call('territories.listAccounts', { scenarioId: at.scenarioId })
    expect(rows.find((row) => row.accountName === 'Alder')).toMatchObject({
      source: 'manual',
      reason: 'the buyer moved',
      evidence: null
    })
    expect((await overview()).manualAccounts).toBe(2)
    await apply({ keepManual: false })
    expect(await accountsOf('North')).toEqual(['Alder'])
    expect((await overview()).manualAccounts).toBe(0)
  })

  it('unassigned accounts say where their sales point', async () => {
    await apply()
    await workspace.call('territories.unassign', { scenarioId: at.scenarioId, accountIds: [at.account('Cedar')] })
    const rows = await workspace.call('territories.listAccounts', { scenarioId: at.scenarioId, territoryId: null })
    expect(
      rows.map((row) => [row.accountName, row.hint && ('kind' in row.hint ? row.hint.kind : row.hint.method)])
    ).toEqual([
      ['Birch', 'tie'],
      ['Cedar', 'byTeamSales'],
      ['Dogwood', 'noSales'],
      ['Elm', 'noTeam']
    ])
  })

  it('another rule takes the place of the first and its empty territories go', async () => {
    await apply({ withSellers: false })
    const request = { method: 'byField' as const, field: 'region' as const }
    const preview = await workspace.call('territories.propose', { scenarioId: at.scenarioId, request })
    expect(preview.removedNames).toEqual(['North', 'South'])
    expect(preview.moved).toBe(3)
    await workspace.call('territories.applyProposal', { scenarioId: at.scenarioId, request })
    const seen = await overview()
    // 'east' and 'East ' are one territory; of two spellings as frequent the first in the alphabet names it.
    expect(seen.territories.map(({ name, accounts }) => [name, accounts])).toEqual([
      ['East', 2],
      ['West', 3]
    ])
    expect(seen.checks.map((check) => check.kind)).toEqual([
      'unassigned',
      'dependence',
      'noSeller',
      'dependence',
      'noSeller'
    ])
  })

  it('makes, renames, moves and removes territories, and keeps names unique', async () => {
    const { scenarioId } = at
    const west = await workspace.call('territories.create', { scenarioId, name: 'West' })
    const coast = await workspace.call('territories.create', { scenarioId, name: 'Coast', parentId: west })
    expect(await workspace.reply('territories.create', { scenarioId, name: 'coast' })).toEqual({
      ok: false,
      error: { code: 'territories.nameTaken', name: 'coast' }
    })
    expect(await workspace.reply('territories.move', { territoryId: west, parentId: coast })).toMatchObject({
      error: { code: 'territories.loop', name: 'West', parentName: 'Coast' }
    })
    await workspace.call('territories.rename', { territoryId: coast, name: 'Shore' })
    await workspace.call('territories.assign', {
      scenarioId,
      territoryId: coast,
      accountIds: [at.account('Fir')],
      reason: ''
    })
    expect(
      (await overview()).territories.map(({ name, depth, accounts, ownAccounts }) => [
        name,
        depth,
        accounts,
        ownAccounts
      ])
    ).toEqual([
      ['West', 0, 1, 0],
      ['Shore', 1, 1, 1]
    ])
    await workspace.call('territories.remove', { territoryId: west })
    expect((await overview()).territories.map(({ name, depth }) => [name, depth])).toEqual([['Shore', 0]])
    await workspace.call('territories.remove', { territoryId: coast })
    expect((await overview()).unassigned.accounts).toBe(6)
    await workspace.call('workspace.undo', {})
    expect(await accountsOf('Shore')).toEqual(['Fir'])
  })

  it('knows who covers what and when', async () => {
    const { scenarioId } = at
    const west = await workspace.call('territories.create', { scenarioId, name: 'West' })
    const bo = at.seller('Bo')
    await workspace.call('territories.cover', { territoryId: west, sellerId: bo, toOn: isoDate(2027, 6, 30) })
    expect(
      await workspace.reply('territories.cover', { territoryId: west, sellerId: bo, fromOn: isoDate(2027, 6, 1) })
    ).toMatchObject({
      error: { code: 'territories.coverageOverlaps', sellerName: 'Bo', territoryName: 'West' }
    })
    const later = await workspace.call('territories.cover', {
      territoryId: west,
      sellerId: at.seller('Cy'),
      fromOn: isoDate(2027, 8, 1)
    })
    expect(
      await workspace.reply('territories.changeCoverage', {
        coverageId: later,
        fromOn: isoDate(2027, 8, 1),
        toOn: isoDate(2027, 7, 1)
      })
    ).toMatchObject({ error: { code: 'territories.datesReversed' } })
    const coverageChecks = async () =>
      (await overview()).checks.filter((check) => check.kind === 'gap' || check.kind === 'noSeller')
    const named = { territoryId: west, territoryName: 'West' }
    expect(await coverageChecks()).toEqual([
      { kind: 'gap', ...named, fromOn: '2027-07-01', toOn: '2027-07-31', days: 31 }
    ])
    await workspace.call('territories.changeCoverage', { coverageId: later, fromOn: isoDate(2027, 7, 1), toOn: null })
    expect(await coverageChecks()).toEqual([])
    await workspace.call('territories.uncover', { coverageId: later })
    expect(await coverageChecks()).toEqual([
      { kind: 'gap', ...named, fromOn: '2027-07-01', toOn: '2027-12-31', days: 184 }
    ])
    // Someone who has left covers nothing.
    await workspace.call('territories.cover', { territoryId: west, sellerId: at.seller('Ed') })
    expect(await coverageChecks()).toHaveLength(1)
  })

  it('a locked scenario refuses every write', async () => {
    await apply()
    const north = await territoryId('North')
    const { scenarioId } = at
    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    const locked = { ok: false, error: { code: 'plans.scenarioLocked', name: 'Baseline' } }
    const accountIds = [at.account('Fir')]
    const [coverage] = (await overview()).territories[0]?.coverage ?? []
    if (!coverage) throw new Error('nobody covers the North')
    expect(await workspace.reply('territories.applyProposal', { scenarioId, request: bySales })).toEqual(locked)
    expect(await workspace.reply('territories.create', { scenarioId, name: 'X' })).toEqual(locked)
    expect(await workspace.reply('territories.rename', { territoryId: north, name: 'X' })).toEqual(locked)
    expect(await workspace.reply('territories.move', { territoryId: north, parentId: null })).toEqual(locked)
    expect(await workspace.reply('territories.remove', { territoryId: north })).toEqual(locked)
    expect(
      await workspace.reply('territories.assign', { scenarioId, territoryId: north, accountIds, reason: '' })
    ).toEqual(locked)
    expect(await workspace.reply('territories.unassign', { scenarioId, accountIds })).toEqual(locked)
    expect(await workspace.reply('territories.cover', { territoryId: north, sellerId: at.seller('Cy') })).toEqual(
      locked
    )
    expect(
      await workspace.reply('territories.changeCoverage', { coverageId: coverage.id, fromOn: null, toOn: null })
    ).toEqual(locked)
    expect(await workspace.reply('territories.uncover', { coverageId: coverage.id })).toEqual(locked)
  })

  it('is copied with its scenario and compared with the copy', async () => {
    await apply()
    const copy = await workspace.call('plans.copyScenario', { scenarioId: at.scenarioId, name: 'Other' })
    const compare = () => workspace.call('plans.compareScenarios', { leftId: at.scenarioId, rightId: copy.id })
    expect(await compare()).toEqual([])
    const [north] = (await workspace.call('territories.overview', { scenarioId: copy.id })).territories
    if (!north) throw new Error('the copy has no territory')
    expect(north.coverage.map((each) => each.sellerName)).toEqual(['Ana', 'Bo'])
    await workspace.call('territories.assign', {
      scenarioId: copy.id,
      territoryId: north.id,
      accountIds: [at.account('Fir')],
      reason: ''
    })
    expect((await compare()).map(({ kind, label, left, right }) => [kind, label, left, right])).toEqual(
      expect.arrayContaining([
        ['accounts', 'North', 1, 2],
        ['accounts', 'South', 2, 1]
      ])
    )
    expect(await accountsOf('North')).toEqual(['Alder'])
  })

  it('goes with its scenario, a tree too, and comes back with it', async () => {
    const { scenarioId } = at
    const copy = await workspace.call('plans.copyScenario', { scenarioId, name: 'Other' })
    const north = await workspace.call('territories.create', { scenarioId: copy.id, name: 'North' })
    await workspace.call('territories.create', { scenarioId: copy.id, name: 'Coast', parentId: north })
    const seen = () => workspace.call('territories.overview', { scenarioId: copy.id })
    const before = await seen()
    await workspace.call('plans.removeScenario', { scenarioId: copy.id })
    expect(await workspace.reply('territories.overview', { scenarioId: copy.id })).toMatchObject({ ok: false })
    await workspace.call('workspace.undo', {})
    expect(await seen()).toEqual(before)
    const [plan] = await workspace.call('plans.listPlans', {})
    await workspace.call('plans.removePlan', { planId: plan?.id ?? 0 })
    await workspace.call('workspace.undo', {})
    expect(await seen()).toEqual(before)
  })

  it('refuses what does not exist', async () => {
    const { scenarioId } = at
    await apply()
    const north = await territoryId('North')
    const none = 9999
    expect(
      await workspace.reply('territories.assign', { scenarioId, territoryId: none, accountIds: [1], reason: '' })
    ).toMatchObject({
      error: { code: 'territories.notFound' }
    })
    expect(
      await workspace.reply('territories.assign', { scenarioId, territoryId: north, accountIds: [none], reason: '' })
    ).toMatchObject({
      error: { code: 'territories.accountMissing' }
    })
    expect(await workspace.reply('territories.cover', { territoryId: north, sellerId: none })).toMatchObject({
      error: { code: 'territories.sellerMissing' }
    })
    expect(await workspace.reply('territories.uncover', { coverageId: none })).toMatchObject({
      error: { code: 'territories.coverageMissing' }
    })
    expect(await workspace.reply('territories.overview', { scenarioId: none })).toMatchObject({
      error: { code: 'plans.notFound' }
    })
  })
})

describe.skipIf(!hasMaven)('Maven CRM data (skipped where the folder ../shared is absent)', () => {
  it('85 accounts in Central, East and West by who sold most to each', async () => {
    workspace = await openTestWorkspace({}, '2018-01-08T09:00:00.000Z')
    at = await layOut(workspace, readMaven())
    expect(await apply()).toEqual({ territories: 3, placed: 85, unplaced: 0 })
    const seen = await overview()
    expect(seen.territories.map((territory) => territory.name)).toEqual(['Central', 'East', 'West'])
    expect(seen.assigned).toMatchObject({ accounts: 85, wonDeals: 4238, wonMinor: 1_000_553_400 })
    expect(seen.checks).toEqual([])
    expect(seen.territories.map((territory) => territory.coverage.length)).toEqual([11, 12, 12])
  }, 60_000)
})
