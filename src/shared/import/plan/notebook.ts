// Collects what a plan finds on its way: counts per table and entity, findings per rule, and rows that can't be taken.
import type { CurrencyCode } from '#shared/units/currency.ts'
import { type EntityName, entityNames } from '../entities/entity.ts'
import type { CellProblem } from '../record.ts'
import type { EntityCounts, Finding, RawRow, ReadTable, RejectedRow, RowCounts, Severity } from '../types.ts'
import { ruleOf } from './findings/index.ts'
import { SeenBook } from './seen-ranges.ts'
import type { PlannedQuarantine } from './types.ts'
import { minorOf } from './values.ts'

export type Outcome = 'new' | 'changed' | 'same' | 'rejected'

/** The row of a file that a planned row comes from. */
export interface Origin {
  table: ReadTable
  row: RawRow
}

const mostExamples = 5
/** Rejected rows shown in a preview; all of them are kept with the import. */
const mostRejected = 500

const noCounts = (): RowCounts => ({ new: 0, changed: 0, same: 0, rejected: 0 })

export class Notebook {
  readonly rejected: RejectedRow[] = []
  readonly quarantine: PlannedQuarantine[] = []
  /** What the tables hold beside deals, which their desk keeps itself. */
  readonly seen = new SeenBook()
  readonly tableCounts: Record<string, RowCounts> = {}
  readonly #findings = new Map<string, Finding>()
  readonly #entities = new Map<EntityCounts['entity'], EntityCounts>()
  readonly #keepsRows: boolean

  /** @param keepsRows rows for quarantine are kept, to be written; a preview shows the first few alone */
  constructor(keepsRows: boolean) {
    this.#keepsRows = keepsRows
  }

  /** Writes down a fact about the rows: the first few examples are kept. */
  find(rule: string, example: string, amountMinor: number | null = null, count = 1): void {
    let finding = this.#findings.get(rule)
    if (finding === undefined) {
      finding = { rule, severity: ruleOf(rule).severity, count: 0, amountMinor: null, examples: [] }
      this.#findings.set(rule, finding)
    }
    finding.count += count
    if (amountMinor !== null) finding.amountMinor = (finding.amountMinor ?? 0) + amountMinor
    if (finding.examples.length < mostExamples && example !== '' && !finding.examples.includes(example))
      finding.examples.push(example)
  }

  /** Counts a row of a table whose thing is counted elsewhere. */
  countTable(table: ReadTable, outcome: Outcome, rows = 1): void {
    let counts = this.tableCounts[table.key]
    if (counts === undefined) {
      counts = noCounts()
      this.tableCounts[table.key] = counts
    }
    counts[outcome] += rows
  }

  count(table: ReadTable, outcome: Outcome, rows = 1): void {
    this.countTable(table, outcome, rows)
    if (table.entity !== null) this.countEntity(table.entity, outcome, false, rows)
  }

  countEntity(entity: EntityCounts['entity'], outcome: Outcome, isImplied = false, rows = 1): void {
    let counts = this.#entities.get(entity)
    if (counts === undefined) {
      counts = { entity, ...noCounts(), implied: 0 }
      this.#entities.set(entity, counts)
    }
    counts[outcome] += rows
    if (isImplied) counts.implied += rows
  }

  /** A row that can't be taken: kept with the reason, to be mended and tried again. */
  reject(table: ReadTable, row: RawRow, problem: CellProblem): void {
    this.count(table, 'rejected')
    this.find(problem.rule, problem.header === '' ? problem.cell : `${problem.header}: ${problem.cell}`)
    if (this.#keepsRows)
      this.quarantine.push({ tableKey: table.key, rowNumber: row.rowNumber, cells: row.cells, problem })
    if (this.rejected.length < mostRejected)
      this.rejected.push({
        fileName: table.fileName,
        sheet: table.sheet,
        rowNumber: row.rowNumber,
        ...problem,
        cells: row.cells
      })
  }

  /** Cells that were left empty because they can't be read, though the row is taken. */
  warn(warnings: readonly CellProblem[]): void {
    for (const { header, cell } of warnings) this.find('unreadableValue', `${header}: ${cell}`)
  }

  /** An amount in minor units, of a row that is taken without it where it is too large to be counted. */
  amount(table: ReadTable, field: string, units: number | null, currency: CurrencyCode): number | null {
    const minor = units === null ? null : minorOf(units, currency)
    if (minor !== undefined) return minor
    this.find('unreadableValue', `${headerOf(table, field)}: ${units}`)
    return null
  }

  findings(): Finding[] {
    const rank: Record<Severity, number> = { rejects: 0, warning: 1, note: 2 }
    return [...this.#findings.values()].sort(
      (a, b) => rank[a.severity] - rank[b.severity] || (b.amountMinor ?? 0) - (a.amountMinor ?? 0) || b.count - a.count
    )
  }

  entityCounts(): EntityCounts[] {
    const order: readonly EntityName[] = entityNames
    const names: readonly EntityCounts['entity'][] = [...order, 'stages']
    return names.flatMap((name) => this.#entities.get(name) ?? [])
  }
}

/** The header of the column that becomes a field; '' where the table has none. */
export const headerOf = (table: ReadTable, field: string): string =>
  table.columns.find((column) => column.field === field)?.header ?? ''
