// The whole main job on one file, call by call, as a person does it screen by screen: import, territories, forecast, quotas, pay plan,
// handbook. Each step says what it did in figures.
import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { PlanRow, ScenarioId } from '../../src/shared/plans/types.ts'
import { currencyCode, minorDigits } from '../../src/shared/units/currency.ts'
import { yearOf } from '../../src/shared/units/date.ts'
import type { DemoEngine } from './demo-engine.ts'

export interface DemoWish {
  file: string
  language: 'en' | 'es'
  /** A folder of CRM exports; undefined for the sample company. */
  data: string | undefined
  currency: string
  sample: 'small' | 'medium' | 'large'
}

export type Say = (line: string) => void

const tableEndings = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xlsm'])
/** One target pay for everybody where the files name none: a round figure, said in the output. */
const assumedTargetPay = 40_000

export interface DemoPlan {
  engine: DemoEngine
  money(minor: number): string
  planned: ScenarioId
  say: Say
}

/** Makes the workspace and does the job on it. @returns the fiscal year that was planned, and the one the data are of */
export async function doJob(
  engine: DemoEngine,
  wish: DemoWish,
  say: Say
): Promise<{ plannedYear: number; dataYear: number }> {
  const { data } = wish
  if (data === undefined) await makeSample(engine, wish, say)
  else await importFolder(engine, wish, data, say)

  const state = await engine.call('workspace.getState', {})
  if (!state.isOpen) throw new Error('the workspace is not open')
  const { currency, numberLocale } = state.settings
  const format = new Intl.NumberFormat(numberLocale, { style: 'currency', currency, maximumFractionDigits: 0 })
  const money = (minor: number) => format.format(minor / 10 ** minorDigits(currency))
  const counts = await engine.call('crm.countFacts', {})
  say(`Data: ${counts.opportunities} deals, ${counts.won.deals} won, ${money(counts.won.amountMinor)}.`)

  const asOf = await engine.call('crm.getDataAsOf', {})
  const dataYear = yearOf(asOf ?? state.today)
  if (data !== undefined) await attainmentYear(engine, dataYear, money, say)
  const plan = await findOrMakePlan(engine, dataYear + 1)
  const planned = plan.scenarios[0]?.id
  if (planned === undefined) throw new Error('the plan has no scenario')
  await engine.call('plans.selectScenario', { scenarioId: planned })
  const demo: DemoPlan = { engine, money, planned, say }
  await drawTerritories(demo)
  const forecastId = await forecastSales(demo)
  await shareQuotas(demo, dataYear, { kind: 'forecast', forecastId })
  await payPeople(demo, data !== undefined)
  await writeHandbook(demo)
  return { plannedYear: plan.fiscalYear, dataYear }
}

async function makeSample(engine: DemoEngine, wish: DemoWish, say: Say): Promise<void> {
  await engine.call('workspace.createSample', { path: wish.file, size: wish.sample, language: wish.language })
  say(`Sample company (${wish.sample}) in ${basename(wish.file)}.`)
}

async function importFolder(engine: DemoEngine, wish: DemoWish, folder: string, say: Say): Promise<void> {
  const names = readdirSync(folder).filter((name) => tableEndings.has(extname(name).toLowerCase()))
  if (names.length === 0) throw new Error(`There is no table (${[...tableEndings].join(' ')}) in ${folder}.`)
  await engine.call('workspace.create', {
    path: wish.file,
    settings: {
      company: basename(folder),
      currency: currencyCode(wish.currency),
      calendar: { startMonth: 1, pattern: 'months', weekStart: 1 },
      language: wish.language,
      numberLocale: wish.language === 'es' ? 'es-ES' : 'en-GB'
    },
    replace: true
  })
  const files = names.map((name) => engine.grant(join(folder, name)))
  const { entities, findings } = await engine.call('import.run', { files })
  for (const each of entities) say(`Import: ${each.entity}, ${each.new} new, ${each.rejected} rejected.`)
  for (const each of findings) say(`Quality: ${each.rule}, ${each.count} rows (${each.severity}).`)
}

async function findOrMakePlan(engine: DemoEngine, fiscalYear: number): Promise<PlanRow> {
  const plans = await engine.call('plans.listPlans', {})
  return (
    plans.find((plan) => plan.fiscalYear === fiscalYear) ??
    engine.call('plans.createPlan', { fiscalYear, scenarioName: 'Baseline' })
  )
}

/** The year of the data gets quotas too, so that attainment has something to stand against: CRM exports hold none. */
async function attainmentYear(engine: DemoEngine, year: number, money: DemoPlan['money'], say: Say): Promise<void> {
  const plan = await findOrMakePlan(engine, year)
  const scenarioId = plan.scenarios[0]?.id
  if (scenarioId === undefined) throw new Error('the plan has no scenario')
  const { won } = await engine.call('crm.countFacts', {})
  const step = 10 ** Math.max(0, String(won.amountMinor).length - 2)
  const amountMinor = Math.ceil(won.amountMinor / step) * step
  await engine.call('quotas.allocate', {
    scenarioId,
    target: { kind: 'typed', amountMinor },
    cushionRatio: 0,
    method: 'equal',
    blendWeights: { history: 0.5, equal: 0.5, sameGrowth: 0 },
    noHistory: 'average',
    baseYear: year - 1,
    phasing: 'flat'
  })
  const demo: DemoPlan = { engine, money, planned: scenarioId, say }
  say(`FY ${year}: the files hold no quotas; ${money(amountMinor)} shared equally, for attainment to stand against.`)
  await payPeople(demo, true)
}

async function drawTerritories({ engine, planned, say }: DemoPlan): Promise<void> {
  const had = await engine.call('territories.overview', { scenarioId: planned })
  if (had.territories.length === 0) {
    const { territories, placed, unplaced } = await engine.call('territories.applyProposal', {
      scenarioId: planned,
      request: { method: 'byTeamSales', depth: 0 },
      withSellers: true
    })
    say(`Territories: ${territories}, by the office that sold most; ${placed} accounts placed, ${unplaced} not.`)
    return
  }
  say(`Territories: ${had.territories.length} stand in the scenario already.`)
}

async function forecastSales({ engine, planned, money, say }: DemoPlan) {
  const run = await engine.call('forecasts.run', { scenarioId: planned, grain: 'quarter', method: 'seasonalNaive' })
  for (const point of run.points) {
    const { low80Minor: low, high80Minor: high } = point
    const range =
      low === null || high === null ? 'no range can be given' : `80 % between ${money(low)} and ${money(high)}`
    say(`Forecast ${point.periodKey}: ${range}, middle ${money(point.middleMinor)}.`)
  }
  return run.id
}

async function shareQuotas(
  { engine, planned, money, say }: DemoPlan,
  baseYear: number,
  target: { kind: 'forecast'; forecastId: Awaited<ReturnType<typeof forecastSales>> }
): Promise<void> {
  const { targetMinor } = await engine.call('quotas.allocate', {
    scenarioId: planned,
    target,
    cushionRatio: 0,
    method: 'history',
    blendWeights: { history: 0.5, equal: 0.5, sameGrowth: 0 },
    noHistory: 'average',
    baseYear,
    phasing: 'learnt'
  })
  const sheet = await engine.call('quotas.getSheet', { scenarioId: planned, grain: 'quarter' })
  const difference = sheet.yearMinor - targetMinor
  say(`Quotas: ${money(targetMinor)} over ${sheet.rows.length} people; their sum differs from it by ${difference}.`)
  if (difference !== 0) throw new Error('The quotas do not add up to the target.')
}

async function payPeople({ engine, planned, money, say }: DemoPlan, isTargetPayAssumed: boolean): Promise<void> {
  const known = await engine.call('compensation.listPlans', { scenarioId: planned })
  const payPlan =
    known[0] ??
    (await engine.call('compensation.createFromTemplate', {
      scenarioId: planned,
      name: '75 / 25',
      template: 'individualTeamSplit'
    }))
  const sheet = await engine.call('quotas.getSheet', { scenarioId: planned, grain: 'quarter' })
  await engine.call('compensation.assignMembers', {
    payPlanId: payPlan.id,
    sellerIds: sheet.rows.map((row) => row.sellerId)
  })
  if (isTargetPayAssumed) {
    const state = await engine.call('workspace.getState', {})
    const digits = state.isOpen ? minorDigits(state.settings.currency) : 2
    await engine.call('compensation.setTargetPay', {
      payPlanId: payPlan.id,
      targetPayMinor: assumedTargetPay * 10 ** digits
    })
    say(`Pay: the files name no target pay; ${money(assumedTargetPay * 10 ** digits)} for each.`)
  }
  const run = await engine.call('compensation.run', { scenarioId: planned, throughPeriodKey: null })
  say(`Pay: computed for ${run.sellerCount} people, ${money(run.totalMinor)}.`)
}

async function writeHandbook({ engine, planned, say }: DemoPlan): Promise<void> {
  await engine.call('handbook.createFromTemplate', { scenarioId: planned, template: 'standard' })
  say('Handbook: written from the template in both languages.')
}
