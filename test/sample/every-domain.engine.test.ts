// Every domain takes the sample company as if a user had made it: its screens find something in it, and their sums agree.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace()
  await workspace.call('workspace.createSample', { path: workspace.path, size: 'small', seed: 1, language: 'en' })
})
afterAll(() => workspace.close())

const won2026 = () =>
  workspace.db.get<{ minor: number }>(
    `SELECT sum(amount_minor) AS minor FROM opportunities o JOIN stages s ON s.id = o.stage_id
     WHERE s.status = 'won' AND close_on >= '2026-01-01'`
  )?.minor ?? 0

describe('the sample company', () => {
  it('is seen as of its last day, in the approved scenario of 2026', async () => {
    expect(await workspace.call('crm.getDataAsOf', {})).toBe('2026-11-12')
    const plans = await workspace.call('plans.listPlans', {})
    const scenarios = plans.flatMap((plan) =>
      plan.scenarios.map((each) => [plan.fiscalYear, each.name, each.approvedAt !== null])
    )
    expect(scenarios.sort()).toEqual([
      [2026, 'Baseline', true],
      [2027, 'Baseline', false],
      [2027, 'Two more reps in the north', false]
    ])
    expect(await workspace.call('plans.getCurrent', {})).toBe(1)
  })
  it('quotas: the sheet adds up to its target and every quota says why', async () => {
    for (const scenarioId of [1, 2, 3]) {
      const sheet = await workspace.call('quotas.getSheet', { scenarioId, grain: 'month' })
      expect(sheet.check?.differenceMinor).toBe(0)
      const row = sheet.rows.find((each) => each.yearMinor !== null)
      const why = await workspace.call('quotas.explainQuota', {
        scenarioId,
        sellerId: row?.sellerId ?? 0,
        periodKey: `FY${sheet.fiscalYear}`
      })
      expect(why).toMatchObject({ isEdited: false, amountMinor: row?.yearMinor, allocatedMinor: row?.yearMinor })
    }
  })
  it('territories: every account lies in one, every one has accounts and somebody who covers it', async () => {
    // The desk that was left in February and filled from another one in April, which was filled in May; and the new people's hire.
    const vacant: Record<number, unknown[]> = {
      1: [
        ['Girona, Lleida and Tarragona', '2026-04-01', '2026-05-03'],
        ['Madrid', '2026-02-28', '2026-03-31']
      ],
      2: [],
      3: ['dependence', ['North, new', '2027-01-01', '2027-01-31']]
    }
    for (const scenarioId of [1, 2, 3]) {
      const onDate = scenarioId === 1 ? '2026-11-12' : '2027-02-01'
      const overview = await workspace.call('territories.overview', { scenarioId, onDate })
      const gaps = overview.checks.flatMap((check) =>
        check.kind === 'gap' ? [[check.territoryName, check.fromOn, check.toOn]] : [check.kind]
      )
      expect(gaps).toEqual(vacant[scenarioId])
      expect(overview.unassigned.accounts).toBe(0)
      expect(overview.assigned.accounts).toBeGreaterThan(400)
    }
    const accounts = await workspace.call('territories.listAccounts', { scenarioId: 1, onDate: '2026-11-12' })
    expect(accounts.find((row) => row.source === 'rule')?.evidence).toMatchObject({
      method: 'rule',
      losing: 0
    })
    expect(accounts.find((row) => row.source === 'manual')?.reason).toContain('even out the load')
  })
  it('performance: bookings of the year are those of the deals', async () => {
    const home = await workspace.reply('performance.getHome', { scenarioId: 1, periodKey: 'FY2026' })
    expect(home.ok).toBe(true)
    const board = await workspace.call('performance.getBoard', { scenarioId: 1, periodKey: 'FY2026' })
    expect(JSON.stringify(board)).toContain(String(won2026()))
  })
  it('pay: everybody under the plan earns a line for every component and quarter', async () => {
    const [plan] = await workspace.call('compensation.listPlans', { scenarioId: 1 })
    const preview = await workspace.call('compensation.preview', {
      payPlanId: plan?.id ?? 0,
      throughPeriodKey: 'FY2026-Q3'
    })
    expect(preview.rows.length).toBe(plan?.memberCount)
    expect(preview.totalMinor).toBeGreaterThan(0)
    const whole = preview.rows.filter((row) => row.cells.every((cell) => cell.missing === null))
    expect(whole.length).toBeGreaterThan(9)
  })
  it('scenarios can be compared: two more people carry more quota', async () => {
    const differences = await workspace.call('plans.compareScenarios', { leftId: 2, rightId: 3 })
    expect(differences.length).toBeGreaterThan(4)
    expect(differences.some((each) => each.label.includes('Vacancy North'))).toBe(true)
  })
})
