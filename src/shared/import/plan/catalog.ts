// Plans accounts and products: found by external id or name, made where a deal names one that nobody listed.

import { toMinor } from '#shared/units/money.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { nearestCountry } from '../countries.ts'
import { type ImportRecord, recordReader } from '../record.ts'
import type { RawRow, ReadTable } from '../types.ts'
import { Directory } from './identity.ts'
import { differs, type Notebook } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { AccountValues, KnownFacts, PlannedRow, ProductValues, Ref } from './types.ts'

/** Rows of one kind that have a name: the part that accounts and products share. */
abstract class Catalog<Values extends { name: string; nameKey: string }> {
  readonly rows: PlannedRow<Values>[] = []
  readonly directory = new Directory()
  protected readonly notes: Notebook
  readonly #values = new Map<Ref, Values>()
  readonly #planned = new Map<Ref, PlannedRow<Values>>()

  constructor(notes: Notebook) {
    this.notes = notes
  }

  protected remember(id: Ref, values: Values, externalId: string | null): void {
    this.directory.add(id, [values.name], externalId)
    this.#values.set(id, values)
  }

  protected valuesOf(ref: Ref): Values | undefined {
    return this.#values.get(ref)
  }

  protected make(values: Values, externalId: string | null, source: number | null): Ref {
    const id = this.directory.nextRef()
    this.remember(id, values, externalId)
    const row = { id, values, source }
    this.rows.push(row)
    this.#planned.set(id, row)
    return id
  }

  /** Changes a row to what the file says. @returns whether that was news */
  protected change(ref: Ref, after: Values, keepSource: () => number): boolean {
    const before = this.#values.get(ref)
    if (before === undefined || !differs(before, after)) return false
    this.#values.set(ref, after)
    const planned = this.#planned.get(ref)
    if (planned !== undefined) {
      planned.values = after
      planned.source ??= keepSource()
    } else {
      const row = { id: ref, values: after, source: keepSource() }
      this.rows.push(row)
      this.#planned.set(ref, row)
    }
    return true
  }

  planTable(table: ReadTable): void {
    const read = recordReader(table)
    for (const row of table.rows) {
      const record = read(row)
      const name = record.values.name
      if (record.refusal !== undefined) this.notes.reject(table, row, record.refusal)
      else if (typeof name !== 'string') this.notes.reject(table, row, { rule: 'noName', header: '', cell: '' })
      else this.planRow(table, row, record, name)
      for (const warning of record.warnings)
        this.notes.find('unreadableCell', 'warning', `${warning.header}: ${warning.cell}`)
    }
  }

  protected abstract planRow(table: ReadTable, row: RawRow, record: ImportRecord, name: string): void
}

const textIn = (record: ImportRecord, field: string, old: string | null): string | null => {
  const value = record.values[field]
  return value === undefined ? old : typeof value === 'string' ? value : null
}
const numberIn = (record: ImportRecord, field: string, old: number | null): number | null => {
  const value = record.values[field]
  return value === undefined ? old : typeof value === 'number' ? value : null
}

const emptyAccount = (name: string): AccountValues => ({
  name,
  nameKey: nameKey(name),
  externalId: null,
  parent: null,
  owner: null,
  industry: null,
  segment: null,
  country: null,
  region: null,
  city: null,
  postalCode: null,
  employees: null,
  revenueMinor: null,
  foundedYear: null,
  custom: null
})

export class AccountDesk extends Catalog<AccountValues> {
  readonly #known: KnownFacts
  readonly #people: PeopleDesk
  /** Parents are named before or after the row they name: they are joined when all rows are known. */
  readonly #parents: { child: Ref; parentName: string }[] = []

  constructor(known: KnownFacts, notes: Notebook, people: PeopleDesk) {
    super(notes)
    this.#known = known
    this.#people = people
    for (const account of known.accounts) this.remember(account.id, account.values, account.values.externalId)
  }

  /** An account that a deal names; made when there is none of that name. */
  named(name: string, source: number): Ref {
    const found = this.directory.findName(name)
    if (found !== undefined) {
      if (found.by === 'loose')
        this.notes.find('looseAccount', 'note', `${name} = ${this.valuesOf(found.ref)?.name ?? ''}`)
      return found.ref
    }
    this.notes.countEntity('accounts', 'new', true)
    this.notes.find('unknownAccount', 'note', name)
    return this.make(emptyAccount(name), null, source)
  }

  protected planRow(table: ReadTable, row: RawRow, record: ImportRecord, name: string): void {
    const externalId = textIn(record, 'externalId', null)
    const byId = externalId === null ? undefined : this.directory.findId(externalId)
    const byName = this.directory.findName(name)
    // Two rows with different ids are two accounts, even of one name.
    const sameName =
      byName !== undefined &&
      (externalId === null || (this.valuesOf(byName.ref)?.externalId ?? externalId) === externalId)
        ? byName.ref
        : undefined
    const ref = byId ?? sameName
    const base = (ref === undefined ? undefined : this.valuesOf(ref)) ?? emptyAccount(name)
    const ownerName = record.values.owner
    const revenue = record.values.revenue
    const after: AccountValues = {
      ...base,
      externalId: externalId ?? base.externalId,
      owner: typeof ownerName === 'string' ? this.#people.named(ownerName, null) : base.owner,
      industry: textIn(record, 'industry', base.industry),
      segment: textIn(record, 'segment', base.segment),
      country: textIn(record, 'country', base.country),
      region: textIn(record, 'region', base.region),
      city: textIn(record, 'city', base.city),
      postalCode: textIn(record, 'postalCode', base.postalCode),
      employees: numberIn(record, 'employees', base.employees),
      revenueMinor: typeof revenue === 'number' ? toMinor(revenue, this.#known.currency) : base.revenueMinor,
      foundedYear: numberIn(record, 'foundedYear', base.foundedYear),
      custom: record.custom ?? base.custom
    }
    if (byId !== undefined) Object.assign(after, { name, nameKey: nameKey(name) })
    this.#look(after)
    let child = ref
    if (child === undefined) {
      child = this.make(after, externalId, this.notes.keep(table, row))
      this.notes.count(table, 'new')
    } else {
      const isNews = this.change(child, after, () => this.notes.keep(table, row))
      if (child < 0) this.notes.find('sameAccountTwice', 'note', name)
      this.notes.count(table, isNews ? 'changed' : 'same')
    }
    const parentName = record.values.parent
    if (typeof parentName === 'string') this.#parents.push({ child, parentName })
  }

  #look(account: AccountValues): void {
    const meant = account.country === null ? undefined : nearestCountry(account.country)
    if (meant !== undefined) this.notes.find('misspelt', 'note', `${account.country} → ${meant}`)
  }

  /** Joins accounts to their parents once every account is known. */
  joinParents(sourceOf: (child: Ref) => number | null): void {
    for (const { child, parentName } of this.#parents) {
      const values = this.valuesOf(child)
      const parent =
        this.directory.findName(parentName)?.ref ?? this.make(emptyAccount(parentName), null, sourceOf(child))
      if (values === undefined || parent === child || values.parent === parent) continue
      this.change(child, { ...values, parent }, () => sourceOf(child) ?? -1)
    }
    this.#parents.length = 0
  }
}

export class ProductDesk extends Catalog<ProductValues> {
  readonly #known: KnownFacts

  constructor(known: KnownFacts, notes: Notebook) {
    super(notes)
    this.#known = known
    for (const product of known.products) this.remember(product.id, product.values, null)
  }

  /** A product that a deal names; one that differs in spaces alone is joined and shown. */
  named(name: string, source: number, amountMinor: number | null): Ref {
    const found = this.directory.findName(name)
    if (found !== undefined) {
      if (found.by === 'loose')
        this.notes.find('looseProduct', 'note', `${name} = ${this.valuesOf(found.ref)?.name ?? ''}`, amountMinor)
      return found.ref
    }
    this.notes.countEntity('products', 'new', true)
    this.notes.find('unknownProduct', 'note', name)
    return this.make({ name, nameKey: nameKey(name), family: null, listPriceMinor: null }, null, source)
  }

  protected planRow(table: ReadTable, row: RawRow, record: ImportRecord, name: string): void {
    const found = this.directory.findName(name)
    const base: ProductValues = (found === undefined ? undefined : this.valuesOf(found.ref)) ?? {
      name,
      nameKey: nameKey(name),
      family: null,
      listPriceMinor: null
    }
    const price = record.values.listPrice
    const after: ProductValues = {
      ...base,
      family: textIn(record, 'family', base.family),
      listPriceMinor: typeof price === 'number' ? toMinor(price, this.#known.currency) : base.listPriceMinor
    }
    if (found === undefined) {
      this.make(after, null, this.notes.keep(table, row))
      this.notes.count(table, 'new')
    } else
      this.notes.count(table, this.change(found.ref, after, () => this.notes.keep(table, row)) ? 'changed' : 'same')
  }
}
