// An inline bar for comparing rows of a column, and the wider range bar: achieved, pace mark and a likely range.
import type { ReactNode } from 'react'
import './bar.css'

export interface BarProps {
  /** 0 to 1 and beyond; what is beyond `max` is cut and marked. */
  readonly ratio: number | null | undefined
  readonly max?: number | undefined
  readonly tone?: 'accent' | 'amber' | 'neutral' | undefined
  /** Pixels of the full bar. */
  readonly width?: number | undefined
  /** What stands right of the bar, usually a <Percent>. */
  readonly children?: ReactNode
}

export function Bar({ ratio, max = 1, tone = 'accent', width = 60, children }: BarProps) {
  const share = Math.max(0, Math.min(1, (ratio ?? 0) / max))
  const isBeyond = (ratio ?? 0) > max
  return (
    <span className="bar">
      <span className="bar-track" style={{ width }} aria-hidden="true">
        <span className={`bar-fill bar-${tone}${isBeyond ? ' bar-beyond' : ''}`} style={{ width: share * width }} />
      </span>
      {children}
    </span>
  )
}

export interface RangeBarProps {
  /** What the picture says, for those who don't see it. */
  readonly label: string
  readonly achieved: number
  /** Where one would stand by days gone. */
  readonly pace?: number | undefined
  readonly low?: number | undefined
  readonly middle?: number | undefined
  readonly high?: number | undefined
  /** The ratio at the right end. */
  readonly max?: number | undefined
}

export function RangeBar({ label, achieved, pace, low, middle, high, max }: RangeBarProps) {
  const end = max ?? Math.max(1.1, achieved, pace ?? 0, high ?? 0)
  const at = (ratio: number) => `${Math.max(0, Math.min(100, (ratio / end) * 100))}%`
  return (
    <div className="range-bar" role="img" aria-label={label}>
      <span className="range-bar-achieved" style={{ width: at(achieved) }} />
      {low !== undefined && high !== undefined ? (
        <span className="range-bar-likely" style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
      ) : null}
      {pace === undefined ? null : <span className="range-bar-pace" style={{ left: at(pace) }} />}
      {middle === undefined ? null : <span className="range-bar-middle" style={{ left: at(middle) }} />}
    </div>
  )
}
