// Forecasts on a real file: previewed, kept with their history, listed, copied with the scenario, refused with a reason.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findLatestForecast } from '#engine/forecasts/store.ts'
import { methodIds } from '#shared/forecasts/methods/index.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, type Layout, layOut, readMaven, small } from '../territories/company.ts'

let workspace: TestWorkspace
let at: Layout
afterEach(() => workspace.close())

/** Two years and a half of one deal a quarter, the last quarter running. */
const quarters = [
  '2024-02',
  '2024-05',
  '2024-08',
  '2024-11',
  '2025-02',
  '2025-05',
  '2025-08',
  '2025-11',
  '2026-02',
  '2026-05'
]
const amounts = ['100', '200', '300', '400', '110', '220', '330', '440', '120', '60']
const company = {
  ...small,
  deals: quarters.map((month, index) => [
    'Alder',
    index % 2 === 0 ? 'Ana' : 'Cy',
    'Won',
    amounts[index] ?? null,
    `${month}-10`
  ])
}

describe('two years of quarters', () => {
  beforeEach(async () => {
    workspace = await openTestWorkspace()
    at = await layOut(workspace, company)
  })

  it('previews without keeping: series, back-test, draft, year', async () => {
    const preview = await workspace.call('forecasts.preview', { scenarioId: at.scenarioId, method: 'seasonalNaive' })
    // The data end with the newest deal, on 10 May 2026: the second quarter is running and set apart.
    expect(preview.series).toMatchObject({
      dataAsOf: '2026-05-10',
      lateStart: { periodKey: 'FY2024-Q1', daysBefore: 40 }
    })
    expect(preview.series.points).toHaveLength(9)
    expect(preview.series.partial).toMatchObject({ periodKey: 'FY2026-Q2', amountMinor: 6000 })
    // To the end of the plan's year 2027 are seven quarters.
    expect(preview.draft?.points.map((point) => [point.periodKey, point.middleMinor])).toEqual([
      ['FY2026-Q2', 22_000],
      ['FY2026-Q3', 33_000],
      ['FY2026-Q4', 44_000],
      ['FY2027-Q1', 12_000],
      ['FY2027-Q2', 22_000],
      ['FY2027-Q3', 33_000],
      ['FY2027-Q4', 44_000]
    ])
    expect(preview.year).toMatchObject({ fiscalYear: 2027, soldPeriods: 0, forecastPeriods: 4, middleMinor: 111_000 })
    expect(preview.draft).toMatchObject({ rangeBasis: 'errors', errorCount: 5 })
    expect(preview.backtest).toMatchObject({ origins: 4, missingPeriods: 0 })
    expect(await workspace.call('forecasts.list', { scenarioId: at.scenarioId })).toEqual([])
  })

  it('keeps a run whole, as one undo step', async () => {
    const args = { scenarioId: at.scenarioId, method: 'seasonalNaive' as const, horizon: 4 }
    const { draft } = await workspace.call('forecasts.preview', args)
    const run = await workspace.call('forecasts.run', args)
    const { id, madeAt, ...kept } = run
    expect(kept).toEqual(draft)
    expect(madeAt).toBe('2026-11-12T09:00:00.000Z')
    expect(await workspace.call('forecasts.get', { forecastId: id })).toEqual(run)
    expect(await workspace.call('forecasts.list', { scenarioId: at.scenarioId })).toMatchObject([
      { id, method: 'seasonalNaive', grain: 'quarter', fromKey: 'FY2026-Q2', toKey: 'FY2027-Q1', middleMinor: 111_000 }
    ])
    await workspace.call('workspace.undo', {})
    expect(await workspace.call('forecasts.list', { scenarioId: at.scenarioId })).toEqual([])
    await workspace.call('workspace.redo', {})
    expect(await workspace.call('forecasts.get', { forecastId: id })).toEqual(run)
  })

  it('cuts by team and by seller', async () => {
    const middle = async (cut: { kind: 'team'; teamId: number } | { kind: 'seller'; sellerId: number }) =>
      (await workspace.call('forecasts.preview', { scenarioId: at.scenarioId, cut, method: 'mean' })).series.points.map(
        (point) => point.amountMinor
      )
    const north = await middle({ kind: 'team', teamId: at.team('North') })
    expect(north).toEqual([10_000, 0, 30_000, 0, 11_000, 0, 33_000, 0, 12_000])
    expect(await middle({ kind: 'seller', sellerId: at.seller('Ana') })).toEqual(north)
    const south = await workspace.call('forecasts.preview', {
      scenarioId: at.scenarioId,
      cut: { kind: 'team', teamId: at.team('South') }
    })
    // The South's first sale came in the second quarter: what was before is no zero, what is between is.
    expect(south.series.points[0]?.periodKey).toBe('FY2024-Q2')
    expect(south.series.emptyPeriods).toContain('FY2024-Q3')
    expect(
      await workspace.reply('forecasts.preview', { scenarioId: at.scenarioId, cut: { kind: 'seller', sellerId: 9999 } })
    ).toMatchObject({
      error: { code: 'forecasts.nobody' }
    })
    expect(
      await workspace.reply('forecasts.preview', {
        scenarioId: at.scenarioId,
        cut: { kind: 'seller', sellerId: at.seller('Fay') }
      })
    ).toMatchObject({ error: { code: 'forecasts.noSales' } })
  })

  it('the newest company run is the one for targets', async () => {
    const run = (cut: { kind: 'company' } | { kind: 'team'; teamId: number }, horizon: number) =>
      workspace.call('forecasts.run', { scenarioId: at.scenarioId, cut, horizon, method: 'naive' })
    await run({ kind: 'company' }, 4)
    const second = await run({ kind: 'company' }, 7)
    await run({ kind: 'team', teamId: at.team('North') }, 4)
    expect(findLatestForecast(workspace.db, at.scenarioId)?.id).toBe(second.id)
    await workspace.call('forecasts.remove', { forecastId: second.id })
    expect(findLatestForecast(workspace.db, at.scenarioId)?.points).toHaveLength(4)
  })

  it('is copied with its scenario and compared with the copy', async () => {
    await workspace.call('forecasts.run', { scenarioId: at.scenarioId, horizon: 4 })
    const newest = await workspace.call('forecasts.run', { scenarioId: at.scenarioId, method: 'mean', horizon: 4 })
    const copy = await workspace.call('plans.copyScenario', { scenarioId: at.scenarioId, name: 'Other' })
    expect(findLatestForecast(workspace.db, copy.id)).toMatchObject({ method: 'mean', points: newest.points })
    const compare = () => workspace.call('plans.compareScenarios', { leftId: at.scenarioId, rightId: copy.id })
    expect(await compare()).toEqual([])
    await workspace.call('forecasts.run', { scenarioId: copy.id, method: 'naive', horizon: 4 })
    expect((await compare()).map((difference) => difference.kind)).toEqual(expect.arrayContaining(['total', 'period']))
  })

  it('tries all methods in a worker and keeps the answer for this very series', async () => {
    const asked = { scenarioId: at.scenarioId, horizon: 4 }
    expect(await workspace.call('forecasts.comparison', asked)).toBeNull()
    const found = await workspace.call('forecasts.compareMethods', asked)
    expect(workspace.progress.map(({ what }) => what)).toContain('forecasts.progress.compare')
    expect(found.isComplete).toBe(true)
    expect(found.methods.map((each) => each.method)).toEqual([...methodIds])
    // Nine quarters: the smoothing of level and season would need two more.
    expect(found.methods.find((each) => each.method === 'holtWinters')).toMatchObject({ isPossible: false, needs: 11 })
    expect(found.methods.filter((each) => each.isBaseline).map((each) => each.method)).toEqual(['seasonalNaive'])
    expect(await workspace.call('forecasts.comparison', asked)).toEqual(found)
    const quick = (await workspace.call('forecasts.preview', asked)).backtest
    expect(quick.proposed).toBe(found.proposed)
    for (const each of quick.methods.filter(({ comparedCount }) => comparedCount > 0))
      expect(found.methods.find(({ method }) => method === each.method)).toEqual(each)
    // A run of the same series keeps what was found.
    expect((await workspace.call('forecasts.run', asked)).backtest).toEqual(found)
    // Another cut is another series.
    const other = { ...asked, cut: { kind: 'seller' as const, sellerId: at.seller('Ana') } }
    expect(await workspace.call('forecasts.comparison', other)).toBeNull()
  })

  it('says what the history is made of, and what would have been said a year before', async () => {
    const { scenarioId } = at
    const parts = await workspace.call('forecasts.explain', { scenarioId })
    expect(parts?.trendMinor).toHaveLength(9)
    expect(parts?.season?.map(({ periodKey }) => periodKey)).toEqual([
      'FY2025-Q2',
      'FY2025-Q3',
      'FY2025-Q4',
      'FY2026-Q1'
    ])
    const back = await workspace.call('forecasts.lookBack', { scenarioId, method: 'seasonalNaive', periodsBack: 4 })
    expect(back?.points.map((point) => [point.periodKey, point.middleMinor, point.actualMinor])).toEqual([
      ['FY2025-Q2', 20_000, 22_000],
      ['FY2025-Q3', 30_000, 33_000],
      ['FY2025-Q4', 40_000, 44_000],
      ['FY2026-Q1', 11_000, 12_000]
    ])
    expect(await workspace.call('forecasts.lookBack', { scenarioId, method: 'ets', periodsBack: 6 })).toBeNull()
  })

  it('forecasts by a regression on working days, whose coming values the calendar knows', async () => {
    const preview = await workspace.call('forecasts.preview', { scenarioId: at.scenarioId, method: 'regression' })
    const { explanation } = preview.draft ?? {}
    if (explanation?.kind !== 'regression') throw new Error('no regression')
    expect(explanation.lines.map(({ term }) => term.kind)).toContain('trend')
    const asked = [...explanation.lines, ...explanation.leftOut].flatMap((each) =>
      'driver' in each ? each.driver : each.term.kind === 'driver' ? each.term.driver : []
    )
    expect(asked).toContain('workingDays')
  })

  it('opens runs kept before there was a choice of methods', async () => {
    const run = await workspace.call('forecasts.run', { scenarioId: at.scenarioId, method: 'drift', horizon: 2 })
    const { explanation: _, baseline: __, ...old } = run
    workspace.writer.run(
      `UPDATE forecasts SET explanation_json = json_remove(explanation_json, '$.explanation', '$.baseline', '$.backtest.isComplete')
       WHERE id = :id`,
      { id: run.id }
    )
    const { isComplete: ___, ...backtest } = old.backtest
    expect(await workspace.call('forecasts.get', { forecastId: run.id })).toEqual({ ...old, backtest })
  })

  it('has no use for weeks in a method of short seasons', async () => {
    const { scenarioId } = at
    const asked = { scenarioId, grain: 'week' as const, method: 'holtWinters' as const }
    expect(await workspace.reply('forecasts.run', asked)).toMatchObject({
      error: { code: 'forecasts.noUse', method: 'holtWinters', grain: 'week' }
    })
  })

  it('refuses with a reason: locked, too short, gone', async () => {
    const { scenarioId } = at
    const short = { scenarioId, dataAsOf: isoDate(2024, 9, 30), method: 'seasonalNaive' as const }
    expect(await workspace.reply('forecasts.run', short)).toMatchObject({
      error: { code: 'forecasts.tooShort', method: 'seasonalNaive', needs: 4, has: 3 }
    })
    const preview = await workspace.call('forecasts.preview', short)
    expect(preview.draft).toBeNull()
    expect(preview.leftOut.dealsAfterDataEnd).toBe(7)
    expect(await workspace.reply('forecasts.preview', { scenarioId, dataAsOf: isoDate(2023, 1, 1) })).toMatchObject({
      error: { code: 'forecasts.noSales' }
    })
    expect(await workspace.reply('forecasts.get', { forecastId: 9999 })).toMatchObject({
      error: { code: 'forecasts.notFound' }
    })
    const run = await workspace.call('forecasts.run', { scenarioId })
    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    const locked = { ok: false, error: { code: 'plans.scenarioLocked', name: 'Baseline' } }
    expect(await workspace.reply('forecasts.run', { scenarioId })).toEqual(locked)
    expect(await workspace.reply('forecasts.remove', { forecastId: run.id })).toEqual(locked)
  })
})

describe.skipIf(!hasMaven)('Maven CRM data (skipped where the folder ../shared is absent)', () => {
  it('repeats the four quarters to the unit, with a range from their spread', async () => {
    workspace = await openTestWorkspace({}, '2018-01-08T09:00:00.000Z')
    at = await layOut(workspace, readMaven())
    const run = await workspace.call('forecasts.run', { scenarioId: at.scenarioId })
    expect(run.method).toBe('seasonalNaive')
    expect(run.series.points.map((point) => [point.periodKey, point.deals, point.amountMinor / 100])).toEqual([
      ['FY2017-Q1', 531, 1134672],
      ['FY2017-Q2', 1254, 3086111],
      ['FY2017-Q3', 1257, 2982255],
      ['FY2017-Q4', 1196, 2802496]
    ])
    expect(run.points.map((point) => point.middleMinor)).toEqual(run.series.points.map((point) => point.amountMinor))
    expect(run.total).toMatchObject({ fromKey: 'FY2018-Q1', toKey: 'FY2018-Q4', middleMinor: 1_000_553_400 })
    expect(run.rangeBasis).toBe('spread')
    expect(run.notes.map((note) => note.kind)).toEqual(['lateStart', 'rangeFromSpread', 'cutAtZero'])
  }, 60_000)
})
