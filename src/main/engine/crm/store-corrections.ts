// Corrections: values that a person puts over what the file says. The deal carries the value in force, the correction keeps both.
import type { Reader, Writer } from '#engine/db.ts'
import type { CorrectableField, Correction, CorrectionId, OpportunityId } from '#shared/crm/types.ts'

export type CorrectedValue = string | number | null

/** The column of each field; ids are numbers, days and names text. */
export const correctableColumns: Readonly<Record<CorrectableField, string>> = {
  name: 'name',
  accountId: 'account_id',
  productId: 'product_id',
  sellerId: 'seller_id',
  stageId: 'stage_id',
  amountMinor: 'amount_minor',
  currency: 'currency',
  createdOn: 'created_on',
  closeOn: 'close_on'
}

/** Where the names of ids stand. */
const tableOfField: Partial<Record<CorrectableField, string>> = {
  accountId: 'accounts',
  productId: 'products',
  sellerId: 'sellers',
  stageId: 'stages'
}

interface StoredCorrection {
  id: CorrectionId
  opportunityId: OpportunityId
  dealLabel: string
  field: CorrectableField
  importedJson: string
  correctedJson: string
  reason: string
  author: string
  madeAt: string
}

const SELECT = `SELECT c.id, c.opportunity_id AS opportunityId, coalesce(o.name, o.external_id, '#' || o.id) AS dealLabel, c.field,
    c.imported_json AS importedJson, c.corrected_json AS correctedJson, c.reason, c.author, c.made_at AS madeAt
  FROM corrections c JOIN opportunities o ON o.id = c.opportunity_id`

function nameOf(db: Reader, field: CorrectableField, value: CorrectedValue): string | null {
  const table = tableOfField[field]
  if (table === undefined || typeof value !== 'number') return null
  return db.get<{ name: string }>(`SELECT name FROM ${table} WHERE id = :id`, { id: value })?.name ?? null
}

const fromStored = (db: Reader, { importedJson, correctedJson, ...row }: StoredCorrection): Correction => {
  const imported = JSON.parse(importedJson) as CorrectedValue
  const corrected = JSON.parse(correctedJson) as CorrectedValue
  return {
    ...row,
    imported,
    importedName: nameOf(db, row.field, imported),
    corrected,
    correctedName: nameOf(db, row.field, corrected)
  }
}

/** Corrections of one deal or of all, the newest first. */
export const listCorrections = (db: Reader, opportunityId: OpportunityId | undefined): Correction[] =>
  (opportunityId === undefined
    ? db.all<StoredCorrection>(`${SELECT} ORDER BY c.made_at DESC, c.id DESC`)
    : db.all<StoredCorrection>(`${SELECT} WHERE c.opportunity_id = :opportunityId ORDER BY c.made_at DESC, c.id DESC`, {
        opportunityId
      })
  ).map((row) => fromStored(db, row))

export const findCorrection = (db: Reader, id: CorrectionId): Correction | undefined => {
  const row = db.get<StoredCorrection>(`${SELECT} WHERE c.id = :id`, { id })
  return row === undefined ? undefined : fromStored(db, row)
}

export const findCorrectionOf = (
  db: Reader,
  opportunityId: OpportunityId,
  field: CorrectableField
): Correction | undefined => {
  const row = db.get<StoredCorrection>(`${SELECT} WHERE c.opportunity_id = :opportunityId AND c.field = :field`, {
    opportunityId,
    field
  })
  return row === undefined ? undefined : fromStored(db, row)
}

/** The value in force; undefined where the deal is gone. */
export const findFieldValue = (
  db: Reader,
  opportunityId: OpportunityId,
  field: CorrectableField
): CorrectedValue | undefined =>
  db.get<{ value: CorrectedValue }>(
    `SELECT ${correctableColumns[field]} AS value FROM opportunities WHERE id = :opportunityId`,
    { opportunityId }
  )?.value

/** How a deal is called in a list of steps. */
export const findDealLabel = (db: Reader, opportunityId: OpportunityId): string =>
  db.get<{ label: string }>(
    `SELECT coalesce(name, external_id, '#' || id) AS label FROM opportunities WHERE id = :opportunityId`,
    { opportunityId }
  )?.label ?? ''

/** Whether an id that a field may hold is that of a row; true for fields that hold no id. */
export const hasTarget = (db: Reader, field: CorrectableField, id: number): boolean => {
  const table = tableOfField[field]
  return table === undefined || db.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id }) !== undefined
}

export const setFieldValue = (
  db: Writer,
  opportunityId: OpportunityId,
  field: CorrectableField,
  value: CorrectedValue
): void => db.update('opportunities', opportunityId, { [correctableColumns[field]]: value })

/** Keeps a correction, in the place of an earlier one of the same field. */
export const putCorrection = (
  db: Writer,
  correction: Pick<Correction, 'opportunityId' | 'field' | 'imported' | 'corrected' | 'reason' | 'author' | 'madeAt'>
): void => {
  const { opportunityId, field, imported, corrected, reason, author, madeAt } = correction
  const there = findCorrectionOf(db, opportunityId, field)
  const values = { corrected_json: JSON.stringify(corrected), reason, author, made_at: madeAt }
  if (there !== undefined) db.update('corrections', there.id, values)
  else
    db.insert('corrections', {
      opportunity_id: opportunityId,
      field,
      imported_json: JSON.stringify(imported),
      ...values
    })
}

export const removeCorrection = (db: Writer, id: CorrectionId): void => db.remove('corrections', id)

/** Takes deals out; what only belongs to them goes too. @returns how many there were */
export const removeDeals = (db: Writer, ids: readonly OpportunityId[]): number =>
  db.run('DELETE FROM opportunities WHERE id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) })
