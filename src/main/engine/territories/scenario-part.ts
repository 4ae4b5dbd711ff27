// What territories are in a scenario: their rows copied with it, and the facts by which two scenarios are compared.
import { findDataAsOf } from '#engine/crm/store.ts'
import type { Reader, Writer } from '#engine/db.ts'
import type { IdMap, ScenarioPart } from '#engine/scenario-part.ts'
import type { ScenarioFact, ScenarioId } from '#shared/plans/types.ts'
import { measureBalance } from '#shared/territories/indices/index.ts'
import { orderTree } from '#shared/territories/rules.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { type IsoDate, isoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { loadOverview, settleDates } from './load.ts'
import {
  insertAssignments,
  insertCoverage,
  insertTerritory,
  listAssignments,
  listCoverage,
  listTerritories
} from './store.ts'

function copy(db: Writer, from: ScenarioId, to: ScenarioId, ids: IdMap): void {
  const newId = (id: TerritoryId) => ids.get('territories', id) as TerritoryId
  for (const { id, parentId, name, teamId, position } of orderTree(listTerritories(db, from))) {
    const copyId = insertTerritory(db, {
      scenarioId: to,
      parentId: parentId === null ? null : newId(parentId),
      name,
      teamId,
      position
    })
    ids.set('territories', id, copyId)
  }
  insertAssignments(
    db,
    to,
    listAssignments(db, from).map((row) => ({ ...row, territoryId: newId(row.territoryId) }))
  )
  for (const { territoryId, sellerId, fromOn, toOn } of listCoverage(db, from))
    insertCoverage(db, { scenarioId: to, territoryId: newId(territoryId), sellerId, fromOn, toOn })
}

function facts(db: Reader, scenarioId: ScenarioId): ScenarioFact[] {
  // A workspace without any fact has no day of its own; then nothing in the figures depends on it.
  const today: IsoDate = findDataAsOf(db) ?? isoDate(2000, 1, 1)
  const overview = loadOverview(db, scenarioId, settleDates(db, scenarioId, {}, today))
  if (overview.territories.length === 0) return []
  const fact = (
    kind: string,
    key: string,
    label: string,
    value: ScenarioFact['value'],
    unit: ScenarioFact['unit']
  ) => ({
    domain: 'territories',
    kind,
    key,
    label,
    value,
    unit
  })
  const leaves = overview.territories.filter((territory) => territory.isLeaf)
  const balance = measureBalance({ values: leaves.map((territory) => territory.wonMinor), bandRatio: 0.15 }).balance
  return [
    ...overview.territories.flatMap((territory) => {
      const key = nameKey(territory.name)
      const sellers = [...new Set(territory.coverage.map((each) => each.sellerName))].join(', ')
      return [
        fact('accounts', key, territory.name, territory.accounts, 'count'),
        fact('revenue', key, territory.name, territory.wonMinor, 'money'),
        fact('sellers', key, territory.name, sellers, 'text')
      ]
    }),
    fact('unassigned', 'unassigned', '', overview.unassigned.accounts, 'count'),
    fact('balance', 'balance', '', balance === null ? null : balance / 100, 'ratio')
  ]
}

export const territoriesScenarioPart: ScenarioPart = { domain: 'territories', copy, facts }
