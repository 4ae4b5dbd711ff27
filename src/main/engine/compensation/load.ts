// Loads what pay is computed from: a plan's people with their target pay, deals, quotas and teams of the fiscal year; and
// the names that explanations need. What is computed from it is in src/shared/compensation.
import { listWonDeals } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { listMemberships, listSellers, listTeams } from '#engine/people/store.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { listQuotas } from '#engine/quotas/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { PayInput } from '#shared/compensation/index.ts'
import type { PayLine, PayPlanMemberRow, PayPlanRules, TraceNames, TraceStep } from '#shared/compensation/types.ts'
import type { WonDeal } from '#shared/crm/types.ts'
import { type Membership, membershipOn, type Seller, type SellerId, type Team } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { periodsOfYear } from '#shared/units/period.ts'
import type { StoredMember } from './store.ts'

/** What all plans of a scenario share; loaded once. */
export interface PayYear {
  readonly fiscalYear: number
  readonly currency: CurrencyCode
  readonly endsOn: IsoDate
  readonly sellers: ReadonlyMap<SellerId, Seller>
  readonly teams: readonly Team[]
  readonly memberships: readonly Membership[]
  readonly deals: (currency: CurrencyCode) => readonly WonDeal[]
  readonly quotas: PayInput['quotas']
  readonly calendar: PayInput['calendar']
}

export function loadPayYear(db: Reader, scenarioId: ScenarioId): PayYear {
  const { calendar, currency } = getSettings(db)
  const fiscalYear = getFiscalYear(db, scenarioId)
  const year = periodsOfYear(fiscalYear, 'year', calendar)[0]
  if (year === undefined) throw new Error(`there is no fiscal year ${fiscalYear}`)
  const known = new Map<CurrencyCode, readonly WonDeal[]>()
  const deals = (of: CurrencyCode) => {
    const found = known.get(of) ?? listWonDeals(db, { from: year.startsOn, to: year.endsOn, currency: of })
    known.set(of, found)
    return found
  }
  return {
    fiscalYear,
    currency,
    calendar,
    endsOn: year.endsOn,
    sellers: new Map(listSellers(db).map((seller) => [seller.id, seller])),
    teams: listTeams(db),
    memberships: listMemberships(db),
    deals,
    quotas: listQuotas(db, scenarioId).map(({ sellerId, periodKey, amountMinor }) => ({
      sellerId,
      periodKey,
      amountMinor,
      measure: 'bookings'
    }))
  }
}

/** The target pay that counts: what was typed for the plan, else the person's variable pay when it is in the plan's currency. */
export function findTargetPay(
  member: Pick<StoredMember, 'targetPayMinor'>,
  seller: Seller | undefined,
  currency: CurrencyCode
): Pick<PayPlanMemberRow, 'targetPayMinor' | 'targetPaySource'> {
  if (member.targetPayMinor !== null) return { targetPayMinor: member.targetPayMinor, targetPaySource: 'typed' }
  if (seller === undefined || seller.variablePayMinor === null) return { targetPayMinor: null, targetPaySource: 'none' }
  if (seller.payCurrency !== currency) return { targetPayMinor: null, targetPaySource: 'otherCurrency' }
  return { targetPayMinor: seller.variablePayMinor, targetPaySource: 'person' }
}

/** The input of a calculation. Quotas are in the workspace's currency: a plan in another one has none. */
export function toPayInput(
  year: PayYear,
  rules: PayPlanRules,
  members: readonly StoredMember[],
  throughPeriodKey: string | null
): PayInput {
  return {
    rules,
    calendar: year.calendar,
    fiscalYear: year.fiscalYear,
    throughPeriodKey,
    members: members.map((member) => ({
      sellerId: member.sellerId,
      targetPayMinor: findTargetPay(member, year.sellers.get(member.sellerId), rules.currency).targetPayMinor,
      fromOn: member.fromOn,
      toOn: member.toOn
    })),
    people: [...year.sellers.values()].map(({ id, hiredOn, leftOn }) => ({ sellerId: id, hiredOn, leftOn })),
    teams: year.teams.map(({ id, parentId }) => ({ teamId: id, parentId })),
    memberships: year.memberships.map(({ sellerId, teamId, fromOn, toOn }) => ({ sellerId, teamId, fromOn, toOn })),
    quotas: rules.currency === year.currency ? year.quotas : [],
    credits: year.deals(rules.currency).flatMap((deal) =>
      deal.sellerId === null
        ? []
        : [
            {
              dealId: deal.id,
              sellerId: deal.sellerId,
              closedOn: deal.closeOn,
              amountMinor: deal.amountMinor,
              isNewBusiness: deal.isNewBusiness
            }
          ]
    )
  }
}

/** The name of a seller's team on a day; null without one. */
export function teamNameOn(year: PayYear, sellerId: SellerId, on: IsoDate): string | null {
  const own = year.memberships.filter((membership) => membership.sellerId === sellerId)
  const teamId = membershipOn(own, on)?.teamId
  return year.teams.find((team) => team.id === teamId)?.name ?? null
}

/** Names for everything the traces point to. */
export function loadTraceNames(year: PayYear, currency: CurrencyCode, lines: readonly PayLine[]): TraceNames {
  const dealIds = new Set<number>()
  for (const line of lines) collectDeals(line.trace, dealIds)
  const deals = year.deals(currency).filter((deal) => dealIds.has(deal.id))
  return {
    sellers: Object.fromEntries([...year.sellers.values()].map(({ id, name }) => [id, name])),
    teams: Object.fromEntries(year.teams.map(({ id, name }) => [id, name])),
    deals: Object.fromEntries(deals.map((deal) => [deal.id, nameDeal(deal)]))
  }
}

function collectDeals(step: TraceStep, into: Set<number>): void {
  for (const [dealId] of step.deals ?? []) into.add(dealId)
  for (const child of step.steps) collectDeals(child, into)
}

function nameDeal({ name, accountName, productName, externalId, id }: WonDeal): string {
  const parts = [accountName, name ?? productName].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(', ') : (externalId ?? String(id))
}
