// What the worker sends to be written: rows of tables with their ids, ready for SQLite, in parts; and how a plan becomes that.
// The engine writes them in write-import.ts.
import type { SqlValue } from '#engine/db.ts'
import type {
  PlannedCorrection,
  PlannedDeal,
  PlannedQuarantine,
  PlannedRow,
  PlannedSource,
  PlanPart,
  Ref
} from '#shared/import/plan/types.ts'
import type { IdentityEntity } from '#shared/import/types.ts'
import {
  type References,
  type ReferredTable,
  type RowShape,
  referredTables,
  rowShapes,
  type ShapedKind,
  shapedKinds,
  type WritingPlace
} from './row-shapes.ts'
import { type PackedRow, packRows, rowsPerBlock } from './source-blocks.ts'

/** Rows of one table: the first value is the id, the others are those of `columns`. */
export interface RowBatch {
  table: string
  columns: readonly string[]
  rows: SqlValue[][]
}

export interface WrittenPart {
  stages: PlanPart['stages']
  teams: PlanPart['teams']
  sellers: PlanPart['sellers']
  memberships: PlanPart['memberships']
  territories: PlanPart['territories']
  inserts: RowBatch[]
  updates: RowBatch[]
  /** What changed deals were: values of dealVersionColumns. */
  dealVersions: SqlValue[][]
  /** Parents of accounts: [id, parent]. */
  parents: [number, number | null][]
  aliases: { of: IdentityEntity | 'stages'; id: number; alias: string; aliasKey: string }[]
  corrections: PlannedCorrection[]
  removedDeals: number[]
  /** Tables into which no new row comes any more. */
  completeTables: string[]
  quarantine: PlannedQuarantine[]
}

/** What the engine says before the first part: the next free id of each table, and the row of import_files of each table of the files. */
export interface WritingStart extends WritingPlace {
  nextIds: Readonly<Record<string, number>>
  fileIds: Readonly<Record<string, number>>
  /** Rows that were in quarantine before: those that still can't be taken are told, not put there again. */
  isRetry: boolean
}

const quarantineColumns = ['id', 'import_file_id', 'row_number', 'cells_json', 'rule', 'header', 'cell']
const blockColumns = ['id', 'last_id', 'import_file_id', 'packing', 'rows_packed']

export class PlanPacker {
  readonly #start: WritingStart
  readonly #refs: References
  readonly #sourceBase: number
  #nextQuarantine: number

  constructor(start: WritingStart) {
    this.#start = start
    this.#refs = Object.fromEntries(
      referredTables.map((table) => [table, (ref: Ref | null) => (ref === null ? null : this.idOf(table, ref))])
    ) as Record<ReferredTable, (ref: Ref | null) => number | null>
    this.#sourceBase = this.#next('source_blocks')
    this.#nextQuarantine = this.#next('quarantine_rows')
  }

  #next(table: string): number {
    const next = this.#start.nextIds[table]
    if (next === undefined) throw new Error(`the next id of ${table} is not known`)
    return next
  }

  /** -1 is the first new row, and so on; references above 0 are ids. */
  idOf(table: string, ref: Ref): number {
    return ref > 0 ? ref : this.#next(table) - ref - 1
  }

  #fileId(tableKey: string): number {
    const id = this.#start.fileIds[tableKey]
    if (id === undefined) throw new Error(`no file is known for the table ${tableKey}`)
    return id
  }

  pack(part: PlanPart): WrittenPart {
    const inserts: RowBatch[] = []
    const updates: RowBatch[] = []
    if (part.sources.length > 0) inserts.push(this.#blocks(part.firstSource, part.sources))
    for (const kind of shapedKinds) this.#shape(kind, part, inserts, updates)
    if (!this.#start.isRetry && part.quarantine.length > 0) inserts.push(this.#quarantine(part.quarantine))
    return {
      stages: part.stages,
      teams: part.teams,
      sellers: part.sellers,
      memberships: part.memberships,
      territories: part.territories,
      inserts,
      updates,
      dealVersions: part.opportunities.flatMap((row) => this.#version(row)),
      parents: part.accounts.flatMap(({ id, values }): [number, number | null][] =>
        id > 0 || values.parent !== null ? [[this.idOf('accounts', id), this.#refs.accounts(values.parent)]] : []
      ),
      aliases: part.aliases.map(({ of, ref, alias, aliasKey }) => ({ of, id: this.idOf(of, ref), alias, aliasKey })),
      // What the file says now may be a row that this very import makes.
      corrections: part.corrections.map((each) =>
        each.of !== null && typeof each.imported === 'number'
          ? { ...each, imported: this.idOf(each.of, each.imported) }
          : each
      ),
      removedDeals: part.removedDeals,
      completeTables: part.complete.map((kind) => rowShapes[kind].table),
      quarantine: this.#start.isRetry ? part.quarantine : []
    }
  }

  #shape(kind: ShapedKind, part: PlanPart, inserts: RowBatch[], updates: RowBatch[]): void {
    const rows = part[kind] as PlannedRow<never>[]
    if (rows.length === 0) return
    const shape = rowShapes[kind] as RowShape<never>
    const fresh: SqlValue[][] = []
    const changed: SqlValue[][] = []
    const resourced: SqlValue[][] = []
    for (const { id, values, source, isAgain } of rows) {
      const cells = shape.toRow(values, this.#refs, this.#start)
      cells.unshift(this.idOf(shape.table, id))
      const from = source === null ? null : this.#sourceBase + source
      if (id < 0 && isAgain !== true) {
        if (shape.hasSource) cells.push(from)
        fresh.push(cells)
      } else if (shape.hasSource && from !== null) {
        cells.push(from)
        resourced.push(cells)
      } else changed.push(cells)
    }
    const { table, columns } = shape
    const withSource = shape.hasSource ? [...columns, 'source_row_id'] : columns
    // New rows have to go in by their ids, which stand for one range in the log.
    if (fresh.length > 0)
      inserts.push({ table, columns: ['id', ...withSource], rows: fresh.sort((a, b) => Number(a[0]) - Number(b[0])) })
    if (resourced.length > 0) updates.push({ table, columns: withSource, rows: resourced })
    if (changed.length > 0) updates.push({ table, columns, rows: changed })
  }

  #version({ id, before }: PlannedDeal): SqlValue[][] {
    if (id < 0 || before === null) return []
    const { stage, seller, account, amountMinor, currency, closeOn } = before
    return [
      [
        id,
        this.#refs.stages(stage),
        this.#refs.sellers(seller),
        this.#refs.accounts(account),
        amountMinor,
        currency,
        closeOn
      ]
    ]
  }

  #blocks(firstSource: number, sources: readonly PlannedSource[]): RowBatch {
    const rows: SqlValue[][] = []
    let held: PackedRow[] = []
    let first = 0
    const close = (end: number): void => {
      if (held.length === 0) return
      const id = this.#sourceBase + firstSource + first
      const fileId = this.#fileId(sources[first]?.tableKey ?? '')
      rows.push([id, id + (end - first) - 1, fileId, 'deflate', packRows(held)])
      held = []
    }
    sources.forEach(({ tableKey, rowNumber, cells }, at) => {
      if (held.length === rowsPerBlock || (held.length > 0 && tableKey !== sources[first]?.tableKey)) close(at)
      if (held.length === 0) first = at
      held.push([rowNumber, cells])
    })
    close(sources.length)
    return { table: 'source_blocks', columns: blockColumns, rows }
  }

  #quarantine(rows: readonly PlannedQuarantine[]): RowBatch {
    return {
      table: 'quarantine_rows',
      columns: quarantineColumns,
      rows: rows.map(({ tableKey, rowNumber, cells, problem }) => [
        this.#nextQuarantine++,
        this.#fileId(tableKey),
        rowNumber,
        JSON.stringify(cells),
        problem.rule,
        problem.header,
        problem.cell
      ])
    }
  }
}
