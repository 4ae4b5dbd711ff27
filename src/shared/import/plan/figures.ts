// Plans figures that are set rather than sold: exchange rates, targets, quotas, and which account belongs to which territory.
import { parseCurrencyCode } from '#shared/units/currency.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { recordReader } from '../record.ts'
import type { RawRow, ReadTable } from '../types.ts'
import { FactDesk, type FactOutcome } from './facts.ts'
import { headerOf, type Notebook, type Origin } from './notebook.ts'
import { periodReader, shareByMonth } from './period-cells.ts'
import { accountIn, type ReferenceDesks, sellerIn } from './references.ts'
import type {
  AssignmentValues,
  CoverageValues,
  KnownFacts,
  PlanPart,
  QuotaValues,
  RateValues,
  Ref,
  TargetValues
} from './types.ts'
import { currencyOf, dayOf, minorOf, numberOf, textOf, type Values } from './values.ts'

const rateKey = ({ from, to, validOn }: RateValues): string => `${from} ${to} ${validOn}`
const targetKey = (target: TargetValues): string =>
  `${target.scope}|${nameKey(target.scopeName)}|${nameKey(target.measure)}|${target.startsOn}|${target.endsOn}`
const quotaKey = ({ seller, periodKey }: QuotaValues): string => `${seller}|${periodKey}`
const coverageKey = ({ territory, seller }: CoverageValues): string => `${territory}|${seller}`
const assignmentKey = ({ account }: AssignmentValues): string => String(account)

/** A rate as decimal text: numbers are written out without an exponent. */
export function decimalText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const [mantissa = '', exponent = '0'] = text.split('e')
  const digits = mantissa.replace('.', '')
  const point = (mantissa.indexOf('.') < 0 ? digits.length : mantissa.indexOf('.')) + Number(exponent)
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`
}

const scopeWords: readonly (readonly [TargetValues['scope'], RegExp])[] = [
  ['company', /\b(company|global|total|organi[sz]ation|business|empresa|compania|general)\b/],
  ['team', /\b(team|office|unit|department|equipo|oficina|delegacion|unidad|departamento)\b/],
  ['territory', /\b(territory|region|zone|area|territorio|zona)\b/],
  ['product', /\b(product|family|line|producto|familia|linea)\b/]
]

interface Refusal {
  rule: string
  field: string | null
  cell?: string
}

export class FiguresDesk {
  readonly rates: FactDesk<RateValues>
  readonly targets: FactDesk<TargetValues>
  readonly quotas: FactDesk<QuotaValues>
  readonly assignments: FactDesk<AssignmentValues>
  readonly coverages: FactDesk<CoverageValues>
  readonly territories: PlanPart['territories'] = []
  readonly #known: KnownFacts
  readonly #notes: Notebook
  readonly #territories = new Map<string, Ref>()
  readonly #said = new Set<string>()

  constructor(known: KnownFacts, notes: Notebook) {
    this.#known = known
    this.#notes = notes
    const { seen } = notes
    this.rates = new FactDesk(known.rates, rateKey, { kind: 'rates', seen })
    this.targets = new FactDesk(known.targets, targetKey, { kind: 'targets', seen })
    this.quotas = new FactDesk(known.quotas, quotaKey, { kind: 'quotas', seen })
    this.assignments = new FactDesk(known.assignments, assignmentKey, { kind: 'assignments', seen })
    this.coverages = new FactDesk(known.coverages, coverageKey, { kind: 'coverages', seen })
    for (const { id, nameKey: key } of known.territories) this.#territories.set(key, id)
  }

  #each(table: ReadTable, plan: (values: Values, origin: Origin) => FactOutcome | Refusal): void {
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, refusal, warnings } = read(row)
      if (refusal !== undefined) {
        this.#notes.reject(table, row, refusal)
        continue
      }
      const outcome = plan(values, { table, row })
      if (typeof outcome !== 'string') this.#refuse(table, row, values, outcome)
      else {
        this.#notes.count(table, outcome)
        if (warnings.length > 0) this.#notes.warn(warnings)
      }
    }
  }

  #refuse(table: ReadTable, row: RawRow, values: Values, { rule, field, cell }: Refusal): void {
    const value = cell ?? (field === null ? null : values[field])
    const text = value === null || value === undefined ? '' : String(value)
    this.#notes.reject(table, row, { rule, header: field === null ? '' : headerOf(table, field), cell: text })
  }

  /** Whether a thing was said by an earlier row of this import; what is said first counts. */
  #isRepeat(kind: string, key: string): boolean {
    const id = `${kind} ${key}`
    if (this.#said.has(id)) return true
    this.#said.add(id)
    return false
  }

  planRates(table: ReadTable): void {
    this.#each(table, (values, origin) => {
      const pair = textOf(values.pair)?.match(/^([A-Za-z]{3})[^A-Za-z]*([A-Za-z]{3})$/)
      const from = currencyOf(values.from) ?? parseCurrencyCode(pair?.[1] ?? '') ?? null
      const to = currencyOf(values.to) ?? parseCurrencyCode(pair?.[2] ?? '') ?? null
      const [known, rate, validOn] = [this.#known.currency, numberOf(values.rate), dayOf(values.validOn)]
      // A list of one currency a row is one of rates into the workspace's own, or, headed "to", out of it.
      const source = from ?? (values.from === undefined ? known : null)
      const target = to ?? (values.to === undefined ? known : null)
      if (source === null || target === null || source === target) return { rule: 'noCurrency', field: 'from' }
      if (rate === null || rate <= 0 || !Number.isFinite(rate)) return { rule: 'badRate', field: 'rate' }
      if (validOn === null) return { rule: 'noDate', field: 'validOn' }
      const value: RateValues = { from: source, to: target, validOn, rate: decimalText(rate) }
      const key = rateKey(value)
      if (this.#isRepeat('rate', key)) {
        const said = this.rates.find(key)
        return said?.rate === value.rate ? 'same' : { rule: 'duplicateRate', field: 'rate' }
      }
      return this.rates.plan(key, () => value, origin)
    })
  }

  planTargets(table: ReadTable, desks: ReferenceDesks): void {
    const reader = periodReader(table, this.#known.calendar, this.#known.fiscalYear)
    this.#tellTotals(reader.totals)
    this.#each(table, (values, origin) => {
      const scope = this.#scopeOf(values, desks)
      if (scope === undefined) return { rule: 'noTargetOf', field: 'scope' }
      const currency = this.#currencyOf(values, table)
      const cells = reader.cellsOf(values)
      if (!Array.isArray(cells)) return cells
      if (cells.length === 0) return { rule: 'noAmount', field: 'amount' }
      const targets: TargetValues[] = []
      for (const { span, units } of cells) {
        const amountMinor = minorOf(units, currency)
        if (amountMinor === undefined) return { rule: 'amountTooLarge', field: 'amount', cell: String(units) }
        const measure = textOf(values.measure) ?? 'bookings'
        targets.push({ ...scope, measure, startsOn: span.startsOn, endsOn: span.endsOn, amountMinor, currency })
      }
      const keys = targets.map(targetKey)
      if (keys.some((key) => this.#isRepeat('target', key)))
        return { rule: 'duplicateTarget', field: null, cell: scope.scopeName }
      return worst(targets.map((target, at) => this.targets.plan(keys[at] ?? '', () => target, origin)))
    })
  }

  #scopeOf(values: Values, desks: ReferenceDesks): Pick<TargetValues, 'scope' | 'scopeName' | 'team'> | undefined {
    const word = nameKey(textOf(values.scope) ?? '')
    const said = word === '' ? undefined : scopeWords.find(([, words]) => words.test(word))?.[0]
    const byColumn = (['team', 'territory', 'product'] as const).find(
      (field) => textOf(values[field]) !== null && (said === undefined || said === field)
    )
    const name = (byColumn === undefined ? null : textOf(values[byColumn])) ?? textOf(values.scopeName)
    const teamOf = (team: string): Ref | null => desks.people.teams.find(team) ?? null
    const scope = said ?? byColumn
    if (scope === 'company') return { scope, scopeName: name ?? '', team: null }
    if (scope !== undefined)
      return name === null ? undefined : { scope, scopeName: name, team: scope === 'team' ? teamOf(name) : null }
    if (word !== '') return undefined
    if (name === null) return { scope: 'company', scopeName: '', team: null }
    // A name without a kind is that of a team or product that is known; anything else would be a guess.
    const team = teamOf(name)
    if (team !== null) return { scope: 'team', scopeName: name, team }
    if (this.#territories.has(nameKey(name))) return { scope: 'territory', scopeName: name, team: null }
    if (desks.products.book.withKey(nameKey(name)).length > 0) return { scope: 'product', scopeName: name, team: null }
    return scopeWords[0]?.[1].test(nameKey(name)) ? { scope: 'company', scopeName: name, team: null } : undefined
  }

  planQuotas(table: ReadTable, desks: ReferenceDesks): void {
    const { calendar, fiscalYear, currency: home } = this.#known
    const reader = periodReader(table, calendar, fiscalYear)
    this.#tellTotals(reader.totals)
    this.#each(table, (values, origin) => {
      if (this.#currencyOf(values, table) !== home) return { rule: 'quotaOtherCurrency', field: 'currency' }
      const cells = reader.cellsOf(values)
      if (!Array.isArray(cells)) return cells
      if (cells.length === 0) return { rule: 'noAmount', field: 'amount' }
      const shares = []
      for (const { span, units, header } of cells) {
        const amountMinor = minorOf(units, home)
        if (amountMinor === undefined) return { rule: 'amountTooLarge', field: 'amount', cell: String(units) }
        const months = shareByMonth(amountMinor, span, calendar)
        if (months === undefined)
          return {
            rule: 'periodTooShort',
            field: 'period',
            cell: header === '' ? (textOf(values.period) ?? '') : header
          }
        shares.push(...months)
      }
      const seller = sellerIn(values, cells[0]?.span.startsOn ?? null, desks, origin)
      if (seller === undefined) return { rule: 'sellerNotOne', field: 'seller' }
      if (seller === null) return { rule: 'noSellerName', field: 'seller' }
      const quotas = shares.map((share): QuotaValues => ({ seller, ...share }))
      const keys = quotas.map(quotaKey)
      if (new Set(keys).size < keys.length || keys.some((key) => this.#said.has(`quota ${key}`)))
        return { rule: 'duplicateQuota', field: 'seller' }
      for (const key of keys) this.#said.add(`quota ${key}`)
      return worst(quotas.map((quota, at) => this.quotas.plan(keys[at] ?? '', () => quota, origin)))
    })
  }

  #currencyOf(values: Values, table: ReadTable): KnownFacts['currency'] {
    const byCells = table.columns.find((column) => column.field === 'amount' || column.field.startsWith('period:'))
    return currencyOf(values.currency) ?? byCells?.format?.currency ?? this.#known.currency
  }

  #tellTotals(headers: readonly string[]): void {
    for (const header of headers) this.#notes.find('periodTotals', header)
  }

  planAssignments(table: ReadTable, desks: ReferenceDesks): void {
    this.#each(table, (values, origin) => {
      const name = textOf(values.territory)
      if (name === null) return { rule: 'noTerritory', field: 'territory' }
      const account = accountIn(values, desks, origin)
      if (account === null || account === undefined)
        return { rule: 'noAccountName', field: values.account === undefined ? 'accountId' : 'account' }
      const placed = this.place(account, name, sellerIn(values, null, desks, origin) ?? null, origin)
      return placed === 'elsewhere' ? { rule: 'duplicateAssignment', field: 'account' } : placed
    })
  }

  /**
   * Puts an account into the territory of that name, and lets the person work there.
   *
   * @returns 'elsewhere' where an earlier row of this import has put it into another territory, which then stands
   */
  place(account: Ref, name: string, seller: Ref | null, origin: Origin): FactOutcome | 'elsewhere' {
    const assignment: AssignmentValues = { account, territory: this.#territoryOf(name) }
    const key = assignmentKey(assignment)
    const isRepeat = this.#isRepeat('assignment', key)
    if (isRepeat && this.assignments.find(key)?.territory !== assignment.territory) return 'elsewhere'
    const outcome = isRepeat ? 'same' : this.assignments.plan(key, () => assignment, origin)
    const coverage = this.#planCoverage(seller, assignment.territory, origin)
    // The account lies where it lay, and somebody else works there too.
    return outcome === 'same' && coverage === 'new' ? 'changed' : outcome
  }

  /** Who stands beside the account works the territory. Nobody there says nothing of whoever works it already. */
  #planCoverage(seller: Ref | null, territory: Ref, origin: Origin): FactOutcome {
    if (seller === null) return 'same'
    const coverage: CoverageValues = { territory, seller }
    return this.coverages.plan(coverageKey(coverage), () => coverage, origin)
  }

  #territoryOf(name: string): Ref {
    const key = nameKey(name)
    let ref = this.#territories.get(key)
    if (ref === undefined) {
      ref = -(this.territories.length + 1)
      this.territories.push({ id: ref, name, team: null })
      this.#territories.set(key, ref)
    }
    return ref
  }
}

/** A row that brings several figures counts as what is most news in it. */
function worst(outcomes: readonly FactOutcome[]): FactOutcome {
  return outcomes.includes('changed') ? 'changed' : outcomes.includes('new') ? 'new' : 'same'
}
