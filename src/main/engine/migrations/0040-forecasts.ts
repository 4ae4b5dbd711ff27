// What forecasts need beyond the deals: decisions about one-off deals and changed definitions, totals typed or pasted, drivers, what people
// call, cases of what may come, and the forecasts made at each state of the data, by which they are judged later.
import type { Migration } from './migrate.ts'

export const forecastTables: Migration = {
  version: 40,
  sql: `
ALTER TABLE forecasts ADD COLUMN kind TEXT NOT NULL DEFAULT 'series' CHECK (kind IN ('series', 'pipeline', 'case'));
ALTER TABLE forecasts ADD COLUMN name TEXT NOT NULL DEFAULT '';

CREATE TABLE one_off_deals (
  id INTEGER PRIMARY KEY,
  opportunity_id INTEGER NOT NULL UNIQUE REFERENCES opportunities (id) ON DELETE CASCADE,
  treatment TEXT NOT NULL CHECK (treatment IN ('keep', 'clean', 'cap')),
  cap_minor INTEGER,
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL
) STRICT;

CREATE TABLE series_changes (
  id INTEGER PRIMARY KEY,
  changed_on TEXT NOT NULL,
  treatment TEXT NOT NULL CHECK (treatment IN ('rescale', 'leaveOut', 'mark')),
  factor_ratio REAL CHECK (factor_ratio > 0),
  cut_json TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE series_totals (
  id INTEGER PRIMARY KEY,
  cut_key TEXT NOT NULL,
  cut_json TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  UNIQUE (cut_key, starts_on, ends_on)
) STRICT;

CREATE TABLE driver_values (
  id INTEGER PRIMARY KEY,
  driver TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  value REAL NOT NULL,
  UNIQUE (driver, starts_on)
) STRICT;

CREATE TABLE forecast_settings (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL UNIQUE REFERENCES scenarios (id) ON DELETE CASCADE,
  settings_json TEXT NOT NULL
) STRICT;

CREATE TABLE forecast_cases (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('base', 'good', 'bad', 'own')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  assumptions_json TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX forecast_cases_by_scenario ON forecast_cases (scenario_id, position);

CREATE TABLE forecast_calls (
  id INTEGER PRIMARY KEY,
  made_on TEXT NOT NULL,
  period_key TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  by_seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  by_name TEXT NOT NULL,
  cut_key TEXT NOT NULL,
  cut_json TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('commit', 'bestCase', 'call')),
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX forecast_calls_by_period ON forecast_calls (period_key, cut_key);
CREATE INDEX forecast_calls_by_seller ON forecast_calls (by_seller_id);

CREATE TABLE deal_calls (
  id INTEGER PRIMARY KEY,
  opportunity_id INTEGER NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  made_on TEXT NOT NULL,
  category TEXT CHECK (category IN ('commit', 'bestCase', 'pipeline', 'omitted')),
  chance_ratio REAL CHECK (chance_ratio BETWEEN 0 AND 1),
  close_on TEXT,
  amount_minor INTEGER,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deal_calls_by_deal ON deal_calls (opportunity_id, made_on);

CREATE TABLE forecast_snapshots (
  id INTEGER PRIMARY KEY,
  import_id INTEGER REFERENCES imports (id) ON DELETE CASCADE,
  data_as_of_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  is_replayed INTEGER NOT NULL CHECK (is_replayed IN (0, 1)),
  cut_key TEXT NOT NULL,
  cut_json TEXT NOT NULL,
  grain TEXT NOT NULL CHECK (grain IN ('month', 'quarter')),
  method TEXT NOT NULL CHECK (method IN ('automatic', 'baseline', 'pipeline')),
  chosen TEXT NOT NULL,
  currency TEXT NOT NULL,
  calendar_json TEXT NOT NULL,
  scale_minor REAL,
  year_sold_minor INTEGER NOT NULL,
  points_json TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX forecast_snapshots_once
  ON forecast_snapshots (ifnull(import_id, 0), data_as_of_on, cut_key, grain, method);
CREATE INDEX forecast_snapshots_by_cut ON forecast_snapshots (grain, cut_key);
CREATE INDEX forecast_snapshots_by_import ON forecast_snapshots (import_id);

CREATE TABLE forecast_parts (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL UNIQUE REFERENCES scenarios (id) ON DELETE CASCADE,
  kept_at TEXT NOT NULL,
  parts_json TEXT NOT NULL
) STRICT;
`
}
