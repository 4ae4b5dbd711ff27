// The chapter of the pay plans as one field: each plan under its own heading, with its people, rules, payout table, curve and examples.
import { html, nothing } from '../html.ts'
import type { HandbookField } from './field.ts'
import { noExample, noPlans, sayMembers } from './pay.ts'
import { membersWithoutTarget, renderCurve, renderExamples, renderPayoutTable, renderSentences } from './pay-parts.ts'

export const payPlans: HandbookField = {
  name: 'pay.plans',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Every pay plan, component by component', es: 'Cada plan de variable, componente a componente' },
  source: {
    en: 'The rules and members of the pay plans of this scenario',
    es: 'Las reglas y los miembros de los planes de variable de este escenario'
  },
  render: (context) => {
    const plans = context.values.payPlans
    if (plans.length === 0) return noPlans(context)
    const parts = plans.map((plan) => {
      const heading = context.heading(2, `plan-${plan.id}`, plan.name)
      const members = sayMembers(plan, context)
      const sentences = renderSentences(plan, context)
      const examples = renderExamples(plan, context)
      return {
        markup: html`${heading}${members}${sentences}${renderPayoutTable(plan, context)}${renderCurve(plan, context)}${examples ?? nothing}`,
        gaps: [...membersWithoutTarget(plan, context), ...(examples === undefined ? [noExample(plan, context)] : [])]
      }
    })
    return { markup: html`${parts.map(({ markup }) => markup)}`, gaps: parts.flatMap(({ gaps }) => gaps) }
  }
}
