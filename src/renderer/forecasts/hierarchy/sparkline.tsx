// A history and its forecast as a line the height of a row: its shape against the rows above and below. Figures stand in the row.
import './hierarchy.css'

interface SparklineProps {
  /** Null before the first sale. */
  readonly sold: readonly (number | null)[]
  readonly ahead: readonly (number | null)[]
}

const [width, height] = [104, 20]

export function Sparkline({ sold, ahead }: SparklineProps) {
  const all = [...sold, ...ahead]
  const known = all.filter((value) => value !== null)
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)]
  const x = (place: number) => (all.length < 2 ? 0 : (place / (all.length - 1)) * width)
  const y = (value: number) => (most === least ? height : height - ((value - least) / (most - least)) * height)
  const line = (values: readonly (number | null)[], from: number) =>
    values.flatMap((value, at) => (value === null ? [] : `${x(from + at).toFixed(1)},${y(value).toFixed(1)}`)).join(' ')
  // The forecast begins where the history ends, so that the two are one line.
  const last = sold.at(-1) ?? null
  return (
    <svg className="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline className="sparkline-sold" points={line(sold, 0)} />
      <polyline className="sparkline-ahead" points={line([last, ...ahead], sold.length - 1)} />
    </svg>
  )
}
