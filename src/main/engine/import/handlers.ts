// Answers the calls about imports. Preview and run do the same work in a worker; run then writes the plan in one transaction.
import { defineHandlers, done, fail, type JobContext, ok } from '#engine/handler.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { importContract } from '#shared/import/contract.ts'
import type { EntityName } from '#shared/import/entities/index.ts'
import type { ImportError, ReadTable, TableChoice } from '#shared/import/types.ts'
import type { PlanTaskResult } from './plan-task.ts'
import { findSource, listImports, listQuality, listRejected, loadKnownFacts, type TracedTable } from './store.ts'
import { writeImport } from './write-import.ts'

interface Request {
  files: string[]
  choices: TableChoice[]
}

type Planned = { ok: true; value: Extract<PlanTaskResult, { ok: true }> } | { ok: false; error: ImportError }

async function plan(context: JobContext, request: Request, needsRows: boolean): Promise<Planned> {
  const files: { path: string; name: string }[] = []
  for (const token of request.files) {
    const file = context.files.find(token)
    if (file === undefined) return fail({ code: 'import.fileGone', fileName: token })
    files.push({ path: file.path, name: file.name })
  }
  const known = loadKnownFacts(context.db, getSettings(context.db).currency, context.today)
  const result = await context.inWorker('import.plan', { files, choices: request.choices, known, needsRows })
  if (!result.ok) return fail({ ...result.refusal, fileName: result.fileName })
  return ok(result)
}

const titleOf = (names: readonly string[]): string => {
  const [first = '', second, ...rest] = names
  if (second === undefined) return first
  return rest.length === 0 ? `${first}, ${second}` : `${first} +${names.length - 1}`
}

const hasEntity = (table: Omit<ReadTable, 'rows'>): table is Omit<ReadTable, 'rows'> & { entity: EntityName } =>
  table.entity !== null

export const importHandlers = defineHandlers(importContract, {
  preview: async (context, args) => {
    const planned = await plan(context, args, false)
    return planned.ok ? ok(planned.value.preview) : planned
  },

  run: async (context, args) => {
    const planned = await plan(context, args, true)
    if (!planned.ok) return planned
    const { preview, files, tables: all, plan: rows } = planned.value
    const changed = files.find((file, index) => args.hashes !== undefined && args.hashes[index] !== file.sha256)
    if (changed !== undefined) return fail({ code: 'import.fileChanged', fileName: changed.name })
    const tables = all.filter(hasEntity)
    if (tables.length === 0) return fail({ code: 'import.nothingRecognised' })
    const open = preview.questions.find((question) => question.whileOpen === null)
    if (open !== undefined) {
      const fileName = tables.find((table) => table.key === open.tableKey)?.fileName ?? ''
      return fail({ code: 'import.needsAnswer', header: open.header, fileName })
    }
    const title = titleOf(files.map((file) => file.name))
    const outcome = { title, entities: preview.entities, findings: preview.findings, won: preview.won }
    if (preview.isEmpty || rows === null) return ok({ importId: null, ...outcome })
    context.progress({ done: 0, what: 'import.progress.writing' })
    const { now, today } = context
    return context.write((db) => {
      const importId = writeImport(db, { title, importedAt: now, today, plan: rows, tables, files })
      return done({ importId, ...outcome }, { title })
    })
  },

  listImports: ({ db }) => ok(listImports(db)),

  listRejected: ({ db }, { importId }) => ok(listRejected(db, importId)),

  traceRow: ({ db }, args) => {
    const [table, id]: [TracedTable, number] =
      'opportunityId' in args
        ? ['opportunities', args.opportunityId]
        : 'accountId' in args
          ? ['accounts', args.accountId]
          : ['products', args.productId]
    const trace = findSource(db, table, id)
    return trace === undefined ? fail({ code: 'import.sourceMissing' }) : ok(trace)
  },

  listQuality: ({ db, today }) => ok(listQuality(db, getSettings(db).currency, today))
})
