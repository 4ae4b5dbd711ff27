// What of the forecast page is kept while one looks elsewhere: the tab in view, and whose sales by what grain are looked at.
import { create } from 'zustand'
import type { ForecastChoices } from './outlook/choices.tsx'

export type TabId = 'outlook' | 'pipeline' | 'parts' | 'cases' | 'accuracy'

interface ViewState {
  readonly tab: TabId
  readonly choices: ForecastChoices
}

const first: ViewState = {
  tab: 'outlook',
  choices: { cut: { kind: 'company' }, source: 'bookings', grain: 'quarter', reach: 'planYear' }
}

export const useForecastView = create<ViewState>(() => first)

export function keepForecastView(change: Partial<ViewState>): void {
  useForecastView.setState(change)
}

/** As when the page was first opened. */
export function forgetForecastView(): void {
  useForecastView.setState(first)
}
