// Says the rules of a plan in plain sentences, one rule a sentence, in either language. The handbook prints them and the
// designer shows them beside the fields, so what is said is what is computed.
import { decimal } from '../fraction.ts'
import { planCapId } from '../plan-cap.ts'
import type {
  CommissionComponent,
  PayComponent,
  PayoutCurve,
  PayPlanRules,
  PlanSentence,
  TargetBonusComponent
} from '../types.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { type WordsFormat, type WordsLanguage, wordsFormat } from './format.ts'
import type { SentenceWords, TierWords } from './words.ts'

export const sentenceWords: Readonly<Record<WordsLanguage, SentenceWords>> = { en: english, es: spanish }

/**
 * Says all rules of a plan.
 *
 * @param rules rules as `parsePlanRules` accepts them
 * @param language en or es
 * @returns sentences in reading order: the whole plan, its components, the rules of days, crediting and rounding; every
 *   switch that changes pay changes a sentence
 * @example describePlan(rules, 'en')[1]?.rule // 'period.mode'
 */
export function describePlan(rules: PayPlanRules, language: WordsLanguage): PlanSentence[] {
  const words = sentenceWords[language]
  const format = wordsFormat(language, rules.currency)
  const { grain } = rules.period
  const plan = (rule: string, text: string): PlanSentence => ({ rule, componentId: null, text })
  const hasTeam = rules.components.some((component) => component.scope !== 'seller')
  const measures = rules.components.map((component) => component.measure)
  return [
    plan('proration.periodShare', words.targetPay(rules.proration.periodShare, grain)),
    plan('period.mode', words.mode(rules.period.mode, grain)),
    ...rules.components.flatMap((component) => describeComponent(component, rules, words, format)),
    ...(hasTeam ? [plan('team', words.teamMeaning(grain))] : []),
    plan(
      'cap',
      words.planCap(rules.capTimesTarget === null ? null : format.number(decimal(rules.capTimesTarget)), grain)
    ),
    plan('period.negative', words.negative(rules.period.negative, grain)),
    plan('proration.targetPay', words.prorateTarget(rules.proration, grain)),
    plan('proration.quota', words.prorateQuota(rules.proration.quota, grain)),
    plan('crediting', words.crediting(measures)),
    plan('missing', words.missing),
    plan('rounding', words.rounding)
  ]
}

/**
 * Names a component: as the plan names it, or by what it is.
 *
 * @param rules the plan
 * @param componentId the id of a component, or `planCap`
 * @param language en or es
 * @returns the name
 * @missing the id itself when the plan has no such component any more
 * @example nameComponent(rules, 'team', 'es') // 'Equipo'
 */
export function nameComponent(rules: PayPlanRules, componentId: string, language: WordsLanguage): string {
  if (componentId === planCapId) return sentenceWords[language].planCapName
  const component = rules.components.find((each) => each.id === componentId)
  return component === undefined ? componentId : sentenceWords[language].componentName(component)
}

function describeComponent(
  component: PayComponent,
  rules: PayPlanRules,
  words: SentenceWords,
  format: WordsFormat
): PlanSentence[] {
  const name = words.componentName(component)
  const say = (rule: string, text: string): PlanSentence => ({ rule, componentId: component.id, text })
  if (component.kind === 'targetBonus') {
    const weight = format.percent(decimal(component.weight))
    return [
      say('component.target', words.targetBonus(name, weight, component.measure, component.scope)),
      ...describeCurve(component, words, format)
    ]
  }
  if (component.kind === 'commission') return describeCommission(component, rules, words, format)
  const amount = format.money(component.amountMinor)
  const reach = format.percent(decimal(component.reach))
  const { scope, measure } = component
  return [say('component.teamBonus', words.teamBonus(name, amount, reach, scope, measure, rules.period.grain))]
}

function describeCurve({ id, curve }: TargetBonusComponent, words: SentenceWords, format: WordsFormat): PlanSentence[] {
  const say = (rule: string, text: string): PlanSentence => ({ rule, componentId: id, text })
  const shape = curve.kind === 'slopes' ? describeSlopes(curve, words, format) : describePoints(curve, words, format)
  const cap = curve.cap === null ? '' : format.percent(decimal(curve.cap.at))
  return [...shape.map(([rule, text]) => say(rule, text)), say('curve.cap', words.curveCap(curve.cap?.on ?? null, cap))]
}

type Said = readonly [rule: string, text: string]

function describeSlopes(
  curve: Extract<PayoutCurve, { kind: 'slopes' }>,
  words: SentenceWords,
  format: WordsFormat
): Said[] {
  const at = curve.threshold === null ? '' : format.percent(decimal(curve.threshold.at))
  const accelerators: Said[] = curve.accelerators.map((each) => [
    'curve.accelerator',
    words.accelerator(curve.application, format.percent(decimal(each.above)), format.number(decimal(each.factor)))
  ])
  return [
    ['curve.threshold', words.threshold(curve.threshold, at)],
    ...(accelerators.length === 0 ? [['curve.accelerator', words.noAccelerator] as const] : accelerators)
  ]
}

function describePoints(
  curve: Extract<PayoutCurve, { kind: 'points' }>,
  words: SentenceWords,
  format: WordsFormat
): Said[] {
  const pairs = curve.points.map((each) => ({
    attainment: format.percent(decimal(each.attainment)),
    payout: format.percent(decimal(each.payout))
  }))
  const last = pairs.at(-1)
  return [
    ['curve.points', words.points(pairs, format)],
    ['curve.above', words.abovePoints(curve.above, last?.attainment ?? '', last?.payout ?? '')]
  ]
}

function describeCommission(
  component: CommissionComponent,
  rules: PayPlanRules,
  words: SentenceWords,
  format: WordsFormat
): PlanSentence[] {
  const say = (rule: string, text: string): PlanSentence => ({ rule, componentId: component.id, text })
  const { grain } = rules.period
  const tiers = tierWords(component, words, format)
  const cap = component.capMinor === null ? null : format.money(component.capMinor)
  return [
    say('component.tiers', words.commission(words.componentName(component), component.measure, tiers, format)),
    ...(component.weight === null
      ? []
      : [say('component.baseRate', words.baseRate(format.percent(decimal(component.weight))))]),
    say('component.application', words.application(component)),
    say('component.input', words.input(component.input, grain)),
    say('component.cap', words.commissionCap(cap, grain))
  ]
}

function tierWords({ tiers, rateUnit }: CommissionComponent, words: SentenceWords, format: WordsFormat): TierWords[] {
  const edges =
    tiers.by === 'amount'
      ? tiers.steps.map((each) => format.money(each.fromMinor))
      : tiers.steps.map((each) => words.ofQuota(format.percent(decimal(each.from))))
  return tiers.steps.map((each, index) => ({
    from: index === 0 ? null : (edges[index] ?? null),
    to: edges[index + 1] ?? null,
    rate:
      rateUnit === 'percent' ? format.percent(decimal(each.rate)) : words.timesBase(format.number(decimal(each.rate)))
  }))
}
