// The list of maps that ship with the product. Another one is a file, a line here, its id in types.ts and its name in the words.
import type { LayerId, RegionLayer } from '../types.ts'
import type { MapEntry } from './entry.ts'
import { esCommunities } from './es-communities.ts'
import { esProvinces } from './es-provinces.ts'
import { usCounties } from './us-counties.ts'
import { usStates } from './us-states.ts'
import { worldCountries } from './world-countries.ts'

export const maps: readonly MapEntry[] = [worldCountries, usStates, usCounties, esCommunities, esProvinces]

const loaded = new Map<LayerId, Promise<RegionLayer>>()

/**
 * Loads a layer of regions; the same layer is read once.
 *
 * @param id which layer
 * @returns regions with their borders and neighbours
 * @errors rejects when the file that ships with the product can't be read
 * @source Natural Earth; U.S. Census Bureau; Instituto Geográfico Nacional (CREDITS.md)
 * @example (await loadLayer('es-provinces')).regions.length // 52
 */
export function loadLayer(id: LayerId): Promise<RegionLayer> {
  const known = loaded.get(id)
  if (known !== undefined) return known
  const entry = maps.find((map) => map.id === id)
  if (entry === undefined) return Promise.reject(new Error(`no map ${id}`))
  const layer = entry.load()
  loaded.set(id, layer)
  layer.catch(() => loaded.delete(id))
  return layer
}
