// Turns the rows of a sheet into a table with a meaning: what it holds, which column is which field, how its cells are read,
// and what only the user can say. What the user has chosen goes first, then what a profile of earlier imports says, then what is found.
import { type ColumnLook, lookAtColumns } from './column-look.ts'
import { type EntityField, type EntityName, periodFieldPrefix } from './entities/entity.ts'
import { entityOf } from './entities/index.ts'
import { answersOf, decideFormats, noAnswers } from './formats.ts'
import { hasHeadersAt } from './profile-header.ts'
import { type FoundProfile, matchProfile, rememberedAnswers, type StoredProfile } from './profiles.ts'
import { type EntityMatch, findEntity, matchEntity } from './recognise.ts'
import { type FoundTable, findTable } from './table.ts'
import { askAboutTerritories } from './territory-question.ts'
import type { ColumnPlan, RawSheet, ReadTable, Scale, TableChoice } from './types.ts'

export { readDictionary } from './dictionary.ts'

export interface SheetPlace {
  key: string
  fileIndex: number
  fileName: string
}

/** Columns beyond these are left in the source cells. */
const mostColumns = 400
/** Headers that both have over headers that either has: from here on a profile says what a table holds, whatever the words say. */
const sameShape = 0.7

/**
 * Understands one sheet.
 *
 * @param sheet its rows
 * @param place which file it comes from
 * @param choice what the user corrected, undefined for nothing
 * @param units what a data dictionary among the files says of columns: header key → scale
 * @param profiles of earlier imports
 * @returns the table with columns, formats and questions; `entity` null where nothing was recognised
 * @missing a sheet without rows gives a table without rows and without entity
 * @example understandSheet(sheet, place, undefined, new Map(), []).entity // 'opportunities'
 */
export function understandSheet(
  sheet: RawSheet,
  place: SheetPlace,
  choice: TableChoice | undefined,
  units: ReadonlyMap<string, Scale>,
  profiles: readonly StoredProfile[]
): ReadTable {
  const { found, profile: fitting } = findWithProfile(sheet, choice, choice?.ignoresProfiles === true ? [] : profiles)
  const looks = lookAtColumns(found.headers.slice(0, mostColumns), found.rows)
  const name = `${place.fileName.replace(/\.[^.]+$/, '')} ${sheet.sheet ?? ''}`
  const recognised = choice?.entity === undefined ? findEntity(looks, name) : undefined
  const profile = fitting !== undefined && mayApply(fitting, choice, recognised?.entity) ? fitting : undefined
  const match = matchOf(looks, choice, profile, recognised)
  const entity = match?.entity ?? null
  const hiddenColumns = new Set(sheet.notes.hiddenColumns)
  const columns = looks
    .filter((look) => look.header !== '' || look.filled > 0)
    .map((look) => planColumn(look, match, choice, profile, hiddenColumns.has(look.index)))
  const table: ReadTable = {
    ...place,
    sheet: sheet.sheet,
    entity,
    entityConfidence: match?.confidence ?? 0,
    headerRow: found.headerRow,
    headerRows: found.headerRows,
    firstColumn: found.firstColumn,
    columns: entity === null ? columns : withoutDoubles(columns, otherField(entity), profile),
    rowCount: found.rows.length,
    leftOut: found.leftOut,
    leftOutCount: found.leftOutCount,
    filledCells: found.filledCells,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    quote: sheet.quote,
    visibility: sheet.visibility,
    notes: sheet.notes,
    profile: profile?.match ?? null,
    ...(sheet.part === undefined ? {} : { part: sheet.part }),
    rows: found.rows,
    questions: []
  }
  const remembered = profile === undefined ? noAnswers : rememberedAnswers(profile)
  decideFormats(table, looks, { chosen: answersOf(choice), remembered, units })
  askAboutTerritories(table)
  return table
}

/**
 * The table, and the profile that fits its headers. Where the header found fits no profile, but one of them had its header in a
 * row that holds the same words here, that row is the header: somebody said so once.
 */
function findWithProfile(
  sheet: RawSheet,
  choice: TableChoice | undefined,
  profiles: readonly StoredProfile[]
): { found: FoundTable; profile: FoundProfile | undefined } {
  const found = findTable(sheet, choice)
  const profile = found.headerRow === null ? undefined : matchProfile(found.headers, profiles)
  if (profile !== undefined || choice?.headerRow !== undefined) return { found, profile }
  for (const each of profiles) {
    const { headerRow, headerRows } = each.reading
    if (headerRow === null || headerRow === found.headerRow || !hasHeadersAt(sheet.rows, each)) continue
    const again = findTable(sheet, { ...choice, headerRow, headerRows })
    const fits = matchProfile(again.headers, [each])
    if (fits !== undefined) return { found: again, profile: fits }
  }
  return { found, profile: undefined }
}

/** A profile that says another entity than the words do has to fit nearly all headers; against a choice of the user it never applies. */
function mayApply(found: FoundProfile, choice: TableChoice | undefined, recognised: EntityName | undefined): boolean {
  if (choice?.entity !== undefined) return choice.entity === found.profile.entity
  return recognised === found.profile.entity || found.match.isExact || found.overlap >= sameShape
}

function matchOf(
  looks: readonly ColumnLook[],
  choice: TableChoice | undefined,
  profile: FoundProfile | undefined,
  recognised: EntityMatch | undefined
): EntityMatch | undefined {
  if (choice?.entity === null) return undefined
  if (choice?.entity !== undefined) return matchEntity(looks, choice.entity)
  if (profile === undefined || profile.profile.entity === recognised?.entity) return recognised
  return matchEntity(looks, profile.profile.entity)
}

const otherField = (entity: EntityName): string => (entityOf(entity).keepsCustom ? 'custom' : 'none')

function planColumn(
  look: ColumnLook,
  match: EntityMatch | undefined,
  choice: TableChoice | undefined,
  profile: FoundProfile | undefined,
  isHidden: boolean
): ColumnPlan {
  const entity = match?.entity
  const chosen = entity === undefined ? undefined : choice?.columns?.[String(look.index)]
  const kept = entity === undefined ? undefined : profile?.columns.get(look.index)?.field
  const known = kept !== undefined && entity !== undefined && isFieldOf(entity, kept) ? kept : undefined
  const taken = match?.matches.find((each) => each.index === look.index)
  const field = entity === undefined ? 'none' : (chosen ?? known ?? taken?.field ?? otherField(entity))
  const isSettled = chosen !== undefined || known !== undefined
  return {
    index: look.index,
    header: look.header,
    field,
    kind: entity === undefined ? null : (entityField(entity, field)?.kind ?? null),
    confidence: isSettled ? 1 : (taken?.confidence ?? 0),
    isChosen: chosen !== undefined,
    filled: look.filled,
    examples: look.examples,
    format: null,
    isHidden
  }
}

const isFieldOf = (entity: EntityName, field: string): boolean =>
  field === 'custom' || field === 'none' || entityField(entity, field) !== undefined

/** A field belongs to one column: what the user chose goes first, then what the profile says, then what was found. */
function withoutDoubles(columns: ColumnPlan[], other: string, profile: FoundProfile | undefined): ColumnPlan[] {
  const rank = (column: ColumnPlan): number =>
    column.isChosen ? 0 : profile?.columns.has(column.index) === true ? 1 : 2
  const owner = new Map<string, ColumnPlan>()
  for (const column of columns) {
    if (column.kind === null) continue
    const holder = owner.get(column.field)
    if (holder === undefined || rank(column) < rank(holder)) owner.set(column.field, column)
  }
  return columns.map((column) =>
    column.kind === null || owner.get(column.field) === column
      ? column
      : { ...column, field: other, kind: null, confidence: 0, isChosen: false }
  )
}

const periodFields = new Map<string, EntityField>()

/** A field of an entity by its name, also one of a period column. */
function entityField(entity: EntityName, name: string): EntityField | undefined {
  const entry = entityOf(entity)
  if (!name.startsWith(periodFieldPrefix)) return entry.fields.find((field) => field.name === name)
  if (entry.hasPeriodColumns !== true) return undefined
  const kept = periodFields.get(name)
  if (kept !== undefined) return kept
  const made: EntityField = { name, kind: 'money', weight: 0, en: [], es: [] }
  periodFields.set(name, made)
  return made
}

/** The field of a column; undefined for custom and ignored ones. */
export const fieldOfColumn = (table: Pick<ReadTable, 'entity'>, column: ColumnPlan): EntityField | undefined =>
  table.entity === null ? undefined : entityField(table.entity, column.field)
