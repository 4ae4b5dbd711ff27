// Series from the workspace: every way of parting the company adds up to it, decisions about deals and definitions are seen in the points, and
// each is one undo step.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { daySql, firstDaySql, stretchSql } from '#engine/crm/store.ts'
import { loadSellerSeries, loadSeries, loadSeriesOf } from '#engine/forecasts/load-series.ts'
import { findLatestForecast } from '#engine/forecasts/store.ts'
import type { AskedCut, CutDimension, ForecastGrain, SalesSeries } from '#shared/forecasts/types.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, layOut, readMaven } from '../territories/company.ts'
import { countedMinor, type DealRow, dealRows, laySeriesFacts, type SeriesFacts } from './series-facts.ts'

let workspace: TestWorkspace
let at: SeriesFacts
const dataAsOf = isoDate(2026, 2, 10)

const sumOf = (series: SalesSeries | undefined): number =>
  [...(series?.points ?? []), ...(series?.partial ? [series.partial] : [])].reduce(
    (sum, each) => sum + each.amountMinor,
    0
  )

const series = (
  cut: AskedCut,
  grain: ForecastGrain = 'quarter',
  source: 'bookings' | 'invoices' | 'totals' = 'bookings'
) => {
  const loaded = loadSeries(workspace.db, { scenarioId: at.scenarioId, cut, grain, source, dataAsOf })
  if (!loaded.ok) throw new Error(loaded.error.code)
  return loaded.value.series
}

const byPeriod = (of: SalesSeries) =>
  Object.fromEntries(of.points.flatMap((point) => (point.deals > 0 ? [[point.periodKey, point.amountMinor]] : [])))

describe('a company of two years', () => {
  beforeEach(async () => {
    workspace = await openTestWorkspace()
    at = await laySeriesFacts(workspace)
  })
  afterEach(() => workspace.close())

  it('counts what is won, converted at the rate of its day, by every grain', () => {
    for (const grain of ['week', 'month', 'quarter'] as const)
      expect(sumOf(series({ kind: 'company' }, grain))).toBe(countedMinor)
    const months = series({ kind: 'company' }, 'month')
    expect(byPeriod(months)).toMatchObject({ 'FY2024-M02': 10_001, 'FY2025-M11': 9_000, 'FY2026-M01': 7_001 })
    expect(months.partial).toMatchObject({ periodKey: 'FY2026-M02', amountMinor: 0 })
    expect(months.points).toHaveLength(24)
    expect(series({ kind: 'company' }, 'week').points.find((point) => point.deals > 0)).toMatchObject({
      startsOn: '2024-02-26',
      endsOn: '2024-03-03',
      amountMinor: 10_001
    })
  })

  const partings: [CutDimension, (key: string) => boolean][] = [
    ['seller', () => true],
    ['product', () => true],
    ['family', () => true],
    ['segment', () => true],
    ['business', () => true],
    // Of trees the top and the rest.
    ['team', (key) => ![`team:${at.teams.northA}`].includes(key)],
    ['territory', (key) => [`territory:${at.territories.all}`, 'rest:territory'].includes(key)],
    [
      'territory',
      (key) => [`territory:${at.territories.east}`, `territory:${at.territories.west}`, 'rest:territory'].includes(key)
    ]
  ]
  it.each(partings)('parts by %s add up to the company in every period, to the minor unit', (dimension, counts) => {
    const args = { scenarioId: at.scenarioId, grain: 'month' as const, dataAsOf }
    const whole = series({ kind: 'company' }, 'month')
    const parts = [...loadSeriesOf(workspace.db, dimension, args)].filter(([key]) => counts(key))
    expect(parts.length).toBeGreaterThan(1)
    for (const point of [...whole.points, ...(whole.partial ? [whole.partial] : [])]) {
      const sum = parts.reduce((total, [, part]) => {
        const all = [...part.series.points, ...(part.series.partial ? [part.series.partial] : [])]
        return total + (all.find((each) => each.periodKey === point.periodKey)?.amountMinor ?? 0)
      }, 0)
      expect(sum, point.periodKey).toBe(point.amountMinor)
    }
  })

  it('gives one part the same series as all parts at once', () => {
    const args = { scenarioId: at.scenarioId, grain: 'quarter' as const, dataAsOf }
    for (const dimension of ['seller', 'team', 'territory', 'segment', 'product', 'family', 'business'] as const)
      for (const [key, part] of loadSeriesOf(workspace.db, dimension, args))
        expect(loadSeries(workspace.db, { ...args, cut: part.cut }), key).toEqual({ ok: true, value: part })
  })

  it('parts by what the deals say: worked out by hand', () => {
    const deals = (cut: AskedCut) => sumOf(series(cut))
    expect(deals({ kind: 'seller', sellerId: at.sellers.ana })).toBe(10_001 + 22_013 + 7_001)
    expect(deals({ kind: 'seller', sellerId: at.sellers.otherAna })).toBe(20_003)
    expect(deals({ kind: 'rest', of: 'seller' })).toBe(33_017)
    // Ed left in March 2025: he counts in the team that he was in last.
    expect(deals({ kind: 'team', teamId: at.teams.north })).toBe(10_001 + 22_013 + 7_001 + 40_009 + 11_011)
    expect(deals({ kind: 'team', teamId: at.teams.northA })).toBe(10_001 + 22_013 + 7_001)
    expect(deals({ kind: 'rest', of: 'team' })).toBe(33_017 + 44_019)
    expect(deals({ kind: 'territory', territoryId: at.territories.east })).toBe(
      10_001 + 40_009 + 7_001 + 20_003 + 33_017
    )
    expect(deals({ kind: 'territory', territoryId: at.territories.overlay })).toBe(30_007 + 44_019 + 9_000)
    expect(deals({ kind: 'rest', of: 'territory' })).toBe(11_011 + 22_013)
    expect(deals({ kind: 'segment', name: 'RETAIL' })).toBe(10_001 + 40_009 + 7_001 + 20_003 + 33_017)
    expect(deals({ kind: 'rest', of: 'segment' })).toBe(11_011 + 22_013)
    expect(deals({ kind: 'product', productId: at.products.boat })).toBe(20_003 + 33_017 + 44_019)
    expect(deals({ kind: 'family', name: 'software' })).toBe(10_001 + 40_009 + 22_013 + 9_000)
    expect(deals({ kind: 'rest', of: 'family' })).toBe(30_007 + 7_001 + 11_011)
    expect(deals({ kind: 'business', business: 'new' })).toBe(10_001 + 11_011 + 33_017 + 9_000)
    expect(deals({ kind: 'rest', of: 'business' })).toBe(30_007 + 22_013)
    expect(series({ kind: 'team', teamId: at.teams.north }).cutOn).toBe('2026-02-10')
    expect(series({ kind: 'territory', territoryId: at.territories.west }).cutOn).toBe('2026-02-10')
    expect(series({ kind: 'company' }).cutOn).toBeUndefined()
  })

  it('begins with the first sale of the cut; silence before is no zero, silence after is', () => {
    const gone = series({ kind: 'seller', sellerId: at.sellers.gone })
    expect(gone.points.map((point) => [point.periodKey, point.amountMinor])).toEqual([
      ['FY2024-Q4', 40_009],
      ['FY2025-Q1', 11_011],
      ['FY2025-Q2', 0],
      ['FY2025-Q3', 0],
      ['FY2025-Q4', 0]
    ])
    expect(gone.emptyPeriods).toEqual(['FY2025-Q2', 'FY2025-Q3', 'FY2025-Q4'])
    expect(
      loadSellerSeries(workspace.db, { scenarioId: at.scenarioId, grain: 'quarter', dataAsOf }).get(at.sellers.gone)
    ).toEqual(gone)
  })

  it('counts invoices on the day of issue, credit notes below zero, payments never', () => {
    expect(byPeriod(series({ kind: 'company' }, 'quarter', 'invoices'))).toEqual({
      'FY2024-Q1': 10_001,
      'FY2024-Q2': -12_000,
      'FY2024-Q3': 30_007
    })
    expect(byPeriod(series({ kind: 'business', business: 'new' }, 'quarter', 'invoices'))).toEqual({
      'FY2024-Q1': 10_001
    })
    const parts = loadSeriesOf(workspace.db, 'seller', {
      scenarioId: at.scenarioId,
      grain: 'quarter',
      source: 'invoices',
      dataAsOf
    })
    expect([...parts.values()].reduce((sum, part) => sum + sumOf(part.series), 0)).toBe(28_008)
  })

  it('holds the running period against earlier ones by the same day', () => {
    const { sameDay, partial } = series({ kind: 'company' })
    // 10 February is day 41 of the quarter; by that day the first quarter of 2024 had nothing, that of 2025 neither.
    expect(partial).toMatchObject({ periodKey: 'FY2026-Q1', amountMinor: 7_001 })
    expect(sameDay).toMatchObject({ periodKey: 'FY2026-Q1', daysPassed: 41, soldMinor: 7_001 })
    expect(sameDay?.earlier.map((each) => [each.periodKey, each.byThenMinor, each.wholeMinor])).toEqual([
      ['FY2024-Q1', 0, 10_001],
      ['FY2024-Q2', 20_003, 20_003],
      ['FY2024-Q3', 0, 30_007],
      ['FY2024-Q4', 0, 40_009],
      ['FY2025-Q1', 0, 11_011],
      ['FY2025-Q2', 0, 22_013],
      ['FY2025-Q3', 33_017, 33_017],
      ['FY2025-Q4', 44_019, 53_019]
    ])
    expect(sameDay?.usualMinor).toBe(0)
  })

  it('leaves a one-off deal out or caps it, in every series that holds it, and says so', async () => {
    const decide = (externalId: string, effect: { treatment: 'clean' } | { treatment: 'cap'; capMinor: number }) =>
      workspace.call('forecasts.decideOneOff', { opportunityId: at.deal(externalId), effect, reason: 'one of a kind' })
    await decide('d8', { treatment: 'clean' })
    await decide('d4', { treatment: 'cap', capMinor: 25_000 })
    const whole = series({ kind: 'company' })
    expect(whole.points.at(-1)).toMatchObject({
      periodKey: 'FY2025-Q4',
      amountMinor: 9_000,
      recordedMinor: 53_019,
      deals: 2,
      treatments: [{ kind: 'cleaned', deals: 1, byMinor: 44_019 }]
    })
    expect(whole.oneOffs).toEqual({ cleanedDeals: 1, cleanedMinor: 44_019, cappedDeals: 1, cappedMinor: 15_009 })
    expect(byPeriod(series({ kind: 'seller', sellerId: at.sellers.gone }))).toMatchObject({ 'FY2024-Q4': 25_000 })
    expect(series({ kind: 'seller', sellerId: at.sellers.ana }).oneOffs).toBeUndefined()
    expect(sumOf(series({ kind: 'territory', territoryId: at.territories.west }))).toBe(30_007 + 9_000)
    const recorded = loadSeries(workspace.db, {
      scenarioId: at.scenarioId,
      cut: { kind: 'company' },
      grain: 'quarter',
      dataAsOf,
      isAsRecorded: true
    })
    expect(recorded.ok && sumOf(recorded.value.series)).toBe(countedMinor)
    await workspace.call('workspace.undo', {})
    await workspace.call('workspace.undo', {})
    expect(sumOf(series({ kind: 'company' }))).toBe(countedMinor)
    await workspace.call('workspace.redo', {})
    expect(sumOf(series({ kind: 'company' }))).toBe(countedMinor - 44_019)
    await workspace.call('forecasts.forgetOneOff', { opportunityId: at.deal('d8') })
    expect(sumOf(series({ kind: 'company' }))).toBe(countedMinor)
    expect(await workspace.reply('forecasts.forgetOneOff', { opportunityId: at.deal('d8') })).toMatchObject({
      error: { code: 'forecasts.dealMissing' }
    })
  })

  it('rescales what came before a changed definition to the day, in the series that it concerns', async () => {
    const change = { scenarioId: at.scenarioId, reason: 'list prices without tax' }
    // Within the second quarter of 2024: the deal of 10 May lies before the day, nothing after it.
    const id = await workspace.call('forecasts.addSeriesChange', {
      ...change,
      changedOn: isoDate(2024, 5, 11),
      effect: { treatment: 'rescale', factorRatio: 0.5 }
    })
    expect(byPeriod(series({ kind: 'company' }))).toMatchObject({
      'FY2024-Q1': Math.round(5_000.5),
      'FY2024-Q2': Math.round(10_001.5),
      'FY2024-Q3': 30_007
    })
    await workspace.call('forecasts.updateSeriesChange', {
      ...change,
      changeId: id,
      changedOn: isoDate(2024, 5, 10),
      effect: { treatment: 'rescale', factorRatio: 0.5 }
    })
    const whole = series({ kind: 'company' })
    expect(byPeriod(whole)).toMatchObject({ 'FY2024-Q1': 5_001, 'FY2024-Q2': 20_003 })
    expect(whole.changes).toEqual([{ changedOn: '2024-05-10', treatment: 'rescale', factorRatio: 0.5 }])
    // One of Cy's own, and none of it for others.
    await workspace.call('forecasts.addSeriesChange', {
      ...change,
      cut: { kind: 'seller', sellerId: at.sellers.cy },
      changedOn: isoDate(2025, 1, 1),
      effect: { treatment: 'rescale', factorRatio: 2 }
    })
    expect(byPeriod(series({ kind: 'seller', sellerId: at.sellers.cy }))).toEqual({
      'FY2024-Q3': 60_014,
      'FY2025-Q4': 9_000
    })
    expect(byPeriod(series({ kind: 'company' }))).toMatchObject({ 'FY2024-Q3': 30_007 })
    expect(byPeriod(series({ kind: 'team', teamId: at.teams.south }))).toMatchObject({ 'FY2024-Q3': 30_007 })
    await workspace.call('forecasts.addSeriesChange', {
      ...change,
      changedOn: isoDate(2025, 1, 1),
      effect: { treatment: 'leaveOut' }
    })
    expect(series({ kind: 'company' })).toMatchObject({
      leftOut: { periods: 4, changedOn: '2025-01-01' },
      lateStart: null
    })
    expect(series({ kind: 'company' }).points[0]?.periodKey).toBe('FY2025-Q1')
    await workspace.call('workspace.undo', {})
    expect(series({ kind: 'company' }).points[0]?.periodKey).toBe('FY2024-Q1')
    await workspace.call('forecasts.removeSeriesChange', { changeId: id })
    expect(byPeriod(series({ kind: 'company' }))).toMatchObject({ 'FY2024-Q1': 10_001 })
    expect(
      await workspace.reply('forecasts.addSeriesChange', {
        ...change,
        cut: { kind: 'seller', sellerId: 9999 },
        changedOn: isoDate(2025, 1, 1),
        effect: { treatment: 'mark' }
      })
    ).toMatchObject({ error: { code: 'forecasts.nobody' } })
  })

  it('fills in empty periods that are said to be missing', async () => {
    const cut = { kind: 'seller', sellerId: at.sellers.gone } as const
    await workspace.call('forecasts.changeSettings', {
      scenarioId: at.scenarioId,
      change: { missingPeriods: [`seller:${at.sellers.gone}/FY2025-Q2`, 'company/FY2025-Q3'] }
    })
    const filled = series(cut)
    expect(filled.filledPeriods).toEqual(['FY2025-Q2', 'FY2025-Q3'])
    expect(filled.emptyPeriods).toEqual(['FY2025-Q4'])
    // On the line from 11,011 to the zero of the fourth quarter.
    expect(filled.points.slice(2, 4)).toMatchObject([
      { amountMinor: 7_341, recordedMinor: 0, treatments: [{ kind: 'filled' }] },
      { amountMinor: 3_670, recordedMinor: 0 }
    ])
    // A period with a deal is never filled in.
    expect(byPeriod(series({ kind: 'company' }))).toMatchObject({ 'FY2025-Q3': 33_017 })
  })

  it('makes a series of totals, of the whole and of a part, and takes them back as one step', async () => {
    const totals = [1, 2, 3, 4, 5, 6, 7].map((month) => ({
      cut: { kind: 'company' as const },
      startsOn: isoDate(2025, month, 1),
      endsOn: isoDate(2025, month, [31, 28, 31, 30, 31, 30, 31][month - 1] ?? 0),
      amountMinor: month * 1_000
    }))
    const south = { ...totals[0], cut: { kind: 'team' as const, teamId: at.teams.south }, amountMinor: 77 }
    await workspace.call('forecasts.putTotals', {
      scenarioId: at.scenarioId,
      mode: 'add',
      totals: [...totals, { ...south, startsOn: isoDate(2025, 1, 1), endsOn: isoDate(2025, 1, 31) }]
    })
    const months = series({ kind: 'company' }, 'month', 'totals')
    expect(months.points.map((point) => point.amountMinor)).toEqual([1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000])
    expect(months).toMatchObject({ source: 'totals', dataAsOf: '2025-07-31', partial: null })
    const quarters = series({ kind: 'company' }, 'quarter', 'totals')
    expect(quarters.points.map((point) => point.amountMinor)).toEqual([6_000, 15_000])
    expect(quarters.partial).toMatchObject({ periodKey: 'FY2025-Q3', amountMinor: 7_000 })
    expect(quarters.dataAsOf).toBe('2025-07-31')
    expect(sumOf(series({ kind: 'team', teamId: at.teams.south }, 'month', 'totals'))).toBe(77)
    await workspace.call('forecasts.putTotals', {
      scenarioId: at.scenarioId,
      mode: 'replace',
      totals: totals.slice(0, 2).map((total) => ({ ...total, amountMinor: 5 }))
    })
    expect(series({ kind: 'company' }, 'month', 'totals').points.map((point) => point.amountMinor)).toEqual([5, 5])
    expect(sumOf(series({ kind: 'team', teamId: at.teams.south }, 'month', 'totals'))).toBe(77)
    await workspace.call('workspace.undo', {})
    expect(sumOf(series({ kind: 'company' }, 'month', 'totals'))).toBe(28_000)
    await workspace.call('forecasts.removeTotals', { cut: { kind: 'company' } })
    expect(
      await workspace.reply('forecasts.preview', { scenarioId: at.scenarioId, source: 'totals', dataAsOf })
    ).toMatchObject({ error: { code: 'forecasts.noTotals' } })
  })

  it('keeps what a run was counted from; invoices are no target', async () => {
    const run = (source: 'bookings' | 'invoices', grain: ForecastGrain) =>
      workspace.call('forecasts.run', {
        scenarioId: at.scenarioId,
        source,
        grain,
        method: 'naive',
        horizon: 2,
        dataAsOf
      })
    const booked = await run('bookings', 'quarter')
    const invoiced = await run('invoices', 'week')
    expect(invoiced.series).toMatchObject({ source: 'invoices', grain: 'week', seasonLength: 52 })
    expect(await workspace.call('forecasts.get', { forecastId: invoiced.id })).toEqual(invoiced)
    expect((await workspace.call('forecasts.list', { scenarioId: at.scenarioId })).map((row) => row.source)).toEqual([
      'invoices',
      'bookings'
    ])
    expect(findLatestForecast(workspace.db, at.scenarioId)?.id).toBe(booked.id)
  })

  it('copies with a scenario what is said of its territories', async () => {
    const missing = (territoryId: number) => [`company/FY2025-Q2`, `territory:${territoryId}/FY2025-Q1`]
    await workspace.call('forecasts.changeSettings', {
      scenarioId: at.scenarioId,
      change: { missingPeriods: missing(at.territories.west), hiddenBreaks: ['company/bookings/FY2025-Q1'] }
    })
    const copy = await workspace.call('plans.copyScenario', { scenarioId: at.scenarioId, name: 'Other' })
    const west = workspace.db.get<{ id: number }>(
      "SELECT id FROM territories WHERE scenario_id = :id AND name = 'West'",
      {
        id: copy.id
      }
    )
    expect(west?.id).not.toBe(at.territories.west)
    const settings = await workspace.call('forecasts.getSettings', { scenarioId: copy.id })
    expect(settings.missingPeriods.toSorted()).toEqual(missing(west?.id ?? 0).toSorted())
    expect(settings.hiddenBreaks).toEqual(['company/bookings/FY2025-Q1'])
  })

  it('lists cuts with labels that tell them apart', async () => {
    const groups = await workspace.call('forecasts.listCuts', { scenarioId: at.scenarioId, dataAsOf })
    const labels = (dimension: string) =>
      groups.find((group) => group.dimension === dimension)?.cuts.map((each) => each.label)
    expect(labels('seller')).toEqual(['Ana Ruiz (North / North A)', 'Ana Ruiz (South)', 'Cy', 'Ed', 'Fay', ''])
    expect(labels('territory')).toEqual(['All', 'All / East', 'All / West', 'Overlay', ''])
    expect(labels('segment')).toEqual(['Energy', 'Retail', ''])
    expect(labels('family')).toEqual(['Boats', 'Software', ''])
  })

  it('tells in detail what the series stands on', async () => {
    await workspace.call('forecasts.putDriverValues', {
      mode: 'add',
      values: [
        { driver: 'Price', startsOn: isoDate(2025, 10, 1), value: 2 },
        { driver: 'Price', startsOn: isoDate(2025, 11, 1), value: 4 }
      ]
    })
    await workspace.call('forecasts.changeSettings', {
      scenarioId: at.scenarioId,
      change: { holidays: [isoDate(2025, 12, 25), isoDate(2025, 12, 27)] }
    })
    const detail = await workspace.call('forecasts.seriesDetail', {
      scenarioId: at.scenarioId,
      grain: 'quarter',
      dataAsOf,
      horizon: 2
    })
    expect(detail.rule).toMatchObject({ deals: 10, fenceMinor: null })
    expect(detail.oneOffs.map((deal) => deal.externalId)).toEqual(['d8', 'd4', 'd7', 'd3', 'd6'])
    expect(detail.oneOffs[0]).toMatchObject({ isFound: false, sellerName: 'Fay', accountName: 'Cedar' })
    expect(detail.oneOffs[0]?.shareOfPeriodRatio).toBeCloseTo(44_019 / 53_019, 12)
    expect(detail.driverPeriods.future).toEqual(['FY2026-Q1', 'FY2026-Q2'])
    const driver = (id: string) => detail.drivers.find((each) => each.id === id)
    // 92 days from Wednesday to Wednesday: 66 weekdays, less Christmas; the 27th is a Saturday.
    expect(driver('workingDays')?.past.at(-1)).toBe(65)
    expect(driver('headcount')?.past.slice(-4)).toEqual([5, 4, 4, 4])
    expect(driver('Price')).toMatchObject({ missingFuture: 2, future: [null, null] })
    expect(driver('Price')?.past.slice(-2)).toEqual([null, 3])
    await workspace.call('forecasts.removeDriver', { driver: 'Price' })
    expect(await workspace.reply('forecasts.removeDriver', { driver: 'Price' })).toMatchObject({
      error: { code: 'forecasts.driverMissing' }
    })
  })

  it('finds rows by an index, never by reading a whole large table', () => {
    const plans = [
      stretchSql('bookings', 'company'),
      stretchSql('bookings', 'seller'),
      stretchSql('bookings', 'account'),
      stretchSql('bookings', 'business'),
      stretchSql('invoices', 'company'),
      daySql('bookings', 'seller'),
      daySql('bookings', 'account'),
      daySql('bookings', 'product'),
      daySql('invoices', 'account'),
      firstDaySql.bookings,
      firstDaySql.invoices
    ].map((sql) => {
      const params = {
        ...(sql.includes(':stretches') ? { stretches: '[]' } : {}),
        ...(sql.includes(':currency') ? { currency: 'EUR' } : {}),
        ...(sql.includes(':ids') ? { ids: '[]', from: '2024-01-01', to: '2025-01-01' } : {})
      }
      return workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map((step) => step.detail)
    })
    for (const steps of plans)
      expect(steps.filter((step) => /^SCAN (o|i|opportunities|invoices)\b(?!.*INDEX)/.test(step))).toEqual([])
    expect(plans[0]?.join()).toContain('COVERING INDEX opportunities_by_stage_close')
  })

  it('has nothing to say of an empty file', async () => {
    const empty = await openTestWorkspace()
    const plan = await empty.call('plans.createPlan', { fiscalYear: 2026, scenarioName: 'Baseline' })
    const scenarioId = plan.scenarios[0]?.id ?? at.scenarioId
    for (const [source, code] of [
      ['bookings', 'forecasts.noSales'],
      ['invoices', 'forecasts.noInvoices'],
      ['totals', 'forecasts.noTotals']
    ] as const)
      expect(await empty.reply('forecasts.preview', { scenarioId, source })).toMatchObject({ error: { code } })
    const detail = await empty.call('forecasts.seriesDetail', { scenarioId })
    expect(detail).toMatchObject({ oneOffs: [], changes: [], foundBreak: null, totals: [] })
    expect(loadSeriesOf(empty.db, 'seller', { scenarioId, grain: 'month', dataAsOf }).size).toBe(0)
    await empty.close()
  })
})

describe('other calendars and currencies', () => {
  afterEach(() => workspace.close())

  it('sums 4-4-5 months and a 53rd week to the same whole', async () => {
    workspace = await openTestWorkspace({ calendar: { startMonth: 1, pattern: '445', weekStart: 1 } })
    at = await laySeriesFacts(workspace)
    // The fiscal year 2026 begins on 29 December 2025 and has 53 weeks; 31 December 2024 lies in the first week of 2025.
    for (const grain of ['week', 'month', 'quarter'] as const)
      expect(sumOf(series({ kind: 'company' }, grain))).toBe(countedMinor)
    const weeks = series({ kind: 'company' }, 'week')
    expect(byPeriod(weeks)).toMatchObject({ 'FY2025-W01': 40_009 })
    expect(
      weeks.points.every((point, index) => index === 0 || point.startsOn > (weeks.points[index - 1]?.endsOn ?? ''))
    ).toBe(true)
  })

  it('counts yen as whole ones', async () => {
    workspace = await openTestWorkspace({ currency: 'JPY' as never })
    const yen: DealRow[] = dealRows.map(([id, of, by, sold, isNew, amount, , on]) => [
      id,
      of,
      by,
      sold,
      isNew,
      amount,
      'JPY',
      on
    ])
    at = await laySeriesFacts(workspace, yen)
    const all = yen.reduce((sum, row) => sum + (row[5] ?? 0), 0)
    expect(series({ kind: 'company' })).toMatchObject({ currency: 'JPY' })
    expect(sumOf(series({ kind: 'company' }))).toBe(all)
  })
})

describe.skipIf(!hasMaven)('Maven CRM data (skipped where the folder ../shared is absent)', () => {
  it('adds up to the known totals by seller, office and account, and finds no deal out of the ordinary', async () => {
    workspace = await openTestWorkspace({}, '2018-01-08T09:00:00.000Z')
    const laid = await layOut(workspace, readMaven())
    const args = { scenarioId: laid.scenarioId, grain: 'month' as const, dataAsOf: isoDate(2017, 12, 31) }
    const parts = [...loadSeriesOf(workspace.db, 'seller', args).values()]
    const deals = parts.reduce(
      (sum, part) => sum + part.series.points.reduce((count, point) => count + point.deals, 0),
      0
    )
    const minor = parts.reduce((sum, part) => sum + sumOf(part.series), 0)
    expect([deals, minor]).toEqual([4_238, 1_000_553_400])
    const rest = loadSeriesOf(workspace.db, 'team', args)
    expect([...rest.keys()]).not.toContain('rest:team')
    const detail = await workspace.call('forecasts.seriesDetail', {
      ...args,
      cut: { kind: 'company' },
      source: 'bookings'
    })
    expect(detail.rule.deals).toBe(4_238)
    expect(detail.oneOffs.filter((deal) => deal.isFound)).toEqual([])
    await workspace.close()
  }, 60_000)
})
