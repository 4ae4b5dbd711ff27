// Work, travel, and how many sellers they need: the worked cases T1, T2, T11, T12 and cases by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureAccounts } from '#shared/territories/measures/measure-accounts.ts'
import { meanNearestKm } from '#shared/territories/measures/nearest.ts'
import { estimateTravel, hoursPerKm } from '#shared/territories/measures/travel.ts'
import { readWork } from '#shared/territories/measures/work.ts'
import { findEffectiveSellers, findRequiredSellers } from '#shared/territories/sizing/required-capacity.ts'
import { type SizedAccount, sizeAccounts } from '#shared/territories/sizing/size-accounts.ts'
import { ruleAccount, settings, territoryId } from './facts.ts'

/** Accounts of a class with calls a year and hours a call, all in one place. */
const ofClass = (count: number, accountClass: string, calls: number, hours: number): SizedAccount[] =>
  Array.from({ length: count }, () => ({
    accountClass,
    territoryId: null,
    visits: calls,
    callHours: calls * hours,
    isUnclassed: false,
    hopKm: null,
    baseKm: null
  }))

describe('sizing by build-up', () => {
  it('T1: 60,000 calls at 1,000 a seller are 60 sellers', () => {
    const accounts = [...ofClass(1000, 'A', 36, 1), ...ofClass(2000, 'B', 12, 1)]
    const sized = sizeAccounts({
      accounts,
      territories: [],
      settings: { ...settings, hoursPerDay: 5, daysPerYear: 200 }
    })
    expect(sized.callHours).toBe(60_000)
    expect(sized.sellersWithoutTravel).toBe(60)
    expect(sized.sellersWithTravel).toBeNull()
  })

  it('T2: 32,400 hours at 1,200 are 27 sellers', () => {
    const accounts = [...ofClass(200, 'A', 12, 4), ...ofClass(450, 'B', 12, 2), ...ofClass(1000, 'C', 12, 1)]
    const norms = { A: 240, B: 120, C: 60 }
    const sized = sizeAccounts({
      accounts,
      territories: [],
      settings: {
        ...settings,
        hoursPerDay: 6,
        daysPerYear: 200,
        callNorms: Object.entries(norms).map(([value, minutesPerCall]) => ({ value, callsPerYear: 12, minutesPerCall }))
      }
    })
    expect(sized.sellingHoursPerYear).toBe(1200)
    expect(sized.sellersWithoutTravel).toBe(27)
    expect(sized.classes.map((each) => [each.value, each.accounts, each.hours])).toEqual([
      ['A', 200, 9600],
      ['B', 450, 10_800],
      ['C', 1000, 12_000]
    ])
  })

  it('T12: 50 M over 1 M at 85 % are 58.8 sellers; no quota or no attainment is no number', () => {
    const needed = findRequiredSellers({ targetMinor: 50_000_000, quotaMinor: 1_000_000, attainmentRatio: 0.85 })
    expect(needed).toBeCloseTo(58.8, 1)
    expect(findRequiredSellers({ targetMinor: 50, quotaMinor: 0, attainmentRatio: 0.85 })).toBeNull()
    expect(findRequiredSellers({ targetMinor: 50, quotaMinor: 10, attainmentRatio: 0 })).toBeNull()
  })

  it('T11: 20 at 85 % and 5 half ramped at 70 % are 18.75 effective sellers', () => {
    expect(
      findEffectiveSellers([
        { heads: 20, rampRatio: 1, attainmentRatio: 0.85 },
        { heads: 5, rampRatio: 0.5, attainmentRatio: 0.7 }
      ])
    ).toBeCloseTo(18.75, 12)
  })
})

describe('travel', () => {
  it('by hand: 10 visits of an hour, hops of 5 km, 40 km out', () => {
    // τ = 1.2 / 60 = 0.02 h a km. Hop 0.1 h x 10 = 1 h. A day of 8 h holds 8 visits. Out and back 40 x 2 x 0.02 = 1.6 h, an eighth of it a visit: 2 h.
    const travel = estimateTravel({
      accounts: [{ visits: 10, callHours: 10, hopKm: 5, baseKm: 40 }],
      assumptions: { ...settings, hoursPerDay: 8 }
    })
    expect(hoursPerKm({ circuity: 1.2, speedKmh: 60 })).toBe(0.02)
    expect(travel.hopHours).toBeCloseTo(1, 12)
    expect(travel.visitsPerDay).toBe(8)
    expect(travel.baseHours).toBeCloseTo(2, 12)
  })

  it('a visit longer than a day is one a day', () => {
    const travel = estimateTravel({
      accounts: [{ visits: 2, callHours: 24, hopKm: 0, baseKm: 50 }],
      assumptions: { ...settings, hoursPerDay: 8 }
    })
    expect(travel.visitsPerDay).toBe(1)
    expect(travel.baseHours).toBeCloseTo(2 * 50 * 2 * 0.02, 12)
  })

  it('an account without a place gets the mean of the others, weighted by visits', () => {
    const known = { visits: 3, callHours: 3, hopKm: 10, baseKm: 20 }
    const unknown = { visits: 1, callHours: 1, hopKm: null, baseKm: null }
    const alone = estimateTravel({ accounts: [known], assumptions: settings })
    const both = estimateTravel({ accounts: [known, unknown], assumptions: settings })
    expect(both.hopHours).toBeCloseTo((alone.hopHours * 4) / 3, 12)
    expect(both.baseHours ?? 0).toBeCloseTo(((alone.baseHours ?? 0) * 4) / 3, 12)
  })

  it('without visits or places nothing is made up', () => {
    expect(estimateTravel({ accounts: [], assumptions: settings })).toEqual({
      hopHours: 0,
      baseHours: null,
      visitsPerDay: null
    })
    const nowhere = estimateTravel({
      accounts: [{ visits: 4, callHours: 4, hopKm: null, baseKm: null }],
      assumptions: settings
    })
    expect(nowhere).toMatchObject({ hopHours: 0, baseHours: null })
    const noTime = estimateTravel({
      accounts: [{ visits: 4, callHours: 0, hopKm: 1, baseKm: 1 }],
      assumptions: settings
    })
    expect(noTime).toMatchObject({ visitsPerDay: null, baseHours: 0 })
  })

  it('a territory adds its calls, hops and days out', () => {
    const one: SizedAccount = {
      accountClass: null,
      territoryId: territoryId(1),
      visits: 10,
      callHours: 10,
      isUnclassed: false,
      hopKm: 5,
      baseKm: 40
    }
    const sized = sizeAccounts({
      accounts: [one, { ...one, territoryId: null }],
      territories: [{ id: territoryId(1), name: 'North', sellers: 1 }],
      settings: { ...settings, hoursPerDay: 8, daysPerYear: 200 }
    })
    expect(sized.territories[0]).toMatchObject({ callHours: 10, sellersNow: 1, visitsPerDay: 8, baseKm: 40, hopKm: 5 })
    expect(sized.territories[0]?.totalHours).toBeCloseTo(13, 12)
    expect(sized.territories[0]?.sellersNeeded).toBeCloseTo(13 / 1600, 12)
    // The one in no territory: its hop alone.
    expect(sized.travelHours).toBeCloseTo(4, 12)
    expect(sized.sellersWithTravel).toBeCloseTo(24 / 1600, 12)
  })
})

describe('nearest neighbours', () => {
  it('a degree of the equator is 111.195 km', () => {
    const points = [
      { lon: 0, lat: 0 },
      { lon: 1, lat: 0 },
      { lon: 3, lat: 0 }
    ]
    const degree = (6371.0088 * Math.PI) / 180
    const found = meanNearestKm(points, 2)
    ;[(1 + 3) / 2, (1 + 2) / 2, (2 + 3) / 2].forEach((degrees, at) => {
      expect(found[at] ?? 0).toBeCloseTo(degrees * degree, 6)
    })
  })

  it('fewer points than neighbours, unknown places, one place alone', () => {
    expect(meanNearestKm([null, { lon: 1, lat: 1 }])).toEqual([null, null])
    const [first, unknown] = meanNearestKm([{ lon: 1, lat: 1 }, null, { lon: 1, lat: 1 }])
    expect([first, unknown]).toEqual([0, null])
  })

  it('law: the same as looking at all pairs', () => {
    const point = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -90, max: 90, noNaN: true })
    })
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), (points) => {
        const radians = Math.PI / 180
        const haversine = (a: (typeof points)[number], b: (typeof points)[number]) => {
          const h =
            Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
            Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2
          return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
        }
        const found = meanNearestKm(points)
        points.forEach((from, at) => {
          const all = points.flatMap((to, other) => (other === at ? [] : haversine(from, to))).sort((a, b) => a - b)
          const nearest = all.slice(0, 3)
          const expected = nearest.reduce((sum, km) => sum + km, 0) / nearest.length
          // Near the antipode both ways of computing lose digits.
          expect(Math.abs((found[at] ?? 0) - expected)).toBeLessThan(0.01)
        })
      }),
      { numRuns: 200 }
    )
  })
})

describe('measures of accounts', () => {
  const figures = { wonMinor: 0, wonDeals: 0, openMinor: 0, openDeals: 0, place: null }
  const norms = { ...settings, callNorms: [{ value: 'Key', callsPerYear: 24, minutesPerCall: 90 }] }

  it('calls and hours by the norm of the class, whatever its spelling', () => {
    const workOf = readWork(norms)
    expect(workOf('KEY')).toEqual({ visits: 24, callHours: 36 })
    expect(workOf('Other')).toBeNull()
    expect(workOf(null)).toBeNull()
    expect(readWork({ ...norms, otherCalls: { callsPerYear: 4, minutesPerCall: 30 } })(null)).toEqual({
      visits: 4,
      callHours: 2
    })
  })

  it('what is not known is counted as such', () => {
    const [one] = measureAccounts([{ ...figures, fields: ruleAccount(1) }], norms)
    expect(one).toMatchObject({ workloadHours: 0, withoutWorkload: 1, potential: 0, withoutPotential: 1 })
  })

  it('the custom index is the weighted sum of shares, which add up to 1', () => {
    // Work 36 of 48, potential 100 of 400, sales 30 of 40 for the first.
    const accounts = [
      { ...figures, wonMinor: 30, fields: ruleAccount(1, { segment: 'Key', employees: 100 }) },
      { ...figures, wonMinor: 10, fields: ruleAccount(2, { segment: 'Small', employees: 300 }) }
    ]
    const rows = measureAccounts(accounts, {
      ...norms,
      callNorms: [...norms.callNorms, { value: 'Small', callsPerYear: 12, minutesPerCall: 60 }],
      potentialField: 'employees'
    })
    expect(rows[0]?.customShare).toBeCloseTo(0.5 * 0.75 + 0.3 * 0.25 + 0.2 * 0.75, 12)
    expect(rows.reduce((sum, row) => sum + row.customShare, 0)).toBeCloseTo(1, 12)
  })

  it('a hop is part of the workload; an unknown place has the mean hop', () => {
    const key = (id: number, place: { lon: number; lat: number } | null) => ({
      ...figures,
      place,
      fields: ruleAccount(id, { segment: 'Key' })
    })
    const rows = measureAccounts([key(1, { lon: 0, lat: 0 }), key(2, { lon: 0, lat: 1 }), key(3, null)], norms)
    const hop = 111.195 * 0.02
    for (const row of rows) expect(row.workloadHours).toBeCloseTo(36 + 24 * hop, 1)
  })
})
