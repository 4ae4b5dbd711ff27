// The words of what an import finds: entities, counts, formats and their evidence, rules, and the places of tables.
import type { TextKey, TextParams } from '#renderer/i18n/texts.ts'
import { columnLetters } from '#shared/import/column-letters.ts'
import type { ColumnPlan, EntityCounts, Finding, ImportPreview, SheetPart } from '#shared/import/types.ts'

type Translate = (key: TextKey, params?: TextParams) => string

export const ruleWords = (t: Translate, rule: string): string => t(`import.rules.${rule}` as TextKey)

/** A column for each month or quarter is a field by the period it holds: 'period:2027-M03'. */
export const fieldWords = (t: Translate, field: string): string =>
  field.startsWith('period:')
    ? t('import.wizard.periodField', { period: field.slice('period:'.length) })
    : t(`import.fields.${field}` as TextKey)

export const entityWords = (t: Translate, entity: EntityCounts['entity']): string => t(`import.entities.${entity}`)

/** The header, or the place of a column that has none. */
export const headerWords = (t: Translate, column: ColumnPlan): string =>
  column.header === '' ? t('import.wizard.columnAt', { place: column.index + 1 }) : column.header

const scaleWords = (t: Translate, scale: number | undefined): string =>
  t(
    scale === 1_000_000
      ? 'import.wizard.scales.million'
      : scale === 1000
        ? 'import.wizard.scales.thousand'
        : 'import.wizard.scales.one'
  )

/** How a column is read and why: "day, month, year: 18/03/2017 can be nothing else". */
export function formatWords(t: Translate, column: ColumnPlan): string {
  const { format } = column
  if (format === null) return ''
  const order = format.dateOrder === undefined ? '' : t(`import.wizard.orders.${format.dateOrder}`)
  const scale = scaleWords(t, format.scale)
  const parts: string[] = []
  if (format.evidence !== null)
    parts.push(
      t(`import.evidence.${format.evidence.reason}` as TextKey, { example: format.evidence.example, order, scale })
    )
  else if (order !== '') parts.push(order)
  if (format.scale !== undefined && !format.evidence?.reason.startsWith('unit')) parts.push(scale)
  if (format.isPercent) parts.push(t('import.wizard.percent'))
  if (format.currency !== undefined) parts.push(t('import.evidence.currency', { currency: format.currency }))
  return parts.join('; ')
}

export const delimiterWords = (t: Translate, delimiter: string): string => {
  const names: Record<string, TextKey> = {
    ',': 'import.wizard.delimiters.comma',
    ';': 'import.wizard.delimiters.semicolon',
    '\t': 'import.wizard.delimiters.tab',
    '|': 'import.wizard.delimiters.bar'
  }
  const name = names[delimiter]
  if (name !== undefined) return t(name)
  const code = delimiter.charCodeAt(0)
  // A sign that can't be seen is named by its number.
  return code < 32 ? `U+${code.toString(16).padStart(4, '0').toUpperCase()}` : delimiter
}

export const severityTones = { rejects: 'red', warning: 'amber', note: 'neutral' } as const satisfies Record<
  Finding['severity'],
  string
>

interface ListFormat {
  readonly list: (parts: readonly string[]) => string
}

/** "1 deal", "8,800 deals". */
const countOf = (t: Translate, each: EntityCounts): string =>
  t(`import.wizard.counts.${each.entity}`, { count: each.new + each.changed })

/** "8,800 deals, 85 accounts": what is new or changed, in the order given. */
export const countWords = (t: Translate, format: ListFormat, entities: readonly EntityCounts[]): string =>
  format.list(entities.filter((each) => each.new + each.changed > 0).map((each) => countOf(t, each)))

/** What an import is mainly about, for its button: the deals, else whatever is most; undefined where nothing changes. */
export function mainWords(t: Translate, entities: readonly EntityCounts[]): string | undefined {
  const changing = entities.filter((each) => each.new + each.changed > 0 && each.entity !== 'stages')
  const most = [...changing].sort((a, b) => b.new + b.changed - (a.new + a.changed))[0]
  const main = changing.find((each) => each.entity === 'opportunities') ?? most
  return main === undefined ? undefined : countOf(t, main)
}

/** Rows that would not be taken; the preview lists the first of them only. */
export const rejectedRows = (preview: Pick<ImportPreview, 'entities'>): number =>
  preview.entities.reduce((sum, each) => sum + each.rejected, 0)

type NamedTable = { readonly fileName: string; readonly sheet: string | null; readonly part?: SheetPart }

/** A table by its sheet, or its file where that has none; one of several in a sheet by its place there too. */
export function tableWords({ fileName, sheet, part }: NamedTable, hasFile = false): string {
  const name = sheet === null ? fileName : hasFile ? `${fileName} › ${sheet}` : sheet
  return part === undefined ? name : `${name} · ${rangeWords(part)}`
}

/** "B2:F30" */
export const rangeWords = ({ firstRow, firstColumn, lastRow, lastColumn }: SheetPart): string =>
  `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`
