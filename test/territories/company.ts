// A small company laid out by hand for the engine tests: two offices with a team each, four sellers, six accounts and their deals.
// Also Maven's public CRM rows, laid out the same way, for the tests that hold against their known totals.
import { existsSync, readFileSync } from 'node:fs'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'

export interface Layout {
  scenarioId: ScenarioId
  team: (name: string) => TeamId
  seller: (name: string) => SellerId
  account: (name: string) => AccountId
}

type Row = readonly (string | null)[]

interface Company {
  fiscalYear: number
  /** Name, name of the team above. */
  teams: Row[]
  /** Name, team, role, last day of work. */
  sellers: Row[]
  /** Name, region, industry. */
  accounts: Row[]
  /** Account, seller, stage (Won, Open or Lost), amount in whole units, close date. */
  deals: Row[]
}

export const small: Company = {
  fiscalYear: 2027,
  teams: [
    ['North', null],
    ['South', null],
    ['North A', 'North']
  ],
  sellers: [
    ['Ana', 'North A', 'seller', null],
    ['Bo', 'North', 'seller', null],
    ['Cy', 'South', 'account_manager', null],
    ['Di', 'South', 'manager', null],
    ['Ed', 'South', 'seller', '2026-03-31'],
    ['Fay', null, 'seller', null]
  ],
  accounts: [
    ['Alder', 'east', 'Retail'],
    ['Birch', 'East ', 'retail'],
    ['Cedar', 'West', 'Retail'],
    ['Dogwood', null, 'Energy'],
    ['Elm', 'West', 'Energy'],
    ['Fir', 'West', null]
  ],
  deals: [
    // Alder: 900 by the North, 300 by the South. Birch: even. Cedar: South. Dogwood: nothing won. Elm: mostly by nobody's team.
    ['Alder', 'Ana', 'Won', '500', '2026-02-10'],
    ['Alder', 'Bo', 'Won', '400', '2026-06-10'],
    ['Alder', 'Cy', 'Won', '300', '2026-08-10'],
    ['Birch', 'Ana', 'Won', '250', '2026-03-01'],
    ['Birch', 'Cy', 'Won', '250', '2026-04-01'],
    ['Cedar', 'Ed', 'Won', '700', '2025-11-30'],
    ['Dogwood', 'Ana', 'Lost', '900', '2026-05-01'],
    ['Dogwood', 'Ana', 'Open', '120', null],
    ['Elm', 'Fay', 'Won', '600', '2026-07-01'],
    ['Elm', 'Ana', 'Won', '100', '2026-07-02'],
    ['Fir', 'Cy', 'Won', '80', '2026-10-31'],
    [null, 'Ana', 'Won', '50', '2026-10-31']
  ]
}

const mavenFolder = new URL('../../../shared/data/crm/maven-crm/', import.meta.url)
export const hasMaven = existsSync(mavenFolder)

function readCsv(name: string): string[][] {
  const [, ...lines] = readFileSync(new URL(name, mavenFolder), 'utf8').trim().split(/\r?\n/)
  return lines.map((line) => line.split(','))
}

/** Maven's rows: offices as top teams, their managers' teams below. */
export function readMaven(): Company {
  const people = readCsv('sales_teams.csv')
  const offices = [...new Set(people.map((cells) => cells[2] ?? ''))]
  const managers = new Map(people.map((cells) => [cells[1] ?? '', cells[2] ?? '']))
  return {
    fiscalYear: 2018,
    teams: [...offices.map((office) => [office, null]), ...managers],
    sellers: people.map((cells) => [cells[0] ?? '', cells[1] ?? '', 'seller', null]),
    accounts: readCsv('accounts.csv').map((cells) => [cells[0] ?? '', cells[5] ?? '', cells[1] ?? '']),
    deals: readCsv('sales_pipeline.csv').map((cells) => {
      const [, seller = '', , account = '', stage = '', , closedOn = '', amount = ''] = cells
      const status = stage === 'Won' || stage === 'Lost' ? stage : 'Open'
      return [
        account === '' ? null : account,
        seller,
        status,
        amount === '' ? null : amount,
        closedOn === '' ? null : closedOn
      ]
    })
  }
}

/** Writes the company into the workspace, with a plan of one scenario. */
export async function layOut(workspace: TestWorkspace, company: Company): Promise<Layout> {
  const { writer } = workspace
  // One transaction: thousands of single ones would each wait for the disk.
  writer.run('BEGIN')
  const ids = {
    teams: new Map<string, number>(),
    sellers: new Map<string, number>(),
    accounts: new Map<string, number>()
  }
  const get = (map: ReadonlyMap<string, number>, name: string | null | undefined): number => {
    const id = map.get(name ?? '')
    if (id === undefined) throw new Error(`the company has no ${name}`)
    return id
  }
  for (const [name = '', above = null] of company.teams) {
    const parent = above === null ? null : get(ids.teams, above)
    ids.teams.set(name ?? '', writer.insert('teams', { parent_id: parent, name, name_key: nameKey(name ?? '') }))
  }
  for (const [name = '', team = null, role = 'seller', leftOn = null] of company.sellers) {
    const id = writer.insert('sellers', { name, role, left_on: leftOn })
    ids.sellers.set(name ?? '', id)
    if (team !== null)
      writer.insert('team_memberships', { seller_id: id, team_id: get(ids.teams, team), to_on: leftOn })
  }
  for (const [name = '', region = null, industry = null] of company.accounts)
    ids.accounts.set(name ?? '', writer.insert('accounts', { name, name_key: nameKey(name ?? ''), region, industry }))
  const stage = (name: string, status: string, position: number) =>
    writer.get<{ id: number }>('SELECT id FROM stages WHERE name_key = :key', { key: nameKey(name) })?.id ??
    writer.insert('stages', { name, name_key: nameKey(name), position, status })
  const stages: Record<string, number> = {
    Open: stage('Test open', 'open', 901),
    Won: stage('Test won', 'won', 902),
    Lost: stage('Test lost', 'lost', 903)
  }
  writer.insertMany(
    'opportunities',
    ['account_id', 'seller_id', 'stage_id', 'amount_minor', 'currency', 'close_on'],
    company.deals.map(([account = null, seller = null, status, amount = null, closeOn = null]) => [
      account === null ? null : get(ids.accounts, account),
      seller === null ? null : get(ids.sellers, seller),
      stages[status ?? ''] ?? 0,
      amount === null ? null : Number(amount) * 100,
      'EUR',
      closeOn
    ])
  )
  writer.run('COMMIT')
  const plan = await workspace.call('plans.createPlan', { fiscalYear: company.fiscalYear, scenarioName: 'Baseline' })
  const [scenario] = plan.scenarios
  if (!scenario) throw new Error('a plan without a scenario')
  return {
    scenarioId: scenario.id,
    team: (name) => get(ids.teams, name) as TeamId,
    seller: (name) => get(ids.sellers, name) as SellerId,
    account: (name) => get(ids.accounts, name) as AccountId
  }
}
