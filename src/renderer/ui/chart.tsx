// A chart with its finding as title, its measure as subtitle, and its table behind a button.
import type { ChartProps } from './chart/types.ts'

export type { ChartBand, ChartKind, ChartMark, ChartProps, ChartSeries, ChartUnit } from './chart/types.ts'

export function Chart({ title, subtitle }: ChartProps) {
  return (
    <figure aria-label={title}>
      <figcaption>{subtitle}</figcaption>
    </figure>
  )
}
