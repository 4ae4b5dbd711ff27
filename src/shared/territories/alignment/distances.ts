// Straight distances on the globe from every unit to every territory's base, as the optimiser counts them.
import type { Place } from './problem.ts'

/** Mean radius of the Earth, km (IUGG). */
export const earthKm = 6371.0088

/**
 * Gives the great-circle distance of two places.
 *
 * @param one degrees
 * @param other degrees
 * @returns km, 0 to 20,015
 * @source 2R asin(chord / 2) over the unit sphere, the same as the haversine formula; R is the mean radius 6,371.0088 km (IUGG)
 * @example distanceKm({ lon: 0, lat: 0 }, { lon: 0, lat: 1 }) // 111.195
 */
export function distanceKm(one: Place, other: Place): number {
  const [here, there] = [onSphere([one]), onSphere([other])]
  return arcKm(here[0]! - there[0]!, here[1]! - there[1]!, here[2]! - there[2]!)
}

/**
 * Gives the great-circle distance of every unit from every base.
 *
 * @param units places in degrees; null is unknown
 * @param bases places in degrees; null is unknown
 * @returns km, row by row: that of unit u from base t is at u x bases.length + t
 * @missing 0 where the unit or the base has no place: distance then counts for nothing
 * @source great-circle distance by chords of the unit sphere, as distanceKm
 * @example measureDistances([{ lon: 0, lat: 0 }], [{ lon: 0, lat: 1 }, null]) // [111.195, 0]
 */
export function measureDistances(units: readonly (Place | null)[], bases: readonly (Place | null)[]): Float64Array {
  const [from, to] = [onSphere(units), onSphere(bases)]
  const count = bases.length
  const km = new Float64Array(units.length * count)
  for (let unit = 0; unit < units.length; unit += 1) {
    if (units[unit] === null) continue
    const [x, y, z] = [from[3 * unit]!, from[3 * unit + 1]!, from[3 * unit + 2]!]
    for (let base = 0; base < count; base += 1) {
      if (bases[base] === null) continue
      km[unit * count + base] = arcKm(x - to[3 * base]!, y - to[3 * base + 1]!, z - to[3 * base + 2]!)
    }
  }
  return km
}

function arcKm(dx: number, dy: number, dz: number): number {
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2))
}

/** x, y, z of each place on the unit sphere, one after the other; an unknown place stays at 0, 0, 0. */
function onSphere(places: readonly (Place | null)[]): Float64Array {
  const points = new Float64Array(3 * places.length)
  places.forEach((place, at) => {
    if (place === null) return
    const [lon, lat] = [(place.lon * Math.PI) / 180, (place.lat * Math.PI) / 180]
    points[3 * at] = Math.cos(lat) * Math.cos(lon)
    points[3 * at + 1] = Math.cos(lat) * Math.sin(lon)
    points[3 * at + 2] = Math.sin(lat)
  })
  return points
}
