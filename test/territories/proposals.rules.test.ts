// Rules that place accounts, the plan that follows from them, the tree, and the roll-up: worked cases and laws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import { planProposal } from '#shared/territories/plan-proposal.ts'
import { byField } from '#shared/territories/proposals/by-field.ts'
import { byTeamSales, placeBySales } from '#shared/territories/proposals/by-team-sales.ts'
import { propose } from '#shared/territories/proposals/index.ts'
import type { ProposalAccount } from '#shared/territories/proposals/proposal-method.ts'
import {
  addFigures,
  foldSales,
  lineOf,
  noFigures,
  orderTree,
  rollUp,
  sharesDay,
  teamLevels,
  usualLevel,
  wouldLoop
} from '#shared/territories/rules.ts'
import type {
  Assignment,
  AssignmentId,
  ProposalRequest,
  TerritoryId,
  TerritoryRecord
} from '#shared/territories/types.ts'
import { isoDate } from '#shared/units/date.ts'

const team = (id: number) => ({ id: id as TeamId, name: `Team ${id}` })
const account = (
  id: number,
  sales: readonly (readonly [number | null, number])[] = [],
  region: string | null = null
): ProposalAccount => ({
  accountId: id as AccountId,
  country: null,
  region,
  industry: null,
  segment: null,
  sales: sales.map(([teamId, wonMinor]) => ({ team: teamId === null ? null : team(teamId), wonMinor, deals: 1 }))
})
const territory = (
  id: number,
  parentId: number | null = null,
  name = `Territory ${id}`,
  teamId: number | null = null
): TerritoryRecord => ({
  id: id as TerritoryId,
  parentId: parentId as TerritoryId | null,
  name,
  position: id,
  kind: 'main',
  teamId: teamId as TeamId | null,
  teamName: null,
  fromOn: null,
  toOn: null,
  capacityRatio: 1,
  pinnedBase: null
})
const assignment = (accountId: number, territoryId: number, more: Partial<Assignment> = {}): Assignment => ({
  id: accountId as AssignmentId,
  accountId: accountId as AccountId,
  territoryId: territoryId as TerritoryId,
  source: 'rule',
  reason: '',
  evidence: null,
  fromOn: null,
  toOn: null,
  ...more
})
const facts = (id: number, wonMinor = 0, openMinor = 0) => ({
  ...noFigures,
  accounts: 1,
  accountId: id as AccountId,
  accountName: `Account ${id}`,
  place: null,
  wonMinor,
  wonDeals: wonMinor > 0 ? 1 : 0,
  openMinor,
  openDeals: openMinor > 0 ? 1 : 0
})
const onDate = isoDate(2027, 3, 1)
/** What the roll-up needs beside the rows. Limits of 1: no share is above them. */
const rest = {
  onDate,
  year: { startsOn: isoDate(2027, 1, 1), endsOn: isoDate(2027, 12, 31) },
  limits: { exceptionLimitRatio: 1, dependenceRatio: 1 },
  outdated: 0
}

describe('by the team that sold most', () => {
  it('places, and says what it stands on', () => {
    expect(
      placeBySales(
        account(1, [
          [1, 900],
          [2, 300],
          [null, 100]
        ])
      )
    ).toEqual({
      key: 'team-1',
      evidence: {
        method: 'byTeamSales',
        teamName: 'Team 1',
        wonMinor: 900,
        totalMinor: 1300,
        deals: 1,
        runnerUp: { teamName: 'Team 2', wonMinor: 300 }
      }
    })
  })

  it('leaves silence, ties and people without a team to a person', () => {
    expect(placeBySales(account(1))).toEqual({ kind: 'noSales' })
    expect(
      placeBySales(
        account(1, [
          [1, 0],
          [2, -50]
        ])
      )
    ).toEqual({ kind: 'noSales' })
    expect(
      placeBySales(
        account(1, [
          [2, 70],
          [1, 70]
        ])
      )
    ).toEqual({ kind: 'tie', teamNames: ['Team 1', 'Team 2'], wonMinor: 70 })
    expect(
      placeBySales(
        account(1, [
          [null, 70],
          [1, 20]
        ])
      )
    ).toEqual({ kind: 'noTeam', wonMinor: 70, totalMinor: 90 })
    expect(
      placeBySales(
        account(1, [
          [null, 70],
          [1, 70]
        ])
      )
    ).toEqual({ kind: 'noTeam', wonMinor: 70, totalMinor: 140 })
  })

  it('the docstring examples', () => {
    expect(byTeamSales.propose({ accounts: [], teams: [] }, { method: 'byTeamSales' }).placements).toEqual([])
    expect(byField.propose({ accounts: [], teams: [] }, { method: 'byField', field: 'region' }).territories).toEqual([])
    expect(addFigures([])).toEqual(noFigures)
    expect(usualLevel([])).toBeUndefined()
    expect(foldSales([], new Map(), [], { depth: 0, teams: [] }).size).toBe(0)
  })
})

describe('by a field', () => {
  it('spellings of one value are one territory, named as most write it', () => {
    const { territories, placements, unplaced } = byField.propose(
      {
        accounts: [
          account(1, [], 'Aragón'),
          account(2, [], 'ARAGON'),
          account(3, [], ' Aragón '),
          account(4, [], '  '),
          account(5)
        ],
        teams: []
      },
      { method: 'byField', field: 'region' }
    )
    expect(territories).toEqual([{ key: 'region-aragon', name: 'Aragón', teamId: null }])
    expect(placements.map((placement) => placement.accountId)).toEqual([1, 2, 3])
    expect(unplaced.map((each) => each.reason)).toEqual([
      { kind: 'noValue', field: 'region' },
      { kind: 'noValue', field: 'region' }
    ])
  })
})

const sales = fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 4 })), fc.integer({ min: -100, max: 1000 })), {
  maxLength: 6
})
const region = fc.option(fc.constantFrom('North', 'south', 'South', ' ', ''))
const accounts = fc
  .array(fc.tuple(sales, region), { maxLength: 30 })
  .map((made) => made.map(([of, where], at) => account(at + 1, [...new Map(of)], where)))
const requests: ProposalRequest[] = [{ method: 'byTeamSales' }, { method: 'byField', field: 'region' }]

describe.each(requests)('laws: $method', (request) => {
  const teams = [1, 2, 3, 4].map(team)

  it('every account is in exactly one of the two lists, and every key is a territory', () => {
    fc.assert(
      fc.property(accounts, (some) => {
        const { territories, placements, unplaced } = propose({ accounts: some, teams }, request)
        const ids = [...placements, ...unplaced].map((each) => each.accountId).sort((one, other) => one - other)
        expect(ids).toEqual(some.map((each) => each.accountId))
        const keys = territories.map((each) => each.key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const placement of placements) expect(keys).toContain(placement.territoryKey)
      })
    )
  })

  it('the order of the accounts changes nothing', () => {
    fc.assert(
      fc.property(accounts, (some) => {
        const one = propose({ accounts: some, teams }, request)
        const other = propose({ accounts: some.toReversed(), teams }, request)
        expect(other.placements.toReversed()).toEqual(one.placements)
        expect(other.territories).toEqual(one.territories)
      })
    )
  })

  it('planning it twice changes nothing the second time', () => {
    fc.assert(
      fc.property(accounts, (some) => {
        const proposal = propose({ accounts: some, teams }, request)
        const first = planProposal({ proposal, territories: [], assignments: [], keepManual: true, removeEmpty: true })
        const made = first.territories.map((each, index) => ({
          ...territory(index + 1, null, each.name),
          teamId: each.teamId
        }))
        const idOf = new Map(first.territories.map((each, index) => [each.key, index + 1]))
        const assigned = first.placements.map((each) => assignment(each.accountId, idOf.get(each.territoryKey) ?? 0))
        const second = planProposal({
          proposal,
          territories: made,
          assignments: assigned,
          keepManual: true,
          removeEmpty: true
        })
        expect(second.moved).toBe(0)
        expect(second.removed).toEqual([])
        expect(second.territories.map((each) => each.territoryId)).toEqual(made.map((each) => each.id))
      })
    )
  })
})

describe('the plan of a proposal', () => {
  const nothing = { territories: [], placements: [], unplaced: [] }
  it('keeps empty territories made by hand and gives new ones a free name', () => {
    expect(
      planProposal({ proposal: nothing, territories: [], assignments: [], keepManual: true, removeEmpty: true }).moved
    ).toBe(0)
    const proposal = {
      ...nothing,
      territories: [
        { key: 'team-1', name: 'Same', teamId: 1 as TeamId },
        { key: 'team-2', name: 'Same', teamId: 2 as TeamId }
      ]
    }
    const plan = planProposal({
      proposal,
      territories: [territory(7, null, 'Planned')],
      assignments: [],
      keepManual: true,
      removeEmpty: true
    })
    expect(plan.territories.map((each) => each.name)).toEqual(['Same', 'Same 2'])
    expect(plan.removed).toEqual([])
  })

  it('goes on with the territory of the same team even when it was renamed', () => {
    const proposal = { ...nothing, territories: [{ key: 'team-1', name: 'Office', teamId: 1 as TeamId }] }
    const existing = [territory(5, null, 'Office'), territory(6, null, 'Renamed', 1)]
    const plan = planProposal({
      proposal,
      territories: existing,
      assignments: [],
      keepManual: true,
      removeEmpty: false
    })
    expect(plan.territories).toEqual([{ key: 'team-1', name: 'Renamed', teamId: 1, territoryId: 6 }])
  })
})

describe('teams and their sales', () => {
  const teams = [
    { id: 1 as TeamId, parentId: null, name: 'Company', managerId: null },
    { id: 2 as TeamId, parentId: 1 as TeamId, name: 'North', managerId: null },
    { id: 3 as TeamId, parentId: 1 as TeamId, name: 'South', managerId: null },
    { id: 4 as TeamId, parentId: 2 as TeamId, name: 'North A', managerId: null }
  ]
  it('the usual level is the first with two teams, and a branch that ends early stays in the deeper ones', () => {
    const levels = teamLevels(teams)
    expect(levels.map((level) => level.teams.map((each) => each.name))).toEqual([
      ['Company'],
      ['North', 'South'],
      ['North A', 'South']
    ])
    expect(usualLevel(levels)?.depth).toBe(1)
  })

  it('sellers count in the team of the level above their own, others in none', () => {
    const [, level] = teamLevels(teams)
    if (!level) throw new Error('no level')
    const won = [
      { accountId: 1 as AccountId, sellerId: 10 as SellerId, deals: 2, amountMinor: 50 },
      { accountId: 1 as AccountId, sellerId: 11 as SellerId, deals: 1, amountMinor: 30 },
      { accountId: 1 as AccountId, sellerId: 12 as SellerId, deals: 1, amountMinor: 5 },
      { accountId: 1 as AccountId, sellerId: null, deals: 1, amountMinor: 1 },
      { accountId: null, sellerId: 10 as SellerId, deals: 1, amountMinor: 99 }
    ]
    const teamOf = new Map([
      [10 as SellerId, 4 as TeamId],
      [11 as SellerId, 2 as TeamId],
      [12 as SellerId, 1 as TeamId]
    ])
    expect([...foldSales(won, teamOf, teams, level)]).toEqual([
      [
        1,
        [
          { team: { id: 2, name: 'North' }, wonMinor: 80, deals: 3 },
          { team: null, wonMinor: 6, deals: 2 }
        ]
      ]
    ])
  })
})

describe('the tree', () => {
  it('orders, finds the way up, and refuses loops', () => {
    const nodes = [territory(3, 1), territory(2), territory(1), territory(4, 3)]
    expect(orderTree(nodes).map(({ id, depth, isLeaf }) => [id, depth, isLeaf])).toEqual([
      [1, 0, false],
      [3, 1, false],
      [4, 2, true],
      [2, 0, true]
    ])
    expect(lineOf(nodes, 4 as TerritoryId)).toEqual([4, 3, 1])
    expect(wouldLoop(nodes, 1 as TerritoryId, 4 as TerritoryId)).toBe(true)
    expect(wouldLoop(nodes, 4 as TerritoryId, null)).toBe(false)
  })

  it('loses no territory, whatever the parents are', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 12 })), { maxLength: 12 }), (parents) => {
        const nodes = parents.map((parent, at) => territory(at + 1, parent))
        expect(
          orderTree(nodes)
            .map((node) => node.id)
            .sort((one, other) => one - other)
        ).toEqual(nodes.map((node) => node.id))
      })
    )
  })
})

describe('the roll-up', () => {
  it('adds children to parents, counts every account once, and finds what is wrong', () => {
    const seen = rollUp({
      territories: [territory(1), territory(2, 1), territory(3)],
      assignments: [
        assignment(1, 2),
        assignment(2, 1, { source: 'manual' }),
        assignment(2, 3, { fromOn: isoDate(2027, 7, 1) })
      ],
      coverage: [],
      accounts: [facts(1, 100, 5), facts(2, 50), facts(3, 7)],
      ...rest
    })
    expect(
      seen.territories.map(({ id, accounts: count, ownAccounts, wonMinor, manualAccounts }) => [
        id,
        count,
        ownAccounts,
        wonMinor,
        manualAccounts
      ])
    ).toEqual([
      [1, 2, 1, 150, 1],
      [2, 1, 1, 100, 0],
      [3, 0, 0, 0, 0]
    ])
    expect(seen.assigned.wonMinor).toBe(150)
    expect(seen.unassigned).toMatchObject({ accounts: 1, wonMinor: 7 })
    expect(seen.checks.map((check) => check.kind)).toEqual([
      'unassigned',
      'double',
      'aboveLeaf',
      'noSeller',
      'empty',
      'noSeller'
    ])
    expect(seen.checks[1]).toMatchObject({ accountName: 'Account 2', territoryNames: ['Territory 1', 'Territory 3'] })
  })

  it('assigned and unassigned always add up to all, and the top of the tree to what is assigned', () => {
    const placed = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 25 })
    fc.assert(
      fc.property(placed, (places) => {
        const all = places.map((_, at) => facts(at + 1, at * 10, at))
        const seen = rollUp({
          territories: [territory(1), territory(2, 1), territory(3, 2), territory(4), territory(5, 4)],
          assignments: places.flatMap((place, at) => (place === null ? [] : assignment(at + 1, place))),
          coverage: [],
          accounts: all,
          ...rest
        })
        const top = seen.territories.filter((each) => each.depth === 0)
        expect(addFigures(top)).toEqual(seen.assigned)
        expect(seen.assigned.wonMinor + seen.unassigned.wonMinor).toBe(
          all.reduce((sum, each) => sum + each.wonMinor, 0)
        )
        expect(seen.assigned.accounts + seen.unassigned.accounts).toBe(all.length)
      })
    )
  })

  it('an empty plan has nothing to say', () => {
    expect(rollUp({ territories: [], assignments: [], coverage: [], accounts: [], ...rest }).checks).toEqual([])
  })

  it('two stretches of days that touch share a day', () => {
    const to = { fromOn: null, toOn: isoDate(2027, 6, 30) }
    expect(sharesDay(to, { fromOn: isoDate(2027, 6, 30), toOn: null })).toBe(true)
    expect(sharesDay(to, { fromOn: isoDate(2027, 7, 1), toOn: null })).toBe(false)
  })
})
