// What the handlers of territories share: their type, and opening a territory whose scenario may be written.
import type { Reader } from '#engine/db.ts'
import type { HandlersOf } from '#engine/handler.ts'
import { requireOpenScenario } from '#engine/plans/store.ts'
import type { territoriesContract } from '#shared/territories/contract.ts'
import type { TerritoriesError, TerritoryId } from '#shared/territories/types.ts'
import { findTerritory, type StoredTerritory } from './store.ts'

export type TerritoriesHandlers = HandlersOf<(typeof territoriesContract)['calls']>

/** A territory whose scenario may be written, or why not. */
export function openTerritory(
  db: Reader,
  id: TerritoryId
): { territory: StoredTerritory } | { refused: TerritoriesError } {
  const territory = findTerritory(db, id)
  if (territory === undefined) return { refused: { code: 'territories.notFound' } }
  const locked = requireOpenScenario(db, territory.scenarioId)
  return locked ? { refused: locked } : { territory }
}
