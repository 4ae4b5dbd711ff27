// Finds a deal of the files among those that are known: by its id, else by what hardly ever changes about it.
import { nameKey } from '#shared/units/name-key.ts'
import type { ReadTable } from '../types.ts'
import type { Origin } from './notebook.ts'
import type { OpportunityValues, Ref } from './types.ts'

/** A deal while it is planned. Known ones carry what they are; `values` is what they will be. */
export interface DealEntry {
  readonly ref: Ref
  readonly before: OpportunityValues | null
  values: OpportunityValues
  /** The row that made or changed it; null for known deals as they are. */
  origin: Origin | null
  /** The table that held it last; null for deals that no file holds. */
  lastTable: ReadTable | null
  /** A file of this import holds it, even in a row that can't be taken. */
  isSeen: boolean
  isChanged: boolean
  /** A rule of severity warning or worse has found something. */
  isUnsound: boolean
  /** It was given out to be written. */
  isGiven: boolean
}

const keys = new Map<string, string>()
const mostKeys = 200_000

function keyOf(name: string): string {
  let key = keys.get(name)
  if (key === undefined) {
    if (keys.size > mostKeys) keys.clear()
    key = nameKey(name)
    keys.set(name, key)
  }
  return key
}

/**
 * What hardly ever changes about a deal: name, account, product and day of creation. A deal without a name or a customer has too little
 * of its own: it is only found again as long as nothing about it changes.
 */
export function matchKeyOf(deal: OpportunityValues): string {
  const base = `${deal.name === null ? '' : keyOf(deal.name)}|${deal.account}|${deal.product}|${deal.createdOn}`
  const isTelling = deal.name !== null || (deal.account !== null && deal.createdOn !== null)
  return isTelling
    ? `${base}|${deal.name === null ? deal.seller : ''}`
    : `${base}|${deal.seller}|${deal.stage}|${deal.amountMinor}|${deal.closeOn}`
}

/** How much two states of what may be one deal have in common. */
function likeness(a: OpportunityValues, b: OpportunityValues): number {
  return (
    (a.seller === b.seller ? 8 : 0) +
    (a.closeOn === b.closeOn ? 4 : 0) +
    (a.amountMinor === b.amountMinor ? 2 : 0) +
    (a.stage === b.stage ? 1 : 0)
  )
}

export type DealMatch = { entry: DealEntry; by: 'id' | 'key' | 'name' }

export class DealMatcher {
  readonly #known: readonly DealEntry[]
  readonly #asImported: (entry: DealEntry) => OpportunityValues
  readonly #byId = new Map<string, DealEntry>()
  #byKey: Map<string, DealEntry[]> | undefined
  #byName: Map<string, Ref | null> | undefined
  #hasKnownWithoutId = false

  /** @param asImported known deals as the last file said them, without the corrections of users */
  constructor(known: readonly DealEntry[], asImported: (entry: DealEntry) => OpportunityValues) {
    this.#known = known
    this.#asImported = asImported
    for (const entry of known) {
      const { externalId } = entry.values
      if (externalId === null) this.#hasKnownWithoutId = true
      else if (!this.#byId.has(externalId)) this.#byId.set(externalId, entry)
    }
  }

  withId(externalId: string): DealEntry | undefined {
    return this.#byId.get(externalId)
  }

  addId(externalId: string, entry: DealEntry): void {
    this.#byId.set(externalId, entry)
  }

  /**
   * A known deal that no row of this import has taken yet.
   *
   * @returns by 'key': two deals without ids that share the key. By 'name': one of the two has an id; only where exactly one deal fits,
   *   and said as a finding
   * @missing undefined: it counts as a new deal
   */
  withoutId(now: OpportunityValues): DealMatch | undefined {
    if (this.#known.length === 0 || (now.externalId !== null && !this.#hasKnownWithoutId)) return undefined
    const near = this.#index()
      .get(matchKeyOf(now))
      ?.filter((entry) => !entry.isSeen)
    if (near === undefined || near.length === 0) return undefined
    const bare = near.filter((entry) => entry.before?.externalId === null)
    if (now.externalId === null && bare.length > 0) {
      let best = bare[0]
      let most = -1
      for (const entry of bare) {
        const like = likeness(entry.values, now)
        if (like > most) {
          most = like
          best = entry
        }
      }
      return best === undefined ? undefined : { entry: best, by: 'key' }
    }
    if (now.name === null) return undefined
    const [only, second] = now.externalId === null ? near : bare
    return only === undefined || second !== undefined ? undefined : { entry: only, by: 'name' }
  }

  /** Of known deals that no row of this import has taken, those that alone have one of the names. */
  onlyUnseen(names: readonly string[]): DealEntry[] {
    if (names.length === 0) return []
    const wanted = new Set(names.map(keyOf))
    const found = new Map<string, DealEntry | null>()
    for (const entry of this.#known) {
      if (entry.isSeen || entry.values.name === null) continue
      const key = keyOf(entry.values.name)
      if (wanted.has(key)) found.set(key, found.has(key) ? null : entry)
    }
    return [...found.values()].filter((entry) => entry !== null)
  }

  #index(): Map<string, DealEntry[]> {
    if (this.#byKey !== undefined) return this.#byKey
    const byKey = new Map<string, DealEntry[]>()
    for (const entry of this.#known) {
      const key = matchKeyOf(this.#asImported(entry))
      const same = byKey.get(key)
      if (same === undefined) byKey.set(key, [entry])
      else same.push(entry)
    }
    this.#byKey = byKey
    return byKey
  }

  /** The only deal of a name, for rows of other tables that name deals. Asked once all deals are planned. */
  withName(name: string, planned: readonly DealEntry[]): Ref | null {
    if (this.#byName === undefined) {
      this.#byName = new Map()
      for (const entries of [this.#known, planned])
        for (const { ref, values } of entries) {
          if (values.name === null || (ref > 0 && entries === planned)) continue
          const key = keyOf(values.name)
          this.#byName.set(key, this.#byName.has(key) ? null : ref)
        }
    }
    return this.#byName.get(nameKey(name)) ?? null
  }
}
