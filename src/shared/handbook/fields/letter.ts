// Inline fields of a personal letter: who it is for, in which team and territory, under which plan, with which pay.
import { html } from '../html.ts'
import type { MissingScreen, Words } from '../types.ts'
import type { HandbookSeller, HandbookValues } from '../values.ts'
import { roleWords } from '../words.ts'
import { type FieldContext, type FieldResult, gap, type HandbookField, shown } from './field.ts'

const people = { en: 'The person, in People', es: 'La ficha de la persona, en Personas' }

/** The plan a seller is under, and the target pay it gives; undefined without a plan. */
export function findMember(values: HandbookValues, seller: HandbookSeller) {
  for (const plan of values.payPlans) {
    const member = plan.members.find((each) => each.sellerId === seller.id)
    if (member !== undefined) return { plan, ...member }
  }
  return undefined
}

/** The names of the territories a seller works. */
export const territoriesOf = (values: HandbookValues, seller: HandbookSeller): string[] =>
  values.territories.filter((each) => each.sellers.some(({ id }) => id === seller.id)).map((each) => each.name)

type Find = (context: FieldContext & { seller: HandbookSeller }) => string | null

function letterField(
  name: string,
  label: Words,
  source: Words,
  missing: Words,
  screen: MissingScreen,
  find: Find
): HandbookField {
  return {
    name: `letter.${name}`,
    form: 'inline',
    kinds: ['letter'],
    label,
    source,
    render: (context): FieldResult => {
      if (context.seller === null) return gap(screen, missing[context.language])
      const text = find({ ...context, seller: context.seller })
      return text === null ? gap(screen, missing[context.language]) : shown(html`${text}`)
    }
  }
}

export const letterName = letterField(
  'name',
  { en: 'Name', es: 'Nombre' },
  people,
  { en: 'no name', es: 'sin nombre' },
  'people',
  ({ seller }) => seller.name
)

export const letterRole = letterField(
  'role',
  { en: 'Role', es: 'Puesto' },
  people,
  { en: 'no role', es: 'sin puesto' },
  'people',
  ({ seller, language }) => roleWords[seller.role][language]
)

export const letterTeam = letterField(
  'team',
  { en: 'Team', es: 'Equipo' },
  people,
  { en: 'no team', es: 'sin equipo' },
  'people',
  ({ seller }) => seller.teamName
)

export const letterLeader = letterField(
  'leader',
  { en: 'Who leads the team', es: 'Responsable del equipo' },
  people,
  { en: 'nobody leads the team', es: 'el equipo no tiene responsable' },
  'people',
  ({ seller }) => seller.leaderName
)

export const letterTerritory = letterField(
  'territory',
  { en: 'Territory', es: 'Territorio' },
  { en: 'Territories of this scenario', es: 'Territorios de este escenario' },
  { en: 'no territory', es: 'sin territorio' },
  'territories',
  ({ values, seller, format }) => {
    const names = territoriesOf(values, seller)
    return names.length === 0 ? null : format.list(names)
  }
)

export const letterPlan = letterField(
  'plan',
  { en: 'Pay plan', es: 'Plan de variable' },
  { en: 'Members of the pay plans', es: 'Miembros de los planes de variable' },
  { en: 'no pay plan', es: 'sin plan de variable' },
  'compensation',
  ({ values, seller }) => findMember(values, seller)?.plan.name ?? null
)

export const letterTargetPay = letterField(
  'targetPay',
  { en: 'Target variable pay', es: 'Variable a objetivo' },
  {
    en: 'Typed in the pay plan, else the variable pay of the person',
    es: 'Escrito en el plan de variable; si no, el variable de la ficha de la persona'
  },
  { en: 'no target pay', es: 'sin variable a objetivo' },
  'compensation',
  ({ values, seller, format }) => {
    const target = findMember(values, seller)?.targetPayMinor ?? null
    return target === null ? null : format.money(target)
  }
)

export const letterBasePay = letterField(
  'basePay',
  { en: 'Fixed pay', es: 'Salario fijo' },
  people,
  { en: 'no fixed pay', es: 'sin salario fijo' },
  'people',
  ({ seller, format }) => (seller.basePayMinor === null ? null : format.money(seller.basePayMinor))
)
