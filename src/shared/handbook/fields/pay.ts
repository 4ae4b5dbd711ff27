// Fields of the pay plans one by one: members, sentences, payout table, curve, examples. Each prints every plan of the scenario.

import type { Html } from '../html.ts'
import { html, nothing } from '../html.ts'
import type { Words } from '../types.ts'
import type { HandbookPayPlan } from '../values.ts'
import { type FieldContext, type FieldResult, type Gap, gap, type HandbookField } from './field.ts'
import { membersWithoutTarget, renderCurve, renderExamples, renderPayoutTable, renderSentences } from './pay-parts.ts'

export const noPlans = ({ language }: FieldContext): FieldResult =>
  gap('compensation', language === 'es' ? 'sin planes de variable' : 'no pay plans')

/** Prints each plan with the same part; a part may have gaps. */
function fieldOfPlans(
  name: string,
  label: Words,
  source: Words,
  render: (plan: HandbookPayPlan, context: FieldContext) => { markup?: Html | undefined; gaps?: readonly Gap[] }
): HandbookField {
  return {
    name: `pay.${name}`,
    form: 'block',
    kinds: ['handbook'],
    label,
    source,
    render: (context) => {
      const plans = context.values.payPlans
      if (plans.length === 0) return noPlans(context)
      const parts = plans.map((plan) => render(plan, context))
      return {
        markup: html`${parts.map((part) => part.markup ?? nothing)}`,
        gaps: parts.flatMap((part) => part.gaps ?? [])
      }
    }
  }
}

const rules = {
  en: 'The rules of the pay plans of this scenario',
  es: 'Las reglas de los planes de variable de este escenario'
}

export const payMembers = fieldOfPlans(
  'members',
  { en: 'Who is under each plan (sentence)', es: 'Quién está en cada plan (frase)' },
  { en: 'Members of the pay plans', es: 'Miembros de los planes de variable' },
  (plan, context) => ({ markup: sayMembers(plan, context), gaps: membersWithoutTarget(plan, context) })
)

export const paySentences = fieldOfPlans(
  'sentences',
  { en: 'Rules of each component in sentences', es: 'Reglas de cada componente en frases' },
  rules,
  (plan, context) => ({ markup: renderSentences(plan, context) })
)

export const payPayoutTables = fieldOfPlans(
  'payoutTable',
  { en: 'Table: what each attainment pays', es: 'Tabla: lo que paga cada consecución' },
  rules,
  (plan, context) => ({ markup: renderPayoutTable(plan, context) })
)

export const payCurves = fieldOfPlans(
  'curve',
  { en: 'Chart: pay against attainment', es: 'Gráfico: variable según la consecución' },
  rules,
  (plan, context) => ({ markup: renderCurve(plan, context) })
)

export const payExamples = fieldOfPlans(
  'examples',
  { en: 'Table: worked examples', es: 'Tabla: ejemplos' },
  {
    en: 'Computed by the engine with the middle quota and target pay of the plan’s members',
    es: 'Calculados por el motor con la cuota y el variable medianos de los miembros del plan'
  },
  (plan, context) => {
    const markup = renderExamples(plan, context)
    return markup === undefined ? { gaps: [noExample(plan, context)] } : { markup }
  }
)

/** "Twelve people in the teams … are under this plan; together their target pay is …" */
export function sayMembers(plan: HandbookPayPlan, { values, format, language }: FieldContext): Html {
  const n = plan.members.length
  if (n === 0)
    return language === 'es'
      ? html`<p>Nadie está todavía en este plan.</p>\n`
      : html`<p>Nobody is under this plan yet.</p>\n`
  const ids = new Set(plan.members.map((member) => member.sellerId))
  const teams = [...new Set(values.sellers.filter(({ id }) => ids.has(id)).flatMap(({ teamName }) => teamName ?? []))]
  teams.sort((a, b) => a.localeCompare(b, format.locale))
  const sum = plan.members.reduce((all, member) => all + (member.targetPayMinor ?? 0), 0)
  const where = teams.length === 0 ? '' : language === 'es' ? ` de ${format.list(teams)}` : ` of ${format.list(teams)}`
  return language === 'es'
    ? html`<p class="lead">Este plan se aplica a ${format.count(n)} ${n === 1 ? 'persona' : 'personas'}${where}. La suma de su variable a objetivo es de ${format.money(sum)} al año.</p>\n`
    : html`<p class="lead">This plan applies to ${format.count(n)} ${n === 1 ? 'person' : 'people'}${where}. Their target pay adds up to ${format.money(sum)} a year.</p>\n`
}

export const noExample = (plan: HandbookPayPlan, { language }: FieldContext): Gap => ({
  screen: 'compensation',
  text:
    language === 'es'
      ? `${plan.name}: sin ejemplos, porque ningún miembro tiene cuota y variable a objetivo`
      : `${plan.name}: no worked examples, because no member has both a quota and a target pay`
})
