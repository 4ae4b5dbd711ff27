// A file with imports of the first version before and after the step that packs source rows: facts, sources, quarantine and undo hold.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '#engine/db.ts'
import { findSource } from '#engine/import/store.ts'
import { listQuarantine } from '#engine/import/store-quarantine.ts'
import { firstTables } from '#engine/migrations/0010-first-tables.ts'
import { imports } from '#engine/migrations/0020-imports.ts'
import { migrate } from '#engine/migrations/migrate.ts'
import { UndoLog } from '#engine/undo.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comarca-migration-'))
  connection = Connection.create(join(folder, 'x.comarca'))
  migrate(connection, [firstTables], () => undefined)
  // An import as the first version wrote it: stage 1 and seller 1 were there before, the rest came in command 5.
  connection.exec(`
    INSERT INTO stages (id, name, name_key, position, status, probability_ratio) VALUES (1, 'Won', 'won', 1, 'won', 1);
    INSERT INTO sellers (id, name, role) VALUES (1, 'Ana Ruiz', 'seller');
    INSERT INTO imports (id, imported_at, data_as_of_on, title, report_json) VALUES (3, '2026-01-01T00:00:00.000Z', '2026-01-31', 'deals.csv', '{}');
    INSERT INTO import_files (id, import_id, file_name, sheet, sha256, bytes, entity, header_json, mapping_json, rows_read, rows_new,
        rows_changed, rows_same, rows_rejected)
      VALUES (4, 3, 'deals.csv', NULL, 'abc', 10, 'opportunities', '["Deal ID","Stage"]',
        '[{"index":0,"header":"Deal ID","field":"externalId","confidence":1,"format":null},{"index":1,"header":"Stage","field":"stage","confidence":1,"format":null}]',
        3, 2, 0, 0, 1);
    INSERT INTO source_rows (id, import_file_id, row_number, cells_json, problem_json) VALUES
      (11, 4, 2, '["D-1","Won"]', NULL), (12, 4, 3, '["D-2","Wón, \\"x\\""]', NULL),
      (13, 4, 4, '["D-3",null]', '{"rule":"noStage","header":"Stage","cell":""}');
    INSERT INTO accounts (id, name, name_key, source_row_id, parent_id) VALUES (21, 'Acme', 'acme', 11, NULL), (22, 'Acme Sur', 'acme sur', 12, 21);
    INSERT INTO opportunities (id, external_id, account_id, seller_id, stage_id, amount_minor, currency, close_on, source_row_id) VALUES
      (31, 'D-1', 21, 1, 1, 10050, 'EUR', '2026-01-31', 11), (32, 'D-2', 22, 1, 1, NULL, 'EUR', NULL, 12);
    INSERT INTO commands (id, ran_at, method, label_json, state, topics_json)
      VALUES (5, '2026-01-01T00:00:00.000Z', 'import.run', '{"title":"deals.csv"}', 'done', '["imports","import_files","source_rows","accounts","opportunities"]');
    INSERT INTO changes (command_id, table_name, op, row_id, last_row_id, after_json) VALUES
      (5, 'imports', 'insert', 3, NULL, '{"id":3}'), (5, 'import_files', 'insert', 4, NULL, '{"id":4}'),
      (5, 'source_rows', 'bulk', 11, 13, NULL), (5, 'accounts', 'bulk', 21, 22, NULL), (5, 'opportunities', 'bulk', 31, 32, NULL);`)
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const facts = () => ({
  accounts: connection.reader.all('SELECT id, name, parent_id, source_row_id FROM accounts ORDER BY id'),
  deals: connection.reader.all(
    `SELECT id, external_id, account_id, seller_id, stage_id, amount_minor, currency, close_on, source_row_id FROM opportunities ORDER BY id`
  )
})

test('facts stay what they were, and new columns say nothing', () => {
  const before = facts()
  migrate(connection, [firstTables, imports], () => undefined)
  expect(connection.userVersion()).toBe(20)
  expect(facts()).toEqual(before)
  expect(
    connection.reader.get('SELECT home_minor, probability_ratio, loss_reason FROM opportunities WHERE id = 31')
  ).toEqual({
    home_minor: null,
    probability_ratio: null,
    loss_reason: null
  })
  expect(connection.reader.get('SELECT kind, undone_at, fingerprint FROM imports')).toEqual({
    kind: 'files',
    undone_at: null,
    fingerprint: null
  })
})

test('every source row is found again with its cells, the refused one in quarantine', () => {
  migrate(connection, [firstTables, imports], () => undefined)
  expect(findSource(connection.reader, 'opportunities', 32)).toEqual({
    importId: 3,
    importedAt: '2026-01-01T00:00:00.000Z',
    fileName: 'deals.csv',
    sheet: null,
    sha256: 'abc',
    rowNumber: 3,
    cells: [
      { column: 1, header: 'Deal ID', cell: 'D-2', field: 'externalId' },
      { column: 2, header: 'Stage', cell: 'Wón, "x"', field: 'stage' }
    ]
  })
  expect(findSource(connection.reader, 'accounts', 21)).toMatchObject({ rowNumber: 2 })
  expect(listQuarantine(connection.reader, undefined, false)).toMatchObject([
    { importId: 3, rowNumber: 4, rule: 'noStage', header: 'Stage', cell: '', cells: ['D-3', null], state: 'open' }
  ])
})

test('the import of before can still be undone', () => {
  migrate(connection, [firstTables, imports], () => undefined)
  const undoLog = new UndoLog(connection)
  const tables = ['imports', 'import_files', 'source_blocks', 'quarantine_rows', 'accounts', 'opportunities', 'stages']
  const counts = () =>
    tables.map((table) => connection.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n)
  expect(counts()).toEqual([1, 1, 3, 1, 2, 2, 1])
  expect(undoLog.step('undo', '2026-02-01T00:00:00.000Z')?.label.method).toBe('import.run')
  expect(counts()).toEqual([0, 0, 0, 0, 0, 0, 1])
  expect(connection.reader.all('SELECT * FROM pragma_foreign_key_check')).toEqual([])
})
