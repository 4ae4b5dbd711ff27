// Answers the calls about alignments: looking for a better plan, the best one so far, and accepting moves of it.
import { listAccountNames } from '#engine/crm/store.ts'
import { done, fail, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import type { AccountId } from '#shared/crm/types.ts'
import { frameAlignment } from './align-frame.ts'
import { regionUnits } from './align-regions.ts'
import { dayOfDraft, findDraft, startSearch } from './align-shelf.ts'
import type { TerritoriesHandlers } from './handler-parts.ts'
import { insertAssignments, listPlacements, listTerritories, removeAssignments } from './store.ts'

export const alignHandlers: Pick<TerritoriesHandlers, 'align' | 'bestAlignment' | 'acceptAlignment'> = {
  align: async ({ db, today, inWorker }, request) => {
    const { scenarioId, regions } = request
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const framed = frameAlignment(db, request, today)
    if ('refused' in framed) return fail(framed.refused)
    const { frame } = framed
    const units = regions === null ? { problem: frame.problem, members: null } : await regionUnits(frame, regions)
    const search = startSearch(db, frame, units)
    // When the search is cancelled its thread ends, and what it had sent until then stays on the shelf.
    search.found = await inWorker('territories.align', { accounts: frame.problem, units }, (found) => {
      search.found = found
    })
    search.isFinished = true
    const draft = findDraft(db, scenarioId)
    return draft ? ok(draft) : fail({ code: 'territories.draftMissing' })
  },
  bestAlignment: ({ db }, { scenarioId }) =>
    findScenario(db, scenarioId) === undefined ? fail({ code: 'plans.notFound' }) : ok(findDraft(db, scenarioId)),
  acceptAlignment: ({ db }, { scenarioId, moves, fromOn }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const [draft, onDate] = [findDraft(db, scenarioId), dayOfDraft(db, scenarioId)]
    if (draft === null || onDate === null) return fail({ code: 'territories.draftMissing' })
    const proposed = new Map(draft.moves.map((move) => [move.accountId, move]))
    // Of two at once, which the checks name, the first counts.
    const placements = listPlacements(db, scenarioId, onDate).toReversed()
    const liesIn = new Map(placements.map((each) => [each.accountId, each.territoryId]))
    const territories = new Set(listTerritories(db, scenarioId).map((territory) => territory.id))
    const accounts = new Set(listAccountNames(db).map((account) => account.id))
    const chosen = new Map<AccountId, (typeof draft.moves)[number]>()
    for (const { accountId, fromId, toId } of moves) {
      const move = proposed.get(accountId)
      const isThere = (liesIn.get(accountId) ?? null) === fromId
      const isKnown = accounts.has(accountId) && territories.has(toId)
      if (move?.fromId !== fromId || move.toId !== toId || !isThere || !isKnown)
        return fail({ code: 'territories.draftOutdated' })
      chosen.set(accountId, move)
    }
    removeAssignments(db, scenarioId, [...chosen.keys()], 'main', fromOn)
    insertAssignments(
      db,
      scenarioId,
      [...chosen].map(([accountId, { toId, balancePoints, km, visitKm }]) => ({
        territoryId: toId,
        accountId,
        source: 'alignment',
        reason: '',
        evidence: { method: 'alignment', balancePoints, km, visitKm },
        fromOn,
        toOn: null
      }))
    )
    return done(chosen.size, { count: chosen.size })
  }
}
