// Writes an import part by part, in the order in which rows refer to each other, inside the transaction of its caller: first the import
// and its files, then what the worker sends, at the end what came of it.
import type { Writer } from '#engine/db.ts'
import { joinRanges } from '#shared/import/plan/seen-ranges.ts'
import type { PlanReport, Ref } from '#shared/import/plan/types.ts'
import type { IdentityChoice, ImportId } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { numberedTables, tableOf } from './row-shapes.ts'
import { loadNextIds } from './store-known.ts'
import {
  applyCorrection,
  closeImport,
  closeImportFile,
  deleteDeals,
  deleteImport,
  insertImport,
  insertImportFile,
  insertRows,
  insertSeen,
  type NewImport,
  type NewImportFile,
  putAlias,
  putDecision,
  setParents,
  updateRows
} from './store-rows.ts'
import { insertDealVersions, keepCorrectedDeals } from './store-versions.ts'
import { WaitingRows } from './store-waiting.ts'
import { writePeople, writeStages, writeTerritories } from './write-people.ts'
import type { RowBatch, WritingStart, WrittenPart } from './written-part.ts'

export interface ImportToWrite {
  about: Omit<NewImport, 'id'>
  files: readonly Omit<NewImportFile, 'id'>[]
  scenarioId: ScenarioId | null
  currency: CurrencyCode
  today: IsoDate
  /** How many rows may be new at most, by table: many at once are written without secondary indexes, which are made anew at the end. */
  expected: Readonly<Record<string, number>>
}

/** From here on it takes less time to make the indexes of a table anew than to keep them. */
const manyRows = 20_000

const noCounts = { new: 0, changed: 0, same: 0, rejected: 0 }

export class ImportWriter {
  readonly #db: Writer
  readonly #toWrite: ImportToWrite
  readonly #nextIds: Readonly<Record<string, number>>
  readonly #suspended = new Map<string, { restore(): void }>()
  /** Deals kept as they were before a correction of theirs was told another imported value. */
  readonly #keptDeals = new Set<number>()
  readonly importId: ImportId
  /** For the worker. */
  readonly start: WritingStart
  /** Rows that can't be taken. */
  readonly waiting: WaitingRows
  /** Rows of a retry that still can't be taken. */
  readonly stillRejected: WrittenPart['quarantine'] = []

  constructor(db: Writer, toWrite: ImportToWrite) {
    const { about, files, scenarioId, currency } = toWrite
    this.#db = db
    this.#toWrite = toWrite
    this.#nextIds = loadNextIds(db, [...numberedTables, 'imports'])
    this.importId = (this.#nextIds.imports ?? 1) as ImportId
    this.waiting = new WaitingRows(db, this.#nextIds.quarantine_rows ?? 1)
    const firstFile = this.#nextIds.import_files ?? 1
    insertImport(db, { ...about, id: this.importId })
    for (const [at, file] of files.entries()) insertImportFile(db, this.importId, { ...file, id: firstFile + at })
    this.start = {
      nextIds: this.#nextIds,
      fileIds: Object.fromEntries(files.map(({ table }, at) => [table.key, firstFile + at])),
      scenarioId,
      currency,
      title: about.title,
      isRetry: about.kind === 'retry'
    }
  }

  readonly #idOf = (table: string, ref: Ref): number => (ref > 0 ? ref : (this.#nextIds[table] ?? 1) - ref - 1)

  take(part: WrittenPart): void {
    const db = this.#db
    const { today, scenarioId } = this.#toWrite
    writeStages(db, part.stages, this.#idOf)
    writePeople(db, part, this.#idOf, today)
    writeTerritories(db, part.territories, scenarioId, this.#idOf)
    insertDealVersions(db, this.importId, part.dealVersions, this.#keptDeals)
    keepCorrectedDeals(
      db,
      this.importId,
      part.corrections.map((each) => each.id),
      this.#keptDeals
    )
    for (const batch of part.inserts) this.#insert(batch)
    for (const batch of part.updates) updateRows(db, batch)
    setParents(db, part.parents)
    for (const alias of part.aliases) putAlias(db, alias)
    for (const correction of part.corrections) applyCorrection(db, correction)
    if (part.removedDeals.length > 0) this.#restoreIndexes()
    deleteDeals(db, part.removedDeals)
    for (const table of part.completeTables) this.#suspended.get(table)?.restore()
    this.stillRejected.push(...part.quarantine)
  }

  #insert(batch: RowBatch): void {
    const expected = this.#toWrite.expected[batch.table] ?? 0
    if (expected >= manyRows && !this.#suspended.has(batch.table))
      this.#suspended.set(batch.table, this.#db.suspendIndexes(batch.table))
    insertRows(
      this.#db,
      batch.table === 'quarantine_rows' ? this.waiting.take(batch, new Set(Object.values(this.start.fileIds))) : batch
    )
  }

  #restoreIndexes(): void {
    for (const suspended of this.#suspended.values()) suspended.restore()
  }

  /** Ends the import: counts, what it held, what the user decided about names. */
  finish(report: PlanReport, identities: readonly IdentityChoice[]): void {
    const db = this.#db
    this.#restoreIndexes()
    closeImport(db, this.importId, report)
    for (const [key, id] of Object.entries(this.start.fileIds))
      closeImportFile(db, id, report.tableCounts[key] ?? noCounts)
    for (const { tableKey, entity, ranges } of report.seen) {
      const table = tableOf(entity)
      // New rows come before known ones in a plan; their numbers are higher than those of all others.
      const runs = joinRanges(
        ranges.map((range) => this.#idRange(table, range)),
        []
      )
      insertSeen(db, this.#fileId(tableKey), table, runs)
    }
    this.#decide(report, identities)
  }

  /** Ends an import that brought nothing: it leaves no trace. */
  abandon(): void {
    this.#restoreIndexes()
    deleteImport(this.#db, this.importId)
  }

  #fileId(tableKey: string): number {
    const id = this.start.fileIds[tableKey]
    if (id === undefined) throw new Error(`no file is known for the table ${tableKey}`)
    return id
  }

  #idRange(table: string, [first, last]: [Ref, Ref]): [number, number] {
    if (first > 0 !== last > 0) throw new Error(`a range of ${table} runs from rows that exist to new ones`)
    const [low, high] = [this.#idOf(table, first), this.#idOf(table, last)]
    return low <= high ? [low, high] : [high, low]
  }

  /** Without a name beside it, a decision that somebody is another holds against everybody it was compared with. */
  #decide(report: PlanReport, identities: readonly IdentityChoice[]): void {
    const decidedAt = this.#toWrite.about.importedAt
    for (const { entity, name, decision, sameAs } of identities) {
      const candidate = report.identities.find((each) => each.entity === entity && each.name === name)
      const others = sameAs === undefined ? (candidate?.candidates.map((each) => each.name) ?? []) : [sameAs]
      const isSame = decision === 'same'
      if (isSame && others.length !== 1) continue
      for (const other of others)
        putDecision(this.#db, { entity, keys: [nameKey(name), nameKey(other)], isSame, decidedAt })
    }
  }
}
