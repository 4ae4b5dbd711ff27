// What every part of the tab of cases is given: the base, all cases, the one in view with its levers as they are being moved, and what comes of it.
import type { CaseAssumptions, CaseBase, CaseOutcome, ForecastCase } from '#shared/forecasts/case-types.ts'
import type { ForecastSettings } from '#shared/forecasts/settings-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

export interface CaseView {
  readonly scenarioId: ScenarioId
  readonly base: CaseBase
  readonly settings: ForecastSettings
  readonly cases: readonly ForecastCase[]
  readonly chosen: ForecastCase
  /** As they stand on the screen, ahead of what is saved while something is moved. */
  readonly assumptions: CaseAssumptions
  readonly outcome: CaseOutcome
  readonly isLocked: boolean
  /** While something is moved: the picture follows, nothing is saved. */
  readonly onMove: (assumptions: CaseAssumptions) => void
  /** Saves: one step that can be undone. */
  readonly onSave: (assumptions: CaseAssumptions) => void
}

/** The same numbers every time a case is worked out, in the window as in the engine. */
export const caseSeed = 1
