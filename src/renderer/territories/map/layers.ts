// Which map suits the accounts, and what of it is drawn: loaded when the map is opened, projected once.
import { useEffect, useState } from 'react'
import type { Bounds } from '#renderer/ui/map/types.ts'
import { loadLayer, projectorFor, projectorOf, shapeRegions } from '#shared/geography/index.ts'
import { spanishProvinces } from '#shared/geography/spain.ts'
import type { LayerId, Projector, RegionLayer, RegionShape } from '#shared/geography/types.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'

export const layerIds: readonly LayerId[] = [
  'world-countries',
  'us-states',
  'us-counties',
  'es-communities',
  'es-provinces'
]

/** A country's own map is offered first when more than this share of the placed accounts lies in it. */
const mostlyRatio = 0.5
/** With fewer states than this to be told apart, counties say more. */
const fewStates = 4

/** The map that most accounts lie on. */
export function chooseLayer(accounts: Pick<MapAccounts, 'countries' | 'subdivisions' | 'lons'>): LayerId {
  const placed = accounts.countries.filter((country, at) => country !== null && accounts.lons[at] !== null)
  const share = (country: string) => placed.filter((each) => each === country).length / Math.max(1, placed.length)
  if (share('ES') > mostlyRatio) return 'es-provinces'
  if (share('US') <= mostlyRatio) return 'world-countries'
  const states = new Set(accounts.subdivisions.filter((code) => code?.startsWith('US-')))
  return states.size > 0 && states.size < fewStates ? 'us-counties' : 'us-states'
}

/** The code of the region of a layer that each account lies in; null for none. */
export function regionCodes(accounts: MapAccounts, layerId: LayerId, layer: RegionLayer): (string | null)[] {
  if (layerId === 'world-countries') return accounts.countries
  if (layerId === 'us-counties') return accounts.counties
  if (layerId !== 'es-communities') return accounts.subdivisions
  // Some accounts are known by their community alone.
  return accounts.subdivisions.map((code) =>
    code === null ? null : layer.indexOf.has(code) ? code : (communityOf.get(code) ?? null)
  )
}

const communityOf: ReadonlyMap<string, string> = new Map(spanishProvinces.map(({ iso, community }) => [iso, community]))

export interface DrawnLayer {
  readonly id: LayerId
  readonly layer: RegionLayer
  readonly projector: Projector
  readonly shapes: readonly RegionShape[]
  readonly bounds: Bounds
}

export type LayerState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: string }
  | { readonly state: 'ready'; readonly drawn: DrawnLayer }

const drawnLayers = new Map<LayerId, DrawnLayer>()

/** Loads and projects a layer; what was drawn once is kept. */
export function useLayer(id: LayerId): LayerState {
  const [failed, setFailed] = useState<{ id: LayerId; problem: string }>()
  const [, setReady] = useState<LayerId>()
  const drawn = drawnLayers.get(id)
  useEffect(() => {
    if (drawnLayers.has(id)) return
    let isWanted = true
    loadLayer(id).then(
      (layer) => {
        const projector = projectorOf(id)
        const shapes = shapeRegions(layer, projector)
        drawnLayers.set(id, { id, layer, projector, shapes, bounds: projector.bounds })
        if (isWanted) setReady(id)
      },
      (error: unknown) => {
        if (isWanted) setFailed({ id, problem: error instanceof Error ? error.message : String(error) })
      }
    )
    return () => {
      isWanted = false
    }
  }, [id])
  if (drawn) return { state: 'ready', drawn }
  return failed?.id === id ? { state: 'failed', problem: failed.problem } : { state: 'loading' }
}

/** A view onto the part of the world that holds places, for the layer of all countries. */
export const boundsOfPlaces = (drawn: DrawnLayer, places: readonly (readonly [number, number])[]): Bounds => {
  if (drawn.id !== 'world-countries' || places.length === 0) return drawn.bounds
  const points = places.flatMap(([lon, lat]) => {
    const point = drawn.projector.project(lon, lat)
    return point ? [point] : []
  })
  if (points.length === 0 || projectorFor(places).id === 'world') return drawn.bounds
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const margin = Math.max(20, 0.1 * Math.max(right - left, bottom - top))
  return [left - margin, top - margin, right + margin, bottom + margin]
}
