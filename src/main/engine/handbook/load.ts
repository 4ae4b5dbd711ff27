// Reads from the stores of other domains what the handbook's fields are filled from. Nothing is computed here but sums by territory.
import { listPayPlans, listPlanMembers } from '#engine/compensation/store.ts'
import {
  findDataAsOf,
  listAccountNames,
  listWonByAccountAndSeller,
  listWonByPeriod,
  listWonBySellerAndPeriod
} from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { findScenario, getFiscalYear } from '#engine/plans/store.ts'
import { findLatestAllocation, listQuotas } from '#engine/quotas/store.ts'
import { listCoverage, listPlacements, listTerritories } from '#engine/territories/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { computePay } from '#shared/compensation/index.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type {
  HandbookAllocation,
  HandbookPayPlan,
  HandbookResults,
  HandbookSeller,
  HandbookTerritory,
  HandbookValues
} from '#shared/handbook/values.ts'
import { type SellerRow, sellerRows, sellersActiveWithin } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { allocate } from '#shared/quotas/index.ts'
import { type IsoDate, isWithin, parseIsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'

function getYear(fiscalYear: number, calendar: FiscalCalendar): Period {
  const [year] = periodsOfYear(fiscalYear, 'year', calendar)
  if (year === undefined) throw new Error(`there is no fiscal year ${fiscalYear}`)
  return year
}

/** The day of an instant, as far as a printed date needs it. */
const dayOf = (instant: string): IsoDate | null => parseIsoDate(instant.slice(0, 10)) ?? null

/** The day whose teams and territories the handbook shows: today within the year, else the end of the year nearest to today. */
const shownDay = (year: Period, today: IsoDate): IsoDate =>
  today < year.startsOn ? year.startsOn : today > year.endsOn ? year.endsOn : today

function loadResults(
  db: Reader,
  year: Period,
  calendar: FiscalCalendar,
  currency: CurrencyCode,
  names: ReadonlyMap<number, string>
): HandbookResults | null {
  const quarters = periodsOfYear(year.fiscalYear, 'quarter', calendar)
  const byQuarter = listWonByPeriod(db, quarters, currency)
  if (byQuarter.length === 0) return null
  const sellers = listWonBySellerAndPeriod(db, [year], currency)
  return {
    fiscalYear: year.fiscalYear,
    deals: byQuarter.reduce((sum, each) => sum + each.deals, 0),
    bookingsMinor: byQuarter.reduce((sum, each) => sum + each.amountMinor, 0),
    quarters: byQuarter.flatMap(({ periodKey, deals, amountMinor }) => {
      const quarter = quarters.find(({ key }) => key === periodKey)
      return quarter === undefined ? [] : [{ index: quarter.index, deals, bookingsMinor: amountMinor }]
    }),
    sellers: sellers
      .map(({ sellerId, deals, amountMinor }) => ({
        name: sellerId === null ? null : (names.get(sellerId) ?? null),
        deals,
        bookingsMinor: amountMinor
      }))
      .sort((a, b) => b.bookingsMinor - a.bookingsMinor)
  }
}

function loadTerritories(
  db: Reader,
  scenarioId: ScenarioId,
  on: IsoDate,
  lastYear: Period,
  currency: CurrencyCode,
  hasResults: boolean
): { territories: HandbookTerritory[]; accountsWithoutTerritory: number } {
  const placements = listPlacements(db, scenarioId, on)
  const coverage = listCoverage(db, scenarioId).filter((each) => isWithin(on, each.fromOn, each.toOn))
  const won = new Map<AccountId, number>()
  for (const { accountId, amountMinor } of listWonByAccountAndSeller(db, {
    from: lastYear.startsOn,
    to: lastYear.endsOn,
    currency
  }))
    if (accountId !== null) won.set(accountId, (won.get(accountId) ?? 0) + amountMinor)
  const all = listTerritories(db, scenarioId)
  const parents = new Set(all.map((territory) => territory.parentId))
  const territories = all.flatMap((territory): HandbookTerritory[] => {
    const accounts = placements.filter(({ territoryId }) => territoryId === territory.id)
    const sellers = coverage.filter(({ territoryId }) => territoryId === territory.id)
    // A territory that only holds others has nothing of its own to print.
    if (parents.has(territory.id) && accounts.length === 0 && sellers.length === 0) return []
    return [
      {
        name: territory.name,
        teamName: territory.teamName,
        sellers: sellers.map(({ sellerId, sellerName }) => ({ id: sellerId, name: sellerName })),
        accounts: accounts.length,
        bookingsMinor: hasResults ? accounts.reduce((sum, { accountId }) => sum + (won.get(accountId) ?? 0), 0) : null
      }
    ]
  })
  const placed = new Set(placements.map(({ accountId }) => accountId))
  const left = all.length === 0 ? [] : listAccountNames(db).filter(({ id }) => !placed.has(id))
  return { territories, accountsWithoutTerritory: left.length }
}

function loadPayPlans(
  db: Reader,
  scenarioId: ScenarioId,
  people: ReadonlyMap<number, SellerRow>,
  calendar: FiscalCalendar
): HandbookPayPlan[] {
  const fiscalYear = getFiscalYear(db, scenarioId)
  return listPayPlans(db, scenarioId).map(({ id, name, rules }) => {
    const stretches = listPlanMembers(db, id).map(({ sellerId, targetPayMinor, fromOn, toOn }) => {
      const seller = people.get(sellerId)
      const own = seller?.payCurrency === rules.currency ? seller.variablePayMinor : null
      return { sellerId, targetPayMinor: targetPayMinor ?? own, fromOn, toOn }
    })
    // The plan's own calculation says what of a target belongs to the days of each; nothing needs to have been sold for that.
    const { summaries } = computePay({
      rules,
      calendar,
      fiscalYear,
      throughPeriodKey: null,
      members: stretches,
      people: [...people.values()].map((seller) => ({
        sellerId: seller.id,
        hiredOn: seller.hiredOn,
        leftOn: seller.leftOn
      })),
      teams: [],
      memberships: [],
      quotas: [],
      credits: []
    })
    // Someone with two stretches under one plan is one member; the later stretch says the target pay in force.
    const members = new Map(stretches.map((stretch) => [stretch.sellerId, stretch]))
    return {
      id,
      name,
      rules,
      members: [...members.values()].map(({ sellerId, targetPayMinor }) => {
        const parts = summaries.filter((each) => each.sellerId === sellerId).map((each) => each.targetPayMinor)
        const isKnown = targetPayMinor !== null && parts.every((part) => part !== null)
        const targetInYearMinor = isKnown ? parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) : null
        return { sellerId, targetPayMinor, targetInYearMinor }
      })
    }
  })
}

function loadAllocation(db: Reader, scenarioId: ScenarioId): HandbookAllocation | null {
  const last = findLatestAllocation(db, scenarioId)
  const madeOn = last === undefined ? null : dayOf(last.madeAt)
  if (last === undefined || madeOn === null) return null
  const shared = allocate(last.inputs)
  return {
    method: last.inputs.method,
    source: last.source.kind,
    targetMinor: last.targetMinor,
    streetMinor: shared.ok ? shared.value.streetMinor : last.targetMinor,
    baseYear: last.inputs.baseYear,
    madeOn
  }
}

const toSeller = (row: SellerRow, currency: CurrencyCode): HandbookSeller => ({
  id: row.id,
  name: row.name,
  role: row.role,
  teamName: row.teamName,
  leaderName: row.managerName,
  hiredOn: row.hiredOn,
  leftOn: row.leftOn,
  basePayMinor: row.payCurrency === currency ? row.basePayMinor : null,
  variablePayMinor: row.payCurrency === currency ? row.variablePayMinor : null
})

/** All values of a scenario; undefined when there is no such scenario. */
export function loadValues(db: Reader, scenarioId: ScenarioId, today: IsoDate): HandbookValues | undefined {
  const scenario = findScenario(db, scenarioId)
  if (scenario === undefined) return undefined
  const { company, currency, calendar, numberLocale } = getSettings(db)
  const year = getYear(getFiscalYear(db, scenarioId), calendar)
  const lastYear = getYear(year.fiscalYear - 1, calendar)
  const on = shownDay(year, today)
  const { sellers, teams, memberships, aliases } = loadPeople(db)
  const people = new Map(sellerRows(sellers, teams, memberships, aliases, on).map((row) => [row.id, row]))
  const results = loadResults(
    db,
    lastYear,
    calendar,
    currency,
    new Map(sellers.map((seller) => [seller.id, seller.name]))
  )
  const quotas = listQuotas(db, scenarioId).flatMap(({ sellerId, periodKey, amountMinor }) => {
    const startsOn = periodByKey(periodKey, calendar)?.startsOn
    return startsOn === undefined ? [] : [{ sellerId, periodKey, amountMinor, startsOn }]
  })
  const payPlans = loadPayPlans(db, scenarioId, people, calendar)
  // Whoever has a quota or a pay plan is part of the handbook, even where the dates of employment say otherwise.
  const concerned = new Set([
    ...sellersActiveWithin(sellers, year).map(({ id }) => id),
    ...quotas.map(({ sellerId }) => sellerId),
    ...payPlans.flatMap(({ members }) => members.map(({ sellerId }) => sellerId))
  ])
  return {
    company,
    currency,
    numberLocale,
    fiscalYear: year.fiscalYear,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    quarters: periodsOfYear(year.fiscalYear, 'quarter', calendar),
    scenarioName: scenario.name,
    approvedOn: scenario.approvedAt === null ? null : dayOf(scenario.approvedAt),
    versionOn: today,
    dataAsOf: findDataAsOf(db) ?? null,
    sellers: [...people.values()].filter(({ id }) => concerned.has(id)).map((row) => toSeller(row, currency)),
    results,
    ...loadTerritories(db, scenarioId, on, lastYear, currency, results !== null),
    allocation: loadAllocation(db, scenarioId),
    quotas,
    payPlans
  }
}
