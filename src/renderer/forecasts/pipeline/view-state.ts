// What of the pipeline tab is kept while one looks elsewhere: the part in view, and how the simulation is asked for.
import { create } from 'zustand'
import type { PipelineChoices } from '#shared/forecasts/pipeline-view-types.ts'

export const sections = ['outcome', 'deals', 'groups', 'chances', 'calls'] as const
export type SectionId = (typeof sections)[number]

interface ViewState {
  readonly section: SectionId
  readonly choices: PipelineChoices
}

const first: ViewState = {
  section: 'outcome',
  choices: {
    grain: 'month',
    reach: 'planYear',
    runs: 10_000,
    seed: 1,
    hasNewDeals: true,
    staleDays: 60,
    shockSize: null,
    hasRecord: true
  }
}

export const usePipelineView = create<ViewState>(() => first)

export const keepPipelineView = (change: Partial<ViewState>): void => usePipelineView.setState(change)

/** As when the tab was first opened. */
export const forgetPipelineView = (): void => usePipelineView.setState(first)
