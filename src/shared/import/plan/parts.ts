// Gives out what was planned in parts: what others refer to first, long lists in slices, each row with the source row it comes from.
import type { RawRow } from '../types.ts'
import type { AccountDesk } from './accounts.ts'
import type { DealEntry } from './deal-match.ts'
import type { DealDesk } from './deals.ts'
import type { Draft } from './drafts.ts'
import type { PlannedFact } from './facts.ts'
import type { FiguresDesk } from './figures.ts'
import type { FurtherFactsDesk } from './further-facts.ts'
import type { Notebook, Origin } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { ProductDesk } from './products.ts'
import type { StageDesk } from './stages.ts'
import type { AccountValues, PlannedAlias, PlannedCorrection, PlannedRow, PlanPart, Ref } from './types.ts'

/** Rows of one kind in a part, at most. */
export const rowsPerPart = 2000

export interface Planned {
  stages: StageDesk
  people: PeopleDesk
  accounts: AccountDesk
  products: ProductDesk
  deals: DealDesk
  further: FurtherFactsDesk
  figures: FiguresDesk
  notes: Notebook
  aliases: readonly PlannedAlias[]
  corrections: readonly PlannedCorrection[]
  removedDeals: readonly Ref[]
}

export const emptyPart = (firstSource: number): PlanPart => ({
  stages: [],
  teams: [],
  sellers: [],
  memberships: [],
  accounts: [],
  products: [],
  opportunities: [],
  stageChanges: [],
  leads: [],
  activities: [],
  invoices: [],
  rates: [],
  targets: [],
  quotas: [],
  territories: [],
  assignments: [],
  coverages: [],
  aliases: [],
  corrections: [],
  removedDeals: [],
  complete: [],
  firstSource,
  sources: [],
  quarantine: []
})

/** Gives out part after part. A row of a file stands among the sources once, with the first planned row that comes from it. */
class PartWriter {
  readonly #emit: (part: PlanPart) => void
  readonly #places = new Map<RawRow, number>()
  #part = emptyPart(0)
  #sources = 0
  #rows = 0

  constructor(emit: (part: PlanPart) => void) {
    this.#emit = emit
  }

  /** The part being filled. */
  get part(): PlanPart {
    return this.#part
  }

  source(origin: Origin | null, isShared = true): number | null {
    if (origin === null) return null
    const { table, row } = origin
    const known = this.#places.get(row)
    if (known !== undefined) return known
    const place = this.#sources
    this.#sources += 1
    // Only rows that later parts may refer to again need to be found again.
    if (isShared) this.#places.set(row, place)
    this.#part.sources.push({ tableKey: table.key, rowNumber: row.rowNumber, cells: row.cells })
    return place
  }

  /** Counts a row of the part; a full part is given out. */
  count(): void {
    this.#rows += 1
    if (this.#rows >= rowsPerPart) this.flush()
  }

  flush(): void {
    if (!isEmptyPart(this.#part)) this.#emit(this.#part)
    this.#part = emptyPart(this.#sources)
    this.#rows = 0
  }
}

const isEmptyPart = (part: PlanPart): boolean =>
  Object.values(part).every((rows) => !Array.isArray(rows) || rows.length === 0)

/**
 * Gives out all parts of a plan: new deals of a long table, with whatever they refer to, while the table is being planned, so that they are
 * written meanwhile; everything else at the end.
 */
export class PlanEmitter {
  readonly #writer: PartWriter
  readonly #desks: Pick<Planned, 'stages' | 'people' | 'accounts' | 'products' | 'deals'>
  #givenStages = 0
  #givenDeals = 0

  constructor(
    emit: (part: PlanPart) => void,
    desks: Pick<Planned, 'stages' | 'people' | 'accounts' | 'products' | 'deals'>
  ) {
    this.#writer = new PartWriter(emit)
    this.#desks = desks
  }

  /** Gives out the deals made so far, once they fill a part. Only for the last table of deals: no later row may change them. */
  giveFullParts(): void {
    if (this.#desks.deals.entries.length - this.#givenDeals >= rowsPerPart) this.#giveNewDeals()
  }

  /** Ends the giving out of new deals where it has begun: all of them are planned. */
  endNewDeals(): void {
    if (this.#givenDeals === 0) return
    this.#giveNewDeals()
    if (this.#desks.deals.entries.every((entry) => entry.isGiven)) this.#writer.part.complete.push('opportunities')
    this.#writer.flush()
  }

  #giveNewDeals(): void {
    const writer = this.#writer
    const { people, products, accounts, deals } = this.#desks
    this.#giveStages()
    for (const draft of people.drafts.giveNew()) writer.part.sellers.push(rowOf(draft, writer))
    for (const draft of products.drafts.giveNew()) writer.part.products.push(rowOf(draft, writer))
    emitAccounts(accounts.drafts.giveNew(), writer)
    for (const { drafts } of [people, products, accounts])
      for (const { origin } of drafts.takeTurned()) writer.source(origin)
    const { entries } = deals
    for (; this.#givenDeals < entries.length; this.#givenDeals += 1) {
      const entry = entries[this.#givenDeals]
      if (entry === undefined || entry.ref > 0) continue
      this.#giveDeal(entry)
    }
    writer.flush()
  }

  #giveStages(): void {
    this.#writer.part.stages.push(...this.#desks.stages.newStages.slice(this.#givenStages))
    this.#givenStages = this.#desks.stages.newStages.length
  }

  #giveDeal(entry: DealEntry): void {
    const writer = this.#writer
    const { ref, values, before, origin } = entry
    entry.isGiven = true
    writer.part.opportunities.push({ id: ref, values, source: writer.source(origin, false), before })
    writer.count()
  }

  finish({ people, accounts, products, deals, further, figures, notes, ...rest }: Planned): void {
    const writer = this.#writer
    this.#giveStages()
    writer.part.teams.push(...people.teams.changed())
    for (const draft of people.drafts.giveRest()) writer.part.sellers.push(rowOf(draft, writer))
    writer.part.memberships.push(...people.teams.memberships)
    for (const draft of products.drafts.giveRest()) writer.part.products.push(rowOf(draft, writer))
    writer.part.territories.push(...figures.territories)
    writer.flush()
    emitAccounts(accounts.drafts.giveRest(), writer)
    writer.flush()
    writer.part.aliases.push(...rest.aliases)
    writer.part.corrections.push(...rest.corrections)
    writer.part.removedDeals.push(...rest.removedDeals)
    emitFacts(figures.rates.changed(), 'rates', writer)
    emitFacts(figures.targets.changed(), 'targets', writer)
    emitFacts(figures.quotas.changed(), 'quotas', writer)
    emitFacts(figures.assignments.changed(), 'assignments', writer)
    emitFacts(figures.coverages.changed(), 'coverages', writer)
    writer.flush()
    for (const entry of deals.entries) if (entry.isChanged && !entry.isGiven) this.#giveDeal(entry)
    writer.flush()
    emitFacts(further.stageChanges.changed(), 'stageChanges', writer)
    emitFacts(further.leads.changed(), 'leads', writer)
    emitFacts(further.activities.changed(), 'activities', writer)
    emitFacts(further.invoices.changed(), 'invoices', writer)
    writer.flush()
    for (const row of notes.quarantine) {
      writer.part.quarantine.push(row)
      writer.count()
    }
    writer.flush()
  }
}

/**
 * Accounts go in the order of their references, so that new ones make one run of ids. A part ends only where every parent that was
 * named so far is given out too.
 */
function emitAccounts(drafts: readonly Draft<AccountValues>[], writer: PartWriter): void {
  let furthestParent: Ref = 0
  let furthest: Ref = 0
  for (const draft of drafts) {
    writer.part.accounts.push(rowOf(draft, writer))
    furthest = Math.min(furthest, draft.ref)
    furthestParent = Math.min(furthestParent, draft.values.parent ?? 0)
    if (writer.part.accounts.length >= rowsPerPart && furthest <= furthestParent) writer.flush()
  }
}

type FactLists = {
  [Name in keyof PlanPart]: PlanPart[Name] extends PlannedRow<infer Values>[]
    ? object extends Values
      ? never
      : Name
    : never
}[keyof PlanPart]

function emitFacts<Name extends Exclude<FactLists, 'opportunities'>>(
  rows: readonly PlannedFact<PlanPart[Name][number]['values']>[],
  name: Name,
  writer: PartWriter
): void {
  for (const { id, values, origin } of rows) {
    const list = writer.part[name] as PlannedRow<typeof values>[]
    list.push({ id, values, source: writer.source(origin) })
    writer.count()
  }
}

/** A row that was given out before keeps the source it was given with. */
function rowOf<Values>(draft: Draft<Values>, writer: PartWriter): PlannedRow<Values> {
  const { ref: id, values, origin } = draft
  if (draft.isGiven) return { id, values, source: null, isAgain: true }
  draft.isGiven = true
  return { id, values, source: writer.source(origin) }
}
