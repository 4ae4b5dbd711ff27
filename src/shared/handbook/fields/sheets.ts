// Whole pages that are not prose: the cover, the contents and the page to sign.

import { contourLines } from '../contour-lines.ts'
import { html, nothing } from '../html.ts'
import { type HandbookField, shown } from './field.ts'

const say = {
  en: {
    title: 'Sales compensation handbook',
    scenario: 'Scenario',
    status: 'Status',
    version: 'Version of',
    data: 'Results as of',
    period: 'In force',
    draft: 'Draft',
    approved: 'Approved',
    noData: 'no data imported',
    to: 'to',
    currency: 'Currency',
    name: 'Name',
    date: 'Date',
    signature: 'Signature',
    forCompany: 'For the company',
    forPerson: 'The employee',
    role: 'Role'
  },
  es: {
    title: 'Manual de retribución variable',
    scenario: 'Escenario',
    status: 'Estado',
    version: 'Versión del',
    data: 'Resultados a',
    period: 'En vigor',
    draft: 'Borrador',
    approved: 'Aprobado',
    noData: 'sin datos importados',
    to: 'a',
    currency: 'Moneda',
    name: 'Nombre',
    date: 'Fecha',
    signature: 'Firma',
    forCompany: 'Por la empresa',
    forPerson: 'La persona empleada',
    role: 'Cargo'
  }
} as const

export const cover: HandbookField = {
  name: 'cover',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Cover', es: 'Portada' },
  source: { en: 'Settings, the plan and its scenario', es: 'Ajustes, el plan y su escenario' },
  render: ({ values, format, language }) => {
    const words = say[language]
    const status = values.approvedOn === null ? words.draft : `${words.approved}, ${format.date(values.approvedOn)}`
    const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
    const year = format.year(values.fiscalYear)
    return shown(html`<section class="cover">${contourLines}
<p class="cover-company">${values.company}</p>
<div class="cover-title"><p class="cover-name">${words.title}</p><p class="cover-year">${year.charAt(0).toUpperCase()}${year.slice(1)}</p></div>
<dl class="cover-facts">${fact(words.period, `${format.date(values.startsOn)} ${words.to} ${format.date(values.endsOn)}`)}${fact(
      words.scenario,
      values.scenarioName
    )}${fact(words.status, status)}${fact(words.version, format.date(values.versionOn))}${
      values.dataAsOf === null ? nothing : fact(words.data, format.date(values.dataAsOf))
    }${fact(words.currency, values.currency)}</dl>
</section>
`)
  }
}

export const acknowledgement: HandbookField = {
  name: 'acknowledgement',
  form: 'block',
  kinds: ['handbook', 'letter'],
  label: { en: 'Lines to sign', es: 'Líneas de firma' },
  source: { en: 'To be filled in by hand', es: 'Se rellena a mano' },
  render: ({ language, seller, values }) => {
    const words = say[language]
    const line = (label: string, value = '') =>
      html`<div class="sign-line"><span>${value}</span><small>${label}</small></div>`
    return shown(html`<div class="signatures">
<div><p class="sign-who">${words.forPerson}</p>${line(words.name, seller?.name)}${line(words.date)}${line(words.signature)}</div>
<div><p class="sign-who">${words.forCompany}, ${values.company}</p>${line(words.name)}${line(words.date)}${line(words.signature)}</div>
</div>
`)
  }
}
