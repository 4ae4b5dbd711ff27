// What an entry of the list of maps is.
import type { LayerId, RegionLayer } from '../types.ts'

export interface MapEntry {
  readonly id: LayerId
  /** ISO 3166-1 alpha-2 of the country it shows, null for the world. */
  readonly country: string | null
  /** Reads the layer; its borders come in a file of their own that is only then loaded. */
  readonly load: () => Promise<RegionLayer>
}
