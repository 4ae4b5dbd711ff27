// Writes the rows of a planned import: its files and source rows, then accounts, products, deals and activities, in bulk where
// they are new. References below 0 become ids here. People and stages are written by their own domains' stores (write-import.ts).
import type { SqlValue, Writer } from '#engine/db.ts'
import type { EntityName } from '#shared/import/entities/index.ts'
import type {
  AccountValues,
  ActivityValues,
  ImportPlan,
  OpportunityValues,
  PlannedRow,
  ProductValues,
  Ref
} from '#shared/import/plan/index.ts'
import type { ImportId, ReadTable } from '#shared/import/types.ts'

export type WrittenTable = Omit<ReadTable, 'rows'> & { entity: EntityName }
export interface WrittenFile {
  name: string
  sha256: string
  bytes: number
}

/** From a reference of the plan to the id in the table. */
export type Resolve = (ref: Ref | null) => number | null
/** From a place in the plan's sources to the id of the source row. */
export type SourceId = (place: number | null) => number | null

const nextId = (db: Writer, table: string): number =>
  (db.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0) + 1

const byBase =
  (base: number): Resolve =>
  (ref) =>
    ref === null ? null : ref > 0 ? ref : base - ref - 1

export const insertImport = (db: Writer, title: string, importedAt: string, plan: ImportPlan): ImportId =>
  db.insert('imports', {
    imported_at: importedAt,
    data_as_of_on: plan.dataAsOfOn,
    title,
    report_json: JSON.stringify({ findings: plan.findings, entities: plan.entityCounts })
  }) as ImportId

/** Writes the files of an import and the rows kept of them. @returns how places become ids of source rows */
export function writeSources(
  db: Writer,
  importId: ImportId,
  plan: ImportPlan,
  tables: readonly WrittenTable[],
  files: readonly WrittenFile[]
): SourceId {
  const fileIds = new Map<string, number>()
  for (const table of tables) {
    const file = files[table.fileIndex]
    const counts = plan.tableCounts[table.key] ?? { new: 0, changed: 0, same: 0, rejected: 0 }
    const id = db.insert('import_files', {
      import_id: importId,
      file_name: table.fileName,
      sheet: table.sheet,
      sha256: file?.sha256 ?? '',
      bytes: file?.bytes ?? 0,
      entity: table.entity,
      header_json: JSON.stringify(headersOf(table)),
      mapping_json: JSON.stringify(
        table.columns.map(({ index, header, field, confidence, format }) => ({
          index,
          header,
          field,
          confidence,
          format
        }))
      ),
      rows_read: table.rowCount,
      rows_new: counts.new,
      rows_changed: counts.changed,
      rows_same: counts.same,
      rows_rejected: counts.rejected
    })
    fileIds.set(table.key, id)
  }
  const base = nextId(db, 'source_rows')
  db.insertMany(
    'source_rows',
    ['id', 'import_file_id', 'row_number', 'cells_json', 'problem_json'],
    mapRows(plan.sources, (row, index) => [
      base + index,
      fileIds.get(row.tableKey) ?? 0,
      row.rowNumber,
      JSON.stringify(row.cells),
      row.problem === null ? null : JSON.stringify(row.problem)
    ])
  )
  return (place) => (place === null || place < 0 ? null : base + place)
}

/** Headers by place, so that the cells of a row can be named again. */
function headersOf(table: WrittenTable): string[] {
  const headers: string[] = []
  for (const column of table.columns) headers[column.index] = column.header
  return Array.from(headers, (header) => header ?? '')
}

const accountColumns = [
  'name',
  'name_key',
  'external_id',
  'owner_id',
  'industry',
  'segment',
  'country',
  'region',
  'city',
  'postal_code',
  'employees',
  'revenue_minor',
  'founded_year',
  'custom_json'
]

export function writeAccounts(
  db: Writer,
  rows: readonly PlannedRow<AccountValues>[],
  seller: Resolve,
  source: SourceId
): Resolve {
  const resolve = writeRows(db, 'accounts', accountColumns, rows, source, (values) => [
    values.name,
    values.nameKey,
    values.externalId,
    seller(values.owner),
    values.industry,
    values.segment,
    values.country,
    values.region,
    values.city,
    values.postalCode,
    values.employees,
    values.revenueMinor,
    values.foundedYear,
    values.custom === null ? null : JSON.stringify(values.custom)
  ])
  // A parent may stand below its child in the file: parents are set when all accounts are there.
  for (const { id, values } of rows)
    if (values.parent !== null) db.update('accounts', resolve(id) ?? 0, { parent_id: resolve(values.parent) })
  return resolve
}

const productColumns = ['name', 'name_key', 'family', 'list_price_minor']
const productRow = (values: ProductValues): SqlValue[] => [
  values.name,
  values.nameKey,
  values.family,
  values.listPriceMinor
]

const dealColumns = [
  'external_id',
  'name',
  'account_id',
  'product_id',
  'seller_id',
  'stage_id',
  'amount_minor',
  'currency',
  'created_on',
  'close_on',
  'lead_source',
  'is_new_business',
  'custom_json'
]

export const writeProducts = (db: Writer, rows: readonly PlannedRow<ProductValues>[], source: SourceId): Resolve =>
  writeRows(db, 'products', productColumns, rows, source, productRow)

export interface DealRefs {
  account: Resolve
  product: Resolve
  seller: Resolve
  stage: Resolve
}

export const writeOpportunities = (
  db: Writer,
  rows: readonly PlannedRow<OpportunityValues>[],
  source: SourceId,
  refs: DealRefs
): Resolve => writeRows(db, 'opportunities', dealColumns, rows, source, (values) => dealRow(values, refs))

export const writeActivities = (
  db: Writer,
  rows: readonly PlannedRow<ActivityValues>[],
  source: SourceId,
  refs: Pick<DealRefs, 'account' | 'seller'> & { opportunity: Resolve }
): Resolve =>
  writeRows(db, 'activities', activityColumns, rows, source, (values) => [
    values.kind,
    values.happenedOn,
    refs.seller(values.seller),
    refs.account(values.account),
    refs.opportunity(values.opportunity)
  ])

const dealRow = (values: OpportunityValues, refs: DealRefs): SqlValue[] => [
  values.externalId,
  values.name,
  refs.account(values.account),
  refs.product(values.product),
  refs.seller(values.seller),
  refs.stage(values.stage),
  values.amountMinor,
  values.currency,
  values.createdOn,
  values.closeOn,
  values.leadSource,
  values.isNewBusiness === null ? null : values.isNewBusiness ? 1 : 0,
  values.custom === null ? null : JSON.stringify(values.custom)
]

const activityColumns = ['kind', 'happened_on', 'seller_id', 'account_id', 'opportunity_id']

/** New rows go in as one range whose ids are known beforehand, changed ones one by one. */
function writeRows<Values>(
  db: Writer,
  table: string,
  columns: readonly string[],
  rows: readonly PlannedRow<Values>[],
  source: SourceId,
  toRow: (values: Values) => SqlValue[]
): Resolve {
  const base = nextId(db, table)
  const resolve = byBase(base)
  const fresh = rows.filter((row) => row.id < 0).sort((a, b) => b.id - a.id)
  db.insertMany(
    table,
    ['id', 'source_row_id', ...columns],
    mapRows(fresh, (row) => [resolve(row.id), source(row.source), ...toRow(row.values)])
  )
  for (const row of rows) {
    if (row.id < 0) continue
    const cells = toRow(row.values)
    const fields = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]))
    const from = source(row.source)
    db.update(table, row.id, from === null ? fields : { ...fields, source_row_id: from })
  }
  return resolve
}

function* mapRows<Row, Out>(rows: readonly Row[], map: (row: Row, index: number) => Out): Generator<Out> {
  for (const [index, row] of rows.entries()) yield map(row, index)
}
