// Collects what a plan finds on its way: counts per table and entity, findings per rule, rejected rows and the source of each row.
import type { EntityName } from '../entities/entity.ts'
import type { CellProblem } from '../record.ts'
import type { EntityCounts, Finding, RawRow, ReadTable, RejectedRow, RowCounts, Severity } from '../types.ts'
import type { PlannedSource } from './types.ts'

export type Outcome = 'new' | 'changed' | 'same' | 'rejected'

const mostExamples = 5
/** Rejected rows shown in a preview; all of them are kept with the import. */
const mostRejected = 500

const noCounts = (): RowCounts => ({ new: 0, changed: 0, same: 0, rejected: 0 })

export class Notebook {
  readonly sources: PlannedSource[] = []
  readonly rejected: RejectedRow[] = []
  readonly tableCounts: Record<string, RowCounts> = {}
  readonly #findings = new Map<string, Finding>()
  readonly #entities = new Map<EntityCounts['entity'], EntityCounts>()

  /** Writes down a fact about the rows: the first few examples are kept. */
  find(rule: string, severity: Severity, example: string, amountMinor: number | null = null, count = 1): void {
    const finding = this.#findings.get(rule) ?? { rule, severity, count: 0, amountMinor: null, examples: [] }
    finding.count += count
    if (amountMinor !== null) finding.amountMinor = (finding.amountMinor ?? 0) + amountMinor
    if (example !== '' && finding.examples.length < mostExamples && !finding.examples.includes(example))
      finding.examples.push(example)
    this.#findings.set(rule, finding)
  }

  /** Counts a row of a table whose thing is counted elsewhere. */
  countTable(table: ReadTable, outcome: Outcome): void {
    const counts = this.tableCounts[table.key] ?? noCounts()
    counts[outcome] += 1
    this.tableCounts[table.key] = counts
  }

  count(table: ReadTable, outcome: Outcome): void {
    this.countTable(table, outcome)
    if (table.entity !== null) this.countEntity(table.entity, outcome)
  }

  countEntity(entity: EntityCounts['entity'], outcome: Outcome, isImplied = false): void {
    const counts = this.#entities.get(entity) ?? { entity, ...noCounts(), implied: 0 }
    counts[outcome] += 1
    if (isImplied) counts.implied += 1
    this.#entities.set(entity, counts)
  }

  /** Keeps a row's cells with the import; the place in the list is what planned rows refer to. */
  keep(table: ReadTable, row: RawRow, problem: CellProblem | null = null): number {
    this.sources.push({ tableKey: table.key, rowNumber: row.rowNumber, cells: row.cells, problem })
    return this.sources.length - 1
  }

  reject(table: ReadTable, row: RawRow, problem: CellProblem): void {
    this.count(table, 'rejected')
    this.keep(table, row, problem)
    this.find(problem.rule, 'rejects', `${problem.header}: ${problem.cell}`)
    if (this.rejected.length < mostRejected)
      this.rejected.push({
        fileName: table.fileName,
        sheet: table.sheet,
        rowNumber: row.rowNumber,
        ...problem,
        cells: row.cells
      })
  }

  findings(): Finding[] {
    const rank: Record<Severity, number> = { rejects: 0, warning: 1, note: 2 }
    return [...this.#findings.values()].sort(
      (a, b) => rank[a.severity] - rank[b.severity] || (b.amountMinor ?? 0) - (a.amountMinor ?? 0) || b.count - a.count
    )
  }

  entityCounts(): EntityCounts[] {
    const order: readonly EntityName[] = ['sellers', 'accounts', 'products', 'opportunities', 'activities']
    const names: readonly EntityCounts['entity'][] = [...order, 'teams', 'stages']
    return names.flatMap((name) => this.#entities.get(name) ?? [])
  }
}

/** Whether any field of `after` differs from `before`; objects are compared by their JSON. */
export function differs<Values extends object>(before: Values, after: Values): boolean {
  for (const key of Object.keys(after) as (keyof Values)[]) {
    const [old, now] = [before[key], after[key]]
    if (old === now) continue
    if (typeof old === 'object' && typeof now === 'object' && JSON.stringify(old) === JSON.stringify(now)) continue
    return true
  }
  return false
}
