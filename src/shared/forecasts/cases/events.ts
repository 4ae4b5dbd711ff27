// Events of a case: a product launched in May, a large customer lost, a fair. They add to months of the year on top of all levers.
import type { CaseEvent } from '../case-types.ts'
import type { CaseDraft } from './draft.ts'
import { monthAt } from './hires.ts'
import type { CaseModel } from './model.ts'

/**
 * Makes the step that adds an event to a draft: so many minor units in each of its months, or a ratio of what the base has to come in it.
 *
 * A ratio is of the base without any lever, and no event takes away more than the base has to come in a month. So events and levers don't act
 * on each other, and an event's part of a difference is its own. Months that are over get nothing.
 *
 * @param model the base
 * @param event with its months
 * @returns the step; its value is the amount or the ratio
 * @source reasoning; counting an event by its chance is the expected value of a risk register
 * @example 5 % for two months from May adds a twentieth of what is to come in May and in June
 */
export function addEvent(
  model: CaseModel,
  event: CaseEvent
): (draft: CaseDraft, value: number, chanceRatio?: number) => void {
  const { yearMonths, base, open, fresh } = model
  const from = monthAt(model, event.startKey)
  const to = event.months === null ? yearMonths : Math.min(yearMonths, from + event.months)
  return (draft, value, chanceRatio = 1) => {
    for (let at = from; at < to; at += 1) {
      if (base.months[at]!.endsOn <= base.dataAsOf) continue
      const toCome = open[at]! + fresh[at]!
      const adds = event.unit === 'amount' ? value : value * toCome
      draft.events[at] = draft.events[at]! + chanceRatio * Math.max(-toCome, adds)
    }
  }
}
