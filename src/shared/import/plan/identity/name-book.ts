// The names of one kind of thing (accounts, people, products): who is known by which, what the user has decided about them, and how
// often the files use them. It finds; making new rows and comparing ids is the desks' part.
import { normaliseCompany } from '#shared/crm/index.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { IdentityChoice, IdentityEntity } from '../../types.ts'
import type { KnownFacts, PlannedAlias, Ref } from '../types.ts'

/** How a name of the files was found; 'loose' differs in spaces and signs alone and is shown. */
export type FoundBy = 'id' | 'name' | 'loose' | 'chosen' | 'new'

/** A name as the files write it, whom it stands for, and what uses it. */
export interface NameUse {
  name: string
  key: string
  ref: Ref
  by: FoundBy
  rows: number
  amountMinor: number
}

const separator = '\u0000'
const pairKey = (a: string, b: string): string => (a < b ? a + separator + b : b + separator + a)

/**
 * The key under which names that differ in spaces and signs alone are one. Companies of another legal form are not: "Acme" and
 * "Acme S.L." may be two.
 *
 * @param name a name
 * @param isCompany legal forms are told apart
 * @returns the key
 * @example looseKey('GTX Pro', false) // 'gtxpro'
 */
export function looseKey(name: string, isCompany: boolean): string {
  if (!isCompany) return nameKey(name).replaceAll(' ', '')
  const { tokens, legalForm } = normaliseCompany(name)
  return `${tokens.join('')} ${legalForm ?? ''}`
}

export class NameBook {
  readonly entity: IdentityEntity
  /** By key and reference: the names that the files use. */
  readonly uses: NameUse[] = []
  readonly #exact = new Map<string, Ref[]>()
  readonly #names = new Map<Ref, string>()
  /** Keys known by alias: the user has said so, and ids are not held against it. */
  readonly #aliases = new Map<string, Ref>()
  readonly #sameAs = new Map<string, string>()
  readonly #apart = new Set<string>()
  /** Names that the user parts from whatever they resemble. */
  readonly #alone = new Set<string>()
  readonly #choices = new Map<string, IdentityChoice>()
  readonly #learnt = new Map<string, PlannedAlias>()
  readonly #unlisted: { ref: Ref; name: string }[] = []
  readonly #loose = new Map<string, Ref[]>()
  #made = 0

  constructor(entity: IdentityEntity, choices: readonly IdentityChoice[], decisions: KnownFacts['decisions']) {
    this.entity = entity
    for (const { entity: of, leftKey, rightKey, isSame } of decisions) {
      if (of !== entity || leftKey === rightKey) continue
      if (!isSame) this.#apart.add(pairKey(leftKey, rightKey))
    }
    for (const choice of choices) {
      if (choice.entity !== entity) continue
      const key = nameKey(choice.name)
      this.#choices.set(key, choice)
      if (choice.decision === 'same') {
        if (choice.sameAs !== undefined && nameKey(choice.sameAs) !== key) this.#sameAs.set(key, choice.sameAs)
      } else if (choice.sameAs === undefined) this.#alone.add(key)
      else this.#apart.add(pairKey(key, nameKey(choice.sameAs)))
    }
  }

  /** The reference of the next new row. */
  nextRef(): Ref {
    this.#made += 1
    return -this.#made
  }

  add(ref: Ref, name: string, aliasKeys: readonly string[] = []): void {
    this.#names.set(ref, name)
    this.#list(nameKey(name), ref)
    this.#unlisted.push({ ref, name })
    for (const alias of aliasKeys) {
      const key = nameKey(alias)
      if (key !== '' && !this.#aliases.has(key)) this.#aliases.set(key, ref)
    }
  }

  /** A row that has another name from now on is found under both. */
  rename(ref: Ref, name: string): void {
    this.#names.set(ref, name)
    this.#list(nameKey(name), ref)
    this.#unlisted.push({ ref, name })
  }

  #list(key: string, ref: Ref): void {
    if (key === '') return
    const refs = this.#exact.get(key)
    if (refs === undefined) this.#exact.set(key, [ref])
    else if (!refs.includes(ref)) refs.push(ref)
  }

  nameOf(ref: Ref): string {
    return this.#names.get(ref) ?? ''
  }

  /** Everybody, in the order in which they were added. */
  all(): IterableIterator<[Ref, string]> {
    return this.#names.entries()
  }

  choiceFor(key: string): IdentityChoice | undefined {
    return this.#choices.get(key)
  }

  /** Whether the user has said that two names are two. */
  isApart(aKey: string, bKey: string): boolean {
    return this.#apart.size > 0 && this.#apart.has(pairKey(aKey, bKey))
  }

  /** The name that the user said this one stands for, at the end of a chain where there is one. */
  sameAs(key: string): string | undefined {
    let target = this.#sameAs.get(key)
    const met = new Set([key])
    while (target !== undefined) {
      const next = nameKey(target)
      if (met.has(next)) return undefined
      met.add(next)
      const further = this.#sameAs.get(next)
      if (further === undefined) return target
      target = further
    }
    return undefined
  }

  /** Whoever has the name, letter by letter but for case, accents and signs. */
  withKey(key: string): readonly Ref[] {
    return this.#exact.get(key) ?? []
  }

  withAlias(key: string): Ref | undefined {
    return this.#aliases.get(key)
  }

  /** The one who has the name but for spaces and signs, where exactly one has and nobody has parted the two. */
  loose(name: string): Ref | undefined {
    const isCompany = this.entity === 'accounts'
    for (const each of this.#unlisted) {
      const key = looseKey(each.name, isCompany)
      const refs = this.#loose.get(key)
      if (refs === undefined) this.#loose.set(key, [each.ref])
      else if (!refs.includes(each.ref)) refs.push(each.ref)
    }
    this.#unlisted.length = 0
    const key = nameKey(name)
    if (this.#alone.has(key)) return undefined
    const near = this.#loose.get(looseKey(name, isCompany))
    const only = near?.length === 1 ? near[0] : undefined
    if (only === undefined) return undefined
    const otherKey = nameKey(this.nameOf(only))
    return this.#alone.has(otherKey) || this.isApart(key, otherKey) ? undefined : only
  }

  /** A spelling that stands for somebody from now on. */
  learn(ref: Ref, name: string, key: string): void {
    if (this.#aliases.has(key) || this.withKey(key).length > 0) return
    this.#learnt.set(key, { of: this.entity, ref, alias: name, aliasKey: key })
  }

  use(name: string, key: string, ref: Ref, by: FoundBy): NameUse {
    const use = { name, key, ref, by, rows: 0, amountMinor: 0 }
    this.uses.push(use)
    return use
  }

  learntAliases(): PlannedAlias[] {
    return [...this.#learnt.values()]
  }
}
