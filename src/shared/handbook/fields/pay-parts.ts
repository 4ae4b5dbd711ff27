// The parts of a pay plan as the handbook prints them: its sentences, what each attainment pays, the curve, worked examples.
// What is said and computed comes from compensation; here it is only laid out. The fields themselves are in pay.ts and pay-plans.ts.
import {
  describePlan,
  type ExamplePerson,
  nameComponent,
  type PayCurvePoint,
  type PayPlanRules,
  type PlanSentence,
  payCurve,
  type WorkedExample,
  workedExamples
} from '#shared/compensation/index.ts'
import type { Language } from '#shared/workspace/types.ts'
import { drawPayCurve } from '../draw-pay-curve.ts'
import { type Html, html, nothing } from '../html.ts'
import type { HandbookPayPlan } from '../values.ts'
import type { FieldContext, Gap } from './field.ts'
import { dash, type PrintRow, printTable } from './table.ts'

const say = {
  en: {
    attainment: 'Attainment',
    total: 'Total',
    payout: 'What each attainment pays',
    ofTarget: '% of target pay',
    never: 'nothing',
    curve: 'Pay against attainment',
    curveNote: 'Share of target pay for the same attainment in every component, full year',
    examples: 'Worked examples',
    booked: 'Booked',
    quota: 'Quota',
    pay: 'Pay for the year',
    share: 'Of target pay',
    unknown: 'can’t be computed',
    levels: { low: 'Below target', target: 'On target', high: 'Above target' },
    amounts: 'amounts in',
    noPay: (n: string, names: string) => `no target pay for ${n}: ${names}`,
    more: (n: string) => `${n} more`,
    whole: 'The whole plan'
  },
  es: {
    attainment: 'Consecución',
    total: 'Total',
    payout: 'Lo que paga cada consecución',
    ofTarget: '% del variable a objetivo',
    never: 'nada',
    curve: 'Variable según la consecución',
    curveNote: 'Parte del variable a objetivo con la misma consecución en cada componente, año completo',
    examples: 'Ejemplos',
    booked: 'Ventas',
    quota: 'Cuota',
    pay: 'Variable del año',
    share: 'Del variable a objetivo',
    unknown: 'no se puede calcular',
    levels: { low: 'Por debajo', target: 'En objetivo', high: 'Por encima' },
    amounts: 'importes en',
    noPay: (n: string, names: string) => `sin variable a objetivo para ${n}: ${names}`,
    more: (n: string) => `${n} más`,
    whole: 'El plan en conjunto'
  }
} as const

/** Sentences that the chapters on crediting, timing and movers print; they are not repeated with the components. */
export const rulesElsewhere = {
  crediting: ['crediting', 'missing'],
  timing: ['proration.periodShare', 'period.mode', 'period.negative', 'rounding'],
  proration: ['proration.targetPay', 'proration.quota']
} as const

const isElsewhere = (rule: string): boolean =>
  Object.values(rulesElsewhere).some((rules) => (rules as readonly string[]).includes(rule))

const asList = (sentences: readonly PlanSentence[]): Html =>
  sentences.length === 0
    ? nothing
    : html`<ul class="rules">${sentences.map(({ text }) => html`<li><p>${text}</p></li>\n`)}</ul>\n`

/** The sentences of certain rules of a plan, as a list. */
export const listRules = (rules: PayPlanRules, language: Language, wanted: readonly string[]): Html =>
  asList(describePlan(rules, language).filter(({ rule }) => wanted.includes(rule)))

/** The sentences of each component under its name, then those of the whole plan. */
export function renderSentences(plan: HandbookPayPlan, context: FieldContext): Html {
  const { language } = context
  const sentences = describePlan(plan.rules, language).filter(({ rule }) => !isElsewhere(rule))
  const ofPlan = sentences.filter(({ componentId }) => componentId === null)
  return html`${plan.rules.components.map((component) => [
    context.heading(3, `plan-${plan.id}-${component.id}`, nameComponent(plan.rules, component.id, language)),
    asList(sentences.filter(({ componentId }) => componentId === component.id))
  ])}${
    ofPlan.length === 0 ? nothing : [context.heading(3, `plan-${plan.id}-whole`, say[language].whole), asList(ofPlan)]
  }`
}

/** The rows of the payout table; the attainments at which the slope of pay changes are added. */
const levels = [0, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.5]

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

/** What attainment pays, component by component, as shares of target pay. */
export function renderPayoutTable(plan: HandbookPayPlan, context: FieldContext): Html {
  const { format, language } = context
  const words = say[language]
  const { rules } = plan
  const { person, points } = curveOf(plan, context)
  // Of the two points of a jump the upper one counts: that is what reaching the edge pays.
  const rows = points.filter(
    (point, at) =>
      (point.mark !== null || levels.some((level) => isNear(level, point.attainmentRatio))) &&
      points[at + 1]?.attainmentRatio !== point.attainmentRatio
  )
  if (rows.length === 0) return nothing
  // One column, one number of decimals: the fewest that write every share, so that parts are seen to add up to the total.
  // Pay is rounded to minor units, so a share of it is never quite round.
  const isWritten = (ratio: number, digits: number) =>
    Math.abs(ratio - Math.round(ratio * 10 ** (digits + 2)) / 10 ** (digits + 2)) < 1e-5
  const inColumn = (ratios: readonly number[]) => {
    const digits = [0, 1, 2].find((each) => ratios.every((ratio) => isWritten(ratio, each))) ?? 1
    return ratios.map((ratio) => format.percent(ratio, digits))
  }
  const hasParts = rules.components.length > 1
  const parts = rules.components.map(({ id }) =>
    inColumn(rows.map((point) => (point.byComponent[id] ?? 0) / person.targetPayMinor))
  )
  const columns = [...(hasParts ? parts : []), inColumn(rows.map((point) => point.payRatio))]
  return printTable(
    `${words.payout}, ${words.ofTarget}`,
    [
      { header: words.attainment },
      ...(hasParts
        ? rules.components.map(({ id }) => ({ header: nameComponent(rules, id, language), isNumber: true }))
        : []),
      { header: words.total, isNumber: true }
    ],
    rows.map((point, at): PrintRow => {
      const cells = [format.percent(point.attainmentRatio), ...columns.map((column) => column[at] ?? '')]
      return isNear(point.attainmentRatio, 1) ? { cells, kind: 'mark' } : { cells }
    })
  )
}

/** The curve of pay against attainment. */
export function renderCurve(plan: HandbookPayPlan, context: FieldContext): Html {
  const words = say[context.language]
  const { points } = curveOf(plan, context)
  if (points.length < 2) return nothing
  return html`<figure><figcaption>${words.curve}, ${plan.name}<small>${words.curveNote}</small></figcaption>
${drawPayCurve(points, context.format, { attainment: words.attainment, pay: words.share })}</figure>
`
}

/** A table of worked examples: what is sold, what each component pays, and the sum. */
export function printExamples(
  plan: HandbookPayPlan,
  examples: readonly WorkedExample[],
  caption: string,
  context: FieldContext
): Html {
  const { format, language } = context
  const words = say[language]
  const first = examples[0]
  if (first === undefined) return nothing
  const amounts = examples.flatMap((each) => [
    each.bookedMinor,
    each.totalMinor ?? 0,
    ...each.lines.map((line) => line.amountMinor ?? 0)
  ])
  const digits = format.digitsFor(amounts)
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? dash(words.unknown) : format.amount(minor, digits)
  return printTable(
    caption,
    [
      { header: '' },
      ...examples.map((each) => ({
        header: `${words.levels[each.level]}, ${format.percent(each.attainmentRatio)}`,
        isNumber: true
      }))
    ],
    [
      { cells: [words.quota, ...examples.map((each) => money(each.quotaMinor))] },
      { cells: [words.booked, ...examples.map((each) => money(each.bookedMinor))] },
      ...first.lines.map(({ componentId }) => ({
        cells: [
          nameComponent(plan.rules, componentId, language),
          ...examples.map((each) => money(each.lines.find((line) => line.componentId === componentId)?.amountMinor))
        ]
      })),
      {
        cells: [
          words.share,
          ...examples.map((each) =>
            each.totalMinor === null || each.targetPayMinor === 0
              ? dash(words.unknown)
              : format.percent(each.totalMinor / each.targetPayMinor, 1)
          )
        ]
      },
      { cells: [words.pay, ...examples.map((each) => money(each.totalMinor))], kind: 'total' }
    ]
  )
}

const middle = (amounts: readonly number[]): number | undefined =>
  [...amounts].sort((a, b) => a - b)[Math.floor((amounts.length - 1) / 2)]

/**
 * Chooses the person of the handbook's examples: the middle one of the plan by target pay, with the middle quota.
 *
 * @param plan a pay plan with its members
 * @param quotas yearly quota by seller, minor units
 * @returns target pay and quota, minor units, each the middle of those that are known (of an even number the lower middle)
 * @missing undefined when no member has a target pay, or none has a quota
 * @example chooseExample(plan, quotas)?.quotaMinor // 48000000
 */
export function chooseExample(plan: HandbookPayPlan, quotas: ReadonlyMap<number, number>): ExamplePerson | undefined {
  const isPositive = (amount: number | null | undefined): amount is number => (amount ?? 0) > 0
  const targetPayMinor = middle(plan.members.map((member) => member.targetPayMinor).filter(isPositive))
  const quotaMinor = middle(plan.members.map((member) => quotas.get(member.sellerId)).filter(isPositive))
  return targetPayMinor === undefined || quotaMinor === undefined ? undefined : { targetPayMinor, quotaMinor }
}

function exampleOf(plan: HandbookPayPlan, { values }: FieldContext): ExamplePerson | undefined {
  const quotas = new Map<number, number>()
  for (const { sellerId, amountMinor } of values.quotas) quotas.set(sellerId, (quotas.get(sellerId) ?? 0) + amountMinor)
  return chooseExample(plan, quotas)
}

/** The plan's curve for its typical member; for a made-up one while nobody has a quota and a target pay. */
function curveOf(plan: HandbookPayPlan, context: FieldContext): { person: ExamplePerson; points: PayCurvePoint[] } {
  const person = exampleOf(plan, context) ?? madeUp
  return { person, points: payCurve(plan.rules, person) }
}

const madeUp: ExamplePerson = { targetPayMinor: 4_000_000, quotaMinor: 40_000_000 }

/** Worked examples for a typical member of the plan; undefined when no member has both a quota and a target pay. */
export function renderExamples(plan: HandbookPayPlan, context: FieldContext): Html | undefined {
  const { format, language } = context
  const example = exampleOf(plan, context)
  if (example === undefined) return undefined
  const words = say[language]
  const target = format.money(example.targetPayMinor)
  return printExamples(
    plan,
    workedExamples(plan.rules, example.targetPayMinor, example.quotaMinor),
    language === 'es'
      ? `${words.examples} con un variable a objetivo de ${target}, ${words.amounts} ${plan.rules.currency}`
      : `${words.examples} for a target pay of ${target}, ${words.amounts} ${plan.rules.currency}`,
    context
  )
}

/** The members whose target pay nobody has said, as a gap. */
export function membersWithoutTarget(plan: HandbookPayPlan, { values, format, language }: FieldContext): Gap[] {
  const names = plan.members
    .filter((member) => member.targetPayMinor === null)
    .flatMap((member) => values.sellers.find((seller) => seller.id === member.sellerId)?.name ?? [])
  if (names.length === 0) return []
  const first = names.slice(0, 5)
  const all =
    names.length > first.length ? [...first, say[language].more(format.count(names.length - first.length))] : first
  return [{ screen: 'compensation', text: say[language].noPay(format.count(names.length), format.list(all)) }]
}
