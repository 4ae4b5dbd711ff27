// How the company is parted for series: which seller, account or product belongs to which team, territory, segment and so on, on the
// day the data end. Each part has the key that `cutKey` writes; what belongs to none is the rest.
import { listAccountSegments, listProductFamilies, type SumBy } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { listAssignments, listTerritories } from '#engine/territories/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { AskedCut, CutDimension, ForecastCut } from '#shared/forecasts/types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import { membershipOn, teamLine } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { type IsoDate, isWithin } from '#shared/units/date.ts'
import { periodsOfYear } from '#shared/units/period.ts'

export interface Parting {
  dimension: CutDimension
  /** What the sums are grouped by. */
  by: SumBy
  /** Every part by its key; the rest is not among them. */
  cuts: ReadonlyMap<string, ForecastCut>
  rest: ForecastCut
  /** The parts that a seller, account or product lies in, its own first, then those above it; the rest alone where there are none. */
  keysOf: (id: number | null) => readonly string[]
  /** Who lies in a part; undefined for the rest, which isn't a list. */
  idsOf: (key: string) => number[] | undefined
  /** The day whose teams or territories hold for the whole history; null where no day matters. */
  on: IsoDate | null
}

interface Found {
  by: SumBy
  cuts: ForecastCut[]
  parts: Map<number, string[]>
  on?: IsoDate
}

/**
 * Parts the company.
 *
 * @param dataAsOf the day the data end: teams are those of that day; territories too, moved into the plan's year when it lies outside
 */
export function partCompany(
  db: Reader,
  dimension: CutDimension,
  { scenarioId, dataAsOf }: { scenarioId: ScenarioId; dataAsOf: IsoDate }
): Parting {
  const found = findParts[dimension](db, scenarioId, dataAsOf)
  const rest: ForecastCut = { kind: 'rest', of: dimension }
  const restKeys = [cutKey(rest)]
  return {
    dimension,
    by: found.by,
    cuts: new Map(found.cuts.map((cut) => [cutKey(cut), cut])),
    rest,
    keysOf: (id) => (id === null ? restKeys : (found.parts.get(id) ?? restKeys)),
    idsOf: (key) =>
      key === restKeys[0] ? undefined : [...found.parts].flatMap(([id, keys]) => (keys.includes(key) ? [id] : [])),
    on: found.on ?? null
  }
}

/** The parting in which a cut lies; null for the company, which is parted by nothing. */
export const dimensionOf = (cut: AskedCut): CutDimension | null =>
  cut.kind === 'company' ? null : cut.kind === 'rest' ? cut.of : cut.kind

type FindParts = (db: Reader, scenarioId: ScenarioId, dataAsOf: IsoDate) => Found

const findParts: Record<CutDimension, FindParts> = {
  seller: (db) => {
    const cuts = loadPeople(db).sellers.map((seller) => ({
      kind: 'seller' as const,
      sellerId: seller.id,
      name: seller.name
    }))
    return { by: 'seller', cuts, parts: new Map(cuts.map((cut) => [cut.sellerId, [cutKey(cut)]])) }
  },

  team: (db, _, dataAsOf) => {
    const { sellers, teams, memberships } = loadPeople(db)
    const bySeller = groupBy(memberships, (each) => each.sellerId)
    const parts = new Map<number, string[]>()
    for (const { id } of sellers) {
      const own = membershipOn(bySeller.get(id) ?? [], dataAsOf)
      if (own === undefined) continue
      const line = teamLine(teams, own.teamId).toReversed()
      if (line.length > 0)
        parts.set(
          id,
          line.map((team) => cutKey({ kind: 'team', teamId: team.id }))
        )
    }
    const cuts = teams.map((team) => ({ kind: 'team' as const, teamId: team.id, name: team.name }))
    return { by: 'seller', cuts, parts, on: dataAsOf }
  },

  territory: (db, scenarioId, dataAsOf) => {
    const on = moveIntoYear(db, scenarioId, dataAsOf)
    const there = listTerritories(db, scenarioId).filter((each) => isWithin(on, each.fromOn, each.toOn))
    const byId = new Map(there.map((each) => [each.id, each]))
    const lineOf = (id: (typeof there)[number]['id']): string[] => {
      const line: string[] = []
      // A tree without loops: the depth is bounded by the number of territories.
      for (let each = byId.get(id); each !== undefined && line.length < there.length; ) {
        line.push(cutKey({ kind: 'territory', territoryId: each.id }))
        each = each.parentId === null ? undefined : byId.get(each.parentId)
      }
      return line
    }
    const mains = new Set<number>()
    const parts = new Map<number, string[]>()
    for (const each of listAssignments(db, scenarioId)) {
      const territory = byId.get(each.territoryId)
      if (territory === undefined || !isWithin(on, each.fromOn, each.toOn)) continue
      // Of two main territories at once, which the checks of territories name, the first counts.
      if (territory.kind === 'main' && mains.has(each.accountId)) continue
      const keys = parts.get(each.accountId) ?? []
      parts.set(each.accountId, [...keys, ...lineOf(territory.id).filter((key) => !keys.includes(key))])
      if (territory.kind === 'main') mains.add(each.accountId)
    }
    const restKey = cutKey({ kind: 'rest', of: 'territory' })
    for (const [id, keys] of parts) if (!mains.has(id)) keys.push(restKey)
    const cuts = there.map(({ id, name }) => ({ kind: 'territory' as const, territoryId: id, name }))
    return { by: 'account', cuts, parts, on }
  },

  segment: (db) => {
    const cuts = new Map<string, ForecastCut>()
    const parts = new Map<number, string[]>()
    for (const { id, segment } of listAccountSegments(db)) {
      const cut: ForecastCut = { kind: 'segment', name: segment }
      const key = cutKey(cut)
      // Spelt in several ways, the first account's way is shown.
      if (!cuts.has(key)) cuts.set(key, cut)
      parts.set(id, [key])
    }
    return { by: 'account', cuts: byName([...cuts.values()]), parts }
  },

  product: (db) => {
    const cuts = listProductFamilies(db).map(({ id, name }) => ({ kind: 'product' as const, productId: id, name }))
    return { by: 'product', cuts, parts: new Map(cuts.map((cut) => [cut.productId, [cutKey(cut)]])) }
  },

  family: (db) => {
    const cuts = new Map<string, ForecastCut>()
    const parts = new Map<number, string[]>()
    for (const { id, family } of listProductFamilies(db)) {
      if (family === null) continue
      const cut: ForecastCut = { kind: 'family', name: family }
      if (!cuts.has(cutKey(cut))) cuts.set(cutKey(cut), cut)
      parts.set(id, [cutKey(cut)])
    }
    return { by: 'product', cuts: byName([...cuts.values()]), parts }
  },

  business: () => {
    const fresh: ForecastCut = { kind: 'business', business: 'new' }
    const existing: ForecastCut = { kind: 'business', business: 'existing' }
    const parts = new Map([
      [1, [cutKey(fresh)]],
      [0, [cutKey(existing)]]
    ])
    return { by: 'business', cuts: [fresh, existing], parts }
  }
}

const nameOf = (cut: ForecastCut): string => ('name' in cut ? cut.name : '')

const byName = (cuts: ForecastCut[]): ForecastCut[] =>
  cuts.toSorted((a, b) => (nameOf(a).toLowerCase() < nameOf(b).toLowerCase() ? -1 : 1))

/** The day the data end where the plan's year holds it, else the nearest day of that year: as the territory pages have it. */
function moveIntoYear(db: Reader, scenarioId: ScenarioId, day: IsoDate): IsoDate {
  const [year] = periodsOfYear(getFiscalYear(db, scenarioId), 'year', getSettings(db).calendar)
  if (!year) throw new Error('a fiscal year has days')
  if (day < year.startsOn) return year.startsOn
  return day > year.endsOn ? year.endsOn : day
}
