// Loads what board and grid are computed from: closed deals cut where people change team, quotas, people.
import { findDataAsOf, listClosedBySellerAndPeriod, listWonBySellerAndPeriod } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { listMemberships, listSellers, listTeams } from '#engine/people/store.ts'
import { listQuotas } from '#engine/quotas/store.ts'
import type { SellerId } from '#shared/people/types.ts'
import { type ClosedInSlice, cutAtChanges, type FactTable, type Slice, tabulate } from '#shared/performance/facts.ts'
import type { BoardPeople } from '#shared/performance/rules.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, type Period, periodByKey } from '#shared/units/period.ts'
import { countDealsBySeller } from './store.ts'

export interface Frame {
  scenarioId: ScenarioId
  calendar: FiscalCalendar
  currency: CurrencyCode
}

/** Won and lost deals by seller and slice; won deals without an amount count as deals and add nothing. */
function listClosed(db: Reader, slices: readonly Slice[], currency: CurrencyCode): ClosedInSlice[] {
  const keyOf = (row: { sellerId: SellerId | null; periodKey: string }) => `${row.sellerId ?? ''} ${row.periodKey}`
  const withAmount = new Map(listWonBySellerAndPeriod(db, slices, currency).map((row) => [keyOf(row), row.deals]))
  return listClosedBySellerAndPeriod(db, slices, currency).map((row) => ({
    sellerId: row.sellerId,
    sliceKey: row.periodKey,
    wonDeals: row.wonDeals,
    wonDealsWithAmount: withAmount.get(keyOf(row)) ?? 0,
    wonMinor: row.wonMinor,
    lostDeals: row.lostDeals
  }))
}

export const loadPeople = (db: Reader): BoardPeople => ({
  sellers: listSellers(db),
  teams: listTeams(db),
  memberships: listMemberships(db)
})

export interface Sources {
  people: BoardPeople
  dealsEver: ReadonlyMap<SellerId, number>
  quotas: Parameters<typeof tabulate>[0]['quotas']
}

/** What every table of one scenario shares. */
export function loadSources(db: Reader, frame: Frame): Sources {
  const quotas = listQuotas(db, frame.scenarioId).flatMap(({ sellerId, periodKey, amountMinor }) => {
    const month = periodByKey(periodKey, frame.calendar)
    return month === undefined ? [] : [{ sellerId, startsOn: month.startsOn, endsOn: month.endsOn, amountMinor }]
  })
  return { people: loadPeople(db), dealsEver: countDealsBySeller(db), quotas }
}

/** Facts of these periods, which don't overlap. */
export function loadTable(
  db: Reader,
  frame: Frame,
  sources: Sources,
  periods: readonly Pick<Period, 'key' | 'startsOn' | 'endsOn'>[],
  asOf: IsoDate
): FactTable {
  const slices = cutAtChanges(periods, sources.people.memberships)
  return tabulate({
    periods,
    slices,
    closed: listClosed(db, slices, frame.currency),
    quotas: sources.quotas,
    asOf,
    dealsEver: sources.dealsEver,
    memberships: sources.people.memberships,
    teams: sources.people.teams
  })
}

/** The day asked for, else the one up to which the data reach, else today. */
export const resolveAsOf = (db: Reader, asked: IsoDate | undefined, today: IsoDate): IsoDate =>
  asked ?? findDataAsOf(db) ?? today
