// What is selected on the map, as accounts: points by themselves, regions by all that lie in them.
import type { MapSelection, MapTarget } from '#renderer/ui/map/types.ts'
import type { RegionFigures } from './map-figures.ts'

export const nothing: MapSelection = { regions: new Set(), points: new Set() }

export const isNothing = (selection: MapSelection): boolean =>
  selection.regions.size === 0 && selection.points.size === 0

/** With `isAdding`: what is in both goes, what is in one stays. */
export function mergeSelections(before: MapSelection, next: MapSelection, isAdding: boolean): MapSelection {
  if (!isAdding) return next
  return { regions: differ(before.regions, next.regions), points: differ(before.points, next.points) }
}

function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  const result = new Set(one)
  for (const each of other) if (!result.delete(each)) result.add(each)
  return result
}

export function selectionOf(target: MapTarget | null): MapSelection {
  if (target?.kind === 'region') return { regions: new Set([target.code]), points: new Set() }
  if (target?.kind === 'point') return { regions: new Set(), points: new Set([target.id]) }
  return nothing
}

/** Places of the selected accounts, each once, in order. */
export function accountsIn(
  selection: MapSelection,
  regions: readonly { readonly code: string }[],
  figures: RegionFigures,
  placeOfId: ReadonlyMap<string, number>
): number[] {
  const places = new Set<number>()
  for (const id of selection.points) {
    const place = placeOfId.get(id)
    if (place !== undefined) places.add(place)
  }
  if (selection.regions.size > 0)
    regions.forEach(({ code }, at) => {
      if (selection.regions.has(code)) for (const account of figures.members[at] ?? []) places.add(account)
    })
  return [...places].sort((one, other) => one - other)
}
