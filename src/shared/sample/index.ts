// The sample company, made from a seed: for the demo, tests, benchmarks and pictures. The same options give the same bytes.
import { currencyCode } from '../units/money.ts'
import { makeActivities } from './activities.ts'
import { type Crew, makeCrew, type Person } from './crew.ts'
import { asOf, type Deal, makeDeals } from './deals.ts'
import { chooseTarget, makePay, makeQuotas, sumBookings } from './goals.ts'
import { makeMarket } from './market.ts'
import { accountRows, activityRows, dealRows, productRows, stageRows } from './market-rows.ts'
import { aliasRows, membershipRows, sellerRows, teamRows } from './people-rows.ts'
import { makeTerritories } from './territories.ts'
import { settingsRow } from './territory-settings.ts'
import type { Cell, Row, Sample, SampleOptions, SampleTable } from './types.ts'
import { sampleWords } from './words.ts'

export type { Sample, SampleOptions, SampleSize } from './types.ts'

/** The day the sample's data ends. */
export const sampleAsOf = asOf

/** What is taken where nothing else is asked for. */
export const defaultSample: SampleOptions = { size: 'small', seed: 1, currency: currencyCode('EUR'), language: 'en' }

// Seeds are counted from here, so that the first one is a company with an ordinary year.
const seedsBefore = 19

/**
 * Makes a whole company: people, accounts, three years of deals and activities, plans with territories, quotas and pay.
 *
 * @param choice what differs from `defaultSample`
 * @returns tables in the order in which they can be loaded
 * @example makeSample({ size: 'large' }).tables.find((table) => table.name === 'opportunities')?.rows.length // about 100,000
 */
export function makeSample(choice: Partial<SampleOptions> = {}): Sample {
  const asked = { ...defaultSample, ...choice }
  const options = { ...asked, seed: asked.seed + seedsBefore }
  const crew = makeCrew(options)
  const market = makeMarket(options, crew)
  const deals = makeDeals(options, crew, market)
  const tables = [
    table('sellers', sellerRows(crew, options)),
    table('teams', teamRows(crew)),
    table('seller_aliases', aliasRows(crew, options)),
    table('team_memberships', membershipRows(crew)),
    table('stages', stageRows(options)),
    table('accounts', accountRows(options, crew, market)),
    table('products', productRows(options)),
    table('opportunities', dealRows(options, deals)),
    table('activities', activityRows(options, makeActivities(options, crew, deals, market))),
    ...planTables(options, crew, market, deals)
  ]
  return { options: asked, asOf, tables, currentScenarioId: 1 }
}

function planTables(
  options: SampleOptions,
  crew: Crew,
  market: ReturnType<typeof makeMarket>,
  deals: readonly Deal[]
): SampleTable[] {
  const words = sampleWords[options.language]
  const bookings = sumBookings(deals)
  const sellers = crew.people.filter((person) => person.role === 'seller' || person.role === 'account_manager')
  const isVacancy = (person: Person) => crew.vacancies.some((vacancy) => vacancy.id === person.id)
  const of2026 = sellers.filter(
    (person) => (person.leftOn === null || person.leftOn >= '2026-01-01') && !isVacancy(person)
  )
  const of2027 = sellers.filter((person) => person.leftOn === null && !isVacancy(person))
  const next = chooseTarget(bookings, options, 1.07)
  const share = next / of2027.length
  const goals = [
    {
      scenarioId: 1,
      fiscalYear: 2026,
      targetMinor: chooseTarget(bookings, options, 1),
      madeAt: '2025-12-11T09:30:00.000Z',
      people: of2026
    },
    { scenarioId: 2, fiscalYear: 2027, targetMinor: next, madeAt: '2026-11-05T10:15:00.000Z', people: of2027 },
    {
      scenarioId: 3,
      fiscalYear: 2027,
      targetMinor: next + Math.round(share * 1.5),
      madeAt: '2026-11-09T15:40:00.000Z',
      people: [...of2027, ...crew.vacancies]
    }
  ] as const
  const territories: Row[] = []
  const territoryAccounts: Row[] = []
  const territorySellers: Row[] = []
  const territoryRules: Row[] = []
  for (const { scenarioId } of goals) {
    const made = makeTerritories(options, crew, market, {
      scenarioId,
      isRunningYear: scenarioId === 1,
      hasVacancies: scenarioId === 3,
      firstTerritoryId: territories.length + 1,
      firstRuleId: territoryRules.length + 1
    })
    territories.push(...made.territories)
    for (const row of made.accounts) territoryAccounts.push(row)
    territorySellers.push(...made.sellers)
    territoryRules.push(...made.rules)
  }
  const quotas = goals.map((plan) => makeQuotas(options, bookings, plan))
  const pay = goals.map((plan, at) => makePay(options, plan, at + 1))
  const scenario = (
    planId: number,
    name: string,
    from: number | null,
    createdAt: string,
    approvedAt: string | null
  ): Row => ({
    plan_id: planId,
    name,
    copied_from_id: from,
    created_at: createdAt,
    locked_at: approvedAt,
    approved_at: approvedAt,
    notes: ''
  })
  return [
    table(
      'plans',
      [2026, 2027].map((year) => ({ name: `FY${year}`, fiscal_year: year }))
    ),
    table('scenarios', [
      scenario(1, words.baseline, null, '2025-12-01T08:00:00.000Z', '2025-12-18T16:00:00.000Z'),
      scenario(2, words.baseline, null, '2026-11-02T08:00:00.000Z', null),
      scenario(2, words.twoMore, 2, '2026-11-09T15:00:00.000Z', null)
    ]),
    table('territories', territories),
    table('territory_accounts', territoryAccounts),
    table('territory_sellers', territorySellers),
    table('territory_rules', territoryRules),
    table(
      'territory_settings',
      goals.map(({ scenarioId }) => settingsRow(options, scenarioId))
    ),
    table(
      'quota_allocations',
      quotas.map((each) => each.allocation)
    ),
    table(
      'quotas',
      quotas.flatMap((each) => each.quotas)
    ),
    table(
      'pay_plans',
      pay.map((each) => each.payPlan)
    ),
    table(
      'pay_plan_members',
      pay.flatMap((each) => each.members)
    )
  ]
}

/** Makes a table of rows that all have the same columns; ids count from 1 where the rows don't bring their own. */
function table(name: string, rows: readonly Row[]): SampleTable {
  const own = Object.keys(rows[0] ?? {})
  const columns = own.includes('id') ? own : ['id', ...own]
  const cellsOf = (row: Row, at: number): Cell[] =>
    columns.map((column) => (column === 'id' ? (row.id ?? at + 1) : (row[column] ?? null)))
  return { name, columns, rows: rows.map(cellsOf) }
}
