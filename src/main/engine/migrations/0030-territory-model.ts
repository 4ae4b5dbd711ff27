// What territories need to be modelled: rules of precedence, effective dates, overlays, bases and capacities, parts of coverage, the
// assumptions about work and travel, placements by an alignment, and where accounts are on the globe.
import type { Migration } from './migrate.ts'

export const territoryModel: Migration = {
  version: 30,
  rebuildsTables: true,
  sql: `
ALTER TABLE accounts ADD COLUMN longitude REAL CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE accounts ADD COLUMN latitude REAL CHECK (latitude BETWEEN -90 AND 90);

ALTER TABLE territories ADD COLUMN kind TEXT NOT NULL DEFAULT 'main' CHECK (kind IN ('main', 'overlay'));
ALTER TABLE territories ADD COLUMN from_on TEXT;
ALTER TABLE territories ADD COLUMN to_on TEXT;
ALTER TABLE territories ADD COLUMN capacity_ratio REAL NOT NULL DEFAULT 1 CHECK (capacity_ratio > 0);
ALTER TABLE territories ADD COLUMN base_longitude REAL;
ALTER TABLE territories ADD COLUMN base_latitude REAL;
ALTER TABLE territories ADD COLUMN base_label TEXT;

ALTER TABLE territory_sellers ADD COLUMN share_ratio REAL CHECK (share_ratio > 0 AND share_ratio <= 1);
ALTER TABLE territory_sellers ADD COLUMN note TEXT NOT NULL DEFAULT '';

CREATE TABLE new_territory_accounts (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  territory_id INTEGER NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('rule', 'alignment', 'manual')),
  rule_json TEXT,
  reason TEXT NOT NULL DEFAULT '',
  from_on TEXT,
  to_on TEXT
) STRICT;
INSERT INTO new_territory_accounts (id, scenario_id, territory_id, account_id, source, rule_json, reason, from_on, to_on)
  SELECT id, scenario_id, territory_id, account_id, source, rule_json, reason, from_on, to_on FROM territory_accounts;
DROP TABLE territory_accounts;
ALTER TABLE new_territory_accounts RENAME TO territory_accounts;
CREATE INDEX territory_accounts_by_scenario ON territory_accounts (scenario_id, account_id);
CREATE INDEX territory_accounts_by_territory ON territory_accounts (territory_id);
CREATE INDEX territory_accounts_by_account ON territory_accounts (account_id);

CREATE TABLE territory_rules (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  territory_id INTEGER NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  conditions_json TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX territory_rules_by_scenario ON territory_rules (scenario_id, position);
CREATE INDEX territory_rules_by_territory ON territory_rules (territory_id);

CREATE TABLE territory_settings (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL UNIQUE REFERENCES scenarios (id) ON DELETE CASCADE,
  settings_json TEXT NOT NULL
) STRICT;
`
}
