// The shape of a measure by which territories are compared.
import type { AccountFigures, MeasureId } from '../types.ts'

export interface TerritoryMeasure {
  readonly id: MeasureId
  readonly unit: 'money' | 'count'
  /** Minor units for money. */
  readonly read: (figures: AccountFigures) => number
}
