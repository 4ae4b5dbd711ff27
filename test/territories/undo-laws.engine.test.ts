// A law of every command of territories: undoing it puts back all rows as they were, and doing it again all rows as they then were.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { territoriesContract } from '#shared/territories/contract.ts'
import type { RuleId } from '#shared/territories/rule-types.ts'
import type { CoverageId, TerritoryId } from '#shared/territories/types.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type Layout, layOut, small } from './company.ts'

let workspace: TestWorkspace
let at: Layout
let ids: { west: TerritoryId; east: TerritoryId; below: TerritoryId; coverage: CoverageId; rules: RuleId[] }
beforeEach(async () => {
  workspace = await openTestWorkspace()
  at = await layOut(workspace, small)
  const { scenarioId } = at
  const west = await workspace.call('territories.create', { scenarioId, name: 'West' })
  const east = await workspace.call('territories.create', { scenarioId, name: 'East' })
  const below = await workspace.call('territories.create', { scenarioId, name: 'Below', parentId: west })
  const coverage = await workspace.call('territories.cover', { territoryId: west, sellerId: at.seller('Bo') })
  const rules: RuleId[] = []
  for (const [territoryId, value] of [
    [west, 'west'],
    [east, 'east']
  ] as const)
    rules.push(
      await workspace.call('territories.saveRule', {
        territoryId,
        conditions: [{ kind: 'text', field: 'region', isNot: false, values: [value] }]
      })
    )
  await workspace.call('territories.applyRules', { scenarioId })
  ids = { west, east, below, coverage, rules }
})
afterEach(() => workspace.close())

const tables = ['territories', 'territory_accounts', 'territory_sellers', 'territory_rules', 'territory_settings']
const rows = () => tables.map((table) => workspace.db.all(`SELECT * FROM ${table} ORDER BY id`))

const commands: Record<string, () => Promise<unknown>> = {
  applyProposal: () =>
    workspace.call('territories.applyProposal', { scenarioId: at.scenarioId, request: { method: 'byTeamSales' } }),
  create: () => workspace.call('territories.create', { scenarioId: at.scenarioId, name: 'New', kind: 'overlay' }),
  rename: () => workspace.call('territories.rename', { territoryId: ids.west, name: 'Wild west' }),
  move: () => workspace.call('territories.move', { territoryId: ids.below, parentId: null }),
  change: () =>
    workspace.call('territories.change', {
      territoryId: ids.west,
      kind: 'overlay',
      fromOn: isoDate(2027, 2, 1),
      capacityRatio: 0.5,
      base: { lon: -1, lat: 41, label: 'office' }
    }),
  remove: () => workspace.call('territories.remove', { territoryId: ids.west }),
  assign: () =>
    workspace.call('territories.assign', {
      scenarioId: at.scenarioId,
      territoryId: ids.east,
      accountIds: [at.account('Fir'), at.account('Elm')],
      reason: 'asked for',
      fromOn: isoDate(2027, 5, 1)
    }),
  unassign: () =>
    workspace.call('territories.unassign', { scenarioId: at.scenarioId, accountIds: [at.account('Fir')] }),
  cover: () =>
    workspace.call('territories.cover', {
      territoryId: ids.east,
      sellerId: at.seller('Cy'),
      shareRatio: 0.5,
      note: 'leave'
    }),
  changeCoverage: () =>
    workspace.call('territories.changeCoverage', {
      coverageId: ids.coverage,
      fromOn: null,
      toOn: isoDate(2027, 6, 30),
      shareRatio: 0.3,
      note: 'transfer'
    }),
  uncover: () => workspace.call('territories.uncover', { coverageId: ids.coverage }),
  saveSettings: async () => {
    const settings = await workspace.call('territories.getSettings', { scenarioId: at.scenarioId })
    await workspace.call('territories.saveSettings', {
      scenarioId: at.scenarioId,
      settings: { ...settings, bandRatio: 0.2 }
    })
  },
  saveRule: () =>
    workspace.call('territories.saveRule', {
      territoryId: ids.east,
      conditions: [],
      note: 'the rest',
      beforeId: ids.rules[0]
    }),
  orderRules: () =>
    workspace.call('territories.orderRules', { scenarioId: at.scenarioId, ruleIds: ids.rules.toReversed() }),
  removeRule: () => workspace.call('territories.removeRule', { ruleId: ids.rules[0] ?? (0 as RuleId) }),
  applyRules: async () => {
    await workspace.call('territories.orderRules', { scenarioId: at.scenarioId, ruleIds: ids.rules.toReversed() })
    await workspace.call('territories.applyRules', { scenarioId: at.scenarioId })
  },
  acceptAlignment: async () => {
    const draft = await workspace.call('territories.align', {
      scenarioId: at.scenarioId,
      withUnassigned: true,
      weights: { visitKm: 0, km: 0, imbalance: 1, disruption: 0 },
      balance: 'accounts',
      bandRatio: null,
      limits: [],
      moveLimits: [],
      lockedIds: [],
      locks: [],
      forbidden: [],
      regions: null,
      seed: 1
    })
    const moves = draft.moves.map(({ accountId, fromId, toId }) => ({ accountId, fromId, toId }))
    expect(moves.length).toBeGreaterThan(0)
    await workspace.call('territories.acceptAlignment', { scenarioId: at.scenarioId, moves })
  }
}

it('every command of the contract is held against it', () => {
  const all = Object.entries(territoriesContract.calls).flatMap(([verb, { kind }]) => (kind === 'command' ? verb : []))
  expect(Object.keys(commands).sort()).toEqual(all.sort())
})

it.each(Object.keys(commands))(
  '%s',
  async (verb) => {
    const start = rows()
    await commands[verb]?.()
    const end = rows()
    expect(end).not.toEqual(start)
    await workspace.call('workspace.undo', {})
    // Running rules followed their new order, a step of its own.
    if (verb === 'applyRules') await workspace.call('workspace.undo', {})
    expect(rows()).toEqual(start)
    await workspace.call('workspace.redo', {})
    if (verb === 'applyRules') await workspace.call('workspace.redo', {})
    expect(rows()).toEqual(end)
  },
  60_000
)
