// Regions as the units of an alignment: the accounts of each moved as a whole, regions without accounts between them so that territories hang
// together, and accounts that stay where they are beside them.
import { findNearestRegion, indexRegions, loadLayer } from '#shared/geography/index.ts'
import type { LayerId, RegionLayer as LoadedLayer } from '#shared/geography/types.ts'
import { buildGraph, findPieces, linkIslands } from '#shared/territories/alignment/contiguous/neighbours.ts'
import type { AlignmentUnit } from '#shared/territories/alignment/problem.ts'
import type { RegionLayer } from '#shared/territories/alignment-types.ts'
import { findBase } from '#shared/territories/rules.ts'
import type { AlignmentFrame } from './align-frame.ts'
import type { Units } from './align-units.ts'
import type { KnownAccount } from './known-accounts.ts'

const layerIds: Record<RegionLayer, LayerId> = {
  'es-provinces': 'es-provinces',
  'us-counties': 'us-counties',
  'us-states': 'us-states',
  countries: 'world-countries'
}

/** A point that stands for no more than its town may lie this far off a coarsely drawn coast. */
const offCoastKm = 20

/**
 * Makes regions the units.
 *
 * A region lies today where most of its load does, or where its locked accounts are. A locked account that lies elsewhere is a unit of its own
 * beside its region; accounts that lie in no region stay out. Pieces of land without any account are left out, the others are linked.
 */
export async function regionUnits(frame: AlignmentFrame, id: RegionLayer): Promise<Units> {
  const layer = await loadLayer(layerIds[id])
  const regionOf = await findRegions(frame, id, layer)
  const inRegion = layer.regions.map((): number[] => [])
  for (const [at, region] of regionOf.entries()) if (region >= 0) inRegion[region]?.push(at)
  const { pieceOf } = findPieces(buildGraph(layer.regions.length, layer.neighbours))
  const inhabited = new Set(inRegion.flatMap((members, region) => (members.length > 0 ? (pieceOf[region] ?? -1) : [])))
  const units: AlignmentUnit[] = []
  const members: number[][] = []
  const forbidden: [number, number][] = []
  const strays: [number, number][] = []
  const unitOf = new Map<number, number>()
  for (const [region, own] of inRegion.entries()) {
    if (!inhabited.has(pieceOf[region] ?? -1)) continue
    const unit = units.length
    unitOf.set(region, unit)
    const current = currentOf(frame, own)
    const isStray = (at: number) => frame.accounts[at]?.isLocked === true && frame.accounts[at]?.current !== current
    const whole = own.filter((at) => !isStray(at))
    const [lon, lat] = layer.regions[region]?.centroid ?? [0, 0]
    units.push(sumUp(frame, whole, current, { lon, lat }))
    members.push(whole)
    for (const at of own.filter(isStray)) {
      strays.push([units.length, unit])
      const alone = frame.problem.units[at]
      if (alone) units.push(alone)
      members.push([at])
    }
  }
  const unitOfAccount = new Map(members.flatMap((own, unit) => own.map((at) => [at, unit] as const)))
  for (const [at, territory] of frame.problem.forbidden) {
    const unit = unitOfAccount.get(at)
    if (unit !== undefined) forbidden.push([unit, territory])
  }
  const touching = layer.neighbours.flatMap(([one, other]): [number, number][] => {
    const [left, right] = [unitOf.get(one), unitOf.get(other)]
    return left === undefined || right === undefined ? [] : [[left, right]]
  })
  const neighbours = linkIslands(
    [...touching, ...strays],
    units.map(({ place }) => place)
  )
  return { problem: { ...frame.problem, units, forbidden, neighbours }, members }
}

/** The region of each account of the frame, -1 for none: by its codes, and by its point where they don't say. */
async function findRegions(frame: AlignmentFrame, id: RegionLayer, layer: LoadedLayer): Promise<number[]> {
  const codeOf = ({ found }: KnownAccount): string | null => {
    if (found.kind === 'unplaced') return null
    if (id === 'countries') return found.codes.country
    return id === 'us-counties' ? found.codes.county : found.codes.subdivision
  }
  let index: ReturnType<typeof indexRegions> | undefined
  return frame.accounts.map(({ account: { known } }) => {
    const byCode = layer.indexOf.get(codeOf(known) ?? '')
    if (byCode !== undefined) return byCode
    const { found } = known
    const isPoint = found.kind !== 'unplaced' && ['exact', 'town', 'postalArea'].includes(found.precision)
    if (!isPoint) return -1
    index ??= indexRegions(layer)
    return findNearestRegion(index, found.longitude, found.latitude, offCoastKm)
  })
}

/** Where a region lies today: with its locked accounts, else with most of its load; of equals the first territory. */
function currentOf({ accounts, problem }: AlignmentFrame, own: readonly number[]): number | null {
  const locked = own.filter((at) => accounts[at]?.isLocked)
  const loads = new Map<number, number>()
  for (const at of locked.length > 0 ? locked : own) {
    const current = accounts[at]?.current ?? null
    // Accounts without load count too, so that a region of such accounts lies where they are.
    if (current !== null)
      loads.set(current, (loads.get(current) ?? 0) + (problem.units[at]?.load ?? 0) + Number.MIN_VALUE)
  }
  const [first] = [...loads].sort(([one, ones], [other, others]) => others - ones || one - other)
  return first?.[0] ?? null
}

function sumUp(
  { accounts, problem }: AlignmentFrame,
  own: readonly number[],
  current: number | null,
  centroid: { lon: number; lat: number }
): AlignmentUnit {
  const parts = own.flatMap((at) => problem.units[at] ?? [])
  const total = (read: (unit: AlignmentUnit) => number) => parts.reduce((sum, unit) => sum + read(unit), 0)
  const middle = findBase(parts)
  const isThere = (at: number) => accounts[at]?.current === current
  const moving = own.filter(isThere).flatMap((at) => problem.units[at] ?? [])
  return {
    place: middle ? { lon: middle.lon, lat: middle.lat } : centroid,
    load: total((unit) => unit.load),
    visits: total((unit) => unit.visits),
    others: problem.limits.map((_, at) => total((unit) => unit.others[at] ?? 0)),
    moveWeights: problem.moveLimits.map((_, at) => moving.reduce((sum, unit) => sum + (unit.moveWeights[at] ?? 0), 0)),
    current,
    isLocked: own.some((at) => accounts[at]?.isLocked)
  }
}
