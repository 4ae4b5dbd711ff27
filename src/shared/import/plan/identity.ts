// Finds the row that a name or an id stands for, among those that exist and those that the import is about to make.
import { nameKey } from '#shared/units/name-key.ts'
import type { Ref } from './types.ts'

/** The key without spaces: "GTXPro" and "GTX Pro" share it. */
export const looseKey = (name: string): string => nameKey(name).replaceAll(' ', '')

export interface NameFound {
  ref: Ref
  /** How it was found; 'loose' differs in spaces or signs and is shown as a finding. */
  by: 'externalId' | 'name' | 'loose'
}

/** The rows of one kind, by external id and by name. */
export class Directory {
  readonly #byExternalId = new Map<string, Ref>()
  readonly #byName = new Map<string, Ref>()
  readonly #byLoose = new Map<string, Set<Ref>>()
  readonly #seen = new Map<string, NameFound | undefined>()
  #made = 0

  /** The reference of the next new row. */
  nextRef(): Ref {
    this.#made += 1
    return -this.#made
  }

  get made(): number {
    return this.#made
  }

  add(ref: Ref, names: readonly string[], externalId: string | null): void {
    this.#seen.clear()
    if (externalId !== null && !this.#byExternalId.has(externalId)) this.#byExternalId.set(externalId, ref)
    for (const name of names) {
      const key = nameKey(name)
      if (key === '') continue
      if (!this.#byName.has(key)) this.#byName.set(key, ref)
      const loose = key.replaceAll(' ', '')
      const near = this.#byLoose.get(loose) ?? new Set()
      near.add(ref)
      this.#byLoose.set(loose, near)
    }
  }

  findId(externalId: string): Ref | undefined {
    return this.#byExternalId.get(externalId)
  }

  /** By name; a name that only differs in spaces counts where exactly one row has it. */
  findName(name: string): NameFound | undefined {
    // A file names the same few accounts and people again and again.
    if (this.#seen.has(name)) return this.#seen.get(name)
    const found = this.#look(name)
    this.#seen.set(name, found)
    return found
  }

  #look(name: string): NameFound | undefined {
    const key = nameKey(name)
    const exact = this.#byName.get(key)
    if (exact !== undefined) return { ref: exact, by: 'name' }
    const near = this.#byLoose.get(key.replaceAll(' ', ''))
    const only = near?.size === 1 ? [...near][0] : undefined
    return only === undefined ? undefined : { ref: only, by: 'loose' }
  }
}
