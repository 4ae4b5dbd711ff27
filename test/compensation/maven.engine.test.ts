// The pay plan of 75 % individual and 25 % team on the public Maven files, held against sums worked out here another way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioId } from '#shared/plans/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasSharedFiles, importFiles, mavenFiles } from '../import/shared-files.ts'

const quotaMinor = 9_000_000
const targetMinor = 4_000_000

interface Sold {
  sellerId: number
  teamId: number
  quarter: number
  amountMinor: number
}

describe.skipIf(!hasSharedFiles)('pay on the Maven files', () => {
  let workspace: TestWorkspace
  let scenarioId: ScenarioId
  let sold: Sold[]

  beforeAll(async () => {
    workspace = await openTestWorkspace({ currency: currencyCode('USD') }, '2018-01-15T09:00:00.000Z')
    await importFiles(workspace, mavenFiles)
    const known = await workspace.call('plans.listPlans', {})
    const plan =
      known.find((each) => each.fiscalYear === 2017) ??
      (await workspace.call('plans.createPlan', { fiscalYear: 2017, scenarioName: 'Baseline' }))
    scenarioId = (plan.scenarios[0]?.id ?? 0) as ScenarioId
    sold = workspace.db.all<Sold>(
      `SELECT s.id AS sellerId, m.team_id AS teamId, q.quarter, ifnull(sum(o.amount_minor), 0) AS amountMinor
       FROM sellers s JOIN team_memberships m ON m.seller_id = s.id
       CROSS JOIN (SELECT 1 AS quarter UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) q
       LEFT JOIN opportunities o ON o.seller_id = s.id AND o.stage_id IN (SELECT id FROM stages WHERE status = 'won')
         AND o.close_on BETWEEN printf('2017-%02d-01', q.quarter * 3 - 2) AND printf('2017-%02d-31', q.quarter * 3)
       WHERE s.role = 'seller' GROUP BY s.id, q.quarter`
    )
    for (const sellerId of new Set(sold.map((row) => row.sellerId))) {
      for (let month = 1; month <= 12; month += 1) {
        const two = String(month).padStart(2, '0')
        workspace.writer.insert('quotas', {
          scenario_id: scenarioId,
          seller_id: sellerId,
          measure: 'bookings',
          period_key: `FY2017-M${two}`,
          starts_on: `2017-${two}-01`,
          amount_minor: quotaMinor / 3,
          currency: 'USD'
        })
      }
    }
  }, 60_000)
  afterAll(() => workspace.close())

  test('pays every seller each quarter to the cent, and adds up', async () => {
    const sellerIds = [...new Set(sold.map((row) => row.sellerId))]
    expect(sellerIds.length).toBeGreaterThanOrEqual(30)
    const args = { scenarioId, name: 'Sellers', template: 'individualTeamSplit' } as const
    const { id } = await workspace.call('compensation.createFromTemplate', args)
    await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds })
    await workspace.call('compensation.setTargetPay', { payPlanId: id, targetPayMinor: targetMinor })
    const paid = await workspace.call('compensation.preview', { payPlanId: id, throughPeriodKey: null })
    expect(paid.missingCount).toBe(0)
    expect(paid.bookedMinor).toBe(1_000_553_400)

    // Whole numbers all the way: pay = target / 4 x weight x (sold, half of it again above quota) / quota, rounded half up.
    const round = (numerator: number, denominator: number) =>
      Math.floor((2 * numerator + denominator) / (2 * denominator))
    for (const row of paid.rows) {
      for (let quarter = 1; quarter <= 4; quarter += 1) {
        const own = sold.find((each) => each.sellerId === row.sellerId && each.quarter === quarter)
        if (own === undefined) throw new Error('every seller has four quarters')
        const team = sold.filter((each) => each.teamId === own.teamId && each.quarter === quarter)
        const teamMinor = team.reduce((sum, each) => sum + each.amountMinor, 0)
        const above = Math.max(0, own.amountMinor - quotaMinor)
        const amounts = row.cells
          .filter((cell) => cell.periodKey === `FY2017-Q${quarter}`)
          .map((cell) => cell.amountMinor)
        expect(amounts).toEqual([
          round(750_000 * (2 * own.amountMinor + above), 2 * quotaMinor),
          round(250_000 * teamMinor, quotaMinor * team.length)
        ])
      }
    }
    const cells = paid.rows.flatMap((row) => row.cells)
    expect(cells).toHaveLength(sellerIds.length * 8)
    expect(cells.reduce((sum, cell) => sum + (cell.amountMinor ?? 0), 0)).toBe(paid.totalMinor)
    const run = await workspace.call('compensation.run', { scenarioId, throughPeriodKey: null })
    expect(run).toMatchObject({ totalMinor: paid.totalMinor, lineCount: cells.length, missingCount: 0 })
  })
})
