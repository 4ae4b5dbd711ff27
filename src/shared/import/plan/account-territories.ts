// A list of accounts may say in which territory each lies. That makes assignments of the scenario, as a table of assignments does, where
// the user has said so of the column; the account's owner works the territory where that was said too.
import { recordReader } from '../record.ts'
import type { ReadTable, TablePlan } from '../types.ts'
import { domainOf, taxIdOf } from './accounts.ts'
import type { FiguresDesk } from './figures.ts'
import type { ReferenceDesks } from './references.ts'
import { textOf } from './values.ts'

/** Fields of a column of an account list that put the account into a territory. */
const placing = ['placedIn', 'placedInWithOwner'] as const

/** Whether a table makes assignments, which go into a scenario. */
export const placesAccounts = (table: Pick<TablePlan, 'entity' | 'columns'>): boolean =>
  table.entity === 'accounts' && table.columns.some(({ field }) => placing.some((each) => each === field))

/** Puts the accounts of a list into the territories that it names. The rows themselves have been counted as accounts. */
export function planAccountTerritories(table: ReadTable, figures: FiguresDesk, desks: ReferenceDesks): void {
  const read = recordReader(table)
  for (const row of table.rows) {
    const { values, refusal } = read(row)
    if (refusal !== undefined || textOf(values.name) === null) continue
    const withOwner = textOf(values.placedInWithOwner)
    const territory = textOf(values.placedIn) ?? withOwner
    if (territory === null) continue
    const origin = { table, row }
    const account = desks.accounts.named(
      {
        name: textOf(values.name),
        externalId: textOf(values.externalId),
        domain: domainOf(textOf(values.domain)),
        taxId: taxIdOf(textOf(values.taxId))
      },
      origin
    )
    if (account === null) continue
    const owner =
      withOwner === null
        ? null
        : desks.people.owner(values, { name: 'owner', externalId: 'ownerId', email: 'ownerEmail' }, origin)
    const placed = figures.place(account.ref, territory, owner, origin)
    // The account stands in the list twice, which is told: where it was put first is where it lies.
    if (placed === 'elsewhere') desks.notes.find('placedTwice', `${account.name}: ${territory}`)
    else desks.notes.countEntity('assignments', placed)
  }
}
