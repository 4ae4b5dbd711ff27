// Plans accounts: found by id, name, alias, or a name that differs in signs alone; made where a row names one that nobody listed.
import type { CustomFields } from '#shared/crm/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { nearestCountry } from '../countries.ts'
import { recordReader } from '../record.ts'
import type { IdentityCandidate, RawRow, ReadTable } from '../types.ts'
import { type Draft, Drafts } from './drafts.ts'
import { findCandidates, joinedNames } from './identity/candidates.ts'
import { NameBook, type NameUse } from './identity/name-book.ts'
import { tellNames } from './identity/tell-names.ts'
import type { Notebook, Origin } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { AccountValues, KnownFacts, PlanChoices, Ref } from './types.ts'
import { numberOf, textOf, type Values } from './values.ts'

/** What a row says of the company it names. */
export interface AccountHint {
  name: string | null
  externalId: string | null
  domain: string | null
  taxId: string | null
}

const emptyAccount = (name: string): AccountValues => ({
  name,
  nameKey: nameKey(name),
  externalId: null,
  domain: null,
  taxId: null,
  parent: null,
  owner: null,
  industry: null,
  segment: null,
  country: null,
  region: null,
  city: null,
  postalCode: null,
  longitude: null,
  latitude: null,
  employees: null,
  revenueMinor: null,
  foundedYear: null,
  contacts: null,
  custom: null
})

/** 'https://www.Acme.com/es' and 'info@acme.com' → 'acme.com'; null for what is no domain. */
export function domainOf(text: string | null): string | null {
  if (text === null) return null
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\d?\./, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '')
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host) ? host : null
}

/** 'B-12.345.678' → 'B12345678'; null for what is too short to tell anybody apart. */
export function taxIdOf(text: string | null): string | null {
  const plain = text?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') ?? ''
  return plain.length >= 5 && /\d/.test(plain) ? plain : null
}

const textFields = ['industry', 'segment', 'country', 'region', 'city', 'postalCode'] as const

/** Columns about the account in tables of other things, and what they are called there. */
const describedFields = [
  ['industry', 'accountIndustry'],
  ['segment', 'accountSegment'],
  ['country', 'accountCountry'],
  ['region', 'accountRegion'],
  ['city', 'accountCity']
] as const
const describing: ReadonlySet<string> = new Set([
  ...describedFields.map(([, column]) => column),
  'accountEmployees',
  'accountOwner'
])

/** Whether a table of other things has columns about the accounts it names. */
export const describesAccounts = (table: ReadTable): boolean =>
  table.columns.some((column) => describing.has(column.field))

export class AccountDesk {
  readonly book: NameBook
  readonly drafts = new Drafts<AccountValues>()
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #people: PeopleDesk
  readonly #byExternalId = new Map<string, Ref>()
  /** Plain names met, by how the files write them; emptied when a name comes to be shared by several. */
  readonly #met = new Map<string, NameUse>()
  readonly #usesByRef = new Map<string, NameUse>()
  readonly #metById = new Map<string, NameUse>()
  readonly #parents: { child: Ref; name: string; externalId: string | null; origin: Origin }[] = []

  constructor(known: KnownFacts, choices: PlanChoices, notes: Notebook, people: PeopleDesk) {
    this.#known = known
    this.#notes = notes
    this.#people = people
    this.book = new NameBook('accounts', choices.identities, known.decisions)
    for (const { id, values, aliasKeys } of known.accounts) {
      this.drafts.known(id, values)
      this.book.add(id, values.name, aliasKeys)
      if (values.externalId !== null && !this.#byExternalId.has(values.externalId))
        this.#byExternalId.set(values.externalId, id)
    }
  }

  /** The account that a row names by name alone; undefined when nobody is called so. Makes nothing. */
  find(name: string): Ref | undefined {
    const key = nameKey(name)
    return this.book.withAlias(key) ?? this.book.withKey(key)[0] ?? this.book.loose(name)
  }

  withId(externalId: string): Ref | undefined {
    return this.#byExternalId.get(externalId)
  }

  /** The account that a row of another table names; made when there is none. Null when the row names none. */
  named(hint: AccountHint, origin: Origin | null): NameUse | null {
    const { name, externalId } = hint
    if (name === null && externalId === null) return null
    const isPlain = externalId === null && hint.taxId === null && hint.domain === null
    if (isPlain && name !== null) {
      const met = this.#met.get(name)
      if (met !== undefined) return met
    } else if (externalId !== null && name === null) {
      // An id alone names nobody who is not known: it can't be shown as a customer's name.
      const ref = this.#byExternalId.get(externalId)
      return ref === undefined ? null : this.#use(this.book.nameOf(ref), ref, 'id')
    }
    if (name === null) return null
    const known = externalId === null ? undefined : this.#metById.get(externalId)
    if (known !== undefined && known.name === name && hint.domain === null && hint.taxId === null) return known
    const found = this.#find(hint, name)
    let ref = found?.ref
    if (ref === undefined) {
      ref = this.#make(name, origin)
      this.#notes.countEntity('accounts', 'new', true)
    }
    const use = this.#use(name, ref, found?.by ?? 'new')
    if (externalId !== null) this.#metById.set(externalId, use)
    if (isPlain) this.#met.set(name, use)
    else this.#sayIds(this.drafts.get(ref), hint, origin)
    return use
  }

  #use(name: string, ref: Ref, by: NameUse['by']): NameUse {
    const id = `${ref} ${name}`
    let use = this.#usesByRef.get(id)
    if (use === undefined) {
      use = this.book.use(name, nameKey(name), ref, by)
      this.#usesByRef.set(id, use)
    }
    return use
  }

  #find(hint: AccountHint, name: string): { ref: Ref; by: NameUse['by'] } | undefined {
    const { externalId } = hint
    if (externalId !== null) {
      const ref = this.#byExternalId.get(externalId)
      if (ref !== undefined) return { ref, by: 'id' }
    }
    const key = nameKey(name)
    const target = this.book.sameAs(key)
    if (target !== undefined) {
      const targetKey = nameKey(target)
      const ref = this.book.withKey(targetKey)[0] ?? this.book.withAlias(targetKey) ?? this.#makeImplied(target)
      this.book.learn(ref, name, key)
      return { ref, by: 'chosen' }
    }
    const alias = this.book.withAlias(key)
    const named = this.book.withKey(key)
    if (alias !== undefined && named.length === 0) return { ref: alias, by: 'name' }
    const fitting = named.filter((ref) => !this.#contradicts(ref, hint))
    const [first] = fitting
    if (first !== undefined) {
      if (fitting.length > 1) {
        const told = fitting.filter((ref) => this.#confirms(ref, hint))
        if (told.length === 1 && told[0] !== undefined) return { ref: told[0], by: 'name' }
        this.#notes.find('sameNameAccounts', name)
      }
      return { ref: first, by: 'name' }
    }
    if (named.length > 0) return undefined
    const loose = this.book.loose(name)
    return loose === undefined || this.#contradicts(loose, hint) ? undefined : { ref: loose, by: 'loose' }
  }

  /** Two ids or two tax ids are two companies, even of one name. */
  #contradicts(ref: Ref, { externalId, taxId }: AccountHint): boolean {
    const { values } = this.drafts.get(ref)
    return (
      (externalId !== null && values.externalId !== null && values.externalId !== externalId) ||
      (taxId !== null && values.taxId !== null && values.taxId !== taxId)
    )
  }

  #confirms(ref: Ref, { taxId, domain }: AccountHint): boolean {
    const { values } = this.drafts.get(ref)
    return (taxId !== null && values.taxId === taxId) || (domain !== null && values.domain === domain)
  }

  #make(name: string, origin: Origin | null): Ref {
    const ref = this.book.nextRef()
    this.drafts.make(ref, emptyAccount(name), origin)
    this.book.add(ref, name)
    if (this.book.withKey(nameKey(name)).length > 1) this.#met.clear()
    return ref
  }

  #makeImplied(name: string): Ref {
    this.#notes.countEntity('accounts', 'new', true)
    return this.#make(name, null)
  }

  #sayIds(draft: Draft<AccountValues>, { externalId, domain, taxId }: AccountHint, origin: Origin | null): boolean {
    let isNews = false
    // An account that was joined to another by the user keeps its own id.
    if (externalId !== null && draft.values.externalId === null) {
      isNews = this.drafts.say(draft, 'externalId', externalId, origin)
      if (!this.#byExternalId.has(externalId)) this.#byExternalId.set(externalId, draft.ref)
    }
    if (this.drafts.say(draft, 'domain', domain, origin)) isNews = true
    if (taxId !== null && this.drafts.say(draft, 'taxId', taxId, origin)) isNews = true
    return isNews
  }

  planTable(table: ReadTable): void {
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, custom, refusal, warnings } = read(row)
      const name = textOf(values.name)
      if (refusal !== undefined) this.#notes.reject(table, row, refusal)
      else if (name === null) this.#notes.reject(table, row, { rule: 'noName', header: '', cell: '' })
      else this.#planRow(table, row, values, custom, name)
      if (warnings.length > 0) this.#notes.warn(warnings)
    }
  }

  #planRow(table: ReadTable, row: RawRow, values: Values, custom: CustomFields | null, name: string): void {
    const origin = { table, row }
    const hint: AccountHint = {
      name,
      externalId: textOf(values.externalId),
      domain: domainOf(textOf(values.domain)),
      taxId: taxIdOf(textOf(values.taxId))
    }
    const found = this.#find(hint, name)
    const ref = found?.ref ?? this.#make(name, origin)
    const draft = this.drafts.get(ref)
    const wasListed = draft.isListed
    draft.isListed = true
    this.#notes.seen.see(table, 'accounts', ref)
    if (draft.before === null) draft.origin ??= origin
    this.#use(name, ref, found?.by ?? 'new').rows += 1
    let isNews = this.#sayIds(draft, hint, origin)
    // The CRM has given the company another name: the id says that it is the same.
    if (found?.by === 'id' && this.drafts.say(draft, 'name', name, origin)) {
      this.drafts.say(draft, 'nameKey', nameKey(name), origin)
      this.book.rename(ref, name)
      isNews = true
    }
    const owner = this.#people.owner(values, { name: 'owner', externalId: 'ownerId', email: 'ownerEmail' }, origin)
    if (this.drafts.say(draft, 'owner', owner, origin)) isNews = true
    const revenueMinor = this.#notes.amount(table, 'revenue', numberOf(values.revenue), this.#known.currency)
    if (this.drafts.say(draft, 'revenueMinor', revenueMinor, origin)) isNews = true
    for (const field of textFields) if (this.drafts.say(draft, field, textOf(values[field]), origin)) isNews = true
    for (const field of ['employees', 'foundedYear', 'contacts'] as const)
      if (this.drafts.say(draft, field, numberOf(values[field]), origin)) isNews = true
    for (const [field, degrees] of this.#degrees(values))
      if (this.drafts.say(draft, field, degrees, origin)) isNews = true
    if (this.drafts.sayCustom(draft, custom, origin)) isNews = true
    this.#lookAtCountry(draft.values)
    if (wasListed) this.#notes.find('sameAccountTwice', name)
    if (found === undefined) this.#notes.count(table, 'new')
    else if (draft.before === null && !wasListed)
      // Made because an earlier row names it (a parent, an owner's account), and counted then.
      this.#notes.countTable(table, 'new')
    else this.#notes.count(table, isNews ? 'changed' : 'same')
    const parent = textOf(values.parent)
    if (parent !== null) this.#parents.push({ child: ref, name: parent, externalId: textOf(values.parentId), origin })
  }

  /** What a row of another table says of the account it names, in columns such as "Account industry". */
  describe(use: NameUse, values: Values, origin: Origin): void {
    const draft = this.drafts.get(use.ref)
    if (draft.describedBy === origin.table) return
    let isAllSaid = values.accountEmployees === undefined && values.accountOwner === undefined
    for (const [field, column] of describedFields) {
      const value = values[column]
      if (value === undefined) continue
      this.drafts.say(draft, field, textOf(value), origin)
      if (!draft.said.has(field)) isAllSaid = false
    }
    if (isAllSaid) draft.describedBy = origin.table
    if (values.accountEmployees !== undefined)
      this.drafts.say(draft, 'employees', numberOf(values.accountEmployees), origin)
    if (values.accountOwner !== undefined)
      this.drafts.say(draft, 'owner', this.#people.owner(values, { name: 'accountOwner' }, origin), origin)
  }

  /** Longitude and latitude together, or none of them: half a point, or one off the globe, is no place. */
  #degrees(values: Values): ['longitude' | 'latitude', number][] {
    const [longitude, latitude] = [numberOf(values.longitude), numberOf(values.latitude)]
    if (longitude === null && latitude === null) return []
    if (longitude !== null && latitude !== null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)
      return [
        ['longitude', longitude],
        ['latitude', latitude]
      ]
    this.#notes.find('unreadableValue', `${latitude ?? '–'}, ${longitude ?? '–'}`)
    return []
  }

  #lookAtCountry({ country }: AccountValues): void {
    const meant = country === null ? undefined : nearestCountry(country)
    if (meant !== undefined) this.#notes.find('misspelt', `${country} → ${meant}`)
  }

  /** Joins accounts to their parents once every account is known. */
  joinParents(): void {
    for (const { child, name, externalId, origin } of this.#parents) {
      const parent = this.named({ name, externalId, domain: null, taxId: null }, origin)?.ref
      if (parent === undefined || parent === child || this.#isBelow(parent, child)) continue
      this.drafts.say(this.drafts.get(child), 'parent', parent, origin)
    }
    this.#parents.length = 0
  }

  /** Whether an account lies below another already: the two can't be each other's parent. */
  #isBelow(ref: Ref, above: Ref): boolean {
    const met = new Set<Ref>()
    for (let at: Ref | null = ref; at !== null && !met.has(at); at = this.drafts.find(at)?.values.parent ?? null) {
      if (at === above) return true
      met.add(at)
    }
    return false
  }

  /** Says which accounts were added and joined. */
  tellNames(): void {
    const rules = { unknown: 'unknownAccount', loose: 'looseAccount' }
    tellNames(this.book, rules, (ref) => !this.drafts.get(ref).isListed, this.#notes)
  }

  identities(asks: boolean): IdentityCandidate[] {
    if (!asks) return joinedNames(this.book)
    return findCandidates(this.book, (ref) => {
      const { values, isListed } = this.drafts.get(ref)
      return { externalId: values.externalId, domain: values.domain, taxId: values.taxId, isListed }
    })
  }
}
