// What was sold by seller and period, as the data say it now or as they said it right after an earlier import: forecasts kept at states of
// the data are made from it, and held against it.
import { countFacts, findDataAsOf, listWonBySellerAndPeriod } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { SnapshotGrain } from '#shared/forecasts/accuracy-types.ts'
import { seriesPeriods } from '#shared/forecasts/rules.ts'
import type { AskedCut, ForecastCut } from '#shared/forecasts/types.ts'
import { membershipOn, type SellerId, type TeamId, teamLine } from '#shared/people/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Period } from '#shared/units/period.ts'
import { type Frame, findStateDifference } from './store-accuracy.ts'

/** Rows that sums of deals rest on. */
export const historyTables = [
  'settings',
  'stages',
  'sellers',
  'teams',
  'team_memberships',
  'opportunities',
  'opportunity_versions',
  'exchange_rates',
  'imports',
  'import_seen'
] as const

interface Sums {
  readonly amounts: number[]
  readonly deals: number[]
}

interface GrainHistory {
  readonly periods: readonly Period[]
  /** By seller; null: deals whose seller is unknown. */
  readonly bySeller: ReadonlyMap<SellerId | null, Sums>
}

export interface History {
  readonly frame: Frame
  readonly dataAsOf: IsoDate
  readonly firstWonOn: IsoDate
  readonly month: GrainHistory
  readonly quarter: GrainHistory
}

/** Undefined while nothing has been won, or nothing by the day up to which the data are known. */
export const loadHistory = (db: Reader): History | undefined =>
  remember(db, 'forecasts.accuracyHistory', historyTables, () => {
    const { currency, calendar } = getSettings(db)
    const { firstWonOn } = countFacts(db, currency)
    const dataAsOf = findDataAsOf(db)
    if (firstWonOn === null || dataAsOf === undefined || firstWonOn > dataAsOf) return undefined
    const sumsOf = (grain: SnapshotGrain): GrainHistory => {
      const periods = seriesPeriods(firstWonOn, dataAsOf, grain, calendar)
      const places = new Map(periods.map((period, at) => [period.key, at]))
      const bySeller = new Map<SellerId | null, Sums>()
      // The running period holds what is known of it.
      const known = periods.map((period) => (period.endsOn > dataAsOf ? { ...period, endsOn: dataAsOf } : period))
      for (const row of listWonBySellerAndPeriod(db, known, currency))
        add(bySeller, periods.length, row.sellerId, places.get(row.periodKey), row.amountMinor, row.deals)
      return { periods, bySeller }
    }
    return { frame: { currency, calendar }, dataAsOf, firstWonOn, month: sumsOf('month'), quarter: sumsOf('quarter') }
  })

function add(
  bySeller: Map<SellerId | null, Sums>,
  length: number,
  sellerId: SellerId | null,
  place: number | undefined,
  amountMinor: number,
  deals: number
): void {
  if (place === undefined) return
  const sums = bySeller.get(sellerId) ?? {
    amounts: Array.from({ length }, () => 0),
    deals: Array.from({ length }, () => 0)
  }
  sums.amounts[place] = (sums.amounts[place] ?? 0) + amountMinor
  sums.deals[place] = (sums.deals[place] ?? 0) + deals
  bySeller.set(sellerId, sums)
}

/** The history as the data told it right after an import: what later imports changed or brought is taken off. */
export function historyAt(db: Reader, now: History, importId: number): History {
  const { now: later, before } = findStateDifference(db, importId, now.frame.currency)
  const turnBack = ({ periods, bySeller }: GrainHistory): GrainHistory => {
    const sums = new Map<SellerId | null, Sums>(
      [...bySeller].map(([id, each]) => [id, { amounts: [...each.amounts], deals: [...each.deals] }])
    )
    const placeOf = (day: IsoDate) => {
      const at = periods.findLastIndex((period) => period.startsOn <= day)
      return at < 0 || day > (periods[at]?.endsOn ?? day) ? undefined : at
    }
    for (const deal of later) add(sums, periods.length, deal.sellerId, placeOf(deal.closeOn), -deal.amountMinor, -1)
    for (const deal of before) add(sums, periods.length, deal.sellerId, placeOf(deal.closeOn), deal.amountMinor, 1)
    return { periods, bySeller: sums }
  }
  return { ...now, month: turnBack(now.month), quarter: turnBack(now.quarter) }
}

/** Periods that were over on a day. */
export const countOver = (periods: readonly Period[], day: IsoDate): number =>
  periods.findLastIndex((period) => period.endsOn <= day) + 1

/** Adds up the sellers of a cut by period, as many periods as asked for. `sellers` null: all, the unknown one included. */
export function sumSellers(
  { bySeller }: GrainHistory,
  sellers: readonly SellerId[] | null,
  count: number
): { amounts: number[]; deals: number[] } {
  const amounts = Array.from({ length: count }, () => 0)
  const deals = Array.from({ length: count }, () => 0)
  for (const sums of sellers === null ? bySeller.values() : sellers.flatMap((id) => bySeller.get(id) ?? []))
    for (let at = 0; at < count; at += 1) {
      amounts[at] = (amounts[at] ?? 0) + (sums.amounts[at] ?? 0)
      deals[at] = (deals[at] ?? 0) + (sums.deals[at] ?? 0)
    }
  return { amounts, deals }
}

export interface People {
  readonly teams: readonly { id: TeamId; name: string }[]
  readonly sellers: readonly { id: SellerId; name: string }[]
  /** Those whose team lies in the team on a day. */
  membersOn(teamId: TeamId, day: IsoDate): readonly SellerId[]
}

/** The people, with who belonged to which team on a day; asked once a day and team. */
export function loadMembers(db: Reader): People {
  const { sellers, teams, memberships } = loadPeople(db)
  const own = new Map(sellers.map(({ id }) => [id, memberships.filter((each) => each.sellerId === id)]))
  const lines = new Map(teams.map(({ id }) => [id, new Set(teamLine(teams, id).map((team) => team.id))]))
  const asked = new Map<string, readonly SellerId[]>()
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    sellers: sellers.map(({ id, name }) => ({ id, name })),
    membersOn: (teamId, day) => {
      const key = `${teamId} ${day}`
      const known = asked.get(key)
      if (known) return known
      const members = sellers.flatMap(({ id }) => {
        const membership = membershipOn(own.get(id) ?? [], day)
        return membership && lines.get(membership.teamId)?.has(teamId) ? [id] : []
      })
      asked.set(key, members)
      return members
    }
  }
}

/** Whose deals a cut holds on a day: null is everybody's. Undefined for a cut that no forecasts are kept of. */
export function sellersOf(
  people: People,
  cut: ForecastCut | AskedCut,
  day: IsoDate
): readonly SellerId[] | null | undefined {
  if (cut.kind === 'company') return null
  if (cut.kind === 'team') return people.membersOn(cut.teamId, day)
  return cut.kind === 'seller' ? [cut.sellerId] : undefined
}
