// Alignments on a real file: a better plan is looked for in a worker, told with its reasons, accepted in part or whole, and refused when it
// is out of date.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#shared/crm/types.ts'
import { makeRandom } from '#shared/math/random.ts'
import type { AlignmentRequest } from '#shared/territories/alignment-types.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, type Layout, layOut, readMaven, small } from './company.ts'

let workspace: TestWorkspace
let at: Layout
afterEach(() => workspace.close())

const request = (more: Partial<AlignmentRequest> = {}): AlignmentRequest => ({
  scenarioId: at.scenarioId,
  withUnassigned: true,
  weights: { visitKm: 1, km: 0, imbalance: 0, disruption: 0 },
  balance: 'workload',
  bandRatio: 0.1,
  limits: [],
  moveLimits: [],
  lockedIds: [],
  locks: [],
  forbidden: [],
  regions: null,
  seed: 7,
  ...more
})
const align = (more: Partial<AlignmentRequest> = {}) => workspace.call('territories.align', request(more))
const rows = () => workspace.call('territories.listAccounts', { scenarioId: at.scenarioId })

/** Four territories with pinned bases in the corners of a square of Spain, and 48 accounts thrown in between, dealt out by turns. */
async function scatter(): Promise<{ territories: TerritoryId[]; accounts: AccountId[] }> {
  const { scenarioId } = at
  workspace.writer.run('DELETE FROM accounts')
  const random = makeRandom(3, 'scatter')
  const accounts: AccountId[] = []
  for (let n = 1; n <= 48; n += 1) {
    const [longitude, latitude] = [-5 + 4 * random.next(), 38 + 4 * random.next()]
    const row = { name: `Account ${n}`, name_key: `account ${n}`, longitude, latitude }
    accounts.push(workspace.writer.insert('accounts', row) as AccountId)
  }
  const territories: TerritoryId[] = []
  for (const [name, lon, lat] of [
    ['A', -4, 39],
    ['B', -4, 41],
    ['C', -2, 39],
    ['D', -2, 41]
  ] as const) {
    const territoryId = await workspace.call('territories.create', { scenarioId, name })
    await workspace.call('territories.change', { territoryId, base: { lon, lat, label: name } })
    territories.push(territoryId)
  }
  for (const [turn, territoryId] of territories.entries())
    await workspace.call('territories.assign', {
      scenarioId,
      territoryId,
      accountIds: accounts.filter((_, n) => n % 4 === turn && n < 44)
    })
  return { territories, accounts }
}

describe('a better plan', { timeout: 120_000 }, () => {
  let territories: TerritoryId[]
  let accounts: AccountId[]
  beforeEach(async () => {
    workspace = await openTestWorkspace()
    at = await layOut(workspace, small)
    const made = await scatter()
    territories = made.territories
    accounts = made.accounts
  })

  it('places every account once, nearer to the bases and within the band', async () => {
    const draft = await align()
    expect(draft).toMatchObject({ isFinished: true, accounts: 48, withoutPlace: 0, locked: 0, shortfalls: [] })
    expect(draft.visitKm).toBeLessThan(draft.visitKmBefore ?? 0)
    expect(draft.cost).toBeCloseTo(draft.visitKm ?? 0, 4)
    expect(draft.lowerBound).toBeLessThanOrEqual(draft.cost + 1e-6)
    const held = draft.territories.map(({ after }) => after.accounts)
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(48)
    for (const { deviationAfter } of draft.territories) expect(Math.abs(deviationAfter ?? 1)).toBeLessThanOrEqual(0.1)
    // By hand: what leaves and what comes makes the difference of each territory.
    for (const { territoryId, before, after } of draft.territories) {
      const came = draft.moves.filter((move) => move.toId === territoryId).length
      const left = draft.moves.filter((move) => move.fromId === territoryId).length
      expect(after.accounts - before.accounts).toBe(came - left)
    }
    expect(workspace.progress.some(({ what }) => what === 'territories.progress.align')).toBe(true)
    expect(await workspace.call('territories.bestAlignment', { scenarioId: at.scenarioId })).toEqual(draft)
    expect(await align()).toEqual(draft)
  })

  it('is accepted whole as one step, and undone as one', async () => {
    const { scenarioId } = at
    const before = await rows()
    const draft = await align()
    const moves = draft.moves.map(({ accountId, fromId, toId }) => ({ accountId, fromId, toId }))
    expect(await workspace.call('territories.acceptAlignment', { scenarioId, moves })).toBe(moves.length)
    const after = await rows()
    for (const { accountId, toId, balancePoints, km, visitKm } of draft.moves)
      expect(after.find((row) => row.accountId === accountId)).toMatchObject({
        territoryId: toId,
        source: 'alignment',
        evidence: { method: 'alignment', balancePoints, km, visitKm }
      })
    const overview = await workspace.call('territories.overview', { scenarioId })
    expect(overview.territories.map(({ accounts: held }) => held)).toEqual(
      draft.territories.map(({ after: figures }) => figures.accounts)
    )
    expect(overview.unassigned.accounts).toBe(0)
    expect(overview.checks.map((check) => check.kind)).not.toContain('double')
    // What has been accepted can't be accepted again.
    expect(await workspace.reply('territories.acceptAlignment', { scenarioId, moves })).toMatchObject({
      error: { code: 'territories.draftOutdated' }
    })
    await workspace.call('workspace.undo', {})
    expect(await rows()).toEqual(before)
  })

  it('is accepted in part and as of a day', async () => {
    const { scenarioId } = at
    const draft = await align()
    const move = draft.moves.find(({ fromId }) => fromId !== null)
    if (!move) throw new Error('the plan moves an account')
    const { accountId, fromId, toId } = move
    expect(await workspace.call('territories.acceptAlignment', { scenarioId, moves: [] })).toBe(0)
    await workspace.call('territories.acceptAlignment', {
      scenarioId,
      moves: [{ accountId, fromId, toId }],
      fromOn: isoDate(2027, 3, 1)
    })
    const on = async (month: number, day: number) =>
      (await workspace.call('territories.listAccounts', { scenarioId, onDate: isoDate(2027, month, day) })).find(
        (row) => row.accountId === accountId
      )?.territoryId
    expect([await on(2, 28), await on(3, 1)]).toEqual([fromId, toId])
  })

  it('is refused when an account has moved since, or the plan is none', async () => {
    const { scenarioId } = at
    const none = { error: { code: 'territories.draftMissing' } }
    expect(await workspace.reply('territories.acceptAlignment', { scenarioId, moves: [] })).toMatchObject(none)
    expect(await workspace.call('territories.bestAlignment', { scenarioId })).toBeNull()
    const draft = await align()
    const [move] = draft.moves
    if (!move) throw new Error('the plan moves an account')
    const { accountId, fromId, toId } = move
    const outdated = { error: { code: 'territories.draftOutdated' } }
    const accept = (moves: { accountId: AccountId; fromId: TerritoryId | null; toId: TerritoryId }[]) =>
      workspace.reply('territories.acceptAlignment', { scenarioId, moves })
    const elsewhere = territories.find((id) => id !== toId && id !== fromId) ?? toId
    expect(await accept([{ accountId, fromId, toId: elsewhere }])).toMatchObject(outdated)
    await workspace.call('territories.assign', { scenarioId, territoryId: elsewhere, accountIds: [accountId] })
    expect(await accept([{ accountId, fromId, toId }])).toMatchObject(outdated)
    await workspace.call('workspace.undo', {})
    await workspace.call('territories.remove', { territoryId: toId })
    expect(await accept([{ accountId, fromId, toId }])).toMatchObject(outdated)
  })

  it('keeps locks, forbidden pairs and limits on moves', async () => {
    const { scenarioId } = at
    const free = await align()
    const [one, two] = free.moves
    if (!one || !two) throw new Error('the plan moves accounts')
    const draft = await align({
      lockedIds: [one.accountId],
      forbidden: [{ accountId: two.accountId, territoryId: two.toId }]
    })
    expect(draft.moves.find((move) => move.accountId === one.accountId)).toBeUndefined()
    expect(draft.moves.find((move) => move.accountId === two.accountId)?.toId).not.toBe(two.toId)
    const limited = await align({
      withUnassigned: false,
      bandRatio: null,
      moveLimits: [{ by: 'accounts', maxRatio: 0.1 }]
    })
    expect(limited.accounts).toBe(44)
    // A tenth of 44 accounts.
    expect(limited.moves.length).toBeLessThanOrEqual(4)
    expect(limited.shortfalls).toEqual([])
    // All but the four unassigned were placed by hand.
    const locked = await align({ locks: ['manual'], bandRatio: null })
    expect(locked.locked).toBe(44)
    expect(locked.moves.map((move) => move.fromId)).toEqual([null, null, null, null])
    expect(
      await workspace.reply('territories.align', request({ territoryIds: territories.slice(0, 1) }))
    ).toMatchObject({
      ok: false
    })
    await workspace.call('territories.unassign', { scenarioId, accountIds: accounts })
    expect(await workspace.reply('territories.align', request({ withUnassigned: false }))).toMatchObject({
      error: { code: 'territories.nothingToAlign', territories: 4, accounts: 0 }
    })
  })

  it('a search that is given up leaves the best plan it had found', async () => {
    const { scenarioId } = at
    const controller = new AbortController()
    const given = workspace.reply('territories.align', request(), 'anyone', controller.signal)
    const best = () => workspace.call('territories.bestAlignment', { scenarioId })
    let seen = await best()
    while (seen === null) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      seen = await best()
    }
    controller.abort()
    expect(await given).toEqual({ ok: false, error: { code: 'engine.cancelled' } })
    const kept = await best()
    expect(kept).toMatchObject({ isFinished: false, accounts: 48 })
    expect(kept?.moves.length).toBeGreaterThan(0)
    const [move] = kept?.moves ?? []
    if (!move) throw new Error('the plan moves an account')
    const { accountId, fromId, toId } = move
    const accepted = { scenarioId, moves: [{ accountId, fromId, toId }] }
    expect(await workspace.call('territories.acceptAlignment', accepted)).toBe(1)
  })

  it('says what it could not keep', async () => {
    const draft = await align({ locks: ['manual'], withUnassigned: false, balance: 'accounts', bandRatio: 0 })
    expect(draft.shortfalls).toEqual([])
    await workspace.call('territories.change', { territoryId: territories[0] ?? 0, capacityRatio: 3 })
    const missed = await align({
      locks: ['manual'],
      withUnassigned: false,
      balance: 'accounts',
      bandRatio: 0.05
    })
    // 44 accounts; the first should carry half of them, the others a sixth each, and all have eleven.
    expect(missed.shortfalls.map((each) => each.kind === 'band' && [each.territoryName, each.deviationRatio])).toEqual([
      ['A', expect.closeTo(-0.5, 10)],
      ['B', expect.closeTo(0.5, 10)],
      ['C', expect.closeTo(0.5, 10)],
      ['D', expect.closeTo(0.5, 10)]
    ])
  })

  it('moves whole provinces and keeps territories in one piece', async () => {
    const draft = await align({ regions: 'es-provinces', bandRatio: 0.5 })
    expect(draft.accounts).toBe(48)
    const plan = new Map((await rows()).map((row) => [row.accountId, row.territoryId]))
    for (const { accountId, toId } of draft.moves) plan.set(accountId, toId)
    const map = await workspace.call('territories.mapAccounts', { scenarioId: at.scenarioId })
    const ofProvince = new Map<string, Set<TerritoryId | null | undefined>>()
    for (const [n, id] of map.accountIds.entries()) {
      const province = map.subdivisions[n] ?? ''
      ofProvince.set(province, (ofProvince.get(province) ?? new Set()).add(plan.get(id)))
    }
    expect(ofProvince.size).toBeGreaterThan(8)
    for (const [province, held] of ofProvince) expect([province, held.size]).toEqual([province, 1])
    expect(draft.shortfalls.filter((each) => each.kind === 'connected')).toEqual([])
  })
})

describe.skipIf(!hasMaven)('Maven CRM data (skipped where the folder ../shared is absent)', () => {
  it('accounts known by country alone are balanced by revenue, at no distance', async () => {
    workspace = await openTestWorkspace({}, '2018-01-08T09:00:00.000Z')
    at = await layOut(workspace, readMaven())
    await workspace.call('territories.applyProposal', { scenarioId: at.scenarioId, request: { method: 'byTeamSales' } })
    // The first of three sells with half the people: it should carry a fifth.
    const [half] = (await workspace.call('territories.overview', { scenarioId: at.scenarioId })).territories
    await workspace.call('territories.change', { territoryId: half?.id ?? 0, capacityRatio: 0.5 })
    const draft = await align({
      balance: 'revenue',
      bandRatio: 0.05,
      weights: { visitKm: 0, km: 0, imbalance: 1, disruption: 0.1 }
    })
    expect(draft).toMatchObject({ accounts: 85, withoutPlace: 1, km: null, visitKm: null, shortfalls: [] })
    expect(draft.indices.balance).toBeGreaterThan(draft.indicesBefore.balance ?? 100)
    const won = draft.territories.map(({ after }) => after.wonMinor)
    expect(won.reduce((sum, minor) => sum + minor, 0)).toBe(1_000_553_400)
    for (const [turn, minor] of won.entries())
      expect(Math.abs(minor / (1_000_553_400 * (turn === 0 ? 0.2 : 0.4)) - 1)).toBeLessThanOrEqual(0.05)
    for (const move of draft.moves) expect(move).toMatchObject({ km: null, visitKm: null })
    const moves = draft.moves.map(({ accountId, fromId, toId }) => ({ accountId, fromId, toId }))
    await workspace.call('territories.acceptAlignment', { scenarioId: at.scenarioId, moves })
    const { territories, checks } = await workspace.call('territories.overview', { scenarioId: at.scenarioId })
    expect(territories.map((territory) => territory.wonMinor)).toEqual(won)
    expect(checks.map((check) => check.kind)).not.toContain('double')
  })
})
