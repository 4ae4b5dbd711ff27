// Where the seller of a territory starts from when nobody has said so: the middle of its accounts.
import type { TerritoryBase } from './types.ts'

/**
 * Finds the middle of accounts, weighted by their visits.
 *
 * The mean of the points as vectors of the unit sphere, put back on it: right across the date line too.
 *
 * @param accounts places in degrees and visits a year
 * @returns the base, not pinned, without a name
 * @missing null when no place is known; when no account has visits each counts once; null too when the places balance each other out on the
 *   globe, so that no middle exists
 * @source the centre of gravity on a sphere (D. E. Rohde and others name it the mean centre)
 * @example findBase([{ place: { lon: 2, lat: 40 }, visits: 1 }]) // { lon: 2, lat: 40, label: '', isPinned: false }
 */
export function findBase(
  accounts: readonly {
    readonly place: { readonly lon: number; readonly lat: number } | null
    readonly visits: number
  }[]
): TerritoryBase | null {
  const placed = accounts.filter((account) => account.place !== null)
  const hasVisits = placed.some((account) => account.visits > 0)
  let [x, y, z] = [0, 0, 0]
  for (const { place, visits } of placed) {
    if (!place) continue
    const weight = hasVisits ? visits : 1
    const [lon, lat] = [(place.lon * Math.PI) / 180, (place.lat * Math.PI) / 180]
    x += weight * Math.cos(lat) * Math.cos(lon)
    y += weight * Math.cos(lat) * Math.sin(lon)
    z += weight * Math.sin(lat)
  }
  const flat = Math.hypot(x, y)
  if (Math.hypot(flat, z) < 1e-9) return null
  const degrees = 180 / Math.PI
  return { lon: Math.atan2(y, x) * degrees, lat: Math.atan2(z, flat) * degrees, label: '', isPinned: false }
}
