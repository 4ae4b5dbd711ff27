// Which domain a table belongs to: what changed is told to the windows by domain.
const domainOfTable: Readonly<Record<string, string>> = {
  settings: 'workspace',
  view_state: 'workspace',
  teams: 'people',
  sellers: 'people',
  seller_aliases: 'people',
  team_memberships: 'people',
  stages: 'playbook',
  imports: 'import',
  import_files: 'import',
  source_blocks: 'import',
  quarantine_rows: 'import',
  import_seen: 'import',
  import_profiles: 'import',
  identity_decisions: 'crm',
  merges: 'crm',
  corrections: 'crm',
  opportunity_versions: 'crm',
  stage_changes: 'crm',
  leads: 'crm',
  invoices: 'crm',
  exchange_rates: 'crm',
  targets: 'crm',
  account_aliases: 'crm',
  product_aliases: 'crm',
  stage_aliases: 'playbook',
  accounts: 'crm',
  products: 'crm',
  opportunities: 'crm',
  activities: 'crm',
  plans: 'plans',
  scenarios: 'plans',
  territories: 'territories',
  territory_accounts: 'territories',
  territory_sellers: 'territories',
  territory_rules: 'territories',
  territory_settings: 'territories',
  forecasts: 'forecasts',
  forecast_points: 'forecasts',
  one_off_deals: 'forecasts',
  series_changes: 'forecasts',
  series_totals: 'forecasts',
  driver_values: 'forecasts',
  forecast_settings: 'forecasts',
  forecast_cases: 'forecasts',
  forecast_calls: 'forecasts',
  deal_calls: 'forecasts',
  // Kept in the background while one works: only who shows them asks again.
  forecast_snapshots: 'snapshots',
  forecast_parts: 'forecasts',
  quota_allocations: 'quotas',
  quotas: 'quotas',
  pay_plans: 'compensation',
  pay_plan_members: 'compensation',
  pay_runs: 'compensation',
  pay_lines: 'compensation',
  handbooks: 'handbook'
}

/** The domains the tables belong to, each once. @errors throws for a table nobody has claimed */
export function topicsOf(tables: readonly string[]): string[] {
  const topics = new Set<string>()
  for (const table of tables) {
    const domain = domainOfTable[table]
    if (domain === undefined) throw new Error(`the table ${table} has no domain in topics.ts`)
    topics.add(domain)
  }
  return [...topics]
}
