// Plans products: found by id, name or alias; one that differs in spaces alone is joined and shown; made where a deal names a new one.
import { nameKey } from '#shared/units/name-key.ts'
import { recordReader } from '../record.ts'
import type { IdentityCandidate, ReadTable } from '../types.ts'
import { Drafts } from './drafts.ts'
import { findCandidates, joinedNames } from './identity/candidates.ts'
import { NameBook, type NameUse } from './identity/name-book.ts'
import { tellNames } from './identity/tell-names.ts'
import type { Notebook, Origin } from './notebook.ts'
import type { KnownFacts, PlanChoices, ProductValues, Ref } from './types.ts'
import { currencyOf, numberOf, textOf } from './values.ts'

export class ProductDesk {
  readonly book: NameBook
  readonly drafts = new Drafts<ProductValues>()
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #byExternalId = new Map<string, Ref>()
  readonly #met = new Map<string, NameUse>()

  constructor(known: KnownFacts, choices: PlanChoices, notes: Notebook) {
    this.#known = known
    this.#notes = notes
    this.book = new NameBook('products', choices.identities, known.decisions)
    for (const { id, values, aliasKeys } of known.products) {
      this.drafts.known(id, values)
      this.book.add(id, values.name, aliasKeys)
      if (values.externalId !== null) this.#byExternalId.set(values.externalId, id)
    }
  }

  /** The product that a row names; made when there is none. */
  named(name: string, origin: Origin | null, family: string | null = null): NameUse {
    let use = this.#met.get(name)
    if (use === undefined) {
      const found = this.#find(null, name)
      let ref = found?.ref
      if (ref === undefined) {
        ref = this.#make(name, origin)
        this.#notes.countEntity('products', 'new', true)
      }
      use = this.book.use(name, nameKey(name), ref, found?.by ?? 'new')
      this.#met.set(name, use)
    }
    if (family !== null) this.drafts.say(this.drafts.get(use.ref), 'family', family, origin)
    return use
  }

  /** Says which products were added and joined. */
  tellNames(): void {
    const rules = { unknown: 'unknownProduct', loose: 'looseProduct' }
    tellNames(this.book, rules, (ref) => !this.drafts.get(ref).isListed, this.#notes)
  }

  #find(externalId: string | null, name: string): { ref: Ref; by: NameUse['by'] } | undefined {
    const byId = externalId === null ? undefined : this.#byExternalId.get(externalId)
    if (byId !== undefined) return { ref: byId, by: 'id' }
    const key = nameKey(name)
    const target = this.book.sameAs(key)
    if (target !== undefined) {
      const targetKey = nameKey(target)
      let ref = this.book.withKey(targetKey)[0] ?? this.book.withAlias(targetKey)
      if (ref === undefined) {
        ref = this.#make(target, null)
        this.#notes.countEntity('products', 'new', true)
      }
      this.book.learn(ref, name, key)
      return { ref, by: 'chosen' }
    }
    // Names of products are unique in the workspace: a second id of the same name is the same product.
    const ref = this.book.withKey(key)[0] ?? this.book.withAlias(key)
    if (ref !== undefined) return { ref, by: 'name' }
    const loose = this.book.loose(name)
    return loose === undefined ? undefined : { ref: loose, by: 'loose' }
  }

  #make(name: string, origin: Origin | null): Ref {
    const ref = this.book.nextRef()
    const values = { name, nameKey: nameKey(name), externalId: null, family: null, listPriceMinor: null }
    this.drafts.make(ref, values, origin)
    this.book.add(ref, name)
    return ref
  }

  planTable(table: ReadTable): void {
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, refusal, warnings } = read(row)
      const name = textOf(values.name)
      if (warnings.length > 0) this.#notes.warn(warnings)
      if (refusal !== undefined || name === null) {
        this.#notes.reject(table, row, refusal ?? { rule: 'noName', header: '', cell: '' })
        continue
      }
      const origin = { table, row }
      const externalId = textOf(values.externalId)
      const found = this.#find(externalId, name)
      const ref = found?.ref ?? this.#make(name, origin)
      this.book.use(name, nameKey(name), ref, found?.by ?? 'new').rows += 1
      const draft = this.drafts.get(ref)
      const wasListed = draft.isListed
      draft.isListed = true
      this.#notes.seen.see(table, 'products', ref)
      if (draft.before === null) draft.origin ??= origin
      let isNews = false
      if (draft.values.externalId === null && this.drafts.say(draft, 'externalId', externalId, origin)) isNews = true
      if (externalId !== null && !this.#byExternalId.has(externalId)) this.#byExternalId.set(externalId, ref)
      if (found?.by === 'id' && this.book.withKey(nameKey(name)).length === 0) {
        this.drafts.say(draft, 'name', name, origin)
        this.drafts.say(draft, 'nameKey', nameKey(name), origin)
        this.book.rename(ref, name)
        isNews = true
      }
      const price = numberOf(values.listPrice)
      // List prices are kept in the workspace's currency; one in another is left in the source row.
      const isHome = (currencyOf(values.currency) ?? this.#known.currency) === this.#known.currency
      const listPriceMinor = isHome ? this.#notes.amount(table, 'listPrice', price, this.#known.currency) : null
      if (this.drafts.say(draft, 'family', textOf(values.family), origin)) isNews = true
      if (this.drafts.say(draft, 'listPriceMinor', listPriceMinor, origin)) isNews = true
      if (found === undefined) this.#notes.count(table, 'new')
      else if (draft.before === null && !wasListed) this.#notes.countTable(table, 'new')
      else this.#notes.count(table, isNews ? 'changed' : 'same')
    }
  }

  identities(asks: boolean): IdentityCandidate[] {
    if (!asks) return joinedNames(this.book)
    return findCandidates(this.book, (ref) => {
      const { values, isListed } = this.drafts.get(ref)
      return { externalId: values.externalId, isListed }
    })
  }
}
