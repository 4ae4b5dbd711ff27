// What the territory page works out by itself, by hand-made cases: order of rules, the grid of norms, the year of coverage, letters, checks.
import { describe, expect, it, test } from 'vitest'
import { lettersOf } from '#renderer/territories/compare/letters-of.ts'
import { listVacancies, placeIn, timelineRows } from '#renderer/territories/covering/timeline-rows.ts'
import { evennessOf, groupChecks, linesOf } from '#renderer/territories/parts/view.ts'
import { moveBeside, moveStep } from '#renderer/territories/rules/move-rule.ts'
import { editNorms, normRows } from '#renderer/territories/size/norm-rows.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { AccountChange, SellerChange } from '#shared/territories/compare-types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type {
  Coverage,
  CoverageId,
  TerritoryCheck,
  TerritoryId,
  TerritoryOverview,
  TerritoryRow
} from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

const on = (text: string) => text as IsoDate
const figures = {
  accounts: 0,
  wonMinor: 0,
  wonDeals: 0,
  openMinor: 0,
  openDeals: 0,
  visits: 0,
  workloadHours: 0,
  potential: 0,
  customShare: 0,
  withoutWorkload: 0,
  withoutPotential: 0
}

const territory = (id: number, change: Partial<TerritoryRow> = {}): TerritoryRow => ({
  ...figures,
  id: id as TerritoryId,
  parentId: null,
  name: `T${id}`,
  kind: 'main',
  teamId: null,
  teamName: null,
  fromOn: null,
  toOn: null,
  capacityRatio: 1,
  base: null,
  depth: 0,
  isLeaf: true,
  ownAccounts: 0,
  manualAccounts: 0,
  coverage: [],
  ...change
})

const covers = (id: number, territoryId: number, change: Partial<Coverage> = {}): Coverage => ({
  id: id as CoverageId,
  territoryId: territoryId as TerritoryId,
  sellerId: id as SellerId,
  sellerName: `Seller ${id}`,
  role: 'seller',
  fromOn: null,
  toOn: null,
  shareRatio: null,
  note: '',
  leftOn: null,
  ...change
})

const overviewOf = (territories: TerritoryRow[], checks: TerritoryCheck[] = []): TerritoryOverview => ({
  scenarioId: 1 as TerritoryOverview['scenarioId'],
  currency: 'EUR' as CurrencyCode,
  fromOn: null,
  toOn: null,
  onDate: on('2027-06-30'),
  territories,
  assigned: figures,
  unassigned: figures,
  manualAccounts: 0,
  checks,
  otherCurrencyDeals: 0
})

const year = { fromOn: on('2027-01-01'), toOn: on('2027-12-31') }

describe('order of rules', () => {
  test('one goes before or behind another, and the rest keep their order', () => {
    expect(moveBeside([1, 2, 3, 4], 4, 2, false)).toEqual([1, 4, 2, 3])
    expect(moveBeside([1, 2, 3, 4], 1, 3, true)).toEqual([2, 3, 1, 4])
  })

  test('a step ends at the ends', () => {
    expect(moveStep([1, 2, 3], 2, -1)).toEqual([2, 1, 3])
    expect(moveStep([1, 2, 3], 2, 1)).toEqual([1, 3, 2])
    expect(moveStep([1, 2, 3], 1, -1)).toEqual([1, 2, 3])
    expect(moveStep([1, 2, 3], 3, 1)).toEqual([1, 2, 3])
  })
})

describe('against targets', () => {
  // 90 over capacities 2 and 1: targets 60 and 30, so 75 and 15 stand at 125 and 50.
  const rows = [
    territory(1, { capacityRatio: 2, wonMinor: 75 }),
    territory(2, { wonMinor: 15 }),
    territory(3, { kind: 'overlay', wonMinor: 500 })
  ]

  it('holds each against its part by capacity, and leaves overlays out', () => {
    const lines = linesOf(overviewOf(rows), 'revenue')
    expect(lines.map((line) => line.index)).toEqual([125, 50, null])
    const evenness = evennessOf(lines, 'revenue', 0.15)
    expect(evenness.total).toBe(90)
    expect(evenness.hasCapacities).toBe(true)
    // 100 (1 - 1/2 (2/3 x 0.25 + 1/3 x 0.5)) = 83.33
    expect(evenness.indices.balance).toBeCloseTo(83.333, 3)
  })

  it('has no index where there is nothing to divide', () => {
    expect(linesOf(overviewOf(rows), 'openPipeline').map((line) => line.index)).toEqual([null, null, null])
  })
})

test('checks that block stand before those that warn, counted by accounts where they say how many', () => {
  const named = { territoryId: 1 as TerritoryId, territoryName: 'T1' }
  const groups = groupChecks([
    { kind: 'outdated', accounts: 7 },
    { kind: 'empty', ...named },
    { kind: 'empty', ...named },
    { kind: 'unassigned', accounts: 12, wonMinor: 0 }
  ])
  expect(groups.map(({ kind, count, isBlocking }) => [kind, count, isBlocking])).toEqual([
    ['empty', 2, true],
    ['unassigned', 12, true],
    ['outdated', 7, false]
  ])
})

describe('the year of coverage', () => {
  it('draws sellers in lanes, also those of a territory above, up to their last day of work', () => {
    const rows = timelineRows(
      overviewOf([
        territory(1, { isLeaf: false, coverage: [covers(1, 1)] }),
        territory(2, {
          parentId: 1 as TerritoryId,
          depth: 1,
          coverage: [
            covers(2, 2, { toOn: on('2027-06-30') }),
            covers(3, 2, { fromOn: on('2027-07-01'), leftOn: on('2027-09-30') }),
            covers(4, 2, { toOn: on('2026-12-31') })
          ]
        })
      ]),
      year
    )
    expect(rows.map((row) => row.territory.name)).toEqual(['T1', 'T2'])
    expect(
      rows[1]?.bars.map((bar) => [bar.coverage.sellerName, bar.fromOn, bar.toOn, bar.lane, bar.inheritedFrom])
    ).toEqual([
      ['Seller 2', '2027-01-01', '2027-06-30', 0, null],
      ['Seller 3', '2027-07-01', '2027-09-30', 0, null],
      ['Seller 1', '2027-01-01', '2027-12-31', 1, 'T1']
    ])
    expect(rows[1]?.lanes).toBe(2)
  })

  it('lists what nobody covers by date, and a territory without anybody for all its days', () => {
    const gap: TerritoryCheck = {
      kind: 'gap',
      territoryId: 1 as TerritoryId,
      territoryName: 'T1',
      fromOn: on('2027-03-01'),
      toOn: on('2027-03-10'),
      days: 10
    }
    const none: TerritoryCheck = { kind: 'noSeller', territoryId: 2 as TerritoryId, territoryName: 'T2' }
    const rows = timelineRows(
      overviewOf([territory(1, { coverage: [covers(1, 1)] }), territory(2, { fromOn: on('2027-02-01') })], [gap, none]),
      year
    )
    expect(
      listVacancies(rows).map(({ territory, fromOn, toOn, days }) => [territory.name, fromOn, toOn, days])
    ).toEqual([
      ['T2', '2027-02-01', '2027-12-31', 334],
      ['T1', '2027-03-01', '2027-03-10', 10]
    ])
  })

  it('places days in the year by their share of it', () => {
    const { left, width } = placeIn(year, { fromOn: on('2027-01-01'), toOn: on('2027-12-31') })
    expect([left, width]).toEqual([0, 1])
    // 73 of 365 days are a fifth.
    expect(placeIn(year, { fromOn: on('2027-03-15'), toOn: on('2027-05-26') })).toEqual({ left: 0.2, width: 0.2 })
  })
})

describe('the grid of call norms', () => {
  const settings = {
    callNorms: [
      { value: 'A', callsPerYear: 12, minutesPerCall: 60 },
      { value: 'Gone', callsPerYear: 4, minutesPerCall: 30 }
    ],
    otherCalls: { callsPerYear: 6, minutesPerCall: 45 }
  } as TerritorySettings

  it('has a row for each class there is, for norms whose class is gone, and for all others', () => {
    const rows = normRows(
      settings,
      [
        { value: 'a', label: 'a', accounts: 5 },
        { value: 'b', label: 'B', accounts: 3 }
      ],
      undefined
    )
    expect(
      rows.map(({ value, accounts, callsPerYear, minutesPerCall }) => [value, accounts, callsPerYear, minutesPerCall])
    ).toEqual([
      ['a', 5, 12, 60],
      ['b', 3, null, null],
      ['Gone', 0, 4, 30],
      [null, null, 6, 45]
    ])
  })

  it('an edit changes one norm, gives a class its first, takes one away, or changes the rest', () => {
    const [a, b, gone, rest] = normRows(
      settings,
      [
        { value: 'a', label: 'a', accounts: 5 },
        { value: 'b', label: 'B', accounts: 3 }
      ],
      undefined
    )
    if (!a || !b || !gone || !rest) throw new Error('four rows were expected')
    const edited = editNorms(settings, [
      { row: a, column: 'minutesPerCall', value: 90 },
      { row: b, column: 'callsPerYear', value: 24 },
      { row: gone, column: 'callsPerYear', value: null },
      { row: rest, column: 'callsPerYear', value: 2 }
    ])
    expect(edited.callNorms).toEqual([
      { value: 'A', callsPerYear: 12, minutesPerCall: 90 },
      { value: 'B', callsPerYear: 24, minutesPerCall: 45 }
    ])
    expect(edited.otherCalls).toEqual({ callsPerYear: 2, minutesPerCall: 45 })
    expect(editNorms(settings, [{ row: rest, column: 'minutesPerCall', value: null }]).otherCalls).toBeNull()
  })
})

test('letters say what each seller gains and from whom, and hands over and to whom', () => {
  const state = { accounts: 3, wonMinor: 0, openMinor: 0, workloadHours: 0, potential: 0 }
  const seller = (id: number, sellerName: string): SellerChange => ({
    sellerId: id as SellerId,
    sellerName,
    before: state,
    after: state,
    gained: 0,
    lost: 0
  })
  const change = (id: number, fromSellers: string[], toSellers: string[]): AccountChange => ({
    accountId: id as AccountChange['accountId'],
    accountName: `Account ${id}`,
    fromTerritory: 'North',
    toTerritory: 'South',
    fromSellers,
    toSellers,
    isNewSeller: true,
    wonMinor: 0,
    openMinor: 0,
    relationshipYears: null
  })
  const letters = lettersOf({
    sellers: [seller(1, 'Luis'), seller(2, 'Ana'), seller(3, 'Eva')],
    changes: [change(1, ['Luis'], ['Ana']), change(2, ['Luis', 'Eva'], ['Eva', 'Ana']), change(3, ['Ana'], [])]
  })
  expect(letters.map(({ sellerName, gains, handsOver }) => [sellerName, gains.length, handsOver.length])).toEqual([
    ['Ana', 2, 1],
    ['Luis', 0, 2]
  ])
  expect(letters[0]?.gains[0]).toEqual({ accountId: 1, accountName: 'Account 1', others: ['Luis'], territory: 'South' })
  // Nobody covers it afterwards.
  expect(letters[0]?.handsOver[0]?.others).toEqual([])
  expect(letters[1]?.handsOver[1]?.others).toEqual(['Eva', 'Ana'])
})
