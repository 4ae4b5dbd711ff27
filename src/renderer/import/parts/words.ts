// The words of what an import finds: entities, counts, formats and their evidence, rules.
import type { TextKey, TextParams } from '#renderer/i18n/texts.ts'
import type { ColumnPlan, EntityCounts, Finding } from '#shared/import/types.ts'

type Translate = (key: TextKey, params?: TextParams) => string

export const ruleWords = (t: Translate, rule: string): string => t(`import.rules.${rule}` as TextKey)

export const fieldWords = (t: Translate, field: string): string => t(`import.fields.${field}` as TextKey)

export const entityWords = (t: Translate, entity: EntityCounts['entity']): string => t(`import.entities.${entity}`)

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
  return name === undefined ? delimiter : t(name)
}

export const severityTones = { rejects: 'red', warning: 'amber', note: 'neutral' } as const satisfies Record<
  Finding['severity'],
  string
>

/** "8,800 deals, 85 accounts": what is new or changed, in the order given. */
export function countWords(
  t: Translate,
  format: { number: (n: number) => string; list: (parts: readonly string[]) => string },
  entities: readonly EntityCounts[]
): string {
  const parts = entities
    .filter((each) => each.new + each.changed > 0)
    .map((each) => `${format.number(each.new + each.changed)} ${entityWords(t, each.entity).toLocaleLowerCase()}`)
  return format.list(parts)
}
