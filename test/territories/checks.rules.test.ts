// The overview of territories: figures up the tree, overlays, effective dates, bases, and every check by a case worked out by hand.
import { describe, expect, it } from 'vitest'
import { blocksApproval, clip, cutSections, findBase, findGaps, rollUp } from '#shared/territories/rules.ts'
import type { Assignment, Coverage, TerritoryCheck, TerritoryRecord } from '#shared/territories/types.ts'
import { account, accountId, assignment, coverage, day, territory, territoryId } from './facts.ts'

const year = { startsOn: day('2027-01-01'), endsOn: day('2027-12-31') }
const open = { fromOn: null, toOn: null }

function look(
  territories: readonly TerritoryRecord[],
  assignments: readonly Assignment[],
  held: readonly Coverage[],
  more: Partial<Parameters<typeof rollUp>[0]> = {}
) {
  return rollUp({
    territories,
    assignments,
    coverage: held,
    accounts: [1, 2, 3, 4].map((id) => account(id, { wonMinor: id * 100 })),
    onDate: day('2027-06-15'),
    year,
    limits: { exceptionLimitRatio: 0.15, dependenceRatio: 1 },
    outdated: 0,
    ...more
  })
}
const kindsOf = (checks: readonly TerritoryCheck[]) => checks.map((check) => check.kind)

describe('figures', () => {
  it('hold what lies below, and each account once in the whole', () => {
    const tree = [territory(1), territory(2, { parentId: territoryId(1) }), territory(3, { parentId: territoryId(1) })]
    const found = look(tree, [assignment(1, 2), assignment(2, 3), assignment(3, 3)], [coverage(1, 1)])
    expect(found.territories.map((row) => [row.id, row.accounts, row.wonMinor, row.isLeaf])).toEqual([
      [1, 3, 600, false],
      [2, 1, 100, true],
      [3, 2, 500, true]
    ])
    expect(found.assigned).toMatchObject({ accounts: 3, wonMinor: 600 })
    expect(found.unassigned).toMatchObject({ accounts: 1, wonMinor: 400 })
  })

  it('an overlay holds accounts beside their main territory, which is no double', () => {
    const found = look(
      [territory(1), territory(9, { kind: 'overlay' })],
      [1, 2, 3, 4].flatMap((id) => [assignment(id, 1), assignment(id, 9)]),
      [coverage(1, 1), coverage(2, 9)]
    )
    expect(found.territories.map((row) => row.accounts)).toEqual([4, 4])
    expect(found.assigned.accounts).toBe(4)
    expect(found.checks).toEqual([])
  })

  it('an account in an overlay alone is unassigned', () => {
    const found = look(
      [territory(1), territory(9, { kind: 'overlay' })],
      [...[1, 2, 3].map((id) => assignment(id, 1)), assignment(4, 9)],
      [coverage(1, 1), coverage(2, 9)]
    )
    expect(found.checks).toEqual([{ kind: 'unassigned', accounts: 1, wonMinor: 400 }])
  })

  it('a territory that is not there yet holds nothing on the day', () => {
    const later = territory(2, { fromOn: day('2027-07-01') })
    const placed = [1, 2, 3, 4].map((id) => assignment(id, 2, { fromOn: day('2027-07-01') }))
    const before = [1, 2, 3, 4].map((id) => assignment(id, 1, { toOn: day('2027-06-30') }))
    const ended = territory(1, { toOn: day('2027-06-30') })
    const held = [coverage(1, 1), coverage(2, 2)]
    const inJune = look([ended, later], [...before, ...placed], held)
    const inJuly = look([ended, later], [...before, ...placed], held, { onDate: day('2027-07-01') })
    expect(inJune.territories.map((row) => row.accounts)).toEqual([4, 0])
    expect(inJuly.territories.map((row) => row.accounts)).toEqual([0, 4])
    expect(inJuly.unassigned.accounts).toBe(0)
  })
})

describe('checks', () => {
  const all = [1, 2, 3, 4].map((id) => assignment(id, 1))
  const one = [territory(1)]

  it('a sound plan has none; nothing at all has none either', () => {
    expect(look(one, all, [coverage(1, 1)]).checks).toEqual([])
    expect(look([], [], []).checks).toEqual([])
  })

  it('double, empty, above a leaf', () => {
    const tree = [territory(1), territory(2), territory(3, { parentId: territoryId(2) })]
    const { checks } = look(tree, [...all, assignment(2, 2)], [coverage(1, 1), coverage(2, 2)])
    expect(checks).toEqual([
      { kind: 'double', accountId: accountId(2), accountName: 'Account 2', territoryNames: ['T1', 'T2'] },
      { kind: 'aboveLeaf', territoryId: territoryId(2), territoryName: 'T2', accounts: 1 },
      { kind: 'empty', territoryId: territoryId(3), territoryName: 'T3' }
    ])
  })

  it('two territories one after the other are no double', () => {
    const moved = [
      ...all.slice(1),
      assignment(1, 1, { toOn: day('2027-03-31') }),
      assignment(1, 2, { fromOn: day('2027-04-01') })
    ]
    expect(look([territory(1), territory(2)], moved, [coverage(1, 1), coverage(2, 2)]).checks).toEqual([])
  })

  it('nobody all year; a gap between two; a leaver', () => {
    expect(kindsOf(look(one, all, []).checks)).toEqual(['noSeller'])
    const gapped = [
      coverage(1, 1, { toOn: day('2027-03-31') }),
      coverage(2, 1, { fromOn: day('2027-05-01'), leftOn: day('2027-11-30') })
    ]
    const named = { kind: 'gap', territoryId: territoryId(1), territoryName: 'T1' }
    expect(look(one, all, gapped).checks).toEqual([
      { ...named, fromOn: '2027-04-01', toOn: '2027-04-30', days: 30 },
      { ...named, fromOn: '2027-12-01', toOn: '2027-12-31', days: 31 }
    ])
  })

  it('whoever covers the territory above covers it; outside its own dates nobody needs to', () => {
    const tree = [territory(1), territory(2, { parentId: territoryId(1), toOn: day('2027-06-30') })]
    const placed = [1, 2, 3, 4].map((id) => assignment(id, 2, { toOn: day('2027-06-30') }))
    expect(look(tree, placed, [coverage(1, 1, { toOn: day('2027-06-30') })]).checks).toEqual([])
  })

  it('fixed parts above a whole overlap, on those days alone', () => {
    const shared = [
      coverage(1, 1, { shareRatio: 0.7 }),
      coverage(2, 1, { shareRatio: 0.3 }),
      coverage(3, 1, { shareRatio: 0.5, fromOn: day('2027-02-01'), toOn: day('2027-02-28') }),
      coverage(4, 1)
    ]
    expect(look(one, all, shared).checks).toEqual([
      {
        kind: 'overlap',
        territoryId: territoryId(1),
        territoryName: 'T1',
        sellerNames: ['Seller 1', 'Seller 2', 'Seller 3'],
        fromOn: '2027-02-01',
        toOn: '2027-02-28',
        shareRatio: 1.5
      }
    ])
  })

  it('accounts in a territory on days on which it is not there', () => {
    const late = [territory(1, { fromOn: day('2027-07-01') })]
    const { checks } = look(late, all, [coverage(1, 1)], { onDate: day('2027-08-01') })
    expect(checks).toEqual([{ kind: 'outsideDates', territoryId: territoryId(1), territoryName: 'T1', accounts: 4 }])
  })

  it('too many exceptions, outdated rules, dependence on one account', () => {
    const byHand = [assignment(1, 1, { source: 'manual' }), ...all.slice(1)]
    const { checks } = look(one, byHand, [coverage(1, 1)], {
      outdated: 2,
      limits: { exceptionLimitRatio: 0.2, dependenceRatio: 0.3 }
    })
    expect(checks).toEqual([
      { kind: 'outdated', accounts: 2 },
      { kind: 'exceptions', accounts: 1, ratio: 0.25, limitRatio: 0.2 },
      { kind: 'dependence', territoryId: territoryId(1), territoryName: 'T1', accountName: 'Account 4', ratio: 0.4 }
    ])
    expect(checks.some((check) => blocksApproval[check.kind])).toBe(false)
  })

  it('what blocks an approval is what nobody can work with', () => {
    const blocking = Object.entries(blocksApproval).flatMap(([kind, blocks]) => (blocks ? kind : []))
    expect(blocking).toEqual(['unassigned', 'double', 'empty', 'noSeller', 'gap', 'overlap', 'outsideDates'])
  })
})

describe('stretches of days', () => {
  const days = { fromOn: day('2028-02-01'), toOn: day('2028-03-10') }
  it('are cut to others', () => {
    expect(clip(open, days)).toEqual(days)
    expect(clip({ fromOn: day('2028-02-29'), toOn: null }, days, { fromOn: null, toOn: day('2028-03-01') })).toEqual({
      fromOn: '2028-02-29',
      toOn: '2028-03-01'
    })
    expect(clip({ fromOn: day('2028-04-01'), toOn: null }, days)).toBeUndefined()
  })

  it('leave gaps, over 29 February too', () => {
    const covered = [
      { fromOn: day('2028-03-01'), toOn: day('2028-12-31') },
      { fromOn: day('2028-01-01'), toOn: day('2028-02-28') },
      { fromOn: day('2028-02-10'), toOn: day('2028-02-12') }
    ]
    expect(findGaps(days, covered)).toEqual([{ fromOn: '2028-02-29', toOn: '2028-02-29' }])
    expect(findGaps(days, [])).toEqual([days])
    expect(findGaps(days, [days])).toEqual([])
    expect(findGaps(days, [{ fromOn: day('2028-04-01'), toOn: day('2028-05-01') }])).toEqual([days])
  })

  it('are cut where something starts or ends', () => {
    const sections = cutSections([
      { fromOn: day('2027-01-01'), toOn: day('2027-01-31'), name: 'a' },
      { fromOn: day('2027-01-15'), toOn: day('2027-02-15'), name: 'b' }
    ])
    expect(sections.map(({ fromOn, toOn, held }) => [fromOn, toOn, held.map((each) => each.name).join('')])).toEqual([
      ['2027-01-01', '2027-01-14', 'a'],
      ['2027-01-15', '2027-01-31', 'ab'],
      ['2027-02-01', '2027-02-15', 'b']
    ])
  })
})

describe('the middle of accounts', () => {
  it('is weighted by visits, and right across the date line', () => {
    const found = findBase([
      { place: { lon: 0, lat: 0 }, visits: 3 },
      { place: { lon: 90, lat: 0 }, visits: 3 },
      { place: null, visits: 100 }
    ])
    expect(found?.lon).toBeCloseTo(45, 9)
    const fiji = findBase([
      { place: { lon: 179, lat: -17 }, visits: 0 },
      { place: { lon: -179, lat: -17 }, visits: 0 }
    ])
    expect(Math.abs(fiji?.lon ?? 0)).toBeCloseTo(180, 9)
    expect(fiji?.isPinned).toBe(false)
  })
  it('does not exist without places or between opposite ends of the globe', () => {
    expect(findBase([{ place: null, visits: 1 }])).toBeNull()
    expect(
      findBase([
        { place: { lon: 0, lat: 0 }, visits: 1 },
        { place: { lon: 180, lat: 0 }, visits: 1 }
      ])
    ).toBeNull()
  })
})
