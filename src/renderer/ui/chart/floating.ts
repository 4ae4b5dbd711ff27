// Bars that begin where something else ended: the steps of a waterfall, the two ends of a tornado's rows. Their values stand at their ends.
import type { Chart, Plugin } from 'chart.js'
import type { Format } from '../make-format.ts'
import { type ChartColors, colorOf } from './colors.ts'
import type { Dataset, Drawn } from './config.ts'
import type { ChartProps } from './types.ts'
import { drawnValue } from './values.ts'

/** Where each change leads to, from a base; a missing change leads nowhere. */
export function runningSums(base: number, changes: readonly (number | null)[]): (number | null)[] {
  let sum = base
  return changes.map((change) => {
    sum += change ?? 0
    return change === null ? null : sum
  })
}

/** The ends of each bar, in the unit of the values: a waterfall has one list, a tornado two. */
export function floatEnds({ kind, series, base = 0 }: Pick<ChartProps, 'kind' | 'series' | 'base'>): Drawn[][] {
  if (kind === 'tornado')
    return series.map((each) => each.values.map((value) => (value === null ? null : [base, value])))
  const changes = series[0]?.values ?? []
  return [runningSums(base, changes).map((end, at) => (end === null ? null : [end - (changes[at] ?? 0), end]))]
}

export function floatSets(props: ChartProps, colors: ChartColors): Dataset[] {
  const { kind, series, unit } = props
  return floatEnds(props).map((ends, place): Dataset => {
    const data = ends.map(
      (bar): Drawn => (Array.isArray(bar) ? [drawnValue(bar[0], unit), drawnValue(bar[1], unit)] : bar)
    )
    const own = colorOf(series[place]?.color, place, colors)
    // What lowers has the second colour; its label has a sign as well.
    const other = colorOf(undefined, 1, colors)
    const isDown = (bar: Drawn): boolean => Array.isArray(bar) && bar[1] < bar[0]
    return {
      type: 'bar',
      label: series[place]?.label ?? '',
      data,
      backgroundColor: kind === 'tornado' ? own : data.map((bar) => (isDown(bar) ? other : own)),
      borderSkipped: false,
      borderRadius: 2,
      grouped: false,
      maxBarThickness: 18,
      // A change of nothing is still to be seen as a line.
      minBarLength: 2,
      categoryPercentage: 0.78,
      barPercentage: 0.9
    }
  })
}

type Write = (ctx: CanvasRenderingContext2D, text: string, x: number, y: number, rim: string) => void

/** Signed changes beside the steps of a waterfall; what it comes to at each end of a tornado's rows. */
export function valueFloats(
  chart: Chart<'bar' | 'line'>,
  props: ChartProps,
  colors: ChartColors,
  format: Format,
  write: Write
): void {
  const { ctx, scales } = chart
  const words = (value: number): string => {
    const drawn = drawnValue(value, props.unit)
    return props.unit.kind === 'percent' ? format.percent(drawn, props.unit.digits ?? 0) : format.compact(drawn)
  }
  ctx.textBaseline = 'middle'
  ctx.fillStyle = colors.muted
  for (const [place, ends] of floatEnds(props).entries()) {
    for (const [at, bar] of ends.entries()) {
      const drawn = chart.getDatasetMeta(place).data[at]
      if (!Array.isArray(bar) || !drawn || !scales.x) continue
      const [from, to] = bar
      const isRight = to >= from
      const x = scales.x.getPixelForValue(drawnValue(to, props.unit))
      ctx.textAlign = isRight ? 'left' : 'right'
      const change = to - from
      const text = props.kind === 'tornado' ? words(to) : `${change > 0 ? '+' : ''}${words(change)}`
      write(ctx, text, x + (isRight ? 5 : -5), drawn.y, colors.panel)
    }
  }
}

/** Thin lines from the end of a step to the beginning of the next. */
export function floatConnectors(colors: ChartColors): Plugin<'bar' | 'line'> {
  return {
    id: 'floatConnectors',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      const bars = chart.getDatasetMeta(0).data
      ctx.save()
      ctx.strokeStyle = colors.lineStrong
      ctx.lineWidth = 1
      for (const [at, bar] of bars.entries()) {
        const next = bars[at + 1]
        if (!next) continue
        ctx.beginPath()
        ctx.moveTo(bar.x, bar.y)
        ctx.lineTo(bar.x, next.y)
        ctx.stroke()
      }
      ctx.restore()
    }
  }
}
