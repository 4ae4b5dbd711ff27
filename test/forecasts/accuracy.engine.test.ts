// Forecasts kept at each state of the data, on a real file: one set an import, gone with it, made once, and held against what came later.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportId } from '#shared/import/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type DealRow, layStages, runStep, writeImported } from '../import/written-imports.ts'

let workspace: TestWorkspace
let scenarioId: ScenarioId
afterEach(() => workspace.close())

/** One won deal in the middle of every month: 100 and 10 more each month of the year, the same every year; every third of Bo's. */
function dealsUntil(lastMonth: string): DealRow[] {
  const deals: DealRow[] = []
  for (let year = 2024; year <= 2026; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      const key = `${year}-${String(month).padStart(2, '0')}`
      if (key <= lastMonth)
        deals.push({
          key,
          stage: 3,
          amount: 10_000 + month * 1_000,
          close: `${key}-15`,
          seller: month % 3 === 0 ? 2 : 1
        })
    }
  return deals
}

const importUntil = (
  lastMonth: string,
  asOf: string,
  change: (deals: DealRow[]) => DealRow[] = (deals) => deals
): ImportId =>
  writeImported(workspace, `until ${lastMonth}.csv`, change(dealsUntil(lastMonth)), (db, id) =>
    db.update('imports', id, { data_as_of_on: asOf })
  )

const keep = () => workspace.call('forecasts.keepSnapshots', {})
const due = () => workspace.call('forecasts.snapshotsDue', {})
const accuracy = (more: object = {}) => workspace.call('forecasts.accuracy', { scenarioId, ...more })

interface Row {
  importId: number | null
  asOf: string
  replayed: number
  cut: string
  grain: string
  method: string
  points: string
}
const rows = (where = '1'): Row[] =>
  workspace.db.all<Row>(
    `SELECT import_id AS importId, data_as_of_on AS asOf, is_replayed AS replayed, cut_key AS cut, grain, method, points_json AS points
      FROM forecast_snapshots WHERE ${where} ORDER BY data_as_of_on, cut_key, grain, method`
  )
const statesMade = () => [...new Set(rows('is_replayed = 0').map((row) => `${row.importId} ${row.asOf}`))]

beforeEach(async () => {
  workspace = await openTestWorkspace()
  const { writer } = workspace
  layStages(writer)
  writer.insertMany(
    'sellers',
    ['id', 'name', 'role'],
    [
      [1, 'Ana', 'seller'],
      [2, 'Bo', 'seller'],
      [3, 'New', 'seller']
    ]
  )
  writer.insert('teams', { id: 7, name: 'North', name_key: 'north' })
  writer.insert('team_memberships', { seller_id: 2, team_id: 7 })
  const plan = await workspace.call('plans.createPlan', { fiscalYear: 2026, scenarioName: 'Baseline' })
  scenarioId = plan.scenarios[0]?.id as ScenarioId
})

describe('two imports', () => {
  it('keep the forecasts of each, made at the time, for company, teams and sellers', async () => {
    const first = importUntil('2025-12', '2025-12-31')
    expect(await due()).toMatchObject({ isRunning: false })
    workspace.takeTopics()
    const kept = await keep()
    expect(kept.made).toBeGreaterThan(0)
    expect(workspace.takeTopics()).toContain('snapshots')
    expect(await due()).toEqual({ forecasts: 0, states: 0, isRunning: false })
    const before = rows()
    const second = importUntil('2026-03', '2026-03-31')
    await keep()
    expect(statesMade()).toEqual([`${first} 2025-12-31`, `${second} 2026-03-31`])
    // Both grains by both methods; who has sold nothing has no forecast.
    const made = rows(`is_replayed = 0 AND import_id = ${second}`)
    expect([...new Set(made.map((row) => row.cut))]).toEqual(['company', 'seller:1', 'seller:2', 'team:7'])
    expect(made).toHaveLength(4 * 2 * 2)
    // What was kept before stands as it was.
    expect(rows(`import_id = ${first}`)).toEqual(before)
  })

  it('are kept once: the same again does nothing, and no step is made of it', async () => {
    importUntil('2025-12', '2025-12-31')
    const undo = workspace.session.undoState()
    await keep()
    const all = rows()
    expect(await keep()).toEqual({ made: 0, replayed: 0, wasRunning: false })
    expect(rows()).toEqual(all)
    expect(workspace.session.undoState()).toEqual(undo)
  })

  it('give the same numbers again', async () => {
    importUntil('2025-12', '2025-12-31')
    await keep()
    const all = rows()
    workspace.writer.run('DELETE FROM forecast_snapshots')
    await keep()
    expect(rows()).toEqual(all)
  })

  it('lose the forecasts of the one that is undone, and get them again when it is redone', async () => {
    const first = importUntil('2025-12', '2025-12-31')
    await keep()
    const before = rows()
    const second = importUntil('2026-03', '2026-03-31')
    await keep()
    const after = rows()
    workspace.takeTopics()
    await workspace.call('workspace.undo', {})
    expect(workspace.takeTopics()).toContain('snapshots')
    expect(rows()).toEqual(before)
    workspace.session.file?.connection.checkForeignKeys()
    expect((await accuracy()).states.every((state) => state.dataAsOf <= '2025-12-31')).toBe(true)
    expect(await due()).toMatchObject({ forecasts: 0 })
    await workspace.call('workspace.redo', {})
    expect((await due()).forecasts).toBeGreaterThan(0)
    await keep()
    expect(rows()).toEqual(after)
    expect(statesMade()).toEqual([`${first} 2025-12-31`, `${second} 2026-03-31`])
  })

  it('leave out one that was taken back later on', async () => {
    importUntil('2025-12', '2025-12-31')
    const second = importUntil('2026-03', '2026-03-31')
    await keep()
    expect((await accuracy()).states[0]?.dataAsOf).toBe('2026-03-31')
    runStep(workspace, 'import.undo', (db) => db.update('imports', second, { undone_at: '2026-11-12T12:00:00.000Z' }))
    expect((await accuracy()).states.some((state) => state.dataAsOf === '2026-03-31')).toBe(false)
  })

  it('of which the first was never looked at: it is replayed from what the deals were then', async () => {
    const first = importUntil('2025-12', '2025-12-31')
    // Later the deal of November 2025 turned out three times as large, and one of October was entered late.
    importUntil('2026-03', '2026-03-31', (deals) => [
      ...deals.map((deal) => (deal.key === '2025-11' ? { ...deal, amount: 63_000 } : deal)),
      { key: 'late', stage: 3, amount: 5_000, close: '2025-10-20', seller: 1 }
    ])
    await keep()
    const replayed = rows(`import_id = ${first} AND data_as_of_on = '2025-12-31'`)
    expect(new Set(replayed.map((row) => row.replayed))).toEqual(new Set([1]))
    // The seasonal naive of November says what November 2025 was known as then.
    const middles = new Map(
      (
        JSON.parse(
          replayed.find((row) => row.cut === 'company' && row.grain === 'month' && row.method === 'baseline')?.points ??
            '[]'
        ) as [string, string, string, number][]
      ).map(([key, , , middle]) => [key, middle])
    )
    expect(middles.get('FY2026-M11')).toBe(21_000)
    expect(middles.get('FY2026-M10')).toBe(20_000)
    const now = rows(`import_id > ${first} AND data_as_of_on = '2026-03-31' AND is_replayed = 0`)
    const today = new Map(
      (
        JSON.parse(
          now.find((row) => row.cut === 'company' && row.grain === 'month' && row.method === 'baseline')?.points ?? '[]'
        ) as [string, string, string, number][]
      ).map(([key, , , middle]) => [key, middle])
    )
    expect(today.get('FY2026-M11')).toBe(63_000)
    expect(today.get('FY2026-M10')).toBe(25_000)
  })
})

/** What a kept forecast of the company by the baseline says of a month. */
const said = (where: string, month: string): number | undefined => {
  const [row] = rows(`cut_key = 'company' AND grain = 'month' AND method = 'baseline' AND ${where}`)
  const points = JSON.parse(row?.points ?? '[]') as [string, string, string, number][]
  return points.find(([key]) => key === month)?.[3]
}

describe('one-off deals', () => {
  it('are left out of what is said today, as the outlook does, and not of what would have been said before', async () => {
    importUntil('2025-12', '2025-12-31', (deals) =>
      deals.map((deal) => (deal.key === '2025-11' ? { ...deal, amount: 800_000 } : deal))
    )
    workspace.writer.run(
      `INSERT INTO one_off_deals (opportunity_id, treatment, reason, decided_at)
        SELECT id, 'clean', 'once', '2026-01-02T09:00:00.000Z' FROM opportunities WHERE external_id = '2025-11'`
    )
    const { series } = await workspace.call('forecasts.preview', { scenarioId, grain: 'month' })
    await keep()
    const inOutlook = series.points.find((point) => point.periodKey === 'FY2025-M11')?.amountMinor
    expect(inOutlook).toBeLessThan(800_000)
    expect(said('is_replayed = 0', 'FY2026-M11')).toBe(inOutlook)
    expect(said(`data_as_of_on = '2025-11-30'`, 'FY2026-M11')).toBe(800_000)
  })
})

describe('open deals', () => {
  it('are forecast too, of the company and its teams, and never replayed', async () => {
    const open = (deals: DealRow[]): DealRow[] => [
      ...deals,
      { key: 'open', stage: 2, amount: 40_000, close: '2026-02-20', seller: 1 }
    ]
    const first = importUntil('2025-12', '2025-12-31', open)
    await keep()
    const made = rows(`method = 'pipeline'`)
    // Bo, who is the team, has none.
    expect(made.map((row) => [row.importId, row.asOf, row.cut, row.grain, row.replayed])).toEqual([
      [first, '2025-12-31', 'company', 'month', 0],
      [first, '2025-12-31', 'company', 'quarter', 0]
    ])
    const points = JSON.parse(made[0]?.points ?? '[]') as [string, string, string, number, number, number][]
    expect(points.map(([key]) => key)).toEqual(
      Array.from({ length: 12 }, (_, at) => `FY2026-M${String(at + 1).padStart(2, '0')}`)
    )
    expect(points.every(([, , , middle, low, high]) => middle >= 0 && low <= high)).toBe(true)
    importUntil('2026-03', '2026-03-31')
    await keep()
    const view = await accuracy({ grain: 'quarter', steps: 1, origin: 'made' })
    const pipeline = view.methods.find((each) => each.method === 'pipeline')
    const saidMinor = (JSON.parse(made[1]?.points ?? '[]') as [string, string, string, number][])[0]?.[3] ?? 0
    expect(pipeline?.score).toMatchObject({ n: 1, errorMinor: saidMinor - 36_000 })
    expect(await due()).toMatchObject({ forecasts: 0 })
  })
})

describe('what came', () => {
  it('is held against forecasts made at the time', async () => {
    importUntil('2025-12', '2025-12-31')
    await keep()
    importUntil('2026-03', '2026-03-31', (deals) =>
      deals.map((deal) => (deal.key.startsWith('2026') ? { ...deal, amount: (deal.amount ?? 0) * 2 } : deal))
    )
    await keep()
    const view = await accuracy({ origin: 'made', grain: 'month', steps: 2 })
    const baseline = view.methods.find((each) => each.method === 'baseline')
    // February 2026, said at the end of 2025 as that of 2025 (12,000); 24,000 came.
    expect(baseline?.score).toMatchObject({
      n: 1,
      periods: 1,
      meanErrorMinor: -12_000,
      biasRatio: -0.5,
      wapeRatio: 0.5
    })
    expect(view.compared.filter((each) => each.method === 'baseline')).toMatchObject([
      {
        dataAsOf: '2025-12-31',
        periodKey: 'FY2026-M02',
        steps: 2,
        forecastMinor: 12_000,
        actualMinor: 24_000,
        origin: 'made'
      }
    ])
    expect(view.horizons.map((each) => each.steps)).toEqual([1, 2, 3])
    // Ana's months are all but each third; Bo's team is Bo's.
    const bo = view.sellers.find((each) => each.cut.kind === 'seller' && each.cut.sellerId === (2 as SellerId))
    expect(bo?.score).toMatchObject({ n: 1 })
    expect(view.teams[0]?.score).toEqual(bo?.score)
    expect(view.mostSteps).toBe(3)
  })

  it('is replayed for data that came in one go, and said to be', async () => {
    importUntil('2026-03', '2026-03-31')
    await keep()
    const view = await accuracy({ grain: 'quarter', steps: 1 })
    expect(new Set(view.compared.map((each) => each.origin))).toEqual(new Set(['replayed']))
    // From the end of the second quarter with sales on: seven forecasts of the quarter after.
    const automatic = view.methods.find((each) => each.method === 'automatic')
    expect(automatic?.score).toMatchObject({ n: 7, periods: 7 })
    // A year that repeats exactly is forecast exactly by the seasonal naive once there is one: the last three quarters and the first.
    const exact = view.compared.filter((each) => each.method === 'baseline' && each.dataAsOf >= '2024-12-31')
    expect(exact).toHaveLength(5)
    expect(exact.every((each) => each.forecastMinor === each.actualMinor)).toBe(true)
    expect(await accuracy({ origin: 'made' })).toMatchObject({ methods: [], compared: [] })
  })

  it('of earlier years is the band around the year of the plan', async () => {
    importUntil('2026-03', '2026-03-31')
    expect(await workspace.call('forecasts.samePointBand', { scenarioId })).toEqual({
      band: null,
      missing: 'noForecast'
    })
    await keep()
    const { band } = await workspace.call('forecasts.samePointBand', { scenarioId })
    // 11 + 12 + 13 thousand are sold; every year comes to 198 thousand.
    expect(band).toMatchObject({ fiscalYear: 2026, monthsLeft: 9, soldMinor: 36_000 })
    expect(band?.years.map((year) => [year.fiscalYear, year.dataAsOf, year.actualMinor])).toEqual([
      [2025, '2025-03-31', 198_000],
      [2024, '2024-03-31', 198_000]
    ])
    const worst = Math.max(
      ...(band?.years ?? []).map((year) => Math.abs(year.forecastMinor - 198_000) / year.forecastMinor)
    )
    expect(band?.worstRatio).toBeCloseTo(worst, 12)
  })

  it('is held against kept runs and against calls', async () => {
    importUntil('2025-12', '2025-12-31')
    const run = await workspace.call('forecasts.run', {
      scenarioId,
      method: 'seasonalNaive',
      grain: 'quarter',
      horizon: 4
    })
    const call = {
      by_name: 'Ana',
      by_seller_id: 1,
      cut_key: 'company',
      cut_json: '{"kind":"company"}',
      currency: 'EUR',
      made_on: '2026-01-10',
      period_key: 'FY2026-Q1',
      starts_on: '2026-01-01',
      ends_on: '2026-03-31'
    }
    workspace.writer.insert('forecast_calls', { ...call, category: 'commit', amount_minor: 45_000 })
    workspace.writer.insert('forecast_calls', {
      ...call,
      category: 'bestCase',
      amount_minor: 54_000,
      made_on: '2026-02-10'
    })
    expect((await accuracy()).kept).toEqual([])
    importUntil('2026-03', '2026-03-31')
    const view = await accuracy()
    expect(view.kept).toMatchObject([
      { forecastId: run.id, kind: 'series', periodKey: 'FY2026-Q1', forecastMinor: 36_000, actualMinor: 36_000 }
    ])
    expect(view.callers).toEqual([
      { name: 'Ana', category: 'commit', n: 1, meanErrorMinor: 9_000, biasRatio: 0.25, wapeRatio: 0.25, reached: 0 },
      { name: 'Ana', category: 'bestCase', n: 1, meanErrorMinor: 18_000, biasRatio: 0.5, wapeRatio: 0.5, reached: 0 }
    ])
  })

  it('is not told from what was kept under another calendar: that is made anew', async () => {
    importUntil('2025-12', '2025-12-31')
    await keep()
    await workspace.call('workspace.updateSettings', { calendar: { startMonth: 4, pattern: 'months', weekStart: 1 } })
    expect((await due()).forecasts).toBeGreaterThan(0)
    expect((await accuracy()).states).toEqual([])
    await keep()
    expect(await due()).toMatchObject({ forecasts: 0 })
  })
})

describe('a job that is cancelled', () => {
  it('goes on later where it stopped', async () => {
    importUntil('2026-03', '2026-03-31')
    const all = (await due()).forecasts
    const controller = new AbortController()
    controller.abort()
    const reply = await workspace.reply('forecasts.keepSnapshots', {}, 'anyone', controller.signal)
    expect(reply).toMatchObject({ ok: false, error: { code: 'engine.cancelled' } })
    expect(await due()).toMatchObject({ forecasts: all, isRunning: false })
    const kept = await keep()
    expect(kept.made + kept.replayed).toBe(all)
    expect(workspace.progress.at(-1)).toMatchObject({ done: all, total: all, what: 'forecasts.progress.snapshots' })
  })

  it('is not done twice at once', async () => {
    importUntil('2026-03', '2026-03-31')
    const [one, other] = await Promise.all([keep(), keep()])
    expect([one.wasRunning, other.wasRunning].sort()).toEqual([false, true])
    expect(await due()).toMatchObject({ forecasts: 0 })
  })
})

describe('refusals', () => {
  it('name what is missing', async () => {
    expect(await workspace.reply('forecasts.accuracy', { scenarioId })).toMatchObject({
      ok: false,
      error: { code: 'forecasts.noSales' }
    })
    importUntil('2025-12', '2025-12-31')
    expect(await workspace.reply('forecasts.accuracy', { scenarioId: 99 as ScenarioId })).toMatchObject({
      error: { code: 'plans.notFound' }
    })
    expect(
      await workspace.reply('forecasts.accuracy', { scenarioId, cut: { kind: 'seller', sellerId: 99 as SellerId } })
    ).toMatchObject({ error: { code: 'forecasts.nobody' } })
    // Nothing sold is no forecast, and no error.
    expect(await accuracy({ cut: { kind: 'seller', sellerId: 3 as SellerId } })).toMatchObject({
      methods: [],
      past: []
    })
  })
})
