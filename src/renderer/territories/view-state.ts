// What of the territory page is kept while one looks elsewhere: the tab in view, the measure compared by, and which sales count. Also what
// every tab is given, and where a finding can lead.
import { create } from 'zustand'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { RuleId } from '#shared/territories/rule-types.ts'
import type { MeasureId, TerritoryId, TerritoryOverview } from '#shared/territories/types.ts'

export type TabId = 'overview' | 'map' | 'align' | 'rules' | 'coverage' | 'size' | 'compare'
export type AccountList = 'territory' | 'unassigned' | 'all'

/** Where a finding, a check or a why leads. */
export interface Target {
  readonly tab: TabId
  readonly territoryId?: TerritoryId | undefined
  readonly list?: AccountList | undefined
  /** Accounts whose list is narrowed to those that were named. */
  readonly accountIds?: readonly AccountId[] | undefined
  readonly ruleId?: RuleId | undefined
}

export interface TabProps {
  readonly scenarioId: ScenarioId
  readonly overview: TerritoryOverview
  readonly settings: TerritorySettings
  readonly isLocked: boolean
  readonly selectedId: TerritoryId | undefined
  readonly onSelect: (id: TerritoryId | undefined) => void
  /** What another tab, or another page, asked to see here. */
  readonly target: Target | undefined
  readonly onShow: (target: Target) => void
}

interface ViewState {
  readonly tab: TabId
  readonly measureId: MeasureId
  readonly hasAllSales: boolean
}

const first: ViewState = { tab: 'overview', measureId: 'revenue', hasAllSales: false }

export const useTerritoryView = create<ViewState>(() => first)

export function keepView(change: Partial<ViewState>): void {
  useTerritoryView.setState(change)
}

/** As when the page was first opened. */
export function forgetView(): void {
  useTerritoryView.setState(first)
}

/** The dates of the sales that count, as calls ask for them: nothing is the twelve months up to the end of the data. */
export function salesDates(hasAllSales: boolean): { fromOn?: null; toOn?: null } {
  return hasAllSales ? { fromOn: null, toOn: null } : {}
}
