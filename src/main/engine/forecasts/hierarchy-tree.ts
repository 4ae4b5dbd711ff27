// Lays out the company as a tree of parts with their histories: by teams and sellers, by territories, or by segments.
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { listTerritories } from '#engine/territories/store.ts'
import type { PartNode } from '#shared/forecasts/hierarchy/parts.ts'
import type { PartKind, PartNote, PartsTreeId } from '#shared/forecasts/hierarchy-types.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { SalesSeries } from '#shared/forecasts/types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import { membershipOn, type Seller, type Team } from '#shared/people/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type CutSeries, loadSeriesOf, type SeriesArgs } from './load-series.ts'

/** A part with those below it. */
interface Branch {
  key: string
  kind: PartKind
  name: string
  values: readonly number[]
  notes: PartNote[]
  children: Branch[]
}

type Layers = Readonly<Record<PartsTreeId, (db: Reader, args: SeriesArgs) => Branch[]>>

/** Names of people who left: more of them say no more. */
const mostNames = 6

const valuesOf = (series: SalesSeries | undefined): number[] => series?.points.map((point) => point.amountMinor) ?? []

const branch = (
  key: string,
  kind: PartKind,
  name: string,
  values: readonly number[],
  children: Branch[] = [],
  notes: PartNote[] = []
): Branch => ({ key, kind, name, values, notes, children })

const restOf = (found: ReadonlyMap<string, CutSeries>, of: 'team' | 'seller' | 'territory' | 'segment'): number[] =>
  valuesOf(found.get(cutKey({ kind: 'rest', of }))?.series)

/** Series that end together, added up. */
function addUpSeries(many: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...many.map((values) => values.length))
  return Array.from({ length }, (_, at) =>
    many.reduce((sum, values) => sum + (values[values.length - length + at] ?? 0), 0)
  )
}

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name)

const layers: Layers = {
  teams: (db, args) => {
    const { sellers, teams, memberships } = loadPeople(db)
    const bySeller = loadSeriesOf(db, 'seller', args)
    const byTeam = loadSeriesOf(db, 'team', args)
    const placed = groupBy(memberships, (each) => each.sellerId)
    const inTeam = groupBy(
      sellers,
      (seller) => membershipOn(placed.get(seller.id) ?? [], args.dataAsOf)?.teamId ?? null
    )
    const ofPerson = ({ id }: Seller) => valuesOf(bySeller.get(cutKey({ kind: 'seller', sellerId: id }))?.series)

    /** Those who sell now by name, then those who left as one. */
    const people = (team: Team | null): { branches: Branch[]; notes: PartNote[] } => {
      const own = inTeam.get(team?.id ?? null) ?? []
      const there = own.filter((seller) => !hasLeft(seller, args.dataAsOf))
      const gone = own.filter((seller) => hasLeft(seller, args.dataAsOf) && ofPerson(seller).length > 0).sort(byName)
      // Who leads or opens leads sells nothing by trade: without a sale there is nothing to expect of them.
      const branches = there
        .filter((seller) => ofPerson(seller).length > 0 || ['seller', 'account_manager'].includes(seller.role))
        .sort(byName)
        .map((seller) => branch(`seller:${seller.id}`, 'seller', seller.name, ofPerson(seller)))
      const fresh = branches.filter((each) => each.values.length === 0).length
      if (gone.length > 0) {
        const names = gone.slice(0, mostNames).map((seller) => seller.name)
        const notes: PartNote[] = [{ kind: 'leavers', count: gone.length, names }]
        branches.push(branch(`leavers:${team?.id ?? 0}`, 'leavers', '', addUpSeries(gone.map(ofPerson)), [], notes))
      }
      return { branches, notes: fresh > 0 ? [{ kind: 'withoutHistory', count: fresh }] : [] }
    }

    const below = (parentId: Team['parentId']): Branch[] =>
      teams
        .filter((team) => team.parentId === parentId)
        .sort(byName)
        .flatMap((team) => {
          const own = people(team)
          const children = [...below(team.id), ...own.branches]
          const values = valuesOf(byTeam.get(cutKey({ kind: 'team', teamId: team.id }))?.series)
          return children.length === 0 ? [] : branch(`team:${team.id}`, 'team', team.name, values, children, own.notes)
        })

    const tops = below(null)
    const alone = people(null)
    const nobody = restOf(bySeller, 'seller')
    const unsold = nobody.length > 0 ? [branch('rest:seller', 'noSeller', '', nobody)] : []
    if (tops.length === 0) return [...alone.branches, ...unsold]
    if (alone.branches.length === 0) return [...tops, ...unsold]
    const rest = branch('rest:team', 'noTeam', '', restOf(byTeam, 'team'), [...alone.branches, ...unsold], alone.notes)
    return [...tops, rest]
  },

  territories: (db, args) => {
    const found = loadSeriesOf(db, 'territory', args)
    const mains = listTerritories(db, args.scenarioId).filter((territory) => territory.kind === 'main')
    const below = (parentId: (typeof mains)[number]['parentId']): Branch[] =>
      mains
        .filter((territory) => territory.parentId === parentId)
        .map(({ id, name }) => {
          const key = cutKey({ kind: 'territory', territoryId: id })
          const values = valuesOf(found.get(key)?.series)
          const children = below(id)
          const own = addUpSeries([values, ...children.map((child) => child.values.map((value) => -value))])
          const first = own.findIndex((value) => value !== 0)
          if (children.length > 0 && first >= 0)
            children.push(branch(`own:${id}`, 'ownAccounts', name, own.slice(first)))
          return branch(key, 'territory', name, values, children)
        })
    const tops = below(null)
    const rest = restOf(found, 'territory')
    return tops.length === 0 || rest.length === 0 ? tops : [...tops, branch('rest:territory', 'noTerritory', '', rest)]
  },

  segments: (db, args) => {
    const found = loadSeriesOf(db, 'segment', args)
    const own = [...found.values()].flatMap(({ cut, series }) =>
      cut.kind === 'segment' ? branch(cutKey(cut), 'segment', cut.name, valuesOf(series)) : []
    )
    const rest = restOf(found, 'segment')
    return own.length === 0 || rest.length === 0
      ? own
      : [...own.sort(byName), branch('rest:segment', 'noSegment', '', rest)]
  }
}

/** The last day of work lies behind. */
const hasLeft = ({ leftOn }: Seller, on: IsoDate): boolean => leftOn !== null && leftOn <= on

/**
 * The tree, the company first and every part after the one it lies in.
 *
 * @returns the company alone when nothing lies in the tree
 */
export function layOutParts(db: Reader, tree: PartsTreeId, args: SeriesArgs, company: SalesSeries): PartNode[] {
  const nodes: PartNode[] = []
  const length = company.points.length
  const add = ({ key, kind, name, values, notes, children }: Branch, parent: number | null): void => {
    const at = nodes.length
    // A changed definition may leave more out of the company's history than of a part's.
    nodes.push({ key, kind, name, parent, values: values.slice(-length), notes })
    for (const child of children) add(child, at)
  }
  add(branch('company', 'company', '', valuesOf(company), layers[tree](db, args)), null)
  return nodes
}
