// Plans people: found by id, email, alias of the day, or name; two of one name are told apart by id, email or team and never merged.
import type { SellerRole } from '#shared/people/types.ts'
import { type IsoDate, isWithin } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { recordReader } from '../record.ts'
import type { IdentityCandidate, ReadTable } from '../types.ts'
import { type Draft, Drafts } from './drafts.ts'
import { findCandidates, joinedNames } from './identity/candidates.ts'
import { NameBook, type NameUse } from './identity/name-book.ts'
import { tellNames } from './identity/tell-names.ts'
import type { Notebook, Origin } from './notebook.ts'
import { emailOf, emptySeller, type ListedRow, type PersonHint, tellApart } from './person.ts'
import { roleOf } from './roles.ts'
import { TeamTree } from './teams.ts'
import type { KnownFacts, PlanChoices, Ref, SellerValues } from './types.ts'
import { currencyOf, dayOf, fullName, numberOf, textOf, type Values } from './values.ts'

interface DatedAlias {
  ref: Ref
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

/** Everybody the import knows of, growing as rows are planned. */
export class PeopleDesk {
  readonly book: NameBook
  readonly drafts = new Drafts<SellerValues>()
  readonly teams: TeamTree
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #byExternalId = new Map<string, Ref>()
  readonly #byEmail = new Map<string, Ref>()
  readonly #mergedIds = new Map<Ref, Set<string>>()
  readonly #aliases = new Map<string, DatedAlias[]>()
  readonly #met = new Map<string, NameUse>()
  readonly #metById = new Map<string, NameUse>()
  readonly #uses = new Map<string, NameUse>()

  constructor(known: KnownFacts, choices: PlanChoices, notes: Notebook) {
    this.#known = known
    this.#notes = notes
    this.teams = new TeamTree(known, notes)
    this.book = new NameBook('sellers', choices.identities, known.decisions)
    for (const { id, values, aliases, mergedIds } of known.sellers) {
      this.drafts.known(id, values)
      this.book.add(id, values.name)
      this.#listIds(id, values)
      for (const ids of mergedIds) this.#listMergedIds(id, ids)
      for (const { key, fromOn, toOn } of aliases) {
        const own = this.#aliases.get(nameKey(key)) ?? []
        own.push({ ref: id, fromOn, toOn })
        this.#aliases.set(nameKey(key), own)
      }
    }
  }

  #listIds(ref: Ref, { externalId, email }: Pick<SellerValues, 'externalId' | 'email'>): void {
    if (externalId !== null && !this.#byExternalId.has(externalId)) this.#byExternalId.set(externalId, ref)
    const address = emailOf(email)
    if (address !== null && !this.#byEmail.has(address)) this.#byEmail.set(address, ref)
  }

  /** Ids of a person who was merged into this one mean this one. */
  #listMergedIds(ref: Ref, ids: Pick<SellerValues, 'externalId' | 'email'>): void {
    this.#listIds(ref, ids)
    const own = this.#mergedIds.get(ref) ?? new Set()
    for (const id of [ids.externalId, emailOf(ids.email)]) if (id !== null) own.add(id)
    this.#mergedIds.set(ref, own)
  }

  /** The person a row names; made when there is none. 'several': the name alone fits more than one. Null: nobody is named. */
  named(hint: PersonHint, origin: Origin | null, role: SellerRole = 'seller'): NameUse | 'several' | null {
    const { name, externalId, email } = hint
    const isPlain = externalId === null && email === null
    if (isPlain && name !== null) {
      const met = this.#met.get(name)
      if (met !== undefined) return met
    }
    const id = externalId ?? email
    const known = id === null ? undefined : this.#metById.get(id)
    if (known !== undefined && (name === null || known.name === name)) return known
    const found = this.#find(hint)
    if (found === 'several') return 'several'
    const called = name ?? (found === undefined ? email : this.book.nameOf(found.ref))
    if (called === null) return null
    let ref = found?.ref
    if (ref === undefined) {
      ref = this.#make(emptySeller(called, role), origin)
      this.#notes.countEntity('sellers', 'new', true)
    }
    if (!isPlain) this.#sayIds(this.drafts.get(ref), hint, origin)
    const use = this.#use(called, ref, found?.by ?? 'new')
    if (id !== null) this.#metById.set(id, use)
    // Only a name that means the same person on every day is remembered.
    if (isPlain && name !== null && this.#isSteady(nameKey(name))) this.#met.set(name, use)
    return use
  }

  /** The person in the columns of those fields; nobody where the name fits several. */
  owner(
    values: Values,
    fields: { name: string; externalId?: string; email?: string },
    origin: Origin | null
  ): Ref | null {
    const name = textOf(values[fields.name])
    const externalId = fields.externalId === undefined ? null : textOf(values[fields.externalId])
    const email = fields.email === undefined ? null : textOf(values[fields.email])
    const found = this.named({ name, externalId, email, team: null, day: null }, origin)
    if (found === 'several') this.#notes.find('sameNameSellers', name ?? '')
    return found === null || found === 'several' ? null : found.ref
  }

  #use(name: string, ref: Ref, by: NameUse['by']): NameUse {
    const id = `${ref} ${name}`
    let use = this.#uses.get(id)
    if (use === undefined) {
      use = this.book.use(name, nameKey(name), ref, by)
      this.#uses.set(id, use)
    }
    return use
  }

  #isSteady(key: string): boolean {
    if (this.book.withKey(key).length > 1) return false
    return this.#aliases.get(key)?.every((each) => each.fromOn === null && each.toOn === null) ?? true
  }

  #find(hint: PersonHint): { ref: Ref; by: NameUse['by'] } | 'several' | undefined {
    const { name, externalId, day } = hint
    const byId = externalId === null ? undefined : this.#byExternalId.get(externalId)
    if (byId !== undefined) return { ref: byId, by: 'id' }
    const address = emailOf(hint.email)
    const byEmail = address === null ? undefined : this.#byEmail.get(address)
    if (byEmail !== undefined && !this.#contradicts(byEmail, hint)) return { ref: byEmail, by: 'id' }
    if (name === null) return undefined
    const key = nameKey(name)
    const target = this.book.sameAs(key)
    if (target !== undefined) {
      const targetKey = nameKey(target)
      let ref = this.book.withKey(targetKey)[0] ?? this.#aliases.get(targetKey)?.[0]?.ref
      if (ref === undefined) {
        ref = this.#make(emptySeller(target, 'seller'), null)
        this.#notes.countEntity('sellers', 'new', true)
      }
      if (!this.#aliases.has(key)) this.book.learn(ref, name, key)
      return { ref, by: 'chosen' }
    }
    const aliases = this.#aliases.get(key)?.filter((each) => day === null || isWithin(day, each.fromOn, each.toOn))
    if (aliases !== undefined && aliases.length > 0) {
      const refs = new Set(aliases.map((each) => each.ref))
      const [ref] = refs
      if (ref !== undefined && refs.size === 1) return { ref, by: 'name' }
      return 'several'
    }
    const named = this.book.withKey(key)
    const fitting = named.filter((ref) => !this.#contradicts(ref, hint))
    const [only] = fitting
    if (only !== undefined) return fitting.length === 1 ? { ref: only, by: 'name' } : this.#narrow(fitting, hint)
    if (named.length > 0) return undefined
    const loose = this.book.loose(name)
    return loose === undefined || this.#contradicts(loose, hint) ? undefined : { ref: loose, by: 'loose' }
  }

  /** Of several of one name: the one of the team, or the one who worked here on the day. */
  #narrow(refs: readonly Ref[], { team, day }: PersonHint): { ref: Ref; by: NameUse['by'] } | 'several' {
    const inTeam = team === null ? [] : refs.filter((ref) => this.teams.isIn(ref, nameKey(team)))
    const left = inTeam.length > 0 ? inTeam : refs
    const employed =
      day === null
        ? left
        : left.filter((ref) => {
            const { hiredOn, leftOn } = this.drafts.get(ref).values
            return isWithin(day, hiredOn, leftOn)
          })
    const only = left.length === 1 ? left[0] : employed.length === 1 ? employed[0] : undefined
    return only === undefined ? 'several' : { ref: only, by: 'name' }
  }

  #contradicts(ref: Ref, { externalId, email }: PersonHint): boolean {
    const { values } = this.drafts.get(ref)
    const merged = this.#mergedIds.get(ref)
    if (merged?.has(externalId ?? emailOf(email) ?? '')) return false
    if (externalId !== null && values.externalId !== null) return externalId !== values.externalId
    return email !== null && values.email !== null && emailOf(email) !== emailOf(values.email)
  }

  #make(values: SellerValues, origin: Origin | null): Ref {
    const ref = this.book.nextRef()
    this.drafts.make(ref, values, origin)
    this.book.add(ref, values.name)
    this.#listIds(ref, values)
    if (this.book.withKey(values.nameKey).length > 1) this.#met.clear()
    return ref
  }

  #sayIds(draft: Draft<SellerValues>, { externalId, email }: PersonHint, origin: Origin | null): boolean {
    let isNews = false
    if (draft.values.externalId === null && this.drafts.say(draft, 'externalId', externalId, origin)) isNews = true
    if (draft.values.email === null && this.drafts.say(draft, 'email', email, origin)) isNews = true
    if (isNews) this.#listIds(draft.ref, draft.values)
    return isNews
  }

  planTable(table: ReadTable): void {
    const read = recordReader(table)
    const byKey = new Map<string, ListedRow[]>()
    const rows: ListedRow[] = []
    for (const row of table.rows) {
      const { values, refusal, warnings } = read(row)
      const name = fullName(values)
      if (warnings.length > 0) this.#notes.warn(warnings)
      if (refusal !== undefined || name === null) {
        this.#notes.reject(table, row, refusal ?? { rule: 'noName', header: '', cell: '' })
        continue
      }
      const hint: PersonHint = {
        name,
        externalId: textOf(values.externalId),
        email: textOf(values.email),
        team: textOf(values.team) ?? textOf(values.manager),
        day: null
      }
      const listed = { table, row, values, name, hint, ref: undefined, isMade: false }
      rows.push(listed)
      const key = nameKey(name)
      const same = byKey.get(key)
      if (same === undefined) byKey.set(key, [listed])
      else same.push(listed)
    }
    for (const [key, same] of byKey)
      if (same.length > 1) {
        const people = tellApart(same, {
          withName: () => this.book.withKey(key),
          withId: ({ externalId, email }) =>
            (externalId === null ? undefined : this.#byExternalId.get(externalId)) ??
            (email === null ? undefined : this.#byEmail.get(emailOf(email) ?? '')),
          contradicts: (ref, hint) => this.#contradicts(ref, hint),
          isInTeam: (ref, team) => this.teams.isIn(ref, nameKey(team)),
          make: (row) => {
            const ref = this.#make(emptySeller(row.name, 'seller'), row)
            // The next row of the same name must not be taken for this one unless it says the same of itself.
            this.#sayIds(this.drafts.get(ref), row.hint, row)
            return ref
          }
        })
        if (people > 1) this.#notes.find('sameNameSellers', same[0]?.name ?? '', null, people)
      }
    for (const row of rows) this.#planRow(row)
  }

  #planRow(listed: ListedRow): void {
    const { table, row, values, name, hint } = listed
    let by: NameUse['by'] = listed.isMade ? 'new' : 'name'
    let ref = listed.ref
    if (ref === undefined) {
      const found = this.#find(hint)
      if (found === 'several') {
        this.#notes.reject(table, row, { rule: 'sellerNotOne', header: '', cell: name })
        return
      }
      by = found?.by ?? 'new'
      ref = found?.ref ?? this.#make(emptySeller(name, 'seller'), listed)
      listed.isMade = found === undefined
    }
    const draft = this.drafts.get(ref)
    const wasListed = draft.isListed
    draft.isListed = true
    this.#notes.seen.see(table, 'sellers', ref)
    if (draft.before === null) draft.origin ??= { table, row }
    this.#use(name, ref, by).rows += 1
    let isNews = this.#sayIds(draft, hint, listed)
    // The name beside the id of somebody who was merged into this person is not a new name of theirs.
    if (by === 'id' && hint.externalId === draft.values.externalId && this.drafts.say(draft, 'name', name, listed)) {
      this.drafts.say(draft, 'nameKey', nameKey(name), listed)
      this.book.rename(ref, name)
      isNews = true
    }
    if (this.#sayFields(draft, values, listed)) isNews = true
    if (this.#place(ref, values)) isNews = true
    if (listed.isMade) this.#notes.count(table, 'new')
    else if (draft.before === null && !wasListed)
      // Made because an earlier row names the person (as somebody's manager), and counted then.
      this.#notes.countTable(table, 'new')
    else this.#notes.count(table, isNews ? 'changed' : 'same')
  }

  #sayFields(draft: Draft<SellerValues>, values: Values, origin: Origin): boolean {
    const role = textOf(values.role)
    const currency = currencyOf(values.payCurrency) ?? draft.values.payCurrency ?? this.#known.currency
    const pay = (field: string): number | null =>
      this.#notes.amount(origin.table, field, numberOf(values[field]), currency)
    const [basePay, variablePay] = [pay('basePay'), pay('variablePay')]
    const paid = basePay === null && variablePay === null ? null : currency
    return [
      this.drafts.say(draft, 'role', role === null ? null : roleOf(role), origin),
      this.drafts.say(draft, 'location', textOf(values.location), origin),
      this.drafts.say(draft, 'hiredOn', dayOf(values.hiredOn), origin),
      this.drafts.say(draft, 'leftOn', dayOf(values.leftOn), origin),
      this.drafts.say(draft, 'basePayMinor', basePay, origin),
      this.drafts.say(draft, 'variablePayMinor', variablePay, origin),
      this.drafts.say(draft, 'payCurrency', paid, origin)
    ].some((isNews) => isNews)
  }

  /** Puts a person into the tree: office, below it the manager's team. @returns whether that changed anything */
  #place(ref: Ref, values: Values): boolean {
    const office = textOf(values.team)
    const managerName = textOf(values.manager)
    let team: Ref | null = office === null ? null : this.teams.named(null, office)
    if (managerName !== null && nameKey(managerName) !== this.drafts.get(ref).values.nameKey) {
      const manager = this.managerNamed(managerName)
      if (manager !== null && (team === null || this.teams.leadOf(team) !== manager)) {
        team = this.teams.named(team, managerName)
        this.teams.lead(team, manager)
        if (!this.teams.hasTeam(manager)) this.teams.join(manager, team)
      }
    }
    if (team === null) return false
    const isNews = this.teams.join(ref, team)
    this.teams.confirm(ref)
    return isNews
  }

  /** The person who leads; made as a manager where nobody is called so. */
  managerNamed(name: string): Ref | null {
    const found = this.named({ name, externalId: null, email: null, team: null, day: null }, null, 'manager')
    if (found === 'several') this.#notes.find('sameNameSellers', name)
    return found === null || found === 'several' ? null : found.ref
  }

  /** The team that a deal sheet gives its seller counts for people of whom nobody has said one. */
  describe(use: NameUse, values: Values): void {
    if (this.teams.hasTeam(use.ref)) return
    if (values.sellerTeam !== undefined || values.sellerManager !== undefined)
      this.#place(use.ref, { team: values.sellerTeam, manager: values.sellerManager })
  }

  /** Says who was added and joined. */
  tellNames(): void {
    const rules = { unknown: 'unknownSeller', loose: 'looseSeller' }
    const isAdded = (ref: Ref): boolean => {
      const { isListed, values } = this.drafts.get(ref)
      return !isListed && values.role !== 'manager'
    }
    tellNames(this.book, rules, isAdded, this.#notes)
  }

  identities(asks: boolean): IdentityCandidate[] {
    if (!asks) return joinedNames(this.book)
    return findCandidates(this.book, (ref) => {
      const { values, isListed } = this.drafts.get(ref)
      return { externalId: values.externalId, isListed }
    })
  }
}
