// Parts and whole on a real file: forecast in a worker, made to add up, kept as one undo step, copied with the scenario, refused with a reason.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPartsForecast } from '#engine/forecasts/store-hierarchy.ts'
import { forecastAutomatically } from '#shared/forecasts/automatic/automatic.ts'
import type { PartForecast, PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, type Layout, layOut, readMaven, small } from '../territories/company.ts'

let workspace: TestWorkspace
let at: Layout
afterEach(() => workspace.close())

const part = (forecast: PartsForecast | null, key: string): PartForecast => {
  const found = forecast?.parts.find((each) => each.key === key)
  if (!found) throw new Error(`there is no part ${key}`)
  return found
}

/** Every whole is the sum of its parts, in each period and over all. */
function expectToAddUp(forecast: PartsForecast | null): void {
  if (forecast === null) throw new Error('nothing is forecast')
  let wholes = 0
  for (const whole of forecast.parts) {
    const below = forecast.parts.filter((each) => each.parentKey === whole.key && each.total.middleMinor !== null)
    if (below.length === 0) continue
    wholes += 1
    forecast.periods.forEach((_, step) => {
      const sum = below.reduce((total, each) => total + (each.points[step]?.middleMinor ?? 0), 0)
      expect(whole.points[step]?.middleMinor).toBe(sum)
    })
    expect(whole.total.middleMinor).toBe(below.reduce((total, each) => total + (each.total.middleMinor ?? 0), 0))
  }
  expect(wholes).toBeGreaterThan(0)
}

/** Three years of quarters: Ana (North A) and Cy (South) sell each, Ed (South) until he left, Fay is in no team, one deal is nobody's. */
const quarters = Array.from(
  { length: 12 },
  (_, t) => `${2023 + Math.floor(t / 4)}-${String((t % 4) * 3 + 2).padStart(2, '0')}-10`
)
const company = {
  ...small,
  deals: [
    ...quarters.flatMap((on, t) => [
      ['Alder', 'Ana', 'Won', String(500 + 37 * t + 120 * (t % 4)), on],
      ['Cedar', 'Cy', 'Won', String(300 + 11 * ((t * 7) % 5)), on],
      ['Elm', 'Fay', 'Won', String(90 + 13 * ((t * 3) % 4)), on]
    ]),
    ...quarters.slice(0, 9).map((on, t) => ['Birch', 'Ed', 'Won', String(200 + 20 * (t % 3)), on]),
    ['Dogwood', null, 'Won', '75', '2025-11-20'],
    // The data go on to the end of the year.
    ['Dogwood', 'Cy', 'Lost', '10', '2025-12-31']
  ]
}

describe('a small company by quarters', () => {
  const choice = () => ({ scenarioId: at.scenarioId, tree: 'teams', grain: 'quarter' }) as const
  beforeEach(async () => {
    workspace = await openTestWorkspace({}, '2026-04-15T09:00:00.000Z')
    at = await layOut(workspace, company)
    workspace.writer.run('UPDATE sellers SET left_on = :on WHERE id = :id', { on: '2025-06-30', id: at.seller('Ed') })
  })

  it('lays out teams, sellers, people who left, those without a team and deals without a seller', async () => {
    expect(await workspace.call('forecasts.parts', choice())).toMatchObject({
      forecast: null,
      kept: null,
      partCount: 11
    })
    expect(await workspace.call('forecasts.forecastParts', choice())).toBe(10)
    const { forecast } = await workspace.call('forecasts.parts', choice())
    expect(forecast?.parts.map((each) => [each.key, each.parentKey, each.status])).toEqual([
      ['company', null, 'forecast'],
      [`team:${at.team('North')}`, 'company', 'forecast'],
      [`team:${at.team('North A')}`, `team:${at.team('North')}`, 'forecast'],
      [`seller:${at.seller('Ana')}`, `team:${at.team('North A')}`, 'forecast'],
      // Bo sells by trade and has sold nothing yet; Di leads.
      [`seller:${at.seller('Bo')}`, `team:${at.team('North')}`, 'noHistory'],
      [`team:${at.team('South')}`, 'company', 'forecast'],
      [`seller:${at.seller('Cy')}`, `team:${at.team('South')}`, 'forecast'],
      [`leavers:${at.team('South')}`, `team:${at.team('South')}`, 'ended'],
      ['rest:team', 'company', 'forecast'],
      [`seller:${at.seller('Fay')}`, 'rest:team', 'forecast'],
      ['rest:seller', 'rest:team', 'forecast']
    ])
    expect(forecast).toMatchObject({ dataAsOf: '2025-12-31', isFinished: true, changedParts: 0, done: 10, toDo: 10 })
    expect(part(forecast, `team:${at.team('North')}`).notes).toContainEqual({ kind: 'withoutHistory', count: 1 })
    expect(part(forecast, `leavers:${at.team('South')}`).notes).toContainEqual({
      kind: 'leavers',
      count: 1,
      names: ['Ed']
    })
    expectToAddUp(forecast)
  })

  it('by itself each part is the automatic forecast of its own sales', async () => {
    await workspace.call('forecasts.forecastParts', choice())
    const { forecast } = await workspace.call('forecasts.parts', { ...choice(), reconciler: 'bottomUp' })
    const values = quarters.map((_, t) => 100 * (500 + 37 * t + 120 * (t % 4)))
    const own = forecastAutomatically({ values, seasonLength: 4, horizon: forecast?.periods.length ?? 0 })
    const ana = part(forecast, `seller:${at.seller('Ana')}`)
    expect(ana.history).toEqual(values)
    expect(ana.points.map((point) => point.baseMinor)).toEqual(own.middle.map(Math.round))
    expect(ana.lastYearMinor).toBe(values.slice(-4).reduce((sum, value) => sum + value, 0))
    expectToAddUp(forecast)
  })

  it('the sales of people who left end or go on, as one chooses', async () => {
    await workspace.call('forecasts.forecastParts', choice())
    const ended = await workspace.call('forecasts.parts', choice())
    const goesOn = await workspace.call('forecasts.parts', { ...choice(), leavers: 'goOn' })
    const key = `leavers:${at.team('South')}`
    expect(part(ended.forecast, key).total.middleMinor).toBe(0)
    expect(part(goesOn.forecast, key)).toMatchObject({ status: 'forecast' })
    expectToAddUp(goesOn.forecast)
  })

  it('keeps the forecasts as one undo step, in place of those before, and removes them', async () => {
    expect(await workspace.reply('forecasts.keepParts', choice())).toMatchObject({
      ok: false,
      error: { code: 'forecasts.partsMissing' }
    })
    await workspace.call('forecasts.forecastParts', choice())
    const { forecast } = await workspace.call('forecasts.parts', choice())
    await workspace.call('forecasts.keepParts', choice())
    const { keptAt, ...kept } = findPartsForecast(workspace.db, at.scenarioId) ?? { keptAt: '' }
    expect(keptAt).toBe('2026-04-15T09:00:00.000Z')
    expect(kept).toEqual(forecast)
    await workspace.call('forecasts.keepParts', { ...choice(), reconciler: 'bottomUp' })
    expect((await workspace.call('forecasts.parts', choice())).kept).toMatchObject({ reconciler: 'bottomUp' })
    await workspace.call('workspace.undo', {})
    expect((await workspace.call('forecasts.parts', choice())).kept).toMatchObject({ reconciler: 'minimumTrace' })
    await workspace.call('forecasts.removeKeptParts', { scenarioId: at.scenarioId })
    expect((await workspace.call('forecasts.parts', choice())).kept).toBeNull()
    await workspace.call('workspace.undo', {})
    await workspace.call('workspace.undo', {})
    expect(findPartsForecast(workspace.db, at.scenarioId)).toBeUndefined()
    await workspace.call('workspace.redo', {})
    expect(findPartsForecast(workspace.db, at.scenarioId)).toMatchObject({ reconciler: 'minimumTrace' })
  })

  it('goes with a copy of the scenario, and is shown there until the parts are forecast anew', async () => {
    await workspace.call('forecasts.forecastParts', choice())
    await workspace.call('forecasts.keepParts', choice())
    const { forecast } = await workspace.call('forecasts.parts', choice())
    const copy = await workspace.call('plans.copyScenario', { scenarioId: at.scenarioId, name: 'Copy' })
    const there = await workspace.call('forecasts.parts', { ...choice(), scenarioId: copy.id })
    expect(there).toMatchObject({ isFromKept: true, forecast: { ...forecast, scenarioId: copy.id } })
    // Another tree was not kept.
    expect(
      await workspace.call('forecasts.parts', { ...choice(), scenarioId: copy.id, tree: 'segments' }).catch(String)
    ).toMatchObject({ forecast: null, isFromKept: false })
  })

  it('says how many parts have other sales now', async () => {
    await workspace.call('forecasts.forecastParts', choice())
    workspace.writer.run(
      "UPDATE opportunities SET amount_minor = amount_minor + 100 WHERE seller_id = :id AND close_on = '2025-11-10'",
      { id: at.seller('Ana') }
    )
    const { forecast } = await workspace.call('forecasts.parts', choice())
    // Ana, North A, North and the company.
    expect(forecast?.changedParts).toBe(4)
  })

  it('a stopped run keeps what was made, adds nothing up and is not kept', async () => {
    const stop = new AbortController()
    const running = workspace.reply('forecasts.forecastParts', choice(), 'anyone', stop.signal)
    const waited = await waitForParts()
    stop.abort()
    expect(await running).toMatchObject({ ok: false, error: { code: 'engine.cancelled' } })
    expect(waited).toBeGreaterThan(0)
    const { forecast } = await workspace.call('forecasts.parts', choice())
    expect(forecast).toMatchObject({ isFinished: false, summary: null })
    expect(forecast?.done).toBeLessThan(forecast?.toDo ?? 0)
    expect(part(forecast, 'company').total).toMatchObject({ middleMinor: null })
    expect(part(forecast, 'company').total.baseMinor).toBeGreaterThan(0)
    expect(await workspace.reply('forecasts.keepParts', choice())).toMatchObject({ ok: false })
  })

  it('forecasts again only what has sold otherwise, and goes on where it was stopped', async () => {
    await workspace.call('forecasts.forecastParts', choice())
    const before = await workspace.call('forecasts.parts', choice())
    workspace.writer.run(
      "UPDATE opportunities SET amount_minor = amount_minor * 3 WHERE seller_id = :id AND close_on = '2025-11-10'",
      { id: at.seller('Ana') }
    )
    workspace.progress.length = 0
    await workspace.call('forecasts.forecastParts', choice())
    // Of ten, Ana, North A, North and the company are made anew.
    expect(workspace.progress.map((step) => step.done)).toEqual([6, 7, 8, 9, 10])
    const { forecast } = await workspace.call('forecasts.parts', choice())
    const [ana, cy] = [`seller:${at.seller('Ana')}`, `seller:${at.seller('Cy')}`]
    expect(part(forecast, ana).total.baseMinor).not.toBe(part(before.forecast, ana).total.baseMinor)
    expect(part(forecast, cy).total.baseMinor).toBe(part(before.forecast, cy).total.baseMinor)
    const own = part(forecast, ana).history.map((value) => value ?? 0)
    const alone = forecastAutomatically({ values: own, seasonLength: 4, horizon: forecast?.periods.length ?? 0 })
    expect(part(forecast, ana).points.map((point) => point.baseMinor)).toEqual(alone.middle.map(Math.round))
    expect(forecast?.changedParts).toBe(0)
    expectToAddUp(forecast)
  })

  /** Until the first forecasts have come: how many there were. */
  async function waitForParts(): Promise<number> {
    for (let turn = 0; turn < 2_000; turn += 1) {
      const { forecast } = await workspace.call('forecasts.parts', choice())
      if (forecast !== null && forecast.done > 0) return forecast.done
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    throw new Error('no part came')
  }

  it('tells how far it is', async () => {
    workspace.progress.length = 0
    await workspace.call('forecasts.forecastParts', choice())
    expect(workspace.progress[0]).toEqual({ done: 0, total: 10, what: 'forecasts.progress.parts' })
    expect(workspace.progress.at(-1)).toMatchObject({ done: 10, total: 10 })
  })

  it('refuses a locked scenario, one that is not there, and a tree without parts', async () => {
    await workspace.call('forecasts.forecastParts', choice())
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: true })
    expect(await workspace.reply('forecasts.keepParts', choice())).toMatchObject({
      error: { code: 'plans.scenarioLocked' }
    })
    expect(await workspace.reply('forecasts.parts', { ...choice(), scenarioId: 99 as never })).toMatchObject({
      error: { code: 'plans.notFound' }
    })
    for (const tree of ['territories', 'segments'] as const)
      expect(await workspace.reply('forecasts.forecastParts', { ...choice(), tree })).toMatchObject({
        error: { code: 'forecasts.noParts', tree }
      })
    workspace.writer.run('DELETE FROM opportunities')
    expect(await workspace.reply('forecasts.forecastParts', choice())).toMatchObject({
      error: { code: 'forecasts.noSales' }
    })
  })

  it('territories with accounts of their own and without any, and segments, add up too', async () => {
    const { writer } = workspace
    const territory = (name: string, parent: number | null) =>
      writer.insert('territories', { scenario_id: at.scenarioId, parent_id: parent, name, position: 0 })
    const all = territory('All', null)
    const east = territory('East', all)
    const place = (account: string, id: number) =>
      writer.insert('territory_accounts', {
        scenario_id: at.scenarioId,
        territory_id: id,
        account_id: at.account(account),
        source: 'manual'
      })
    place('Alder', east)
    place('Cedar', all)
    writer.run("UPDATE accounts SET segment = 'Large' WHERE id = :id", { id: at.account('Alder') })
    const byTerritory = { ...choice(), tree: 'territories' as const }
    await workspace.call('forecasts.forecastParts', byTerritory)
    const { forecast } = await workspace.call('forecasts.parts', byTerritory)
    expect(forecast?.parts.map((each) => [each.kind, each.parentKey])).toEqual([
      ['company', null],
      ['territory', 'company'],
      ['territory', `territory:${all}`],
      ['ownAccounts', `territory:${all}`],
      ['noTerritory', 'company']
    ])
    expect(part(forecast, `own:${all}`).history).toEqual(quarters.map((_, t) => 100 * (300 + 11 * ((t * 7) % 5))))
    expectToAddUp(forecast)
    const bySegment = { ...choice(), tree: 'segments' as const }
    await workspace.call('forecasts.forecastParts', bySegment)
    const segments = await workspace.call('forecasts.parts', bySegment)
    expect(segments.forecast?.parts.map((each) => each.kind)).toEqual(['company', 'segment', 'noSegment'])
    expectToAddUp(segments.forecast)
  })
})

describe.skipIf(!hasMaven)('Maven’s public rows', () => {
  it('35 sellers in offices by month add up, and what was sold is what the deals say', async () => {
    workspace = await openTestWorkspace({}, isoDate(2018, 1, 2))
    at = await layOut(workspace, readMaven())
    const choice = { scenarioId: at.scenarioId, tree: 'teams', grain: 'month' } as const
    await workspace.call('forecasts.forecastParts', choice)
    const { forecast } = await workspace.call('forecasts.parts', choice)
    expectToAddUp(forecast)
    // Maven's known total of won deals, in cents, less what lies in the running period.
    const sold = part(forecast, 'company').history.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    const tops = forecast?.parts.filter((each) => each.parentKey === 'company') ?? []
    expect(
      tops.reduce((sum, each) => sum + each.history.reduce<number>((own, value) => own + (value ?? 0), 0), 0)
    ).toBe(sold)
    expect(sold).toBe(1_000_553_400)
  })
})
