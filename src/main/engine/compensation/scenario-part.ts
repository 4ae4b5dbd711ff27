// What compensation contributes to a scenario: its plans and their members are copied, and their rules compared as sentences.
// Runs stay with the scenario in which they were made: they say what was computed there.
import type { ScenarioPart } from '#engine/scenario-part.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { describePlan, nameComponent } from '#shared/compensation/index.ts'
import type { PayPlanId } from '#shared/compensation/types.ts'
import type { ScenarioFact } from '#shared/plans/types.ts'
import { findTargetPay, loadPayYear } from './load.ts'
import { insertPayPlan, insertPlanMember, listPayPlans, listPlanMembers, listScenarioMembers } from './store.ts'

export const compensationScenarioPart: ScenarioPart = {
  domain: 'compensation',

  copy: (db, from, to, ids) => {
    for (const plan of listPayPlans(db, from)) {
      ids.set('pay_plans', plan.id, insertPayPlan(db, to, plan.name, plan.rules))
    }
    for (const member of listScenarioMembers(db, from)) {
      const payPlanId = ids.get('pay_plans', member.payPlanId) as PayPlanId
      const { sellerId, targetPayMinor, fromOn, toOn } = member
      const id = insertPlanMember(db, { scenarioId: to, payPlanId, sellerId, targetPayMinor, fromOn, toOn })
      ids.set('pay_plan_members', member.id, id)
    }
  },

  facts: (db, scenarioId) => {
    const { language } = getSettings(db)
    const year = loadPayYear(db, scenarioId)
    return listPayPlans(db, scenarioId).flatMap((plan): ScenarioFact[] => {
      const base = { domain: 'compensation', label: plan.name }
      const targets = listPlanMembers(db, plan.id).map((member): ScenarioFact => {
        const seller = year.sellers.get(member.sellerId)
        return {
          ...base,
          kind: 'targetPay',
          key: `${plan.name} ${member.sellerId} ${member.fromOn ?? ''}`,
          label: `${plan.name}: ${seller?.name ?? member.sellerId}`,
          value: findTargetPay(member, seller, plan.rules.currency).targetPayMinor,
          unit: 'money'
        }
      })
      const count = new Map<string, number>()
      const rules = describePlan(plan.rules, language).map(({ rule, componentId, text }): ScenarioFact => {
        const key = `${plan.name} ${componentId ?? ''} ${rule}`
        const nth = count.get(key) ?? 0
        count.set(key, nth + 1)
        const name = componentId === null ? '' : `: ${nameComponent(plan.rules, componentId, language)}`
        return { ...base, kind: 'rule', key: `${key} ${nth}`, label: `${plan.name}${name}`, value: text, unit: 'text' }
      })
      return [
        { ...base, kind: 'members', key: plan.name, value: plan.memberCount, unit: 'count' },
        ...rules,
        ...targets
      ]
    })
  }
}
