// Plans people and teams: each row is a seller, its manager a person who leads, its office and manager the places in the team tree.

import type { SellerRole } from '#shared/people/types.ts'
import { parseIsoDate } from '#shared/units/date.ts'
import { toMinor } from '#shared/units/money.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { type ImportRecord, recordReader } from '../record.ts'
import type { RawRow, ReadTable } from '../types.ts'
import { Directory } from './identity.ts'
import { differs, type Notebook } from './notebook.ts'
import type { KnownFacts, PlannedRow, PlannedTeam, Ref, SellerValues } from './types.ts'

const roleWords: readonly (readonly [SellerRole, RegExp])[] = [
  [
    'account_manager',
    /\b(account manager|key account|kam|customer success|gestor de cuentas|gestora de cuentas|farmer)\b/
  ],
  [
    'manager',
    /\b(manager|director|directora|head|lead|vp|chief|gerente|jefe|jefa|responsable|supervisor|supervisora)\b/
  ],
  ['sdr', /\b(sdr|bdr|inside sales|sales development|business development|prospeccion|telemarketing)\b/],
  [
    'seller',
    /\b(sales|seller|account executive|ae|rep|representative|vendedor|vendedora|comercial|ejecutivo|ejecutiva|agente|asesor|asesora)\b/
  ]
]

/**
 * Tells from a job title what a person does in sales.
 *
 * @param title as the file has it
 * @returns the role; 'other' for a title without a known word
 * @missing 'seller' for an empty title
 * @example roleOf('Jefe de ventas') // 'manager'
 */
export function roleOf(title: string | null): SellerRole {
  if (title === null) return 'seller'
  const key = nameKey(title)
  return roleWords.find(([, words]) => words.test(key))?.[0] ?? 'other'
}

/** Everybody and every team the import knows of, growing as rows are planned. */
export class PeopleDesk {
  readonly sellers: PlannedRow<SellerValues>[] = []
  readonly teams: PlannedTeam[] = []
  readonly memberships: { seller: Ref; team: Ref }[] = []
  readonly directory = new Directory()
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #values = new Map<Ref, SellerValues>()
  readonly #teamOf = new Map<Ref, Ref>()
  readonly #teamRefs = new Map<string, Ref>()
  readonly #leads = new Map<Ref, Ref>()
  readonly #planned = new Map<Ref, PlannedRow<SellerValues>>()
  #madeTeams = 0

  constructor(known: KnownFacts, notes: Notebook) {
    this.#known = known
    this.#notes = notes
    for (const seller of known.sellers) {
      this.directory.add(seller.id, [seller.values.name, ...seller.aliasKeys], seller.values.externalId)
      this.#values.set(seller.id, seller.values)
      if (seller.team !== null) this.#teamOf.set(seller.id, seller.team)
    }
    for (const team of known.teams) {
      this.#teamRefs.set(`${team.parent ?? 0}/${team.nameKey}`, team.id)
      if (team.lead !== null) this.#leads.set(team.id, team.lead)
    }
  }

  /** A person whom a deal or account names; made when nobody has that name. */
  named(name: string, source: number | null): Ref {
    const found = this.directory.findName(name)
    if (found !== undefined) return found.ref
    this.#notes.countEntity('sellers', 'new', true)
    this.#notes.find('unknownSeller', 'note', name)
    return this.#make(emptySeller(name, 'seller'), source)
  }

  #make(values: SellerValues, source: number | null): Ref {
    const id = this.directory.nextRef()
    this.directory.add(id, [values.name], values.externalId)
    this.#values.set(id, values)
    const row = { id, values, source }
    this.sellers.push(row)
    this.#planned.set(id, row)
    return id
  }

  #team(parent: Ref | null, name: string): Ref {
    const key = nameKey(name)
    const place = `${parent ?? 0}/${key}`
    const found = this.#teamRefs.get(place)
    if (found !== undefined) return found
    this.#madeTeams += 1
    const id = -this.#madeTeams
    this.#teamRefs.set(place, id)
    this.teams.push({ id, parent, name, nameKey: key, lead: null })
    this.#notes.countEntity('teams', 'new')
    return id
  }

  #lead(team: Ref, seller: Ref): void {
    if (this.#leads.get(team) === seller) return
    this.#leads.set(team, seller)
    const planned = this.teams.find((each) => each.id === team)
    if (planned !== undefined) planned.lead = seller
    else {
      const known = this.#known.teams.find((each) => each.id === team)
      if (known !== undefined)
        this.teams.push({ id: team, parent: known.parent, name: '', nameKey: known.nameKey, lead: seller })
    }
  }

  /** @returns whether that was news */
  #join(seller: Ref, team: Ref): boolean {
    if (this.#teamOf.get(seller) === team) return false
    this.#teamOf.set(seller, team)
    const planned = this.memberships.findIndex((each) => each.seller === seller)
    if (planned >= 0) this.memberships.splice(planned, 1)
    this.memberships.push({ seller, team })
    return true
  }

  planTable(table: ReadTable): void {
    const read = recordReader(table)
    const seen = new Set<Ref>()
    for (const row of table.rows) {
      const record = read(row)
      const name = record.values.name
      if (record.refusal !== undefined) this.#notes.reject(table, row, record.refusal)
      else if (typeof name !== 'string') this.#notes.reject(table, row, { rule: 'noName', header: '', cell: '' })
      else this.#planRow(table, row, record, name, seen)
    }
  }

  #planRow(table: ReadTable, row: RawRow, record: ImportRecord, name: string, seen: Set<Ref>): void {
    const { values } = record
    const externalId = typeof values.externalId === 'string' ? values.externalId : null
    const found =
      (externalId === null ? undefined : this.directory.findId(externalId)) ?? this.directory.findName(name)?.ref
    const before = found === undefined ? undefined : this.#values.get(found)
    const after = sellerFrom(record, name, before, this.#known)
    let ref = found
    let isNews = false
    if (ref === undefined || before === undefined) {
      ref = this.#make(after, this.#notes.keep(table, row))
      this.#notes.count(table, 'new')
      seen.add(ref)
    } else if (differs(before, after)) {
      isNews = true
      this.#values.set(ref, after)
      const planned = this.#planned.get(ref)
      if (planned !== undefined) planned.values = after
      else {
        const change = { id: ref, values: after, source: null }
        this.sellers.push(change)
        this.#planned.set(ref, change)
      }
    }
    if (this.#place(ref, values.team, values.manager)) isNews = true
    if (!seen.has(ref)) {
      // A person made by an earlier row (as somebody's manager) is counted already.
      if (ref < 0) this.#notes.countTable(table, 'new')
      else this.#notes.count(table, isNews ? 'changed' : 'same')
      if (isNews || ref < 0) this.#notes.keep(table, row)
      seen.add(ref)
    }
    for (const warning of record.warnings)
      this.#notes.find('unreadableCell', 'warning', `${warning.header}: ${warning.cell}`)
  }

  /** Puts a person into the tree: office, below it the manager's team. @returns whether that changed anything */
  #place(ref: Ref, office: unknown, managerName: unknown): boolean {
    let team: Ref | null = typeof office === 'string' ? this.#team(null, office) : null
    if (typeof managerName === 'string' && managerName !== '') {
      let manager = this.directory.findName(managerName)?.ref
      if (manager === undefined) {
        manager = this.#make(emptySeller(managerName, 'manager'), null)
        this.#notes.countEntity('sellers', 'new', true)
      }
      team = this.#team(team, managerName)
      this.#lead(team, manager)
      if (!this.#teamOf.has(manager)) this.#join(manager, team)
    }
    return team !== null && this.#join(ref, team)
  }
}

const emptySeller = (name: string, role: SellerRole): SellerValues => ({
  name,
  nameKey: nameKey(name),
  role,
  email: null,
  location: null,
  hiredOn: null,
  leftOn: null,
  basePayMinor: null,
  variablePayMinor: null,
  payCurrency: null,
  externalId: null,
  notes: ''
})

/** What a row says of a person, over what is known; columns the file lacks change nothing. */
function sellerFrom(
  record: ImportRecord,
  name: string,
  before: SellerValues | undefined,
  known: KnownFacts
): SellerValues {
  const { values } = record
  const base = before ?? emptySeller(name, 'seller')
  const text = (field: string, old: string | null): string | null => {
    const value = values[field]
    return typeof value === 'string' ? value : old
  }
  const pay = (field: string, old: number | null): number | null => {
    const value = values[field]
    return typeof value === 'number' ? toMinor(value, base.payCurrency ?? known.currency) : old
  }
  const day = (field: string, old: SellerValues['hiredOn']): SellerValues['hiredOn'] => {
    const value = values[field]
    return typeof value === 'string' ? (parseIsoDate(value) ?? old) : old
  }
  const basePayMinor = pay('basePay', base.basePayMinor)
  const variablePayMinor = pay('variablePay', base.variablePayMinor)
  const role = typeof values.role === 'string' ? roleOf(values.role) : base.role
  return {
    ...base,
    role,
    email: text('email', base.email),
    location: text('location', base.location),
    hiredOn: day('hiredOn', base.hiredOn),
    leftOn: day('leftOn', base.leftOn),
    basePayMinor,
    variablePayMinor,
    payCurrency: base.payCurrency ?? (basePayMinor === null && variablePayMinor === null ? null : known.currency),
    externalId: text('externalId', base.externalId)
  }
}
