// The public Maven files from import to attainment: the figures of their README, the agents without deals, and quotas that add up.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioId } from '#shared/plans/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasSharedFiles, importFiles, mavenFiles, readFacts, sharedFolder } from '../import/shared-files.ts'

if (!hasSharedFiles) console.warn(`test/performance/maven: skipped, there is no ${sharedFolder}`)

describe.skipIf(!hasSharedFiles)('the Maven files', () => {
  let workspace: TestWorkspace
  let scenarioId: ScenarioId

  beforeAll(async () => {
    workspace = await openTestWorkspace({ currency: currencyCode('USD') }, '2018-01-15T09:00:00.000Z')
    await importFiles(workspace, mavenFiles)
    const plan = await workspace.call('plans.createPlan', { fiscalYear: 2017, scenarioName: 'Baseline' })
    scenarioId = plan.scenarios[0]?.id as ScenarioId
    await workspace.call('quotas.allocate', {
      scenarioId,
      target: { kind: 'typed', amountMinor: 1_050_000_001 },
      cushionRatio: 0,
      method: 'history',
      blendWeights: { history: 1, equal: 0, sameGrowth: 0 },
      noHistory: 'average',
      baseYear: 2017,
      phasing: 'flat'
    })
  })
  afterAll(() => workspace.close())

  const grid = () => workspace.call('performance.getGrid', { scenarioId, fiscalYear: 2017, asOf: '2017-12-31' })

  test('won by quarter and by seller, to the dollar', async () => {
    const { rows, totals } = await grid()
    expect(totals.map((cell) => [cell.wonDeals, cell.bookedMinor / 100])).toEqual([
      [531, 1_134_672],
      [1254, 3_086_111],
      [1257, 2_982_255],
      [1196, 2_802_496],
      [4238, 10_005_534]
    ])
    for (const [name, { deals, amount }] of Object.entries(readFacts().won_by_rep)) {
      const year = rows.find((row) => row.name === name)?.cells.at(-1)
      expect([name, year?.wonDeals, (year?.bookedMinor ?? 0) / 100]).toEqual([name, deals, amount])
    }
    expect(rows.slice(0, 5).map((row) => row.name)).toEqual([
      'Darcel Schlecht',
      'Vicki Laflamme',
      'Kary Hendrixson',
      'Cassey Cress',
      'Donn Cantrell'
    ])
  })

  test('the five agents without deals appear as such, not as zero per cent', async () => {
    const { rows } = await grid()
    const without = rows.filter((row) => row.cells.at(-1)?.attainment.missing === 'noDealsEver').map((row) => row.name)
    expect(without.sort()).toEqual([
      'Carl Lin',
      'Carol Thompson',
      'Elizabeth Anderson',
      'Mei-Mei Johns',
      'Natalya Ivanova'
    ])
    expect(rows).toHaveLength(35)
  })

  test('quotas add up to the target, by seller, quarter and month', async () => {
    for (const grain of ['quarter', 'month'] as const) {
      const sheet = await workspace.call('quotas.getSheet', { scenarioId, grain })
      expect(sheet.totalsMinor.reduce((a, b) => a + b, 0)).toBe(1_050_000_001)
      expect(sheet.rows.reduce((sum, row) => sum + (row.yearMinor ?? 0), 0)).toBe(1_050_000_001)
      expect(sheet.check?.differenceMinor).toBe(0)
    }
    const preview = await workspace.call('quotas.getAllocationSetup', { scenarioId })
    expect(preview.baseYears).toEqual([{ fiscalYear: 2017, deals: 4238, amountMinor: 1_000_553_400, isPlanYear: true }])
  })

  test('attainment of the year is booked over quota, for the company and for each office', async () => {
    const board = await workspace.call('performance.getBoard', { scenarioId, periodKey: 'FY2017', asOf: '2017-12-31' })
    expect(board.total.kpis.attainment.value).toBeCloseTo(10_005_534 / 10_500_000.01, 9)
    expect(board.total.kpis.winRate).toMatchObject({ numerator: 4238, n: 6711 })
    const offices = board.teams.filter((team) => team.depth === 0)
    expect(Object.fromEntries(offices.map((team) => [team.name, team.facts.wonMinor / 100]))).toEqual({
      Central: 3_346_293,
      East: 3_090_594,
      West: 3_568_647
    })
    const leads = board.teams.filter((team) => team.name === 'Melvin Marxen')
    expect(leads.map((team) => [team.facts.wonDeals, team.facts.wonMinor / 100])).toEqual([[882, 2_251_930]])
  })
})
