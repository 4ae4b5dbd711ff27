// The domains that keep rows per scenario, in the order in which a copy is made: one line per domain.
import { compensationScenarioPart } from './compensation/scenario-part.ts'
import { forecastsScenarioPart } from './forecasts/scenario-part.ts'
import { handbookScenarioPart } from './handbook/scenario-part.ts'
import { quotasScenarioPart } from './quotas/scenario-part.ts'
import type { ScenarioPart } from './scenario-part.ts'
import { territoriesScenarioPart } from './territories/scenario-part.ts'

export const scenarioParts: readonly ScenarioPart[] = [
  territoriesScenarioPart,
  forecastsScenarioPart,
  quotasScenarioPart,
  compensationScenarioPart,
  handbookScenarioPart
]
