// What territories are in a scenario: their rows copied with it, the facts by which two scenarios are compared, and what keeps it from
// being approved.
import { findDataAsOf } from '#engine/crm/store.ts'
import type { Reader, Writer } from '#engine/db.ts'
import type { IdMap, ScenarioPart } from '#engine/scenario-part.ts'
import type { ScenarioFact, ScenarioId, ScenarioProblem } from '#shared/plans/types.ts'
import { measureBalance } from '#shared/territories/indices/index.ts'
import type { RuleId } from '#shared/territories/rule-types.ts'
import { blocksApproval, orderTree } from '#shared/territories/rules.ts'
import type { PlacementEvidence, TerritoryId } from '#shared/territories/types.ts'
import { type IsoDate, isoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { preparePlaces } from './known-places.ts'
import { loadOverview, settleDates } from './load.ts'
import { getTerritorySettings } from './settings.ts'
import {
  insertAssignments,
  insertCoverage,
  insertTerritory,
  listAssignments,
  listCoverage,
  listTerritories,
  untieTerritories
} from './store.ts'
import { findTerritorySettings, insertRule, listRules, putTerritorySettings } from './store-rules.ts'

function copy(db: Writer, from: ScenarioId, to: ScenarioId, ids: IdMap): void {
  const newId = (id: TerritoryId) => ids.get('territories', id) as TerritoryId
  for (const { id, parentId, depth: _depth, isLeaf: _isLeaf, ...row } of orderTree(listTerritories(db, from))) {
    const copyId = insertTerritory(db, {
      ...row,
      scenarioId: to,
      parentId: parentId === null ? null : newId(parentId)
    })
    ids.set('territories', id, copyId)
  }
  for (const { id, territoryId, ...rule } of listRules(db, from))
    ids.set('territory_rules', id, insertRule(db, to, { ...rule, territoryId: newId(territoryId) }))
  insertAssignments(
    db,
    to,
    listAssignments(db, from).map((row) => ({
      ...row,
      territoryId: newId(row.territoryId),
      evidence: copyEvidence(row.evidence, ids)
    }))
  )
  for (const { territoryId, ...coverage } of listCoverage(db, from))
    insertCoverage(db, { ...coverage, scenarioId: to, territoryId: newId(territoryId) })
  const settings = findTerritorySettings(db, from)
  if (settings) putTerritorySettings(db, to, settings)
}

/** The rule that placed an account is the copy's own, unless it has been removed since. */
function copyEvidence(evidence: PlacementEvidence | null, ids: IdMap): PlacementEvidence | null {
  if (evidence?.method !== 'rule') return evidence
  return { ...evidence, ruleId: (ids.find('territory_rules', evidence.ruleId) ?? evidence.ruleId) as RuleId }
}

/** Checks that block an approval, by kind. A scenario without territories has none. */
function problems(db: Reader, scenarioId: ScenarioId, today: IsoDate): ScenarioProblem[] {
  const { checks } = loadOverview(db, scenarioId, settleDates(db, scenarioId, {}, today))
  const counts = new Map<string, number>()
  for (const check of checks)
    if (blocksApproval[check.kind])
      counts.set(check.kind, (counts.get(check.kind) ?? 0) + (check.kind === 'unassigned' ? check.accounts : 1))
  return [...counts].map(([kind, count]) => ({ domain: 'territories', kind, count }))
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
  const leaves = overview.territories.filter((territory) => territory.kind === 'main' && territory.isLeaf)
  const balance = measureBalance({
    values: leaves.map((territory) => territory.wonMinor),
    capacities: leaves.map((territory) => territory.capacityRatio),
    bandRatio: getTerritorySettings(db, scenarioId).bandRatio
  }).balance
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

export const territoriesScenarioPart: ScenarioPart = {
  domain: 'territories',
  copy,
  facts,
  problems,
  untie: untieTerritories,
  prepare: preparePlaces
}
