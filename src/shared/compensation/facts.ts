// The facts a calculation reads, arranged so that each question is answered at once: deals by seller and period, quotas
// by seller, members of a team. Made once for a calculation; nothing here knows the rules of a component.

import { groupBy } from '../math/group-by.ts'
import type { SellerId, TeamId } from '../people/types.ts'
import type { IsoDate } from '../units/date.ts'
import {
  type FiscalCalendar,
  type Grain,
  type Period,
  periodByKey,
  periodsOfYear,
  periodsWithin
} from '../units/period.ts'
import { countDays, partsTaken, type TakenPart, takesPartOn, withinEmployment } from './participation.ts'
import type { Result } from './results.ts'
import type {
  MeasureName,
  PayCredit,
  PayMember,
  PayPerson,
  PayPlanRules,
  PayQuota,
  PayTeam,
  PayTeamMembership,
  TeamScope
} from './types.ts'

/** Everything a calculation is given. */
export interface PayFactsInput {
  readonly calendar: FiscalCalendar
  readonly fiscalYear: number
  readonly members: readonly PayMember[]
  readonly people: readonly PayPerson[]
  readonly teams: readonly PayTeam[]
  readonly memberships: readonly PayTeamMembership[]
  readonly quotas: readonly PayQuota[]
  readonly credits: readonly PayCredit[]
}

export interface Facts {
  /** All periods of the plan's grain in the year. */
  readonly yearPeriods: readonly Period[]
  readonly sellerIds: readonly SellerId[]
  readonly partsOf: (sellerId: SellerId, period: Period) => readonly TakenPart[]
  readonly takesPart: (sellerId: SellerId, on: IsoDate) => boolean
  readonly daysEmployed: (sellerId: SellerId, period: Period) => number
  readonly creditsOf: (sellerId: SellerId, period: Period) => readonly PayCredit[]
  readonly quotasOf: (sellerId: SellerId, period: Period, measure: MeasureName) => readonly PayQuota[]
  readonly teamOf: (sellerId: SellerId, period: Period | undefined, scope: TeamScope) => TeamId | undefined
  readonly membersOf: (teamId: TeamId, period: Period) => readonly SellerId[]
  /** Keeps what is asked for again by every member of a team. */
  readonly keep: (key: string, make: () => Result) => Result
}

/**
 * Arranges the facts of a calculation.
 *
 * @param input all rows; their order doesn't matter
 * @param rules the plan's rules: the periods and how days are counted
 * @returns answers by seller, team and period
 * @example factsOf(input, rules).yearPeriods.length // 4 for a plan by quarters
 */
export function factsOf(input: PayFactsInput, rules: PayPlanRules): Facts {
  const yearPeriods = periodsOfYear(input.fiscalYear, rules.period.grain, input.calendar)
  const { firstDay } = rules.proration
  const people = new Map(input.people.map((person) => [person.sellerId, person]))
  const members = groupBy(
    [...input.members].sort((a, b) => compareText(a.fromOn ?? '', b.fromOn ?? '')),
    (member) => member.sellerId
  )
  const credits = groupBy([...input.credits].sort(byClosing), (credit) => credit.sellerId)
  const quotas = groupBy(input.quotas, (quota) => quota.sellerId)
  const rosters = new Map<string, Roster>()
  const kept = new Map<string, Result>()
  const rosterOf = (period: Period): Roster => {
    const known = rosters.get(period.key)
    if (known) return known
    const made = makeRoster(input, people, period)
    rosters.set(period.key, made)
    return made
  }
  const parents = new Map(input.teams.map((team) => [team.teamId, team.parentId]))
  return {
    yearPeriods,
    sellerIds: [...members.keys()],
    partsOf: (sellerId, period) => partsTaken(members.get(sellerId) ?? [], people.get(sellerId), period, firstDay),
    takesPart: (sellerId, on) => takesPartOn(members.get(sellerId) ?? [], people.get(sellerId), on),
    daysEmployed: (sellerId, period) => {
      const stretch = withinEmployment({ fromOn: null, toOn: null }, people.get(sellerId))
      return stretch === undefined ? 0 : countDays(stretch, period, firstDay)
    },
    creditsOf: (sellerId, period) =>
      (credits.get(sellerId) ?? []).filter(
        (each) => each.closedOn >= period.startsOn && each.closedOn <= period.endsOn
      ),
    quotasOf: (sellerId, period, measure) =>
      findQuotaRows(
        (quotas.get(sellerId) ?? []).filter((each) => each.measure === measure),
        period,
        input.calendar
      ),
    teamOf: (sellerId, period, scope) => {
      const teamId = period === undefined ? undefined : rosterOf(period).teamBySeller.get(sellerId)
      if (teamId === undefined || scope === 'team') return teamId
      return parents.get(teamId) ?? undefined
    },
    membersOf: (teamId, period) => rosterOf(period).sellersUnder(teamId),
    keep: (key, make) => {
      const known = kept.get(key)
      if (known !== undefined) return known
      const made = make()
      kept.set(key, made)
      return made
    }
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byClosing = (a: PayCredit, b: PayCredit): number => compareText(a.closedOn, b.closedOn) || a.dealId - b.dealId

/** Quotas are set by year, half, quarter or month. A period's own row counts; else the rows of the next finer grain within it. */
const finerGrains: readonly Grain[] = ['half', 'quarter', 'month', 'week']

function findQuotaRows(rows: readonly PayQuota[], period: Period, calendar: FiscalCalendar): readonly PayQuota[] {
  const own = rows.filter((row) => row.periodKey === period.key)
  if (own.length > 0) return own
  for (const grain of finerGrains) {
    const keys = new Set(periodsWithin(period, grain, calendar).map((each) => each.key))
    const found = rows.filter((row) => keys.has(row.periodKey) && periodByKey(row.periodKey, calendar)?.grain === grain)
    if (found.length > 0) return found
  }
  return []
}

interface Roster {
  readonly teamBySeller: ReadonlyMap<SellerId, TeamId>
  readonly sellersUnder: (teamId: TeamId) => readonly SellerId[]
}

/** A person belongs, for a period, to the one team of their last day in it; so teams never count anyone twice. */
function makeRoster(input: PayFactsInput, people: ReadonlyMap<SellerId, PayPerson>, period: Period): Roster {
  const last = new Map<SellerId, { teamId: TeamId; toOn: string; fromOn: string }>()
  for (const membership of input.memberships) {
    const stretch = withinEmployment(membership, people.get(membership.sellerId))
    if (stretch === undefined || countDays(stretch, period, 'counted') === 0) continue
    const toOn = stretch.toOn === null || stretch.toOn > period.endsOn ? period.endsOn : stretch.toOn
    const fromOn = stretch.fromOn ?? ''
    const known = last.get(membership.sellerId)
    const order = known === undefined ? 1 : compareText(toOn, known.toOn) || compareText(fromOn, known.fromOn)
    if (order > 0) last.set(membership.sellerId, { teamId: membership.teamId, toOn, fromOn })
  }
  const teamBySeller = new Map([...last].map(([sellerId, { teamId }]) => [sellerId, teamId]))
  const children = groupBy(input.teams, (team) => team.parentId)
  const direct = groupBy(teamBySeller.keys(), (sellerId) => teamBySeller.get(sellerId))
  const known = new Map<TeamId, readonly SellerId[]>()
  const sellersUnder = (teamId: TeamId): readonly SellerId[] => {
    const found = known.get(teamId)
    if (found !== undefined) return found
    const below = (children.get(teamId) ?? []).flatMap((child) => sellersUnder(child.teamId))
    const all = [...(direct.get(teamId) ?? []), ...below].sort((a, b) => a - b)
    known.set(teamId, all)
    return all
  }
  return { teamBySeller, sellersUnder }
}
