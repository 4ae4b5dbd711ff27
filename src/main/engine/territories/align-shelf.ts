// The best plan of the search that ran last in each scenario, kept while its file is open: nothing of it is written until it is accepted.
import type { Reader } from '#engine/db.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AlignmentDraft } from '#shared/territories/alignment-types.ts'
import { draftOf } from './align-draft.ts'
import type { AlignmentFrame } from './align-frame.ts'
import type { Found } from './align-task.ts'
import type { Units } from './align-units.ts'

export interface Search {
  readonly frame: AlignmentFrame
  readonly units: Units
  found: Found | undefined
  isFinished: boolean
  /** Made from what was found when it was asked for last. */
  draft: { of: Found; isFinished: boolean; value: AlignmentDraft } | undefined
}

// Reader and writer of one file read by the same function, which lives as long as the file is open.
const shelves = new WeakMap<Reader['all'], Map<ScenarioId, Search>>()

export function startSearch(db: Reader, frame: AlignmentFrame, units: Units): Search {
  const search: Search = { frame, units, found: undefined, isFinished: false, draft: undefined }
  const shelf = shelves.get(db.all) ?? new Map<ScenarioId, Search>()
  shelves.set(db.all, shelf.set(frame.request.scenarioId, search))
  return search
}

/** The plan as far as it has been found; null when nothing has been found since the file was opened. */
export function findDraft(db: Reader, scenarioId: ScenarioId): AlignmentDraft | null {
  const search = shelves.get(db.all)?.get(scenarioId)
  if (search?.found === undefined) return null
  const { found, isFinished, draft } = search
  if (draft?.of === found && draft.isFinished === isFinished) return draft.value
  const value = draftOf(search.frame, search.units, found, isFinished)
  search.draft = { of: found, isFinished, value }
  return value
}

/** The day for which the plan was looked for. */
export const dayOfDraft = (db: Reader, scenarioId: ScenarioId) =>
  shelves.get(db.all)?.get(scenarioId)?.frame.onDate ?? null
