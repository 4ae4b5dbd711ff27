// Countries of the world: Natural Earth at 1:50 million by ISO 3166-1 alpha-2. Overseas departments are part of France's shape.
import type { Topology } from 'topojson-specification'
import { countryByNumber, countryName } from '../countries.ts'
import type { MapEntry } from './entry.ts'
import { layerOfTopology } from './topology.ts'

/** Shapes without a number of ISO 3166-1, as ISO counts them: Siachen Glacier belongs to no country there and is left out. */
const withoutNumber: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  Somaliland: 'SO',
  'N. Cyprus': 'CY',
  'Indian Ocean Ter.': 'AU'
}

export const worldCountries: MapEntry = {
  id: 'world-countries',
  country: null,
  load: async () => {
    const { default: topology } = await import('world-atlas/countries-50m.json', { with: { type: 'json' } })
    return layerOfTopology({
      id: 'world-countries',
      topology: topology as unknown as Topology,
      object: 'countries',
      credit: 'Natural Earth',
      describe: (id, name) => {
        const code = id === null ? withoutNumber[name] : countryByNumber.get(id)
        if (code === undefined) return null
        return { code, name: countryName(code, 'en'), nameEs: countryName(code, 'es'), parent: null }
      }
    })
  }
}
