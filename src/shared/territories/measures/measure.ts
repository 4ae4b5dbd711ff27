// The shape of a measure by which territories are compared.
import type { AccountFigures, MeasureId } from '../types.ts'

export interface TerritoryMeasure {
  readonly id: MeasureId
  /** `potential` has the unit of the field that is chosen for it: money for revenue, a number else. */
  readonly unit: 'money' | 'count' | 'hours' | 'potential' | 'share'
  /** Minor units for money. */
  readonly read: (figures: AccountFigures) => number
}
