// The open pipeline on a real file: what is read of deals, simulated in a worker with a seed, called by people, and kept with the scenario.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dealCoursesSql } from '#engine/crm/store.ts'
import { loadPipelineDeals } from '#engine/forecasts/load-pipeline.ts'
import { fillSample } from '#engine/sample/fill.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineChoices } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { type IsoDate, isoDate, parseIsoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, type Layout, layOut, readMaven, small } from '../territories/company.ts'

let workspace: TestWorkspace
let at: Layout
afterEach(() => workspace.close())

const choices = (more: Partial<PipelineChoices> = {}): PipelineChoices => ({
  grain: 'month',
  reach: 'planYear',
  runs: 2_000,
  seed: 7,
  hasNewDeals: true,
  staleDays: 60,
  shockSize: null,
  hasRecord: true,
  ...more
})

interface NewDeal {
  name: string
  stage?: 'lead' | 'proposal' | 'won' | 'lost'
  amount?: number | null
  currency?: string
  createdOn?: string | null
  closeOn?: string | null
  seller?: string | null
  category?: string | null
  lastActivityOn?: string | null
}

const day = (text: string): IsoDate => parseIsoDate(text) ?? isoDate(1, 1, 1)
let stages: Record<'lead' | 'proposal' | 'won' | 'lost', number>

function addStages(): void {
  const { writer } = workspace
  writer.run('DELETE FROM opportunities')
  writer.run('DELETE FROM stages')
  const add = (name: string, position: number, status: string, ratio: number | null) =>
    writer.insert('stages', { name, name_key: name, position, status, probability_ratio: ratio })
  stages = {
    lead: add('lead', 1, 'open', 0.2),
    proposal: add('proposal', 2, 'open', 0.5),
    won: add('won', 3, 'won', null),
    lost: add('lost', 4, 'lost', null)
  }
}

const addDeal = (deal: NewDeal): OpportunityId =>
  workspace.writer.insert('opportunities', {
    name: deal.name,
    stage_id: stages[deal.stage ?? 'lead'],
    amount_minor: deal.amount === undefined ? 100_000 : deal.amount,
    currency: deal.currency ?? 'EUR',
    created_on: deal.createdOn === undefined ? '2026-05-01' : deal.createdOn,
    close_on: deal.closeOn === undefined ? '2026-12-15' : deal.closeOn,
    seller_id: deal.seller === null ? null : at.seller(deal.seller ?? 'Ana'),
    forecast_category: deal.category ?? null,
    last_activity_on: deal.lastActivityOn ?? null
  }) as OpportunityId

const addImport = (on: string): number =>
  workspace.writer.insert('imports', {
    imported_at: `${on}T10:00:00.000Z`,
    data_as_of_on: on,
    title: on,
    report_json: '{}'
  })

/** A company with 40 deals closed, two in five won, and a few open ones; the data end on 12 November 2026. */
async function open(): Promise<void> {
  workspace = await openTestWorkspace()
  at = await layOut(workspace, { ...small, fiscalYear: 2026 })
  addStages()
  addImport('2026-11-12')
}

function addHistory(): void {
  for (let n = 0; n < 40; n += 1) {
    const month = String(1 + (n % 10)).padStart(2, '0')
    addDeal({
      name: `closed ${n}`,
      stage: n % 5 < 2 ? 'won' : 'lost',
      amount: 100_000 + n * 1_000,
      createdOn: `2025-${month}-03`,
      closeOn: `2026-${month}-20`,
      seller: n % 2 === 0 ? 'Ana' : 'Cy'
    })
  }
}

const overview = (more: Partial<PipelineChoices> = {}) =>
  workspace.call('forecasts.pipelineOverview', { scenarioId: at.scenarioId, ...choices(more) })
const simulate = (more: Partial<PipelineChoices> = {}) =>
  workspace.call('forecasts.simulatePipeline', { scenarioId: at.scenarioId, ...choices(more) })
const deals = () => workspace.call('forecasts.pipelineDeals', { scenarioId: at.scenarioId })
const undo = () => workspace.call('workspace.undo', {})

describe('what is read of deals', () => {
  beforeEach(open)

  const load = () => loadPipelineDeals(workspace.db, day('2026-11-20'))
  const find = (name: string) => {
    const found = load().deals.find((deal) => deal.label === name)
    if (found === undefined) throw new Error(`no deal ${name}`)
    return found
  }

  it('takes stages from their history, activities and slips from imports, and says what it leaves out', () => {
    const told = addDeal({ name: 'told', stage: 'proposal', createdOn: '2026-06-01' })
    for (const [stage, on] of [
      ['lead', '2026-06-01'],
      ['proposal', '2026-08-10']
    ] as const)
      workspace.writer.insert('stage_changes', { opportunity_id: told, stage_id: stages[stage], entered_on: on })
    for (const on of ['2026-07-01', '2026-09-02', '2026-11-30'])
      workspace.writer.insert('activities', { kind: 'call', happened_on: on, opportunity_id: told })
    const seen = addDeal({ name: 'seen', stage: 'proposal', createdOn: '2026-07-20', closeOn: '2027-02-01' })
    const imports = [addImport('2026-08-01'), addImport('2026-09-01'), addImport('2026-10-01')]
    const version = (until: number, stage: 'lead' | 'proposal', closeOn: string) =>
      workspace.writer.insert('opportunity_versions', {
        opportunity_id: seen,
        until_import_id: until,
        stage_id: stages[stage],
        currency: 'EUR',
        close_on: closeOn
      })
    version(imports[1] ?? 0, 'lead', '2026-10-15')
    version(imports[2] ?? 0, 'proposal', '2026-09-30')
    addDeal({ name: 'foreign', currency: 'USD' })
    addDeal({ name: 'later', createdOn: '2026-11-13' })
    addDeal({ name: 'early win', stage: 'won', closeOn: '2026-11-30' })

    expect(find('told')).toMatchObject({
      stageEnteredOn: '2026-08-10',
      stageHistory: [
        { stageId: stages.lead, enteredOn: '2026-06-01' },
        { stageId: stages.proposal, enteredOn: '2026-08-10' }
      ],
      activityDays: ['2026-07-01', '2026-09-02'],
      lastActivityOn: '2026-09-02',
      slips: 0
    })
    // First seen by the import after it was made; a month earlier, then four months later: moved later once.
    expect(find('seen')).toMatchObject({
      stageEnteredOn: '2026-09-01',
      stageHistory: [
        { stageId: stages.lead, enteredOn: '2026-08-01' },
        { stageId: stages.proposal, enteredOn: '2026-09-01' }
      ],
      closeDates: [
        { seenOn: '2026-08-01', closeOn: '2026-10-15' },
        { seenOn: '2026-09-01', closeOn: '2026-09-30' },
        { seenOn: '2026-10-01', closeOn: '2027-02-01' }
      ],
      slips: 1
    })
    expect(load().deals.map((deal) => deal.label)).toEqual(['told', 'seen'])
    expect(load().leftOut).toEqual({ otherCurrency: 1, madeLater: 1, closedLater: 1 })
  })

  it('reads categories in both languages and lists words it does not know', async () => {
    for (const category of ['Commit', 'Mejor caso', 'EMBUDO', 'Omitido', 'Strategic', 'Strategic', null])
      addDeal({ name: String(category), category })
    expect((await overview()).categories).toEqual([
      { word: 'Strategic', category: null, openDeals: 2 },
      { word: 'Commit', category: 'commit', openDeals: 1 },
      { word: 'Mejor caso', category: 'bestCase', openDeals: 1 },
      { word: 'EMBUDO', category: 'pipeline', openDeals: 1 },
      { word: 'Omitido', category: 'omitted', openDeals: 1 }
    ])
    expect(find('Strategic').category).toBeNull()
  })

  it('counts a deal of another currency at its rate', async () => {
    addDeal({ name: 'foreign', currency: 'USD', amount: 200_000 })
    await workspace.call('crm.setRate', {
      from: currencyCode('USD'),
      to: currencyCode('EUR'),
      validOn: day('2026-01-01'),
      rate: '0.5'
    })
    expect(find('foreign').amountMinor).toBe(100_000)
    expect(load().leftOut.otherCurrency).toBe(0)
  })

  it('finds deals by their stage, without going through the table row by row', () => {
    const params = { currency: 'EUR', asOf: '2026-11-12' }
    const plan = workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${dealCoursesSql}`, params)
    expect(plan.map((row) => row.detail).join('\n')).toMatch(/SEARCH o USING INDEX opportunities_by_stage_close/)
    expect(plan.filter((row) => /SCAN [oa]\b/.test(row.detail))).toEqual([])
  })

  it('goes from the running period to the end of the plan’s year, with what is booked and aimed at', async () => {
    addDeal({ name: 'won in March', stage: 'won', amount: 70_000, closeOn: '2026-03-03' })
    addDeal({ name: 'won in November', stage: 'won', amount: 50_000, closeOn: '2026-11-05' })
    addDeal({ name: 'open' })
    const target = (startsOn: string, endsOn: string, amount: number, measure = 'bookings') =>
      workspace.writer.insert('targets', {
        scope: 'company',
        scope_name: '',
        measure,
        starts_on: startsOn,
        ends_on: endsOn,
        amount_minor: amount,
        currency: 'EUR'
      })
    for (const month of ['10', '11', '12'])
      target(`2026-${month}-01`, `2026-${month}-${month === '11' ? 30 : 31}`, 1_000)
    target('2026-11-01', '2026-11-30', 9, 'margin')
    expect((await overview()).periods).toMatchObject([
      { key: 'FY2026-M11', bookedMinor: 50_000, targetMinor: 1_000 },
      { key: 'FY2026-M12', bookedMinor: 0, targetMinor: 1_000 }
    ])
    // A quarter's target is the sum of its months'; a week has none.
    expect((await overview({ grain: 'quarter' })).periods).toMatchObject([
      { key: 'FY2026-Q4', bookedMinor: 50_000, targetMinor: 3_000 }
    ])
    const weeks = (await overview({ grain: 'week' })).periods
    expect(weeks[0]).toMatchObject({ startsOn: '2026-11-09', endsOn: '2026-11-15', targetMinor: null })
    expect(weeks.at(-1)?.endsOn).toBe('2026-12-31')
  })
})

describe('what people call of deals', () => {
  beforeEach(open)
  const call = (dealId: OpportunityId, part: object) =>
    workspace.reply('forecasts.callDeals', { calls: [{ dealId, ...part }] })
  const inForce = (dealId: OpportunityId) =>
    loadPipelineDeals(workspace.db, day('2026-11-20')).deals.find((deal) => deal.id === dealId)

  it('stands over what the CRM says, part by part, and is undone', async () => {
    const id = addDeal({ name: 'one', category: 'Pipeline', amount: 500 })
    await call(id, { category: 'commit' })
    await call(id, { chanceRatio: 0.8, amountMinor: 700 })
    await call(id, { closeOn: '2027-01-15' })
    expect(inForce(id)).toMatchObject({
      category: 'commit',
      calledChanceRatio: 0.8,
      amountMinor: 700,
      closeOn: '2027-01-15'
    })
    await undo()
    expect(inForce(id)).toMatchObject({ amountMinor: 700, closeOn: '2026-12-15' })
    await undo()
    await undo()
    expect(inForce(id)).toMatchObject({ category: 'pipeline', calledChanceRatio: null, amountMinor: 500 })
  })

  it('taken back on the same day was never said, and what changes nothing is no step', async () => {
    const id = addDeal({ name: 'one' })
    await call(id, { chanceRatio: 0 })
    expect(inForce(id)?.calledChanceRatio).toBe(0)
    await call(id, { chanceRatio: null })
    expect(workspace.db.all('SELECT * FROM deal_calls')).toEqual([])
    const steps = () => workspace.db.all('SELECT id FROM commands')
    const before = steps()
    expect(before).toHaveLength(3)
    expect(await call(id, { chanceRatio: null })).toEqual({ ok: true, value: 0 })
    expect(steps()).toEqual(before)
  })

  it('several deals are one step; a closed one is refused and nothing stays', async () => {
    const [one, two] = [addDeal({ name: 'one' }), addDeal({ name: 'two' })]
    const won = addDeal({ name: 'won', stage: 'won', closeOn: '2026-10-01' })
    const all = (ids: OpportunityId[]) =>
      workspace.reply('forecasts.callDeals', { calls: ids.map((dealId) => ({ dealId, category: 'omitted' as const })) })
    expect(await all([one, won])).toEqual({ ok: false, error: { code: 'forecasts.dealNotOpen' } })
    expect(inForce(one)?.category).toBeNull()
    expect(await all([one, two])).toEqual({ ok: true, value: 2 })
    expect([inForce(one)?.category, inForce(two)?.category]).toEqual(['omitted', 'omitted'])
    await undo()
    expect([inForce(one)?.category, inForce(two)?.category]).toEqual([null, null])
  })
})

describe('the simulation', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await open()
    addHistory()
    addDeal({ name: 'big', stage: 'proposal', amount: 900_000, seller: 'Ana' })
    addDeal({ name: 'small', amount: 50_000, seller: 'Cy' })
    addDeal({ name: 'nobody', amount: null, closeOn: null, seller: null })
    addDeal({ name: 'old', closeOn: '2026-09-01', createdOn: '2026-02-01', seller: 'Ana' })
  })

  it('gives ranges that hold together: parts add up, percentiles rise, the chances of a deal are those of its periods', async () => {
    expect((await overview()).result).toBeNull()
    await simulate()
    const { result } = await overview()
    if (result === null) throw new Error('there is a result')
    const { forecast, total } = result
    expect(result).toMatchObject({ hasNewRows: false, hasOtherChoices: false })
    expect(forecast.periods.map((period) => period.periodKey)).toEqual(['FY2026-M11', 'FY2026-M12'])
    const means = (parts: readonly { meanMinor: number }[]) => parts.reduce((sum, part) => sum + part.meanMinor, 0)
    expect(means(forecast.periods)).toBe(forecast.total.meanMinor)
    expect(means(result.sellers)).toBe(forecast.total.meanMinor)
    expect(means(result.teams)).toBe(forecast.total.meanMinor)
    // The year is what was won from January to October, and what comes.
    const won = workspace.db.get<{ minor: number }>(
      `SELECT sum(amount_minor) AS minor FROM opportunities WHERE stage_id = :won AND close_on < '2026-11-01'`,
      { won: stages.won }
    )
    expect(total).toMatchObject({
      fiscalYear: 2026,
      beforeMinor: won?.minor,
      meanMinor: forecast.total.meanMinor + (won?.minor ?? 0),
      p90Minor: forecast.total.p90Minor + (won?.minor ?? 0),
      target: null,
      reachRatio: null
    })
    expect(total.percentilesMinor).toHaveLength(100)
    expect(total.percentilesMinor).toEqual(total.percentilesMinor.toSorted((one, other) => one - other))
    const rows = await deals()
    expect(rows.map((row) => row.label).sort()).toEqual(['big', 'nobody', 'old', 'small'])
    for (const row of rows) {
      const detail = await workspace.call('forecasts.pipelineDeal', { scenarioId: at.scenarioId, dealId: row.id })
      expect(detail.periodRatios.reduce((sum, ratio) => sum + ratio, 0)).toBeCloseTo(row.withinRatio, 10)
      expect(row.withinRatio).toBeLessThanOrEqual(row.chanceRatio + 1e-9)
      const worth = row.amountMinor ?? row.assumedAmountMinor ?? 0
      expect(Math.abs((row.expectedMinor ?? 0) - worth * row.withinRatio)).toBeLessThanOrEqual(1)
      expect(detail.reasons.length).toBeGreaterThan(0)
    }
    expect(rows.find((row) => row.label === 'old')).toMatchObject({ isOverdue: true })
    expect(rows.find((row) => row.label === 'nobody')).toMatchObject({ sellerName: null, amountMinor: null })
  })

  it('with the same seed says the same, with another seed nearly the same', async () => {
    const run = async (seed: number) => {
      await simulate({ seed })
      const { result } = await overview({ seed })
      return result?.total
    }
    const [first, again, other] = [await run(7), await run(7), await run(8)]
    expect(again).toEqual(first)
    // Means are worked out; what is drawn differs a little.
    expect(other?.meanMinor).toBe(first?.meanMinor)
    expect(other?.percentilesMinor).not.toEqual(first?.percentilesMinor)
    expect(Math.abs((other?.p90Minor ?? 0) - (first?.p90Minor ?? 0))).toBeLessThan(0.05 * (first?.p90Minor ?? 0))
  })

  it('knows when rows or choices have changed since, and when they are back', async () => {
    await simulate()
    const [deal] = await deals()
    await workspace.call('forecasts.callDeals', { calls: [{ dealId: deal?.id ?? 0, chanceRatio: 1 }] })
    expect((await overview()).result).toMatchObject({ hasNewRows: true, hasOtherChoices: false })
    await undo()
    expect((await overview()).result).toMatchObject({ hasNewRows: false, hasOtherChoices: false })
    expect((await overview({ staleDays: 90 })).result).toMatchObject({ hasNewRows: false, hasOtherChoices: true })
    expect((await overview({ grain: 'quarter' })).result).toMatchObject({ hasNewRows: false, hasOtherChoices: true })
    addDeal({ name: 'another' })
    expect((await overview({ grain: 'quarter' })).result).toMatchObject({ hasNewRows: true })
  })

  it('a chance that a person calls replaces all others; certain deals make a certain total', async () => {
    const rows = await simulate().then(deals)
    await workspace.call('forecasts.callDeals', {
      calls: rows.map((row) => ({ dealId: row.id, chanceRatio: row.label === 'big' ? 1 : 0 }))
    })
    await simulate({ hasNewDeals: false, shockSize: 0 })
    const called = await deals()
    expect(called.map((row) => [row.label, row.chanceRatio]).sort()).toEqual([
      ['big', 1],
      ['nobody', 0],
      ['old', 0],
      ['small', 0]
    ])
    const big = called.find((row) => row.label === 'big')
    const { result } = await overview({ hasNewDeals: false, shockSize: 0 })
    // Won for certain; in these periods by as much as it isn't won later.
    const expected = 900_000 * (big?.withinRatio ?? 0)
    expect(Math.abs((result?.forecast.total.openMinor ?? 0) - expected)).toBeLessThan(0.05 * 900_000)
    expect(result?.forecast.newDeals).toBeNull()
  })

  it('holds the total against the target of the year, typed or imported', async () => {
    await simulate()
    const before = (await overview()).result?.total
    const target = before?.p50Minor ?? 0
    workspace.writer.insert('targets', {
      scope: 'company',
      scope_name: '',
      measure: 'Sales',
      starts_on: '2026-01-01',
      ends_on: '2026-12-31',
      amount_minor: target + 1,
      currency: 'EUR'
    })
    expect((await overview()).result?.total.target).toEqual({ amountMinor: target + 1, source: 'imported' })
    await workspace.call('forecasts.changeSettings', { scenarioId: at.scenarioId, change: { targetMinor: target } })
    const { total } = (await overview()).result ?? {}
    expect(total?.target).toEqual({ amountMinor: target, source: 'typed' })
    const reached = total?.percentilesMinor.filter((minor) => minor >= target).length ?? 0
    expect(Math.abs((total?.reachRatio ?? 0) - reached / 100)).toBeLessThanOrEqual(0.01)
  })

  it('of a plan’s year that has not begun holds that year alone; by week the running quarter', async () => {
    const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Next' })
    const scenarioId = plan.scenarios[0]?.id ?? at.scenarioId
    const ask = (more: Partial<PipelineChoices>) =>
      workspace.call('forecasts.pipelineOverview', { scenarioId, ...choices(more) })
    const keysOf = async (more: Partial<PipelineChoices>) => (await ask(more)).periods.map((period) => period.key)
    expect(await keysOf({ grain: 'quarter' })).toEqual(['FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4'])
    expect(await keysOf({ grain: 'month', reach: 'runningYear' })).toEqual(['FY2026-M11', 'FY2026-M12'])
    await workspace.call('forecasts.simulatePipeline', { scenarioId, ...choices({ grain: 'quarter' }) })
    const { result } = await ask({ grain: 'quarter' })
    expect(result?.total).toMatchObject({ fiscalYear: 2027, beforeMinor: 0, bookedMinor: 0 })
    expect(result?.total.meanMinor).toBeGreaterThan(0)
    await workspace.call('forecasts.simulatePipeline', { scenarioId, ...choices({ grain: 'week' }) })
    expect((await ask({ grain: 'week' })).result?.total).toMatchObject({ fiscalYear: null, beforeMinor: 0 })
  })

  it('stops when it is told to, and the last one stays', async () => {
    await simulate()
    const stop = new AbortController()
    const running = workspace.reply(
      'forecasts.simulatePipeline',
      { scenarioId: at.scenarioId, ...choices({ runs: 100_000, seed: 9 }) },
      'anyone',
      stop.signal
    )
    setTimeout(() => stop.abort(), 5)
    expect(await running).toMatchObject({ ok: false, error: { code: 'engine.cancelled' } })
    expect((await overview()).result).toMatchObject({ hasOtherChoices: false, choices: { seed: 7 } })
  })

  it('is kept with the scenario, copied with it, refused when it is out of date or locked', async () => {
    const { scenarioId } = at
    const keep = () => workspace.reply('forecasts.keepPipeline', { scenarioId, name: 'November' })
    const kept = () => workspace.call('forecasts.keptPipelines', { scenarioId })
    expect(await keep()).toEqual({ ok: false, error: { code: 'forecasts.pipelineMissing' } })
    await simulate()
    const { result } = await overview()
    expect(await keep()).toMatchObject({ ok: true })
    const [first] = await kept()
    expect(first).toMatchObject({
      name: 'November',
      dataAsOf: '2026-11-12',
      openDeals: 4,
      choices: choices(),
      total: { p50Minor: result?.total.p50Minor }
    })
    expect(first?.points.map((point) => [point.periodKey, point.middleMinor, point.low80Minor])).toEqual(
      result?.forecast.periods.map((period) => [period.periodKey, period.meanMinor, period.p10Minor])
    )
    // Quotas can take the year it comes to, with what was booked before, and its range.
    const { forecasts } = await workspace.call('quotas.getAllocationSetup', { scenarioId })
    expect(forecasts).toMatchObject([
      {
        kind: 'pipeline',
        name: 'November',
        coversYear: true,
        targetMinor: result?.total.meanMinor,
        lowMinor: result?.total.p10Minor,
        highMinor: result?.total.p90Minor
      }
    ])
    // Runs of series are another list.
    expect(await workspace.call('forecasts.list', { scenarioId })).toEqual([])
    const copy = await workspace.call('plans.copyScenario', { scenarioId, name: 'Copy' })
    const copied = await workspace.call('forecasts.keptPipelines', { scenarioId: copy.id })
    expect(copied).toEqual([{ ...first, forecastId: copied[0]?.forecastId }])
    addDeal({ name: 'another' })
    expect(await keep()).toEqual({ ok: false, error: { code: 'forecasts.pipelineOutdated' } })
    await workspace.call('forecasts.removePipeline', { forecastId: first?.forecastId ?? 0 })
    expect(await kept()).toEqual([])
    await undo()
    expect(await kept()).toEqual([first])
    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    expect(await keep()).toMatchObject({ ok: false, error: { code: 'plans.scenarioLocked' } })
    expect(await workspace.reply('forecasts.removePipeline', { forecastId: first?.forecastId ?? 0 })).toMatchObject({
      ok: false,
      error: { code: 'plans.scenarioLocked' }
    })
  })

  it('says so when nothing is open', async () => {
    workspace.writer.run(`DELETE FROM opportunities WHERE close_on IS NULL OR close_on >= '2026-11-12' OR name = 'old'`)
    expect(await workspace.reply('forecasts.simulatePipeline', { scenarioId: at.scenarioId, ...choices() })).toEqual({
      ok: false,
      error: { code: 'forecasts.nothingOpen' }
    })
    expect(await overview()).toMatchObject({ open: { deals: 0 }, result: null })
  })
})

describe('what people call of periods', () => {
  beforeEach(open)
  const record = (more: object) =>
    workspace.call('forecasts.recordCall', {
      periodKey: 'FY2026-Q3',
      cut: { kind: 'company' },
      bySellerId: at.seller('Di'),
      category: 'commit',
      amountMinor: 100_000,
      ...more
    })
  const calls = () => workspace.call('forecasts.peopleCalls', {})

  it('are held against what came, of company, team and seller, and corrected by how they turned out', async () => {
    for (const [name, closeOn, seller, amount] of [
      ['one', '2026-05-05', 'Ana', 50_000],
      ['two', '2026-08-05', 'Cy', 40_000],
      ['three', '2026-08-06', 'Ana', 30_000],
      ['four', '2026-11-02', 'Cy', 20_000]
    ] as const)
      addDeal({ name, stage: 'won', closeOn, seller, amount })
    await record({ periodKey: 'FY2026-Q2', madeOn: '2026-04-01' })
    await record({ madeOn: '2026-07-01' })
    await record({ cut: { kind: 'team', teamId: at.team('South') }, category: 'call', amountMinor: 50_000 })
    await record({
      cut: { kind: 'seller', sellerId: at.seller('Ana') },
      bySellerId: at.seller('Ana'),
      amountMinor: 30_000
    })
    await record({ periodKey: 'FY2026-Q4', amountMinor: 200_000 })
    const { calls: rows, records, asOf } = await calls()
    expect(asOf).toBe('2026-11-12')
    const seen = rows
      .map((row) => [row.periodKey, row.byName, row.cut.kind, row.bookedMinor, row.hasEnded, row.errorRatio] as const)
      .sort()
    expect(seen).toEqual([
      ['FY2026-Q2', 'Di', 'company', 50_000, true, -0.5],
      ['FY2026-Q3', 'Ana', 'seller', 30_000, true, 0],
      ['FY2026-Q3', 'Di', 'company', 70_000, true, expect.closeTo(-0.3, 10)],
      ['FY2026-Q3', 'Di', 'team', 40_000, true, expect.closeTo(-0.2, 10)],
      ['FY2026-Q4', 'Di', 'company', 20_000, false, null]
    ])
    const commits = records.find((each) => each.byName === 'Di' && each.category === 'commit')
    expect(commits).toMatchObject({ n: 2, meanErrorRatio: expect.closeTo(-0.4, 10) })
    // Drawn towards what everybody missed by and towards none: between −40 % and 0.
    expect(commits?.biasRatio).toBeGreaterThan(-0.4)
    expect(commits?.biasRatio).toBeLessThan(0)
    const open = rows.find((row) => row.periodKey === 'FY2026-Q4')
    expect(open?.corrected?.middleMinor).toBe(Math.round(200_000 * (1 + (commits?.biasRatio ?? 0))))
  })

  it('are removed and come back, and a period or person that is not there is refused', async () => {
    const callId = await record({})
    await workspace.call('forecasts.removeCall', { callId })
    expect((await calls()).calls).toEqual([])
    await undo()
    expect((await calls()).calls.map((row) => row.id)).toEqual([callId])
    const refuse = (more: object) =>
      workspace.reply('forecasts.recordCall', {
        periodKey: 'FY2026-Q3',
        cut: { kind: 'company' },
        bySellerId: at.seller('Di'),
        category: 'commit',
        amountMinor: 1,
        ...more
      })
    expect(await refuse({ periodKey: 'FY2026-Q5' })).toMatchObject({
      ok: false,
      error: { code: 'forecasts.periodUnknown' }
    })
    expect(await refuse({ bySellerId: 999 })).toMatchObject({ ok: false, error: { code: 'forecasts.nobody' } })
    expect(await refuse({ cut: { kind: 'team', teamId: 999 } })).toMatchObject({
      ok: false,
      error: { code: 'forecasts.nobody' }
    })
  })
})

describe('companies of the size they have', { timeout: 120_000 }, () => {
  const run = async (scenarioId: ScenarioId, more: Partial<PipelineChoices> = {}) => {
    const asked = { scenarioId, ...choices({ ...more, runs: 1_000 }) }
    await workspace.call('forecasts.simulatePipeline', asked)
    const { result, ...state } = await workspace.call('forecasts.pipelineOverview', asked)
    if (result === null) throw new Error('it was just simulated')
    return { state, result, rows: await workspace.call('forecasts.pipelineDeals', { scenarioId }) }
  }

  it('the sample company: every open deal has a chance and reasons, and the year adds up to what was booked', async () => {
    workspace = await openTestWorkspace()
    const { writer } = workspace
    writer.run('BEGIN')
    writer.run('DELETE FROM stages')
    fillSample(writer, { size: 'small', seed: 1, language: 'es' })
    writer.run('COMMIT')
    const { state, result, rows } = await run(1 as ScenarioId)
    const counted = workspace.db.get<{ open: number; booked: number }>(
      `SELECT sum(s.status = 'open') AS open,
        sum(iif(s.status = 'won' AND o.close_on >= '2026-01-01', o.amount_minor, 0)) AS booked
      FROM opportunities o JOIN stages s ON s.id = o.stage_id`
    )
    expect([state.open.deals, rows.length]).toEqual([counted?.open, counted?.open])
    expect(result.total.beforeMinor + result.total.bookedMinor).toBe(counted?.booked)
    expect(rows.every((row) => row.chanceRatio > 0 && row.chanceRatio < 1)).toBe(true)
    // No history of stages is in it, and the notes say so.
    expect(result.forecast.notes.map((note) => note.kind)).toContain('noStageHistory')
    const next = await run(2 as ScenarioId, { grain: 'quarter' })
    expect(next.result.total).toMatchObject({ fiscalYear: 2027, beforeMinor: 0, bookedMinor: 0 })
  })

  it.skipIf(!hasMaven)('Maven: open deals without close date or amount, and no history of stages', async () => {
    workspace = await openTestWorkspace()
    at = await layOut(workspace, { ...readMaven(), fiscalYear: 2017 })
    const { state, result, rows } = await run(at.scenarioId)
    expect(state).toMatchObject({
      asOf: '2017-12-31',
      open: { deals: 2089, withoutCloseDate: 2089, withoutAmount: 2089 }
    })
    expect(rows).toHaveLength(2089)
    // The data end with the year: nothing can come in it any more but on its last day.
    expect(result.forecast.periods.map((period) => period.periodKey)).toEqual(['FY2017-M12'])
    expect(result.total.meanMinor).toBe(result.total.beforeMinor + result.total.bookedMinor)
    const kinds = result.forecast.notes.map((note) => note.kind)
    expect(kinds).toEqual(expect.arrayContaining(['withoutAmount', 'noStageHistory', 'noCreatedDates']))
    const plan = await workspace.call('plans.createPlan', { fiscalYear: 2018, scenarioName: 'Next' })
    const next = await run(plan.scenarios[0]?.id ?? at.scenarioId, { grain: 'quarter' })
    expect(next.result.total.openMinor).toBeGreaterThan(0)
    expect(next.result.total.p10Minor).toBeLessThan(next.result.total.p90Minor)
    const closed = workspace.db.get<{ won: number; closed: number }>(
      `SELECT sum(s.status = 'won') AS won, sum(s.status <> 'open') AS closed
      FROM opportunities o JOIN stages s ON s.id = o.stage_id`
    )
    // 4,238 of 6,711 closed deals were won. Nobody's chance strays far from that, since little tells the deals apart.
    expect(closed).toEqual({ won: 4238, closed: 6711 })
    const mean = next.rows.reduce((sum, row) => sum + row.chanceRatio, 0) / next.rows.length
    expect(mean).toBeGreaterThan(0.3)
    expect(mean).toBeLessThan(0.75)
  })
})
