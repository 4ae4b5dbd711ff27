// Loads what an allocation is computed from: sellers with their months and history, the company's season, the base years.
import { countFacts, findDataAsOf, listWonByPeriod, listWonBySellerAndPeriod } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { listSellers } from '#engine/people/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { sum } from '#shared/math/sum.ts'
import type { Seller, SellerId } from '#shared/people/types.ts'
import { flatPhase, type HistoryYear, learnPhase } from '#shared/quotas/phase.ts'
import { activeRatio, carriesQuota } from '#shared/quotas/rules.ts'
import type { AllocationSetup, Phase, PhasingChoice, SellerBase } from '#shared/quotas/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, fiscalYearOf, type Period, periodsOfYear } from '#shared/units/period.ts'

/** What is the same for every question about one fiscal year. */
export interface YearFrame {
  fiscalYear: number
  year: Period
  months: readonly Period[]
  calendar: FiscalCalendar
  currency: CurrencyCode
}

export function frameYear(db: Reader, fiscalYear: number): YearFrame {
  const { calendar, currency } = getSettings(db)
  const year = periodsOfYear(fiscalYear, 'year', calendar)[0]
  if (year === undefined) throw new Error(`there is no fiscal year ${fiscalYear}`)
  return { fiscalYear, year, months: periodsOfYear(fiscalYear, 'month', calendar), calendar, currency }
}

/** Won bookings of a year by seller and month; `null` holds the deals of nobody known. */
export function loadHistory(db: Reader, { months, currency }: YearFrame): Map<SellerId | null, number[]> {
  const position = new Map(months.map((month, index) => [month.key, index]))
  const history = new Map<SellerId | null, number[]>()
  for (const { sellerId, periodKey, amountMinor } of listWonBySellerAndPeriod(db, months, currency)) {
    const row = history.get(sellerId) ?? months.map(() => 0)
    const index = position.get(periodKey)
    if (index !== undefined) row[index] = (row[index] ?? 0) + amountMinor
    history.set(sellerId, row)
  }
  return history
}

export const activeMonths = (seller: Pick<Seller, 'hiredOn' | 'leftOn'>, { months }: YearFrame): number[] =>
  months.map((month) => activeRatio(month, seller))

/** People whose role carries a quota and who work in the year at all, by name. */
export const listCarriers = (db: Reader, frame: YearFrame): Seller[] =>
  listSellers(db).filter((seller) => carriesQuota(seller.role) && sum(activeMonths(seller, frame)) > 0)

/** Sellers as the methods see them, with the whole company's history of the base year beside. */
export function loadBases(
  db: Reader,
  frame: YearFrame,
  baseYear: number
): { sellers: SellerBase[]; companyHistoryMinor: number } {
  const base = frameYear(db, baseYear)
  const history = loadHistory(db, base)
  const sellers = listCarriers(db, frame).map((seller) => ({
    sellerId: seller.id,
    name: seller.name,
    activeByMonth: activeMonths(seller, frame),
    baseActiveByMonth: activeMonths(seller, base),
    historyByMonthMinor: history.get(seller.id) ?? null
  }))
  return { sellers, companyHistoryMinor: sum([...history.values()].map(sum)) }
}

/** The fiscal years from the first won deal to the day up to which facts are known. */
function knownYears(
  db: Reader,
  { calendar, currency }: YearFrame
): { years: number[]; firstWonOn: IsoDate; asOf: IsoDate } | undefined {
  const { firstWonOn, lastWonOn } = countFacts(db, currency)
  if (firstWonOn === null || lastWonOn === null) return undefined
  const asOf = findDataAsOf(db) ?? lastWonOn
  const first = fiscalYearOf(firstWonOn, calendar)
  const last = fiscalYearOf(lastWonOn, calendar)
  return { years: Array.from({ length: last - first + 1 }, (_, index) => first + index), firstWonOn, asOf }
}

/** How many days before a year's end the records may stop for the year still to count as whole. */
const quietDaysAtYearEnd = 6

/** The season of the company, learnt from the years before the plan year, or flat. */
export function loadPhase(db: Reader, frame: YearFrame, choice: PhasingChoice): Phase {
  if (choice === 'flat') return flatPhase
  const known = knownYears(db, frame)
  if (known === undefined) return learnPhase([])
  const years = known.years.filter((fiscalYear) => fiscalYear < frame.fiscalYear)
  // A plan for the only year there is can't learn from years before it.
  const used = years.length > 0 ? years : known.years.slice(0, 1)
  return learnPhase(
    used.map((fiscalYear): HistoryYear => {
      const { months, year } = frameYear(db, fiscalYear)
      const booked = new Map(listWonByPeriod(db, months, frame.currency).map((row) => [row.periodKey, row.amountMinor]))
      const firstMonth = months[0]
      return {
        fiscalYear,
        monthsMinor: months.map((month) => booked.get(month.key) ?? 0),
        isWhole:
          firstMonth !== undefined &&
          known.firstWonOn <= firstMonth.endsOn &&
          known.asOf >= addDays(year.endsOn, -quietDaysAtYearEnd)
      }
    })
  )
}

/** The years that can be the base, newest first, with what was won in them. */
export function listBaseYears(db: Reader, frame: YearFrame): AllocationSetup['baseYears'] {
  const years = knownYears(db, frame)?.years ?? []
  return years
    .map((fiscalYear) => {
      const { year } = frameYear(db, fiscalYear)
      const won = listWonByPeriod(db, [year], frame.currency)[0]
      return {
        fiscalYear,
        deals: won?.deals ?? 0,
        amountMinor: won?.amountMinor ?? 0,
        isPlanYear: fiscalYear === frame.fiscalYear
      }
    })
    .filter((each) => each.deals > 0 && each.fiscalYear <= frame.fiscalYear)
    .reverse()
}
