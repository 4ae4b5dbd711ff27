// Performance through the engine on a real file: board, grid and Home, with quotas of one scenario.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { wonSql } from '#engine/crm/store.ts'
import { dealsSql } from '#engine/performance/store.ts'
import { type Company, openCompany } from '../quotas/company.ts'

let company: Company
beforeEach(async () => {
  company = await openCompany()
  const { workspace, ids, scenarioId, win } = company
  win(ids.ana, '2027-02-10', 30_000)
  win(ids.ana, '2027-02-11', null)
  win(ids.ana, '2027-02-12', 9_000, 'lost')
  win(ids.bea, '2027-03-01', 8_000, 'open')
  win(ids.bea, '2027-01-05', null, 'open')
  await workspace.call('quotas.setQuotas', {
    scenarioId,
    entries: [
      { sellerId: ids.ana, periodKey: 'FY2027-Q1', amountMinor: 60_000 },
      { sellerId: ids.bea, periodKey: 'FY2027-Q1', amountMinor: 30_000 }
    ]
  })
})
afterEach(() => company.workspace.close())

const inQ1 = () => ({ scenarioId: company.scenarioId, periodKey: 'FY2027-Q1', asOf: '2027-02-14' })

it('shows each seller with quota, bookings, attainment, pace and win rate', async () => {
  const board = await company.workspace.call('performance.getBoard', inQ1())
  expect(board.sellers.map((line) => line.name)).toEqual(['Ana Ruiz', 'Bea Soler'])
  const [ana, bea] = board.sellers
  expect(ana?.kpis.attainment).toMatchObject({ value: 0.5, numerator: 30_000, denominator: 60_000 })
  expect(ana?.kpis.winRate).toMatchObject({ numerator: 2, n: 3, isSmall: true })
  expect(ana?.kpis.averageDeal).toMatchObject({ value: 30_000, n: 1 })
  expect(ana?.pace).toMatchObject({
    state: 'ahead',
    goneRatio: 0.5,
    paceMinor: 30_000,
    aheadMinor: 0,
    remainingMinor: 30_000
  })
  expect(bea?.kpis.attainment.value).toBe(0)
  expect(bea?.pace.state).toBe('behind')
  expect(board.total.kpis.attainment.value).toBeCloseTo(30_000 / 90_000, 12)
  expect(board.teams.map((team) => [team.name, team.facts.wonMinor, team.facts.quotaMinor])).toEqual([
    ['North', 30_000, 90_000]
  ])
})

it('keeps the past: leavers with deals, and deals of nobody', async () => {
  const board = await company.workspace.call('performance.getBoard', {
    ...inQ1(),
    periodKey: 'FY2026-Q1',
    asOf: '2026-12-31'
  })
  expect(board.sellers.map((line) => line.name)).toEqual(['Ana Ruiz', 'Leo Vidal', 'Bea Soler'])
  expect(board.sellers.every((line) => line.kpis.attainment.missing === 'noQuota')).toBe(true)
  expect(board.sellersWithoutQuota).toBe(3)
  const next = await company.workspace.call('performance.getBoard', {
    ...inQ1(),
    periodKey: 'FY2026-Q2',
    asOf: '2026-12-31'
  })
  expect(next.withoutSeller).toEqual({ wonDeals: 1, wonMinor: 7_000, lostDeals: 0 })
  expect(next.total.facts.wonMinor).toBe(97_000)
})

it('lays the year out by quarters', async () => {
  const grid = await company.workspace.call('performance.getGrid', {
    scenarioId: company.scenarioId,
    fiscalYear: 2026,
    asOf: '2026-12-31'
  })
  expect(grid.totals.map((cell) => cell.bookedMinor)).toEqual([140_000, 97_000, 90_000, 130_000, 457_000])
  expect(grid.rows[0]).toMatchObject({ name: 'Ana Ruiz' })
  expect(grid.rows[0]?.cells.at(-1)?.bookedMinor).toBe(280_000)
})

it('gathers Home: board, year, open deals, steps', async () => {
  const home = await company.workspace.call('performance.getHome', inQ1())
  expect(home.year).toMatchObject({ period: { key: 'FY2027' }, facts: { wonMinor: 30_000, quotaMinor: 90_000 } })
  expect(home.pipeline).toEqual({
    deals: 2,
    amountMinor: 8_000,
    dealsWithoutAmount: 1,
    inPeriodDeals: 1,
    inPeriodMinor: 8_000,
    overdueDeals: 1
  })
  expect(home.outlook).toBeNull()
  expect(home.steps).toMatchObject({
    people: { sellers: 3, withoutTeam: 1 },
    territories: { territories: 0, accountsAssigned: 0 },
    forecast: null,
    quotas: { sumMinor: 90_000, sellers: 2, streetMinor: null }
  })
})

it('takes the day from the data when none is asked for, and refuses what is no period', async () => {
  const { asOf: _, ...open } = inQ1()
  expect((await company.workspace.call('performance.getBoard', open)).asOf).toBe('2027-02-12')
  expect(await company.workspace.reply('performance.getBoard', { ...open, periodKey: 'Q1' })).toEqual({
    ok: false,
    error: { code: 'performance.unknownPeriod', periodKey: 'Q1' }
  })
})

it('finds open deals by their stage', () => {
  const days = { from: '2027-01-01', to: '2027-03-31', asOf: '2027-02-14', currency: 'EUR' }
  const plan = company.workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${wonSql.openInPeriod}`, days)
  expect(plan.map((step) => step.detail).join()).toMatch(
    /SEARCH o USING (COVERING )?INDEX opportunities_by_stage_close/
  )
})

it('counts the deals of each seller from an index', () => {
  const plan = company.workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${dealsSql.ofSellers}`)
  expect(plan.map((step) => step.detail).join()).toContain('COVERING INDEX opportunities_by_seller')
})
