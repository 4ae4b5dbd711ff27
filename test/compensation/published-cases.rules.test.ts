// Worked cases from published sources, each computed by the engine from a plan in the format that the screens write.
// The names (E5a …) are those of the collection of cases; the addresses of the sources stand with the methods.
import { describe, expect, it } from 'vitest'
import type { PayComponent, PayPlanRules } from '../../src/shared/compensation/types.ts'
import { amountsOf, cents, computePay, deal, inputOf, member, quota, teamId, totalOf } from './company.ts'
import { bonus, byAmount, byAttainment, rulesOf, slopes } from './rules-of.ts'

/** Pay of one seller without target pay for deals of one year. */
function commissionOn(
  component: PayComponent,
  deals: [string, number][],
  more: Partial<PayPlanRules> = {},
  quotaUnits?: number
) {
  return computePay(
    inputOf(rulesOf([component], more), {
      members: [member(1, null)],
      credits: deals.map(([on, units]) => deal(1, on, units)),
      quotas: quotaUnits === undefined ? [] : [quota(1, 'FY2027', quotaUnits)]
    })
  )
}

describe('rates in tiers', () => {
  const steps: [number, string][] = [
    [0, '0.01'],
    [1000, '0.02'],
    [3000, '0.03'],
    [8000, '0.05']
  ]
  const deals: [string, number][] = [
    ['2027-01-05', 200],
    ['2027-01-10', 300],
    ['2027-01-20', 1500],
    ['2027-02-03', 1200],
    ['2027-02-14', 2000],
    ['2027-03-01', 4500]
  ]
  const quarter = { period: { grain: 'quarter', mode: 'discrete', negative: 'pay' } } as const
  const firstQuarter = (component: PayComponent) =>
    amountsOf(commissionOn(component, deals, quarter), 1)['commission FY2027-Q1']

  it('E1a reads the tiers for each deal alone', () => {
    expect(firstQuarter(byAmount(steps, { input: 'deal' }))).toBe(164)
  })

  it('E1b reads them for each month', () => {
    const monthly = { period: { grain: 'month', mode: 'discrete', negative: 'pay' } } as const
    const amounts = amountsOf(commissionOn(byAmount(steps), deals, monthly), 1)
    expect(['M01', 'M02', 'M03'].map((key) => amounts[`commission FY2027-${key}`])).toEqual([30, 56, 95])
  })

  it('E1c reads them on the running total, deal by deal', () => {
    const result = commissionOn(byAmount(steps, { input: 'running' }), deals, quarter)
    expect(amountsOf(result, 1)['commission FY2027-Q1']).toBe(285)
    const total = result.lines[0]?.trace.steps[0]?.steps.find((each) => each.what === 'totalPay')
    const perDeal = total?.steps.map((each) =>
      each.values.pay?.unit === 'exactMoney' ? Number(each.values.pay.minor) / 100 : null
    )
    expect(perDeal).toEqual([2, 3, 25, 26, 60, 169])
  })

  it('E1d pays the whole quarter at the highest rate reached', () => {
    expect(firstQuarter(byAmount(steps, { application: 'whole' }))).toBe(485)
  })

  it('E3a and E3b split a deal over an edge and unwind its credit note', () => {
    const component = byAmount(
      [
        [0, '0.04'],
        [150_000, '0.06'],
        [250_000, '0.08']
      ],
      { input: 'running' }
    )
    const monthly = { period: { grain: 'month', mode: 'cumulative', negative: 'pay' } } as const
    const result = commissionOn(
      component,
      [
        ['2027-01-05', 145_000],
        ['2027-02-05', 20_000],
        ['2027-03-05', -20_000]
      ],
      monthly
    )
    const amounts = amountsOf(result, 1)
    expect(amounts['commission FY2027-M02']).toBe(1100)
    expect(amounts['commission FY2027-M03']).toBe(-1100)
  })

  it('E4 shows the blended rate', () => {
    const result = commissionOn(
      byAmount([
        [0, '0.01'],
        [1000, '0.02'],
        [5000, '0.03']
      ]),
      [['2027-03-01', 2500]]
    )
    expect(totalOf(result, 1)).toBe(40)
    const total = result.lines[0]?.trace.steps[0]?.steps.find((each) => each.what === 'totalPay')
    expect(total?.values.blended).toEqual({ unit: 'ratio', value: '2/125' })
  })

  it.each([
    [
      'E5a',
      byAmount([
        [0, '0.1'],
        [10_000, '0.2']
      ]),
      15_000,
      2000
    ],
    [
      'E5b marginal below the edge',
      byAmount([
        [0, '0.05'],
        [10_000, '0.07'],
        [25_000, '0.1']
      ]),
      24_999,
      1549.93
    ],
    [
      'E5b marginal on the edge',
      byAmount([
        [0, '0.05'],
        [10_000, '0.07'],
        [25_000, '0.1']
      ]),
      25_000,
      1550
    ],
    [
      'E5b marginal above',
      byAmount([
        [0, '0.05'],
        [10_000, '0.07'],
        [25_000, '0.1']
      ]),
      30_000,
      2050
    ],
    [
      'E5b whole below the edge',
      byAmount(
        [
          [0, '0.05'],
          [10_000, '0.07'],
          [25_000, '0.1']
        ],
        { application: 'whole' }
      ),
      24_999,
      1749.93
    ],
    [
      'E5b whole on the edge',
      byAmount(
        [
          [0, '0.05'],
          [10_000, '0.07'],
          [25_000, '0.1']
        ],
        { application: 'whole' }
      ),
      25_000,
      2500
    ],
    [
      'whole on the edge, lower tier',
      byAmount(
        [
          [0, '0.05'],
          [10_000, '0.07'],
          [25_000, '0.1']
        ],
        { application: 'whole', edge: 'lower' }
      ),
      25_000,
      1750
    ],
    [
      'E5b whole above',
      byAmount(
        [
          [0, '0.05'],
          [10_000, '0.07'],
          [25_000, '0.1']
        ],
        { application: 'whole' }
      ),
      30_000,
      3000
    ],
    [
      'E5d',
      byAmount([
        [0, '0.05'],
        [2000, '0.1'],
        [5000, '0.15']
      ]),
      7000,
      700
    ],
    [
      'E8',
      byAmount([
        [0, '0.05'],
        [100_000, '0.06'],
        [125_000, '0.07']
      ]),
      150_000,
      8250
    ],
    ['a capped commission', byAmount([[0, '0.1']], { capMinor: cents(900) }), 10_000, 900]
  ])('%s', (_name, component, sold, expected) => {
    expect(totalOf(commissionOn(component, [['2027-05-05', sold]]), 1)).toBe(expected)
  })

  it.each([
    ['marginal', 110_000, 6800],
    ['whole', 110_000, 8800],
    ['marginal', 99_999, 5999.94],
    ['whole', 99_999, 5999.94]
  ] as const)('E6 tiers by attainment, %s at %d', (application, sold, expected) => {
    const component = byAttainment(
      [
        ['0', '0.06'],
        ['1', '0.08'],
        ['1.5', '0.1']
      ],
      { application }
    )
    expect(totalOf(commissionOn(component, [['2027-05-05', sold]], {}, 100_000), 1)).toBe(expected)
  })

  it('E30 takes the base rate from target pay and accelerates it', () => {
    const component = byAttainment(
      [
        ['0', '1'],
        ['1', '1.5']
      ],
      { rateUnit: 'baseRate', weight: '1' }
    )
    const result = computePay(
      inputOf(rulesOf([component]), {
        members: [member(1, 60_000)],
        credits: [deal(1, '2027-06-30', 720_000)],
        quotas: [quota(1, 'FY2027', 600_000)]
      })
    )
    expect(totalOf(result, 1)).toBe(78_000)
  })
})

describe('payout curves', () => {
  function payAt(
    attainedUnits: number,
    component: PayComponent,
    targetUnits: number,
    more: Partial<PayPlanRules> = {}
  ) {
    return totalOf(
      computePay(
        inputOf(rulesOf([component], more), {
          members: [member(1, targetUnits)],
          credits: [deal(1, '2027-06-30', attainedUnits)],
          quotas: [quota(1, 'FY2027', 100_000)]
        })
      ),
      1
    )
  }
  const excellence = bonus('1', {
    kind: 'points',
    points: [
      { attainment: '0.75', payout: '0.5' },
      { attainment: '1', payout: '1' },
      { attainment: '1.5', payout: '3' }
    ],
    above: 'continue',
    cap: null
  })

  it.each([
    [74_990, 0],
    [75_000, 25_000],
    [87_500, 37_500],
    [100_000, 50_000],
    [120_000, 90_000],
    [150_000, 150_000],
    [160_000, 170_000]
  ])('E9 sold %d pays %d', (sold, expected) => {
    expect(payAt(sold, excellence, 50_000)).toBe(expected)
  })

  it('a flat end pays no more above the last point', () => {
    const flat = bonus('1', { ...excellence.curve, above: 'flat' } as typeof excellence.curve)
    expect(payAt(160_000, flat, 50_000)).toBe(150_000)
  })

  it.each([
    ['soft', 49_990, 0],
    ['soft', 50_000, 20_000],
    ['hard', 50_000, 0],
    ['hard', 60_000, 4000]
  ] as const)('a %s threshold at 50 %% pays for %d sold: %d', (form, sold, expected) => {
    expect(payAt(sold, bonus('1', slopes({ threshold: { at: '0.5', form } })), 40_000)).toBe(expected)
  })

  it('a retroactive accelerator counts for all points', () => {
    const curve = slopes({ accelerators: [{ above: '1', factor: '1.5' }], application: 'whole' })
    expect(payAt(110_000, bonus('1', curve), 40_000)).toBe(66_000)
    expect(payAt(99_000, bonus('1', curve), 40_000)).toBe(39_600)
  })

  it('E32 caps pay at twice the target, by component and by plan', () => {
    expect(payAt(230_000, bonus('1', slopes({ cap: { on: 'payout', at: '2' } })), 10_000)).toBe(20_000)
    expect(payAt(230_000, bonus('1', slopes({ cap: { on: 'attainment', at: '1.5' } })), 10_000)).toBe(15_000)
    expect(payAt(230_000, bonus('1', slopes()), 10_000, { capTimesTarget: '2' })).toBe(20_000)
  })
})

describe('individual and team', () => {
  // Seller 1 reaches 110 %; with seller 2 the team reaches 90 %.
  function pair(components: PayComponent[], secondSells: number) {
    return computePay(
      inputOf(rulesOf(components), {
        members: [member(1, 40_000), member(2, 40_000)],
        quotas: [quota(1, 'FY2027', 100_000), quota(2, 'FY2027', 100_000)],
        credits: [deal(1, '2027-03-01', 110_000), deal(2, '2027-04-01', secondSells)]
      })
    )
  }
  const team = bonus('0.25', slopes(), { id: 'team', scope: 'team' })

  it('E10a is linear: 33,000 and 9,000', () => {
    const amounts = amountsOf(pair([bonus('0.75', slopes()), team], 70_000), 1)
    expect(amounts).toEqual({ 'individual FY2027': 33_000, 'team FY2027': 9000 })
  })

  it('E10b weighs payouts, not attainments: 34,500 and 9,000', () => {
    const accelerated = bonus('0.75', slopes({ accelerators: [{ above: '1', factor: '1.5' }] }))
    const amounts = amountsOf(pair([accelerated, team], 70_000), 1)
    expect(amounts).toEqual({ 'individual FY2027': 34_500, 'team FY2027': 9000 })
    expect(totalOf(pair([accelerated, team], 70_000), 1)).toBe(43_500)
  })

  it.each([
    [70_000, 44_000],
    [90_000, 46_500]
  ])('E10c adds a bonus when the team reaches 100 %% (second sells %d)', (sold, expected) => {
    const teamBonus: PayComponent = {
      kind: 'teamBonus',
      id: 'teamBonus',
      name: null,
      measure: 'bookings',
      scope: 'team',
      amountMinor: cents(2500),
      reach: '1'
    }
    expect(totalOf(pair([bonus('1', slopes()), teamBonus], sold), 1)).toBe(expected)
  })

  it('the parent team sums the teams below it', () => {
    const result = computePay(
      inputOf(rulesOf([bonus('1', slopes(), { id: 'region', scope: 'parentTeam' })]), {
        members: [member(1, 40_000)],
        teams: [
          { teamId: teamId(1), parentId: teamId(9) },
          { teamId: teamId(2), parentId: teamId(9) },
          { teamId: teamId(9), parentId: null }
        ],
        memberships: [1, 2].map((id) => ({
          sellerId: member(id, 0).sellerId,
          teamId: teamId(id),
          fromOn: null,
          toOn: null
        })),
        quotas: [quota(1, 'FY2027', 100_000), quota(2, 'FY2027', 300_000)],
        credits: [deal(1, '2027-03-01', 100_000), deal(2, '2027-04-01', 100_000)]
      })
    )
    expect(totalOf(result, 1)).toBe(20_000)
  })
})

describe('periods and days', () => {
  const monthly = (mode: 'discrete' | 'cumulative', negative: 'pay' | 'carry' | 'floor' = 'pay') => ({
    period: { grain: 'month', mode, negative } as const
  })
  function threeMonths(sales: [number, number, number], more: Partial<PayPlanRules>) {
    const component = byAttainment([
      ['0', '0.05'],
      ['1', '0.1']
    ])
    const result = computePay(
      inputOf(rulesOf([component], more), {
        throughPeriodKey: 'FY2027-M03',
        members: [member(1, null)],
        credits: sales.map((units, index) => deal(1, `2027-0${index + 1}-15`, units)),
        quotas: [1, 2, 3].map((month) => quota(1, `FY2027-M0${month}`, 100_000))
      })
    )
    return Object.values(amountsOf(result, 1))
  }

  it('E11 discrete and year to date', () => {
    expect(threeMonths([150_000, 50_000, 100_000], monthly('discrete'))).toEqual([10_000, 2500, 5000])
    expect(threeMonths([150_000, 50_000, 100_000], monthly('cumulative'))).toEqual([10_000, 0, 5000])
  })

  it('E12 pays, carries or drops a negative true-up', () => {
    const sales: [number, number, number] = [150_000, 40_000, 110_000]
    expect(threeMonths(sales, monthly('cumulative'))).toEqual([10_000, -500, 5500])
    expect(threeMonths(sales, monthly('cumulative', 'carry'))).toEqual([10_000, 0, 5000])
    expect(threeMonths(sales, monthly('cumulative', 'floor'))).toEqual([10_000, 0, 5500])
  })

  it('E20 shortens quota and target for a hire on 1 June, first day counted', () => {
    const rules = rulesOf([bonus('1', slopes())], {
      proration: { targetPay: 'days', quota: 'days', firstDay: 'counted', periodShare: 'equal' }
    })
    const result = computePay(
      inputOf(rules, {
        members: [member(1, 75_000, '2027-06-01')],
        quotas: [quota(1, 'FY2027', 800_000)],
        credits: [deal(1, '2027-09-01', 469_041.1)]
      })
    )
    expect(result.summaries[0]).toMatchObject({ targetPayMinor: cents(43_972.6), quotaMinor: cents(469_041.1) })
    expect(totalOf(result, 1)).toBe(43_972.6)
  })

  it('E20 on quarters with shares by days adds up to the same target', () => {
    const rules = rulesOf([bonus('1', slopes())], {
      period: { grain: 'quarter', mode: 'discrete', negative: 'pay' },
      proration: { targetPay: 'days', quota: 'none', firstDay: 'counted', periodShare: 'days' }
    })
    const result = computePay(inputOf(rules, { members: [member(1, 75_000, '2027-06-01')] }))
    const sum = result.summaries.reduce((total, each) => total + (each.targetPayMinor ?? 0), 0)
    expect(Math.abs(sum - cents(43_972.6))).toBeLessThanOrEqual(1)
  })

  it('E20 without the first day', () => {
    const rules = rulesOf([bonus('1', slopes())], {
      proration: { targetPay: 'days', quota: 'none', firstDay: 'notCounted', periodShare: 'equal' }
    })
    const result = computePay(inputOf(rules, { members: [member(1, 365, '2027-06-01')] }))
    expect(result.summaries[0]?.targetPayMinor).toBe(cents(213))
  })

  it('E21 leaves out 46 days between two stretches', () => {
    const rules = rulesOf([bonus('1', slopes())], {
      proration: { targetPay: 'days', quota: 'days', firstDay: 'counted', periodShare: 'equal' }
    })
    const result = computePay(
      inputOf(rules, {
        members: [member(1, 75_000, undefined, '2027-03-31'), member(1, 75_000, '2027-05-17')],
        quotas: [quota(1, 'FY2027', 800_000)]
      })
    )
    expect(result.summaries[0]).toMatchObject({ targetPayMinor: cents(65_547.95), quotaMinor: cents(699_178.08) })
  })
})
