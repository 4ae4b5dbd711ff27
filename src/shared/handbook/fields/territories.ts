// Fields about territories: how many there are, and which accounts and bookings each one holds.
import { html } from '../html.ts'
import { everywhere, type FieldContext, type FieldResult, type Gap, gap, type HandbookField, shown } from './field.ts'
import { dash, printTable } from './table.ts'

const source = {
  en: 'Territories of this scenario and the accounts assigned to them',
  es: 'Territorios de este escenario y las cuentas que tienen asignadas'
}

const say = {
  en: {
    none: 'no territories drawn',
    territory: 'Territory',
    sellers: 'Sellers',
    accounts: 'Accounts',
    total: 'Total',
    bookings: 'Bookings',
    caption: 'Territories',
    noSeller: 'no seller',
    noData: 'no data',
    notKnown: 'no results of that year',
    nobody: (names: string) => `nobody assigned to ${names}`,
    left: (n: string, isOne: boolean) => `${n} ${isOne ? 'account is' : 'accounts are'} in no territory`,
    more: (n: string) => `and ${n} more`
  },
  es: {
    none: 'sin territorios definidos',
    territory: 'Territorio',
    sellers: 'Vendedores',
    accounts: 'Cuentas',
    total: 'Total',
    bookings: 'Ventas',
    caption: 'Territorios',
    noSeller: 'sin vendedor',
    noData: 'sin datos',
    notKnown: 'sin resultados de ese ejercicio',
    nobody: (names: string) => `nadie asignado a ${names}`,
    left: (n: string, isOne: boolean) => `${n} ${isOne ? 'cuenta no está' : 'cuentas no están'} en ningún territorio`,
    more: (n: string) => `y ${n} más`
  }
} as const

const noTerritories = ({ language }: FieldContext): FieldResult => gap('territories', say[language].none)

export const territoriesCount: HandbookField = {
  name: 'territories.count',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Number of territories', es: 'Número de territorios' },
  source,
  render: (context) => {
    const { values, format, language } = context
    const n = values.territories.length
    if (n === 0) return noTerritories(context)
    if (language === 'es') return shown(html`${format.count(n)} ${n === 1 ? 'territorio' : 'territorios'}`)
    return shown(html`${format.count(n)} ${n === 1 ? 'territory' : 'territories'}`)
  }
}

export const territoriesAccounts: HandbookField = {
  name: 'territories.accounts',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Accounts in territories', es: 'Cuentas en territorios' },
  source,
  render: (context) => {
    const { values, format, language } = context
    if (values.territories.length === 0) return noTerritories(context)
    const n = values.territories.reduce((sum, territory) => sum + territory.accounts, 0)
    if (language === 'es') return shown(html`${format.count(n)} ${n === 1 ? 'cuenta' : 'cuentas'}`)
    return shown(html`${format.count(n)} ${n === 1 ? 'account' : 'accounts'}`)
  }
}

/** Names of the people of a territory; a long list is cut and says so, the letters name everybody. */
const mostNames = 8

export const territoriesTable: HandbookField = {
  name: 'territories.table',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Table: territories with accounts and bookings', es: 'Tabla: territorios con cuentas y ventas' },
  source,
  render: (context) => {
    const { values, format, language } = context
    const { territories } = values
    if (territories.length === 0) return noTerritories(context)
    const words = say[language]
    const names = (all: readonly { name: string }[]) => {
      const first = all.slice(0, mostNames).map((each) => each.name)
      const rest = all.length - first.length
      return rest === 0 ? first.join(', ') : `${first.join(', ')} ${words.more(format.count(rest))}`
    }
    const known = territories.flatMap((territory) => territory.bookingsMinor ?? [])
    const digits = format.digitsFor(known)
    const money = (minor: number | null) => (minor === null ? dash(words.notKnown) : format.amount(minor, digits))
    const gaps: Gap[] = []
    const empty = territories.filter((territory) => territory.sellers.length === 0).map((territory) => territory.name)
    if (empty.length > 0) gaps.push({ screen: 'territories', text: words.nobody(format.list(empty)) })
    const left = values.accountsWithoutTerritory
    if (left > 0) gaps.push({ screen: 'territories', text: words.left(format.count(left), left === 1) })
    return shown(
      printTable(
        words.caption,
        [
          { header: words.territory },
          { header: words.sellers, width: '44%' },
          { header: words.accounts, isNumber: true },
          { header: `${words.bookings} ${values.fiscalYear - 1}, ${values.currency}`, isNumber: true }
        ],
        [
          ...territories.map((territory) => ({
            cells: [
              territory.name,
              territory.sellers.length === 0 ? dash(words.noSeller) : names(territory.sellers),
              format.count(territory.accounts),
              money(territory.bookingsMinor)
            ]
          })),
          {
            kind: 'total' as const,
            cells: [
              words.total,
              '',
              format.count(territories.reduce((sum, territory) => sum + territory.accounts, 0)),
              money(known.length === 0 ? null : known.reduce((sum, minor) => sum + minor, 0))
            ]
          }
        ],
        true
      ),
      ...gaps
    )
  }
}
