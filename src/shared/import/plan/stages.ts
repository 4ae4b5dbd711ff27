// Plans stages: what the stage names of the files mean, by name, by what the user says, by words, or by other columns of the file.
import { orderStageNames, stageStatusOf } from '#shared/playbook/index.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { orderStageOf } from '../order-list.ts'
import { recordReader } from '../record.ts'
import type { ReadTable, StageChoice, StagePreview } from '../types.ts'
import type { Notebook } from './notebook.ts'
import type { KnownFacts, PlanChoices, PlannedAlias, PlanPart, Ref } from './types.ts'
import { flagOf, numberOf, textOf } from './values.ts'

/** A stage name of the files, and the stage it stands for. */
export interface StageUse {
  readonly name: string
  readonly id: Ref
  readonly status: StageStatus
  readonly sureness: StagePreview['sureness']
  deals: number
}

/** What columns beside the stage say about the deals that stand in it. */
interface Evidence {
  rows: number
  won: number
  lost: number
  certain: number
  withProbability: number
}

/** Columns that say of every deal what its stage means. */
const evidenceFields: ReadonlySet<string> = new Set(['stage', 'isWon', 'isClosed', 'probability'])

export class StageDesk {
  readonly newStages: PlanPart['stages'] = []
  readonly aliases: PlannedAlias[] = []
  readonly #notes: Notebook
  readonly #known: KnownFacts['stages']
  readonly #byKey = new Map<string, Ref>()
  readonly #choices = new Map<string, StageChoice>()
  /** Stages in which whole lists of orders stand. */
  readonly #ofOrders = new Set<string>()
  readonly #uses = new Map<string, StageUse>()
  readonly #met = new Map<string, StageUse>()
  readonly #stages = new Map<Ref, { name: string; status: StageStatus; order: number | null }>()

  constructor(known: KnownFacts, choices: PlanChoices, notes: Notebook) {
    this.#notes = notes
    this.#known = known.stages
    for (const [order, { id, name, nameKey: key, status, aliasKeys }] of known.stages.entries()) {
      this.#stages.set(id, { name, status, order })
      this.#byKey.set(key, id)
      for (const alias of aliasKeys) if (!this.#byKey.has(alias)) this.#byKey.set(alias, id)
    }
    for (const choice of choices.stages) this.#choices.set(nameKey(choice.name), choice)
  }

  statusOf(ref: Ref): StageStatus {
    return this.#stages.get(ref)?.status ?? 'open'
  }

  orderOf(ref: Ref): number | null {
    return this.#stages.get(ref)?.order ?? null
  }

  nameOf(ref: Ref): string {
    return this.#stages.get(ref)?.name ?? ''
  }

  /** What a stage name of the files stands for; all names were met before. */
  find(name: string): StageUse | undefined {
    let use = this.#met.get(name)
    if (use === undefined) {
      use = this.#uses.get(nameKey(name))
      if (use !== undefined) this.#met.set(name, use)
    }
    return use
  }

  /** Looks at all stage names of the files together, so that new stages get their place in the funnel. */
  planStages(tables: readonly ReadTable[]): void {
    const met = new Map<string, string>()
    for (const table of tables) {
      const order = orderStageOf(table)
      if (order !== undefined && table.rows.length > 0) {
        if (!met.has(nameKey(order))) met.set(nameKey(order), order)
        this.#ofOrders.add(nameKey(order))
        this.#notes.find('ordersCountAsWon', table.fileName, null, table.rows.length)
      }
      for (const column of table.columns) {
        const isStage = column.field === 'stage'
        if (!isStage && column.field !== 'status') continue
        const seen = new Set<unknown>()
        for (const row of table.rows) {
          const cell = row.cells[column.index]
          if (cell === null || cell === undefined || seen.has(cell)) continue
          seen.add(cell)
          const name = String(cell).replace(/\s+/g, ' ').trim()
          const key = nameKey(name)
          // Of a status beside the stage only what ends a deal is a stage; "open" and "active" are none.
          if (key === '' || met.has(key) || (!isStage && stageStatusOf(name) === 'open')) continue
          met.set(key, name)
        }
      }
    }
    const names = [...met.values()]
    const isUntold = names.some((name) => !this.#byKey.has(nameKey(name)) && isGuess(name))
    const evidence = evidenceOf(tables, isUntold)
    for (const name of orderStageNames(names)) this.#meet(name, evidence.get(nameKey(name)))
  }

  #meet(name: string, evidence: Evidence | undefined): void {
    const key = nameKey(name)
    const choice = this.#choices.get(key)
    const own = this.#byKey.get(key)
    if (choice?.stageId !== undefined && this.#stages.has(choice.stageId)) {
      const id: Ref = choice.stageId
      this.#uses.set(key, { name, id, status: this.statusOf(id), sureness: 'chosen', deals: 0 })
      if (own === undefined) this.aliases.push({ of: 'stages', ref: id, alias: name, aliasKey: key })
      return
    }
    if (own !== undefined) {
      this.#uses.set(key, { name, id: own, status: this.statusOf(own), sureness: 'known', deals: 0 })
      this.#holdAgainst(name, this.statusOf(own), evidence)
      return
    }
    const { status, sureness } = this.#meaningOf(name, choice, evidence)
    const id = -(this.newStages.length + 1)
    this.newStages.push({ id, name, nameKey: key, status })
    // A new stage has no place among the known ones yet; where there are none, the new ones are in order among themselves.
    this.#stages.set(id, { name, status, order: this.#known.length === 0 ? this.newStages.length : null })
    this.#byKey.set(key, id)
    this.#uses.set(key, { name, id, status, sureness, deals: 0 })
    this.#notes.countEntity('stages', 'new')
  }

  #meaningOf(
    name: string,
    choice: StageChoice | undefined,
    evidence: Evidence | undefined
  ): Pick<StageUse, 'status' | 'sureness'> {
    if (choice?.status !== undefined) return { status: choice.status, sureness: 'chosen' }
    if (this.#ofOrders.has(nameKey(name))) return { status: 'won', sureness: 'words' }
    const byWords = stageStatusOf(name)
    if (byWords !== 'open') {
      this.#holdAgainst(name, byWords, evidence)
      return { status: byWords, sureness: 'words' }
    }
    const byColumns = evidence === undefined ? undefined : meaningOfEvidence(evidence)
    if (byColumns !== undefined) return { status: byColumns, sureness: 'words' }
    return { status: 'open', sureness: isGuess(name) ? 'guess' : 'words' }
  }

  /** Words say one thing, and a column such as "Won" says another of every deal in the stage. */
  #holdAgainst(name: string, status: StageStatus, evidence: Evidence | undefined): void {
    if (evidence === undefined) return
    const said = meaningOfEvidence(evidence)
    const isWonAgainstIt = status === 'won' && evidence.lost > 0 && evidence.won === 0
    if ((said !== undefined && said !== status && said !== 'open') || isWonAgainstIt)
      this.#notes.find('stageContradicted', name, null, evidence.rows)
  }

  /** Stages that no word and no column tells: taken as open, and said. */
  tellGuessed(amountOf: (ref: Ref) => number): void {
    for (const use of this.#uses.values())
      if (use.sureness === 'guess' && use.deals > 0)
        this.#notes.find('stageGuessed', use.name, amountOf(use.id), use.deals)
  }

  preview(): StagePreview[] {
    const rank: Record<StageStatus, number> = { open: 0, won: 1, lost: 2 }
    return [...this.#uses.values()]
      .filter((use) => use.deals > 0)
      .sort((a, b) => rank[a.status] - rank[b.status])
      .map(({ name, status, deals, id, sureness }) => ({
        name,
        status,
        deals,
        isNew: id < 0,
        stageId: id > 0 ? (id as StageId) : null,
        sureness
      }))
  }
}

/** What all deals of a stage agree on; undefined where they don't, or where nothing is said. */
function meaningOfEvidence({ rows, won, lost, certain, withProbability }: Evidence): StageStatus | undefined {
  if (rows === 0) return undefined
  if (won === rows) return 'won'
  if (lost === rows) return 'lost'
  // A chance of 100 % is given to deals that are won; 0 % is given to lost deals and to very early ones alike.
  return withProbability === rows && certain === rows ? 'won' : undefined
}

/** Words of steps on the way, by which an open stage is told. */
const openWords =
  /\b(open|abiert[oa]s?|lead|prospect\w*|prospeccion|new|nuev[oa]|contact\w*|appointment\w*|cita|meeting|reunion|qualif\w*|calific\w*|cualific\w*|discovery|descubrimiento|needs|necesidades|engag\w*|analysis|analisis|demo\w*|present\w*|evaluation|evaluacion|decision\w*|propos\w*|propuesta|quote|cotizacion|presupuesto|oferta|price|negoti\w*|negociacion|review|revision|contract\w*|contrato|verbal|in progress|en curso|en proceso|pending|pendiente|develop\w*|perception|propuesta de valor|value proposition)\b/

const isGuess = (name: string): boolean => stageStatusOf(name) === 'open' && !openWords.test(nameKey(name))

/**
 * By key of the stage name, over the tables that have such columns. Chances are read only where a stage's own words tell nothing:
 * that pass over the rows is not free.
 */
function evidenceOf(tables: readonly ReadTable[], isUntold: boolean): Map<string, Evidence> {
  const byStage = new Map<string, Evidence>()
  const keys = new Map<string, string>()
  for (const table of tables) {
    if (table.entity !== 'opportunities') continue
    const columns = table.columns.filter((column) => evidenceFields.has(column.field))
    if (columns.length < 2 || !columns.some((column) => column.field === 'stage')) continue
    if (!isUntold && !columns.some((column) => column.field === 'isWon' || column.field === 'isClosed')) continue
    const read = recordReader({ ...table, columns })
    for (const row of table.rows) {
      const { values } = read(row)
      const name = textOf(values.stage)
      if (name === null) continue
      let key = keys.get(name)
      if (key === undefined) {
        key = nameKey(name)
        keys.set(name, key)
      }
      let evidence = byStage.get(key)
      if (evidence === undefined) {
        evidence = { rows: 0, won: 0, lost: 0, certain: 0, withProbability: 0 }
        byStage.set(key, evidence)
      }
      const [isWon, isClosed] = [flagOf(values.isWon), flagOf(values.isClosed)]
      const probability = numberOf(values.probability)
      evidence.rows += 1
      if (isWon === true) evidence.won += 1
      if (isWon === false && isClosed === true) evidence.lost += 1
      if (probability !== null) evidence.withProbability += 1
      if (probability === 1) evidence.certain += 1
    }
  }
  return byStage
}
