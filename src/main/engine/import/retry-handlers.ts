// Answers the calls about quarantine: rows that were not taken are shown, mended, left aside, or imported again by themselves with the
// mapping of their file.
import { done, type Failed, fail, type HandlersOf, type JobContext, nothingDone, type Ok, ok } from '#engine/handler.ts'
import { findScenario, getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { importContract } from '#shared/import/contract.ts'
import { placesAccounts } from '#shared/import/plan/account-territories.ts'
import type { ColumnPlan, ImportError, ImportOutcome, ReadTable } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { refuse } from './run-handlers.ts'
import { loadKnown } from './store-known.ts'
import {
  getFile,
  listQuarantine,
  listRetried,
  markFixed,
  mendCell,
  type RetriedRow,
  type StoredFile,
  setDismissed,
  setProblem
} from './store-quarantine.ts'
import { findScenarioOfImport } from './store-same.ts'
import { ImportWriter } from './write-import.ts'

type Handlers = HandlersOf<(typeof importContract)['calls']>
type Retried = ImportOutcome & { taken: number; left: number }

/** The column as it was mapped then; early imports kept less of it. */
const columnOf = (stored: StoredFile['columns'][number]): ColumnPlan => ({
  kind: null,
  confidence: 1,
  isChosen: false,
  filled: 0,
  examples: [],
  isHidden: false,
  ...stored
})

/** The table that mended rows make: understood as their file was. */
function tableOf(file: StoredFile, rows: readonly RetriedRow[], fileIndex: number): ReadTable {
  const {
    headerRow = 1,
    headerRows = 1,
    firstColumn = 0,
    encoding = null,
    delimiter = null,
    quote = null
  } = file.reading
  return {
    key: String(fileIndex),
    fileIndex,
    fileName: file.fileName,
    sheet: file.sheet,
    entity: file.entity,
    entityConfidence: 1,
    headerRow,
    headerRows,
    firstColumn,
    columns: file.columns.map(columnOf),
    rowCount: rows.length,
    leftOut: [],
    leftOutCount: 0,
    filledCells: 0,
    encoding,
    delimiter,
    quote,
    visibility: 'visible',
    notes: {
      hiddenRows: [],
      hiddenColumns: [],
      mergedRanges: 0,
      formulas: 0,
      formulasWithoutValue: 0,
      errorCells: 0,
      errorExamples: [],
      usesDates1904: false
    },
    profile: null,
    rows: rows.map(({ rowNumber, cells }) => ({ rowNumber, cells })),
    questions: []
  }
}

/** The scenario that the files of these rows were imported into; quotas and assignments go there again. */
function findTargetScenario(
  context: JobContext,
  files: readonly StoredFile[],
  tables: readonly ReadTable[]
): ScenarioId | null | ImportError {
  const file = files.find(({ entity }, at) => {
    const table = tables[at]
    return entity === 'quotas' || entity === 'assignments' || (table !== undefined && placesAccounts(table))
  })
  if (file === undefined) return null
  const scenarioId = findScenarioOfImport(context.db, file.importId)
  const scenario = scenarioId === null ? undefined : findScenario(context.db, scenarioId)
  if (scenario === undefined) return { code: 'import.needsScenario' }
  return scenario.lockedAt === null ? scenario.id : { code: 'import.scenarioLocked' }
}

function groupByFile(rows: readonly RetriedRow[]): Map<number, RetriedRow[]> {
  const files = new Map<number, RetriedRow[]>()
  for (const row of rows) files.set(row.fileId, [...(files.get(row.fileId) ?? []), row])
  return files
}

async function retry(context: JobContext, rowIds: readonly number[]): Promise<Ok<Retried> | Failed<ImportError>> {
  return context.writeStream<Retried, ImportError>(async ({ db, inWorker }) => {
    const rows = listRetried(db, rowIds).filter((row) => row.state !== 'fixed')
    const [firstRow] = rows
    if (firstRow === undefined) return fail({ code: 'import.rowMissing' })
    const byFile = groupByFile(rows)
    const files = [...byFile.keys()].map((id) => getFile(db, id))
    const tables = files.map((file, at) => tableOf(file, byFile.get(file.id) ?? [], at))
    const scenarioId = findTargetScenario(context, files, tables)
    if (scenarioId !== null && typeof scenarioId === 'object') return fail(scenarioId)
    const { currency, calendar } = getSettings(db)
    const entities = new Set(files.map(({ entity }) => entity))
    const title = `${files[0]?.fileName ?? ''}${files.length > 1 ? ` +${files.length - 1}` : ''} (${rows.length})`
    const writer = new ImportWriter(db, {
      about: { title, kind: 'retry', importedAt: context.now, fingerprint: null, choices: {} },
      files: files.map((file, at) => ({
        table: tables[at] as ReadTable,
        shape: file.shape,
        sha256: file.sha256,
        bytes: file.bytes
      })),
      scenarioId,
      currency,
      today: context.today,
      expected: {}
    })
    const planned = await inWorker(
      'import.plan',
      {
        from: { tables, shapes: {} },
        known: loadKnown(db, {
          currency,
          calendar,
          today: context.today,
          scenario: scenarioId === null ? null : { id: scenarioId, fiscalYear: getFiscalYear(db, scenarioId) },
          entities
        }),
        plan: { stages: [], identities: [], vanished: 'keep' },
        writing: writer.start
      },
      (part) => writer.take(part)
    )
    if (!planned.ok)
      return refuse(
        planned,
        files.map(({ fileName }) => ({ name: fileName }))
      )
    const { report } = planned
    const problems = new Map(
      writer.stillRejected.map(({ tableKey, rowNumber, problem }) => [`${tableKey} ${rowNumber}`, problem])
    )
    const outcome = {
      title,
      entities: report.entityCounts,
      findings: report.findings,
      won: report.won,
      taken: rows.length - problems.size,
      left: problems.size
    }
    // Rows that stay are told their new reason, which is a step too; the import itself stays only when it brought something.
    if (report.isEmpty) writer.abandon()
    else writer.finish(report, [])
    const importId = report.isEmpty ? null : writer.importId
    let hasChanged = !report.isEmpty
    files.forEach(({ id: fileId }, at) => {
      for (const row of byFile.get(fileId) ?? []) {
        const problem = problems.get(`${at} ${row.rowNumber}`)
        if (problem === undefined) markFixed(db, row.id, importId)
        else setProblem(db, row.id, problem)
        hasChanged ||= problem === undefined
      }
    })
    if (!hasChanged && problems.size === 0) return nothingDone({ importId, ...outcome })
    return done({ importId, ...outcome }, { title, count: outcome.taken })
  })
}

export const retryHandlers = {
  listRejected: ({ db }, { importId, includesClosed }) => ok(listQuarantine(db, importId, includesClosed)),

  mendRejected: ({ db }, { mends }) => {
    for (const { rowId, column, cell } of mends)
      if (!mendCell(db, rowId, column, cell)) return fail({ code: 'import.rowMissing' })
    return done(null, { count: mends.length })
  },

  retryRejected: (context, { rowIds }) => retry(context, rowIds),

  dismissRejected: ({ db }, { rowIds, isDismissed }) => {
    const there = setDismissed(db, rowIds, isDismissed)
    return there === 0 ? fail({ code: 'import.rowMissing' }) : done(null, { count: there })
  }
} satisfies Partial<Handlers>
