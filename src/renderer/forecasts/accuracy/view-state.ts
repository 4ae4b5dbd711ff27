// What of the accuracy tab is kept while one looks elsewhere: whose forecasts, how far ahead, and which table.
import { create } from 'zustand'
import type { SnapshotGrain } from '#shared/forecasts/accuracy-types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'

export type AccuracyCut =
  | { kind: 'company' }
  | { kind: 'team'; teamId: TeamId }
  | { kind: 'seller'; sellerId: SellerId }

export const tableIds = ['methods', 'teams', 'sellers', 'callers', 'kept', 'states', 'compared'] as const
export type TableId = (typeof tableIds)[number]

export interface AccuracyChoices {
  readonly cut: AccuracyCut
  readonly grain: SnapshotGrain
  readonly steps: number | null
  readonly origin: 'both' | 'made' | 'replayed'
}

interface ViewState {
  readonly choices: AccuracyChoices
  readonly table: TableId
}

export const useAccuracyView = create<ViewState>(() => ({
  choices: { cut: { kind: 'company' }, grain: 'quarter', steps: 1, origin: 'both' },
  table: 'methods'
}))

export const keepAccuracyView = (change: Partial<ViewState>): void => useAccuracyView.setState(change)
