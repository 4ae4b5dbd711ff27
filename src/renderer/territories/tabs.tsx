// Every tab of the territory page, in order: a new one is an entry here, its id in view-state.ts and its name in i18n territories.tabs.
import type { ComponentType } from 'react'
import { AlignFinding, AlignTab } from './align/align-tab.tsx'
import { CompareFinding, CompareTab } from './compare/compare-tab.tsx'
import { CoverageFinding, CoverageTab } from './covering/coverage-tab.tsx'
import { MapFinding, MapTab } from './map/map-tab.tsx'
import { OverviewFinding, OverviewTab } from './parts/overview-tab.tsx'
import { RulesFinding, RulesTab } from './rules/rules-tab.tsx'
import { SizeFinding, SizeTab } from './size/size-tab.tsx'
import type { TabId, TabProps } from './view-state.ts'

export interface TabEntry {
  readonly id: TabId
  readonly Tab: ComponentType<TabProps>
  /** The finding in one line, under the title of the page. */
  readonly Finding: ComponentType<TabProps>
  /** Has something to say before there are territories. */
  readonly isWithoutTerritories?: boolean
}

export const tabs: readonly [TabEntry, ...TabEntry[]] = [
  { id: 'overview', Tab: OverviewTab, Finding: OverviewFinding },
  { id: 'map', Tab: MapTab, Finding: MapFinding },
  { id: 'align', Tab: AlignTab, Finding: AlignFinding },
  { id: 'rules', Tab: RulesTab, Finding: RulesFinding },
  { id: 'coverage', Tab: CoverageTab, Finding: CoverageFinding },
  { id: 'size', Tab: SizeTab, Finding: SizeFinding, isWithoutTerritories: true },
  { id: 'compare', Tab: CompareTab, Finding: CompareFinding }
]
