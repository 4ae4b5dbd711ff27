// The drawing of a pay curve, to scale on both axes: the total and its components, bends and jumps marked, values on hover.
import { type PointerEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { seriesColor } from '#renderer/ui/series-color.ts'
import { nameComponent, type PayCurvePoint, type PayPlanRules } from '#shared/compensation/index.ts'

const width = 520
const height = 250
const left = 52
const right = 22
const top = 14
const bottom = 30

export interface PayCurveDrawingProps {
  readonly rules: PayPlanRules
  readonly points: readonly PayCurvePoint[]
}

export function PayCurveDrawing({ rules, points }: PayCurveDrawingProps) {
  const { t, language } = useText()
  const format = useFormat()
  const [at, setAt] = useState<number | undefined>()
  const highestX = points.at(-1)?.attainmentRatio ?? 1
  const toRatio = ratioOf(points)
  const parts = rules.components.length > 1 ? rules.components : []
  const highestPart = (point: PayCurvePoint) =>
    Math.max(0, ...parts.map((part) => (point.byComponent[part.id] ?? 0) * toRatio))
  const highestY = Math.max(0.01, ...points.map((point) => Math.max(point.payRatio, highestPart(point))))
  const stepY = niceStep(highestY)
  const endY = Math.ceil(highestY / stepY) * stepY
  const x = (ratio: number) => left + (ratio / highestX) * (width - left - right)
  const y = (ratio: number) => height - bottom - (ratio / endY) * (height - top - bottom)
  const path = (pay: (point: PayCurvePoint) => number) =>
    points
      .map(
        (point, index) => `${index === 0 ? 'M' : 'L'}${x(point.attainmentRatio).toFixed(1)} ${y(pay(point)).toFixed(1)}`
      )
      .join('')
  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const ratio = ((((event.clientX - box.left) / box.width) * width - left) / (width - left - right)) * highestX
    setAt(Math.max(0, Math.min(highestX, ratio)))
  }
  const hovered = at === undefined ? undefined : nearest(points, at)
  return (
    <>
      {/* The drawing is said in words by the caption and, point by point, by the table behind the button. */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('compensation.curve.title')}
        onPointerMove={onMove}
        onPointerLeave={() => setAt(undefined)}
      >
        {ticks(endY, stepY).map((tick) => (
          <g key={tick}>
            <line className="pay-curve-grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text className="pay-curve-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">
              {format.percent(tick)}
            </text>
          </g>
        ))}
        {ticks(highestX, niceStep(highestX)).map((tick) => (
          <text key={tick} className="pay-curve-tick" x={x(tick)} y={height - bottom + 16} textAnchor="middle">
            {format.percent(tick)}
          </text>
        ))}
        <line className="pay-curve-goal" x1={x(1)} x2={x(1)} y1={top} y2={height - bottom} />
        {parts.map((component, index) => (
          <path
            key={component.id}
            className="pay-curve-part"
            style={{ stroke: seriesColor(index + 1) }}
            d={path((point) => (point.byComponent[component.id] ?? 0) * toRatio)}
          />
        ))}
        <path className="pay-curve-line" style={{ stroke: seriesColor(0) }} d={path((point) => point.payRatio)} />
        {points
          .filter((point) => point.mark !== null)
          .map((point) => (
            <circle
              key={`${point.attainmentRatio} ${point.payRatio}`}
              className="pay-curve-mark"
              cx={x(point.attainmentRatio)}
              cy={y(point.payRatio)}
              r={3.5}
            />
          ))}
        {hovered === undefined ? null : (
          <line
            className="pay-curve-hover"
            x1={x(hovered.attainmentRatio)}
            x2={x(hovered.attainmentRatio)}
            y1={top}
            y2={height - bottom}
          />
        )}
      </svg>
      <p className="pay-curve-legend small">
        <span>
          <i style={{ background: seriesColor(0) }} />
          {t('compensation.statement.total')}
          {hovered === undefined ? null : <b className="numbers"> {format.percent(hovered.payRatio, 1)}</b>}
        </span>
        {parts.map((component, index) => (
          <span key={component.id}>
            <i style={{ background: seriesColor(index + 1) }} />
            {nameComponent(rules, component.id, language)}
            {hovered === undefined ? null : (
              <b className="numbers"> {format.percent((hovered.byComponent[component.id] ?? 0) * toRatio, 1)}</b>
            )}
          </span>
        ))}
        {hovered === undefined ? null : (
          <span className="muted">
            {t('compensation.curve.attainment')} <b className="numbers">{format.percent(hovered.attainmentRatio)}</b>
          </span>
        )}
      </p>
    </>
  )
}

/** What turns an amount of a component into a share of target pay. */
function ratioOf(points: readonly PayCurvePoint[]): number {
  const paid = points.find((point) => point.payMinor !== 0)
  return paid === undefined ? 0 : paid.payRatio / paid.payMinor
}

const nearest = (points: readonly PayCurvePoint[], at: number): PayCurvePoint | undefined =>
  points.reduce<PayCurvePoint | undefined>(
    (best, point) =>
      best === undefined || Math.abs(point.attainmentRatio - at) <= Math.abs(best.attainmentRatio - at) ? point : best,
    undefined
  )

function niceStep(end: number): number {
  const rough = end / 5
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((each) => each * magnitude >= rough) ?? 10
  return step * magnitude
}

const ticks = (end: number, step: number): number[] =>
  Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)))
