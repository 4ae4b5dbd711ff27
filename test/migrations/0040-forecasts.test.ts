// Forecasts of an older file after their model grew: kept runs read as before and say what they were counted from, and undo still holds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '#engine/db.ts'
import { findForecast, findLatestForecast, listForecasts } from '#engine/forecasts/store.ts'
import { listDriverValues, listOneOffDecisions, listSeriesChanges, listTotals } from '#engine/forecasts/store-series.ts'
import { getForecastSettings } from '#engine/forecasts/store-settings.ts'
import { firstTables } from '#engine/migrations/0010-first-tables.ts'
import { imports } from '#engine/migrations/0020-imports.ts'
import { territoryModel } from '#engine/migrations/0030-territory-model.ts'
import { forecastTables } from '#engine/migrations/0040-forecasts.ts'
import { migrate } from '#engine/migrations/migrate.ts'
import { UndoLog } from '#engine/undo.ts'
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

/** As a run was kept before: its history says nothing of a source. */
const history = {
  grain: 'quarter',
  currency: 'EUR',
  seasonLength: 4,
  points: [{ periodKey: 'FY2026-Q1', startsOn: '2026-01-01', endsOn: '2026-03-31', amountMinor: 500, deals: 2 }],
  dataAsOf: '2026-03-31',
  partial: null,
  emptyPeriods: [],
  lateStart: null
}
const explanation = {
  total: { fromKey: 'FY2026-Q2', toKey: 'FY2026-Q2', periods: 1, middleMinor: 500 },
  rangeBasis: 'none',
  errorCount: 0,
  errorSizeMinor: null,
  notes: [],
  backtest: { methods: [], origins: 0, missingPeriods: 3, proposed: 'naive' },
  sources: [['FY2026-Q1']]
}

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comarca-migration-'))
  connection = Connection.create(join(folder, 'x.comarca'))
  migrate(connection, [firstTables, imports, territoryModel], () => undefined)
  // Command 5 kept the run.
  connection.exec(`
    INSERT INTO plans (id, name, fiscal_year) VALUES (1, 'FY2027', 2027);
    INSERT INTO scenarios (id, plan_id, name, created_at, notes) VALUES (1, 1, 'Baseline', '2026-01-01T00:00:00.000Z', '');
    INSERT INTO stages (id, name, name_key, position, status) VALUES (1, 'Won', 'won', 1, 'won');
    INSERT INTO opportunities (id, stage_id, currency, amount_minor, close_on) VALUES (31, 1, 'EUR', 500, '2026-02-01');
    INSERT INTO forecasts (id, scenario_id, made_at, method, grain, measure, cut_json, data_as_of_on, currency, history_json, explanation_json)
      VALUES (7, 1, '2026-04-01T00:00:00.000Z', 'naive', 'quarter', 'bookings', '{"kind":"company"}', '2026-03-31', 'EUR',
        '${JSON.stringify(history)}', '${JSON.stringify(explanation)}');
    INSERT INTO forecast_points (id, forecast_id, period_key, starts_on, ends_on, middle_minor)
      VALUES (70, 7, 'FY2026-Q2', '2026-04-01', '2026-06-30', 500);
    INSERT INTO commands (id, ran_at, method, label_json, state, topics_json)
      VALUES (5, '2026-04-01T00:00:00.000Z', 'forecasts.run', '{"name":""}', 'done', '["forecasts"]');
    INSERT INTO changes (command_id, table_name, op, row_id, last_row_id, after_json)
      VALUES (5, 'forecasts', 'bulk', 7, 7, NULL), (5, 'forecast_points', 'bulk', 70, 70, NULL);`)
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const scenarioId = 1 as ScenarioId
const forecastId = 7 as ForecastId
const upgrade = () => migrate(connection, [firstTables, imports, territoryModel, forecastTables], () => undefined)

test('rows stay what they were', () => {
  const before = connection.reader.all('SELECT * FROM forecast_points')
  const columns = 'id, scenario_id, made_at, method, grain, measure, cut_json, history_json, explanation_json'
  const runs = connection.reader.all(`SELECT ${columns} FROM forecasts`)
  upgrade()
  expect(connection.userVersion()).toBe(40)
  expect(connection.reader.all('SELECT * FROM forecast_points')).toEqual(before)
  expect(connection.reader.all(`SELECT ${columns} FROM forecasts`)).toEqual(runs)
  connection.checkForeignKeys()
})

test('a run kept before is still read, listed and the newest, and says what it was counted from', () => {
  upgrade()
  const run = findForecast(connection.reader, forecastId)
  expect(run).toMatchObject({ method: 'naive', series: { ...history, source: 'bookings' }, cut: { kind: 'company' } })
  expect(run?.points).toMatchObject([{ periodKey: 'FY2026-Q2', middleMinor: 500, sourceKeys: ['FY2026-Q1'] }])
  expect(listForecasts(connection.reader, scenarioId)).toMatchObject([{ id: 7, source: 'bookings', middleMinor: 500 }])
  expect(findLatestForecast(connection.reader, scenarioId)?.id).toBe(7)
})

test('nothing is decided at first, and settings are those of a new scenario', () => {
  upgrade()
  const { reader } = connection
  expect([
    listOneOffDecisions(reader),
    listSeriesChanges(reader),
    listTotals(reader),
    listDriverValues(reader)
  ]).toEqual([[], [], [], []])
  expect(getForecastSettings(reader, scenarioId)).toMatchObject({ targetMinor: null, holidays: [], missingPeriods: [] })
})

test('what can’t be meant is refused, and decisions go with their deal', () => {
  upgrade()
  const decide = (treatment: string) =>
    connection.exec(
      `INSERT INTO one_off_deals (opportunity_id, treatment, reason, decided_at) VALUES (31, '${treatment}', 'x', '2026-04-01T00:00:00.000Z')`
    )
  expect(() => decide('forget')).toThrow('CHECK')
  decide('clean')
  expect(() => decide('keep')).toThrow('UNIQUE')
  expect(() =>
    connection.exec(
      `INSERT INTO series_changes (changed_on, treatment, factor_ratio, cut_json, reason) VALUES ('2026-01-01', 'rescale', 0, '{}', 'x')`
    )
  ).toThrow('CHECK')
  expect(() => connection.exec(`UPDATE forecasts SET kind = 'guess'`)).toThrow('CHECK')
  connection.exec('DELETE FROM opportunities WHERE id = 31')
  expect(listOneOffDecisions(connection.reader)).toEqual([])
})

test('a command from before can still be undone and done again', () => {
  upgrade()
  const log = new UndoLog(connection)
  const before = findForecast(connection.reader, forecastId)
  log.step('undo', '2026-05-01T00:00:00.000Z')
  expect(listForecasts(connection.reader, scenarioId)).toEqual([])
  log.step('redo', '2026-05-01T00:00:00.000Z')
  expect(findForecast(connection.reader, forecastId)).toEqual(before)
})
