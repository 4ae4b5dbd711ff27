// Plans deals: joins each row to its account, product, seller and stage, finds it among the known ones, and tells new from changed
// and same. What is wrong with the deals is looked for in deal-findings.ts, what has changed about them in deal-changes.ts.
import { stageStatusOf } from '#shared/playbook/index.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type ImportRecord, recordReader } from '../record.ts'
import type { RawRow, ReadTable } from '../types.ts'
import { type AccountDesk, describesAccounts, domainOf, taxIdOf } from './accounts.ts'
import type { CorrectionDesk } from './corrections.ts'
import { type DealEntry, DealMatcher } from './deal-match.ts'
import { amountIn, closeDayIn, dealFrom, isSameDeal, type JoinedParts } from './deal-values.ts'
import type { HomeRates } from './home-rates.ts'
import type { NameUse } from './identity/name-book.ts'
import { headerOf, type Notebook, type Origin } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { ProductDesk } from './products.ts'
import type { StageDesk, StageUse } from './stages.ts'
import type { KnownFacts, OpportunityValues, Ref } from './types.ts'
import { currencyOf, customHeaders, dayOf, minorOf, textOf, type Values } from './values.ts'

export interface DealDesks {
  people: PeopleDesk
  accounts: AccountDesk
  products: ProductDesk
  stages: StageDesk
  corrections: CorrectionDesk
  rates: HomeRates
}

/** What is the same for all rows of a table. */
interface TableFacts {
  table: ReadTable
  cellCurrency: ReturnType<typeof currencyOf>
  customHeaders: ReadonlySet<string>
  hasAccount: boolean
  hasSeller: boolean
  hasProduct: boolean
  describesAccounts: boolean
  describesSellers: boolean
  /** References of the deals the table holds, in the order of its rows. */
  seen: Ref[]
  /** Names in rows that could not be taken and give no id that is known. */
  refusedNames: string[]
}

export class DealDesk {
  /** Deals that the files hold, in the order met. */
  readonly entries: DealEntry[] = []
  readonly knownEntries: readonly DealEntry[]
  readonly seenByTable = new Map<ReadTable, Ref[]>()
  /** Rows of deal tables that could not be taken. */
  rejectedRows = 0
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #desks: DealDesks
  readonly #matcher: DealMatcher
  readonly #listed = new Set<DealEntry>()
  #made = 0

  constructor(known: KnownFacts, notes: Notebook, desks: DealDesks) {
    this.#known = known
    this.#notes = notes
    this.#desks = desks
    this.knownEntries = known.opportunities.map(({ id, values }) => ({
      ref: id,
      before: values,
      values,
      origin: null,
      lastTable: null,
      isSeen: false,
      isChanged: false,
      isUnsound: false,
      isGiven: false
    }))
    this.#matcher = new DealMatcher(this.knownEntries, (entry) => this.#asImported(entry))
  }

  /** The deal with that external id, or else the only one of that name, known or planned. */
  find(externalId: string | null, name: string | null): Ref | null {
    const byId = externalId === null ? undefined : this.#matcher.withId(externalId)
    if (byId !== undefined) return byId.ref
    return name === null ? null : this.#matcher.withName(name, this.entries)
  }

  planTable(table: ReadTable, tell: (rows: number) => void): void {
    const read = recordReader(table)
    const has = (field: string): boolean => table.columns.some((column) => column.field === field)
    const facts: TableFacts = {
      table,
      cellCurrency: table.columns.find((column) => column.field === 'amount')?.format?.currency ?? null,
      customHeaders: customHeaders(table),
      hasAccount: has('account') || has('accountId'),
      hasSeller: has('seller') || has('sellerId') || has('sellerEmail'),
      hasProduct: has('product'),
      describesAccounts: describesAccounts(table),
      describesSellers: has('sellerTeam') || has('sellerManager'),
      seen: [],
      refusedNames: []
    }
    this.seenByTable.set(table, facts.seen)
    for (const row of table.rows) {
      this.#planRow(facts, row, read(row))
      tell(1)
    }
    this.#seeRefused(facts)
  }

  #planRow(facts: TableFacts, row: RawRow, record: ImportRecord): void {
    const { table } = facts
    const values: Values = record.values
    const externalId = textOf(values.externalId)
    const existing = externalId === null ? undefined : this.#matcher.withId(externalId)
    if (record.refusal !== undefined) {
      this.#refuse(
        facts,
        row,
        record.refusal.rule,
        record.refusal.header,
        record.refusal.cell,
        existing,
        textOf(values.name)
      )
      return
    }
    if (externalId !== null && existing?.lastTable === table) {
      this.#refuse(facts, row, 'duplicateId', headerOf(table, 'externalId'), externalId, existing, textOf(values.name))
      return
    }
    const stage = this.#stageOf(values)
    const base = existing === undefined ? null : this.#asImported(existing)
    // A row without a stage can still bring news of a deal whose stage is known.
    const status = stage?.status ?? (base === null ? undefined : this.#desks.stages.statusOf(base.stage))
    if (status === undefined) {
      const cell = textOf(values.stage) ?? ''
      this.#refuse(facts, row, 'noStage', headerOf(table, 'stage'), cell, existing, textOf(values.name))
      return
    }
    const said = currencyOf(values.currency) ?? facts.cellCurrency
    const currency = said ?? base?.currency ?? this.#known.currency
    const units = amountIn(values, status)
    const amountMinor = typeof units === 'number' ? minorOf(units, currency) : units
    if (typeof units === 'number' && amountMinor === undefined) {
      this.#refuse(
        facts,
        row,
        'amountTooLarge',
        headerOf(table, 'amount'),
        String(units),
        existing,
        textOf(values.name)
      )
      return
    }
    if (said === null && existing === undefined && typeof amountMinor === 'number')
      this.#notes.find('currencyAssumed', this.#known.currency)
    const origin: Origin = { table, row }
    const closeOn = closeDayIn(values, status)
    const account = facts.hasAccount ? this.#accountOf(values, origin) : undefined
    const product = facts.hasProduct ? this.#productOf(values, origin) : undefined
    const seller = facts.hasSeller ? this.#sellerOf(values, origin, closeOn ?? null) : undefined
    if (account != null && facts.describesAccounts) this.#desks.accounts.describe(account, values, origin)
    if (seller != null && seller !== 'several' && facts.describesSellers) this.#desks.people.describe(seller, values)
    const parts = {
      externalId,
      account: account === null ? null : account?.ref,
      product: product === null ? null : product?.ref,
      // Where the name fits several, the seller that is known stays.
      seller: seller === null ? null : seller === 'several' ? undefined : seller?.ref,
      stage: stage?.id,
      amountMinor,
      currency,
      closeOn,
      custom: record.custom,
      customHeaders: facts.customHeaders
    }
    const inCurrency = (other: CurrencyCode): typeof parts =>
      said !== null || other === currency
        ? parts
        : { ...parts, currency: other, amountMinor: typeof units === 'number' ? minorOf(units, other) : units }
    const entry = this.#take(facts, origin, values, parts, inCurrency, existing)
    const homeMinor = this.#desks.rates.homeMinor(entry.values, this.#desks.stages.statusOf(entry.values.stage))
    if (stage !== undefined) stage.deals += 1
    count(account, homeMinor)
    count(product, homeMinor)
    if (seller === 'several') {
      this.#notes.find('sameNameSellers', textOf(values.seller) ?? '', homeMinor)
      entry.isUnsound = true
    } else count(seller, homeMinor)
    if (record.warnings.length > 0) {
      this.#notes.warn(record.warnings)
      entry.isUnsound = true
    }
  }

  /** Joins the row to its deal, or makes a new one, and counts it. */
  #take(
    facts: TableFacts,
    origin: Origin,
    values: Values,
    parts: JoinedParts,
    inCurrency: (currency: CurrencyCode) => JoinedParts,
    withId: DealEntry | undefined
  ): DealEntry {
    const { corrections } = this.#desks
    let entry = withId
    let said = entry === undefined ? dealFrom(values, parts, null) : undefined
    if (said !== undefined) {
      const match = this.#matcher.withoutId(said)
      if (match !== undefined) {
        entry = match.entry
        said = undefined
        if (match.by === 'name') this.#notes.find('matchedByName', entry.values.name ?? '')
        if (parts.externalId !== null) this.#matcher.addId(parts.externalId, entry)
      }
    }
    if (entry === undefined) {
      this.#made += 1
      const made: DealEntry = {
        ref: -this.#made,
        before: null,
        values: said ?? dealFrom(values, parts, null),
        origin,
        lastTable: facts.table,
        isSeen: true,
        isChanged: true,
        isUnsound: false,
        isGiven: false
      }
      this.entries.push(made)
      facts.seen.push(made.ref)
      if (parts.externalId !== null) this.#matcher.addId(parts.externalId, made)
      this.#notes.count(facts.table, 'new')
      return made
    }
    const base = this.#asImported(entry)
    let now = dealFrom(values, inCurrency(base.currency), base)
    let isNews = false
    if (corrections.has(entry.ref)) {
      const over = corrections.over(entry.ref, now, (field) => {
        this.#notes.find('correctionContradicted', `${labelOf(base)}: ${field}`, null)
        if (entry !== undefined) entry.isUnsound = true
      })
      now = over.values
      isNews = over.isNews
    }
    if (!isSameDeal(entry.values, now)) {
      entry.values = now
      entry.isChanged = true
      entry.origin = origin
      isNews = true
    }
    this.#list(facts, entry)
    this.#notes.count(facts.table, isNews ? 'changed' : 'same')
    return entry
  }

  #asImported({ ref, values }: DealEntry): OpportunityValues {
    const { corrections } = this.#desks
    return corrections.has(ref) ? corrections.asImported(ref, values) : values
  }

  /** Two tables may hold the same deal: it stands in both, and is looked at once. */
  #list(facts: TableFacts, entry: DealEntry): void {
    facts.seen.push(entry.ref)
    entry.isSeen = true
    entry.lastTable = facts.table
    if (entry.ref < 0 || this.#listed.has(entry)) return
    this.#listed.add(entry)
    this.entries.push(entry)
  }

  /** Keeps a row out. The file holds its deal all the same: it has not vanished. */
  #refuse(
    facts: TableFacts,
    row: RawRow,
    rule: string,
    header: string,
    cell: string,
    existing: DealEntry | undefined,
    name: string | null
  ): void {
    this.rejectedRows += 1
    this.#notes.reject(facts.table, row, { rule, header, cell })
    if (existing === undefined) {
      if (name !== null) facts.refusedNames.push(name)
    } else this.#see(facts, existing)
  }

  #see(facts: TableFacts, entry: DealEntry): void {
    if (entry.isSeen) return
    entry.isSeen = true
    facts.seen.push(entry.ref)
  }

  /** A row kept out that gives no id still names its deal: where just one deal of that name is in no other row, the file holds it. */
  #seeRefused(facts: TableFacts): void {
    for (const entry of this.#matcher.onlyUnseen(facts.refusedNames)) this.#see(facts, entry)
  }

  /**
   * The stage of a row. Some systems leave a deal in its last step and say beside it that it was won or lost: then that is its stage.
   */
  #stageOf(values: Values): StageUse | undefined {
    const { stages } = this.#desks
    const name = textOf(values.stage)
    const stage = name === null ? undefined : stages.find(name)
    const said = textOf(values.status)
    if (said === null || stage?.status === 'won' || stage?.status === 'lost') {
      if (said !== null && stage !== undefined) this.#lookForContradiction(stage, said)
      return stage
    }
    return stageStatusOf(said) === 'open' ? stage : (stages.find(said) ?? stage)
  }

  #lookForContradiction(stage: StageUse, said: string): void {
    const status = stageStatusOf(said)
    if (status !== 'open' && status !== stage.status) this.#notes.find('stageContradicted', `${stage.name} / ${said}`)
  }

  #accountOf(values: Values, origin: Origin): NameUse | null {
    const domain = values.accountDomain === undefined ? null : domainOf(textOf(values.accountDomain))
    const taxId = values.accountTaxId === undefined ? null : taxIdOf(textOf(values.accountTaxId))
    return this.#desks.accounts.named(
      { name: textOf(values.account), externalId: textOf(values.accountId), domain, taxId },
      origin
    )
  }

  #productOf(values: Values, origin: Origin): NameUse | null {
    const name = textOf(values.product)
    return name === null ? null : this.#desks.products.named(name, origin, textOf(values.productFamily))
  }

  #sellerOf(values: Values, origin: Origin, closeOn: IsoDate | null): NameUse | 'several' | null {
    return this.#desks.people.named(
      {
        name: textOf(values.seller),
        externalId: textOf(values.sellerId),
        email: textOf(values.sellerEmail),
        team: textOf(values.sellerTeam),
        day: closeOn ?? dayOf(values.createdOn)
      },
      origin
    )
  }
}

function count(use: NameUse | null | undefined, homeMinor: number | null): void {
  if (use === null || use === undefined) return
  use.rows += 1
  use.amountMinor += homeMinor ?? 0
}

/** A deal as the user knows it: its id, else its name. */
export const labelOf = (deal: { externalId: string | null; name: string | null }): string =>
  deal.externalId ?? deal.name ?? ''
