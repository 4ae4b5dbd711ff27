// Who is under which pay plan: assigning, dates, target pay. A person is under one plan of a scenario on any one day.
import type { Reader } from '#engine/db.ts'
import { done, fail, type HandlersOf } from '#engine/handler.ts'
import { listSellers } from '#engine/people/store.ts'
import { requireOpenScenario } from '#engine/plans/store.ts'
import type { compensationContract } from '#shared/compensation/contract.ts'
import type { CompensationError, PayPlanDetail, PayPlanMemberRow, PayPlanRow } from '#shared/compensation/types.ts'
import { findTargetPay, loadPayYear, teamNameOn } from './load.ts'
import {
  findPayPlan,
  findPlanMember,
  insertPlanMember,
  listPlanMembers,
  listScenarioMembers,
  removePlanMember,
  type StoredMember,
  setMembersTargetPay,
  updatePlanMember
} from './store.ts'

type MemberHandlers = Pick<
  HandlersOf<typeof compensationContract.calls>,
  'assignMembers' | 'updateMember' | 'setTargetPay' | 'removeMembers'
>

type Days = Pick<StoredMember, 'fromOn' | 'toOn'>

const planMissing = { code: 'compensation.planMissing' } as const
const memberMissing = { code: 'compensation.memberMissing' } as const

/** Whether two stretches share a day; an open end goes on for ever. */
function overlaps(a: Days, b: Days): boolean {
  const startsInTime = a.fromOn === null || b.toOn === null || a.fromOn <= b.toOn
  const endsInTime = a.toOn === null || b.fromOn === null || a.toOn >= b.fromOn
  return startsInTime && endsInTime
}

const isCrossed = ({ fromOn, toOn }: Days): boolean => fromOn !== null && toOn !== null && fromOn > toOn

const nameOf = (db: Reader, sellerId: StoredMember['sellerId']): string =>
  listSellers(db).find((seller) => seller.id === sellerId)?.name ?? String(sellerId)

const planNameOf = (db: Reader, member: StoredMember): string => findPayPlan(db, member.payPlanId)?.name ?? ''

/** A plan with its people, by name. */
export function getPlanDetail(db: Reader, plan: PayPlanRow): PayPlanDetail {
  const year = loadPayYear(db, plan.scenarioId)
  const members = listPlanMembers(db, plan.id).map((member): PayPlanMemberRow => {
    const seller = year.sellers.get(member.sellerId)
    return {
      id: member.id,
      sellerId: member.sellerId,
      sellerName: seller?.name ?? String(member.sellerId),
      teamName: teamNameOn(year, member.sellerId, year.endsOn),
      fromOn: member.fromOn,
      toOn: member.toOn,
      typedTargetPayMinor: member.targetPayMinor,
      ...findTargetPay(member, seller, plan.rules.currency)
    }
  })
  return { ...plan, members: members.sort((a, b) => a.sellerName.localeCompare(b.sellerName, 'en') || a.id - b.id) }
}

export const memberHandlers: MemberHandlers = {
  assignMembers: ({ db }, { payPlanId, sellerIds, fromOn, toOn }) => {
    const plan = findPayPlan(db, payPlanId)
    if (plan === undefined) return fail(planMissing)
    const locked = requireOpenScenario(db, plan.scenarioId)
    if (locked) return fail(locked)
    const days = { fromOn: fromOn ?? null, toOn: toOn ?? null }
    const sellers = new Map(listSellers(db).map((seller) => [seller.id, seller]))
    const [firstId] = sellerIds
    const first = firstId === undefined ? undefined : sellers.get(firstId)
    if (first === undefined || sellerIds.some((id) => !sellers.has(id))) return fail(memberMissing)
    if (isCrossed(days)) return fail({ code: 'compensation.datesCrossed', sellerName: first.name })
    const there = listScenarioMembers(db, plan.scenarioId)
    const skipped: { sellerName: string; planName: string }[] = []
    let assigned = 0
    for (const sellerId of new Set(sellerIds)) {
      const inTheWay = there.find((member) => member.sellerId === sellerId && overlaps(member, days))
      if (inTheWay !== undefined) {
        skipped.push({ sellerName: sellers.get(sellerId)?.name ?? '', planName: planNameOf(db, inTheWay) })
        continue
      }
      insertPlanMember(db, { scenarioId: plan.scenarioId, payPlanId, sellerId, targetPayMinor: null, ...days })
      assigned += 1
    }
    return done({ assigned, skipped }, { name: plan.name, count: assigned })
  },

  updateMember: ({ db }, { memberId, targetPayMinor, fromOn, toOn }) => {
    const member = findPlanMember(db, memberId)
    if (member === undefined) return fail(memberMissing)
    const locked = requireOpenScenario(db, member.scenarioId)
    if (locked) return fail(locked)
    const changed = {
      targetPayMinor: targetPayMinor === undefined ? member.targetPayMinor : targetPayMinor,
      fromOn: fromOn === undefined ? member.fromOn : fromOn,
      toOn: toOn === undefined ? member.toOn : toOn
    }
    const sellerName = nameOf(db, member.sellerId)
    if (isCrossed(changed)) return fail({ code: 'compensation.datesCrossed', sellerName })
    const wrong = findOther(db, member, changed, sellerName)
    if (wrong !== undefined) return fail(wrong)
    updatePlanMember(db, memberId, changed)
    return done(null, { name: sellerName })
  },

  setTargetPay: ({ db }, { payPlanId, targetPayMinor }) => {
    const plan = findPayPlan(db, payPlanId)
    if (plan === undefined) return fail(planMissing)
    const locked = requireOpenScenario(db, plan.scenarioId)
    if (locked) return fail(locked)
    setMembersTargetPay(db, payPlanId, targetPayMinor)
    return done(null, { name: plan.name })
  },

  removeMembers: ({ db }, { memberIds }) => {
    const members = memberIds.map((id) => findPlanMember(db, id))
    for (const member of members) {
      if (member === undefined) return fail(memberMissing)
      const locked = requireOpenScenario(db, member.scenarioId)
      if (locked) return fail(locked)
      removePlanMember(db, member.id)
    }
    const [first] = members
    return done(null, { name: first === undefined ? '' : planNameOf(db, first), count: members.length })
  }
}

/** Another stretch of the same person that shares a day with the changed one. */
function findOther(
  db: Reader,
  member: StoredMember,
  changed: Days,
  sellerName: string
): Extract<CompensationError, { code: 'compensation.otherPlan' }> | undefined {
  const other = listScenarioMembers(db, member.scenarioId).find(
    (each) => each.id !== member.id && each.sellerId === member.sellerId && overlaps(each, changed)
  )
  return other && { code: 'compensation.otherPlan', sellerName, planName: planNameOf(db, other) }
}
