// Changes one thing of a scenario's territory settings as one undo step.
import { useCallback } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'

export function useSaveSettings(
  scenarioId: ScenarioId,
  settings: TerritorySettings
): (change: Partial<TerritorySettings>) => void {
  const { run } = useCommand('territories.saveSettings')
  return useCallback(
    (change) => void run({ scenarioId, settings: { ...settings, ...change } }),
    [run, scenarioId, settings]
  )
}
