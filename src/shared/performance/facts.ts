// Adds up what was closed: by seller and period, and by the team the seller was in on the close date.
import { groupBy } from '../math/group-by.ts'
import { membershipOn } from '../people/index.ts'
import type { Membership, SellerId, Team, TeamId } from '../people/types.ts'
import { addDays, dayNumber, type IsoDate } from '../units/date.ts'
import type { Period } from '../units/period.ts'
import type { Facts } from './types.ts'

export const noFacts: Facts = {
  wonDeals: 0,
  wonDealsWithAmount: 0,
  wonMinor: 0,
  lostDeals: 0,
  quotaMinor: null,
  dueMinor: null,
  dealsEver: 0
}

const addIfAny = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0)

/**
 * Adds two sets of facts.
 *
 * @param a facts of one seller, team or period
 * @param b facts of another that shares no deal with the first
 * @returns their sum
 * @missing a quota is null only when neither has one
 * @example addFacts({ ...noFacts, quotaMinor: 5 }, noFacts).quotaMinor // 5
 */
export function addFacts(a: Facts, b: Facts): Facts {
  return {
    wonDeals: a.wonDeals + b.wonDeals,
    wonDealsWithAmount: a.wonDealsWithAmount + b.wonDealsWithAmount,
    wonMinor: a.wonMinor + b.wonMinor,
    lostDeals: a.lostDeals + b.lostDeals,
    quotaMinor: addIfAny(a.quotaMinor, b.quotaMinor),
    dueMinor: addIfAny(a.dueMinor, b.dueMinor),
    dealsEver: a.dealsEver + b.dealsEver
  }
}

/** A stretch of days within a period in which nobody changes team. */
export interface Slice {
  readonly key: string
  readonly periodKey: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/**
 * Cuts periods where anybody changes team, so that sums over each piece belong to one team per seller.
 *
 * @param periods in order; they don't overlap
 * @param memberships of everybody
 * @returns the pieces in order; together they are the periods
 * @example cutAtChanges([april], [{ fromOn: '2027-04-16', toOn: null }]).map((s) => s.startsOn) // ['2027-04-01', '2027-04-16']
 */
export function cutAtChanges(
  periods: readonly Pick<Period, 'key' | 'startsOn' | 'endsOn'>[],
  memberships: readonly Pick<Membership, 'fromOn' | 'toOn'>[]
): Slice[] {
  const starts = new Set<IsoDate>()
  for (const { fromOn, toOn } of memberships) {
    if (fromOn !== null) starts.add(fromOn)
    if (toOn !== null) starts.add(addDays(toOn, 1))
  }
  const sorted = [...starts].sort()
  return periods.flatMap((period) => {
    const cuts = [period.startsOn, ...sorted.filter((day) => day > period.startsOn && day <= period.endsOn)]
    return cuts.map((startsOn, index) => {
      const next = cuts[index + 1]
      const endsOn = next === undefined ? period.endsOn : addDays(next, -1)
      return { key: `${period.key}/${index}`, periodKey: period.key, startsOn, endsOn }
    })
  })
}

/**
 * Splits a year into a period and what lies before and after it, so that one reading of the deals serves both.
 *
 * @param year the fiscal year
 * @param period lies in the year
 * @returns one to three pieces in order; the period keeps its key
 * @example piecesAround(fy2027, q2).map((piece) => piece.key) // ['before', 'FY2027-Q2', 'after']
 */
export function piecesAround(
  year: Pick<Period, 'startsOn' | 'endsOn'>,
  period: Pick<Period, 'key' | 'startsOn' | 'endsOn'>
): Pick<Period, 'key' | 'startsOn' | 'endsOn'>[] {
  const pieces: Pick<Period, 'key' | 'startsOn' | 'endsOn'>[] = [period]
  if (year.startsOn < period.startsOn) {
    pieces.unshift({ key: 'before', startsOn: year.startsOn, endsOn: addDays(period.startsOn, -1) })
  }
  if (year.endsOn > period.endsOn) {
    pieces.push({ key: 'after', startsOn: addDays(period.endsOn, 1), endsOn: year.endsOn })
  }
  return pieces
}

/** A monthly quota with the days of its month. */
export interface QuotaSpan {
  readonly sellerId: SellerId
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly amountMinor: number
}

/**
 * Gives the part of a month's quota that falls into a period.
 *
 * A month that lies in the period counts whole; one that only overlaps (weeks) counts by its days, rounded.
 *
 * @param span a monthly quota
 * @param period both ends included
 * @returns minor units
 * @missing undefined when the month lies outside
 * @example quotaWithin({ startsOn: '2027-04-01', endsOn: '2027-04-30', amountMinor: 300, sellerId }, firstTenDaysOfApril) // 100
 */
export function quotaWithin(span: QuotaSpan, period: Pick<Period, 'startsOn' | 'endsOn'>): number | undefined {
  if (span.endsOn < period.startsOn || span.startsOn > period.endsOn) return undefined
  if (span.startsOn >= period.startsOn && span.endsOn <= period.endsOn) return span.amountMinor
  const first = Math.max(dayNumber(span.startsOn), dayNumber(period.startsOn))
  const last = Math.min(dayNumber(span.endsOn), dayNumber(period.endsOn))
  const days = dayNumber(span.endsOn) - dayNumber(span.startsOn) + 1
  return Math.round((span.amountMinor * (last - first + 1)) / days)
}

/** What was closed by a seller in a slice; `sellerId` null is deals of nobody known. */
export interface ClosedInSlice {
  readonly sellerId: SellerId | null
  readonly sliceKey: string
  readonly wonDeals: number
  readonly wonDealsWithAmount: number
  readonly wonMinor: number
  readonly lostDeals: number
}

export interface FactSources {
  readonly periods: readonly Pick<Period, 'key' | 'startsOn' | 'endsOn'>[]
  readonly slices: readonly Slice[]
  readonly closed: readonly ClosedInSlice[]
  readonly quotas: readonly QuotaSpan[]
  /** The day up to which quota is due. */
  readonly asOf: IsoDate
  readonly dealsEver: ReadonlyMap<SellerId, number>
  readonly memberships: readonly Pick<Membership, 'sellerId' | 'teamId' | 'fromOn' | 'toOn'>[]
  readonly teams: readonly Pick<Team, 'id' | 'parentId'>[]
}

export interface FactTable {
  /** Facts of a seller in a period. */
  ofSeller: (sellerId: SellerId, periodKey: string) => Facts
  /** Facts of a team and the teams below it in a period. */
  ofTeam: (teamId: TeamId, periodKey: string) => Facts
  /** Everything in a period, with deals of nobody known. */
  ofAll: (periodKey: string) => Facts
  /** Deals of nobody known in a period. */
  ofNobody: (periodKey: string) => Facts
  /** Sellers with closed deals or a quota in any of the periods. */
  sellerIds: ReadonlySet<SellerId>
}

/**
 * Adds closed deals and quotas up by seller, team and period.
 *
 * A deal counts for the team its seller was in on the close date and for all teams above it; a month's quota for the team
 * on the month's first day.
 *
 * @param sources rows by slice (see cutAtChanges), quotas, memberships and the team tree
 * @returns look-ups; whoever has nothing gets facts of zero without quota
 * @example tabulate(sources).ofAll('FY2027-Q1').wonMinor // 1847300
 */
export function tabulate(sources: FactSources): FactTable {
  const table = new Map<string, Facts>()
  const add = (who: string, periodKey: string, facts: Partial<Facts>) => {
    const key = `${who} ${periodKey}`
    table.set(key, addFacts(table.get(key) ?? noFacts, { ...noFacts, ...facts }))
  }
  const parents = new Map(sources.teams.map((team) => [team.id, team.parentId]))
  const memberships = groupBy(sources.memberships, (membership) => membership.sellerId)
  const addWithTeams = (sellerId: SellerId, on: IsoDate, periodKey: string, facts: Partial<Facts>) => {
    add(`seller ${sellerId}`, periodKey, facts)
    add('all', periodKey, facts)
    const seen = new Set<TeamId>()
    let teamId = membershipOn(memberships.get(sellerId) ?? [], on)?.teamId ?? null
    while (teamId !== null && !seen.has(teamId)) {
      seen.add(teamId)
      add(`team ${teamId}`, periodKey, facts)
      teamId = parents.get(teamId) ?? null
    }
  }

  const slices = new Map(sources.slices.map((slice) => [slice.key, slice]))
  const sellerIds = new Set<SellerId>()
  for (const { sellerId, sliceKey, ...facts } of sources.closed) {
    const slice = slices.get(sliceKey)
    if (slice === undefined) continue
    if (sellerId === null) {
      add('all', slice.periodKey, { ...facts, dealsEver: facts.wonDeals + facts.lostDeals })
      add('nobody', slice.periodKey, { ...facts, dealsEver: facts.wonDeals + facts.lostDeals })
    } else {
      sellerIds.add(sellerId)
      addWithTeams(sellerId, slice.startsOn, slice.periodKey, facts)
    }
  }
  for (const period of sources.periods) {
    for (const span of sources.quotas) {
      const quotaMinor = quotaWithin(span, period)
      if (quotaMinor === undefined) continue
      sellerIds.add(span.sellerId)
      const isOver = sources.asOf >= period.endsOn
      const due = { startsOn: period.startsOn, endsOn: isOver ? period.endsOn : sources.asOf }
      const dueMinor = due.endsOn < due.startsOn ? 0 : (quotaWithin(span, due) ?? 0)
      addWithTeams(span.sellerId, span.startsOn, period.key, { quotaMinor, dueMinor })
    }
    for (const [sellerId, dealsEver] of sources.dealsEver) {
      addWithTeams(sellerId, period.startsOn, period.key, { dealsEver })
    }
  }
  const read = (who: string, periodKey: string) => table.get(`${who} ${periodKey}`) ?? noFacts
  return {
    ofSeller: (sellerId, periodKey) => read(`seller ${sellerId}`, periodKey),
    ofTeam: (teamId, periodKey) => read(`team ${teamId}`, periodKey),
    ofAll: (periodKey) => read('all', periodKey),
    ofNobody: (periodKey) => read('nobody', periodKey),
    sellerIds
  }
}
