// All that the map draws, put together from the accounts, the layer and the measure in view; lists keep their identity while nothing changes.
import { useMemo } from 'react'
import type { MapBase, MapPoints, MapRegions } from '#renderer/ui/map/types.ts'
import { colourNeighbours, projectPoints, touchingTerritories } from '#shared/geography/index.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'
import type { MeasureId, TerritoryRow } from '#shared/territories/types.ts'
import { boundsOfPlaces, type DrawnLayer, regionCodes } from './layers.ts'
import { figuresOfRegions, groupsOfAccounts, type RegionFigures, valuesOf } from './map-figures.ts'

export interface MapContent {
  readonly values: readonly number[]
  /** By account: place of its territory among those compared, -1 for none. */
  readonly groups: Int32Array
  readonly figures: RegionFigures
  readonly looks: readonly number[]
  readonly regions: MapRegions
  readonly points: MapPoints
  readonly bases: readonly MapBase[]
  readonly bounds: readonly [number, number, number, number]
  readonly placeOfId: ReadonlyMap<string, number>
  readonly placed: number
  /** Of those, the ones that this map shows. */
  readonly onMap: number
  /** Placed no closer than their country or state: they lie on its middle. */
  readonly coarse: number
}

export type ColourBy = 'territory' | 'measure'

export function useMapContent(
  accounts: MapAccounts | undefined,
  drawn: DrawnLayer | undefined,
  territories: readonly TerritoryRow[],
  measureId: MeasureId,
  colourBy: ColourBy
): MapContent | undefined {
  return useMemo(() => {
    if (!accounts || !drawn) return undefined
    return makeContent(accounts, drawn, territories, measureId, colourBy)
  }, [accounts, drawn, territories, measureId, colourBy])
}

function makeContent(
  accounts: MapAccounts,
  drawn: DrawnLayer,
  territories: readonly TerritoryRow[],
  measureId: MeasureId,
  colourBy: ColourBy
): MapContent {
  const values = valuesOf(accounts, measureId)
  const groups = groupsOfAccounts(accounts, territories)
  const figures = figuresOfRegions(regionCodes(accounts, drawn.id, drawn.layer), drawn.shapes, groups, values)
  const located = accounts.lons.flatMap((lon, at) => {
    const lat = accounts.lats[at] ?? null
    return lon === null || lat === null ? [] : { at, position: [lon, lat] as const }
  })
  const xy = projectPoints(
    drawn.projector,
    located.map(({ position }) => position)
  )
  const byTerritory = colourBy === 'territory'
  const baseOf = new Map(territories.map((territory, at) => [territory.id, at]))
  return {
    values,
    groups,
    figures,
    looks: looksOf(drawn, figures, territories.length),
    regions: {
      shapes: drawn.shapes,
      ...(byTerritory ? { groups: figures.groups } : { values: figures.values })
    },
    onMap: xy.reduce((count, value, at) => count + (at % 2 === 0 && !Number.isNaN(value) ? 1 : 0), 0),
    points: {
      ids: located.map(({ at }) => String(accounts.accountIds[at])),
      xy,
      groups: Int32Array.from(located, ({ at }) => groups[at] ?? -1),
      sizes: Float64Array.from(located, ({ at }) => values[at] ?? Number.NaN)
    },
    bases: accounts.bases.flatMap(({ territoryId, lon, lat, label }): MapBase[] => {
      const point = drawn.projector.project(lon, lat)
      const group = baseOf.get(territoryId)
      const name = group === undefined ? undefined : territories[group]?.name
      if (!point || group === undefined || name === undefined) return []
      return [
        {
          key: String(territoryId),
          name: label === '' ? name : `${name}: ${label}`,
          x: point[0],
          y: point[1],
          group
        }
      ]
    }),
    bounds: boundsOfPlaces(
      drawn,
      located.map(({ position }) => position)
    ),
    placeOfId: new Map(accounts.accountIds.map((id, at) => [String(id), at])),
    placed: located.length,
    coarse: accounts.placedBy.filter((kind) => kind === 'country' || kind === 'region').length
  }
}

/** Looks by which territories that touch on the map are told apart. */
function looksOf(drawn: DrawnLayer, figures: RegionFigures, count: number): number[] {
  const ofRegion = new Map(drawn.shapes.map((shape, at) => [shape.code, figures.groups[at] ?? -1]))
  const territoryOf = drawn.layer.regions.map((region) => ofRegion.get(region.code) ?? -1)
  return colourNeighbours(count, touchingTerritories(territoryOf, drawn.layer.neighbours))
}
