// What a component can be measured in: which won deals count. Quotas and deals are both read by the measure's name.
import type { MeasureName, PayCredit } from '../types.ts'

export interface MeasureEntry {
  readonly name: MeasureName
  readonly counts: (credit: PayCredit) => boolean
}

export const measures: readonly MeasureEntry[] = [
  { name: 'bookings', counts: () => true },
  // A deal of which it isn't known whether it is new business doesn't count as new.
  { name: 'newBusiness', counts: (credit) => credit.isNewBusiness === true }
]

export function measureOf(name: MeasureName): MeasureEntry {
  const found = measures.find((each) => each.name === name)
  if (found === undefined) throw new RangeError(`There is no measure "${name}"`)
  return found
}
