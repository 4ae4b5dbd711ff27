// The words that the handbook uses in one sense only. A word is printed when a plan in force makes use of it.
import type { PayComponent } from '#shared/compensation/types.ts'
import { html } from '../html.ts'
import type { HandbookValues } from '../values.ts'
import { type HandbookField, shown } from './field.ts'

interface Term {
  /** Undefined: always printed. */
  isUsed?: (components: readonly PayComponent[], values: HandbookValues) => boolean
  en: readonly [term: string, meaning: string]
  es: readonly [term: string, meaning: string]
}

const slopes = (components: readonly PayComponent[]) =>
  components.flatMap((each) => (each.kind === 'targetBonus' && each.curve.kind === 'slopes' ? [each.curve] : []))

const curves = (components: readonly PayComponent[]) =>
  components.flatMap((each) => (each.kind === 'targetBonus' ? [each.curve] : []))

const isTeam = (each: PayComponent) => each.scope !== 'seller'

const terms: readonly Term[] = [
  {
    isUsed: (components) =>
      slopes(components).some((curve) => curve.accelerators.some((each) => Number(each.factor) > 1)),
    en: [
      'Accelerator',
      'A factor above 1 that makes every further point of attainment worth more than one point of payout.'
    ],
    es: ['Acelerador', 'Factor mayor que 1 por el que cada punto más de consecución vale más de un punto de pago.']
  },
  {
    en: [
      'Attainment',
      'What was booked in a period divided by the quota of that period, as a percentage. Without a quota there is no attainment.'
    ],
    es: [
      'Consecución',
      'Lo vendido en un periodo dividido entre la cuota de ese periodo, en porcentaje. Sin cuota no hay consecución.'
    ]
  },
  {
    en: ['Booking', 'A deal won, counted with its full amount on its close date in the CRM.'],
    es: ['Venta', 'Operación ganada, contada por su importe completo en la fecha de cierre del CRM.']
  },
  {
    isUsed: (components, values) =>
      curves(components).some((curve) => curve.cap !== null) ||
      components.some((each) => each.kind === 'commission' && each.capMinor !== null) ||
      values.payPlans.some((plan) => plan.rules.capTimesTarget !== null),
    en: ['Cap', 'The most that counts or is paid, however high the result.'],
    es: ['Tope', 'Lo máximo que cuenta o se paga, por alto que sea el resultado.']
  },
  {
    isUsed: (components) => components.some((each) => each.kind === 'commission'),
    en: ['Commission', 'A percentage of what was sold.'],
    es: ['Comisión', 'Porcentaje de lo vendido.']
  },
  {
    en: ['Component', 'A part of the plan with its own measure, goal and way of paying.'],
    es: ['Componente', 'Parte del plan con su propia medida, su objetivo y su forma de pagar.']
  },
  {
    en: ['Credit', 'The assignment of a booking to the person for whom it counts.'],
    es: ['Acreditación', 'Asignación de una venta a la persona para la que cuenta.']
  },
  {
    en: ['Pay mix', 'The share of fixed and of variable pay in the pay at target.'],
    es: ['Mezcla salarial', 'Peso del fijo y del variable en la retribución a objetivo.']
  },
  {
    en: ['Quota', 'The amount that a person is to book in a period.'],
    es: ['Cuota', 'Importe que una persona debe vender en un periodo.']
  },
  {
    en: ['Target pay', 'The variable pay of a full year in which every goal is reached exactly.'],
    es: ['Variable a objetivo', 'Variable de un año completo en el que se alcanza cada objetivo con exactitud.']
  },
  {
    isUsed: (components) => components.some(isTeam),
    en: ['Team result', 'The bookings of all members of a team against the sum of their quotas.'],
    es: ['Resultado del equipo', 'Ventas de todos los miembros de un equipo frente a la suma de sus cuotas.']
  },
  {
    isUsed: (components) =>
      slopes(components).some((curve) => curve.threshold !== null) ||
      curves(components).some((curve) => curve.kind === 'points' && Number(curve.points[0]?.attainment ?? 0) > 0),
    en: ['Threshold', 'The attainment below which a component pays nothing.'],
    es: ['Umbral', 'Consecución por debajo de la cual un componente no paga nada.']
  }
]

export const definitions: HandbookField = {
  name: 'definitions',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Definitions of the words in use', es: 'Definiciones de las palabras en uso' },
  source: { en: 'The components of the pay plans', es: 'Los componentes de los planes de variable' },
  render: ({ values, language, format }) => {
    const components = values.payPlans.flatMap((plan) => plan.rules.components)
    const used = terms
      .filter((term) => term.isUsed?.(components, values) ?? true)
      .map((term) => term[language])
      .sort(([a], [b]) => a.localeCompare(b, format.locale))
    return shown(
      html`<dl class="terms">${used.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>\n`)}</dl>\n`
    )
  }
}
