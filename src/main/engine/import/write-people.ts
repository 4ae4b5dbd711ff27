// Writes the people, teams, stages and territories of a plan through the stores of their domains, which keep their own rules (the place of
// a stage in the funnel, one open membership). Their ids are known beforehand; here it is made sure that they are these.
import type { Writer } from '#engine/db.ts'
import {
  endMembership,
  findTeam,
  insertMembership,
  insertSeller,
  insertTeam,
  listMembershipsOf,
  updateSeller,
  updateTeam
} from '#engine/people/store.ts'
import { insertStage } from '#engine/playbook/store.ts'
import { insertTerritory, listTerritories } from '#engine/territories/store.ts'
import type { Ref } from '#shared/import/plan/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import type { ReferredTable } from './row-shapes.ts'
import type { WrittenPart } from './written-part.ts'

type IdOf = (table: ReferredTable, ref: Ref) => number

function expectId(table: string, wanted: number, got: number): void {
  if (wanted !== got) throw new Error(`a new row of ${table} has the id ${got}, not ${wanted} as planned`)
}

export function writeStages(db: Writer, stages: WrittenPart['stages'], idOf: IdOf): void {
  for (const { id, ...stage } of stages) {
    const probabilityRatio = stage.status === 'open' ? null : stage.status === 'won' ? 1 : 0
    expectId('stages', idOf('stages', id), insertStage(db, { ...stage, probabilityRatio }))
  }
}

export function writePeople(db: Writer, part: WrittenPart, idOf: IdOf, today: IsoDate): void {
  const sellerId = (ref: Ref): SellerId => idOf('sellers', ref) as SellerId
  const teamId = (ref: Ref): TeamId => idOf('teams', ref) as TeamId
  for (const { id, values, isAgain } of part.sellers) {
    const { nameKey: _, ...fields } = values
    if (id < 0 && isAgain !== true) expectId('sellers', sellerId(id), insertSeller(db, fields))
    else updateSeller(db, sellerId(id), fields)
  }
  for (const { id, parent, name, nameKey, lead } of part.teams) {
    const managerId = lead === null ? null : sellerId(lead)
    const parentId = parent === null ? null : teamId(parent)
    if (id < 0) {
      expectId('teams', teamId(id), insertTeam(db, { parentId, name, managerId }, nameKey))
      continue
    }
    const known = findTeam(db, teamId(id))
    if (known !== undefined)
      updateTeam(db, { ...known, name, parentId, managerId: managerId ?? known.managerId }, nameKey)
  }
  for (const { seller, team } of part.memberships) {
    // Whoever was in another team until now moves today; whoever had none belongs there from the start.
    const open = listMembershipsOf(db, sellerId(seller)).filter((each) => each.toOn === null)
    for (const each of open) endMembership(db, each.id, addDays(today, -1))
    const fromOn = open.length === 0 ? null : today
    insertMembership(db, { sellerId: sellerId(seller), teamId: teamId(team), fromOn, toOn: null })
  }
}

export function writeTerritories(
  db: Writer,
  territories: WrittenPart['territories'],
  scenarioId: ScenarioId | null,
  idOf: IdOf
): void {
  if (territories.length === 0) return
  if (scenarioId === null) throw new Error('territories were planned without a scenario')
  let position = Math.max(0, ...listTerritories(db, scenarioId).map((each) => each.position + 1))
  for (const { id, name, team } of territories) {
    const teamId = team === null ? null : (idOf('teams', team) as TeamId)
    const made = insertTerritory(db, { scenarioId, parentId: null, name, teamId, position: position++ })
    expectId('territories', idOf('territories', id), made)
  }
}
