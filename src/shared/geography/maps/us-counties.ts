// Counties of the United States and what counts as one (parishes, boroughs, independent cities): Census Bureau at 1:10 million, by FIPS code.
import type { Topology } from 'topojson-specification'
import { unitedStates } from '../united-states.ts'
import type { MapEntry } from './entry.ts'
import { layerOfTopology } from './topology.ts'

export const usCounties: MapEntry = {
  id: 'us-counties',
  country: 'US',
  load: async () => {
    const { default: topology } = await import('us-atlas/counties-10m.json', { with: { type: 'json' } })
    const stateOf = new Map(unitedStates.map(({ fips, iso }) => [fips, iso]))
    return layerOfTopology({
      id: 'us-counties',
      topology: topology as unknown as Topology,
      object: 'counties',
      credit: 'U.S. Census Bureau',
      describe: (id, name) => {
        const parent = stateOf.get(id?.slice(0, 2) ?? '')
        return id === null || parent === undefined ? null : { code: id, name, parent }
      }
    })
  }
}
