// Plans deals: joins each to its account, product, seller and stage, tells new from changed and same, and looks for what is wrong.
import { orderStageNames, stageStatusOf } from '#shared/playbook/index.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import { type IsoDate, parseIsoDate } from '#shared/units/date.ts'
import { toMinor } from '#shared/units/money.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { type ImportRecord, recordReader } from '../record.ts'
import type { RawRow, ReadTable, StagePreview } from '../types.ts'
import type { AccountDesk, ProductDesk } from './catalog.ts'
import { differs, type Notebook } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { KnownFacts, OpportunityValues, PlannedRow, Ref } from './types.ts'

interface StageKnown {
  id: Ref
  name: string
  nameKey: string
  status: StageStatus
  deals: number
}

const dayIn = (record: ImportRecord, field: string): IsoDate | null => {
  const value = record.values[field]
  return typeof value === 'string' ? (parseIsoDate(value) ?? null) : null
}
const textIn = (record: ImportRecord, field: string): string | null => {
  const value = record.values[field]
  return typeof value === 'string' && value !== '' ? value : null
}

export class DealDesk {
  readonly rows: PlannedRow<OpportunityValues>[] = []
  readonly newStages: { id: Ref; name: string; nameKey: string; status: StageStatus }[] = []
  readonly #won = new Map<CurrencyCode, { deals: number; amountMinor: number }>()
  firstWonOn: IsoDate | null = null
  lastWonOn: IsoDate | null = null
  newestOn: IsoDate | null = null
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #people: PeopleDesk
  readonly #accounts: AccountDesk
  readonly #products: ProductDesk
  readonly #stages = new Map<string, StageKnown>()
  readonly #byKey = new Map<string, { id: Ref; values: OpportunityValues }>()
  readonly #ids = new Map<string, Ref>()
  readonly #occurrences = new Map<string, number>()
  #made = 0

  constructor(
    known: KnownFacts,
    notes: Notebook,
    desks: { people: PeopleDesk; accounts: AccountDesk; products: ProductDesk }
  ) {
    this.#known = known
    this.#notes = notes
    this.#people = desks.people
    this.#accounts = desks.accounts
    this.#products = desks.products
    for (const stage of known.stages) this.#stages.set(stage.nameKey, { ...stage, deals: 0 })
    const seen = new Map<string, number>()
    for (const { id, values } of known.opportunities) {
      if (values.externalId !== null) this.#ids.set(values.externalId, id)
      this.#byKey.set(matchKey(values, seen), { id, values })
    }
  }

  /** The deal with that external id, known or planned. */
  findId(externalId: string): Ref | undefined {
    return this.#ids.get(externalId)
  }

  /** New stages get their place in the funnel from all names of the files together. */
  planStages(tables: readonly ReadTable[]): void {
    const met = new Map<string, string>()
    for (const table of tables) {
      const column = table.columns.find((each) => each.field === 'stage')
      if (column === undefined) continue
      for (const row of table.rows) {
        const cell = row.cells[column.index]
        if (cell === null || cell === undefined) continue
        const name = String(cell).replace(/\s+/g, ' ').trim()
        const key = nameKey(name)
        if (key !== '' && !met.has(key)) met.set(key, name)
      }
    }
    for (const name of orderStageNames([...met.values()])) {
      const key = nameKey(name)
      if (this.#stages.has(key)) continue
      const stage = { id: -(this.newStages.length + 1), name, nameKey: key, status: stageStatusOf(name) }
      this.newStages.push(stage)
      this.#stages.set(key, { ...stage, deals: 0 })
      this.#notes.countEntity('stages', 'new')
    }
  }

  planTable(table: ReadTable): void {
    const read = recordReader(table)
    const currencyColumn = table.columns.some((column) => column.field === 'currency')
    const amount = table.columns.find((column) => column.field === 'amount')
    const saidByCells = amount?.format?.currency
    if (!currencyColumn && saidByCells === undefined && table.rows.length > 0)
      this.#notes.find('currencyAssumed', 'note', this.#known.currency, null, table.rows.length)
    const seenIds = new Map<string, number>()
    for (const row of table.rows) {
      const record = read(row)
      if (record.refusal !== undefined) {
        this.#notes.reject(table, row, record.refusal)
        continue
      }
      const externalId = textIn(record, 'externalId')
      const first = externalId === null ? undefined : seenIds.get(externalId)
      if (externalId !== null && first !== undefined) {
        this.#notes.reject(table, row, { rule: 'duplicateId', header: '', cell: externalId })
        continue
      }
      if (externalId !== null) seenIds.set(externalId, row.rowNumber)
      const stageName = textIn(record, 'stage')
      const stage = stageName === null ? undefined : this.#stages.get(nameKey(stageName))
      const existing = externalId === null ? undefined : this.#byKey.get(`id ${externalId}`)
      if (stage === undefined && existing === undefined) {
        this.#notes.reject(table, row, { rule: 'noStage', header: '', cell: stageName ?? '' })
        continue
      }
      this.#planRow(table, row, record, stage, saidByCells)
      for (const warning of record.warnings)
        this.#notes.find('unreadableCell', 'warning', `${warning.header}: ${warning.cell}`)
    }
  }

  #planRow(
    table: ReadTable,
    row: RawRow,
    record: ImportRecord,
    stage: StageKnown | undefined,
    saidByCells: CurrencyCode | undefined
  ): void {
    const { values } = record
    const said = textIn(record, 'currency') as CurrencyCode | null
    const currency = said ?? saidByCells ?? this.#known.currency
    const amountMinor = typeof values.amount === 'number' ? toMinor(values.amount, currency) : null
    // The source is kept only for rows that are new or changed: it is taken when the first thing needs it.
    let kept: number | null = null
    const source = (): number => {
      kept ??= this.#notes.keep(table, row)
      return kept
    }
    const join = (field: string, named: (name: string) => Ref): Ref | null => {
      const name = textIn(record, field)
      return name === null ? null : named(name)
    }
    const now: OpportunityValues = {
      externalId: textIn(record, 'externalId'),
      name: textIn(record, 'name'),
      account: join(
        'account',
        (name) => this.#accounts.directory.findName(name)?.ref ?? this.#accounts.named(name, source())
      ),
      product: join('product', (name) => this.#namedProduct(name, source, amountMinor)),
      seller: join(
        'seller',
        (name) => this.#people.directory.findName(name)?.ref ?? this.#people.named(name, source())
      ),
      stage: stage?.id ?? 0,
      amountMinor,
      currency,
      createdOn: dayIn(record, 'createdOn'),
      closeOn: dayIn(record, 'closeOn'),
      leadSource: textIn(record, 'leadSource'),
      isNewBusiness: typeof values.isNewBusiness === 'boolean' ? values.isNewBusiness : null,
      custom: record.custom
    }
    const key = matchKey(now, this.#occurrences)
    const known = this.#byKey.get(key)
    const after = known === undefined ? now : overKnown(known.values, now, values)
    if (known === undefined) {
      this.#made += 1
      const planned = { id: -this.#made, values: after, source: source() }
      this.rows.push(planned)
      this.#byKey.set(key, planned)
      if (after.externalId !== null) this.#ids.set(after.externalId, planned.id)
      this.#notes.count(table, 'new')
    } else if (differs(known.values, after)) {
      const isPlanned = known.id < 0
      known.values = after
      if (!isPlanned) this.rows.push({ id: known.id, values: after, source: source() })
      this.#notes.count(table, 'changed')
    } else this.#notes.count(table, 'same')
    const status = stage?.status ?? [...this.#stages.values()].find((each) => each.id === after.stage)?.status ?? 'open'
    if (stage !== undefined) stage.deals += 1
    this.#look(after, status)
  }

  #namedProduct(name: string, source: () => number, amountMinor: number | null): Ref {
    const found = this.#products.directory.findName(name)
    return found?.by === 'name'
      ? found.ref
      : this.#products.named(name, found === undefined ? source() : -1, amountMinor)
  }

  /** Rules about one deal; what touches several rows is in the plan. */
  #look(deal: OpportunityValues, status: StageStatus): void {
    const { currency, today } = this.#known
    const inHome = deal.currency === currency ? deal.amountMinor : null
    const label = deal.externalId ?? deal.name ?? ''
    if (deal.account === null) this.#notes.find('noAccount', 'warning', label, inHome ?? 0)
    if (deal.seller === null) this.#notes.find('noSeller', 'warning', label, inHome ?? 0)
    if (deal.currency !== currency) this.#notes.find('otherCurrency', 'warning', deal.currency)
    if (deal.amountMinor !== null && deal.amountMinor < 0)
      this.#notes.find('negativeAmount', 'warning', label, inHome ?? 0)
    if (deal.createdOn !== null && deal.closeOn !== null && deal.closeOn < deal.createdOn)
      this.#notes.find('closeBeforeCreated', 'warning', label, inHome ?? 0)
    if (status === 'won') {
      if (deal.closeOn === null) this.#notes.find('wonWithoutDate', 'warning', label, inHome ?? 0)
      else if (deal.closeOn > today) this.#notes.find('wonInFuture', 'warning', label, inHome ?? 0)
      if (deal.amountMinor === null) this.#notes.find('wonWithoutAmount', 'warning', label)
      if (deal.amountMinor !== null) {
        const sum = this.#won.get(deal.currency) ?? { deals: 0, amountMinor: 0 }
        sum.deals += 1
        sum.amountMinor += deal.amountMinor
        this.#won.set(deal.currency, sum)
        if (deal.closeOn !== null) {
          if (this.firstWonOn === null || deal.closeOn < this.firstWonOn) this.firstWonOn = deal.closeOn
          if (this.lastWonOn === null || deal.closeOn > this.lastWonOn) this.lastWonOn = deal.closeOn
        }
      }
    } else if (status === 'open') {
      if (deal.closeOn === null) this.#notes.find('openWithoutDate', 'note', label, inHome ?? 0)
      else if (deal.closeOn < today) this.#notes.find('openPastDate', 'note', label, inHome ?? 0)
      if (deal.amountMinor === null) this.#notes.find('openWithoutAmount', 'note', label)
    }
    for (const day of [deal.createdOn, status === 'open' ? null : deal.closeOn])
      if (day !== null && day <= today && (this.newestOn === null || day > this.newestOn)) this.newestOn = day
  }

  /** Won deals of the files in the workspace's currency, or where there are none, in the currency of most. */
  wonSum(): { deals: number; amountMinor: number; currency: CurrencyCode } {
    const { currency } = this.#known
    const home = this.#won.get(currency)
    if (home !== undefined) return { ...home, currency }
    const most = [...this.#won].sort(([, a], [, b]) => b.deals - a.deals)[0]
    return most === undefined ? { deals: 0, amountMinor: 0, currency } : { ...most[1], currency: most[0] }
  }

  stagePreview(): StagePreview[] {
    const rank: Record<StageStatus, number> = { open: 0, won: 1, lost: 2 }
    return [...this.#stages.values()]
      .filter((stage) => stage.deals > 0)
      .sort((a, b) => rank[a.status] - rank[b.status])
      .map(({ name, status, deals, id }) => ({ name, status, deals, isNew: id < 0 }))
  }
}

/**
 * The key under which a deal is found again in a newer export: its external id, else what hardly ever changes about it.
 * Deals that share even that are told apart by their order.
 */
function matchKey(deal: OpportunityValues, seen: Map<string, number>): string {
  if (deal.externalId !== null) return `id ${deal.externalId}`
  const base = [nameKey(deal.name ?? ''), deal.account, deal.product, deal.seller, deal.createdOn].join('|')
  const turn = (seen.get(base) ?? 0) + 1
  seen.set(base, turn)
  return `row ${base} ${turn}`
}

/** What the file says over what is known: a column that the file lacks changes nothing. */
function overKnown(
  before: OpportunityValues,
  now: OpportunityValues,
  values: Readonly<Record<string, unknown>>
): OpportunityValues {
  const has = (field: string): boolean => values[field] !== undefined
  return {
    externalId: now.externalId ?? before.externalId,
    name: has('name') ? now.name : before.name,
    account: has('account') ? now.account : before.account,
    product: has('product') ? now.product : before.product,
    seller: has('seller') ? now.seller : before.seller,
    stage: now.stage === 0 ? before.stage : now.stage,
    amountMinor: has('amount') ? now.amountMinor : before.amountMinor,
    currency: has('amount') || has('currency') ? now.currency : before.currency,
    createdOn: has('createdOn') ? now.createdOn : before.createdOn,
    closeOn: has('closeOn') ? now.closeOn : before.closeOn,
    leadSource: has('leadSource') ? now.leadSource : before.leadSource,
    isNewBusiness: has('isNewBusiness') ? now.isNewBusiness : before.isNewBusiness,
    custom: now.custom ?? before.custom
  }
}
