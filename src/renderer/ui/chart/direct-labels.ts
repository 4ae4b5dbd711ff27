// Labels at the marks themselves: names at the ends of lines, values at bars where there is room. A plugin of ours.
import type { Chart, Plugin } from 'chart.js'
import type { Format } from '../make-format.ts'
import { type ChartColors, colorOf } from './colors.ts'
import { valueFloats } from './floating.ts'
import type { ChartProps } from './types.ts'
import { drawnValue, isFloating } from './values.ts'

const size = 11
const mostBars = 16

export function directLabels(props: ChartProps, colors: ChartColors, format: Format): Plugin<'bar' | 'line'> {
  return {
    id: 'directLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      ctx.save()
      ctx.font = `${size}px ${colors.font}`
      if (props.kind === 'line' || props.kind === 'area') nameLineEnds(chart, props, colors)
      else if (isFloating(props.kind)) valueFloats(chart, props, colors, format, write)
      else if (props.kind !== 'stacked-bar') valueBars(chart, props, colors, format)
      ctx.restore()
    }
  }
}

/** The names right of the last points, moved apart where they would cover each other. */
function nameLineEnds(chart: Chart<'bar' | 'line'>, props: ChartProps, colors: ChartColors): void {
  if (props.series.length < 2) return
  const offset = (props.bands?.length ?? 0) * 2
  const ends = props.series.flatMap((series, place) => {
    const last = series.values.findLastIndex((value) => value !== null)
    const point = chart.getDatasetMeta(offset + place).data[last]
    return point ? [{ series, x: point.x, y: point.y, color: colorOf(series.color, place, colors) }] : []
  })
  ends.sort((a, b) => a.y - b.y)
  let free = Number.NEGATIVE_INFINITY
  const { ctx } = chart
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const end of ends) {
    const y = Math.max(end.y, free)
    free = y + size + 3
    ctx.fillStyle = end.color
    write(ctx, end.series.label, end.x + 8, y, colors.panel)
  }
}

function valueBars(chart: Chart<'bar' | 'line'>, props: ChartProps, colors: ChartColors, format: Format): void {
  const bars = props.series.filter((series) => series.kind !== 'line')
  if (bars.length !== 1 || props.labels.length > mostBars) return
  const place = props.series.findIndex((series) => series.kind !== 'line')
  const offset = (props.bands?.length ?? 0) * 2
  const { ctx } = chart
  ctx.fillStyle = colors.muted
  for (const [index, bar] of chart.getDatasetMeta(offset + place).data.entries()) {
    const value = props.series[place]?.values[index]
    if (value === null || value === undefined) continue
    const drawn = drawnValue(value, props.unit)
    const text = props.unit.kind === 'percent' ? format.percent(drawn, props.unit.digits ?? 0) : format.compact(drawn)
    if (props.kind === 'row') {
      ctx.textAlign = 'left'
      ctx.textBaseline = 'middle'
      write(ctx, text, bar.x + 5, bar.y, colors.panel)
    } else {
      ctx.textAlign = 'center'
      ctx.textBaseline = drawn < 0 ? 'top' : 'bottom'
      write(ctx, text, bar.x, bar.y + (drawn < 0 ? 3 : -3), colors.panel)
    }
  }
}

/** Text with a rim in the colour of the page, legible where a line runs behind it. */
function write(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, rim: string): void {
  ctx.strokeStyle = rim
  ctx.lineWidth = 3
  ctx.lineJoin = 'round'
  ctx.strokeText(text, x, y)
  ctx.fillText(text, x, y)
}
