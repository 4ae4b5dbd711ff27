// Classes of a measure: where they break, which one a value falls into, and the colours from weak to strong.
import type { ChartColors } from '../chart/colors.ts'
import { mixColors } from './looks.ts'
import type { MapScale } from './types.ts'

/** The class of a value, counted from 0: how many breaks it reaches. -1 for none (NaN). */
export function classOf(value: number, breaks: readonly number[]): number {
  if (Number.isNaN(value)) return -1
  const at = breaks.findIndex((each) => value < each)
  return at < 0 ? breaks.length : at
}

/** Two figures: enough for a legend. */
const rounded = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(2)))

/**
 * Breaks that put about as many values in each class, rounded to two figures, rising, and each within the values. Fewer where
 * values repeat; none where all are the same.
 */
export function quantileBreaks(values: ArrayLike<number>, classes = 5): number[] {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const least = sorted[0]
  const most = sorted.at(-1)
  if (least === undefined || most === undefined) return []
  const breaks: number[] = []
  for (let at = 1; at < classes; at++) {
    const place = (sorted.length * at) / classes
    const here = sorted[Math.floor(place)] as number
    const each = rounded(here)
    if (each > (breaks.at(-1) ?? least) && each <= most) breaks.push(each)
  }
  return breaks
}

/** The colour of each class: from pale to the accent; diverging from amber over grey to the accent. */
export function classColors(scale: MapScale, colors: ChartColors): string[] {
  const count = scale.breaks.length + 1
  if (scale.kind !== 'diverging') {
    return Array.from({ length: count }, (_, at) =>
      mixColors(colors.accent, colors.panel, count === 1 ? 0.6 : 0.14 + (0.86 * at) / (count - 1))
    )
  }
  const middle = (count - 1) / 2
  return Array.from({ length: count }, (_, at) => {
    const away = middle === 0 ? 0 : (at - middle) / middle
    return mixColors(away < 0 ? colors.amber : colors.accent, colors.line, Math.abs(away) * 0.85)
  })
}
