// Fields about the quotas: what they add up to, how they were set, and the table by seller and quarter.
import { html } from '../html.ts'
import { sumQuotas, tabulateQuotas } from '../rules.ts'
import { methodWords, targetSourceWords } from '../words.ts'
import { everywhere, type FieldContext, type FieldResult, type Gap, gap, type HandbookField, shown } from './field.ts'
import { dash, type PrintRow, printTable } from './table.ts'

const source = { en: 'Quotas of this scenario, month by month', es: 'Cuotas de este escenario, mes a mes' }
const allocation = {
  en: 'The last quota allocation of this scenario',
  es: 'El último reparto de cuotas de este escenario'
}

const say = {
  en: {
    noQuotas: 'no quotas set',
    notAllocated: 'quotas were not allocated from a target',
    seller: 'Seller',
    year: 'Year',
    total: 'Total',
    noTeam: 'Without a team',
    none: 'no quota',
    caption: 'Quotas by quarter',
    without: (n: string, names: string, isOne: boolean) =>
      `no quota for ${n} ${isOne ? 'seller' : 'sellers'}: ${names}`,
    more: (n: string) => `${n} more`
  },
  es: {
    noQuotas: 'sin cuotas fijadas',
    notAllocated: 'las cuotas no se repartieron desde un objetivo',
    seller: 'Vendedor',
    year: 'Año',
    total: 'Total',
    noTeam: 'Sin equipo',
    none: 'sin cuota',
    caption: 'Cuotas por trimestre',
    without: (n: string, names: string, isOne: boolean) =>
      `sin cuota para ${n} ${isOne ? 'vendedor' : 'vendedores'}: ${names}`,
    more: (n: string) => `${n} más`
  }
} as const

const noQuotas = ({ language }: FieldContext): FieldResult => gap('quotas', say[language].noQuotas)
const notAllocated = ({ language }: FieldContext): FieldResult => gap('quotas', say[language].notAllocated)

/** The sellers without a quota as one gap in words; at most five by name. */
function withoutQuota(names: readonly string[], { format, language }: FieldContext): Gap[] {
  if (names.length === 0) return []
  const words = say[language]
  const first = names.slice(0, 5)
  const rest = names.length - first.length
  const list = format.list(rest > 0 ? [...first, words.more(format.count(rest))] : first)
  return [{ screen: 'quotas', text: words.without(format.count(names.length), list, names.length === 1) }]
}

export const quotasTotal: HandbookField = {
  name: 'quotas.total',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Sum of all quotas', es: 'Suma de todas las cuotas' },
  source,
  render: (context) => {
    const { values, format } = context
    return values.quotas.length === 0 ? noQuotas(context) : shown(html`${format.money(sumQuotas(values.quotas))}`)
  }
}

export const quotasCount: HandbookField = {
  name: 'quotas.count',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Number of people with a quota', es: 'Número de personas con cuota' },
  source,
  render: (context) => {
    const { values, format, language } = context
    const n = new Set(values.quotas.map((quota) => quota.sellerId)).size
    if (n === 0) return noQuotas(context)
    if (language === 'es') return shown(html`${format.count(n)} ${n === 1 ? 'persona' : 'personas'}`)
    return shown(html`${format.count(n)} ${n === 1 ? 'person' : 'people'}`)
  }
}

export const quotasTarget: HandbookField = {
  name: 'quotas.target',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Target of the company', es: 'Objetivo de la compañía' },
  source: allocation,
  render: (context) =>
    context.values.allocation === null
      ? notAllocated(context)
      : shown(html`${context.format.money(context.values.allocation.targetMinor)}`)
}

export const quotasMethod: HandbookField = {
  name: 'quotas.method',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'How the target was shared out (sentence)', es: 'Cómo se repartió el objetivo (frase)' },
  source: allocation,
  render: (context) => {
    const { values, format, language } = context
    if (values.allocation === null) return notAllocated(context)
    const { method, source: from, baseYear, madeOn } = values.allocation
    return shown(
      html`${targetSourceWords[from][language]} ${methodWords[method][language](format.year(baseYear))} ${
        language === 'es'
          ? `El reparto se hizo el ${format.date(madeOn)}.`
          : `It was shared out on ${format.date(madeOn)}.`
      }`
    )
  }
}

export const quotasCheck: HandbookField = {
  name: 'quotas.check',
  form: 'inline',
  kinds: everywhere,
  label: { en: 'Whether quotas add up to the target (sentence)', es: 'Si las cuotas suman el objetivo (frase)' },
  source: {
    en: 'The sum of the quotas against the last allocation',
    es: 'La suma de las cuotas frente al último reparto'
  },
  render: (context) => {
    const { values, format, language } = context
    if (values.quotas.length === 0) return noQuotas(context)
    if (values.allocation === null) {
      const all = format.money(sumQuotas(values.quotas))
      return shown(
        html`${language === 'es' ? `Las cuotas de la tabla suman ${all}.` : `The quotas in the table add up to ${all}.`}`
      )
    }
    const { targetMinor, streetMinor } = values.allocation
    const sum = sumQuotas(values.quotas)
    const more = streetMinor - targetMinor
    const money = (minor: number) => format.money(minor)
    const cushion =
      more === 0
        ? ''
        : language === 'es'
          ? ` Sobre el objetivo se añadió un margen de ${money(more)}, de modo que se repartieron ${money(streetMinor)}.`
          : ` A cushion of ${money(more)} was laid on top of the target, so that ${money(streetMinor)} was shared out.`
    const difference = sum - streetMinor
    const sums =
      difference === 0
        ? language === 'es'
          ? `Las cuotas de la tabla suman exactamente ${money(sum)}: lo repartido, sin redondeos perdidos.`
          : `The quotas in the table add up to exactly ${money(sum)}: what was shared out, with nothing lost to rounding.`
        : language === 'es'
          ? `Las cuotas de la tabla suman ${money(sum)}, ${money(Math.abs(difference))} ${difference > 0 ? 'más' : 'menos'} de lo repartido, porque después se cambiaron cuotas.`
          : `The quotas in the table add up to ${money(sum)}, ${money(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than was shared out, because quotas were changed after the allocation.`
    return shown(html`${sums}${cushion}`)
  }
}

export const quotasTable: HandbookField = {
  name: 'quotas.table',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Table: quotas by seller and quarter', es: 'Tabla: cuotas por vendedor y trimestre' },
  source,
  render: (context) => {
    const { values, format, language } = context
    if (values.quotas.length === 0) return noQuotas(context)
    const words = say[language]
    const table = tabulateQuotas(values, format.locale)
    const digits = format.digitsFor(values.quotas.map((quota) => quota.amountMinor))
    const figures = (amounts: readonly (number | null)[]) =>
      amounts.map((amount) => (amount === null ? dash(words.none) : format.amount(amount, digits)))
    const rows: PrintRow[] = table.teams.flatMap((team): PrintRow[] => [
      {
        kind: 'group',
        cells: [team.teamName ?? words.noTeam, ...figures([...team.quartersMinor, team.yearMinor])]
      },
      ...team.rows.map((row) => ({ cells: [row.sellerName, ...figures([...row.quartersMinor, row.yearMinor])] }))
    ])
    return shown(
      printTable(
        `${words.caption}, ${format.year(values.fiscalYear)}, ${values.currency}`,
        [
          { header: words.seller },
          ...values.quarters.map((quarter) => ({ header: format.quarter(quarter), isNumber: true })),
          { header: words.year, isNumber: true }
        ],
        [...rows, { cells: [words.total, ...figures([...table.quartersMinor, table.yearMinor])], kind: 'total' }],
        true
      ),
      ...withoutQuota(table.sellersWithoutQuota, context)
    )
  }
}
