// What can't be computed stays open and says why; who counts for which team; what is left out is listed.
import { describe, expect, it } from 'vitest'
import { findMissingReason, type TraceStep } from '../../src/shared/compensation/index.ts'
import {
  amountsOf,
  cents,
  computePay,
  day,
  deal,
  inputOf,
  member,
  quota,
  sellerId,
  teamId,
  totalOf
} from './company.ts'
import { bonus, byAmount, byAttainment, rulesOf, slopes } from './rules-of.ts'

const own = rulesOf([bonus('1', slopes())])
const ofTeam = rulesOf([bonus('1', slopes(), { id: 'team', scope: 'team' })])

function find(step: TraceStep, what: TraceStep['what']): TraceStep | undefined {
  if (step.what === what) return step
  for (const child of step.steps) {
    const found = find(child, what)
    if (found !== undefined) return found
  }
  return undefined
}

describe('a line stays open', () => {
  const one = { members: [member(1, 40_000)], credits: [deal(1, '2027-03-01', 100)] }
  it.each([
    ['noQuota', own, one],
    ['quotaNotPositive', own, { ...one, quotas: [quota(1, 'FY2027', 0)] }],
    ['noQuota', rulesOf([byAttainment([['0', '0.05']])]), one],
    ['noTargetPay', own, { ...one, members: [member(1, null)], quotas: [quota(1, 'FY2027', 100)] }],
    ['noTeam', ofTeam, { ...one, memberships: [] }],
    ['noTeamQuota', ofTeam, one],
    [
      'noParentTeam',
      rulesOf([bonus('1', slopes(), { scope: 'parentTeam' })]),
      { ...one, teams: [{ teamId: teamId(1), parentId: null }] }
    ]
  ] as const)('%s', (reason, rules, rows) => {
    const { lines } = computePay(inputOf(rules, rows))
    expect(lines.map((line) => [line.amountMinor, findMissingReason(line.trace)])).toEqual([[null, reason]])
  })

  it('earlierPeriod: a true-up against a period that is open', () => {
    const rules = rulesOf([bonus('1', slopes())], { period: { grain: 'half', mode: 'cumulative', negative: 'pay' } })
    const { lines } = computePay(
      inputOf(rules, {
        members: [member(1, 40_000)],
        quotas: [quota(1, 'FY2027-H2', 100)],
        credits: [deal(1, '2027-09-01', 100)]
      })
    )
    expect(lines.map((line) => findMissingReason(line.trace))).toEqual(['noQuota', 'earlierPeriod'])
  })

  it('not for a commission on amounts, which needs neither quota nor target', () => {
    const { lines } = computePay(
      inputOf(rulesOf([byAmount([[0, '0.1']])]), { members: [member(1, null)], credits: one.credits })
    )
    expect(lines.map((line) => line.amountMinor)).toEqual([cents(10)])
  })

  it('and there is no line for a period in which nobody takes part', () => {
    const rules = rulesOf([bonus('1', slopes())], { period: { grain: 'quarter', mode: 'discrete', negative: 'pay' } })
    const { lines } = computePay(
      inputOf(rules, {
        members: [member(1, 40_000)],
        people: [{ sellerId: sellerId(1), hiredOn: day('2027-07-01'), leftOn: day('2027-09-30') }],
        quotas: [quota(1, 'FY2027-Q3', 100)]
      })
    )
    expect(lines.map((line) => line.periodKey)).toEqual(['FY2027-Q3'])
  })
})

describe('what counts', () => {
  it('a deal on a day outside the plan does not count, and is listed', () => {
    const result = computePay(
      inputOf(own, {
        members: [member(1, 40_000, '2027-02-01')],
        quotas: [quota(1, 'FY2027', 100)],
        credits: [deal(1, '2027-01-31', 50), deal(1, '2027-02-01', 100)]
      })
    )
    const [line] = result.lines
    if (line === undefined) throw new Error('there is a line')
    expect(find(line.trace, 'measured')?.values.booked).toEqual({ unit: 'money', minor: cents(100) })
    expect(find(line.trace, 'notCounted')?.deals).toHaveLength(1)
  })

  it('a quarter counts the quotas of its months; a missing month is not made up', () => {
    const rules = rulesOf([bonus('1', slopes())], { period: { grain: 'quarter', mode: 'discrete', negative: 'pay' } })
    const result = computePay(
      inputOf(rules, {
        members: [member(1, 40_000)],
        quotas: [quota(1, 'FY2027-M02', 100), quota(1, 'FY2027-M03', 100)],
        throughPeriodKey: 'FY2027-Q1'
      })
    )
    expect(result.summaries[0]?.quotaMinor).toBe(cents(200))
  })

  it('a person without quota raises no team; who changes team counts for the last one with the whole period', () => {
    const rows = {
      members: [member(1, 40_000), member(2, 40_000)],
      teams: [
        { teamId: teamId(1), parentId: null },
        { teamId: teamId(2), parentId: null }
      ],
      memberships: [
        { sellerId: sellerId(1), teamId: teamId(1), fromOn: null, toOn: null },
        { sellerId: sellerId(2), teamId: teamId(2), fromOn: null, toOn: null },
        { sellerId: sellerId(3), teamId: teamId(1), fromOn: null, toOn: null },
        { sellerId: sellerId(4), teamId: teamId(1), fromOn: null, toOn: day('2027-06-30') },
        { sellerId: sellerId(4), teamId: teamId(2), fromOn: day('2027-07-01'), toOn: null }
      ],
      quotas: [quota(1, 'FY2027', 100), quota(2, 'FY2027', 100), quota(4, 'FY2027', 100)],
      credits: [
        deal(1, '2027-03-01', 100),
        deal(2, '2027-03-01', 100),
        deal(3, '2027-03-01', 900),
        deal(4, '2027-03-01', 50)
      ]
    }
    const result = computePay(inputOf(ofTeam, rows))
    expect(totalOf(result, 1)).toBe(40_000)
    expect(totalOf(result, 2)).toBe(30_000)
    const [line] = result.lines
    if (line === undefined) throw new Error('there is a line')
    expect(find(line.trace, 'teamMemberWithoutQuota')?.values.seller).toEqual({ unit: 'seller', sellerId: 3 })
  })

  it('two targets in one year count each for its days', () => {
    const result = computePay(
      inputOf(own, {
        members: [member(1, 36_500, undefined, '2027-06-30'), member(1, 73_000, '2027-07-01')],
        quotas: [quota(1, 'FY2027', 100)],
        credits: [deal(1, '2027-08-01', 100)]
      })
    )
    expect(totalOf(result, 1)).toBe(181 * 100 + 184 * 200)
  })

  it('lines add up to the total when the plan caps it, period by period or for the year to date', () => {
    for (const mode of ['discrete', 'cumulative'] as const) {
      const rules = rulesOf([bonus('1', slopes())], {
        period: { grain: 'half', mode, negative: 'pay' },
        capTimesTarget: '1.5'
      })
      const result = computePay(
        inputOf(rules, {
          members: [member(1, 40_000)],
          quotas: [quota(1, 'FY2027-H1', 100), quota(1, 'FY2027-H2', 100)],
          credits: [deal(1, '2027-03-01', 200), deal(1, '2027-09-01', 50)]
        })
      )
      const amounts = amountsOf(result, 1)
      expect(Object.keys(amounts)).toEqual([
        'individual FY2027-H1',
        'planCap FY2027-H1',
        'individual FY2027-H2',
        'planCap FY2027-H2'
      ])
      expect(totalOf(result, 1)).toBe(mode === 'discrete' ? 40_000 : 50_000)
    }
  })
})
