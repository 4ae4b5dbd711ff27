// Plans an import: compares understood tables with what the workspace holds and says, without writing, what would be written.
import type { EntityName } from '../entities/entity.ts'
import type { ReadTable } from '../types.ts'
import { planActivities } from './activities.ts'
import { AccountDesk, ProductDesk } from './catalog.ts'
import { DealDesk } from './deals.ts'
import { Notebook } from './notebook.ts'
import { PeopleDesk } from './people.ts'
import type { ImportPlan, KnownFacts } from './types.ts'

export type * from './types.ts'

/**
 * Works out what importing the tables would change.
 *
 * Tables go in the order people, accounts, products, deals, activities, whatever the order of the files, so that a deal
 * finds the account that another file brings. The same tables over what they have made before give an empty plan.
 *
 * @param tables understood tables of all files; those without an entity are left out
 * @param known what the workspace holds, its currency and the day
 * @param progress told after each table: how many are done
 * @returns rows to write with their references, counts, findings and rejected rows
 * @missing no tables give an empty plan
 * @example planImport([], known, () => {}).opportunities // []
 */
export function planImport(
  tables: readonly ReadTable[],
  known: KnownFacts,
  progress: (done: number, total: number) => void
): ImportPlan {
  const notes = new Notebook()
  const of = (entity: EntityName): ReadTable[] => tables.filter((table) => table.entity === entity)
  const people = new PeopleDesk(known, notes)
  const accounts = new AccountDesk(known, notes, people)
  const products = new ProductDesk(known, notes)
  const deals = new DealDesk(known, notes, { people, accounts, products })
  let done = 0
  const planAll = (entity: EntityName, desk: { planTable(table: ReadTable): void }): void => {
    for (const table of of(entity)) {
      desk.planTable(table)
      done += 1
      progress(done, tables.length)
    }
  }
  planAll('sellers', people)
  planAll('accounts', accounts)
  accounts.joinParents(() => null)
  planAll('products', products)
  deals.planStages(of('opportunities'))
  planAll('opportunities', deals)
  const activities = planActivities(of('activities'), known, notes, { people, accounts, deals })

  for (const table of tables) {
    const footers = table.leftOut.filter((row) => row.text !== '')
    if (footers.length > 0)
      notes.find('footerRows', 'note', `${table.fileName}: ${footers[0]?.text ?? ''}`, null, footers.length)
  }
  if (of('opportunities').length > 0) findIdleSellers(known, people, deals, notes)
  return {
    stages: deals.newStages,
    teams: people.teams,
    sellers: people.sellers,
    memberships: people.memberships,
    accounts: accounts.rows,
    products: products.rows,
    opportunities: deals.rows,
    activities,
    sources: notes.sources,
    tableCounts: notes.tableCounts,
    entityCounts: notes.entityCounts(),
    stagePreview: deals.stagePreview(),
    findings: notes.findings(),
    rejected: notes.rejected,
    won: deals.wonSum(),
    firstWonOn: deals.firstWonOn,
    lastWonOn: deals.lastWonOn,
    dataAsOfOn: deals.newestOn
  }
}

/** Sellers listed in the files who have no deal, neither there nor in the workspace: often left, often a spelling. */
function findIdleSellers(known: KnownFacts, people: PeopleDesk, deals: DealDesk, notes: Notebook): void {
  const busy = new Set<number | null>()
  for (const row of known.opportunities) busy.add(row.values.seller)
  for (const row of deals.rows) busy.add(row.values.seller)
  for (const { id, values } of people.sellers)
    if (!busy.has(id) && values.role !== 'manager') notes.find('sellerWithoutDeals', 'note', values.name)
}

/** Whether a plan would write anything; rejected rows alone do not make an import. */
export const isEmptyPlan = (plan: ImportPlan): boolean =>
  [
    plan.stages,
    plan.teams,
    plan.sellers,
    plan.memberships,
    plan.accounts,
    plan.products,
    plan.opportunities,
    plan.activities
  ].every((rows) => rows.length === 0)
