// The cuts of the company to choose from, each with a label that tells it from the others: teams and territories with those above them,
// sellers of one name with their team.
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { listTerritories } from '#engine/territories/store.ts'
import type { CutGroup } from '#shared/forecasts/series-types.ts'
import type { CutDimension, ForecastCut } from '#shared/forecasts/types.ts'
import { membershipOn, teamPath } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { partCompany } from './partings.ts'

const dimensions: readonly CutDimension[] = ['team', 'seller', 'territory', 'segment', 'product', 'family', 'business']

interface Asked {
  scenarioId: ScenarioId
  dataAsOf: IsoDate
}

/** Groups without a cut of their own are left away. */
export function listCutGroups(db: Reader, asked: Asked): CutGroup[] {
  const labelOf = labels(db, asked)
  return dimensions.flatMap((dimension) => {
    const parting = partCompany(db, dimension, asked)
    const cuts = [...parting.cuts.values()].map((cut) => ({ cut, label: labelOf(cut) }))
    return cuts.length === 0 ? [] : [{ dimension, cuts: [...cuts, { cut: parting.rest, label: '' }] }]
  })
}

/** Cuts that have words of their own in the window's language get an empty label. */
function labels(db: Reader, { scenarioId, dataAsOf }: Asked): (cut: ForecastCut) => string {
  const { sellers, teams, memberships } = loadPeople(db)
  const count = new Map<string, number>()
  for (const { name } of sellers) count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1)
  const territories = new Map(listTerritories(db, scenarioId).map((each) => [each.id, each]))
  return (cut) => {
    if (cut.kind === 'team') return teamPath(teams, cut.teamId).join(' / ')
    if (cut.kind === 'territory') {
      const path: string[] = []
      for (let each = territories.get(cut.territoryId); each !== undefined && path.length < territories.size; ) {
        path.unshift(each.name)
        each = each.parentId === null ? undefined : territories.get(each.parentId)
      }
      return path.join(' / ')
    }
    if (cut.kind === 'seller' && (count.get(nameKey(cut.name)) ?? 0) > 1) {
      const own = membershipOn(
        memberships.filter((each) => each.sellerId === cut.sellerId),
        dataAsOf
      )
      const seller = sellers.find((each) => each.id === cut.sellerId)
      const tells = own === undefined ? seller?.externalId : teamPath(teams, own.teamId).join(' / ')
      return `${cut.name} (${tells ?? cut.sellerId})`
    }
    return 'name' in cut ? cut.name : ''
  }
}
