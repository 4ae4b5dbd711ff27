// The first tables of a workspace: people, CRM facts with their source rows, plans and scenarios, and what each scenario holds.
// Undo, audit and the settings row are here too; what a column means in the trade stands in src/shared/<domain>/types.ts.
import type { Migration } from './migrate.ts'

export const firstTables: Migration = {
  version: 10,
  sql: `
CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  company TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  fiscal_start_month INTEGER NOT NULL CHECK (fiscal_start_month BETWEEN 1 AND 12),
  calendar_pattern TEXT NOT NULL CHECK (calendar_pattern IN ('months', '445')),
  week_start INTEGER NOT NULL CHECK (week_start BETWEEN 1 AND 7),
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  number_locale TEXT NOT NULL,
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1))
) STRICT;

CREATE TABLE view_state (
  key TEXT PRIMARY KEY,
  value_json TEXT NOT NULL
) STRICT;

CREATE TABLE commands (
  id INTEGER PRIMARY KEY,
  ran_at TEXT NOT NULL,
  method TEXT NOT NULL,
  label_json TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  topics_json TEXT NOT NULL
) STRICT;
CREATE INDEX commands_by_state ON commands (state, id);

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'bulk')),
  row_id INTEGER NOT NULL,
  last_row_id INTEGER,
  before_json TEXT,
  after_json TEXT
) STRICT;
CREATE INDEX changes_by_command ON changes (command_id, id);

CREATE TABLE bulk_rows (
  change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  row_id INTEGER NOT NULL,
  row_json TEXT NOT NULL,
  PRIMARY KEY (change_id, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_events (
  id INTEGER PRIMARY KEY,
  happened_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  command_id INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX audit_events_by_command ON audit_events (command_id);

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES teams (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  manager_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX teams_by_name ON teams (ifnull(parent_id, 0), name_key);

CREATE TABLE sellers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('seller', 'account_manager', 'sdr', 'manager', 'other')),
  email TEXT,
  location TEXT,
  hired_on TEXT,
  left_on TEXT,
  base_pay_minor INTEGER,
  variable_pay_minor INTEGER,
  pay_currency TEXT,
  external_id TEXT,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE seller_aliases (
  id INTEGER PRIMARY KEY,
  seller_id INTEGER NOT NULL REFERENCES sellers (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  alias_key TEXT NOT NULL
) STRICT;
CREATE INDEX seller_aliases_by_key ON seller_aliases (alias_key);
CREATE INDEX seller_aliases_by_seller ON seller_aliases (seller_id);

CREATE TABLE team_memberships (
  id INTEGER PRIMARY KEY,
  seller_id INTEGER NOT NULL REFERENCES sellers (id) ON DELETE CASCADE,
  team_id INTEGER NOT NULL REFERENCES teams (id) ON DELETE RESTRICT,
  from_on TEXT,
  to_on TEXT
) STRICT;
CREATE INDEX team_memberships_by_seller ON team_memberships (seller_id);
CREATE INDEX team_memberships_by_team ON team_memberships (team_id);

CREATE TABLE stages (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
  probability_ratio REAL
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  imported_at TEXT NOT NULL,
  data_as_of_on TEXT,
  title TEXT NOT NULL,
  report_json TEXT NOT NULL
) STRICT;

CREATE TABLE import_files (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  sheet TEXT,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  entity TEXT NOT NULL,
  header_json TEXT NOT NULL,
  mapping_json TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_same INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL
) STRICT;
CREATE INDEX import_files_by_import ON import_files (import_id);

CREATE TABLE source_rows (
  id INTEGER PRIMARY KEY,
  import_file_id INTEGER NOT NULL REFERENCES import_files (id) ON DELETE CASCADE,
  row_number INTEGER NOT NULL,
  cells_json TEXT NOT NULL,
  problem_json TEXT
) STRICT;
CREATE INDEX source_rows_by_file ON source_rows (import_file_id, row_number);

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  external_id TEXT,
  parent_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  owner_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  industry TEXT,
  segment TEXT,
  country TEXT,
  region TEXT,
  city TEXT,
  postal_code TEXT,
  employees INTEGER,
  revenue_minor INTEGER,
  founded_year INTEGER,
  custom_json TEXT,
  source_row_id INTEGER REFERENCES source_rows (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX accounts_by_name ON accounts (name_key);
CREATE INDEX accounts_by_external ON accounts (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX accounts_by_parent ON accounts (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX accounts_by_owner ON accounts (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX accounts_by_source ON accounts (source_row_id) WHERE source_row_id IS NOT NULL;

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  family TEXT,
  list_price_minor INTEGER,
  source_row_id INTEGER REFERENCES source_rows (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX products_by_source ON products (source_row_id) WHERE source_row_id IS NOT NULL;

CREATE TABLE opportunities (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  name TEXT,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  product_id INTEGER REFERENCES products (id) ON DELETE SET NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  stage_id INTEGER NOT NULL REFERENCES stages (id) ON DELETE RESTRICT,
  amount_minor INTEGER,
  currency TEXT NOT NULL,
  created_on TEXT,
  close_on TEXT,
  lead_source TEXT,
  is_new_business INTEGER CHECK (is_new_business IN (0, 1)),
  custom_json TEXT,
  source_row_id INTEGER REFERENCES source_rows (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX opportunities_by_external ON opportunities (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX opportunities_by_stage_close ON opportunities (stage_id, close_on, seller_id, amount_minor, currency);
CREATE INDEX opportunities_by_seller ON opportunities (seller_id, close_on);
CREATE INDEX opportunities_by_account ON opportunities (account_id);
CREATE INDEX opportunities_by_product ON opportunities (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX opportunities_by_source ON opportunities (source_row_id) WHERE source_row_id IS NOT NULL;

CREATE TABLE activities (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  opportunity_id INTEGER REFERENCES opportunities (id) ON DELETE SET NULL,
  source_row_id INTEGER REFERENCES source_rows (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX activities_by_seller ON activities (seller_id, happened_on);
CREATE INDEX activities_by_account ON activities (account_id);
CREATE INDEX activities_by_opportunity ON activities (opportunity_id);
CREATE INDEX activities_by_source ON activities (source_row_id) WHERE source_row_id IS NOT NULL;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE CHECK (fiscal_year BETWEEN 1900 AND 2999)
) STRICT;

CREATE TABLE scenarios (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  copied_from_id INTEGER REFERENCES scenarios (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  locked_at TEXT,
  approved_at TEXT,
  notes TEXT NOT NULL DEFAULT '',
  UNIQUE (plan_id, name)
) STRICT;

CREATE TABLE territories (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES territories (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  team_id INTEGER REFERENCES teams (id) ON DELETE SET NULL,
  position INTEGER NOT NULL,
  UNIQUE (scenario_id, name)
) STRICT;

CREATE TABLE territory_accounts (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  territory_id INTEGER NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('rule', 'manual')),
  rule_json TEXT,
  reason TEXT NOT NULL DEFAULT '',
  from_on TEXT,
  to_on TEXT
) STRICT;
CREATE INDEX territory_accounts_by_scenario ON territory_accounts (scenario_id, account_id);
CREATE INDEX territory_accounts_by_territory ON territory_accounts (territory_id);
CREATE INDEX territory_accounts_by_account ON territory_accounts (account_id);

CREATE TABLE territory_sellers (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  territory_id INTEGER NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  seller_id INTEGER NOT NULL REFERENCES sellers (id) ON DELETE CASCADE,
  from_on TEXT,
  to_on TEXT
) STRICT;
CREATE INDEX territory_sellers_by_territory ON territory_sellers (territory_id);
CREATE INDEX territory_sellers_by_scenario ON territory_sellers (scenario_id, seller_id);
CREATE INDEX territory_sellers_by_seller ON territory_sellers (seller_id);

CREATE TABLE forecasts (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  method TEXT NOT NULL,
  grain TEXT NOT NULL CHECK (grain IN ('week', 'month', 'quarter')),
  measure TEXT NOT NULL,
  cut_json TEXT NOT NULL,
  data_as_of_on TEXT NOT NULL,
  currency TEXT NOT NULL,
  history_json TEXT NOT NULL,
  explanation_json TEXT NOT NULL
) STRICT;
CREATE INDEX forecasts_by_scenario ON forecasts (scenario_id, made_at);

CREATE TABLE forecast_points (
  id INTEGER PRIMARY KEY,
  forecast_id INTEGER NOT NULL REFERENCES forecasts (id) ON DELETE CASCADE,
  period_key TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  middle_minor INTEGER NOT NULL,
  low80_minor INTEGER,
  high80_minor INTEGER,
  low95_minor INTEGER,
  high95_minor INTEGER
) STRICT;
CREATE INDEX forecast_points_by_forecast ON forecast_points (forecast_id);

CREATE TABLE quota_allocations (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  method TEXT NOT NULL,
  measure TEXT NOT NULL,
  target_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  target_source_json TEXT NOT NULL,
  inputs_json TEXT NOT NULL
) STRICT;
CREATE INDEX quota_allocations_by_scenario ON quota_allocations (scenario_id, measure);

CREATE TABLE quotas (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  seller_id INTEGER NOT NULL REFERENCES sellers (id) ON DELETE CASCADE,
  measure TEXT NOT NULL,
  period_key TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  UNIQUE (scenario_id, measure, seller_id, period_key)
) STRICT;
CREATE INDEX quotas_by_seller ON quotas (seller_id);

CREATE TABLE pay_plans (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  rules_json TEXT NOT NULL,
  UNIQUE (scenario_id, name)
) STRICT;

CREATE TABLE pay_plan_members (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  pay_plan_id INTEGER NOT NULL REFERENCES pay_plans (id) ON DELETE CASCADE,
  seller_id INTEGER NOT NULL REFERENCES sellers (id) ON DELETE CASCADE,
  target_pay_minor INTEGER,
  from_on TEXT,
  to_on TEXT
) STRICT;
CREATE INDEX pay_plan_members_by_plan ON pay_plan_members (pay_plan_id);
CREATE INDEX pay_plan_members_by_scenario ON pay_plan_members (scenario_id, seller_id);
CREATE INDEX pay_plan_members_by_seller ON pay_plan_members (seller_id);

CREATE TABLE pay_runs (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  inputs_sha256 TEXT NOT NULL,
  currency TEXT NOT NULL
) STRICT;
CREATE INDEX pay_runs_by_scenario ON pay_runs (scenario_id, made_at);

CREATE TABLE pay_lines (
  id INTEGER PRIMARY KEY,
  pay_run_id INTEGER NOT NULL REFERENCES pay_runs (id) ON DELETE CASCADE,
  pay_plan_id INTEGER REFERENCES pay_plans (id) ON DELETE SET NULL,
  seller_id INTEGER NOT NULL REFERENCES sellers (id) ON DELETE CASCADE,
  component TEXT NOT NULL,
  period_key TEXT NOT NULL,
  amount_minor INTEGER,
  trace_json TEXT NOT NULL
) STRICT;
CREATE INDEX pay_lines_by_run ON pay_lines (pay_run_id, seller_id);
CREATE INDEX pay_lines_by_seller ON pay_lines (seller_id);
CREATE INDEX pay_lines_by_plan ON pay_lines (pay_plan_id);

CREATE TABLE handbooks (
  id INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('handbook', 'letter')),
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  template TEXT NOT NULL,
  document_json TEXT NOT NULL,
  UNIQUE (scenario_id, kind, language)
) STRICT;
`
}
