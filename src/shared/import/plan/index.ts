// Plans an import: compares understood tables with what the workspace holds and says, without writing, what would be written.

import { columnLetters } from '../column-letters.ts'
import type { EntityName } from '../entities/entity.ts'
import type { ReadTable } from '../types.ts'
import { placesAccounts, planAccountTerritories } from './account-territories.ts'
import { AccountDesk } from './accounts.ts'
import { planContacts } from './contacts.ts'
import { CorrectionDesk } from './corrections.ts'
import { findDealChanges } from './deal-changes.ts'
import { findInDeals } from './deal-findings.ts'
import { DealDesk } from './deals.ts'
import { FiguresDesk } from './figures.ts'
import { FurtherFactsDesk } from './further-facts.ts'
import { HomeRates } from './home-rates.ts'
import { Notebook } from './notebook.ts'
import { PlanEmitter, type Planned } from './parts.ts'
import { PeopleDesk } from './people.ts'
import { ProductDesk } from './products.ts'
import { toRanges } from './seen-ranges.ts'
import { StageDesk } from './stages.ts'
import type { KnownFacts, PlanChoices, PlanPart, PlanReport, Ref, SeenRows } from './types.ts'

export type * from './types.ts'

export interface PlanOptions {
  /** Told every few thousand rows: tables done, of how many, and rows so far. */
  progress(done: number, total: number, rows: number): void
  /** Given the rows to write, part by part; without it (for a preview) no rows are made. */
  emit?: ((part: PlanPart) => void) | undefined
  /** Table key → shape of the table, for comparing with the earlier export of that shape. A table without one has no earlier export. */
  shapes: ReadonlyMap<string, string>
}

export const noChoices: PlanChoices = { stages: [], identities: [], vanished: 'keep' }

/** How often progress is told, in rows. */
const rowsPerProgress = 5000

/**
 * Works out what importing the tables would change.
 *
 * Tables go in the order of `entityNames`, and within one kind in the order of their files' names, whatever the order in which they are
 * given: so a deal finds the account that another file brings, and the answer does not depend on the order of the files. The same tables
 * over what they have made before give an empty plan.
 *
 * @param tables understood tables of all files; those without an entity are left out
 * @param known what the workspace holds, its currency, its calendar and the day
 * @param choices what the user has decided in the preview
 * @param options how progress is told and where rows go
 * @returns counts, differences, names to confirm, findings and the first rejected rows; the rows themselves go to `emit`. With `emit`,
 *   names to confirm are only there where the user has decided about some
 * @missing no tables give an empty report
 * @example planImport([], known, noChoices, { progress: () => {}, shapes: new Map() }).isEmpty // true
 */
export function planImport(
  tables: readonly ReadTable[],
  known: KnownFacts,
  choices: PlanChoices,
  options: PlanOptions
): PlanReport {
  const notes = new Notebook(options.emit !== undefined)
  const order = inOrder(tables)
  const of = (entity: EntityName): ReadTable[] => order.filter((table) => table.entity === entity)
  const clock = new ProgressClock(order.length, options.progress)
  const figures = new FiguresDesk(known, notes)
  clock.each(of('rates'), (table) => figures.planRates(table))
  const rates = new HomeRates(known.currency, [
    ...known.rates.map((rate) => rate.values),
    ...figures.rates.changed().map((rate) => rate.values)
  ])
  const people = new PeopleDesk(known, choices, notes)
  const accounts = new AccountDesk(known, choices, notes, people)
  const products = new ProductDesk(known, choices, notes)
  const stages = new StageDesk(known, choices, notes)
  const corrections = new CorrectionDesk(known)
  clock.each(of('teams'), (table) => people.teams.planTable(table, (name) => people.managerNamed(name)))
  clock.each(of('sellers'), (table) => people.planTable(table))
  clock.each(of('accounts'), (table) => accounts.planTable(table))
  accounts.joinParents()
  planContacts(of('contacts'), accounts, notes)
  clock.skip(of('contacts'))
  clock.each(of('products'), (table) => products.planTable(table))
  stages.planStages([...of('opportunities'), ...of('stageChanges')])
  const desks = { people, accounts, products, stages, corrections, rates }
  const deals = new DealDesk(known, notes, desks)
  const emitter = options.emit && new PlanEmitter(options.emit, { ...desks, deals })
  // A later table may change the deals of an earlier one.
  const early = of('opportunities').length === 1 ? emitter : undefined
  clock.each(of('opportunities'), (table) =>
    deals.planTable(table, (rows) => {
      clock.tell(rows)
      early?.giveFullParts()
    })
  )
  early?.endNewDeals()
  const references = { people, accounts, products, deals, notes, stages }
  const further = new FurtherFactsDesk(known, references)
  clock.each(of('stageChanges'), (table) => further.planStageChanges(table, clock.tell))
  clock.each(of('leads'), (table) => further.planLeads(table, clock.tell))
  clock.each(of('activities'), (table) => further.planActivities(table, clock.tell))
  clock.each(of('invoices'), (table) => further.planInvoices(table, clock.tell))
  clock.each(of('targets'), (table) => figures.planTargets(table, references))
  clock.each(of('quotas'), (table) => figures.planQuotas(table, references))
  clock.each(of('assignments'), (table) => figures.planAssignments(table, references))
  for (const table of of('accounts').filter(placesAccounts)) planAccountTerritories(table, figures, references)

  const changes = findDealChanges({ known, deals, desks, notes, shapes: options.shapes })
  const facts = findInDeals(deals, desks, known, further.lastActivities, notes)
  stages.tellGuessed((ref) => facts.minorByStage.get(ref) ?? 0)
  for (const desk of [people, accounts, products]) desk.tellNames()
  if (of('opportunities').length > 0) findIdleSellers(known, people, deals, notes)
  findInTables(order, notes)

  // What nobody will be asked any more is not looked for: likenesses among very many names take a while.
  const asks = options.emit === undefined || choices.identities.length > 0
  const planned: Planned = {
    stages,
    people,
    accounts,
    products,
    deals,
    further,
    figures,
    notes,
    aliases: [people, accounts, products].flatMap((desk) => desk.book.learntAliases()).concat(stages.aliases),
    corrections: corrections.changed(),
    removedDeals: choices.vanished === 'remove' ? changes.vanished : []
  }
  emitter?.finish(planned)
  return {
    tableCounts: notes.tableCounts,
    entityCounts: notes.entityCounts(),
    stagePreview: stages.preview(),
    identities: [accounts, people, products].flatMap((desk) => desk.identities(asks)),
    differences: changes.differences,
    findings: notes.findings(),
    rejected: notes.rejected,
    seen: [
      ...[...deals.seenByTable].map(([{ key }, refs]): SeenRows => {
        return { tableKey: key, entity: 'opportunities', ranges: toRanges(refs) }
      }),
      ...notes.seen.report()
    ],
    won: facts.won,
    firstWonOn: facts.firstWonOn,
    lastWonOn: facts.lastWonOn,
    dataAsOfOn: newestDay([facts.newestOn, ...further.lastActivities.values()]),
    qualityRatio: facts.qualityRatio,
    needsScenario: of('quotas').length > 0 || of('assignments').length > 0 || of('accounts').some(placesAccounts),
    isEmpty: isEmptyPlan(planned)
  }
}

function inOrder(tables: readonly ReadTable[]): ReadTable[] {
  const nameOf = (table: ReadTable): string => `${table.fileName}\u0000${table.sheet ?? ''}\u0000${table.key}`
  return tables
    .filter((table) => table.entity !== null)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
}

const newestDay = <Day extends string>(days: Iterable<Day | null>): Day | null => {
  let newest: Day | null = null
  for (const day of days) if (day !== null && (newest === null || day > newest)) newest = day
  return newest
}

/** Counts rows and tables, and tells of them now and then. */
class ProgressClock {
  readonly #total: number
  readonly #progress: PlanOptions['progress']
  #done = 0
  #rows = 0
  #told = 0

  constructor(total: number, progress: PlanOptions['progress']) {
    this.#total = total
    this.#progress = progress
  }

  readonly tell = (rows: number): void => {
    this.#rows += rows
    if (this.#rows - this.#told < rowsPerProgress) return
    this.#told = this.#rows
    this.#progress(this.#done, this.#total, this.#rows)
  }

  each(tables: readonly ReadTable[], plan: (table: ReadTable) => void): void {
    for (const table of tables) {
      const before = this.#rows
      plan(table)
      this.#finish(table, before)
    }
  }

  /** Tables that were planned all at once. */
  skip(tables: readonly ReadTable[]): void {
    for (const table of tables) this.#finish(table, this.#rows)
  }

  #finish(table: ReadTable, before: number): void {
    this.#done += 1
    this.#rows = before + table.rows.length
    this.#told = this.#rows
    this.#progress(this.#done, this.#total, this.#rows)
  }
}

/** Sellers listed in the files who have no deal, neither there nor in the workspace: often left, often a spelling. */
function findIdleSellers(known: KnownFacts, people: PeopleDesk, deals: DealDesk, notes: Notebook): void {
  const busy = new Set<Ref | null>()
  for (const row of known.opportunities) busy.add(row.values.seller)
  for (const entry of deals.entries) busy.add(entry.values.seller)
  for (const { ref, values, isListed } of people.drafts.all())
    if (isListed && !busy.has(ref) && values.role !== 'manager') notes.find('sellerWithoutDeals', values.name)
}

/** What is said of the tables themselves: rows left out, cells read as the one above, formulas that are errors. */
function findInTables(tables: readonly ReadTable[], notes: Notebook): void {
  for (const table of tables) {
    const { leftOut, leftOutCount, filledCells, fileName } = table
    const footers = leftOut.filter((row) => row.text !== '')
    const count = footers.length + Math.max(0, leftOutCount - leftOut.length)
    if (count > 0) notes.find('footerRows', `${fileName}: ${footers[0]?.text ?? ''}`, null, count)
    if (filledCells > 0) notes.find('filledDown', fileName, null, filledCells)
    findErrorCells(table, notes)
  }
}

/** Formulas that are errors are empty cells: those in columns that mean something are told, column by column. */
function findErrorCells({ columns, rows, fileName, notes: sheet }: ReadTable, notes: Notebook): void {
  const mapped = new Set(columns.filter(({ field }) => field !== 'none').map(({ index }) => index))
  const [first, last] = [rows[0]?.rowNumber ?? 0, rows.at(-1)?.rowNumber ?? -1]
  const counts = new Map<number, { cells: number; place: string }>()
  for (const { rowNumber, column, text } of sheet.errorPlaces ?? []) {
    if (!mapped.has(column) || rowNumber < first || rowNumber > last) continue
    const place = `${columnLetters(column)}${rowNumber}: ${text}`
    const told = counts.get(column)
    if (told === undefined) counts.set(column, { cells: 1, place })
    else told.cells += 1
  }
  for (const [column, { cells, place }] of counts) {
    const header = columns.find(({ index }) => index === column)?.header ?? ''
    notes.find('errorCells', `${fileName}${header === '' ? '' : `, ${header}`}, ${place}`, null, cells)
  }
}

/** Whether a plan would write anything; rows in quarantine alone do not make an import. */
function isEmptyPlan({ stages, people, accounts, products, deals, further, figures, ...rest }: Planned): boolean {
  return (
    stages.newStages.length === 0 &&
    people.teams.changed().length === 0 &&
    people.teams.memberships.length === 0 &&
    [people, accounts, products].every((desk) => desk.drafts.changed().length === 0) &&
    deals.entries.every((entry) => !entry.isChanged) &&
    [further.activities, further.leads, further.invoices, further.stageChanges].every(isEmptyDesk) &&
    [figures.rates, figures.targets, figures.quotas, figures.assignments, figures.coverages].every(isEmptyDesk) &&
    figures.territories.length === 0 &&
    rest.aliases.length === 0 &&
    rest.corrections.length === 0 &&
    rest.removedDeals.length === 0
  )
}

const isEmptyDesk = (desk: { changed(): readonly unknown[] }): boolean => desk.changed().length === 0
