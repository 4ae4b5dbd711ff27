// The colours of a chart, read from the tokens of the page: the drawing surface can't use custom properties itself.
import { paletteSize } from '../series-color.ts'
import type { ChartSeries } from './types.ts'

export interface ChartColors {
  readonly series: readonly string[]
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly lineStrong: string
  readonly panel: string
  readonly accent: string
  readonly amber: string
  readonly font: string
}

export function readColors(element: Element): ChartColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    series: Array.from({ length: paletteSize }, (_, index) => token(`--series-${index + 1}`)),
    ink: token('--ink'),
    muted: token('--muted'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    panel: token('--panel'),
    accent: token('--accent'),
    amber: token('--amber-fill'),
    font: style.fontFamily
  }
}

/** The colour of a series: chosen, or by its place. */
export function colorOf(color: ChartSeries['color'], place: number, colors: ChartColors): string {
  if (color === 'muted') return colors.lineStrong
  if (color === 'amber') return colors.amber
  const index = color === undefined ? place % paletteSize : color - 1
  return colors.series[index] || colors.accent
}

/** As a custom property, for swatches outside the drawing. */
export function colorToken(color: ChartSeries['color'], place: number): string {
  if (color === 'muted') return 'var(--line-strong)'
  if (color === 'amber') return 'var(--amber-fill)'
  return `var(--series-${color ?? (place % paletteSize) + 1})`
}

/** The same colour, let through: for bands. */
export function faded(color: string, share: number): string {
  const hex = /^#([\da-f]{6})$/i.exec(color)?.[1]
  if (!hex) return color
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16)
  return `rgb(${at(0)} ${at(2)} ${at(4)} / ${share})`
}
