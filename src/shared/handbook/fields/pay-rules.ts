// Rules of the pay plans that have chapters of their own: crediting, timing, and what part of a year is worth.
// Plans that share a rule share its sentence; where they differ, each plan's name stands before its own.
import { type Html, html } from '../html.ts'
import type { Words } from '../types.ts'
import type { FieldContext, HandbookField } from './field.ts'
import { noPlans } from './pay.ts'
import { listRules, rulesElsewhere } from './pay-parts.ts'

function renderRules({ values, language }: FieldContext, rules: readonly string[]): Html {
  const lists = values.payPlans.map((plan) => ({ name: plan.name, list: listRules(plan.rules, language, rules) }))
  const [first] = lists
  if (first !== undefined && lists.every(({ list }) => list.markup === first.list.markup)) return first.list
  return html`${lists.map(({ name, list }) => html`<p><strong>${name}</strong></p>\n${list}`)}`
}

const fieldOfRules = (name: keyof typeof rulesElsewhere, label: Words): HandbookField => ({
  name: `pay.${name}`,
  form: 'block',
  kinds: ['handbook'],
  label,
  source: {
    en: 'The rules of the pay plans of this scenario',
    es: 'Las reglas de los planes de variable de este escenario'
  },
  render: (context) =>
    context.values.payPlans.length === 0
      ? noPlans(context)
      : { markup: renderRules(context, rulesElsewhere[name]), gaps: [] }
})

export const payCrediting = fieldOfRules('crediting', { en: 'Rules of crediting', es: 'Reglas de acreditación' })
export const payTiming = fieldOfRules('timing', {
  en: 'Rules of periods and rounding',
  es: 'Reglas de periodos y redondeo'
})
export const payProration = fieldOfRules('proration', {
  en: 'Rules for a part of a year',
  es: 'Reglas para una parte del año'
})
