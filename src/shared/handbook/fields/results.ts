// Fields of the year before: what was won, by quarter, and who sold most. The plan stands on these figures.

import type { Language } from '#shared/workspace/types.ts'
import { html } from '../html.ts'
import { everywhere, type FieldContext, type FieldResult, gap, type HandbookField, shown } from './field.ts'
import { dash, printTable } from './table.ts'

const source = {
  en: 'Won deals of the year before, by close date, in the currency of the workspace',
  es: 'Operaciones ganadas del ejercicio anterior, por fecha de cierre, en la moneda del espacio de trabajo'
}

const noResults = (language: Language): FieldResult =>
  gap(
    'data',
    language === 'es' ? 'sin operaciones ganadas en el ejercicio anterior' : 'no deals won in the year before'
  )

export const resultsYear: HandbookField = {
  name: 'results.year',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Year before', es: 'Ejercicio anterior' },
  source: { en: 'The fiscal year before the plan', es: 'El ejercicio anterior al del plan' },
  render: ({ values, format }) => shown(html`${format.year(values.fiscalYear - 1)}`)
}

export const resultsDeals: HandbookField = {
  name: 'results.deals',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Deals won in the year before', es: 'Operaciones ganadas del ejercicio anterior' },
  source,
  render: ({ values, format, language }) => {
    if (values.results === null) return noResults(language)
    const n = values.results.deals
    if (language === 'es')
      return shown(html`${format.count(n)} ${n === 1 ? 'operación ganada' : 'operaciones ganadas'}`)
    return shown(html`${format.count(n)} won ${n === 1 ? 'deal' : 'deals'}`)
  }
}

export const resultsBookings: HandbookField = {
  name: 'results.bookings',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Bookings of the year before', es: 'Ventas del ejercicio anterior' },
  source,
  render: ({ values, format, language }) =>
    values.results === null ? noResults(language) : shown(html`${format.money(values.results.bookingsMinor)}`)
}

const words = {
  en: {
    quarter: 'Quarter',
    from: 'From',
    to: 'To',
    deals: 'Won deals',
    bookings: 'Bookings',
    share: 'Share of the year',
    mean: 'Mean deal',
    year: 'Year',
    byQuarter: 'Bookings by quarter',
    best: 'The five highest bookings',
    seller: 'Seller',
    rank: 'Place',
    others: 'All others',
    none: 'no deal won'
  },
  es: {
    quarter: 'Trimestre',
    from: 'Desde',
    to: 'Hasta',
    deals: 'Operaciones',
    bookings: 'Ventas',
    share: 'Parte del año',
    mean: 'Importe medio',
    year: 'Año',
    byQuarter: 'Ventas por trimestre',
    best: 'Las cinco mayores cifras de ventas',
    seller: 'Vendedor',
    rank: 'Puesto',
    others: 'Los demás',
    none: 'sin operaciones ganadas'
  }
} as const

export const resultsByQuarter: HandbookField = {
  name: 'results.byQuarter',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Table: bookings by quarter', es: 'Tabla: ventas por trimestre' },
  source,
  render: ({ values, format, language }) => {
    const results = values.results
    if (results === null) return noResults(language)
    const say = words[language]
    const digits = format.digitsFor([results.bookingsMinor, ...results.quarters.map((each) => each.bookingsMinor)])
    const mean = (bookingsMinor: number, deals: number) => format.amount(Math.round(bookingsMinor / deals), 0)
    const line = (name: string, bookingsMinor: number, deals: number) => [
      name,
      format.count(deals),
      format.amount(bookingsMinor, digits),
      results.bookingsMinor === 0 ? dash(say.none) : format.percent(bookingsMinor / results.bookingsMinor, 1),
      mean(bookingsMinor, deals)
    ]
    const rows = values.quarters.map((quarter) => {
      const found = results.quarters.find((each) => each.index === quarter.index)
      const name = `${format.quarter(quarter)} ${results.fiscalYear}`
      if (found === undefined || found.deals === 0) return { cells: [name, ...[1, 2, 3, 4].map(() => dash(say.none))] }
      return { cells: line(name, found.bookingsMinor, found.deals) }
    })
    return shown(
      printTable(
        `${say.byQuarter}, ${format.year(results.fiscalYear)}`,
        [
          { header: say.quarter },
          { header: say.deals, isNumber: true },
          { header: `${say.bookings}, ${values.currency}`, isNumber: true },
          { header: say.share, isNumber: true },
          { header: `${say.mean}, ${values.currency}`, isNumber: true }
        ],
        [...rows, { cells: line(say.year, results.bookingsMinor, results.deals), kind: 'total' }]
      )
    )
  }
}

/** How many stand in the table of the best. */
const places = 5

const bestRows = ({ values, format, language }: FieldContext) => {
  const results = values.results
  if (results === null) return []
  const say = words[language]
  const best = results.sellers.filter((each) => each.name !== null).slice(0, places)
  const others = results.sellers.filter((each) => !best.includes(each))
  const digits = format.digitsFor([results.bookingsMinor, ...best.map((each) => each.bookingsMinor)])
  const line = (name: string, deals: number, bookingsMinor: number) => [
    name,
    format.count(deals),
    format.amount(bookingsMinor, digits),
    results.bookingsMinor === 0 ? dash(say.none) : format.percent(bookingsMinor / results.bookingsMinor, 1)
  ]
  const sum = (of: 'deals' | 'bookingsMinor') => others.reduce((all, each) => all + each[of], 0)
  return [
    ...best.map((each) => ({ cells: line(each.name ?? '', each.deals, each.bookingsMinor) })),
    ...(others.length === 0
      ? []
      : [{ cells: line(`${say.others} (${format.count(others.length)})`, sum('deals'), sum('bookingsMinor')) }]),
    { cells: line(say.year, results.deals, results.bookingsMinor), kind: 'total' as const }
  ]
}

export const resultsBestSellers: HandbookField = {
  name: 'results.bestSellers',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Table: five highest bookings', es: 'Tabla: las cinco mayores ventas' },
  source,
  render: (context) => {
    const { values, format, language } = context
    if (values.results === null) return noResults(language)
    const say = words[language]
    return shown(
      printTable(
        `${say.best}, ${format.year(values.results.fiscalYear)}`,
        [
          { header: say.seller },
          { header: say.deals, isNumber: true },
          { header: `${say.bookings}, ${values.currency}`, isNumber: true },
          { header: say.share, isNumber: true }
        ],
        bestRows(context)
      )
    )
  }
}
