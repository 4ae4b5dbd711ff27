// What a table and its columns still want from the user: an answer, a look, or nothing. Pure; the words are in i18n import.wizard.
import type { ColumnPlan, TableChoice, TablePreview } from '#shared/import/types.ts'
import type { AnsweredQuestion } from './wizard-state.ts'

export type Sureness = 'chosen' | 'profile' | 'sure' | 'likely' | 'check' | 'unknown'

/** From here up a mapping counts as sure, and from here up as likely; below it should be looked at. */
const sureFrom = 0.9
const likelyFrom = 0.7

/** What the column becomes as the user sees it: a choice shows at once, before the preview has caught up. */
export const fieldOf = (column: ColumnPlan, choice: TableChoice | undefined): string =>
  choice?.columns?.[String(column.index)] ?? column.field

export function surenessOf(column: ColumnPlan, table: TablePreview, choice: TableChoice | undefined): Sureness {
  if (column.isChosen || choice?.columns?.[String(column.index)] !== undefined) return 'chosen'
  if (column.kind === null) return 'unknown'
  if (table.profile !== null && !table.profile.added.includes(column.header)) return 'profile'
  if (column.confidence >= sureFrom) return 'sure'
  return column.confidence >= likelyFrom ? 'likely' : 'check'
}

/** Worth a look: the mapping is not sure, the profile did not know the column, or a question about it is open. */
export function needsLook(
  column: ColumnPlan,
  table: TablePreview,
  choice: TableChoice | undefined,
  questions: readonly AnsweredQuestion[]
): boolean {
  const sureness = surenessOf(column, table, choice)
  if (sureness === 'check' || sureness === 'likely') return true
  if (sureness !== 'chosen' && (table.profile?.added.includes(column.header) ?? false)) return true
  return questions.some(
    ({ question, option }) => option === null && question.tableKey === table.key && question.column === column.index
  )
}

export type TableState = 'question' | 'check' | 'ready' | 'out'

export function stateOfTable(
  table: TablePreview,
  choice: TableChoice | undefined,
  questions: readonly AnsweredQuestion[]
): TableState {
  if (table.entity === null) return 'out'
  const open = questions.filter(({ question, option }) => option === null && question.tableKey === table.key)
  if (open.some(({ question }) => question.whileOpen === null)) return 'question'
  const hasDoubt =
    open.length > 0 ||
    table.counts.rejected > 0 ||
    (table.profile !== null && !table.profile.isExact) ||
    table.columns.some((column) => surenessOf(column, table, choice) === 'check')
  return hasDoubt ? 'check' : 'ready'
}
