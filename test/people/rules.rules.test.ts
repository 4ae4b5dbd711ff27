// What holds for people: facts that go together, who works when, names, teams and moves; by tables and laws.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findByName,
  findMembership,
  findWrongFact,
  indexNames,
  isActiveOn,
  leaderOf,
  type Membership,
  type MembershipId,
  membershipOn,
  noFacts,
  type Seller,
  type SellerId,
  sellerRows,
  sellersActiveWithin,
  type Team,
  type TeamId,
  teamPath,
  teamRows,
  wouldLoop
} from '#shared/people/index.ts'
import { planMove } from '#shared/people/memberships.ts'
import { addDays, fromDayNumber, type IsoDate, isoDate } from '#shared/units/date.ts'
import { currencyCode } from '#shared/units/money.ts'

const day = (text: string) => text as IsoDate
const seller = (id: number, name: string, facts: Partial<Seller> = {}): Seller => ({
  ...noFacts,
  id: id as SellerId,
  name,
  ...facts
})
const team = (id: number, name: string, parentId: number | null, managerId: number | null = null): Team => ({
  id: id as TeamId,
  name,
  parentId: parentId as TeamId | null,
  managerId: managerId as SellerId | null
})
const membership = (
  id: number,
  sellerId: number,
  teamId: number,
  fromOn: string | null,
  toOn: string | null
): Membership => ({
  id: id as MembershipId,
  sellerId: sellerId as SellerId,
  teamId: teamId as TeamId,
  fromOn: fromOn as IsoDate | null,
  toOn: toOn as IsoDate | null
})

describe('facts that go together', () => {
  const ana = { ...noFacts, name: 'Ana Ruiz' }
  it.each([
    [{}, undefined],
    [{ name: '  ' }, 'people.nameEmpty'],
    [{ email: 'ana@example' }, 'people.emailWrong'],
    [{ email: 'ana@empresa.example' }, undefined],
    [{ hiredOn: day('2026-05-01'), leftOn: day('2026-04-30') }, 'people.leaveBeforeHire'],
    [{ hiredOn: day('2026-05-01'), leftOn: day('2026-05-01') }, undefined],
    [{ basePayMinor: -1, payCurrency: currencyCode('EUR') }, 'people.payNegative'],
    [{ variablePayMinor: 100 }, 'people.payWithoutCurrency'],
    [{ variablePayMinor: 0, payCurrency: currencyCode('EUR') }, undefined]
  ])('%o gives %s', (facts, code) => expect(findWrongFact({ ...ana, ...facts })?.code).toBe(code))
})

describe('who works when', () => {
  it('from the hire date to the last day, both included', () => {
    const person = { hiredOn: day('2026-05-01'), leftOn: day('2026-06-30') }
    expect(isActiveOn(person, day('2026-05-01'))).toBe(true)
    expect(isActiveOn(person, day('2026-06-30'))).toBe(true)
    expect(isActiveOn(person, day('2026-07-01'))).toBe(false)
    expect(isActiveOn({ hiredOn: null, leftOn: null }, day('1990-01-01'))).toBe(true)
  })
  it('law: active within a span means active on one of its days', () => {
    const anyDay = fc.integer({ min: 20_000, max: 20_060 })
    const maybe = fc.option(anyDay)
    fc.assert(
      fc.property(maybe, maybe, anyDay, fc.nat(20), (hired, left, start, length) => {
        fc.pre(hired === null || left === null || hired <= left)
        const person = {
          hiredOn: hired === null ? null : fromDayNumber(hired),
          leftOn: left === null ? null : fromDayNumber(left)
        }
        const span = { startsOn: fromDayNumber(start), endsOn: fromDayNumber(start + length) }
        const days = Array.from({ length: length + 1 }, (_, at) => addDays(span.startsOn, at))
        expect(sellersActiveWithin([person], span).length === 1).toBe(days.some((each) => isActiveOn(person, each)))
      })
    )
  })
})

describe('names', () => {
  const index = indexNames(
    [seller(1, 'Ana Ruiz'), seller(2, 'Ana Ruíz'), seller(3, 'José Pérez')],
    [
      { sellerId: 3 as SellerId, alias: 'Pepe' },
      { sellerId: 3 as SellerId, alias: 'jose perez' }
    ]
  )
  it('finds by name and alias, accents and case apart', () => {
    expect(findByName(index, 'JOSE PEREZ')).toEqual([{ sellerId: 3, sellerName: 'José Pérez', by: 'name' }])
    expect(findByName(index, ' pepe ')).toEqual([{ sellerId: 3, sellerName: 'José Pérez', by: 'alias' }])
  })
  it('gives both of two people with one name, and nobody for nothing', () => {
    expect(findByName(index, 'ana ruiz').map((match) => match.sellerId)).toEqual([1, 2])
    expect(findByName(index, '  ')).toEqual([])
    expect(findByName(index, 'Nadie')).toEqual([])
  })
})

const teams = [team(1, 'Sales', null, 10), team(2, 'Spain', 1, 11), team(3, 'North', 2), team(4, 'France', 1)]

describe('teams', () => {
  it('have a path, and none when they are gone', () => {
    expect(teamPath(teams, 3 as TeamId)).toEqual(['Sales', 'Spain', 'North'])
    expect(teamPath(teams, 9 as TeamId)).toEqual([])
  })
  it('can’t become part of themselves', () => {
    expect(wouldLoop(teams, 1 as TeamId, 3 as TeamId)).toBe(true)
    expect(wouldLoop(teams, 2 as TeamId, 2 as TeamId)).toBe(true)
    expect(wouldLoop(teams, 3 as TeamId, 4 as TeamId)).toBe(false)
    expect(wouldLoop(teams, 3 as TeamId, null)).toBe(false)
  })
  it('a walk up a loop in a damaged file still ends', () => {
    expect(teamPath([team(1, 'A', 2), team(2, 'B', 1)], 1 as TeamId)).toHaveLength(2)
  })
  it('are led by the nearest lead upward; who leads is led by the one above', () => {
    expect(leaderOf(teams, 50 as SellerId, 3 as TeamId)).toBe(11)
    expect(leaderOf(teams, 11 as SellerId, 2 as TeamId)).toBe(10)
    expect(leaderOf(teams, 10 as SellerId, 1 as TeamId)).toBeNull()
  })
  it('are listed as a tree with the people of the day', () => {
    const sellers = [seller(10, 'Eva'), seller(50, 'Ana'), seller(51, 'Leo', { leftOn: day('2026-01-31') })]
    const rows = teamRows(
      teams,
      sellers,
      [membership(1, 10, 1, null, null), membership(2, 50, 3, null, null), membership(3, 51, 3, null, null)],
      day('2026-11-12')
    )
    expect(rows.map((row) => [row.name, row.depth, row.memberCount, row.totalCount])).toEqual([
      ['Sales', 0, 1, 2],
      ['France', 1, 0, 0],
      ['Spain', 1, 0, 1],
      ['North', 2, 1, 1]
    ])
    expect(rows[0]?.managerName).toBe('Eva')
  })
})

describe('memberships', () => {
  const list = [membership(1, 1, 3, '2025-01-01', '2026-03-31'), membership(2, 1, 4, '2026-04-01', '2026-08-31')]
  it.each([
    ['2024-12-31', undefined, 3],
    ['2025-01-01', 3, 3],
    ['2026-03-31', 3, 3],
    ['2026-04-01', 4, 4],
    ['2026-08-31', 4, 4],
    ['2026-09-01', undefined, 4]
  ])('on %s the team is %s, and the day is counted to %i', (on, held, counted) => {
    expect(findMembership(list, day(on))?.teamId).toBe(held)
    expect(membershipOn(list, day(on))?.teamId).toBe(counted)
    expect(membershipOn([...list].reverse(), day(on))?.teamId).toBe(counted)
  })
  it('in a gap there is none', () => {
    const gap = [membership(1, 1, 3, null, '2026-01-31'), membership(2, 1, 4, '2026-03-01', null)]
    expect(membershipOn(gap, day('2026-02-10'))).toBeUndefined()
    expect(membershipOn([], day('2026-02-10'))).toBeUndefined()
  })
  it('a move ends what covers the day and drops what would come later', () => {
    expect(planMove(list, 2 as TeamId, day('2026-03-01'))).toEqual({
      remove: [2],
      end: [{ id: 1, toOn: '2026-02-28' }],
      add: { teamId: 2, fromOn: '2026-03-01' }
    })
    expect(planMove(list, null, null)).toEqual({ remove: [1, 2], end: [], add: null })
  })
  it('a move into the same team makes no break', () => {
    const open = [membership(1, 1, 3, null, null)]
    expect(planMove(open, 3 as TeamId, day('2026-03-01'))).toEqual({ remove: [], end: [], add: null })
  })
  it('law: after a move the day before is as it was and every day from it is the new team', () => {
    const anyDay = fc.integer({ min: 20_000, max: 20_100 }).map(fromDayNumber)
    const anyMove = fc.tuple(fc.integer({ min: 1, max: 4 }), anyDay)
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 6 }), anyMove, (before, [teamId, fromOn]) => {
        let held: Membership[] = []
        let nextId = 1
        const apply = (to: number, from: IsoDate) => {
          const plan = planMove(held, to as TeamId, from)
          held = held
            .filter((each) => !plan.remove.includes(each.id))
            .map((each) => ({ ...each, toOn: plan.end.find((end) => end.id === each.id)?.toOn ?? each.toOn }))
          if (plan.add) held = [...held, membership(nextId, 1, plan.add.teamId, plan.add.fromOn, null)]
          nextId += 1
        }
        for (const [to, from] of before) apply(to, from)
        const covers = (each: Membership, on: IsoDate) =>
          (each.fromOn ?? '') <= on && (each.toOn === null || each.toOn >= on)
        const dayBefore = addDays(fromOn, -1)
        const then = held.filter((each) => covers(each, dayBefore)).map((each) => each.teamId)
        apply(teamId, fromOn)
        expect(held.filter((each) => covers(each, dayBefore)).map((each) => each.teamId)).toEqual(then)
        for (const on of [fromOn, addDays(fromOn, 1), addDays(fromOn, 400)])
          expect(held.filter((each) => covers(each, on)).map((each) => each.teamId)).toEqual([teamId])
      })
    )
  })
})

describe('rows of people', () => {
  it('show team, path, lead, and whether the name is shared', () => {
    const sellers = [
      seller(11, 'Eva Gil'),
      seller(50, 'Ana Ruiz'),
      seller(52, 'Lea Sol', { leftOn: day('2025-12-31') }),
      seller(51, 'ANA RUÍZ', { hiredOn: isoDate(2027, 1, 1) })
    ]
    const rows = sellerRows(
      sellers,
      teams,
      [
        membership(1, 50, 3, null, null),
        membership(2, 51, 4, '2027-01-01', null),
        membership(3, 52, 4, null, '2025-12-31')
      ],
      [],
      day('2026-11-12')
    )
    expect(rows[1]).toMatchObject({
      teamName: 'North',
      teamPath: ['Sales', 'Spain', 'North'],
      managerName: 'Eva Gil',
      isActive: true,
      isNameShared: true
    })
    expect(rows[3]).toMatchObject({ teamName: 'France', isActive: false, isNameShared: true })
    expect(rows[2]).toMatchObject({ teamName: 'France', isActive: false })
    expect(rows[0]).toMatchObject({
      teamId: null,
      teamName: null,
      teamPath: [],
      managerName: null,
      isNameShared: false
    })
  })
})
