// A company of two years for tests of series: teams, sellers of one name, a seller who left, segments, products, territories, a deal in another
// currency at a rate, invoices with a credit note, and a day in February that comes once in four years.
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'

export interface SeriesFacts {
  scenarioId: ScenarioId
  teams: Record<'north' | 'northA' | 'south', TeamId>
  sellers: Record<'ana' | 'otherAna' | 'cy' | 'gone' | 'teamless', SellerId>
  accounts: Record<'alder' | 'birch' | 'cedar' | 'elm', AccountId>
  products: Record<'suite' | 'boat' | 'loose', ProductId>
  territories: Record<'all' | 'east' | 'west' | 'overlay', TerritoryId>
  /** Of the deals below, by their external id. */
  deal: (externalId: string) => OpportunityId
}

/** External id, account, seller, product, new business (1, 0, null), amount in minor units, currency, close date. */
export type DealRow = readonly [
  string,
  'alder' | 'birch' | 'cedar' | 'elm' | null,
  'ana' | 'otherAna' | 'cy' | 'gone' | 'teamless' | null,
  'suite' | 'boat' | 'loose' | null,
  1 | 0 | null,
  number | null,
  string,
  string
]

export const dealRows: readonly DealRow[] = [
  ['d1', 'alder', 'ana', 'suite', 1, 10_001, 'EUR', '2024-02-29'],
  ['d2', 'birch', 'otherAna', 'boat', 0, 20_003, 'EUR', '2024-05-10'],
  ['d3', 'cedar', 'cy', 'loose', null, 30_007, 'EUR', '2024-08-31'],
  ['d4', 'alder', 'gone', 'suite', 0, 40_009, 'EUR', '2024-12-31'],
  ['d5', 'elm', 'gone', null, 1, 11_011, 'EUR', '2025-03-31'],
  ['d6', null, 'ana', 'suite', null, 22_013, 'EUR', '2025-06-30'],
  ['d7', 'birch', null, 'boat', 1, 33_017, 'EUR', '2025-07-01'],
  ['d8', 'cedar', 'teamless', 'boat', 0, 44_019, 'EUR', '2025-10-01'],
  // At the rate of the day: 100.00 USD are 90.00 EUR.
  ['d9', 'cedar', 'cy', 'suite', 1, 10_000, 'USD', '2025-11-15'],
  // Of a currency without a rate, and without an amount: no sum knows them.
  ['d10', 'cedar', 'cy', 'suite', 1, 99_999, 'GBP', '2025-11-16'],
  ['d11', 'cedar', 'cy', 'suite', 1, null, 'EUR', '2025-11-17'],
  ['d12', 'alder', 'ana', 'loose', 0, 7_001, 'EUR', '2026-01-20']
]

/** What of them is won and counted, in EUR. */
export const countedMinor = 10_001 + 20_003 + 30_007 + 40_009 + 11_011 + 22_013 + 33_017 + 44_019 + 9_000 + 7_001

export async function laySeriesFacts(workspace: TestWorkspace, rows = dealRows): Promise<SeriesFacts> {
  const { writer } = workspace
  writer.run('BEGIN')
  const team = (name: string, parent: number | null) =>
    writer.insert('teams', { parent_id: parent, name, name_key: nameKey(name) }) as TeamId
  const north = team('North', null)
  const teams = { north, northA: team('North A', north), south: team('South', null) }
  const seller = (name: string, of: TeamId | null, leftOn: string | null = null) => {
    const id = writer.insert('sellers', { name, role: 'seller', left_on: leftOn }) as SellerId
    if (of !== null) writer.insert('team_memberships', { seller_id: id, team_id: of, to_on: leftOn })
    return id
  }
  const sellers = {
    ana: seller('Ana Ruiz', teams.northA),
    otherAna: seller('Ana Ruiz', teams.south),
    cy: seller('Cy', teams.south),
    gone: seller('Ed', teams.north, '2025-03-31'),
    teamless: seller('Fay', null)
  }
  const account = (name: string, segment: string | null) =>
    writer.insert('accounts', { name, name_key: nameKey(name), segment }) as AccountId
  const accounts = {
    alder: account('Alder', 'Retail'),
    birch: account('Birch', 'retail '),
    cedar: account('Cedar', 'Energy'),
    elm: account('Elm', null)
  }
  const product = (name: string, family: string | null) =>
    writer.insert('products', { name, name_key: nameKey(name), family }) as ProductId
  const products = {
    suite: product('Suite', 'Software'),
    boat: product('Boat', 'Boats'),
    loose: product('Loose', null)
  }
  const stage = (name: string, status: string, position: number) =>
    writer.insert('stages', { name, name_key: nameKey(name), position, status })
  const won = stage('Series won', 'won', 901)
  const lost = stage('Series lost', 'lost', 902)
  writer.insert('exchange_rates', { from_currency: 'USD', to_currency: 'EUR', valid_on: '2025-11-01', rate: '0.9' })
  const ids = new Map<string, OpportunityId>()
  for (const [externalId, of, by, sold, isNew, amountMinor, currency, closeOn] of rows)
    ids.set(
      externalId,
      writer.insert('opportunities', {
        external_id: externalId,
        name: `Deal ${externalId}`,
        account_id: of === null ? null : accounts[of],
        seller_id: by === null ? null : sellers[by],
        product_id: sold === null ? null : products[sold],
        stage_id: won,
        amount_minor: amountMinor,
        currency,
        ...(currency === 'USD' ? { home_minor: 9_000, home_currency: 'EUR' } : {}),
        close_on: closeOn,
        is_new_business: isNew
      }) as OpportunityId
    )
  writer.insert('opportunities', {
    external_id: 'lost',
    seller_id: sellers.ana,
    stage_id: lost,
    amount_minor: 77_777,
    currency: 'EUR',
    close_on: '2025-02-02'
  })
  const invoice = (
    kind: string,
    by: SellerId | null,
    of: AccountId | null,
    amount: number,
    issuedOn: string,
    deal?: string
  ) =>
    writer.insert('invoices', {
      kind,
      seller_id: by,
      account_id: of,
      amount_minor: amount,
      currency: 'EUR',
      issued_on: issuedOn,
      ...(deal === undefined ? {} : { opportunity_id: ids.get(deal) ?? null })
    })
  invoice('invoice', sellers.ana, accounts.alder, 10_001, '2024-03-15', 'd1')
  invoice('invoice', sellers.cy, accounts.cedar, 30_007, '2024-09-15', 'd3')
  invoice('invoice', sellers.ana, accounts.alder, -12_000, '2024-06-01')
  invoice('payment', sellers.ana, accounts.alder, 10_001, '2024-04-15')
  writer.run('COMMIT')
  const plan = await workspace.call('plans.createPlan', { fiscalYear: 2026, scenarioName: 'Baseline' })
  const scenarioId = plan.scenarios[0]?.id
  if (scenarioId === undefined) throw new Error('a plan without a scenario')
  const territory = (name: string, parent: number | null, kind: string, position: number) =>
    writer.insert('territories', { scenario_id: scenarioId, parent_id: parent, name, kind, position }) as TerritoryId
  const all = territory('All', null, 'main', 1)
  const territories = {
    all,
    east: territory('East', all, 'main', 2),
    west: territory('West', all, 'main', 3),
    overlay: territory('Overlay', null, 'overlay', 4)
  }
  const place = (of: TerritoryId, accountId: AccountId, fromOn: string | null = null, toOn: string | null = null) =>
    writer.insert('territory_accounts', {
      scenario_id: scenarioId,
      territory_id: of,
      account_id: accountId,
      source: 'manual',
      from_on: fromOn,
      to_on: toOn
    })
  place(territories.east, accounts.alder)
  // Moved within the plan's year: on the day the data end it lies in the east.
  place(territories.east, accounts.birch, null, '2026-06-30')
  place(territories.west, accounts.birch, '2026-07-01', null)
  place(territories.west, accounts.cedar)
  place(territories.overlay, accounts.cedar)
  return {
    scenarioId,
    teams,
    sellers,
    accounts,
    products,
    territories,
    deal: (externalId) => {
      const id = ids.get(externalId)
      if (id === undefined) throw new Error(`no deal ${externalId}`)
      return id
    }
  }
}
