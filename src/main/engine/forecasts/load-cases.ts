// Loads what cases start from: the company's monthly series, how deals went in the last twelve months, what is open, people and accounts.
import {
  countClosed,
  countFacts,
  findDataAsOf,
  findFirstMadeOn,
  listCloseLags,
  listDaysOpen,
  listMadeByMonth,
  listOpenDeals,
  listWonAmounts,
  listWonByAccount,
  listWonByCurrency,
  listWonByCustomer,
  listWonBySellerAndPeriod
} from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { listSellers } from '#engine/people/store.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { buildCaseBase, type CaseBaseAnswer, type CaseBaseInput } from '#shared/forecasts/case-base.ts'
import type { SellerMonths } from '#shared/forecasts/case-ramp.ts'
import type { CaseError } from '#shared/forecasts/case-target.ts'
import type { ForecastsError } from '#shared/forecasts/types.ts'
import { isActiveOn, type Seller } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { addDays, addMonths, daysBetween, type IsoDate, isoDate, monthOf, yearOf } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, type Period, periodOf, previousPeriod } from '#shared/units/period.ts'
import { loadSeries } from './load-series.ts'

export type LoadedBase = { ok: true; answer: CaseBaseAnswer } | { ok: false; error: ForecastsError | CaseError }

/** Months of sellers that the ramp of hires is measured in. */
const monthsOfSellers = 36

const baseTables = [
  'accounts',
  'exchange_rates',
  'forecast_settings',
  'imports',
  'one_off_deals',
  'opportunities',
  'plans',
  'scenarios',
  'sellers',
  'series_changes',
  'settings',
  'stages'
]

/** What the scenario's cases start from, made once until what it rests on changes. */
export function loadCaseBase(
  db: Reader,
  scenarioId: ScenarioId,
  asked: IsoDate | undefined,
  today: IsoDate
): LoadedBase {
  const dataAsOf = asked ?? findDataAsOf(db) ?? today
  return remember(db, `forecasts.caseBase ${scenarioId} ${dataAsOf}`, baseTables, () => make(db, scenarioId, dataAsOf))
}

function make(db: Reader, scenarioId: ScenarioId, dataAsOf: IsoDate): LoadedBase {
  const loaded = loadSeries(db, { scenarioId, grain: 'month', dataAsOf, cut: { kind: 'company' } })
  if (!loaded.ok) return loaded
  const { calendar, currency } = getSettings(db)
  const to = dataAsOf
  const from = addMonths(addDays(to, 1), -12)
  const window = { from, to, currency }
  const { firstWonOn } = countFacts(db, currency)
  const carriers = listSellers(db).filter(({ role }) => role === 'seller' || role === 'account_manager')
  const input: CaseBaseInput = {
    fiscalYear: getFiscalYear(db, scenarioId),
    calendar,
    series: loaded.value.series,
    window: { from, to },
    closed: countClosed(db, window),
    wonAmountsMinor: listWonAmounts(db, window),
    daysOpen: listDaysOpen(db, window),
    closeLags: listCloseLags(db, window),
    madeByMonth: loadMade(db, to, currency),
    openDeals: listOpenDeals(db, currency),
    sellers: loadSellerMonths(db, carriers, dataAsOf, calendar, currency),
    heads: {
      first: carriers.filter((seller) => isActiveOn(seller, from)).length,
      last: carriers.filter((seller) => isActiveOn(seller, to)).length,
      left: carriers.filter(({ leftOn }) => leftOn !== null && leftOn >= from && leftOn < to).length,
      hasLeavers: carriers.some(({ leftOn }) => leftOn !== null && leftOn <= to)
    },
    accounts: loadAccounts(db, window, firstWonOn),
    currencies: listWonByCurrency(db, window),
    customers: listWonByCustomer(db, window)
  }
  const made = buildCaseBase(input)
  if (made.ok) return made
  return made.reason === 'tooFar'
    ? { ok: false, error: { code: 'forecasts.caseYearTooFar', months: made.months } }
    : { ok: false, error: { code: 'forecasts.noSales' } }
}

/** Deals made in each of the last twelve whole calendar months, from the first month that knows of any. */
function loadMade(db: Reader, to: IsoDate, currency: CurrencyCode): number[] {
  const firstMadeOn = findFirstMadeOn(db)
  if (firstMadeOn === null) return []
  const firstOf = (date: IsoDate): IsoDate => isoDate(yearOf(date), monthOf(date), 1)
  const end = firstOf(addDays(to, 1))
  const months = Array.from({ length: 12 }, (_, at) => addMonths(end, at - 12)).filter(
    (month) => month >= firstOf(firstMadeOn)
  )
  const [start] = months
  if (start === undefined) return []
  const counts = new Map(
    listMadeByMonth(db, { from: start, to: addDays(end, -1), currency }).map((row) => [row.monthOn, row.deals])
  )
  return months.map((month) => counts.get(month) ?? 0)
}

function loadSellerMonths(
  db: Reader,
  carriers: readonly Seller[],
  dataAsOf: IsoDate,
  calendar: FiscalCalendar,
  currency: CurrencyCode
): SellerMonths[] {
  const periods: Period[] = []
  let period = periodOf(addDays(dataAsOf, 1), 'month', calendar)
  while (periods.length < monthsOfSellers) {
    period = previousPeriod(period, calendar)
    periods.unshift(period)
  }
  const at = new Map(periods.map((each, index) => [each.key, index]))
  const won = new Map<number, number[]>()
  for (const row of listWonBySellerAndPeriod(db, periods, currency)) {
    if (row.sellerId === null) continue
    const months = won.get(row.sellerId) ?? periods.map(() => 0)
    const index = at.get(row.periodKey)
    if (index !== undefined) months[index] = row.amountMinor
    won.set(row.sellerId, months)
  }
  return carriers.map((seller) => {
    const hiredAt = periods.findIndex(
      ({ startsOn, endsOn }) => seller.hiredOn !== null && startsOn <= seller.hiredOn && seller.hiredOn <= endsOn
    )
    return {
      hiredAt: hiredAt < 0 ? null : hiredAt,
      workedByMonth: periods.map((each) => workedPart(seller, each)),
      wonByMonthMinor: won.get(seller.id) ?? periods.map(() => 0)
    }
  })
}

/** The part of a month's days on which somebody is employed. */
function workedPart({ hiredOn, leftOn }: Seller, { startsOn, endsOn }: Period): number {
  const from = hiredOn !== null && hiredOn > startsOn ? hiredOn : startsOn
  const to = leftOn !== null && leftOn < endsOn ? leftOn : endsOn
  return Math.max(0, daysBetween(from, to) + 1) / (daysBetween(startsOn, endsOn) + 1)
}

/** Accounts that bought in the twelve months before the window; null unless the data reach back to about their beginning. */
function loadAccounts(
  db: Reader,
  window: { from: IsoDate; to: IsoDate; currency: CurrencyCode },
  firstWonOn: IsoDate | null
): CaseBaseInput['accounts'] {
  const before = { from: addMonths(window.from, -12), to: addDays(window.from, -1), currency: window.currency }
  if (firstWonOn === null || firstWonOn > addMonths(before.from, 1)) return null
  const after = new Map(listWonByAccount(db, window).map((row) => [row.accountId, row.amountMinor]))
  return listWonByAccount(db, before).map(({ accountId, amountMinor }) => ({
    beforeMinor: amountMinor,
    afterMinor: after.get(accountId) ?? 0
  }))
}
