// How far each point is from its nearest neighbours, for many points on the globe.
import { earthKm } from '../alignment/distances.ts'

/**
 * Gives for each point the mean straight distance to its nearest neighbours.
 *
 * Points go by latitude; from each the search walks up and down until the latitude alone is farther than the neighbours it has.
 *
 * @param points degrees; null is an unknown place
 * @param count how many neighbours, 3 by custom; fewer points give the mean of those there are
 * @returns km for each point, in their order
 * @missing null for an unknown place, and when no other place is known
 * @source great-circle distance by chords of the unit sphere, mean radius 6,371.0088 km (IUGG)
 * @example meanNearestKm([{ lon: 0, lat: 0 }, { lon: 0, lat: 1 }], 3) // [111.195, 111.195]
 */
export function meanNearestKm(
  points: readonly ({ readonly lon: number; readonly lat: number } | null)[],
  count = 3
): (number | null)[] {
  const order: number[] = []
  points.forEach((point, at) => {
    if (point) order.push(at)
  })
  order.sort((one, other) => (points[one]?.lat ?? 0) - (points[other]?.lat ?? 0) || one - other)
  const n = order.length
  const [xs, ys, zs, lats] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  order.forEach((at, rank) => {
    const lat = ((points[at]?.lat ?? 0) * Math.PI) / 180
    const lon = ((points[at]?.lon ?? 0) * Math.PI) / 180
    lats[rank] = lat
    xs[rank] = Math.cos(lat) * Math.cos(lon)
    ys[rank] = Math.cos(lat) * Math.sin(lon)
    zs[rank] = Math.sin(lat)
  })
  const result: (number | null)[] = points.map(() => null)
  const wanted = Math.min(count, n - 1)
  if (wanted < 1) return result
  const nearest = new Float64Array(wanted)
  for (let rank = 0; rank < n; rank += 1) {
    nearest.fill(Number.POSITIVE_INFINITY)
    const look = (other: number): boolean => {
      // A chord is shorter than the arc over the latitude alone would be: 2·sin(Δ/2).
      const rise = 2 * Math.sin(Math.abs((lats[other] ?? 0) - (lats[rank] ?? 0)) / 2)
      if (rise * rise >= (nearest[wanted - 1] ?? 0)) return false
      const dx = (xs[other] ?? 0) - (xs[rank] ?? 0)
      const dy = (ys[other] ?? 0) - (ys[rank] ?? 0)
      const dz = (zs[other] ?? 0) - (zs[rank] ?? 0)
      insertSorted(nearest, dx * dx + dy * dy + dz * dz)
      return true
    }
    let [down, up] = [rank - 1, rank + 1]
    let [goesDown, goesUp] = [down >= 0, up < n]
    while (goesDown || goesUp) {
      if (goesDown) goesDown = look(down--) && down >= 0
      if (goesUp) goesUp = look(up++) && up < n
    }
    let km = 0
    for (const chord2 of nearest) km += 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord2) / 2))
    result[order[rank] ?? 0] = km / wanted
  }
  return result
}

/** Puts a value in its place in an ascending list of fixed length, whose last one falls out. */
function insertSorted(list: Float64Array, value: number): void {
  let at = list.length - 1
  if (value >= (list[at] ?? 0)) return
  while (at > 0 && (list[at - 1] ?? 0) > value) {
    list[at] = list[at - 1] ?? 0
    at -= 1
  }
  list[at] = value
}
