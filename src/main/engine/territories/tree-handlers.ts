// Answers the calls about the tree of territories: making, naming, moving, changing and removing them, and placing accounts by hand.
import { listAccountNames } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { done, fail } from '#engine/handler.ts'
import { requireOpenScenario } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { wouldLoop } from '#shared/territories/rules.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { openTerritory, type TerritoriesHandlers } from './handler-parts.ts'
import { findPlaceOfText, homeCountryOf } from './known-places.ts'
import {
  changeTerritory,
  insertAssignments,
  insertTerritory,
  listTerritories,
  moveTerritory,
  removeAssignments,
  removeTerritory,
  renameTerritory,
  type TerritoryFields
} from './store.ts'

const missing = fail({ code: 'territories.notFound' })

const isNameTaken = (db: Reader, scenarioId: ScenarioId, name: string, except?: TerritoryId): boolean =>
  listTerritories(db, scenarioId).some(
    (territory) => territory.id !== except && territory.name.toLowerCase() === name.toLowerCase()
  )

const hasAll = (db: Reader, accountIds: readonly AccountId[]): boolean => {
  const known = new Set(listAccountNames(db).map((account) => account.id))
  return accountIds.every((id) => known.has(id))
}

export const treeHandlers: Pick<
  TerritoriesHandlers,
  'create' | 'rename' | 'move' | 'change' | 'remove' | 'assign' | 'unassign'
> = {
  create: ({ db }, { scenarioId, name, kind, parentId, teamId }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const territories = listTerritories(db, scenarioId)
    const parent = territories.find((territory) => territory.id === parentId)
    if (parentId !== undefined && parent === undefined) return missing
    if (parent !== undefined && parent.kind !== kind)
      return fail({ code: 'territories.kindsMixed', name, parentName: parent.name })
    if (isNameTaken(db, scenarioId, name)) return fail({ code: 'territories.nameTaken', name })
    const position = Math.max(-1, ...territories.map((territory) => territory.position)) + 1
    const row = { scenarioId, parentId: parentId ?? null, name, kind, teamId: teamId ?? null, position }
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
    if (parent !== undefined && parent.kind !== territory.kind)
      return fail({ code: 'territories.kindsMixed', name: territory.name, parentName: parent.name })
    moveTerritory(db, territoryId, parentId)
    return done(null, { name: territory.name })
  },
  change: ({ db }, { territoryId, base, kind, ...rest }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const { territory } = opened
    const fields: Partial<TerritoryFields> = { ...withoutAbsent(rest) }
    const { fromOn, toOn } = { ...territory, ...fields }
    if (fromOn !== null && toOn !== null && toOn < fromOn)
      return fail({ code: 'territories.datesReversed', fromOn, toOn })
    if (base !== undefined) {
      if (base !== null && 'text' in base) {
        const found = findPlaceOfText(base.text, homeCountryOf(getSettings(db).numberLocale))
        if (found === undefined) return fail({ code: 'territories.placeUnknown', text: base.text })
        fields.pinnedBase = found
      } else fields.pinnedBase = base
    }
    if (kind !== undefined && kind !== territory.kind) {
      // A tree is of one kind, else figures of an overlay would be added to a main territory above it.
      const territories = listTerritories(db, territory.scenarioId)
      const parent = territories.find((each) => each.id === territory.parentId)
      if (parent) return fail({ code: 'territories.kindsMixed', name: territory.name, parentName: parent.name })
      for (const each of territories)
        if (wouldLoop(territories, territoryId, each.id)) changeTerritory(db, each.id, { kind })
    }
    changeTerritory(db, territoryId, fields)
    return done(null, { name: territory.name })
  },
  remove: ({ db }, { territoryId }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    removeTerritory(db, opened.territory)
    return done(null, { name: opened.territory.name })
  },
  assign: ({ db }, { scenarioId, territoryId, accountIds, reason, fromOn }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const { territory } = opened
    if (territory.scenarioId !== scenarioId) return missing
    const ids = [...new Set(accountIds)]
    if (!hasAll(db, ids)) return fail({ code: 'territories.accountMissing' })
    removeAssignments(db, scenarioId, ids, territory.kind === 'main' ? 'main' : territoryId, fromOn)
    insertAssignments(
      db,
      scenarioId,
      ids.map((accountId) => ({
        territoryId,
        accountId,
        source: 'manual',
        reason,
        evidence: null,
        fromOn,
        toOn: null
      }))
    )
    return done(ids.length, { count: ids.length, name: territory.name })
  },
  unassign: ({ db }, { scenarioId, accountIds, territoryId }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const removed = removeAssignments(db, scenarioId, accountIds, territoryId ?? 'main')
    return done(removed, { count: removed })
  }
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>
}
