// Answers the calls about territories. Rules that propose territories are run in proposal.ts; loading is in load.ts.
import { listAccountNames } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { findSeller } from '#engine/people/store.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { territoriesContract } from '#shared/territories/contract.ts'
import { sharesDay, wouldLoop } from '#shared/territories/rules.ts'
import type { CoverageId, TerritoriesError, TerritoryId } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { listAccountRows } from './account-rows.ts'
import { loadOverview, settleDates } from './load.ts'
import { applyPlan, previewOf, workOut } from './proposal.ts'
import {
  findCoverage,
  findTerritory,
  insertAssignments,
  insertCoverage,
  insertTerritory,
  listCoverage,
  listTerritories,
  moveTerritory,
  removeAssignments,
  removeCoverage,
  removeTerritory,
  renameTerritory,
  type StoredTerritory,
  updateCoverage
} from './store.ts'

const missing = fail({ code: 'territories.notFound' })

/** A territory whose scenario may be written, or why not. */
function openTerritory(db: Reader, id: TerritoryId): { territory: StoredTerritory } | { refused: TerritoriesError } {
  const territory = findTerritory(db, id)
  if (territory === undefined) return { refused: { code: 'territories.notFound' } }
  const locked = requireOpenScenario(db, territory.scenarioId)
  return locked ? { refused: locked } : { territory }
}

const isNameTaken = (db: Reader, scenarioId: ScenarioId, name: string, except?: TerritoryId): boolean =>
  listTerritories(db, scenarioId).some(
    (territory) => territory.id !== except && territory.name.toLowerCase() === name.toLowerCase()
  )

/** Coverage of a seller over a stretch of days that would be said twice, or dates the wrong way round. */
function refuseCoverage(
  db: Reader,
  territory: StoredTerritory,
  sellerId: SellerId,
  days: { fromOn: IsoDate | null; toOn: IsoDate | null },
  except?: CoverageId
): TerritoriesError | undefined {
  const { fromOn, toOn } = days
  if (fromOn !== null && toOn !== null && toOn < fromOn) return { code: 'territories.datesReversed', fromOn, toOn }
  const clash = listCoverage(db, territory.scenarioId).find(
    (each) =>
      each.id !== except && each.territoryId === territory.id && each.sellerId === sellerId && sharesDay(each, days)
  )
  return clash && { code: 'territories.coverageOverlaps', sellerName: clash.sellerName, territoryName: territory.name }
}

function openCoverage(db: Reader, id: CoverageId) {
  const coverage = findCoverage(db, id)
  if (coverage === undefined) return { refused: { code: 'territories.coverageMissing' } satisfies TerritoriesError }
  const opened = openTerritory(db, coverage.territoryId)
  return 'refused' in opened ? opened : { coverage, territory: opened.territory }
}

const hasAll = (db: Reader, accountIds: readonly AccountId[]): boolean => {
  const known = new Set(listAccountNames(db).map((account) => account.id))
  return accountIds.every((id) => known.has(id))
}

export const territoriesHandlers = defineHandlers(territoriesContract, {
  overview: ({ db, today }, { scenarioId, ...dates }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    return ok(loadOverview(db, scenarioId, settleDates(db, scenarioId, dates, today)))
  },
  listAccounts: ({ db, today }, { scenarioId, territoryId, ...dates }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    return ok(listAccountRows(db, scenarioId, territoryId, settleDates(db, scenarioId, dates, today)))
  },
  propose: ({ db, today }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    return ok(previewOf(workOut(db, args, today)))
  },
  applyProposal: ({ db, today }, args) => {
    const locked = requireOpenScenario(db, args.scenarioId)
    if (locked) return fail(locked)
    const worked = workOut(db, args, today)
    if (worked.plan.territories.length === 0) return fail({ code: 'territories.nothingProposed' })
    const outcome = applyPlan(db, args, worked)
    return done(outcome, { count: outcome.placed })
  },
  create: ({ db }, { scenarioId, name, parentId, teamId }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const territories = listTerritories(db, scenarioId)
    if (parentId !== undefined && !territories.some((territory) => territory.id === parentId)) return missing
    if (isNameTaken(db, scenarioId, name)) return fail({ code: 'territories.nameTaken', name })
    const position = Math.max(-1, ...territories.map((territory) => territory.position)) + 1
    const row = { scenarioId, parentId: parentId ?? null, name, teamId: teamId ?? null, position }
    return done(insertTerritory(db, row), { name })
  },
  rename: ({ db }, { territoryId, name }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const { territory } = opened
    if (isNameTaken(db, territory.scenarioId, name, territoryId)) return fail({ code: 'territories.nameTaken', name })
    renameTerritory(db, territoryId, name)
    return done(null, { from: territory.name, name })
  },
  move: ({ db }, { territoryId, parentId }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const { territory } = opened
    const territories = listTerritories(db, territory.scenarioId)
    const parent = territories.find((each) => each.id === parentId)
    if (parentId !== null && parent === undefined) return missing
    if (wouldLoop(territories, territoryId, parentId))
      return fail({ code: 'territories.loop', name: territory.name, parentName: parent?.name ?? '' })
    moveTerritory(db, territoryId, parentId)
    return done(null, { name: territory.name })
  },
  remove: ({ db }, { territoryId }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    removeTerritory(db, opened.territory)
    return done(null, { name: opened.territory.name })
  },
  assign: ({ db }, { scenarioId, territoryId, accountIds, reason }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    if (opened.territory.scenarioId !== scenarioId) return missing
    const ids = [...new Set(accountIds)]
    if (!hasAll(db, ids)) return fail({ code: 'territories.accountMissing' })
    removeAssignments(db, scenarioId, ids)
    insertAssignments(
      db,
      scenarioId,
      ids.map((accountId) => ({
        territoryId,
        accountId,
        source: 'manual' as const,
        reason,
        evidence: null,
        fromOn: null,
        toOn: null
      }))
    )
    return done(ids.length, { count: ids.length, name: opened.territory.name })
  },
  unassign: ({ db }, { scenarioId, accountIds }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const removed = removeAssignments(db, scenarioId, accountIds)
    return done(removed, { count: removed })
  },
  cover: ({ db }, { territoryId, sellerId, fromOn, toOn }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const seller = findSeller(db, sellerId)
    if (seller === undefined) return fail({ code: 'territories.sellerMissing' })
    const refused = refuseCoverage(db, opened.territory, sellerId, { fromOn, toOn })
    if (refused) return fail(refused)
    const { scenarioId, name } = opened.territory
    return done(insertCoverage(db, { scenarioId, territoryId, sellerId, fromOn, toOn }), { seller: seller.name, name })
  },
  changeCoverage: ({ db }, { coverageId, fromOn, toOn }) => {
    const opened = openCoverage(db, coverageId)
    if ('refused' in opened) return fail(opened.refused)
    const { coverage, territory } = opened
    const refused = refuseCoverage(db, territory, coverage.sellerId, { fromOn, toOn }, coverageId)
    if (refused) return fail(refused)
    updateCoverage(db, coverageId, fromOn, toOn)
    return done(null, { seller: coverage.sellerName, name: territory.name })
  },
  uncover: ({ db }, { coverageId }) => {
    const opened = openCoverage(db, coverageId)
    if ('refused' in opened) return fail(opened.refused)
    removeCoverage(db, coverageId)
    return done(null, { seller: opened.coverage.sellerName, name: opened.territory.name })
  }
})
