// A chart with its finding as title, its measure as subtitle, and its table behind a button. Props: chart/types.ts.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconCopy, IconTable } from '@tabler/icons-react'
import {
  BarController,
  BarElement,
  CategoryScale,
  Tooltip as ChartTooltip,
  Chart as Drawing,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement
} from 'chart.js'
import { useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { ChartTable } from './chart/chart-table.tsx'
import { colorToken, readColors } from './chart/colors.ts'
import { chartConfig } from './chart/config.ts'
import { chartPicture } from './chart/picture.ts'
import type { ChartProps } from './chart/types.ts'
import { useFormat } from './format.tsx'
import { useUiServices } from './services.tsx'
import { useSchemeOnPage } from './use-printing.ts'
import './chart.css'

export type { ChartBand, ChartKind, ChartMark, ChartProps, ChartSeries, ChartUnit } from './chart/types.ts'

Drawing.register(
  BarController,
  BarElement,
  CategoryScale,
  ChartTooltip,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement
)

export function Chart(props: ChartProps) {
  const { title, subtitle, series, labels, height = 240, note, empty } = props
  const { t } = useText()
  const services = useUiServices()
  const [isTable, setTable] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const isEmpty = labels.length === 0 || series.every((each) => each.values.every((value) => value === null))
  const copy = async () => {
    if (!canvas.current) return
    const png = await chartPicture(canvas.current, { title, subtitle }, readColors(canvas.current))
    if (png) services.copyPicture(png)
  }
  return (
    <figure className={height === 'fill' ? 'chart chart-fills' : 'chart'} aria-label={title}>
      <figcaption className="chart-head">
        <div className="chart-words">
          <h2>{title}</h2>
          {subtitle ? <p className="muted small">{subtitle}</p> : null}
        </div>
        {isEmpty ? null : (
          <div className="chart-tools">
            {isTable ? null : (
              <Tooltip label={t('ui.chart.copy')}>
                <ActionIcon aria-label={t('ui.chart.copy')} onClick={() => void copy()}>
                  <IconCopy size={16} />
                </ActionIcon>
              </Tooltip>
            )}
            <Tooltip label={isTable ? t('ui.chart.showChart') : t('ui.chart.showTable')}>
              <ActionIcon
                aria-label={isTable ? t('ui.chart.showChart') : t('ui.chart.showTable')}
                aria-pressed={isTable}
                onClick={() => setTable((shown) => !shown)}
              >
                {isTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
              </ActionIcon>
            </Tooltip>
          </div>
        )}
      </figcaption>
      {isEmpty ? <div className="chart-empty muted">{empty ?? t('ui.chart.empty')}</div> : null}
      {!isEmpty && isTable ? (
        <div className="chart-table" style={height === 'fill' ? undefined : { height: height + 40 }}>
          <ChartTable {...props} />
        </div>
      ) : null}
      {isEmpty || isTable ? null : (
        <>
          <Legend {...props} />
          <ChartDrawing {...props} canvas={canvas} />
        </>
      )}
      {note ? <div className="muted small">{note}</div> : null}
    </figure>
  )
}

function ChartDrawing({
  canvas,
  ...props
}: ChartProps & { readonly canvas: React.RefObject<HTMLCanvasElement | null> }) {
  const { height = 240, title, subtitle } = props
  const format = useFormat()
  const scheme = useSchemeOnPage()
  // Screens build these lists anew at each drawing; only what they hold matters.
  const { kind, labels, series, unit, bands, marks, base } = props
  const content = JSON.stringify([kind, labels, series, unit, bands, marks, base, height])
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const element = canvas.current
    // Tests draw on a page without a drawing surface; the table says the same there.
    if (!element?.getContext('2d') || content === '' || scheme === '') return
    const drawing = new Drawing(element, chartConfig(latest.current, readColors(element), format))
    return () => drawing.destroy()
  }, [canvas, content, format, scheme])
  return (
    <div className="chart-drawing" style={height === 'fill' ? undefined : { height }}>
      <canvas ref={canvas} role="img" aria-label={subtitle ? `${title}. ${subtitle}` : title} />
    </div>
  )
}

/** Swatches with names where the marks themselves can't carry them: several bars, and bands. */
function Legend({ kind, series, bands = [] }: ChartProps) {
  const isLines = kind === 'line' || kind === 'area'
  const named = isLines && series.length > 1 ? [] : series.length > 1 ? series : bands.length > 0 ? series : []
  if (named.length === 0 && bands.length === 0) return null
  return (
    <ul className="chart-legend small">
      {named.map((each) => (
        <li key={each.key}>
          <i
            className={each.kind === 'line' || isLines ? 'chart-swatch-line' : ''}
            style={{ background: colorToken(each.color, series.indexOf(each)) }}
          />
          {each.label}
        </li>
      ))}
      {bands.map((band, at) => (
        <li key={band.key}>
          <i
            className={at === 0 ? 'chart-swatch-band' : 'chart-swatch-band chart-swatch-inner'}
            style={{ background: colorToken(band.color, 0) }}
          />
          {band.label}
        </li>
      ))}
    </ul>
  )
}
