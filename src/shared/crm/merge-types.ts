// Rows that were found to be one: what joining them does, what has to be decided before, and what is kept for taking it apart.
// Part of types.ts for those who use it.
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type MergeId = Id<'merge'>
export type MergeableEntity = 'accounts' | 'products' | 'sellers'

/** Two rows that were found to be one; the merged one can be split off again. */
export interface Merge {
  id: MergeId
  entity: MergeableEntity
  keptId: number
  keptName: string
  mergedName: string
  /** How many deals, activities and others were moved. */
  moved: number
  /** UTC instant. */
  mergedAt: string
}

/** Of what two people may each have one, though one alone can count. */
export type SellerMergeConflictKind = 'quotas' | 'coverage' | 'payPlans' | 'teams'

/** Whose counts: the kept one's, the merged one's, or the sum (quotas of one currency alone). */
export type SellerMergeChoices = {
  quotas?: 'keep' | 'take' | 'add' | undefined
  coverage?: 'keep' | 'take' | undefined
  payPlans?: 'keep' | 'take' | undefined
  teams?: 'keep' | 'take' | undefined
}

export interface SellerMergeSide {
  /** The period, territory, pay plan or team. */
  label: string
  amountMinor: number | null
  currency: CurrencyCode | null
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

export interface SellerMergeConflict {
  kind: SellerMergeConflictKind
  /** Null for teams, which no scenario holds. */
  scenarioName: string | null
  /** A locked scenario may not change: it stands in the way of the merge. */
  isLocked: boolean
  kept: SellerMergeSide
  merged: SellerMergeSide
}

/** What joining two people would do. */
export interface SellerMergePreview {
  /** Rows by table that come to the kept person. */
  moves: { table: string; rows: number }[]
  conflicts: SellerMergeConflict[]
  /** Facts that both have and that differ: the kept one's hold. Columns of the people table. */
  differing: { field: string; kept: string; merged: string }[]
  /** Facts that the kept one takes over from the other. */
  filled: string[]
}
