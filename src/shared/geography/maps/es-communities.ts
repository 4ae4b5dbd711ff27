// Autonomous communities of Spain with Ceuta and Melilla: Instituto Geográfico Nacional, by ISO 3166-2. The file's Gibraltar is left out.
import type { Topology } from 'topojson-specification'
import { spanishCommunities } from '../spain.ts'
import type { MapEntry } from './entry.ts'
import { layerOfTopology } from './topology.ts'

export const esCommunities: MapEntry = {
  id: 'es-communities',
  country: 'ES',
  load: async () => {
    const { default: topology } = await import('es-atlas/es/provinces.json', { with: { type: 'json' } })
    const byIne = new Map(spanishCommunities.map((community) => [community.ine, community]))
    return layerOfTopology({
      id: 'es-communities',
      topology: topology as unknown as Topology,
      object: 'autonomous_regions',
      credit: '© Instituto Geográfico Nacional (CC BY 4.0)',
      describe: (id) => {
        const community = byIne.get(id ?? '')
        return community === undefined
          ? null
          : { code: community.iso, name: community.name, nameEs: community.nameEs, parent: 'ES' }
      }
    })
  }
}
