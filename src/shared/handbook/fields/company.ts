// Fields of the company, the plan year and the version of this text.
import { html } from '../html.ts'
import { everywhere, gap, type HandbookField, shown } from './field.ts'

const settings = { en: 'Settings of the workspace', es: 'Ajustes del espacio de trabajo' }
const plan = { en: 'The plan in view', es: 'El plan a la vista' }

export const companyName: HandbookField = {
  name: 'company.name',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Company', es: 'Empresa' },
  source: settings,
  render: ({ values, language }) =>
    values.company.trim() === ''
      ? gap('settings', language === 'es' ? 'falta el nombre de la empresa' : 'no company name')
      : shown(html`${values.company}`)
}

export const planYear: HandbookField = {
  name: 'plan.year',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Fiscal year', es: 'Ejercicio' },
  source: plan,
  render: ({ values, format }) => shown(html`${format.year(values.fiscalYear)}`)
}

export const planPeriod: HandbookField = {
  name: 'plan.period',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'First and last day of the year', es: 'Primer y último día del ejercicio' },
  source: { en: 'The fiscal calendar in Settings', es: 'El calendario fiscal de Ajustes' },
  render: ({ values, format, language }) =>
    shown(
      language === 'es'
        ? html`del ${format.date(values.startsOn)} al ${format.date(values.endsOn)}`
        : html`${format.date(values.startsOn)} to ${format.date(values.endsOn)}`
    )
}

export const planCurrency: HandbookField = {
  name: 'plan.currency',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Currency', es: 'Moneda' },
  source: settings,
  render: ({ values }) => shown(html`${values.currency}`)
}

export const planScenario: HandbookField = {
  name: 'plan.scenario',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Scenario', es: 'Escenario' },
  source: plan,
  render: ({ values }) => shown(html`${values.scenarioName}`)
}

export const versionDate: HandbookField = {
  name: 'version.date',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Date of this version', es: 'Fecha de esta versión' },
  source: { en: 'The day the page is made', es: 'El día en que se genera la página' },
  render: ({ values, format }) => shown(html`${format.date(values.versionOn)}`)
}

export const versionStatus: HandbookField = {
  name: 'version.status',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Draft or approved', es: 'Borrador o aprobado' },
  source: { en: 'Whether the scenario is approved', es: 'Si el escenario está aprobado' },
  render: ({ values, format, language }) => {
    if (values.approvedOn === null)
      return shown(html`${language === 'es' ? 'Borrador, sin aprobar' : 'Draft, not approved'}`)
    const on = format.date(values.approvedOn)
    return shown(html`${language === 'es' ? `Aprobado el ${on}` : `Approved on ${on}`}`)
  }
}

export const dataAsOf: HandbookField = {
  name: 'data.asOf',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Data as of', es: 'Datos a fecha de' },
  source: { en: 'The newest import', es: 'La importación más reciente' },
  render: ({ values, format, language }) =>
    values.dataAsOf === null
      ? gap('data', language === 'es' ? 'sin datos importados' : 'no data imported')
      : shown(html`${format.date(values.dataAsOf)}`)
}
