// Towns of the list: where they lie, and which is meant when several have one name.
import type { Area } from './area.ts'
import type { Towns } from './lists.ts'

/** How many times as many people the largest of a name must have than any other for the name alone to mean it. */
const timesAsLarge = 20
/** Towns of one name this near each other are one: a town and its municipality, say. */
const sameDegrees = 0.15

export const townArea = (towns: Towns, town: number): Area => towns.areas[towns.areaOf[town]!]!

export const townPosition = (towns: Towns, town: number): readonly [longitude: number, latitude: number] => [
  towns.figures[3 * town]! / 100,
  towns.figures[3 * town + 1]! / 100
]

const people = (towns: Towns, town: number): number => 2 ** (towns.figures[3 * town + 2]! / 8)

/**
 * Finds the town that a name alone means: the one far larger than all others of the name.
 *
 * @returns its place in the list, or null when none is
 */
export function largestTown(towns: Towns, named: readonly number[]): number | null {
  const ordered = [...named].sort((a, b) => people(towns, b) - people(towns, a))
  const [largest] = ordered
  if (largest === undefined) return null
  const next = ordered.find((town) => town !== largest && !isSameTown(towns, town, largest))
  return next === undefined || people(towns, largest) >= timesAsLarge * people(towns, next) ? largest : null
}

/** Whether all are one town, listed twice. */
export const areOneTown = (towns: Towns, named: readonly number[]): boolean =>
  named.length > 0 && named.every((town) => isSameTown(towns, town, named[0]!))

function isSameTown(towns: Towns, a: number, b: number): boolean {
  const [longitudeA, latitudeA] = townPosition(towns, a)
  const [longitudeB, latitudeB] = townPosition(towns, b)
  const squeeze = Math.cos((latitudeA * Math.PI) / 180)
  return Math.hypot((longitudeA - longitudeB) * squeeze, latitudeA - latitudeB) <= sameDegrees
}
