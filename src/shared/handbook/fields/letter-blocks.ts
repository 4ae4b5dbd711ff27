// The blocks of a personal letter: address, facts, quota by quarter, components with this person's amounts, worked examples.
import { describePlan, nameComponent, type PayPlanRules, workedExamples } from '#shared/compensation/index.ts'
import { splitMinor } from '#shared/units/money.ts'
import type { Language } from '#shared/workspace/types.ts'
import { type Html, html, nothing } from '../html.ts'
import { sumByQuarter, sumQuotas } from '../rules.ts'
import type { Words } from '../types.ts'
import type { HandbookSeller, HandbookValues } from '../values.ts'
import { roleWords } from '../words.ts'
import { type FieldContext, type FieldResult, type Gap, gap, type HandbookField, shown } from './field.ts'
import { findMember, territoriesOf } from './letter.ts'
import { printExamples } from './pay-parts.ts'
import { dash, printTable } from './table.ts'

const say = {
  en: {
    role: 'Role',
    team: 'Team',
    territory: 'Territory',
    plan: 'Pay plan',
    target: 'Target variable pay, full year',
    targetInYear: 'Target pay for your days',
    quota: 'Quota for the year',
    quarter: 'Quota by quarter',
    from: 'From',
    to: 'To',
    amount: 'Quota',
    year: 'Year',
    none: 'no quota',
    component: 'Component',
    weight: 'Weight',
    atTarget: 'At 100 %',
    how: 'How it pays',
    noSeller: 'no person chosen',
    noQuota: (name: string) => `no quota for ${name}`,
    noTarget: (name: string) => `no target pay for ${name}`,
    noPlan: (name: string) => `no pay plan for ${name}`,
    noTerritory: (name: string) => `no territory for ${name}`,
    noTeam: (name: string) => `no team for ${name}`,
    examples: 'Your examples, amounts in',
    components: 'Components of your pay',
    onTop: 'on top',
    notShare: 'a share of sales, without a target amount',
    leader: 'Reports to'
  },
  es: {
    role: 'Puesto',
    team: 'Equipo',
    territory: 'Territorio',
    plan: 'Plan de variable',
    target: 'Variable a objetivo, año completo',
    targetInYear: 'Variable de tus días',
    quota: 'Cuota del año',
    quarter: 'Cuota por trimestre',
    from: 'Desde',
    to: 'Hasta',
    amount: 'Cuota',
    year: 'Año',
    none: 'sin cuota',
    component: 'Componente',
    weight: 'Peso',
    atTarget: 'Al 100 %',
    how: 'Cómo paga',
    noSeller: 'ninguna persona elegida',
    noQuota: (name: string) => `sin cuota para ${name}`,
    noTarget: (name: string) => `sin variable a objetivo para ${name}`,
    noPlan: (name: string) => `sin plan de variable para ${name}`,
    noTerritory: (name: string) => `sin territorio para ${name}`,
    noTeam: (name: string) => `sin equipo para ${name}`,
    examples: 'Tus ejemplos, importes en',
    components: 'Componentes de tu variable',
    onTop: 'aparte',
    notShare: 'un porcentaje de lo vendido, sin importe objetivo',
    leader: 'Responsable'
  }
} as const

type PersonalContext = FieldContext & { seller: HandbookSeller }

function personalBlock(
  name: string,
  label: Words,
  source: Words,
  render: (context: PersonalContext) => FieldResult
): HandbookField {
  return {
    name: `letter.${name}`,
    form: 'block',
    kinds: ['letter'],
    label,
    source,
    render: (context) =>
      context.seller === null
        ? gap('people', say[context.language].noSeller)
        : render({ ...context, seller: context.seller })
  }
}

const quotasOf = (values: HandbookValues, seller: HandbookSeller) =>
  values.quotas.filter((quota) => quota.sellerId === seller.id)

export const letterAddress = personalBlock(
  'address',
  { en: 'Head of the letter', es: 'Encabezado de la carta' },
  { en: 'Settings and the person', es: 'Ajustes y la ficha de la persona' },
  ({ values, seller, format, language }) =>
    shown(html`<div class="letter-head"><span class="company">${values.company}</span><span class="when">${format.date(values.versionOn)}</span></div>
<p class="letter-to"><strong>${seller.name}</strong><br>${roleWords[seller.role][language]}${
      seller.teamName === null ? nothing : html`<br>${seller.teamName}`
    }</p>
`)
)

export const letterFacts = personalBlock(
  'facts',
  { en: 'Facts in one block', es: 'Datos en un bloque' },
  { en: 'The person, quotas, territories and pay plan', es: 'La persona, sus cuotas, territorios y plan de variable' },
  ({ values, seller, format, language }) => {
    const words = say[language]
    const gaps: Gap[] = []
    const fact = (name: string, value: string | Html, isStrong = false): Html =>
      html`<div${isStrong ? html` class="strong"` : nothing}><dt>${name}</dt><dd>${value}</dd></div>`
    const missing = (screen: Gap['screen'], text: string): Html => {
      gaps.push({ screen, text })
      return html`<span class="gap">${text}</span>`
    }
    const member = findMember(values, seller)
    const quotas = quotasOf(values, seller)
    const territories = territoriesOf(values, seller)
    const facts = html`<dl class="letter-facts">${fact(
      words.target,
      member === undefined || member.targetPayMinor === null
        ? missing('compensation', words.noTarget(seller.name))
        : format.money(member.targetPayMinor),
      true
    )}${
      // Said only to those who do not take part all year: for the others it is the same amount.
      member === undefined || member.targetInYearMinor === null || member.targetInYearMinor === member.targetPayMinor
        ? nothing
        : fact(words.targetInYear, format.money(member.targetInYearMinor), true)
    }${fact(
      words.quota,
      quotas.length === 0 ? missing('quotas', words.noQuota(seller.name)) : format.money(sumQuotas(quotas)),
      true
    )}${fact(
      words.territory,
      territories.length === 0 ? missing('territories', words.noTerritory(seller.name)) : format.list(territories)
    )}${fact(words.team, seller.teamName ?? missing('people', words.noTeam(seller.name)))}${fact(
      words.role,
      roleWords[seller.role][language]
    )}${fact(words.plan, member?.plan.name ?? missing('compensation', words.noPlan(seller.name)))}${
      seller.leaderName === null ? nothing : fact(words.leader, seller.leaderName)
    }</dl>\n`
    // The gaps are said within the block already; as notes they stand in the list of what is missing.
    return { markup: facts, gaps, isSaid: true }
  }
)

export const letterQuotas = personalBlock(
  'quotas',
  { en: 'Table: quota by quarter', es: 'Tabla: cuota por trimestre' },
  { en: 'The person’s quotas, month by month', es: 'Las cuotas de la persona, mes a mes' },
  ({ values, seller, format, language }) => {
    const words = say[language]
    const quotas = quotasOf(values, seller)
    if (quotas.length === 0) return gap('quotas', words.noQuota(seller.name))
    const digits = format.digitsFor(quotas.map((quota) => quota.amountMinor))
    const amounts = sumByQuarter(quotas, values.quarters)
    return shown(
      printTable(
        `${words.quarter}, ${values.currency}`,
        [
          ...values.quarters.map((quarter) => ({ header: format.quarter(quarter), isNumber: true })),
          { header: words.year, isNumber: true }
        ],
        [
          {
            cells: [
              ...amounts.map((amount) => (amount === null ? dash(words.none) : format.amount(amount, digits))),
              html`<strong>${format.amount(sumQuotas(quotas), digits)}</strong>`
            ]
          }
        ]
      )
    )
  }
)

/** The sentences of a component that say how it pays, without the first one, which repeats its weight. */
const howItPays = (rules: PayPlanRules, componentId: string, language: Language): string =>
  describePlan(rules, language)
    .filter((sentence) => sentence.componentId === componentId)
    .map(({ text }) => text)
    .join(' ')

export const letterComponents = personalBlock(
  'components',
  { en: 'Table: components with the person’s amounts', es: 'Tabla: componentes con los importes de la persona' },
  {
    en: 'The rules of the pay plan and the person’s target pay',
    es: 'Las reglas del plan y el variable a objetivo de la persona'
  },
  ({ values, seller, format, language }) => {
    const words = say[language]
    const member = findMember(values, seller)
    if (member === undefined) return gap('compensation', words.noPlan(seller.name))
    const { rules } = member.plan
    const weights = rules.components.map((each) =>
      each.kind === 'teamBonus' || each.weight === null ? null : Number(each.weight)
    )
    const target = member.targetInYearMinor
    const known = weights.flatMap((weight) => weight ?? [])
    // Shares of the whole are split so that they add up to the target to the minor unit.
    const rest = Math.max(0, 1 - known.reduce((sum, weight) => sum + weight, 0))
    const amounts = target === null || known.length === 0 ? [] : splitMinor(target, [...known, rest])
    const digits = format.digitsFor(amounts)
    let next = 0
    return {
      markup: html`<div class="letter-components">${printTable(
        `${words.components}, ${values.currency}`,
        [
          { header: words.component },
          { header: words.weight, isNumber: true },
          { header: words.atTarget, isNumber: true },
          { header: words.how, width: '58%' }
        ],
        rules.components.map((component, at) => {
          const weight = weights[at] ?? null
          const amount = weight === null ? undefined : amounts[next++]
          const fixed = component.kind === 'teamBonus' ? component.amountMinor : undefined
          return {
            cells: [
              nameComponent(rules, component.id, language),
              weight === null ? (fixed === undefined ? dash(words.notShare) : words.onTop) : format.percent(weight),
              amount === undefined && fixed === undefined
                ? dash(words.notShare)
                : format.amount(amount ?? fixed ?? 0, fixed === undefined ? digits : undefined),
              howItPays(rules, component.id, language)
            ]
          }
        })
      )}</div>`,
      gaps: target === null ? [{ screen: 'compensation', text: words.noTarget(seller.name) }] : []
    }
  }
)

export const letterExamples = personalBlock(
  'examples',
  { en: 'Table: three worked examples', es: 'Tabla: tres ejemplos' },
  {
    en: 'Computed by the engine with the person’s quota and target pay',
    es: 'Calculados por el motor con la cuota y el variable de la persona'
  },
  (context) => {
    const { values, seller, language } = context
    const words = say[language]
    const member = findMember(values, seller)
    if (member === undefined) return gap('compensation', words.noPlan(seller.name))
    const target = member.targetInYearMinor
    if (target === null) return gap('compensation', words.noTarget(seller.name))
    const quotas = quotasOf(values, seller)
    if (sumQuotas(quotas) <= 0) return gap('quotas', words.noQuota(seller.name))
    const examples = workedExamples(member.plan.rules, target, sumQuotas(quotas))
    return shown(printExamples(member.plan, examples, `${words.examples} ${values.currency}`, context))
  }
)
