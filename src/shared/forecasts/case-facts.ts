// What the data say about the quantities that levers of a case move, each with how much it stands on; null with a reason where they don't tell.
import { mean } from '#shared/math/mean.ts'
import { standardDeviation } from '#shared/math/standard-deviation.ts'
import { sum } from '#shared/math/sum.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, periodByKey } from '#shared/units/period.ts'
import type { OpenDeal } from './case-open.ts'
import { fullYield, measureRamp, type SellerMonths } from './case-ramp.ts'
import type { CaseBase } from './case-types.ts'
import type { SalesSeries } from './types.ts'

/** Fewer than this many don't tell a rate. */
const fewest = 5
/** Deals that took longer than this count in the last month. */
const longestLag = 24
const mostSeasons = 5

export type MissingReason =
  | 'noClosed'
  /** Nothing is recorded as lost, so a rate would be 1. */
  | 'noLost'
  | 'noWon'
  | 'noCreatedDates'
  | 'fewDeals'
  | 'noSellers'
  /** Nobody is recorded as having left, which may as well be that it isn't recorded. */
  | 'noLeavers'
  | 'fewHires'
  /** Hires didn't come to what others bring within the time looked at. */
  | 'neverFull'
  | 'shortHistory'
  | 'noAccounts'

export interface MissingFact {
  readonly fact: keyof CaseBase['measured'] | 'existing' | 'closeLag'
  readonly reason: MissingReason
}

export interface FactsInput {
  readonly series: SalesSeries
  readonly calendar: FiscalCalendar
  /** The twelve months up to the last day of the data. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate }
  readonly closed: { readonly won: number; readonly lost: number }
  readonly wonAmountsMinor: readonly number[]
  readonly daysOpen: readonly { readonly days: number; readonly deals: number }[]
  readonly closeLags: readonly { readonly months: number; readonly deals: number }[]
  /** Deals made in each whole calendar month of the window since the first one known, those without any as 0. */
  readonly madeByMonth: readonly number[]
  readonly openDeals: readonly OpenDeal[]
  /** People who carry a quota, with the months they worked and what they won in each. */
  readonly sellers: readonly SellerMonths[]
  /** Carriers at work on the first and on the last day of the window, how many left within it, and whether anyone is recorded to have left ever. */
  readonly heads: {
    readonly first: number
    readonly last: number
    readonly left: number
    readonly hasLeavers: boolean
  }
  /** What each account that bought in the twelve months before the window brought then and in the window; null when the data don't go back so far. */
  readonly accounts: readonly { readonly beforeMinor: number; readonly afterMinor: number }[] | null
  readonly currencies: readonly { readonly currency: CurrencyCode; readonly amountMinor: number }[]
  readonly customers: readonly { readonly isExisting: boolean | null; readonly amountMinor: number }[]
}

export interface MeasuredFacts {
  readonly measured: CaseBase['measured']
  readonly closeLagRatios: readonly number[]
  readonly existingRatio: number | null
  readonly missing: readonly MissingFact[]
}

/**
 * Measures what levers are compared with.
 *
 * Win rate: won of won and lost. Deal size: mean of won deals. Cycle: median days from made to won. Leads: deals made a month. Yield: won in
 * the window over the months worked, by sellers who have been there for longer than the longest ramp. Attrition: who left over the mean of heads
 * at both ends. Churn: of the accounts that bought in the year before, the part that bought nothing since; expansion: growth of what the others
 * bought. Seasonality: a month's mean share of whole years, times 12.
 *
 * @param input rows of the window, minor units of one currency
 * @returns the facts with their n
 * @missing a fact is null where there are fewer than five cases or the data don't record it; every null has an entry in `missing`
 * @source logo churn and net expansion as subscription businesses report them; the rest are plain shares, means and medians
 * @example measureFacts({ ...input, closed: { won: 3, lost: 0 } }).measured.winRatio // null
 */
export function measureFacts(input: FactsInput): MeasuredFacts {
  const missing: MissingFact[] = []
  const lacks = (fact: MissingFact['fact'], reason: MissingReason): null => {
    missing.push({ fact, reason })
    return null
  }
  const closedCount = input.closed.won + input.closed.lost
  const wonCount = input.wonAmountsMinor.length
  const timed = sum(input.daysOpen.map((each) => each.deals))
  const full = fullYield(input.sellers)
  const ramp = measureRamp(input.sellers)
  const measured: CaseBase['measured'] = {
    winRatio:
      closedCount === 0
        ? lacks('winRatio', 'noClosed')
        : input.closed.lost === 0
          ? lacks('winRatio', 'noLost')
          : closedCount < fewest
            ? lacks('winRatio', 'fewDeals')
            : { value: input.closed.won / closedCount, n: closedCount },
    dealSizeMinor:
      wonCount === 0
        ? lacks('dealSizeMinor', 'noWon')
        : {
            value: Math.round(mean(input.wonAmountsMinor) ?? 0),
            n: wonCount,
            logDeviation: standardDeviation(input.wonAmountsMinor.filter((amount) => amount > 0).map(Math.log)) ?? null
          },
    cycleDays:
      timed === 0 ? lacks('cycleDays', 'noCreatedDates') : { value: medianOf(input.daysOpen, timed), n: timed },
    dealsPerMonth:
      input.madeByMonth.length === 0
        ? lacks('dealsPerMonth', 'noCreatedDates')
        : { value: sum(input.madeByMonth) / input.madeByMonth.length, months: input.madeByMonth.length },
    sellers: input.heads.last,
    yieldPerSellerMinor: full === null ? lacks('yieldPerSellerMinor', 'noSellers') : Math.round(full),
    rampMonths: ramp.ok ? ramp.months : lacks('rampMonths', ramp.reason),
    attritionRatio: attritionOf(input, lacks),
    churnRatio: null,
    expansionRatio: null,
    currencies: currenciesOf(input),
    seasonality: seasonalityOf(input) ?? lacks('seasonality', 'shortHistory')
  }
  const lags = sum(input.closeLags.map((each) => each.deals))
  if (lags === 0) lacks('closeLag', 'noCreatedDates')
  const known = input.customers.filter((each) => each.isExisting !== null)
  const knownMinor = sum(known.map((each) => each.amountMinor))
  return {
    measured: { ...measured, ...accountFacts(input, lacks) },
    closeLagRatios: lags === 0 ? [] : lagRatios(input.closeLags, lags),
    existingRatio:
      knownMinor > 0
        ? sum(known.filter((each) => each.isExisting).map((each) => each.amountMinor)) / knownMinor
        : lacks('existing', 'noAccounts'),
    missing
  }
}

type Lacks = (fact: MissingFact['fact'], reason: MissingReason) => null

function attritionOf({ heads }: FactsInput, lacks: Lacks): CaseBase['measured']['attritionRatio'] {
  const middle = (heads.first + heads.last) / 2
  if (middle < 1) return lacks('attritionRatio', 'noSellers')
  if (!heads.hasLeavers) return lacks('attritionRatio', 'noLeavers')
  return { value: heads.left / middle, n: Math.round(middle) }
}

function accountFacts(
  { accounts }: FactsInput,
  lacks: Lacks
): Pick<CaseBase['measured'], 'churnRatio' | 'expansionRatio'> {
  const none = (reason: MissingReason) => ({
    churnRatio: lacks('churnRatio', reason),
    expansionRatio: lacks('expansionRatio', reason)
  })
  if (accounts === null) return none('shortHistory')
  const before = sum(accounts.map((each) => each.beforeMinor))
  if (accounts.length < fewest || before <= 0) return none('noAccounts')
  const n = accounts.length
  const stayed = accounts.filter((each) => each.afterMinor > 0)
  const stayedBefore = sum(stayed.map((each) => each.beforeMinor))
  return {
    churnRatio: { value: 1 - stayed.length / n, n },
    expansionRatio:
      stayedBefore <= 0
        ? lacks('expansionRatio', 'noAccounts')
        : { value: sum(stayed.map((each) => each.afterMinor)) / stayedBefore - 1, n: stayed.length }
  }
}

function currenciesOf({ currencies }: FactsInput): CaseBase['measured']['currencies'] {
  const whole = sum(currencies.map((each) => each.amountMinor))
  if (whole <= 0) return []
  return currencies.map(({ currency, amountMinor }) => ({ currency, shareRatio: amountMinor / whole }))
}

/** Whole years back from the newest complete month: every month of the year is in it equally often. */
function seasonalityOf({ series, calendar }: FactsInput): number[] | null {
  const years = Math.min(mostSeasons, Math.floor(series.points.length / 12))
  if (years < 2) return null
  const byMonth = Array.from({ length: 12 }, () => 0)
  for (const point of series.points.slice(-12 * years)) {
    const at = (periodByKey(point.periodKey, calendar)?.index ?? 1) - 1
    byMonth[at] = (byMonth[at] ?? 0) + point.amountMinor
  }
  const whole = sum(byMonth)
  return whole > 0 ? byMonth.map((amount) => (amount / whole) * 12) : null
}

function lagRatios(lags: FactsInput['closeLags'], whole: number): number[] {
  const last = Math.min(longestLag, Math.max(...lags.map((each) => each.months)))
  const deals = Array.from({ length: last + 1 }, () => 0)
  for (const each of lags) {
    const at = Math.min(last, each.months)
    deals[at] = (deals[at] ?? 0) + each.deals
  }
  return deals.map((count) => count / whole)
}

/** Half of the deals are below it or at it, from counts in order. */
function medianOf(counts: FactsInput['daysOpen'], whole: number): number {
  const valueAt = (place: number): number => {
    let seen = 0
    for (const { days, deals } of counts) {
      seen += deals
      if (seen > place) return days
    }
    return counts.at(-1)?.days ?? 0
  }
  return (valueAt(Math.floor((whole - 1) / 2)) + valueAt(Math.floor(whole / 2))) / 2
}
