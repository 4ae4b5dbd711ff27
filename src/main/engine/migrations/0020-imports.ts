// What imports need to be trusted to the cell: packed source rows, quarantine, profiles, aliases, corrections, pipeline history, and
// the further facts an export may hold (leads, invoices, rates, targets, stage history). Facts lose their link to single source rows.
import type { Migration } from './migrate.ts'

export const imports: Migration = {
  version: 20,
  rebuildsTables: true,
  sql: `
ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'files' CHECK (kind IN ('files', 'retry'));
ALTER TABLE imports ADD COLUMN undone_at TEXT;
ALTER TABLE imports ADD COLUMN fingerprint TEXT;
ALTER TABLE imports ADD COLUMN choices_json TEXT NOT NULL DEFAULT '{}';

ALTER TABLE import_files ADD COLUMN shape TEXT;
ALTER TABLE import_files ADD COLUMN reading_json TEXT NOT NULL DEFAULT '{}';

CREATE TABLE source_blocks (
  id INTEGER PRIMARY KEY,
  last_id INTEGER NOT NULL,
  import_file_id INTEGER NOT NULL REFERENCES import_files (id) ON DELETE CASCADE,
  packing TEXT NOT NULL CHECK (packing IN ('json', 'deflate')),
  rows_packed TEXT NOT NULL
) STRICT;
CREATE INDEX source_blocks_by_file ON source_blocks (import_file_id);
INSERT INTO source_blocks (id, last_id, import_file_id, packing, rows_packed)
  SELECT id, id, import_file_id, 'json', json_array(json_array(row_number, json(cells_json))) FROM source_rows;

CREATE TABLE quarantine_rows (
  id INTEGER PRIMARY KEY,
  import_file_id INTEGER NOT NULL REFERENCES import_files (id) ON DELETE CASCADE,
  row_number INTEGER NOT NULL,
  cells_json TEXT NOT NULL,
  edits_json TEXT NOT NULL DEFAULT '{}',
  rule TEXT NOT NULL,
  header TEXT NOT NULL,
  cell TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'fixed', 'dismissed')),
  fixed_import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX quarantine_rows_by_file ON quarantine_rows (import_file_id, row_number);
CREATE INDEX quarantine_rows_by_state ON quarantine_rows (state);
CREATE INDEX quarantine_rows_by_fix ON quarantine_rows (fixed_import_id) WHERE fixed_import_id IS NOT NULL;
INSERT INTO quarantine_rows (import_file_id, row_number, cells_json, rule, header, cell)
  SELECT import_file_id, row_number, cells_json, problem_json ->> 'rule', ifnull(problem_json ->> 'header', ''),
    ifnull(problem_json ->> 'cell', '') FROM source_rows WHERE problem_json IS NOT NULL;

CREATE TABLE new_accounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  external_id TEXT,
  domain TEXT,
  tax_id TEXT,
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
  contacts INTEGER,
  custom_json TEXT,
  source_row_id INTEGER
) STRICT;
INSERT INTO new_accounts (id, name, name_key, external_id, parent_id, owner_id, industry, segment, country, region, city,
    postal_code, employees, revenue_minor, founded_year, custom_json, source_row_id)
  SELECT id, name, name_key, external_id, parent_id, owner_id, industry, segment, country, region, city,
    postal_code, employees, revenue_minor, founded_year, custom_json, source_row_id FROM accounts;
DROP TABLE accounts;
ALTER TABLE new_accounts RENAME TO accounts;
CREATE INDEX accounts_by_name ON accounts (name_key);
CREATE INDEX accounts_by_external ON accounts (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX accounts_by_parent ON accounts (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX accounts_by_owner ON accounts (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE new_products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  family TEXT,
  list_price_minor INTEGER,
  external_id TEXT,
  source_row_id INTEGER
) STRICT;
INSERT INTO new_products (id, name, name_key, family, list_price_minor, source_row_id)
  SELECT id, name, name_key, family, list_price_minor, source_row_id FROM products;
DROP TABLE products;
ALTER TABLE new_products RENAME TO products;

CREATE TABLE new_opportunities (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  name TEXT,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  product_id INTEGER REFERENCES products (id) ON DELETE SET NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  stage_id INTEGER NOT NULL REFERENCES stages (id) ON DELETE RESTRICT,
  amount_minor INTEGER,
  currency TEXT NOT NULL,
  home_minor INTEGER,
  home_currency TEXT,
  created_on TEXT,
  close_on TEXT,
  lead_source TEXT,
  is_new_business INTEGER CHECK (is_new_business IN (0, 1)),
  probability_ratio REAL,
  forecast_category TEXT,
  last_activity_on TEXT,
  loss_reason TEXT,
  custom_json TEXT,
  source_row_id INTEGER
) STRICT;
INSERT INTO new_opportunities (id, external_id, name, account_id, product_id, seller_id, stage_id, amount_minor, currency,
    created_on, close_on, lead_source, is_new_business, custom_json, source_row_id)
  SELECT id, external_id, name, account_id, product_id, seller_id, stage_id, amount_minor, currency,
    created_on, close_on, lead_source, is_new_business, custom_json, source_row_id FROM opportunities;
DROP TABLE opportunities;
ALTER TABLE new_opportunities RENAME TO opportunities;
CREATE INDEX opportunities_by_external ON opportunities (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX opportunities_by_stage_close ON opportunities
  (stage_id, close_on, seller_id, amount_minor, currency, home_minor, home_currency);
CREATE INDEX opportunities_by_seller ON opportunities (seller_id, close_on);
CREATE INDEX opportunities_by_account ON opportunities (account_id);
CREATE INDEX opportunities_by_product ON opportunities (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE new_activities (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  opportunity_id INTEGER REFERENCES opportunities (id) ON DELETE SET NULL,
  source_row_id INTEGER
) STRICT;
INSERT INTO new_activities (id, kind, happened_on, seller_id, account_id, opportunity_id, source_row_id)
  SELECT id, kind, happened_on, seller_id, account_id, opportunity_id, source_row_id FROM activities;
DROP TABLE activities;
ALTER TABLE new_activities RENAME TO activities;
CREATE INDEX activities_by_seller ON activities (seller_id, happened_on);
CREATE INDEX activities_by_account ON activities (account_id);
CREATE INDEX activities_by_opportunity ON activities (opportunity_id);

-- Steps that can still be undone name their rows by table and id: they follow them to the new tables.
UPDATE changes SET table_name = 'source_blocks' WHERE table_name = 'source_rows';
INSERT INTO changes (command_id, table_name, op, row_id, last_row_id)
  SELECT c.command_id, 'quarantine_rows', 'bulk', min(q.id), max(q.id)
  FROM changes c JOIN quarantine_rows q ON q.import_file_id = c.row_id
  WHERE c.table_name = 'import_files' AND c.op = 'insert' GROUP BY c.command_id;
-- What was undone before is kept in the shape of the old tables and can't be done again.
DELETE FROM bulk_rows;
UPDATE commands SET state = 'dropped' WHERE state = 'undone';
DROP TABLE source_rows;

CREATE TABLE stage_changes (
  id INTEGER PRIMARY KEY,
  opportunity_id INTEGER NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  stage_id INTEGER NOT NULL REFERENCES stages (id) ON DELETE RESTRICT,
  entered_on TEXT NOT NULL,
  source_row_id INTEGER
) STRICT;
CREATE INDEX stage_changes_by_deal ON stage_changes (opportunity_id, entered_on);
CREATE INDEX stage_changes_by_stage ON stage_changes (stage_id);

CREATE TABLE leads (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  name TEXT,
  company TEXT,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  opportunity_id INTEGER REFERENCES opportunities (id) ON DELETE SET NULL,
  source TEXT,
  status TEXT,
  is_qualified INTEGER CHECK (is_qualified IN (0, 1)),
  score REAL,
  segment TEXT,
  country TEXT,
  region TEXT,
  value_minor INTEGER,
  currency TEXT,
  created_on TEXT,
  answered_on TEXT,
  converted_on TEXT,
  custom_json TEXT,
  source_row_id INTEGER
) STRICT;
CREATE INDEX leads_by_external ON leads (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX leads_by_seller ON leads (seller_id, created_on);
CREATE INDEX leads_by_account ON leads (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX leads_by_deal ON leads (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'payment')),
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  product_id INTEGER REFERENCES products (id) ON DELETE SET NULL,
  opportunity_id INTEGER REFERENCES opportunities (id) ON DELETE SET NULL,
  issued_on TEXT NOT NULL,
  due_on TEXT,
  paid_on TEXT,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  home_minor INTEGER,
  home_currency TEXT,
  source_row_id INTEGER
) STRICT;
CREATE INDEX invoices_by_external ON invoices (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX invoices_by_day ON invoices (issued_on);
CREATE INDEX invoices_by_account ON invoices (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX invoices_by_seller ON invoices (seller_id) WHERE seller_id IS NOT NULL;
CREATE INDEX invoices_by_product ON invoices (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX invoices_by_deal ON invoices (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE TABLE exchange_rates (
  id INTEGER PRIMARY KEY,
  from_currency TEXT NOT NULL CHECK (length(from_currency) = 3),
  to_currency TEXT NOT NULL CHECK (length(to_currency) = 3),
  valid_on TEXT NOT NULL,
  rate TEXT NOT NULL,
  source_row_id INTEGER,
  UNIQUE (from_currency, to_currency, valid_on)
) STRICT;

CREATE TABLE targets (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('company', 'team', 'territory', 'product')),
  scope_name TEXT NOT NULL,
  team_id INTEGER REFERENCES teams (id) ON DELETE SET NULL,
  measure TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  source_row_id INTEGER,
  UNIQUE (scope, scope_name, measure, starts_on, ends_on)
) STRICT;
CREATE INDEX targets_by_team ON targets (team_id) WHERE team_id IS NOT NULL;

CREATE TABLE import_seen (
  id INTEGER PRIMARY KEY,
  import_file_id INTEGER NOT NULL REFERENCES import_files (id) ON DELETE CASCADE,
  entity TEXT NOT NULL,
  ranges_json TEXT NOT NULL
) STRICT;
CREATE INDEX import_seen_by_file ON import_seen (import_file_id);

CREATE TABLE opportunity_versions (
  id INTEGER PRIMARY KEY,
  opportunity_id INTEGER NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  until_import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  stage_id INTEGER REFERENCES stages (id) ON DELETE SET NULL,
  seller_id INTEGER REFERENCES sellers (id) ON DELETE SET NULL,
  account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
  amount_minor INTEGER,
  currency TEXT NOT NULL,
  close_on TEXT,
  source_row_id INTEGER
) STRICT;
CREATE INDEX opportunity_versions_by_deal ON opportunity_versions (opportunity_id, until_import_id);
CREATE INDEX opportunity_versions_by_import ON opportunity_versions (until_import_id);
CREATE INDEX opportunity_versions_by_stage ON opportunity_versions (stage_id);
CREATE INDEX opportunity_versions_by_seller ON opportunity_versions (seller_id);
CREATE INDEX opportunity_versions_by_account ON opportunity_versions (account_id);

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  opportunity_id INTEGER NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  imported_json TEXT NOT NULL,
  corrected_json TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  UNIQUE (opportunity_id, field)
) STRICT;

CREATE TABLE import_profiles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  entity TEXT NOT NULL,
  shape TEXT NOT NULL,
  columns_json TEXT NOT NULL,
  reading_json TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT NOT NULL,
  uses INTEGER NOT NULL,
  UNIQUE (entity, shape)
) STRICT;

CREATE TABLE account_aliases (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  alias_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX account_aliases_by_account ON account_aliases (account_id);

CREATE TABLE product_aliases (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  alias_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX product_aliases_by_product ON product_aliases (product_id);

CREATE TABLE stage_aliases (
  id INTEGER PRIMARY KEY,
  stage_id INTEGER NOT NULL REFERENCES stages (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  alias_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX stage_aliases_by_stage ON stage_aliases (stage_id);

ALTER TABLE seller_aliases ADD COLUMN from_on TEXT;
ALTER TABLE seller_aliases ADD COLUMN to_on TEXT;

CREATE TABLE identity_decisions (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  left_key TEXT NOT NULL,
  right_key TEXT NOT NULL,
  is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
  decided_at TEXT NOT NULL,
  UNIQUE (entity, left_key, right_key)
) STRICT;

CREATE TABLE merges (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL CHECK (entity IN ('accounts', 'products', 'sellers')),
  kept_id INTEGER NOT NULL,
  merged_id INTEGER NOT NULL,
  merged_name TEXT NOT NULL,
  merged_json TEXT NOT NULL,
  moved_json TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  split_at TEXT
) STRICT;
`
}
