// Provinces of Spain with Ceuta and Melilla: Instituto Geográfico Nacional, by ISO 3166-2. The file's Gibraltar is left out.
import type { Topology } from 'topojson-specification'
import { spanishProvinces } from '../spain.ts'
import type { MapEntry } from './entry.ts'
import { layerOfTopology } from './topology.ts'

export const esProvinces: MapEntry = {
  id: 'es-provinces',
  country: 'ES',
  load: async () => {
    const { default: topology } = await import('es-atlas/es/provinces.json', { with: { type: 'json' } })
    const byIne = new Map(spanishProvinces.map((province) => [province.ine, province]))
    return layerOfTopology({
      id: 'es-provinces',
      topology: topology as unknown as Topology,
      object: 'provinces',
      credit: '© Instituto Geográfico Nacional (CC BY 4.0)',
      describe: (id) => {
        const province = byIne.get(id ?? '')
        if (province === undefined) return null
        return { code: province.iso, name: province.name, nameEs: province.nameEs, parent: province.community }
      }
    })
  }
}
