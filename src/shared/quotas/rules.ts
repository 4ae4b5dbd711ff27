// What quotas compute besides the allocation: months worked, the table of sellers by periods, and the sum check.
import { sum } from '../math/sum.ts'
import type { SellerId, SellerRole } from '../people/types.ts'
import { dayNumber, type IsoDate } from '../units/date.ts'
import type { Period } from '../units/period.ts'
import { divide } from '../units/ratio.ts'
import { compoundCushion } from './cushion.ts'
import type {
  AllocationInputs,
  AllocationRequest,
  ForecastTarget,
  QuotaMonth,
  SheetRow,
  TargetSource
} from './types.ts'

/** The roles that carry a quota, so that they stand on the board even with nothing booked. */
const quotaRoles: readonly SellerRole[] = ['seller', 'account_manager']

/**
 * Says whether a role carries a quota.
 *
 * @param role what a person does
 * @returns true for sellers and account managers
 * @example carriesQuota('manager') // false
 */
export function carriesQuota(role: SellerRole): boolean {
  return quotaRoles.includes(role)
}

/** Employment dates, both included; null where nobody has said them, which counts as "always". */
export interface Employment {
  readonly hiredOn: IsoDate | null
  readonly leftOn: IsoDate | null
}

/**
 * Gives the share of a period's days on which somebody is employed.
 *
 * @param period both ends included
 * @param employment hire and leave date, both working days
 * @returns 0 to 1
 * @missing no hire date: employed since before; no leave date: still employed
 * @example activeRatio({ startsOn: isoDate(2028, 2, 1), endsOn: isoDate(2028, 2, 29) }, { hiredOn: isoDate(2028, 2, 29), leftOn: null }) // 1 / 29
 */
export function activeRatio(period: Pick<Period, 'startsOn' | 'endsOn'>, employment: Employment): number {
  const first = dayNumber(period.startsOn)
  const last = dayNumber(period.endsOn)
  const from = employment.hiredOn === null ? first : Math.max(first, dayNumber(employment.hiredOn))
  const to = employment.leftOn === null ? last : Math.min(last, dayNumber(employment.leftOn))
  return Math.max(0, to - from + 1) / (last - first + 1)
}

/**
 * Compares an amount with the one of the year before.
 *
 * @param nowMinor minor units
 * @param beforeMinor minor units
 * @returns growth: 0.1 is 10 % more
 * @missing null when there is no amount before, or it is not above 0: growth from nothing has no rate
 * @example growthOver(1100, 1000) // 0.1
 */
export function growthOver(nowMinor: number, beforeMinor: number | null): number | null {
  if (beforeMinor === null || beforeMinor <= 0) return null
  return nowMinor / beforeMinor - 1
}

/**
 * Adds monthly quotas up to the periods of a sheet.
 *
 * @param months quotas of one seller, by month key
 * @param periods each with the keys of its months
 * @returns one amount per period
 * @missing null for a period in which no month has a quota; a month without quota among others counts as nothing
 * @example sumPeriods(new Map([['FY2027-M01', 10]]), [['FY2027-M01', 'FY2027-M02'], ['FY2027-M03']]) // [10, null]
 */
export function sumPeriods(
  months: ReadonlyMap<string, number>,
  periods: readonly (readonly string[])[]
): (number | null)[] {
  return periods.map((keys) => {
    const set = keys.map((key) => months.get(key)).filter((amount) => amount !== undefined)
    return set.length === 0 ? null : sum(set)
  })
}

export interface SheetSeller extends Employment {
  readonly sellerId: SellerId
  readonly name: string
  readonly teamId: SheetRow['teamId']
  readonly activeMonths: number
  readonly lastYearMinor: number | null
}

/**
 * Lays quotas out as rows of sellers by periods, with what each is of the whole and against the year before.
 *
 * @param sellers the rows, in the order wanted
 * @param quotas months of the plan year; those of a seller who isn't listed are ignored
 * @param periods each with the keys of its months; together they are the year
 * @returns one row per seller and the sums of each period over all rows
 * @example layOutSheet([ana], [{ sellerId: ana.sellerId, periodKey: 'FY2027-M01', amountMinor: 10 }], [['FY2027-M01']]).totalsMinor // [10]
 */
export function layOutSheet(
  sellers: readonly SheetSeller[],
  quotas: readonly Pick<QuotaMonth, 'sellerId' | 'periodKey' | 'amountMinor'>[],
  periods: readonly (readonly string[])[]
): { rows: SheetRow[]; totalsMinor: number[] } {
  const bySeller = new Map<SellerId, Map<string, number>>()
  for (const { sellerId, periodKey, amountMinor } of quotas) {
    const months = bySeller.get(sellerId) ?? new Map<string, number>()
    months.set(periodKey, amountMinor)
    bySeller.set(sellerId, months)
  }
  const laidOut = sellers.map((seller) => {
    const amountsMinor = sumPeriods(bySeller.get(seller.sellerId) ?? new Map(), periods)
    const set = amountsMinor.filter((amount) => amount !== null)
    return { seller, amountsMinor, yearMinor: set.length === 0 ? null : sum(set) }
  })
  const all = sum(laidOut.map((row) => row.yearMinor ?? 0))
  const rows = laidOut.map(
    ({ seller, amountsMinor, yearMinor }): SheetRow => ({
      sellerId: seller.sellerId,
      name: seller.name,
      teamId: seller.teamId,
      hiredOn: seller.hiredOn,
      leftOn: seller.leftOn,
      activeMonths: seller.activeMonths,
      amountsMinor,
      yearMinor,
      shareRatio: yearMinor === null ? null : (divide(yearMinor, all) ?? null),
      lastYearMinor: seller.lastYearMinor,
      growthRatio: yearMinor === null ? null : growthOver(yearMinor, seller.lastYearMinor)
    })
  )
  return { rows, totalsMinor: periods.map((_, index) => sum(rows.map((row) => row.amountsMinor[index] ?? 0))) }
}

/** The parts of a forecast that a target is made from. */
export interface ForecastSpan {
  readonly points: readonly { periodKey: string; startsOn: IsoDate; endsOn: IsoDate; middleMinor: number }[]
}

/**
 * Takes a year's target from a forecast: the middles of its periods in the year, with what is already booked before them.
 *
 * @param forecast points in order, without gaps
 * @param year the plan year
 * @param bookedBeforeMinor gives the bookings from the year's first day to a day (not included)
 * @returns target in minor units, its parts, and whether the year is covered from its first day to its last
 * @missing null when no point of the forecast lies in the year
 * @example targetFromForecast({ points: fourQuartersOf2027 }, year2027, () => 0)?.coversYear // true
 */
export function targetFromForecast(
  forecast: ForecastSpan,
  year: Pick<Period, 'startsOn' | 'endsOn'>,
  bookedBeforeMinor: (day: IsoDate) => number
): Pick<ForecastTarget, 'periodKeys' | 'middleMinor' | 'bookedMinor' | 'targetMinor' | 'coversYear'> | null {
  const points = forecast.points.filter((point) => point.startsOn >= year.startsOn && point.endsOn <= year.endsOn)
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const middleMinor = sum(points.map((point) => point.middleMinor))
  const bookedMinor = first.startsOn > year.startsOn ? bookedBeforeMinor(first.startsOn) : 0
  return {
    periodKeys: points.map((point) => point.periodKey),
    middleMinor,
    bookedMinor,
    targetMinor: middleMinor + bookedMinor,
    coversYear: last.endsOn === year.endsOn
  }
}

/**
 * Turns what an allocation was computed from back into what was asked for, to ask the same again.
 *
 * @param inputs of an allocation
 * @param source of its target
 * @returns the request; several levels of cushion become the one they compound to
 * @example requestOf(inputs, { kind: 'typed' }).target // { kind: 'typed', amountMinor: inputs.targetMinor }
 */
export function requestOf(inputs: AllocationInputs, source: TargetSource): AllocationRequest {
  return {
    target:
      source.kind === 'typed'
        ? { kind: 'typed', amountMinor: inputs.targetMinor }
        : { kind: 'forecast', forecastId: source.forecastId, rank: source.rank ?? 'middle' },
    cushionRatio: compoundCushion(inputs.cushionRatios),
    method: inputs.method,
    blendWeights: inputs.blendWeights,
    noHistory: inputs.noHistory,
    baseYear: inputs.baseYear,
    phasing: inputs.phase.choice
  }
}
