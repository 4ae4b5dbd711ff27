// What of parts and whole is kept while one looks elsewhere: how the company is parted, how parts are made to add up, and which periods are seen.
import { create } from 'zustand'
import type { LeaversChoice, PartsGrain, PartsTreeId, ReconcilerId } from '#shared/forecasts/hierarchy-types.ts'

/** All periods, the plan's year, or one period by its key. */
export type ShownPeriod = 'all' | 'year' | (string & {})

interface PartsViewState {
  readonly tree: PartsTreeId
  readonly grain: PartsGrain
  readonly reconciler: ReconcilerId
  readonly leavers: LeaversChoice
  readonly shown: ShownPeriod
}

const first: PartsViewState = {
  tree: 'teams',
  grain: 'month',
  reconciler: 'minimumTrace',
  leavers: 'end',
  shown: 'year'
}

export const usePartsView = create<PartsViewState>(() => first)

export const keepPartsView = (change: Partial<PartsViewState>): void => usePartsView.setState(change)

/** As when the tab was first opened. */
export const forgetPartsView = (): void => usePartsView.setState(first)
