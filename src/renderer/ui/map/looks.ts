// The looks of up to 64 groups: eight hues, then the same with stripes, deeper, paler, dotted... Colour alone never tells two
// neighbours apart once there are more than eight.
import type { CSSProperties } from 'react'
import { type ChartColors, readColors } from '../chart/colors.ts'
import { paletteSize, seriesColor } from '../series-color.ts'

export type Pattern = 'plain' | 'stripes' | 'dots'
export type Tone = 'full' | 'deep' | 'pale'

export interface Look {
  /** 0 to 7 */
  readonly hue: number
  readonly tone: Tone
  readonly pattern: Pattern
}

const variants: readonly (readonly [Tone, Pattern])[] = [
  ['full', 'plain'],
  ['full', 'stripes'],
  ['deep', 'plain'],
  ['pale', 'dots'],
  ['deep', 'stripes'],
  ['pale', 'plain'],
  ['full', 'dots'],
  ['deep', 'dots']
]

export const lookCount = paletteSize * variants.length

/** The look of a place, from 0; beyond 64 it starts again. */
export function lookOf(place: number): Look {
  const at = ((place % lookCount) + lookCount) % lookCount
  const [tone, pattern] = variants[Math.floor(at / paletteSize)] as readonly [Tone, Pattern]
  return { hue: at % paletteSize, tone, pattern }
}

/** How much of the hue a tone keeps, and what it is mixed with. */
const toneShares: Record<Tone, readonly [number, 'ink' | 'panel']> = {
  full: [1, 'panel'],
  deep: [0.66, 'ink'],
  pale: [0.55, 'panel']
}

/** #abc as #aabbcc: a bundler writes tokens as short as it can, and whatever mixes colours reads six digits. */
export function longHex(color: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color)
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : color
}

export function channelsOf(color: string): [number, number, number] {
  const hex = /^#([\da-f]{6})$/i.exec(longHex(color))?.[1]
  if (!hex) return [128, 128, 128]
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
}

/** A share of the first colour in the second, as CSS `color-mix(in srgb, …)` has it; both as #rrggbb. */
export function mixColors(first: string, second: string, share: number): string {
  const [a, b] = [channelsOf(first), channelsOf(second)]
  const part = (at: 0 | 1 | 2) =>
    Math.round(a[at] * share + b[at] * (1 - share))
      .toString(16)
      .padStart(2, '0')
  return `#${part(0)}${part(1)}${part(2)}`
}

/** The tokens of the page, every one with six digits. */
export function readMapColors(element: Element): ChartColors {
  const read = readColors(element)
  const words = Object.entries(read).map(([name, value]) => [
    name,
    typeof value === 'string' ? longHex(value) : value.map(longHex)
  ])
  return { ...read, ...Object.fromEntries(words) }
}

/** The colour of a look on the drawing surface. */
export function lookColor({ hue, tone }: Look, colors: ChartColors): string {
  const [share, other] = toneShares[tone]
  return mixColors(colors.series[hue] || colors.accent, colors[other], share)
}

export const stripes = (ink: string): string =>
  `repeating-linear-gradient(135deg, ${ink} 0 1.5px, transparent 1.5px 5px)`
const dots = (ink: string): string => `radial-gradient(${ink} 1.1px, transparent 1.4px) 0 0 / 5px 5px`

/** The same as a swatch of the legend. */
export function lookSwatch({ hue, tone, pattern }: Look): CSSProperties {
  const [share, other] = toneShares[tone]
  const color =
    share === 1 ? seriesColor(hue) : `color-mix(in srgb, ${seriesColor(hue)} ${share * 100}%, var(--${other}))`
  if (pattern === 'plain') return { background: color }
  return { background: `${pattern === 'stripes' ? stripes('var(--panel)') : dots('var(--panel)')}, ${color}` }
}
