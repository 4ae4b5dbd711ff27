// Values of a chart as text and as numbers on its axis: money is drawn in whole units, ratios as they are.
import { minorPerUnit } from '#shared/units/money.ts'
import type { Format } from '../make-format.ts'
import type { ChartKind, ChartUnit } from './types.ts'

/** Whether the names stand at the left and values run to the right. */
export const isLying = (kind: ChartKind): boolean => kind === 'row' || isFloating(kind)

/** Whether bars begin where something else ended instead of at zero. */
export const isFloating = (kind: ChartKind): boolean => kind === 'waterfall' || kind === 'tornado'

/** The number on the axis of a value in our units. */
export const drawnValue = (value: number, unit: ChartUnit): number =>
  unit.kind === 'money' ? value / minorPerUnit(unit.currency) : value

/** A value in our units, exactly enough to be compared. */
export function valueWords(value: number, unit: ChartUnit, format: Format): string {
  if (unit.kind === 'money') return format.money(value, unit.currency)
  if (unit.kind === 'percent') return format.percent(value, unit.digits ?? 0)
  return unit.name ? `${format.number(value, unit.digits ?? 0)} ${unit.name}` : format.number(value, unit.digits ?? 0)
}

/** A drawn number as short as an axis wants it: "1.2M". */
export function axisWords(drawn: number, unit: ChartUnit, format: Format): string {
  return unit.kind === 'percent'
    ? format.percent(drawn, drawn !== 0 && Math.abs(drawn) < 0.05 ? 1 : 0)
    : format.compact(drawn)
}
