// Two states of territories held against each other: who gets what, what changes for each seller, and disruption (worked case T4).
import { describe, expect, it } from 'vitest'
import { type ComparedAccount, compareStates, type PlacedIn, type StateToCompare } from '#shared/territories/compare.ts'
import { measureDisruption } from '#shared/territories/disruption.ts'
import { noFigures } from '#shared/territories/rules.ts'
import { accountId, sellerId, territoryId } from './facts.ts'

describe('disruption', () => {
  it('T4: 5 of 50 accounts with 300k of 2.0M are 10 % and 15 %', () => {
    const all = Array.from({ length: 50 }, (_, at) => ({
      wonMinor: at < 5 ? 60_000 : at === 49 ? 1_700_000 - 44 * 30_000 : 30_000,
      openMinor: 10,
      relationshipYears: at < 10 ? 2 : null
    }))
    const found = measureDisruption(all.slice(0, 5), all)
    expect(all.reduce((sum, { wonMinor }) => sum + wonMinor, 0)).toBe(2_000_000)
    expect(found).toMatchObject({ accounts: 5, wonMinor: 300_000, relationshipYears: 10 })
    expect(found.accountsRatio).toBeCloseTo(0.1, 12)
    expect(found.revenueRatio).toBeCloseTo(0.15, 12)
    expect(found.pipelineRatio).toBeCloseTo(0.1, 12)
    expect(found.relationshipRatio).toBeCloseTo(0.5, 12)
  })
  it('nothing of nothing has no ratio', () => {
    expect(measureDisruption([], [])).toMatchObject({ accounts: 0, accountsRatio: null, revenueRatio: null })
  })
})

const ana = { sellerId: sellerId(1), sellerName: 'Ana', partRatio: 1 }
const luis = { sellerId: sellerId(2), sellerName: 'Luis', partRatio: 1 }
const north: PlacedIn = { territoryId: territoryId(1), territoryName: 'North', sellers: [ana] }
const south: PlacedIn = { territoryId: territoryId(2), territoryName: 'South', sellers: [luis] }
const nobodys: PlacedIn = { territoryId: territoryId(3), territoryName: 'East', sellers: [] }

const state = (...placed: (PlacedIn | null)[]): StateToCompare => ({
  placements: new Map(placed.flatMap((each, at) => (each ? [[accountId(at + 1), each] as const] : []))),
  leaves: [],
  bandRatio: 0.15
})
const compared = (id: number, facts: Partial<ComparedAccount> = {}): ComparedAccount => ({
  ...noFigures,
  accounts: 1,
  accountId: accountId(id),
  accountName: `Account ${id}`,
  yearsWith: new Map(),
  ...facts
})

describe('two states', () => {
  it('the same state changes nothing', () => {
    const found = compareStates([compared(1), compared(2)], state(north, south), state(north, south))
    expect(found.changes).toEqual([])
    expect(found.disruption).toMatchObject({ accounts: 0, accountsRatio: 0 })
    expect(found.sellers.map((each) => [each.sellerName, each.gained, each.lost])).toEqual([
      ['Ana', 0, 0],
      ['Luis', 0, 0]
    ])
  })

  it('an account that moves is lost by one and gained by the other', () => {
    const accounts = [
      compared(1, {
        wonMinor: 600,
        openMinor: 50,
        yearsWith: new Map([
          [sellerId(1), 4],
          [sellerId(2), 1]
        ])
      }),
      compared(2, { wonMinor: 400, yearsWith: new Map([[sellerId(2), 6]]) })
    ]
    const found = compareStates(accounts, state(north, south), state(south, south))
    expect(found.changes).toEqual([
      {
        accountId: 1,
        accountName: 'Account 1',
        fromTerritory: 'North',
        toTerritory: 'South',
        fromSellers: ['Ana'],
        toSellers: ['Luis'],
        isNewSeller: true,
        wonMinor: 600,
        openMinor: 50,
        relationshipYears: 4
      }
    ])
    expect(found.disruption).toMatchObject({ accounts: 1, revenueRatio: 0.6, pipelineRatio: 1, relationshipRatio: 0.4 })
    const [ofAna, ofLuis] = found.sellers
    expect(ofAna).toMatchObject({ gained: 0, lost: 1, before: { wonMinor: 600 }, after: { accounts: 0, wonMinor: 0 } })
    expect(ofLuis).toMatchObject({
      gained: 1,
      lost: 0,
      before: { wonMinor: 400 },
      after: { accounts: 2, wonMinor: 1000 }
    })
  })

  it('another name over the same people is a change, but disturbs nobody', () => {
    const renamed = { ...north, territoryName: 'Great North' }
    const found = compareStates([compared(1)], state(north), state(renamed))
    expect(found.changes).toMatchObject([{ isNewSeller: false, toTerritory: 'Great North', relationshipYears: null }])
    expect(found.disruption.accounts).toBe(0)
  })

  it('case and accents make no other territory', () => {
    expect(compareStates([compared(1)], state(north), state({ ...north, territoryName: 'NÓRTH' })).changes).toEqual([])
  })

  it('placing what lay nowhere is no disruption; taking away is', () => {
    expect(compareStates([compared(1)], state(null), state(north)).disruption).toMatchObject({ accounts: 0 })
    const away = compareStates([compared(1)], state(north), state(null))
    expect(away.disruption).toMatchObject({ accounts: 1, accountsRatio: 1 })
    expect(away.changes[0]).toMatchObject({ toTerritory: null, toSellers: [] })
  })

  it('where nobody covers either, changing the territory is what disturbs', () => {
    const west = { ...nobodys, territoryName: 'West' }
    expect(compareStates([compared(1)], state(nobodys), state(west)).disruption.accounts).toBe(1)
  })

  it('amounts go by the part of a shared territory', () => {
    const shared = {
      ...north,
      sellers: [
        { ...ana, partRatio: 0.75 },
        { ...luis, partRatio: 0.25 }
      ]
    }
    const found = compareStates([compared(1, { wonMinor: 1000 })], state(shared), state(shared))
    expect(found.sellers.map((each) => [each.sellerName, each.before.accounts, each.before.wonMinor])).toEqual([
      ['Ana', 1, 750],
      ['Luis', 1, 250]
    ])
  })

  it('evenness of both states by the capacity of territories', () => {
    const leaves = [
      { ...noFigures, wonMinor: 60, capacityRatio: 2 },
      { ...noFigures, wonMinor: 40, capacityRatio: 1 }
    ]
    const even = leaves.map((leaf, at) => ({ ...leaf, wonMinor: at === 0 ? 80 : 40 }))
    const found = compareStates([], { ...state(), leaves }, { ...state(), leaves: even })
    expect(found.evenness.revenue.left.balance).toBeCloseTo(100 - 100 / 15, 9)
    expect(found.evenness.revenue.right.balance).toBeCloseTo(100, 9)
    expect(found.evenness.potential.left.balance).toBeNull()
  })
})
