// Straight lines for targets and events, with their words. A plugin of ours.
import type { Chart, Plugin } from 'chart.js'
import type { ChartColors } from './colors.ts'
import type { ChartMark, ChartProps } from './types.ts'
import { drawnValue, isFloating, isLying } from './values.ts'

export function markLines(marks: readonly ChartMark[], props: ChartProps, colors: ChartColors): Plugin<'bar' | 'line'> {
  return {
    id: 'markLines',
    // A target beyond all values must still be in view.
    beforeUpdate: (chart) => {
      const values = marks.flatMap((mark) => ('value' in mark ? [drawnValue(mark.value, props.unit)] : []))
      const scale = chart.options.scales?.[isLying(props.kind) ? 'x' : 'y']
      if (scale && values.length > 0) {
        scale.suggestedMax = Math.max(...values)
        scale.suggestedMin = isFloating(props.kind) ? Math.min(...values) : Math.min(...values, 0)
      }
    },
    afterDatasetsDraw: (chart) => {
      for (const mark of marks) draw(chart, mark, props, colors)
    }
  }
}

function draw(chart: Chart<'bar' | 'line'>, mark: ChartMark, props: ChartProps, colors: ChartColors): void {
  const { ctx, chartArea, scales } = chart
  const isRow = isLying(props.kind)
  const isAcross = 'value' in mark ? !isRow : isRow
  const scale = isAcross ? scales.y : scales.x
  const at = 'value' in mark ? drawnValue(mark.value, props.unit) : props.labels.indexOf(mark.at)
  const place = scale?.getPixelForValue(at)
  if (place === undefined || Number.isNaN(place)) return
  const tone = mark.tone ?? 'accent'
  ctx.save()
  ctx.strokeStyle = colors[tone === 'muted' ? 'lineStrong' : tone]
  ctx.fillStyle = tone === 'muted' ? colors.muted : colors.ink
  ctx.lineWidth = 1.5
  ctx.setLineDash([5, 4])
  ctx.beginPath()
  ctx.moveTo(isAcross ? chartArea.left : place, isAcross ? place : chartArea.top)
  ctx.lineTo(isAcross ? chartArea.right : place, isAcross ? place : chartArea.bottom)
  ctx.stroke()
  ctx.font = `11px ${colors.font}`
  ctx.textBaseline = 'bottom'
  ctx.textAlign = isAcross ? 'left' : 'center'
  const x = isAcross ? chartArea.left + 4 : place
  const y = isAcross ? place - 3 : chartArea.top - 1
  // The words stand on the page, not on the bars behind them.
  const { width } = ctx.measureText(mark.label)
  const text = ctx.fillStyle
  ctx.fillStyle = colors.panel
  ctx.globalAlpha = 0.82
  ctx.fillRect(isAcross ? x - 2 : x - width / 2 - 2, y - 13, width + 4, 14)
  ctx.globalAlpha = 1
  ctx.fillStyle = text
  ctx.fillText(mark.label, x, y)
  ctx.restore()
}
