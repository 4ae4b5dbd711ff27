// Every tab of the forecast page, in order: a new one is an entry here, its id in view-state.ts and its name in i18n forecasts.tabs.
import type { ComponentType } from 'react'
import type { ScenarioId } from '#shared/plans/types.ts'
import { AccuracyTab } from './accuracy/accuracy-tab.tsx'
import { CasesTab } from './cases/cases-tab.tsx'
import { PartsTab } from './hierarchy/parts-tab.tsx'
import { OutlookTab } from './outlook/outlook-tab.tsx'
import { PipelineTab } from './pipeline/pipeline-tab.tsx'
import type { TabId } from './view-state.ts'

interface TabEntry {
  readonly id: TabId
  /** Draws the whole page inside `ForecastPage`: finding, actions and content are the tab's own. */
  readonly Tab: ComponentType<{ scenarioId: ScenarioId }>
}

export const tabs: readonly [TabEntry, ...TabEntry[]] = [
  { id: 'outlook', Tab: OutlookTab },
  { id: 'pipeline', Tab: PipelineTab },
  { id: 'parts', Tab: PartsTab },
  { id: 'cases', Tab: CasesTab },
  { id: 'accuracy', Tab: AccuracyTab }
]
