// The worker's part of an import: reads the files, understands their tables and plans what would change.
// It gets what the workspace holds as plain rows and reaches no database; the rows to write go back in parts.
import { type KnownFacts, type PlanChoices, type PlanReport, planImport } from '#shared/import/plan/index.ts'
import { profileOf, shapeOf } from '#shared/import/profiles.ts'
import type { RawRow, RawSheet, ReadTable, TableChoice } from '#shared/import/types.ts'
import type { WorkerContext } from '../worker-tasks.ts'
import {
  type FileFacts,
  type FileRefusal,
  FileShelf,
  type FileSource,
  RefusedFile,
  type ShelfRequest
} from './file-shelf.ts'
import { decodeKnown } from './known-facts.ts'
import type { KnownTuples } from './store-known.ts'
import { PlanPacker, type WritingStart, type WrittenPart } from './written-part.ts'

const shelf = new FileShelf()
const firstRowCount = 12
const mostTopRows = 30

type Refused = { ok: false; fileIndex: number; refusal: FileRefusal }

async function refusable<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, fileIndex: error.fileIndex, refusal: error.refusal }
    throw error
  }
}

export type HashTaskResult = { ok: true; files: FileFacts[] } | Refused

export const hashTask = (args: { files: FileSource[] }): Promise<HashTaskResult> =>
  refusable(async () => ({ ok: true, files: await shelf.hash(args.files) }))

export interface ReadTaskArgs extends ShelfRequest {
  hashes: string[]
}

/** A table as it is understood, without its rows but the first ones. */
export interface UnderstoodTable {
  plan: Omit<ReadTable, 'rows'>
  firstRows: RawRow[]
  topRows: RawRow[]
  shape: string
  /** What a profile keeps of it; undefined for a table that is not imported. */
  profile: ReturnType<typeof profileOf>
}

export type ReadTaskResult = { ok: true; tables: UnderstoodTable[] } | Refused

const headersOf = (table: Pick<ReadTable, 'columns'>): string[] => table.columns.map((column) => column.header)

export const readTask = (args: ReadTaskArgs, context: WorkerContext): Promise<ReadTaskResult> =>
  refusable(async () => {
    const sources = await understand(args, context)
    return {
      ok: true,
      tables: sources.map(({ table, sheet }) => {
        const { rows, ...plan } = table
        return {
          plan,
          firstRows: rows.slice(0, firstRowCount),
          topRows: topRowsOf(table, sheet.rows),
          shape: shapeOf(headersOf(table)),
          profile: profileOf(table, choiceOf(args.choices, table.key))
        }
      })
    }
  })

const choiceOf = (choices: readonly TableChoice[], key: string): TableChoice | undefined =>
  choices.find((choice) => choice.key === key)

function understand(
  args: ReadTaskArgs,
  context: WorkerContext<never>
): Promise<{ table: ReadTable; sheet: RawSheet }[]> {
  let last = { done: 0, total: 0, rows: 0 }
  return shelf.understand(
    args,
    args.hashes,
    (done, total, rows) => {
      last = { done, total, rows }
      context.progress(done, total, 'import.progress.reading', rows)
    },
    () => context.progress(last.done, last.total, 'import.progress.understanding', last.rows)
  )
}

export interface PlanTaskArgs {
  /** Files, or tables that are understood already (rows of quarantine). */
  from: ReadTaskArgs | { tables: ReadTable[]; shapes: Record<string, string> }
  known: KnownTuples
  plan: PlanChoices
  /** Rows are sent to be written; nothing for a preview. */
  writing: WritingStart | null
}

export type PlanTaskResult = { ok: true; report: PlanReport } | Refused

export const planTask = (args: PlanTaskArgs, context: WorkerContext<WrittenPart>): Promise<PlanTaskResult> =>
  refusable(async () => {
    const all =
      'tables' in args.from
        ? args.from.tables
        : (await understand(args.from, { progress: context.progress, send: () => undefined })).map(({ table }) => table)
    const tables = all.filter((table) => table.entity !== null)
    const shapes = new Map(
      'tables' in args.from
        ? Object.entries(args.from.shapes)
        : tables.map((table) => [table.key, shapeOf(headersOf(table))])
    )
    const report = plan(tables, decodeKnown(args.known), shapes, args, context)
    // What was read is needed no more once it is written.
    if (args.writing !== null) shelf.clear()
    return { ok: true, report }
  })

function plan(
  tables: readonly ReadTable[],
  known: KnownFacts,
  shapes: ReadonlyMap<string, string>,
  args: PlanTaskArgs,
  context: WorkerContext<WrittenPart>
): PlanReport {
  const { writing } = args
  const what = writing === null ? 'import.progress.comparing' : 'import.progress.writing'
  const progress = (done: number, total: number, rows: number): void => context.progress(done, total, what, rows)
  if (writing === null) return planImport(tables, known, args.plan, { progress, shapes })
  const packer = new PlanPacker(writing)
  return planImport(tables, known, args.plan, { progress, shapes, emit: (part) => context.send(packer.pack(part)) })
}

/** The rows down to the header; of a table without one the first rows, one of which may be the header after all. */
function topRowsOf(table: ReadTable, rows: readonly RawRow[]): RawRow[] {
  if (table.headerRow === null) return rows.slice(0, firstRowCount)
  const { headerRow } = table
  return rows.slice(0, mostTopRows).filter((row) => row.rowNumber <= headerRow)
}
