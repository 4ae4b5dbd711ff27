// Turns what a screen says to a chart into the configuration of chart.js: no animation, light grid, bars from zero.
import type { ChartConfiguration, ChartDataset, TooltipItem } from 'chart.js'
import type { Format } from '../make-format.ts'
import { type ChartColors, colorOf, faded } from './colors.ts'
import { directLabels } from './direct-labels.ts'
import { floatConnectors, floatSets } from './floating.ts'
import { markLines } from './mark-lines.ts'
import type { ChartBand, ChartProps, ChartSeries } from './types.ts'
import { axisWords, drawnValue, isFloating, isLying, valueWords } from './values.ts'

/** A floating bar has two ends. */
export type Drawn = number | [number, number] | null
export type Dataset = ChartDataset<'bar' | 'line', Drawn[]>

/** Percentages that reach 100 and not beyond it. */
const isWhole = ({ unit, kind, series }: ChartProps): boolean => {
  if (unit.kind !== 'percent' || kind === 'stacked-bar') return false
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return most > 0.9 && most <= 1
}

export function chartConfig(
  props: ChartProps,
  colors: ChartColors,
  format: Format
): ChartConfiguration<'bar' | 'line', Drawn[], string> {
  const { kind, labels, series, unit, bands = [], marks = [] } = props
  const isRow = isLying(kind)
  const drawn = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : drawnValue(value, unit)))
  const font = { family: colors.font, size: 12 }
  const valueAxis = {
    beginAtZero: !isFloating(kind) && (kind !== 'line' || series.some((each) => each.kind === 'bar')),
    stacked: kind === 'stacked-bar',
    // Labels stand at both ends of floating bars; parts of a whole end at the whole.
    grace: isFloating(kind) ? '18%' : '6%',
    ...(isWhole(props) ? { max: 1 } : {}),
    border: { display: false },
    grid: { color: colors.line, drawTicks: false },
    ticks: {
      font,
      color: colors.muted,
      maxTicksLimit: 6,
      padding: 6,
      callback: (value: string | number) => axisWords(Number(value), unit, format)
    }
  }
  const labelAxis = {
    stacked: kind === 'stacked-bar',
    grid: { display: false },
    border: { color: colors.lineStrong },
    // Rows are read by their names: none is skipped, and a long one is cut where it ends rather than where it begins.
    ticks: isRow
      ? { font, color: colors.ink, autoSkip: false, callback: (_: unknown, at: number) => shorten(labels[at] ?? '') }
      : { font, color: colors.muted, maxRotation: 0, autoSkipPadding: 12 }
  }
  return {
    type: kind === 'line' || kind === 'area' ? 'line' : 'bar',
    data: {
      labels: [...labels],
      datasets: [
        ...bands.flatMap((band) => bandSets(band, drawn, colors)),
        ...(isFloating(kind)
          ? floatSets(props, colors)
          : series.map((each, place) => seriesSet(each, place, kind, drawn, colors, !areBarsApart(props))))
      ]
    },
    options: {
      animation: false,
      font,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isRow ? 'y' : 'x',
      layout: { padding: { top: 14, right: endRoom(props) } },
      interaction: { mode: 'index', intersect: false, axis: isRow ? 'y' : 'x' },
      onClick: (_event, elements, chart) => {
        const [hit] = elements
        if (!hit || !props.onPick) return
        const found = series[hit.datasetIndex - bands.length * 2]
        if (found && chart.data.labels) props.onPick(found.key, hit.index)
      },
      scales: isRow ? { x: valueAxis, y: labelAxis } : { x: labelAxis, y: valueAxis },
      plugins: {
        legend: { display: false },
        tooltip: {
          backgroundColor: colors.panel,
          titleColor: colors.ink,
          bodyColor: colors.ink,
          borderColor: colors.lineStrong,
          borderWidth: 1,
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          padding: 8,
          cornerRadius: 6,
          boxWidth: 8,
          boxHeight: 8,
          // The lower edge of a band is told with its upper one.
          filter: (item) => !isLowEdge(item.datasetIndex, bands.length),
          callbacks: { label: (item) => tooltipLine(item, props, format) }
        }
      }
    },
    // The values stand above the lines.
    plugins: [
      markLines(marks, props, colors),
      directLabels(props, colors, format),
      ...(kind === 'waterfall' ? [floatConnectors(colors)] : [])
    ]
  }
}

const longestRowName = 17

const shorten = (name: string): string =>
  name.length > longestRowName ? `${name.slice(0, longestRowName - 1).trimEnd()}…` : name

/** Bars of which each label has but one (past and running) stand in the middle instead of beside an empty place. */
const areBarsApart = ({ series, labels }: ChartProps): boolean => {
  const bars = series.filter((each) => each.kind !== 'line')
  return labels.every((_, at) => bars.filter((each) => (each.values[at] ?? null) !== null).length <= 1)
}

const isLowEdge = (index: number, bandCount: number): boolean => index < bandCount * 2 && index % 2 === 0

function bandSets(
  band: ChartBand,
  drawn: (values: readonly (number | null)[]) => (number | null)[],
  colors: ChartColors
): Dataset[] {
  const color = faded(colorOf(band.color, 0, colors), 0.16)
  const edge = {
    type: 'line' as const,
    label: band.label,
    borderWidth: 0,
    pointRadius: 0,
    pointHitRadius: 0,
    backgroundColor: color
  }
  return [
    // Each edge is a stack of its own: over stacked bars the high one would otherwise be drawn on top of the low one.
    { ...edge, stack: `${band.key} low`, data: drawn(band.low), fill: false },
    { ...edge, stack: `${band.key} high`, data: drawn(band.high), fill: '-1' }
  ]
}

function seriesSet(
  series: ChartSeries,
  place: number,
  kind: ChartProps['kind'],
  drawn: (values: readonly (number | null)[]) => (number | null)[],
  colors: ChartColors,
  isGrouped: boolean
): Dataset {
  const color = colorOf(series.color, place, colors)
  const shared = { label: series.label, data: drawn(series.values) }
  const isLine = series.kind ? series.kind === 'line' : kind === 'line' || kind === 'area'
  if (!isLine) {
    return {
      ...shared,
      type: 'bar',
      backgroundColor: color,
      borderRadius: 2,
      grouped: isGrouped,
      maxBarThickness: kind === 'row' ? 18 : 44,
      categoryPercentage: 0.78,
      barPercentage: 0.9
    }
  }
  const single = series.values.filter((value) => value !== null).length === 1
  return {
    ...shared,
    type: 'line',
    // Over stacked bars each line stands by itself.
    stack: `line ${series.key}`,
    borderColor: color,
    backgroundColor: kind === 'area' ? faded(color, 0.18) : color,
    fill: kind === 'area' ? 'origin' : false,
    borderWidth: 2,
    borderDash: series.isDashed ? [5, 4] : [],
    // A lone point would be invisible as a line.
    pointRadius: single ? 4 : series.values.length > 24 ? 0 : 2.5,
    pointHoverRadius: 4,
    tension: 0,
    spanGaps: false
  }
}

function tooltipLine(item: TooltipItem<'bar' | 'line'>, props: ChartProps, format: Format): string {
  const bands = props.bands ?? []
  const at = item.dataIndex
  const band = bands[Math.floor(item.datasetIndex / 2)]
  if (item.datasetIndex < bands.length * 2 && band) {
    const low = band.low[at]
    const high = band.high[at]
    if (low === null || low === undefined || high === null || high === undefined) return ''
    return ` ${band.label}: ${valueWords(low, props.unit, format)} – ${valueWords(high, props.unit, format)}`
  }
  const series = props.series[item.datasetIndex - bands.length * 2]
  const value = series?.values[at]
  return value === null || value === undefined || !series
    ? ''
    : ` ${series.label}: ${valueWords(value, props.unit, format)}`
}

/** Room at the right for the names at the ends of lines. */
function endRoom(props: ChartProps): number {
  const isLines = props.kind === 'line' || props.kind === 'area'
  if (isLying(props.kind)) return 56
  if (!isLines || props.series.length < 2) return 12
  return Math.min(140, Math.max(...props.series.map((series) => series.label.length)) * 6.5 + 14)
}
