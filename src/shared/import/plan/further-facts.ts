// Plans what is known beside deals: activities, leads, invoices and payments, and the stages that deals went through.
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { type ImportRecord, recordReader } from '../record.ts'
import type { RawRow, ReadTable } from '../types.ts'
import { FactDesk, type FactOutcome } from './facts.ts'
import { headerOf, type Origin } from './notebook.ts'
import {
  accountIn,
  dealIn,
  type Joined,
  knownAccountIn,
  productIn,
  type ReferenceDesks,
  sellerIn
} from './references.ts'
import type { StageDesk } from './stages.ts'
import type { ActivityValues, InvoiceValues, KnownFacts, LeadValues, Ref, StageChangeValues } from './types.ts'
import {
  currencyOf,
  customHeaders,
  dayOf,
  flagOf,
  fullName,
  mergeCustom,
  minorOf,
  numberOf,
  textOf,
  type Values
} from './values.ts'

const activityKey = (activity: ActivityValues): string =>
  `${nameKey(activity.kind)}|${activity.happenedOn}|${activity.seller}|${activity.account}|${activity.opportunity}`

const leadKey = (lead: LeadValues): string =>
  lead.externalId === null
    ? `lead ${nameKey(lead.name ?? '')}|${nameKey(lead.company ?? '')}|${lead.createdOn}`
    : `id ${lead.externalId}`

const invoiceKey = (invoice: InvoiceValues): string =>
  invoice.externalId === null
    ? `${invoice.kind} ${invoice.account}|${invoice.opportunity}|${invoice.issuedOn}|${invoice.amountMinor}|${invoice.currency}`
    : `${invoice.kind} id ${invoice.externalId}`

const stageChangeKey = ({ opportunity, stage, enteredOn }: StageChangeValues): string =>
  `${opportunity}|${stage}|${enteredOn}`

const paymentWords = /\b(payment|paid|receipt|pago|pagos|cobro|cobros|recibo|abono)\b/

/** Over what is known: a column that the file lacks changes nothing. */
const over = <Value>(column: unknown, now: Value, before: Value | undefined): Value =>
  column === undefined && before !== undefined ? before : now
const joined = (ref: Joined, before: Ref | null | undefined): Ref | null => (ref === undefined ? (before ?? null) : ref)

export class FurtherFactsDesk {
  readonly activities: FactDesk<ActivityValues>
  readonly leads: FactDesk<LeadValues>
  readonly invoices: FactDesk<InvoiceValues>
  readonly stageChanges: FactDesk<StageChangeValues>
  /** The newest activity of each deal, known or in the files. */
  readonly lastActivities = new Map<Ref, IsoDate>()
  readonly #known: KnownFacts
  readonly #desks: ReferenceDesks & { stages: StageDesk }

  constructor(known: KnownFacts, desks: ReferenceDesks & { stages: StageDesk }) {
    this.#known = known
    this.#desks = desks
    const { seen } = desks.notes
    this.activities = new FactDesk(known.activities, activityKey, { kind: 'activities', seen, mayRepeat: true })
    this.leads = new FactDesk(known.leads, leadKey, { kind: 'leads', seen })
    this.invoices = new FactDesk(known.invoices, invoiceKey, { kind: 'invoices', seen })
    this.stageChanges = new FactDesk(known.stageChanges, stageChangeKey, { kind: 'stageChanges', seen })
    for (const { values } of known.activities) this.#noteActivity(values)
  }

  #noteActivity({ opportunity, happenedOn }: ActivityValues): void {
    if (opportunity === null || happenedOn > this.#known.today) return
    const last = this.lastActivities.get(opportunity)
    if (last === undefined || last < happenedOn) this.lastActivities.set(opportunity, happenedOn)
  }

  /** Reads a table row by row; `plan` says what a row comes to, or why it can't be taken. */
  #each(
    table: ReadTable,
    tell: (rows: number) => void,
    plan: (values: Values, origin: Origin, record: ImportRecord) => FactOutcome | Refusal
  ): void {
    const { notes } = this.#desks
    const read = recordReader(table)
    for (const row of table.rows) {
      tell(1)
      const record = read(row)
      if (record.refusal !== undefined) {
        notes.reject(table, row, record.refusal)
        continue
      }
      const outcome = plan(record.values, { table, row }, record)
      if (typeof outcome === 'string') {
        notes.count(table, outcome)
        if (record.warnings.length > 0) notes.warn(record.warnings)
      } else this.#refuse(table, row, record.values, outcome)
    }
  }

  #refuse(table: ReadTable, row: RawRow, values: Values, { rule, field }: Refusal): void {
    const cell = field === null ? null : values[field]
    const header = field === null ? '' : headerOf(table, field)
    this.#desks.notes.reject(table, row, {
      rule,
      header,
      cell: cell === null || cell === undefined ? '' : String(cell)
    })
  }

  planActivities(table: ReadTable, tell: (rows: number) => void): void {
    this.#each(table, tell, (values, origin) => {
      const happenedOn = dayOf(values.happenedOn)
      if (happenedOn === null) return { rule: 'noDate', field: 'happenedOn' }
      const activity: ActivityValues = {
        kind: textOf(values.kind) ?? 'other',
        happenedOn,
        seller: joined(sellerIn(values, happenedOn, this.#desks, origin), null),
        account: joined(knownAccountIn(values, 'account', this.#desks), null),
        opportunity: joined(dealIn(values, this.#desks), null)
      }
      this.#noteActivity(activity)
      return this.activities.plan(activityKey(activity), () => activity, origin)
    })
  }

  planStageChanges(table: ReadTable, tell: (rows: number) => void): void {
    this.#each(table, tell, (values, origin) => {
      const opportunity = joined(dealIn(values, this.#desks), null)
      const name = textOf(values.stage)
      const stage = name === null ? undefined : this.#desks.stages.find(name)
      const enteredOn = dayOf(values.enteredOn)
      if (opportunity === null)
        return { rule: 'noDeal', field: values.opportunity === undefined ? 'opportunityName' : 'opportunity' }
      if (stage === undefined) return { rule: 'noStage', field: 'stage' }
      if (enteredOn === null) return { rule: 'noDate', field: 'enteredOn' }
      const change = { opportunity, stage: stage.id, enteredOn }
      return this.stageChanges.plan(stageChangeKey(change), () => change, origin)
    })
  }

  planLeads(table: ReadTable, tell: (rows: number) => void): void {
    const headers = customHeaders(table)
    this.#each(table, tell, (values, origin, record) => {
      const externalId = textOf(values.externalId)
      const name = fullName(values) ?? textOf(values.email)
      const company = textOf(values.company)
      if (externalId === null && name === null && company === null) return { rule: 'noName', field: null }
      const createdOn = dayOf(values.createdOn)
      const key = leadKey({ externalId, name, company, createdOn } as LeadValues)
      const known = this.leads.find(key)
      const currency =
        currencyOf(values.currency) ??
        origin.table.columns.find((column) => column.field === 'value')?.format?.currency ??
        known?.currency ??
        this.#known.currency
      const units = numberOf(values.value)
      const minor = units === null ? null : minorOf(units, currency)
      if (minor === undefined) return { rule: 'amountTooLarge', field: 'value' }
      const seller = sellerIn(values, createdOn, this.#desks, origin)
      const account =
        values.account === undefined && values.accountId === undefined
          ? knownAccountIn(values, 'company', this.#desks)
          : knownAccountIn(values, 'account', this.#desks)
      const opportunity = dealIn(values, this.#desks)
      const make = (before: LeadValues | null): LeadValues => {
        const text = (field: keyof LeadValues & string): string | null =>
          over(values[field], textOf(values[field]), before?.[field] as string | null | undefined)
        const day = (field: 'createdOn' | 'answeredOn' | 'convertedOn'): IsoDate | null =>
          over(values[field], dayOf(values[field]), before?.[field])
        const valueMinor = over(values.value, minor, before?.valueMinor)
        return {
          externalId: externalId ?? before?.externalId ?? null,
          name: name ?? before?.name ?? null,
          company: text('company'),
          account: joined(account, before?.account),
          seller: joined(seller, before?.seller),
          opportunity: joined(opportunity, before?.opportunity),
          source: text('source'),
          status: text('status'),
          isQualified: over(values.isQualified, flagOf(values.isQualified), before?.isQualified),
          score: over(values.score, numberOf(values.score), before?.score),
          segment: text('segment'),
          country: text('country'),
          region: text('region'),
          valueMinor,
          currency: valueMinor === null ? null : currency,
          createdOn: day('createdOn'),
          answeredOn: day('answeredOn'),
          convertedOn: day('convertedOn'),
          custom: mergeCustom(before?.custom ?? null, record.custom, headers)
        }
      }
      return this.leads.plan(key, make, origin)
    })
  }

  planInvoices(table: ReadTable, tell: (rows: number) => void): void {
    const turns = new Map<string, number>()
    this.#each(table, tell, (values, origin) => {
      const kindText = textOf(values.kind)
      const hasIssue = values.issuedOn !== undefined
      // A list that has days of payment alone is one of payments.
      const kind = (kindText === null ? !hasIssue : paymentWords.test(nameKey(kindText))) ? 'payment' : 'invoice'
      const issuedOn = dayOf(values.issuedOn) ?? (kind === 'payment' ? dayOf(values.paidOn) : null)
      if (issuedOn === null) return { rule: 'noDate', field: hasIssue ? 'issuedOn' : 'paidOn' }
      const currency =
        currencyOf(values.currency) ??
        origin.table.columns.find((column) => column.field === 'amount')?.format?.currency ??
        this.#known.currency
      const units = numberOf(values.amount)
      if (units === null) return { rule: 'noAmount', field: 'amount' }
      const amountMinor = minorOf(units, currency)
      if (amountMinor === undefined) return { rule: 'amountTooLarge', field: 'amount' }
      const account = accountIn(values, this.#desks, origin)
      const seller = sellerIn(values, issuedOn, this.#desks, origin)
      const product = productIn(values, this.#desks, origin)
      const opportunity = dealIn(values, this.#desks)
      const make = (before: InvoiceValues | null): InvoiceValues => ({
        externalId: textOf(values.externalId) ?? before?.externalId ?? null,
        kind,
        account: joined(account, before?.account),
        seller: joined(seller, before?.seller),
        product: joined(product, before?.product),
        opportunity: joined(opportunity, before?.opportunity),
        issuedOn,
        dueOn: over(values.dueOn, dayOf(values.dueOn), before?.dueOn),
        paidOn: over(values.paidOn, dayOf(values.paidOn), before?.paidOn),
        amountMinor,
        currency
      })
      // Lines of one invoice share its number: they are told apart by their order in the file.
      const key = invoiceKey(make(null))
      const turn = (turns.get(key) ?? 0) + 1
      turns.set(key, turn)
      return this.invoices.plan(turn === 1 ? key : `${key} ${turn}`, make, origin)
    })
  }
}

interface Refusal {
  rule: string
  /** The field whose cell stopped the row; null where no single one did. */
  field: string | null
}
