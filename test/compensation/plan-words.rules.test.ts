// What is said is what is computed: every switch of a plan changes a sentence in both languages and something in the result,
// and curves and examples come from the engine.
import { describe, expect, it } from 'vitest'
import {
  describePlan,
  explainMissing,
  explainTrace,
  makePlanRules,
  nameComponent,
  type PayPlanRules,
  parsePlanRules,
  payCurve,
  planTemplates,
  workedExamples
} from '../../src/shared/compensation/index.ts'
import { currencyCode } from '../../src/shared/units/money.ts'
import { computePay, deal, inputOf, member, quota } from './company.ts'
import { bonus, byAmount, byAttainment, rulesOf, slopes } from './rules-of.ts'

const euro = currencyCode('EUR')
const said = (rules: PayPlanRules, language: 'en' | 'es') => describePlan(rules, language).map(({ text }) => text)

/** A year with a late hire, a transfer back, credit notes, and deals on the edges, so that every switch has something to do. */
function traced(rules: PayPlanRules) {
  return computePay(
    inputOf(rules, {
      members: [member(1, 40_000, '2027-02-10'), member(2, 30_000)],
      quotas: [1, 2].flatMap((seller) =>
        Array.from({ length: 12 }, (_, month) => quota(seller, `FY2027-M${String(month + 1).padStart(2, '0')}`, 5000))
      ),
      credits: [
        deal(1, '2027-03-01', 20_000, { isNewBusiness: true }),
        deal(1, '2027-05-01', 10_000),
        deal(1, '2027-08-01', -9000),
        deal(1, '2027-11-01', 25_000),
        deal(2, '2027-03-20', 15_000),
        deal(2, '2027-12-01', 40_000)
      ]
    })
  )
}

const curve = slopes({ threshold: { at: '0.4', form: 'soft' }, accelerators: [{ above: '1', factor: '1.5' }] })
const base = rulesOf(
  [
    bonus('0.75', curve),
    bonus('0.25', slopes(), { id: 'team', scope: 'team' }),
    byAmount(
      [
        [0, '0.01'],
        [10_000, '0.02']
      ],
      { input: 'deal', application: 'whole' }
    )
  ],
  { period: { grain: 'quarter', mode: 'discrete', negative: 'pay' } }
)

const [individual, team, commission] = base.components
if (individual?.kind !== 'targetBonus' || team?.kind !== 'targetBonus' || commission?.kind !== 'commission') {
  throw new Error('the plan of this test has three components')
}
const withIndividual = (more: Partial<typeof individual>): PayPlanRules => ({
  ...base,
  components: [{ ...individual, ...more }, team, commission]
})
const withCommission = (more: Partial<typeof commission>): PayPlanRules => ({
  ...base,
  components: [individual, team, { ...commission, ...more }]
})

const switches: [string, PayPlanRules][] = [
  ['period', { ...base, period: { ...base.period, grain: 'half' } }],
  ['true-up', { ...base, period: { ...base.period, mode: 'cumulative' } }],
  ['negative carried', { ...base, period: { ...base.period, negative: 'carry' } }],
  ['negative dropped', { ...base, period: { ...base.period, negative: 'floor' } }],
  ['target pay not shortened', { ...base, proration: { ...base.proration, targetPay: 'none' } }],
  ['quota shortened', { ...base, proration: { ...base.proration, quota: 'days' } }],
  ['first day', { ...base, proration: { ...base.proration, firstDay: 'notCounted' } }],
  ['shares by days', { ...base, proration: { ...base.proration, periodShare: 'days' } }],
  ['plan cap', { ...base, capTimesTarget: '1' }],
  ['weights', { ...base, components: [{ ...individual, weight: '0.5' }, { ...team, weight: '0.5' }, commission] }],
  ['team above', { ...base, components: [individual, { ...team, scope: 'parentTeam' }, commission] }],
  ['measure', withCommission({ measure: 'newBusiness' })],
  ['no threshold', withIndividual({ curve: { ...curve, threshold: null } })],
  ['threshold', withIndividual({ curve: { ...curve, threshold: { at: '0.5', form: 'soft' } } })],
  ['hard threshold', withIndividual({ curve: { ...curve, threshold: { at: '0.4', form: 'hard' } } })],
  ['accelerator', withIndividual({ curve: { ...curve, accelerators: [{ above: '1', factor: '2' }] } })],
  ['accelerator edge', withIndividual({ curve: { ...curve, accelerators: [{ above: '1.1', factor: '1.5' }] } })],
  ['retroactive accelerator', withIndividual({ curve: { ...curve, application: 'whole' } })],
  ['cap on payout', withIndividual({ curve: { ...curve, cap: { on: 'payout', at: '1.2' } } })],
  ['cap on attainment', withIndividual({ curve: { ...curve, cap: { on: 'attainment', at: '1.2' } } })],
  ['marginal', withCommission({ application: 'marginal' })],
  ['edge', withCommission({ edge: 'lower' })],
  ['input', withCommission({ input: 'period' })],
  ['running', withCommission({ input: 'running' })],
  [
    'rate',
    withCommission({
      tiers: {
        by: 'amount',
        steps: [
          { fromMinor: 0, rate: '0.01' },
          { fromMinor: 1_000_000, rate: '0.03' }
        ]
      }
    })
  ],
  ['cap of the commission', withCommission({ capMinor: 10_000 })]
]

describe('sentences', () => {
  it.each(switches)('%s changes a sentence in both languages, and the lines or their trace', (_name, rules) => {
    expect(parsePlanRules(rules)).toEqual({ ok: true, rules })
    for (const language of ['en', 'es'] as const) expect(said(rules, language)).not.toEqual(said(base, language))
    expect(JSON.stringify(traced(rules).lines)).not.toBe(JSON.stringify(traced(base).lines))
  })

  it.each(planTemplates)('$name is said in both languages, rule by rule', ({ make }) => {
    const rules = make(euro)
    const english = describePlan(rules, 'en')
    const spanish = describePlan(rules, 'es')
    expect(spanish.map(({ rule, componentId }) => [rule, componentId])).toEqual(
      english.map(({ rule, componentId }) => [rule, componentId])
    )
    for (const { text } of [...english, ...spanish]) expect(text).toMatch(/^\p{Lu}.*\.$/u)
    for (const [index, { text }] of english.entries()) expect(text).not.toBe(spanish[index]?.text)
  })

  it('says the split of 75 and 25 and its accelerator', () => {
    const rules = makePlanRules('individualTeamSplit', euro)
    expect(said(rules, 'en')).toContain('Above 100% each further point pays 1.5 points.')
    expect(said(rules, 'es')).toContain('Por encima del 100\u00a0% cada punto adicional paga 1,5 puntos.')
    expect(nameComponent(rules, 'team', 'es')).toBe('Equipo')
    expect(nameComponent(rules, 'gone', 'es')).toBe('gone')
    expect(describePlan(rules, 'en')[1]?.rule).toBe('period.mode')
  })
})

describe('traces in words', () => {
  it('put every step of every switch into words, without holes', () => {
    for (const [, rules] of switches) {
      for (const language of ['en', 'es'] as const) {
        const names = { sellers: { 1: 'Ana', 2: 'Tomás' }, teams: { 1: 'North', 9: 'All' }, deals: {} }
        for (const line of traced(rules).lines) {
          const text = JSON.stringify(explainTrace(line.trace, { language, currency: euro, rules, names }))
          expect(text).not.toMatch(/undefined|NaN|\(\)|: "| {2}/)
        }
      }
    }
  })

  it('says why a line is open', () => {
    expect(explainMissing('noTeam', 'es')).toBe('El vendedor no pertenece a ningún equipo en este periodo.')
  })
})

describe('curves and examples', () => {
  const rules = makePlanRules('individualTeamSplit', euro)

  it('pays the target at 100 % and bends there', () => {
    const points = payCurve(rules)
    expect(points[0]).toMatchObject({ attainmentRatio: 0, payRatio: 0 })
    expect(points.find((point) => point.attainmentRatio === 1)).toMatchObject({ payRatio: 1, mark: 'kink' })
    expect(points.find((point) => point.attainmentRatio === 1.2)?.payRatio).toBe(1.275)
    expect(
      points.every((point, index) => index === 0 || point.attainmentRatio >= (points[index - 1]?.attainmentRatio ?? 0))
    ).toBe(true)
  })

  it('shows a threshold and a retroactive rate as jumps', () => {
    const jumping = payCurve(rulesOf([bonus('1', slopes({ threshold: { at: '0.5', form: 'soft' } }))]))
    expect(jumping.filter((point) => point.attainmentRatio === 0.5)).toMatchObject([
      { payRatio: 0, mark: 'jump' },
      { payRatio: 0.5, mark: 'jump' }
    ])
    const cliff = payCurve(
      rulesOf([
        byAttainment(
          [
            ['0', '0.05'],
            ['1', '0.1']
          ],
          { application: 'whole' }
        )
      ])
    )
    expect(cliff.filter((point) => point.mark === 'jump').map((point) => point.attainmentRatio)).toEqual([1, 1])
  })

  it('finds the edges of tiers in amounts, period by period', () => {
    const quarterly = rulesOf(
      [
        byAmount([
          [0, '0.05'],
          [50_000, '0.1']
        ])
      ],
      {
        period: { grain: 'quarter', mode: 'discrete', negative: 'pay' }
      }
    )
    const kinks = payCurve(quarterly, { targetPayMinor: 4_000_000, quotaMinor: 40_000_000 }).filter(
      (point) => point.mark === 'kink'
    )
    expect(kinks.map((point) => point.attainmentRatio)).toEqual([0.5])
  })

  it('works out low, target and high', () => {
    const [low, target, high] = workedExamples(rules, 4_000_000, 40_000_000)
    expect([low?.totalMinor, target?.totalMinor, high?.totalMinor]).toEqual([3_200_000, 4_000_000, 5_100_000])
    expect(high?.lines.map((line) => [line.componentId, line.amountMinor])).toEqual([
      ['individual', 3_900_000],
      ['team', 1_200_000]
    ])
  })

  it('has no total where nothing can be computed', () => {
    expect(payCurve(rules, { targetPayMinor: 4_000_000, quotaMinor: 0 })).toEqual([])
    expect(workedExamples(rules, 4_000_000, 0)[1]?.totalMinor).toBeNull()
  })
})
