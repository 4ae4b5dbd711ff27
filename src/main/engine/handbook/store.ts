// The texts of handbooks and letters, one row per scenario, kind and language. A text nobody has changed has no row.
import type { Reader, Writer } from '#engine/db.ts'
import type { HandbookDocument, HandbookId, HandbookKind } from '#shared/handbook/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Language } from '#shared/workspace/types.ts'

export interface StoredText {
  id: HandbookId
  kind: HandbookKind
  language: Language
  template: string
  document: HandbookDocument
}

interface TextRecord extends Omit<StoredText, 'document'> {
  documentJson: string
}

const TEXT = `SELECT id, kind, language, template, document_json AS documentJson FROM handbooks`

const toText = ({ documentJson, ...row }: TextRecord): StoredText => ({
  ...row,
  document: JSON.parse(documentJson) as HandbookDocument
})

export const listTexts = (db: Reader, scenarioId: ScenarioId): StoredText[] =>
  db.all<TextRecord>(`${TEXT} WHERE scenario_id = :scenarioId ORDER BY kind, language`, { scenarioId }).map(toText)

export function findText(
  db: Reader,
  scenarioId: ScenarioId,
  kind: HandbookKind,
  language: Language
): StoredText | undefined {
  const row = db.get<TextRecord>(`${TEXT} WHERE scenario_id = :scenarioId AND kind = :kind AND language = :language`, {
    scenarioId,
    kind,
    language
  })
  return row && toText(row)
}

/** Writes a text, new or not. */
export function putText(db: Writer, scenarioId: ScenarioId, text: Omit<StoredText, 'id'>): HandbookId {
  const there = findText(db, scenarioId, text.kind, text.language)
  const row = { template: text.template, document_json: JSON.stringify(text.document) }
  if (there !== undefined) {
    db.update('handbooks', there.id, row)
    return there.id
  }
  return db.insert('handbooks', {
    scenario_id: scenarioId,
    kind: text.kind,
    language: text.language,
    ...row
  }) as HandbookId
}
