// A share of target pay, paid along a curve by the attainment of a goal: the seller's own or a team's.
// The weight multiplies the payout, never the attainment: 75 % at 115 % and 25 % at 90 % is 108.75 % of the target.
import { z } from 'zod'
import { weightText } from '../curves/decimals.ts'
import { checkCurve, curveEdges, curveEntries, readCurve } from '../curves/index.ts'
import { decimal, multiply } from '../fraction.ts'
import { exactMoney, ratio, step } from '../trace/step.ts'
import type { TargetBonusComponent } from '../types.ts'
import { componentBase } from './base.ts'
import type { ComponentEntry } from './index.ts'

export const targetBonus: ComponentEntry<TargetBonusComponent> = {
  kind: 'targetBonus',
  schema: z.strictObject({
    ...componentBase,
    kind: z.literal('targetBonus'),
    scope: z.enum(['seller', 'team', 'parentTeam']),
    weight: weightText,
    curve: z.union([curveEntries[0].schema, curveEntries[1].schema])
  }),
  check: (component, where) => checkCurve(component.curve, `${where}.curve`),
  edges: (component) => curveEdges(component.curve),
  compute: (component, situation) => {
    const pay = situation.targetPay()
    const reached = situation.attainment(component.measure, component.scope)
    if ('missing' in pay) return { missing: pay.missing, steps: [...pay.steps, reached.step] }
    const weight = decimal(component.weight)
    const target = multiply(pay.amount, weight)
    const targetStep = step(
      'componentTarget',
      { targetPay: exactMoney(pay.amount), weight: ratio(weight), target: exactMoney(target) },
      pay.steps
    )
    if (reached.ratio === null) return { missing: reached.missing, steps: [targetStep, reached.step] }
    const { payout, steps } = readCurve(component.curve, reached.ratio)
    const amount = multiply(target, payout)
    return {
      amount,
      steps: [
        step('targetBonus', { target: exactMoney(target), payout: ratio(payout), amount: exactMoney(amount) }, [
          targetStep,
          reached.step,
          step('payout', { attainment: ratio(reached.ratio), payout: ratio(payout) }, steps)
        ])
      ]
    }
  }
}
