// The worker's part of an import: reads the files, understands their tables and plans what would change.
// It gets what the workspace holds as plain rows and reaches no database.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { type ImportPlan, isEmptyPlan, type KnownFacts, planImport } from '#shared/import/plan/index.ts'
import type { ImportPreview, Question, ReadTable, Scale, TableChoice, TablePreview } from '#shared/import/types.ts'
import { type RawSheet, readDictionary, understandSheet } from '#shared/import/understand.ts'
import type { WorkerContext } from '../worker-tasks.ts'
import { type ReadRefusal, readTables, UnreadableFile } from './readers/index.ts'

export interface PlanTaskArgs {
  files: { path: string; name: string }[]
  choices: TableChoice[]
  known: KnownFacts
  /** The rows to write are only sent back when they are going to be written. */
  needsRows: boolean
}

export interface ReadFileFacts {
  name: string
  sha256: string
  bytes: number
}

export type PlanTaskResult =
  | {
      ok: true
      preview: ImportPreview
      files: ReadFileFacts[]
      tables: Omit<ReadTable, 'rows'>[]
      plan: ImportPlan | null
    }
  | { ok: false; fileName: string; refusal: ReadRefusal | { code: 'import.fileGone' } }

const mostBytes = 512 * 1_048_576
const firstRowCount = 12

export async function planTask(args: PlanTaskArgs, context: WorkerContext): Promise<PlanTaskResult> {
  const facts: ReadFileFacts[] = []
  const sheets: { fileIndex: number; fileName: string; sheet: RawSheet }[] = []
  const steps = args.files.length + 1
  for (const [fileIndex, file] of args.files.entries()) {
    context.progress(fileIndex, steps, 'import.progress.reading')
    try {
      const { size } = await stat(file.path)
      if (size > mostBytes)
        throw new UnreadableFile({ code: 'import.fileTooLarge', megabytes: Math.round(size / 1_048_576) })
      const bytes = new Uint8Array(await readFile(file.path))
      facts.push({ name: file.name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })
      for (const sheet of await readTables(file.name, bytes)) sheets.push({ fileIndex, fileName: file.name, sheet })
    } catch (error) {
      if (error instanceof UnreadableFile) return { ok: false, fileName: file.name, refusal: error.refusal }
      if (isMissing(error)) return { ok: false, fileName: file.name, refusal: { code: 'import.fileGone' } }
      throw error
    }
  }
  context.progress(args.files.length, steps, 'import.progress.understanding')
  const tables = understand(sheets, args.choices)
  const plan = planImport(
    tables.filter((table) => table.entity !== null),
    args.known,
    () => context.progress(args.files.length, steps, 'import.progress.comparing')
  )
  context.progress(steps, steps, 'import.progress.comparing')
  return {
    ok: true,
    preview: previewOf(tables, plan, facts),
    files: facts,
    tables: tables.map(({ rows: _, ...table }) => table),
    plan: args.needsRows ? plan : null
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR')

function understand(
  sheets: readonly { fileIndex: number; fileName: string; sheet: RawSheet }[],
  choices: readonly TableChoice[]
): ReadTable[] {
  // A data dictionary among the files says units that no cell says.
  const units = new Map<string, Scale>()
  for (const { sheet } of sheets) for (const [key, scale] of readDictionary(sheet.rows)) units.set(key, scale)
  return sheets.map(({ fileIndex, fileName, sheet }) => {
    const key = sheet.sheet === null ? String(fileIndex) : `${fileIndex}/${sheet.sheet}`
    const choice = choices.find((each) => each.key === key)
    // A hidden sheet is shown in the preview, and imported only if the user says so.
    const said = choice ?? (sheet.isHidden ? { key, entity: null } : undefined)
    return understandSheet(sheet, { key, fileIndex, fileName }, said, units)
  })
}

function previewOf(tables: readonly ReadTable[], plan: ImportPlan, facts: readonly ReadFileFacts[]): ImportPreview {
  const questions: Question[] = tables.flatMap((table) => (table.entity === null ? [] : table.questions))
  return {
    tables: tables.map(
      ({ rows, questions: _, ...table }): TablePreview => ({
        ...table,
        counts: plan.tableCounts[table.key] ?? { new: 0, changed: 0, same: 0, rejected: 0 },
        firstRows: rows.slice(0, firstRowCount)
      })
    ),
    entities: plan.entityCounts,
    stages: plan.stagePreview,
    questions,
    findings: plan.findings,
    rejected: plan.rejected,
    won: plan.won,
    firstWonOn: plan.firstWonOn,
    lastWonOn: plan.lastWonOn,
    isEmpty: isEmptyPlan(plan),
    hashes: facts.map((file) => file.sha256)
  }
}
