// Finds out whether these very files were imported before and nothing that an import compares with has changed since: then there is
// nothing to do, and the files need not even be read.
import type { Reader } from '#engine/db.ts'
import type { EntityCounts, Finding, ImportId, ImportOutcome, ImportPreview } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

/** What the user said with an import, as it is stored. */
export interface StoredChoices {
  fileChoices: object[]
  choices: {
    entity?: unknown
    headerRow?: unknown
    headerRows?: unknown
    lastRow?: unknown
    leavesHiddenRows?: unknown
  }[]
  stages: object[]
  identities: object[]
  vanished: string
  /** Of an import that wrote into a scenario. */
  scenarioId: ScenarioId | null
}

export interface SameImport {
  importId: ImportId
  importedAt: string
  outcome: Pick<ImportOutcome, 'title' | 'entities' | 'findings' | 'won'>
  preview: Pick<ImportPreview, 'firstWonOn' | 'lastWonOn' | 'qualityRatio'>
}

/** Tables that no import compares with. */
const unrelated = new Set([
  'forecasts',
  'forecast_points',
  'quota_allocations',
  'pay_plans',
  'pay_plan_members',
  'pay_runs',
  'pay_lines',
  'handbooks'
])
/** These matter to imports that write into a scenario. */
const ofScenario = new Set(['quotas', 'territories', 'territory_accounts', 'territory_sellers', 'plans', 'scenarios'])

export const noChoices: StoredChoices = {
  fileChoices: [],
  choices: [],
  stages: [],
  identities: [],
  vanished: 'keep',
  scenarioId: null
}

/**
 * Whether choices made now lead to the same as those of an import of the same files. What the user said of columns, stages and names
 * was learnt then, so saying nothing now comes to the same; what was said of a table or a file has to be said again.
 */
function comeToTheSame(now: StoredChoices, then: StoredChoices): boolean {
  if (now.scenarioId !== then.scenarioId) return false
  if (JSON.stringify(now) === JSON.stringify(then)) return true
  const saysNothing = JSON.stringify(now) === JSON.stringify({ ...noChoices, scenarioId: now.scenarioId })
  const isLearnt =
    then.fileChoices.length === 0 &&
    then.vanished === 'keep' &&
    then.choices.every(
      ({ entity, headerRow, headerRows, lastRow, leavesHiddenRows }) =>
        entity === undefined &&
        headerRow === undefined &&
        headerRows === undefined &&
        lastRow === undefined &&
        leavesHiddenRows === undefined
    )
  return saysNothing && isLearnt
}

/** @param scenarioId the scenario chosen now, whether the files need one or not */
export function findSameImport(
  db: Reader,
  fingerprint: string,
  choices: StoredChoices,
  scenarioId: ScenarioId | null
): SameImport | undefined {
  const row = db.get<{ id: ImportId; importedAt: string; title: string; reportJson: string; choicesJson: string }>(
    `SELECT id, imported_at AS importedAt, title, report_json AS reportJson, choices_json AS choicesJson FROM imports
      WHERE fingerprint = :fingerprint AND undone_at IS NULL AND kind = 'files' ORDER BY id DESC LIMIT 1`,
    { fingerprint }
  )
  if (row === undefined) return undefined
  const then = { ...noChoices, ...(JSON.parse(row.choicesJson) as Partial<StoredChoices>) }
  const isOfScenario = then.scenarioId !== null
  if (!comeToTheSame({ ...choices, scenarioId: isOfScenario ? scenarioId : null }, then)) return undefined
  if (hasChangedSince(db, row.id, isOfScenario)) return undefined
  const report = JSON.parse(row.reportJson) as Pick<ImportOutcome, 'won'> &
    SameImport['preview'] & { entities: EntityCounts[]; findings: Finding[] }
  return {
    importId: row.id,
    importedAt: row.importedAt,
    outcome: {
      title: row.title,
      entities: report.entities.map(({ new: fresh, changed, same, ...counts }) => ({
        ...counts,
        new: 0,
        changed: 0,
        same: fresh + changed + same
      })),
      findings: report.findings,
      won: report.won
    },
    preview: { firstWonOn: report.firstWonOn, lastWonOn: report.lastWonOn, qualityRatio: report.qualityRatio }
  }
}

/** Whether each file has been imported before, byte by byte, by an import that still stands and is not the one under way. */
export const areFilesKnown = (db: Reader, hashes: readonly string[], underWay: ImportId | null): boolean =>
  db.get(
    `SELECT 1 FROM json_each(:hashes) h WHERE NOT EXISTS (
        SELECT 1 FROM import_files f JOIN imports i ON i.id = f.import_id
          WHERE f.sha256 = h.value AND i.id IS NOT :underWay AND i.undone_at IS NULL)`,
    { hashes: JSON.stringify(hashes), underWay }
  ) === undefined

/** The scenario that an import wrote into; null for one that needed none. */
export function findScenarioOfImport(db: Reader, importId: ImportId): ScenarioId | null {
  const row = db.get<{ choicesJson: string }>('SELECT choices_json AS choicesJson FROM imports WHERE id = :importId', {
    importId
  })
  return row === undefined ? null : ((JSON.parse(row.choicesJson) as Partial<StoredChoices>).scenarioId ?? null)
}

function hasChangedSince(db: Reader, importId: ImportId, isOfScenario: boolean): boolean {
  const made = db.get<{ commandId: number }>(
    `SELECT c.id AS commandId FROM commands c JOIN changes x ON x.command_id = c.id
      WHERE c.method = 'import.run' AND c.state = 'done' AND x.table_name = 'imports' AND x.op = 'insert' AND x.row_id = :importId`,
    { importId }
  )
  if (made === undefined) return true
  const isRelated = (table: string): boolean => (ofScenario.has(table) ? isOfScenario : !unrelated.has(table))
  return db
    .all<{ topicsJson: string }>(`SELECT topics_json AS topicsJson FROM commands WHERE id > :id AND state = 'done'`, {
      id: made.commandId
    })
    .some(({ topicsJson }) => (JSON.parse(topicsJson) as string[]).some(isRelated))
}
