// States of the United States, the District of Columbia and the inhabited territories: Census Bureau at 1:10 million, by ISO 3166-2.
import type { Topology } from 'topojson-specification'
import { unitedStates } from '../united-states.ts'
import type { MapEntry } from './entry.ts'
import { layerOfTopology } from './topology.ts'

export const usStates: MapEntry = {
  id: 'us-states',
  country: 'US',
  load: async () => {
    const { default: topology } = await import('us-atlas/states-10m.json', { with: { type: 'json' } })
    const byFips = new Map(unitedStates.map((state) => [state.fips, state]))
    return layerOfTopology({
      id: 'us-states',
      topology: topology as unknown as Topology,
      object: 'states',
      credit: 'U.S. Census Bureau',
      describe: (id) => {
        const state = byFips.get(id ?? '')
        if (state === undefined) return null
        const { iso: code, name, nameEs } = state
        return { code, name, ...(nameEs === undefined ? {} : { nameEs }), parent: 'US' }
      }
    })
  }
}
