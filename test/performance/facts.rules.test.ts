// Adding up by seller, team and period: changes of team, deals of nobody, quotas over weeks, and who stands on the board.
import { describe, expect, it } from 'vitest'
import type { Membership, MembershipId, SellerId, Team, TeamId } from '#shared/people/types.ts'
import { addFacts, cutAtChanges, noFacts, piecesAround, quotaWithin, tabulate } from '#shared/performance/facts.ts'
import { type BoardPeople, layOutBoard, layOutGrid } from '#shared/performance/rules.ts'
import { carriesQuota } from '#shared/quotas/index.ts'
import { isoDate } from '#shared/units/date.ts'
import { currencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, periodByKey, periodsOfYear } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const eur = currencyCode('EUR')
const [ana, bea, cai, dan] = [1, 2, 3, 4] as SellerId[] as [SellerId, SellerId, SellerId, SellerId]
const [all, north, south] = [1, 2, 3] as TeamId[] as [TeamId, TeamId, TeamId]
const team = (id: TeamId, name: string, parentId: TeamId | null): Team => ({ id, name, parentId, managerId: null })
const teams = [team(all, 'All', null), team(north, 'North', all), team(south, 'South', all)]
const member = (
  id: number,
  sellerId: SellerId,
  teamId: TeamId,
  fromOn: Membership['fromOn'],
  toOn: Membership['toOn']
) => ({
  id: id as MembershipId,
  sellerId,
  teamId,
  fromOn,
  toOn
})
const memberships = [
  member(1, ana, north, null, isoDate(2027, 5, 15)),
  member(2, ana, south, isoDate(2027, 5, 16), null),
  member(3, bea, south, null, null)
]
const person = (id: SellerId, name: string, role: 'seller' | 'manager' = 'seller') => ({
  id,
  name,
  role,
  hiredOn: null,
  leftOn: null
})
const people: BoardPeople = {
  sellers: [person(ana, 'Ana'), person(bea, 'Bea'), person(cai, 'Cai'), person(dan, 'Dan', 'manager')],
  teams,
  memberships
}
const q2 = periodByKey('FY2027-Q2', calendar)!
const month = periodByKey('FY2027-M05', calendar)!
const closed = (sellerId: SellerId | null, sliceKey: string, wonMinor: number) => ({
  sellerId,
  sliceKey,
  wonDeals: 1,
  wonDealsWithAmount: 1,
  wonMinor,
  lostDeals: 0
})
const quota = (sellerId: SellerId, amountMinor: number) => ({
  sellerId,
  startsOn: month.startsOn,
  endsOn: month.endsOn,
  amountMinor
})

function q2Table() {
  const slices = cutAtChanges([q2], memberships)
  return tabulate({
    periods: [q2],
    slices,
    closed: [
      closed(ana, 'FY2027-Q2/0', 100),
      closed(ana, 'FY2027-Q2/1', 30),
      closed(bea, 'FY2027-Q2/0', 50),
      closed(null, 'FY2027-Q2/0', 7)
    ],
    quotas: [quota(ana, 200), quota(cai, 80)],
    asOf: isoDate(2027, 5, 20),
    dealsEver: new Map([
      [ana, 9],
      [bea, 1]
    ]),
    memberships,
    teams
  })
}

describe('adding up', () => {
  it('cuts a period where somebody changes team', () => {
    expect(cutAtChanges([q2], memberships).map((slice) => [slice.startsOn, slice.endsOn])).toEqual([
      ['2027-04-01', '2027-05-15'],
      ['2027-05-16', '2027-06-30']
    ])
    expect(cutAtChanges([q2], [])).toHaveLength(1)
  })

  it('splits a year around a period without gap or overlap', () => {
    const year = periodByKey('FY2027', calendar)!
    expect(piecesAround(year, q2).map((piece) => [piece.key, piece.startsOn, piece.endsOn])).toEqual([
      ['before', '2027-01-01', '2027-03-31'],
      ['FY2027-Q2', '2027-04-01', '2027-06-30'],
      ['after', '2027-07-01', '2027-12-31']
    ])
    expect(piecesAround(year, year)).toEqual([year])
  })

  it('counts a deal for the team of its close date, and a quota for the team of its month', () => {
    const table = q2Table()
    expect(table.ofTeam(north, q2.key)).toMatchObject({ wonMinor: 100, quotaMinor: 200 })
    expect(table.ofTeam(south, q2.key)).toMatchObject({ wonMinor: 80, quotaMinor: null })
    expect(table.ofTeam(all, q2.key)).toMatchObject({ wonMinor: 180, wonDeals: 3, quotaMinor: 200 })
    expect(table.ofSeller(ana, q2.key)).toMatchObject({ wonMinor: 130, dealsEver: 9 })
  })

  it('keeps deals of nobody known in the whole', () => {
    expect(q2Table().ofAll(q2.key)).toMatchObject({ wonMinor: 187, quotaMinor: 280 })
    expect(q2Table().ofNobody(q2.key).wonMinor).toBe(7)
  })

  it('takes whole months whole and weeks by their days', () => {
    const april = { ...quota(ana, 300), startsOn: isoDate(2027, 4, 1), endsOn: isoDate(2027, 4, 30) }
    expect(quotaWithin(april, q2)).toBe(300)
    expect(quotaWithin(april, { startsOn: isoDate(2027, 4, 1), endsOn: isoDate(2027, 4, 10) })).toBe(100)
    expect(quotaWithin(april, { startsOn: isoDate(2027, 5, 1), endsOn: isoDate(2027, 5, 7) })).toBeUndefined()
  })

  it('counts as due the months gone and the days of the running one', () => {
    // Ana's quota of May is 200; 20 of its 31 days are gone.
    expect(q2Table().ofSeller(ana, q2.key)).toMatchObject({ quotaMinor: 200, dueMinor: 129 })
    expect(q2Table().ofSeller(bea, q2.key).dueMinor).toBeNull()
  })

  it('adds quotas only where there are any', () => {
    expect(addFacts(noFacts, noFacts).quotaMinor).toBeNull()
    expect(addFacts({ ...noFacts, quotaMinor: 5 }, noFacts).quotaMinor).toBe(5)
  })
})

describe('the board', () => {
  const board = layOutBoard(people, q2Table(), q2, isoDate(2027, 5, 20), eur)

  it('lists who carries a quota by role, and nobody else without deals or quota', () => {
    expect(board.sellers.map((line) => line.name)).toEqual(['Ana', 'Bea', 'Cai'])
    expect(carriesQuota('manager')).toBe(false)
    expect(board.sellersWithoutQuota).toBe(1)
  })

  it('shows the team of the day, dashes with reasons, and what nobody is known for', () => {
    expect(board.sellers[0]).toMatchObject({ teamId: south, pace: { state: 'ahead' } })
    expect(board.sellers[1]?.kpis.attainment.missing).toBe('noQuota')
    expect(board.sellers[2]?.kpis.attainment.missing).toBe('noDealsEver')
    expect(board.withoutSeller).toEqual({ wonDeals: 1, wonMinor: 7, lostDeals: 0 })
    expect(board.teams.map((line) => [line.name, line.depth, line.sellers])).toEqual([
      ['All', 0, 2],
      ['North', 1, 0],
      ['South', 1, 2]
    ])
  })
})

describe('the grid', () => {
  it('has the quarters and the year, and no attainment for what is to come', () => {
    const quarters = periodsOfYear(2027, 'quarter', calendar)
    const table = tabulate({
      periods: quarters,
      slices: cutAtChanges(quarters, []),
      closed: [closed(ana, 'FY2027-Q1/0', 100), closed(ana, 'FY2027-Q2/0', 60)],
      quotas: periodsOfYear(2027, 'month', calendar).map((each) => ({
        ...quota(ana, 50),
        startsOn: each.startsOn,
        endsOn: each.endsOn
      })),
      asOf: isoDate(2027, 6, 30),
      dealsEver: new Map([[ana, 2]]),
      memberships: [],
      teams: []
    })
    const grid = layOutGrid(
      { sellers: [person(ana, 'Ana')], teams: [], memberships: [] },
      table,
      quarters,
      periodByKey('FY2027', calendar)!,
      isoDate(2027, 6, 30),
      eur
    )
    const cells = grid.rows[0]?.cells ?? []
    expect(cells.map((cell) => cell.bookedMinor)).toEqual([100, 60, 0, 0, 160])
    expect(cells.map((cell) => cell.attainment.missing)).toEqual([null, null, 'notBegun', 'notBegun', null])
    expect(cells[4]?.attainment.value).toBeCloseTo(160 / 600, 12)
    expect(grid.totals.at(-1)?.bookedMinor).toBe(160)
  })
})
