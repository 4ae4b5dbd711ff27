// Territories of an older file after the model grew: what there was stays what it was, new columns say what is usual, and undo still holds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '#engine/db.ts'
import { firstTables } from '#engine/migrations/0010-first-tables.ts'
import { imports } from '#engine/migrations/0020-imports.ts'
import { territoryModel } from '#engine/migrations/0030-territory-model.ts'
import { migrate } from '#engine/migrations/migrate.ts'
import { listAssignments, listCoverage, listTerritories } from '#engine/territories/store.ts'
import { findTerritorySettings, listRules } from '#engine/territories/store-rules.ts'
import { UndoLog } from '#engine/undo.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comarca-migration-'))
  connection = Connection.create(join(folder, 'x.comarca'))
  migrate(connection, [firstTables, imports], () => undefined)
  // Command 5 placed account 22 by hand.
  connection.exec(`
    INSERT INTO plans (id, name, fiscal_year) VALUES (1, 'FY2027', 2027);
    INSERT INTO scenarios (id, plan_id, name, created_at, notes) VALUES (1, 1, 'Baseline', '2026-01-01T00:00:00.000Z', '');
    INSERT INTO sellers (id, name, role) VALUES (1, 'Ana Ruiz', 'seller');
    INSERT INTO accounts (id, name, name_key) VALUES (21, 'Acme', 'acme'), (22, 'Acme Sur', 'acme sur');
    INSERT INTO territories (id, scenario_id, parent_id, name, position) VALUES (3, 1, NULL, 'North', 1), (4, 1, 3, 'Coast', 2);
    INSERT INTO territory_sellers (id, scenario_id, territory_id, seller_id, from_on) VALUES (8, 1, 4, 1, '2027-02-01');
    INSERT INTO territory_accounts (id, scenario_id, territory_id, account_id, source, rule_json, reason, from_on, to_on) VALUES
      (5, 1, 3, 21, 'rule', '{"method":"byField","field":"region","value":"N"}', '', NULL, '2027-06-30'),
      (6, 1, 4, 21, 'manual', NULL, 'moved', '2027-07-01', NULL), (9, 1, 4, 22, 'manual', NULL, '', NULL, NULL);
    INSERT INTO commands (id, ran_at, method, label_json, state, topics_json)
      VALUES (5, '2026-01-01T00:00:00.000Z', 'territories.assign', '{"count":1,"name":"Coast"}', 'done', '["territory_accounts"]');
    INSERT INTO changes (command_id, table_name, op, row_id, last_row_id, after_json) VALUES (5, 'territory_accounts', 'bulk', 9, 9, NULL);`)
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const scenarioId = 1 as ScenarioId
const upgrade = () => migrate(connection, [firstTables, imports, territoryModel], () => undefined)

test('rows stay what they were', () => {
  const before = connection.reader.all('SELECT * FROM territory_accounts ORDER BY id')
  upgrade()
  expect(connection.userVersion()).toBe(30)
  expect(connection.reader.all('SELECT * FROM territory_accounts ORDER BY id')).toEqual(before)
  expect(listAssignments(connection.reader, scenarioId).map(({ id, evidence }) => [id, evidence?.method])).toEqual([
    [5, 'byField'],
    [6, undefined],
    [9, undefined]
  ])
  connection.checkForeignKeys()
})

test('what is new says what is usual', () => {
  upgrade()
  const usual = { kind: 'main', fromOn: null, toOn: null, capacityRatio: 1, pinnedBase: null }
  expect(listTerritories(connection.reader, scenarioId)).toMatchObject([
    { name: 'North', parentId: null, ...usual },
    { name: 'Coast', parentId: 3, ...usual }
  ])
  expect(listCoverage(connection.reader, scenarioId)).toMatchObject([
    { sellerName: 'Ana Ruiz', fromOn: '2027-02-01', shareRatio: null, note: '' }
  ])
  expect(listRules(connection.reader, scenarioId)).toEqual([])
  expect(findTerritorySettings(connection.reader, scenarioId)).toBeUndefined()
  expect(connection.reader.get('SELECT longitude, latitude FROM accounts WHERE id = 21')).toEqual({
    longitude: null,
    latitude: null
  })
})

test('an alignment may place accounts, and nothing else but rules and people', () => {
  upgrade()
  const place = (source: string) =>
    connection.run(
      `INSERT INTO territory_accounts (scenario_id, territory_id, account_id, source) VALUES (1, 4, 22, :source)`,
      { source }
    )
  expect(() => place('alignment')).not.toThrow()
  expect(() => place('chance')).toThrow('CHECK')
  expect(() => connection.exec(`UPDATE accounts SET latitude = 91`)).toThrow('CHECK')
  expect(() => connection.exec(`UPDATE territories SET capacity_ratio = 0`)).toThrow('CHECK')
  connection.exec('UPDATE territories SET parent_id = NULL; DELETE FROM scenarios WHERE id = 1')
  expect(connection.reader.get('SELECT count(*) AS rows FROM territory_accounts')).toEqual({ rows: 0 })
})

test('a command from before can still be undone and done again', () => {
  upgrade()
  const log = new UndoLog(connection)
  const placed = () => listAssignments(connection.reader, scenarioId).map((each) => each.accountId)
  expect(placed()).toEqual([21, 21, 22])
  log.step('undo', '2026-02-01T00:00:00.000Z')
  expect(placed()).toEqual([21, 21])
  log.step('redo', '2026-02-01T00:00:00.000Z')
  expect(placed()).toEqual([21, 21, 22])
})
