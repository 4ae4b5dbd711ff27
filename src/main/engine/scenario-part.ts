// What each domain contributes to a scenario: how its rows are copied into another scenario, what they say,
// and what keeps it from being approved.
// The list of parts is scenario-parts.ts; copying and comparing scenarios is in plans/handlers.ts.
import type { ScenarioFact, ScenarioId, ScenarioProblem } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Reader, Writer } from './db.ts'

/** Old row id to new row id, per table, filled while a scenario is copied. */
export class IdMap {
  readonly #ids = new Map<string, Map<number, number>>()

  set(table: string, from: number, to: number): void {
    const known = this.#ids.get(table) ?? new Map<number, number>()
    known.set(from, to)
    this.#ids.set(table, known)
  }

  /** The copy's id. @errors throws when that row was not copied: a bug in the order of parts */
  get(table: string, from: number): number {
    const to = this.#ids.get(table)?.get(from)
    if (to === undefined) throw new Error(`row ${from} of ${table} was not copied`)
    return to
  }

  find(table: string, from: number | null): number | null {
    return from === null ? null : (this.#ids.get(table)?.get(from) ?? null)
  }
}

export interface ScenarioPart {
  domain: string
  copy(db: Writer, from: ScenarioId, to: ScenarioId, ids: IdMap): void
  facts(db: Reader, scenarioId: ScenarioId): ScenarioFact[]
  /** What keeps the scenario from being approved as it is; absent where nothing of the domain does. */
  problems?(db: Reader, scenarioId: ScenarioId, today: IsoDate): ScenarioProblem[]
  /** Unties rows that would keep each other from going with their scenario. */
  untie?(db: Writer, scenarioId: ScenarioId): void
  /** Loads, once, what the part needs and can't wait for. */
  prepare?(): Promise<void>
}
