// An amount of money on top of the rest, paid in full when the team reaches its goal and not at all otherwise.
import { z } from 'zod'
import { decimalFromZero } from '../curves/decimals.ts'
import { compare, decimal, zero } from '../fraction.ts'
import { exactMoney, ratio, step } from '../trace/step.ts'
import type { TeamBonusComponent } from '../types.ts'
import { componentBase } from './base.ts'
import type { ComponentEntry } from './index.ts'

export const teamBonus: ComponentEntry<TeamBonusComponent> = {
  kind: 'teamBonus',
  schema: z.strictObject({
    ...componentBase,
    kind: z.literal('teamBonus'),
    scope: z.enum(['team', 'parentTeam']),
    amountMinor: z.number().int().min(0).max(1e13),
    reach: decimalFromZero
  }),
  check: () => [],
  edges: (component) => [decimal(component.reach)],
  compute: (component, situation) => {
    const share = situation.yearAmount(component.amountMinor)
    const reached = situation.attainment(component.measure, component.scope)
    if (reached.ratio === null) return { missing: reached.missing, steps: [reached.step] }
    const reach = decimal(component.reach)
    const isReached = compare(reached.ratio, reach) >= 0
    const amount = isReached ? share.amount : zero
    return {
      amount,
      steps: [
        step(
          isReached ? 'teamBonusReached' : 'teamBonusMissed',
          { reach: ratio(reach), attainment: ratio(reached.ratio), amount: exactMoney(amount) },
          [reached.step, ...share.steps]
        )
      ]
    }
  }
}
