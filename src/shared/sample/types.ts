// What the sample generator makes: rows as the tables of a workspace hold them, and what may be chosen.

import type { IsoDate } from '../units/date.ts'
import type { CurrencyCode } from '../units/money.ts'

export type SampleSize = 'small' | 'medium' | 'large'

export interface SampleOptions {
  /** small 12, medium 60, large 300 people who sell on the day the data ends. */
  size: SampleSize
  seed: number
  currency: CurrencyCode
  /** Language of what the company named itself: teams, stages, products, scenarios. */
  language: 'en' | 'es'
}

export type Cell = string | number | null

/** One row, by column name. */
export type Row = Readonly<Record<string, Cell>>

/** Rows of one table; all have the same columns in the same order, and their ids rise from 1. */
export interface SampleTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A whole company. The tables stand in the order in which foreign keys let them be loaded. */
export interface Sample {
  readonly options: SampleOptions
  /** The day the data ends: nothing is known of later days but expectations. */
  readonly asOf: IsoDate
  readonly tables: readonly SampleTable[]
  /** The scenario that is in view when the sample is opened. */
  readonly currentScenarioId: number
}
