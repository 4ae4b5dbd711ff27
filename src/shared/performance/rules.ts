// The board and the grid: who stands on them, and each line's figures. Adding up is in facts.ts, key figures in kpis/.
import { groupBy } from '../math/group-by.ts'
import { membershipOn } from '../people/index.ts'
import type { Membership, Seller, SellerId, Team, TeamId } from '../people/types.ts'
import { carriesQuota } from '../quotas/index.ts'
import type { IsoDate } from '../units/date.ts'
import type { CurrencyCode } from '../units/money.ts'
import type { Period } from '../units/period.ts'
import { addFacts, type FactTable, noFacts } from './facts.ts'
import { computeKpis } from './kpis/index.ts'
import { missing } from './kpis/kpi.ts'
import { paceOf } from './pace.ts'
import type { Board, BoardFigures, Facts, Grid, GridCell, KpiValue, SellerLine, TeamLine } from './types.ts'

export type BoardSeller = Pick<Seller, 'id' | 'name' | 'role' | 'hiredOn' | 'leftOn'>

export interface BoardPeople {
  readonly sellers: readonly BoardSeller[]
  readonly teams: readonly Team[]
  readonly memberships: readonly Membership[]
}

const worksWithin = (seller: BoardSeller, period: Pick<Period, 'startsOn' | 'endsOn'>): boolean =>
  (seller.hiredOn === null || seller.hiredOn <= period.endsOn) &&
  (seller.leftOn === null || seller.leftOn >= period.startsOn)

/** A period that is still to come has no attainment yet: 0 % would say something that isn't so. */
function attainmentOf(facts: Facts, period: Period, asOf: IsoDate): KpiValue {
  const { attainment } = computeKpis(facts)
  const isToCome = period.startsOn > asOf && facts.wonMinor === 0 && attainment.missing === null
  return isToCome ? missing('attainment', 'notBegun') : attainment
}

/**
 * Computes what a line of the board shows from its facts.
 *
 * @param facts of a seller, a team or all in the period
 * @param period both ends included
 * @param asOf the day up to which facts are known
 * @returns key figures and pace; a period still to come has no attainment
 * @example figuresOf({ ...noFacts, dealsEver: 3, wonMinor: 50, quotaMinor: 100 }, q2, '2027-07-01').kpis.attainment.value // 0.5
 */
export function figuresOf(facts: Facts, period: Period, asOf: IsoDate): BoardFigures {
  return {
    facts,
    kpis: { ...computeKpis(facts), attainment: attainmentOf(facts, period, asOf) },
    pace: paceOf(facts.wonMinor, facts.quotaMinor, facts.dueMinor, period, asOf)
  }
}

function teamOn(people: BoardPeople, sellerId: SellerId, period: Period, asOf: IsoDate): TeamId | null {
  const day = asOf < period.endsOn ? asOf : period.endsOn
  return (
    membershipOn(
      people.memberships.filter((each) => each.sellerId === sellerId),
      day
    )?.teamId ?? null
  )
}

/** Teams in tree order with the number of listed sellers in them or below, without those that have neither sellers nor facts. */
function listTeams(
  people: BoardPeople,
  teamOfSeller: ReadonlyMap<SellerId, TeamId | null>,
  hasFacts: (teamId: TeamId) => boolean
): { teamId: TeamId; parentId: TeamId | null; name: string; depth: number; sellers: number }[] {
  const counts = new Map<TeamId, number>()
  const parents = new Map(people.teams.map((team) => [team.id, team.parentId]))
  for (const own of teamOfSeller.values()) {
    const seen = new Set<TeamId>()
    for (let id = own; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
      seen.add(id)
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return inTreeOrder(people.teams)
    .map(({ team, depth }) => ({
      teamId: team.id,
      parentId: team.parentId,
      name: team.name,
      depth,
      sellers: counts.get(team.id) ?? 0
    }))
    .filter((team) => team.sellers > 0 || hasFacts(team.teamId))
}

function inTreeOrder(teams: readonly Team[]): { team: Team; depth: number }[] {
  const children = groupBy(teams, (team) => team.parentId)
  const below = (parentId: TeamId | null, depth: number): { team: Team; depth: number }[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)])
  return below(null, 0)
}

const hasAny = (facts: Facts): boolean => facts.wonDeals + facts.lostDeals > 0 || facts.quotaMinor !== null

/**
 * Makes the board of a period.
 *
 * On it stand all who carry a quota by their role and work in the period, and everybody else with a closed deal or a quota
 * in it. Sellers come by bookings, highest first.
 *
 * @param people everybody, all teams and memberships
 * @param table facts of the period
 * @param period the period shown
 * @param asOf the day up to which facts are known
 * @param currency of all amounts
 * @returns lines for sellers, teams and all
 * @example layOutBoard(people, table, q2, '2027-05-20', eur).total.kpis.attainment.value // 0.61
 */
export function layOutBoard(
  people: BoardPeople,
  table: FactTable,
  period: Period,
  asOf: IsoDate,
  currency: CurrencyCode
): Board {
  const listed = people.sellers.filter(
    (seller) =>
      (carriesQuota(seller.role) && worksWithin(seller, period)) || hasAny(table.ofSeller(seller.id, period.key))
  )
  const teamOfSeller = new Map(listed.map((seller) => [seller.id, teamOn(people, seller.id, period, asOf)]))
  const sellers = listed
    .map((seller): SellerLine => {
      const { id, ...known } = seller
      return {
        sellerId: id,
        name: known.name,
        role: known.role,
        hiredOn: known.hiredOn,
        leftOn: known.leftOn,
        teamId: teamOfSeller.get(id) ?? null,
        ...figuresOf(table.ofSeller(id, period.key), period, asOf)
      }
    })
    .toSorted((a, b) => b.facts.wonMinor - a.facts.wonMinor || a.name.localeCompare(b.name))
  const teams = listTeams(people, teamOfSeller, (teamId) => hasAny(table.ofTeam(teamId, period.key))).map(
    (team): TeamLine => ({ ...team, ...figuresOf(table.ofTeam(team.teamId, period.key), period, asOf) })
  )
  const nobody = table.ofNobody(period.key)
  return {
    period,
    asOf,
    currency,
    sellers,
    teams,
    withoutSeller: { wonDeals: nobody.wonDeals, wonMinor: nobody.wonMinor, lostDeals: nobody.lostDeals },
    total: figuresOf(table.ofAll(period.key), period, asOf),
    sellersWithoutQuota: sellers.filter((line) => carriesQuota(line.role) && line.facts.quotaMinor === null).length
  }
}

/**
 * Makes the grid of a fiscal year: its quarters, then the year.
 *
 * @param people everybody, all teams and memberships
 * @param table facts of the four quarters
 * @param quarters the quarters in order
 * @param year the whole year
 * @param asOf the day up to which facts are known
 * @param currency of all amounts
 * @returns rows for sellers by the year's bookings, rows for teams in tree order, and totals
 * @example layOutGrid(people, table, quarters, year, '2027-12-31', eur).totals[4]?.bookedMinor // 1000553400
 */
export function layOutGrid(
  people: BoardPeople,
  table: FactTable,
  quarters: readonly Period[],
  year: Period,
  asOf: IsoDate,
  currency: CurrencyCode
): Omit<Grid, 'quotasOf'> {
  const cellsOf = (facts: (periodKey: string) => Facts): GridCell[] => {
    const parts = quarters.map((quarter) => facts(quarter.key))
    const whole = { ...parts.reduce(addFacts, noFacts), dealsEver: parts[0]?.dealsEver ?? 0 }
    return [...parts, whole].map((each, index) => ({
      bookedMinor: each.wonMinor,
      wonDeals: each.wonDeals,
      quotaMinor: each.quotaMinor,
      attainment: attainmentOf(each, quarters[index] ?? year, asOf)
    }))
  }
  const isListed = (seller: BoardSeller) =>
    (carriesQuota(seller.role) && worksWithin(seller, year)) || table.sellerIds.has(seller.id)
  const rows = people.sellers
    .filter(isListed)
    .map((seller) => ({
      sellerId: seller.id,
      name: seller.name,
      teamId: teamOn(people, seller.id, year, asOf),
      cells: cellsOf((key) => table.ofSeller(seller.id, key))
    }))
    .toSorted(
      (a, b) => (b.cells.at(-1)?.bookedMinor ?? 0) - (a.cells.at(-1)?.bookedMinor ?? 0) || a.name.localeCompare(b.name)
    )
  const teams = listTeams(people, new Map(rows.map((row) => [row.sellerId, row.teamId])), (teamId) =>
    quarters.some((quarter) => hasAny(table.ofTeam(teamId, quarter.key)))
  ).map(({ teamId, name, depth }) => ({ teamId, name, depth, cells: cellsOf((key) => table.ofTeam(teamId, key)) }))
  return {
    fiscalYear: year.fiscalYear,
    currency,
    periods: [...quarters, year],
    rows,
    teams,
    totals: cellsOf(table.ofAll)
  }
}
