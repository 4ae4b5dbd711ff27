// What a screen says to a chart. The chart itself is ui/chart.tsx.
import type { ReactNode } from 'react'
import type { CurrencyCode } from '#shared/units/money.ts'

/**
 * `waterfall` and `tornado` lie like `row` and are drawn from `base`: a waterfall's one series holds changes, each beginning where the one
 * before ended; a tornado's two series hold what a value comes to at the low and at the high end of each row.
 */
export type ChartKind = 'bar' | 'stacked-bar' | 'row' | 'line' | 'area' | 'waterfall' | 'tornado'

export interface ChartSeries {
  readonly key: string
  readonly label: string
  /** One value for each label; null where there is none. Money in minor units, ratios 0 to 1. */
  readonly values: readonly (number | null)[]
  /** Mixed charts: a line over bars. */
  readonly kind?: 'bar' | 'line' | undefined
  /** Place in the palette, 1 to 8; default by position. 'muted' for what is only context. */
  readonly color?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'muted' | 'amber' | undefined
  readonly isDashed?: boolean | undefined
}

/** A likely range drawn as a band between two lines. */
export interface ChartBand {
  readonly key: string
  readonly label: string
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  readonly color?: ChartSeries['color']
}

/** A straight line at a value (a target) or at a label (today, a change). */
export type ChartMark =
  | {
      readonly key: string
      readonly label: string
      readonly value: number
      readonly tone?: 'accent' | 'amber' | 'muted' | undefined
    }
  | {
      readonly key: string
      readonly label: string
      readonly at: string
      readonly tone?: 'accent' | 'amber' | 'muted' | undefined
    }

export type ChartUnit =
  | { readonly kind: 'money'; readonly currency: CurrencyCode }
  | { readonly kind: 'percent'; readonly digits?: number | undefined }
  | { readonly kind: 'number'; readonly digits?: number | undefined; readonly name?: string | undefined }

export interface ChartProps {
  readonly kind: ChartKind
  /** States the finding: "Levante lost half its pipeline in May". */
  readonly title: string
  /** The measure and the period: "Bookings by quarter, thousand EUR, FY2025 to FY2027". */
  readonly subtitle?: string | undefined
  /** Along the axis of categories. */
  readonly labels: readonly string[]
  /** What the labels are, for the table: "Quarter". */
  readonly labelName: string
  readonly series: readonly ChartSeries[]
  readonly unit: ChartUnit
  readonly bands?: readonly ChartBand[] | undefined
  readonly marks?: readonly ChartMark[] | undefined
  /** Where a waterfall begins and what a tornado lies around, in the unit of the values. */
  readonly base?: number | undefined
  /** Pixels of the drawing; 'fill' takes what the parent leaves. Default 240. */
  readonly height?: number | 'fill' | undefined
  readonly note?: ReactNode
  /** File name for the picture and the table. */
  readonly exportName?: string | undefined
  /** A bar or point was clicked. */
  readonly onPick?: ((seriesKey: string, labelIndex: number) => void) | undefined
  readonly empty?: ReactNode
}
