// Answers the calls that read files and import them. The worker reads, understands and plans; an import is written as it is planned, in
// one transaction.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { done, type Failed, fail, type HandlersOf, type JobContext, nothingDone, type Ok, ok } from '#engine/handler.ts'
import { findScenario, getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { importContract } from '#shared/import/contract.ts'
import type { EntityName } from '#shared/import/entities/entity.ts'
import { placesAccounts } from '#shared/import/plan/account-territories.ts'
import type { PlanChoices, PlanReport } from '#shared/import/plan/types.ts'
import type { ImportError, ImportOutcome, ImportPreview, Question, RowCounts } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { FileFacts, FileRefusal, FileSource } from './file-shelf.ts'
import type { ReadTaskArgs, UnderstoodTable } from './plan-task.ts'
import { rowShapes } from './row-shapes.ts'
import { type KnownTuples, loadKnown } from './store-known.ts'
import { listStoredProfiles } from './store-profiles.ts'
import { putProfile } from './store-rows.ts'
import { areFilesKnown, findSameImport, type SameImport, type StoredChoices } from './store-same.ts'
import { ImportWriter } from './write-import.ts'

type Handlers = HandlersOf<(typeof importContract)['calls']>
type Request = z.output<(typeof importContract)['calls']['preview']['args']>

interface ReadFiles {
  files: FileFacts[]
  tables: UnderstoodTable[]
  /** For reading them again in the plan. */
  args: ReadTaskArgs
}

const scenarioEntities: ReadonlySet<EntityName> = new Set(['quotas', 'assignments'])

const entitiesOf = (tables: readonly UnderstoodTable[]): Set<EntityName> =>
  new Set(tables.flatMap(({ plan }) => plan.entity ?? []))

const needsScenario = (tables: readonly UnderstoodTable[]): boolean =>
  [...entitiesOf(tables)].some((entity) => scenarioEntities.has(entity)) ||
  tables.some(({ plan }) => placesAccounts(plan))

export const refuse = (
  { fileIndex, refusal }: { fileIndex: number; refusal: FileRefusal },
  names: readonly { name: string }[]
): Failed<ImportError> => fail({ ...refusal, fileName: names[fileIndex]?.name ?? '', fileIndex } as ImportError)

function findSources(context: JobContext, tokens: readonly string[]): Ok<FileSource[]> | Failed<ImportError> {
  const sources: FileSource[] = []
  for (const token of tokens) {
    const source = context.files.find(token)
    if (source === undefined) return fail({ code: 'import.fileGone', fileName: token })
    sources.push(source)
  }
  return ok(sources)
}

async function hashFiles(context: JobContext, sources: FileSource[]): Promise<Ok<FileFacts[]> | Failed<ImportError>> {
  const hashed = await context.inWorker('import.hash', { files: sources })
  return hashed.ok ? ok(hashed.files) : refuse(hashed, sources)
}

async function readFiles(
  context: JobContext,
  request: Request,
  sources: FileSource[],
  files: FileFacts[]
): Promise<Ok<ReadFiles> | Failed<ImportError>> {
  const { fileChoices, choices } = request
  const hashes = files.map((file) => file.sha256)
  const args: ReadTaskArgs = { files: sources, hashes, fileChoices, choices, profiles: listStoredProfiles(context.db) }
  const read = await context.inWorker('import.read', args)
  return read.ok ? ok({ files, tables: read.tables, args }) : refuse(read, sources)
}

const fingerprintOf = (files: readonly FileFacts[]): string =>
  createHash('sha256')
    .update(files.map((file) => file.sha256).join(' '))
    .digest('hex')

/** Passwords are never stored. */
const choicesOf = (request: Request, scenarioId: ScenarioId | null): StoredChoices => ({
  fileChoices: request.fileChoices.map(({ password: _, ...choice }) => choice),
  choices: request.choices,
  stages: request.stages,
  identities: request.identities,
  vanished: request.vanished,
  scenarioId
})

const findSame = (context: JobContext, request: Request, files: readonly FileFacts[]): SameImport | undefined => {
  const scenarioId = request.scenarioId ?? null
  return findSameImport(context.db, fingerprintOf(files), choicesOf(request, scenarioId), scenarioId)
}

const planChoicesOf = ({ stages, identities, vanished }: Request): PlanChoices => ({ stages, identities, vanished })

function loadKnownFor(
  context: JobContext,
  entities: ReadonlySet<EntityName>,
  scenarioId: ScenarioId | null
): KnownTuples {
  const { currency, calendar } = getSettings(context.db)
  return loadKnown(context.db, {
    currency,
    calendar,
    today: context.today,
    scenario: scenarioOf(context, scenarioId),
    entities
  })
}

/** An unknown scenario is none: run refuses it. */
function scenarioOf(context: JobContext, id: ScenarioId | null): { id: number; fiscalYear: number } | null {
  return id === null || findScenario(context.db, id) === undefined
    ? null
    : { id, fiscalYear: getFiscalYear(context.db, id) }
}

const noCounts: RowCounts = { new: 0, changed: 0, same: 0, rejected: 0 }

const questionsOf = (tables: readonly UnderstoodTable[]): Question[] =>
  tables.flatMap(({ plan }) => (plan.entity === null ? [] : plan.questions))

function previewOf(
  { tables, files }: ReadFiles,
  planned: Omit<ImportPreview, 'tables' | 'questions' | 'hashes'>,
  countsOf: (table: UnderstoodTable) => RowCounts
): ImportPreview {
  return {
    ...planned,
    tables: tables.map((table) => {
      const { questions: _, ...plan } = table.plan
      return { ...plan, counts: countsOf(table), firstRows: table.firstRows, topRows: table.topRows }
    }),
    questions: questionsOf(tables),
    hashes: files.map((file) => file.sha256)
  }
}

const previewOfReport = (
  report: PlanReport,
  isForScenario: boolean
): Omit<ImportPreview, 'tables' | 'questions' | 'hashes' | 'isKnown'> => ({
  entities: report.entityCounts,
  stages: report.stagePreview,
  identities: report.identities,
  differences: report.differences,
  findings: report.findings,
  rejected: report.rejected,
  won: report.won,
  firstWonOn: report.firstWonOn,
  lastWonOn: report.lastWonOn,
  qualityRatio: report.qualityRatio,
  isEmpty: report.isEmpty,
  sameAs: null,
  needsScenario: report.needsScenario || isForScenario
})

const previewOfSame = (same: SameImport): Omit<ImportPreview, 'tables' | 'questions' | 'hashes'> => ({
  ...same.preview,
  entities: same.outcome.entities,
  findings: same.outcome.findings,
  won: same.outcome.won,
  stages: [],
  identities: [],
  differences: { since: null, kinds: [], deals: [] },
  rejected: [],
  isEmpty: true,
  isKnown: true,
  sameAs: { importId: same.importId, importedAt: same.importedAt },
  needsScenario: false
})

/** Of the files that something is taken from. */
const hashesOf = (tables: readonly UnderstoodTable[], files: readonly FileFacts[]): string[] => [
  ...new Set(tables.flatMap(({ plan }) => (plan.entity === null ? [] : (files[plan.fileIndex]?.sha256 ?? []))))
]

const titleOf = (names: readonly string[]): string => {
  const [first = '', second, ...rest] = names
  if (second === undefined) return first
  return rest.length === 0 ? `${first}, ${second}` : `${first} +${names.length - 1}`
}

/** What a profile is called at first: the file without its ending, dates and numbers of copies, and the sheet. */
export function profileNameOf(fileName: string, sheet: string | null): string {
  const stem = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[ _-]*\(\d+\)$/, '')
    .replace(
      /[ _-]*(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{2}[-_.]\d{2}[-_.]\d{2,4})(?:[ T_-]*\d{2}[-_.h:]?\d{2}(?:[-_.:]?\d{2})?)?/g,
      ''
    )
    .trim()
  const name = stem === '' ? fileName : stem
  return sheet === null ? name : `${name}, ${sheet}`
}

/** How many rows of a table of the workspace the files can make at most. */
function expectedRows(tables: readonly UnderstoodTable[], known: KnownTuples): Record<string, number> {
  const kinds = ['opportunities', 'stageChanges', 'leads', 'activities', 'invoices', 'accounts'] as const
  return Object.fromEntries(
    kinds.map((kind) => {
      const rows = tables.reduce((sum, { plan }) => sum + (plan.entity === kind ? plan.rowCount : 0), 0)
      return [rowShapes[kind].table, rows - known[kind].length]
    })
  )
}

async function preview(context: JobContext, request: Request): Promise<Ok<ImportPreview> | Failed<ImportError>> {
  const sources = findSources(context, request.files)
  if (!sources.ok) return sources
  const hashed = await hashFiles(context, sources.value)
  if (!hashed.ok) return hashed
  const same = findSame(context, request, hashed.value)
  const read = await readFiles(context, request, sources.value, hashed.value)
  if (!read.ok) return read
  if (same !== undefined)
    return ok(
      previewOf(read.value, previewOfSame(same), ({ plan }) =>
        plan.entity === null ? noCounts : { ...noCounts, same: plan.rowCount }
      )
    )
  const { tables, args } = read.value
  const isForScenario = needsScenario(tables)
  const scenarioId = isForScenario ? (request.scenarioId ?? null) : null
  const planned = await context.inWorker('import.plan', {
    from: args,
    known: loadKnownFor(context, entitiesOf(tables), scenarioId),
    plan: planChoicesOf(request),
    writing: null
  })
  if (!planned.ok) return refuse(planned, sources.value)
  const { report } = planned
  return ok(
    previewOf(
      read.value,
      {
        ...previewOfReport(report, isForScenario),
        isKnown: areFilesKnown(context.db, hashesOf(tables, hashed.value), null)
      },
      ({ plan }) => report.tableCounts[plan.key] ?? noCounts
    )
  )
}

/** Why files that were read can't be imported as they are; undefined when they can. */
function findObstacle(context: JobContext, request: Request, { tables }: ReadFiles): ImportError | undefined {
  if (tables.every(({ plan }) => plan.entity === null)) return { code: 'import.nothingRecognised' }
  const open = questionsOf(tables).find((question) => question.whileOpen === null)
  if (open !== undefined) {
    const fileName = tables.find(({ plan }) => plan.key === open.tableKey)?.plan.fileName ?? ''
    return { code: 'import.needsAnswer', header: open.header, fileName }
  }
  if (!needsScenario(tables)) return undefined
  const scenario = request.scenarioId === undefined ? undefined : findScenario(context.db, request.scenarioId)
  if (scenario === undefined) return { code: 'import.needsScenario' }
  return scenario.lockedAt === null ? undefined : { code: 'import.scenarioLocked' }
}

async function run(
  context: JobContext,
  request: Request & { hashes?: string[] | undefined }
): Promise<Ok<ImportOutcome> | Failed<ImportError>> {
  const sources = findSources(context, request.files)
  if (!sources.ok) return sources
  const hashed = await hashFiles(context, sources.value)
  if (!hashed.ok) return hashed
  const { hashes } = request
  const changed = hashes && hashed.value.find((file, at) => hashes[at] !== file.sha256)
  if (changed !== undefined) return fail({ code: 'import.fileChanged', fileName: changed.name })
  const same = findSame(context, request, hashed.value)
  if (same !== undefined) return ok({ importId: null, ...same.outcome })
  const read = await readFiles(context, request, sources.value, hashed.value)
  if (!read.ok) return read
  const obstacle = findObstacle(context, request, read.value)
  return obstacle === undefined ? write(context, request, read.value) : fail(obstacle)
}

function write(
  context: JobContext,
  request: Request,
  { files, tables: all, args }: ReadFiles
): Promise<Ok<ImportOutcome> | Failed<ImportError>> {
  const tables = all.filter(({ plan }) => plan.entity !== null)
  const title = titleOf(files.map((file) => file.name))
  return context.writeStream<ImportOutcome, ImportError>(async ({ db, inWorker }) => {
    const scenarioId = needsScenario(tables) ? (request.scenarioId ?? null) : null
    const known = loadKnownFor(context, entitiesOf(tables), scenarioId)
    const writer = new ImportWriter(db, {
      about: {
        title,
        kind: 'files',
        importedAt: context.now,
        fingerprint: fingerprintOf(files),
        choices: choicesOf(request, scenarioId)
      },
      files: tables.map(({ plan, shape }) => {
        const { sha256 = '', bytes = 0 } = files[plan.fileIndex] ?? {}
        return { table: plan, shape, sha256, bytes }
      }),
      scenarioId,
      currency: known.currency,
      today: context.today,
      expected: expectedRows(tables, known)
    })
    const planned = await inWorker(
      'import.plan',
      { from: args, known, plan: planChoicesOf(request), writing: writer.start },
      (part) => writer.take(part)
    )
    if (!planned.ok) return refuse(planned, files)
    const { report } = planned
    const outcome = { title, entities: report.entityCounts, findings: report.findings, won: report.won }
    // Another file that brings no news is kept all the same: what it holds outlasts the import that brought it first.
    const isNoNews = report.isEmpty && writer.waiting.news === 0
    const isHeld = report.seen.length === 0 || areFilesKnown(db, hashesOf(tables, files), writer.importId)
    if (isNoNews && isHeld) return nothingDone({ importId: null, ...outcome })
    writer.finish(report, request.identities)
    for (const { plan, profile } of tables)
      if (profile !== undefined)
        putProfile(db, { ...profile, name: profileNameOf(plan.fileName, plan.sheet), usedAt: context.now })
    return done({ importId: writer.importId, ...outcome }, { title })
  })
}

export const runHandlers = {
  preview,
  run,

  pasteText: ({ session }, { name, text }) => {
    const token = session.keepText(name, text)
    return ok(token)
  },

  forgetFiles: async (context) => {
    await context.endThreads()
    return ok(null)
  }
} satisfies Partial<Handlers>
