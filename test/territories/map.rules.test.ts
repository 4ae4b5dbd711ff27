// What the map of territories shows and what the search is asked for, worked out without a screen.
import { describe, expect, it } from 'vitest'
import { firstGoal, hasWeight, requestOf } from '#renderer/territories/align/goal.ts'
import { chooseLayer } from '#renderer/territories/map/layers.ts'
import { balanceAfter, figuresOfRegions, groupsOfAccounts, valuesOf } from '#renderer/territories/map/map-figures.ts'
import { accountsIn, isNothing, mergeSelections, nothing, selectionOf } from '#renderer/territories/map/selection.ts'
import { subdivisionRows } from '#renderer/territories/map/subdivision-list.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'
import { accountId, territoryId } from './facts.ts'

const five: MapAccounts = {
  accountIds: [1, 2, 3, 4, 5].map(accountId),
  names: ['A', 'B', 'C', 'D', 'E'],
  lons: [1, 1, 2, 3, null],
  lats: [40, 40, 41, 42, null],
  placedBy: ['city', 'city', 'postalCode', 'country', null],
  countries: ['ES', 'ES', 'ES', 'FR', null],
  subdivisions: ['ES-M', 'ES-M', 'ES-B', null, null],
  counties: [null, null, null, null, null],
  territoryIds: [territoryId(7), territoryId(8), territoryId(8), null, territoryId(7)],
  isManual: [false, false, true, false, false],
  wonMinor: [100, 300, 200, 50, 350],
  openMinor: [10, 0, 0, 0, 5],
  visits: [1, 2, 3, 4, 5],
  workloadHours: [2, 4, 6, 8, 10],
  potential: [0, 0, 0, 0, 0],
  customShare: [0.1, 0.2, 0.3, 0.2, 0.2],
  bases: [],
  unplaced: [{ reason: 'noFacts', accounts: 1 }]
}
const territories = [{ id: territoryId(7) }, { id: territoryId(8) }]
const groups = groupsOfAccounts(five, territories)

describe('the map that is shown first', () => {
  const of = (countries: (string | null)[], subdivisions: (string | null)[] = []) =>
    chooseLayer({ countries, subdivisions, lons: countries.map(() => 1) })
  it.each([
    ['mostly Spain', of(['ES', 'ES', 'FR']), 'es-provinces'],
    ['half Spain', of(['ES', 'FR']), 'world-countries'],
    [
      'many states',
      of(
        Array.from({ length: 5 }, () => 'US'),
        ['US-CA', 'US-NY', 'US-TX', 'US-WA', 'US-IL']
      ),
      'us-states'
    ],
    ['two states', of(['US', 'US'], ['US-CA', 'US-NV']), 'us-counties'],
    ['nothing known', of([null]), 'world-countries']
  ])('%s', (_, chosen, expected) => {
    expect(chosen).toBe(expected)
  })
})

describe('figures', () => {
  const regions = [{ code: 'ES-M' }, { code: 'ES-B' }, { code: 'ES-V' }]
  it('a region belongs to whoever holds most of its accounts, the first of two as many', () => {
    const found = figuresOfRegions(five.subdivisions, regions, groups, five.wonMinor)
    expect([...groups]).toEqual([0, 1, 1, -1, 0])
    expect([...found.groups]).toEqual([0, 1, -1])
    expect([...found.values]).toEqual([400, 200, Number.NaN])
    expect(found.members).toEqual([[0, 1], [2], []])
  })

  it('a move changes the evenness as worked out by hand', () => {
    // 450 and 500 of 950; with account 3 moved 650 and 300: mean deviation (175 + 175) / (2 x 475).
    const live = balanceAfter({ values: five.wonMinor, groups, capacities: [1, 1], moved: [2], to: 0, bandRatio: 0.1 })
    expect(live.before.balance).toBeCloseTo(100 - 50 * (50 / 950), 9)
    expect(live.after.balance).toBeCloseTo(100 - 50 * (350 / 950), 9)
    expect(live.targetBefore).toBeCloseTo((100 * 450) / 475, 9)
    expect(live.targetAfter).toBeCloseTo((100 * 650) / 475, 9)
  })

  it('an account that had no territory adds to the whole; one that is there already changes nothing', () => {
    const move = (moved: number[]) =>
      balanceAfter({ values: five.wonMinor, groups, capacities: [1, 1], moved, to: 1, bandRatio: 0.1 })
    expect(move([3]).targetAfter).toBeCloseTo((100 * 550) / 500, 9)
    expect(move([1]).after).toEqual(move([]).before)
  })

  it('each measure reads its own list', () => {
    expect(valuesOf(five, 'accounts')).toEqual([1, 1, 1, 1, 1])
    expect(valuesOf(five, 'workload')).toBe(five.workloadHours)
    expect(valuesOf(five, 'custom')).toBe(five.customShare)
  })

  it('what is selected is accounts, each once', () => {
    const found = figuresOfRegions(five.subdivisions, regions, groups, five.wonMinor)
    const placeOf = new Map(five.accountIds.map((id, at) => [String(id), at]))
    const both = mergeSelections(
      selectionOf({ kind: 'region', index: 0, code: 'ES-M' }),
      selectionOf({ kind: 'point', index: 0, id: '1' }),
      true
    )
    expect(accountsIn(both, regions, found, placeOf)).toEqual([0, 1])
    expect(accountsIn(mergeSelections(both, both, true), regions, found, placeOf)).toEqual([])
    expect(isNothing(mergeSelections(both, nothing, false))).toBe(true)
    expect(isNothing(selectionOf(null))).toBe(true)
  })
})

describe('the list of parts of countries', () => {
  const all = [
    { code: 'ES-B', name: 'Barcelona', parent: null },
    { code: 'ES-M', name: 'Madrid', parent: null },
    { code: 'ES-V', name: 'Valencia', parent: null },
    { code: 'FR-75C', name: 'Paris', parent: null },
    { code: 'PT-11', name: 'Lisboa', parent: null }
  ]
  it('names every part of the countries in which accounts lie, and those known by their country alone', () => {
    const named = [
      { id: territoryId(7), name: 'North' },
      { id: territoryId(8), name: 'South' }
    ]
    const rows = subdivisionRows(five, all, named, five.wonMinor)
    expect(rows.map(({ code, members, value, territory }) => [code, members, value, territory])).toEqual([
      ['ES-B', [2], 200, 'South'],
      ['ES-M', [0, 1], 400, 'North'],
      ['ES-V', [], 0, null],
      ['FR-75C', [], 0, null],
      ['FR', [3], 50, null]
    ])
  })
})

describe('what is asked of the search', () => {
  const scenario = 1 as ScenarioId
  it('begins with travel where places are known, with evenness else', () => {
    expect(requestOf(firstGoal('workload', 0.05, true), scenario, 50)).toMatchObject({
      weights: { visitKm: 1, km: 0, imbalance: 0, disruption: 0 },
      balance: 'workload',
      bandRatio: 0.05,
      moveLimits: [],
      locks: ['manual']
    })
    // One of 50 accounts is 2 points of 100: it moves when that brings 0.2.
    expect(requestOf(firstGoal('revenue', 0.05, false), scenario, 50).weights).toEqual({
      visitKm: 0,
      km: 0,
      imbalance: 1,
      disruption: 0.2
    })
  })
  it('limits that say nothing are left out', () => {
    const goal = {
      ...firstGoal('workload', 0.05, true),
      limits: [
        { measure: 'workload' as const, bandRatio: 0.1 },
        { measure: 'revenue' as const, bandRatio: 0.2 }
      ],
      moveLimits: { accounts: 0.1, revenue: null, openPipeline: 0 },
      locked: [{ accountId: accountId(3), accountName: 'C' }]
    }
    const request = requestOf(goal, scenario, 50)
    expect(request.limits).toEqual([{ measure: 'revenue', bandRatio: 0.2 }])
    expect(request.lockedIds).toEqual([3])
    expect(request.moveLimits).toEqual([
      { by: 'accounts', maxRatio: 0.1 },
      { by: 'openPipeline', maxRatio: 0 }
    ])
  })
  it('own weights that are all 0 ask for nothing', () => {
    const goal = { ...firstGoal('workload', 0.05, true), aim: 'own' as const }
    expect(hasWeight(goal)).toBe(true)
    expect(hasWeight({ ...goal, weights: { visitKm: 0, km: 0, imbalance: 0, disruption: 0 } })).toBe(false)
  })
})
