// Quotas through the engine on a real file: setup, preview, applying, editing, why, clearing, locks, undo, copies.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quotaSql } from '#engine/quotas/store.ts'
import type { AllocationRequest } from '#shared/quotas/types.ts'
import { type Company, openCompany } from './company.ts'

let company: Company
beforeEach(async () => {
  company = await openCompany()
})
afterEach(() => company.workspace.close())

const request: AllocationRequest = {
  target: { kind: 'typed', amountMinor: 1_000_001 },
  cushionRatio: 0.04,
  method: 'history',
  blendWeights: { history: 0.5, equal: 0.5, sameGrowth: 0 },
  noHistory: 'average',
  baseYear: 2026,
  phasing: 'learnt'
}
const allocate = (more: Partial<AllocationRequest> = {}) =>
  company.workspace.call('quotas.allocate', { scenarioId: company.scenarioId, ...request, ...more })
const sheet = (grain: 'month' | 'quarter' = 'month') =>
  company.workspace.call('quotas.getSheet', { scenarioId: company.scenarioId, grain })
const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)

describe('before anything is shared out', () => {
  it('says who, which base years, and that there is no forecast', async () => {
    const setup = await company.workspace.call('quotas.getAllocationSetup', { scenarioId: company.scenarioId })
    expect(setup).toMatchObject({ fiscalYear: 2027, sellers: 3, forecasts: [], last: null, dealsInOtherCurrencies: 0 })
    expect(setup.baseYears).toEqual([
      { fiscalYear: 2026, deals: 26, amountMinor: 457_000, isPlanYear: false },
      { fiscalYear: 2025, deals: 24, amountMinor: 400_000, isPlanYear: false }
    ])
  })

  it('lists the sellers with empty cells and no sum check', async () => {
    const empty = await sheet()
    expect(empty.check).toBeNull()
    expect(empty.rows.map((row) => [row.name, row.activeMonths, row.yearMinor, row.lastYearMinor])).toEqual([
      ['Ana Ruiz', 12, null, 280_000],
      ['Bea Soler', 12, null, 120_000],
      ['Cai Prat', 6, null, null]
    ])
  })
})

describe('preview and allocation', () => {
  it('previews without writing', async () => {
    const preview = await company.workspace.call('quotas.previewAllocation', {
      scenarioId: company.scenarioId,
      ...request
    })
    expect(preview).toMatchObject({
      streetMinor: 1_040_001,
      sumMinor: 1_040_001,
      companyHistoryMinor: 457_000,
      leftOutHistoryMinor: 57_000
    })
    expect(preview.lines.find((line) => line.name === 'Cai Prat')).toMatchObject({
      standIn: 'none',
      activeMonths: 6,
      historyMinor: null
    })
    expect(preview.phase.years).toEqual([2025, 2026])
    expect((await sheet()).yearMinor).toBe(0)
  })

  it('adds up by seller and by month, and gives nothing to months not worked', async () => {
    const applied = await allocate()
    const after = await sheet()
    expect(after.check).toMatchObject({
      targetMinor: 1_000_001,
      streetMinor: 1_040_001,
      cushionRatio: 0.04,
      differenceMinor: 0
    })
    expect(sum(after.totalsMinor)).toBe(1_040_001)
    for (const row of after.rows) {
      expect(sum(row.amountsMinor)).toBe(row.yearMinor)
      expect(row.yearMinor).toBe(applied.lines.find((line) => line.sellerId === row.sellerId)?.quotaMinor)
    }
    const cai = after.rows.find((row) => row.name === 'Cai Prat')
    expect(cai?.amountsMinor.slice(0, 6)).toEqual([null, null, null, null, null, null])
    expect((await sheet('quarter')).rows[2]?.amountsMinor.slice(0, 2)).toEqual([null, null])
    // December carries the season that both years had.
    const ana = after.rows[0]?.amountsMinor ?? []
    expect(ana[11]).toBeGreaterThan(2 * (ana[10] ?? 0))
  })

  it('is one step to undo, and redo brings the same back', async () => {
    await allocate()
    const before = await sheet()
    await allocate({ method: 'equal', target: { kind: 'typed', amountMinor: 900 } })
    expect((await sheet()).yearMinor).toBe(936)
    await company.workspace.call('workspace.undo', {})
    expect(await sheet()).toEqual(before)
    await company.workspace.call('workspace.redo', {})
    expect((await sheet()).yearMinor).toBe(936)
  })

  it('remembers what was asked for, to ask the same again', async () => {
    await allocate({ method: 'blend', phasing: 'flat', noHistory: 'half' })
    const setup = await company.workspace.call('quotas.getAllocationSetup', { scenarioId: company.scenarioId })
    expect(setup.last).toMatchObject({ ...request, method: 'blend', phasing: 'flat', noHistory: 'half' })
  })

  it('refuses in words', async () => {
    const code = async (more: Partial<AllocationRequest>) => {
      const reply = await company.workspace.reply('quotas.allocate', {
        scenarioId: company.scenarioId,
        ...request,
        ...more
      })
      return reply.ok ? 'ok' : reply.error.code
    }
    expect(await code({ baseYear: 2020 })).toBe('quotas.zeroWeights')
    expect(await code({ target: { kind: 'typed', amountMinor: -5 } })).toBe('quotas.badTarget')
    expect(await code({ method: 'blend', blendWeights: { history: 0, equal: 0, sameGrowth: 0 } })).toBe(
      'quotas.zeroBlend'
    )
    await company.workspace.call('plans.lockScenario', { scenarioId: company.scenarioId, isLocked: true })
    expect(await code({})).toBe('plans.scenarioLocked')
  })

  it('takes its target from the latest company forecast and keeps the source', async () => {
    const run = await company.workspace.call('forecasts.run', {
      scenarioId: company.scenarioId,
      dataAsOf: '2026-12-31'
    })
    const setup = await company.workspace.call('quotas.getAllocationSetup', { scenarioId: company.scenarioId })
    const [forecast] = setup.forecasts
    expect(forecast).toMatchObject({ forecastId: run.id, kind: 'series', coversYear: true, bookedMinor: 0 })
    expect(forecast?.targetMinor).toBe(sum(run.points.map((point) => point.middleMinor)))
    const applied = await allocate({
      target: { kind: 'forecast', forecastId: run.id, rank: 'middle' },
      cushionRatio: 0
    })
    expect(applied.sumMinor).toBe(forecast?.targetMinor)
    expect((await sheet()).check?.source).toMatchObject({
      kind: 'forecast',
      forecastId: run.id,
      periodKeys: ['FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4']
    })
  })
})

describe('editing by hand', () => {
  const setQuota = (periodKey: string, amountMinor: number, who: keyof Company['ids'] = 'ana') =>
    company.workspace.reply('quotas.setQuota', {
      scenarioId: company.scenarioId,
      sellerId: company.ids[who],
      periodKey,
      amountMinor
    })

  it('spreads a quarter over its months as they stand, and the difference shows', async () => {
    await allocate({ phasing: 'flat' })
    const before = await sheet('quarter')
    await setQuota('FY2027-Q1', 99_999)
    const after = await sheet('quarter')
    expect(after.rows[0]?.amountsMinor[0]).toBe(99_999)
    expect(after.rows[0]?.amountsMinor[1]).toBe(before.rows[0]?.amountsMinor[1])
    expect(after.check?.differenceMinor).toBe(99_999 - (before.rows[0]?.amountsMinor[0] ?? 0))
  })

  it('says whose quota the undo step is about', async () => {
    await setQuota('FY2027-M03', 500)
    expect(company.workspace.session.undoState().undo).toEqual({
      method: 'quotas.setQuota',
      params: { name: 'Ana Ruiz' }
    })
    expect((await sheet()).rows[0]?.amountsMinor[2]).toBe(500)
  })

  it('refuses a month not worked, a week, another year, and less than nothing', async () => {
    const code = async (...args: Parameters<typeof setQuota>) => {
      const reply = await setQuota(...args)
      return reply.ok ? 'ok' : reply.error.code
    }
    expect(await code('FY2027-M03', 5, 'cai')).toBe('quotas.sellerNotActive')
    expect(await code('FY2027-W03', 5)).toBe('quotas.unknownPeriod')
    expect(await code('FY2028-M03', 5)).toBe('quotas.unknownPeriod')
    expect(await code('FY2027-M03', -5)).toBe('quotas.negativeQuota')
    expect(await code('FY2027', 700, 'cai')).toBe('ok')
    expect((await sheet()).rows[2]?.yearMinor).toBe(700)
  })

  it('sets a block as one step, all or none', async () => {
    const entries = [
      { sellerId: company.ids.ana, periodKey: 'FY2027-M01', amountMinor: 100 },
      { sellerId: company.ids.bea, periodKey: 'FY2027-Q2', amountMinor: 301 }
    ]
    const scenarioId = company.scenarioId
    await company.workspace.call('quotas.setQuotas', { scenarioId, entries })
    expect((await sheet('quarter')).totalsMinor).toEqual([100, 301, 0, 0])
    const bad = await company.workspace.reply('quotas.setQuotas', {
      scenarioId,
      entries: [
        ...entries.map((each) => ({ ...each, amountMinor: 1 })),
        { sellerId: company.ids.cai, periodKey: 'FY2027-M01', amountMinor: 1 }
      ]
    })
    expect(bad.ok).toBe(false)
    expect((await sheet('quarter')).totalsMinor).toEqual([100, 301, 0, 0])
    await company.workspace.call('workspace.undo', {})
    expect((await sheet('quarter')).yearMinor).toBe(0)
  })

  it('clears one seller or all, and says when there is nothing', async () => {
    await allocate()
    const clear = (sellerId?: Company['ids']['ana']) =>
      company.workspace.reply('quotas.clear', { scenarioId: company.scenarioId, sellerId })
    expect(await clear(company.ids.ana)).toMatchObject({ ok: true, value: { removed: 12 } })
    expect((await sheet()).rows[0]?.yearMinor).toBeNull()
    await clear()
    expect(await clear()).toEqual({ ok: false, error: { code: 'quotas.nothingToClear' } })
  })
})

describe('why', () => {
  it('names target, share and rounding, and says when it was changed by hand', async () => {
    await allocate()
    const ask = () =>
      company.workspace.call('quotas.explainQuota', {
        scenarioId: company.scenarioId,
        sellerId: company.ids.ana,
        periodKey: 'FY2027-Q1'
      })
    const why = await ask()
    expect(why).toMatchObject({
      isEdited: false,
      allocation: {
        targetMinor: 1_000_001,
        streetMinor: 1_040_001,
        baseYear: 2026,
        sellers: 3,
        line: { historyMinor: 280_000 }
      }
    })
    expect(why.amountMinor).toBe(why.allocatedMinor)
    expect(why.allocation?.months.map((month) => month.periodKey)).toEqual(['FY2027-M01', 'FY2027-M02', 'FY2027-M03'])
    await company.workspace.call('quotas.setQuota', {
      scenarioId: company.scenarioId,
      sellerId: company.ids.ana,
      periodKey: 'FY2027-M01',
      amountMinor: 1
    })
    expect(await ask()).toMatchObject({ isEdited: true, allocatedMinor: why.allocatedMinor })
  })
})

describe('scenarios', () => {
  it('copies quotas with their allocation, and compares by seller', async () => {
    await allocate()
    const copy = await company.workspace.call('plans.copyScenario', {
      scenarioId: company.scenarioId,
      name: 'Two more reps'
    })
    const copied = await company.workspace.call('quotas.getSheet', { scenarioId: copy.id, grain: 'month' })
    expect(copied.check).toEqual((await sheet()).check)
    expect(copied.rows).toEqual((await sheet()).rows)
    await company.workspace.call('quotas.setQuota', {
      scenarioId: copy.id,
      sellerId: company.ids.bea,
      periodKey: 'FY2027',
      amountMinor: 5
    })
    const differences = await company.workspace.call('plans.compareScenarios', {
      leftId: company.scenarioId,
      rightId: copy.id
    })
    expect(
      differences.filter((each) => each.domain === 'quotas').map((each) => [each.kind, each.label, each.right])
    ).toEqual([
      ['total', '', expect.any(Number)],
      ['sellerYear', 'Bea Soler', 5]
    ])
  })
})

describe('hot queries', () => {
  it.each(Object.entries(quotaSql))('%s reads by index', (_, sql) => {
    const plan = company.workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, {
      scenarioId: 1,
      ...(sql.includes(':sellerId') ? { sellerId: 1 } : {})
    })
    expect(plan.map((step) => step.detail).join('\n')).not.toMatch(/SCAN quota/)
  })
})
