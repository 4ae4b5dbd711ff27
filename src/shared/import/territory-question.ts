// A column of territories in a list of accounts is asked about: it may be a word of the CRM, or say where the accounts are to lie in the
// scenario. Nothing is put anywhere while that is open.
import type { ColumnPlan, ReadTable, TablePlan } from './types.ts'

/** Whether a column names territories of accounts and nobody has said what is to come of them. */
export const isUndecidedTerritory = (table: Pick<TablePlan, 'entity'>, column: ColumnPlan): boolean =>
  table.entity === 'accounts' && column.field === 'territory'

/**
 * Asks what the territories of an account list are to do. Answers are fields: `placedIn` puts the accounts there, `placedInWithOwner` lets
 * their owners work the territories too, `custom` keeps the word beside the account.
 *
 * @param table the table; its questions are added to
 */
export function askAboutTerritories(table: ReadTable): void {
  const hasOwner = table.columns.some(({ field }) => ['owner', 'ownerId', 'ownerEmail'].includes(field))
  for (const column of table.columns)
    if (isUndecidedTerritory(table, column) && column.filled > 0)
      table.questions.push({
        kind: 'territory',
        options: hasOwner ? ['placedIn', 'placedInWithOwner'] : ['placedIn'],
        whileOpen: 'custom',
        tableKey: table.key,
        column: column.index,
        header: column.header,
        examples: column.examples
      })
}
