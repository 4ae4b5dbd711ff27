// Names of tables and fields in words, and a field's value as a person reads it.
import { parseIsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, parseCurrencyCode } from '#shared/units/money.ts'
import type { AuditChange } from '#shared/workspace/types.ts'
import { audit } from '../../i18n/en/audit.ts'
import type { TextFunctions } from '../../i18n/use-text.ts'
import type { Format } from '../../ui/make-format.ts'

type Row = Readonly<Record<string, string | number | null>>
type TableName = keyof typeof audit.tables
type FieldName = keyof typeof audit.fields

const isTable = (name: string): name is TableName => name in audit.tables
const isField = (name: string): name is FieldName => name in audit.fields

export const tableWords = (table: string, t: TextFunctions['t']): string =>
  isTable(table) ? t(`audit.tables.${table}`) : spaced(table)

/** team_id → "team": the suffixes say the unit, which the value shows. */
export function fieldWords(field: string, t: TextFunctions['t']): string {
  const bare = field.replace(/_(minor|on|at|json|id|ratio)$/, '')
  return isField(bare) ? t(`audit.fields.${bare}`) : spaced(bare)
}

const spaced = (name: string): string => name.replaceAll('_', ' ')

/** The fields worth a line: those that changed; of a new or deleted row those that hold something. */
export function changedFields(change: AuditChange): readonly string[] {
  const { before, after, op } = change
  const names = Object.keys(after ?? before ?? {}).filter((name) => name !== 'id' && !name.endsWith('_key'))
  if (op === 'update') return names.filter((name) => before?.[name] !== after?.[name])
  const row = after ?? before
  return names.filter((name) => row?.[name] !== null && row?.[name] !== '')
}

const longest = 300

export function fieldValue(
  field: string,
  row: Row | null,
  place: { readonly format: Format; readonly currency: CurrencyCode }
): string | undefined {
  const value = row?.[field]
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') {
    const own = typeof row?.currency === 'string' ? parseCurrencyCode(row.currency) : undefined
    if (field.endsWith('_minor')) return place.format.moneyInFull(value, own ?? place.currency)
    if (field.endsWith('_ratio')) return place.format.percent(value, 1)
    return String(value)
  }
  const date = field.endsWith('_on') ? parseIsoDate(value) : undefined
  if (date) return place.format.date(date)
  if (field.endsWith('_at')) return place.format.dateTime(value)
  return value.length > longest ? `${value.slice(0, longest)}…` : value
}
