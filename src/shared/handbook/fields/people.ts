// Fields about who the plan is for.
import { html } from '../html.ts'
import { everywhere, gap, type HandbookField, shown } from './field.ts'

export const peopleCount: HandbookField = {
  name: 'people.count',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Number of people covered', es: 'Número de personas incluidas' },
  source: {
    en: 'Members of the pay plans of this scenario who work in the plan year',
    es: 'Miembros de los planes de variable de este escenario que trabajan en el ejercicio'
  },
  render: ({ values, format, language }) => {
    const covered = new Set(values.payPlans.flatMap((plan) => plan.members.map((member) => member.sellerId)))
    const n = values.sellers.filter((seller) => covered.has(seller.id)).length
    if (n === 0)
      return gap(
        'compensation',
        language === 'es' ? 'nadie tiene todavía un plan de variable' : 'nobody has a pay plan yet'
      )
    if (language === 'es') return shown(html`${format.count(n)} ${n === 1 ? 'persona' : 'personas'}`)
    return shown(html`${format.count(n)} ${n === 1 ? 'person' : 'people'}`)
  }
}

export const peopleTeams: HandbookField = {
  name: 'people.teams',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Names of the teams', es: 'Nombres de los equipos' },
  source: { en: 'Teams of the people covered, in People', es: 'Equipos de las personas incluidas, en Personas' },
  render: ({ values, format, language }) => {
    const names = [...new Set(values.sellers.flatMap((seller) => (seller.teamName === null ? [] : [seller.teamName])))]
    if (names.length === 0) return gap('people', language === 'es' ? 'nadie está en un equipo' : 'nobody is in a team')
    return shown(html`${format.list(names.sort((a, b) => a.localeCompare(b, format.locale)))}`)
  }
}
