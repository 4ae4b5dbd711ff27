// Rows of one kind that refer to others and are referred to by none (activities, leads, invoices, rates, …): found by a key, compared
// field by field.
import type { CustomFields } from '#shared/crm/types.ts'
import type { Origin } from './notebook.ts'
import type { SeenBook } from './seen-ranges.ts'
import type { Ref, SeenKind } from './types.ts'
import { isSameCustom } from './values.ts'

export type FactOutcome = 'new' | 'changed' | 'same'

export interface PlannedFact<Values> {
  readonly id: Ref
  values: Values
  origin: Origin
}

interface Entry<Values> {
  readonly id: Ref
  readonly before: Values | null
  values: Values
  planned: PlannedFact<Values> | null
}

/** Whether any field differs; objects are custom fields. */
export function isSameFact<Values extends object>(a: Values, b: Values): boolean {
  for (const key in a) {
    const [left, right] = [a[key], b[key]]
    if (left === right) continue
    if (typeof left !== 'object' || typeof right !== 'object') return false
    if (!isSameCustom(left as CustomFields | null, right as CustomFields | null)) return false
  }
  return true
}

export class FactDesk<Values extends object> {
  readonly rows: PlannedFact<Values>[] = []
  readonly #byKey = new Map<string, Entry<Values>>()
  readonly #turns = new Map<string, number>()
  readonly #mayRepeat: boolean
  readonly #see: (origin: Origin, ref: Ref) => void
  #made = 0

  /**
   * @param known rows that are stored
   * @param keyOf what makes a row the same as another
   * @param options `kind` and `seen`: where it is kept which rows a table holds. `mayRepeat`: two calls to one customer on one day are
   *   two, so rows of one key are told apart by their turn
   */
  constructor(
    known: readonly { id: Ref; values: Values }[],
    keyOf: (values: Values) => string,
    { kind, seen, mayRepeat = false }: { kind: SeenKind; seen: SeenBook; mayRepeat?: boolean }
  ) {
    this.#mayRepeat = mayRepeat
    this.#see = ({ table }, ref) => seen.see(table, kind, ref)
    const turns = new Map<string, number>()
    for (const { id, values } of known) {
      const key = keyOf(values)
      const turn = (turns.get(key) ?? 0) + 1
      turns.set(key, turn)
      this.#byKey.set(turn === 1 ? key : `${key} ${turn}`, { id, before: values, values, planned: null })
    }
  }

  find(key: string): Values | undefined {
    return this.#byKey.get(key)?.values
  }

  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  /** Plans a row: `make` gets what is known of it. @returns whether it is new, changed or the same */
  plan(key: string, make: (before: Values | null) => Values, origin: Origin): FactOutcome {
    let place = key
    if (this.#mayRepeat) {
      const turn = (this.#turns.get(key) ?? 0) + 1
      this.#turns.set(key, turn)
      if (turn > 1) place = `${key} ${turn}`
    }
    const entry = this.#byKey.get(place)
    if (entry === undefined) {
      this.#made += 1
      const row = { id: -this.#made, values: make(null), origin }
      this.rows.push(row)
      this.#see(origin, row.id)
      this.#byKey.set(place, { id: row.id, before: null, values: row.values, planned: row })
      return 'new'
    }
    this.#see(origin, entry.id)
    const values = make(entry.values)
    if (isSameFact(entry.values, values)) return 'same'
    entry.values = values
    if (entry.planned === null) {
      entry.planned = { id: entry.id, values, origin }
      this.rows.push(entry.planned)
    } else entry.planned.values = values
    return 'changed'
  }

  /** New rows, and known ones that are others in the end. */
  changed(): PlannedFact<Values>[] {
    const before = new Map<Ref, Values>()
    for (const { id, before: values } of this.#byKey.values()) if (values !== null) before.set(id, values)
    return this.rows.filter((row) => {
      const old = before.get(row.id)
      return old === undefined || !isSameFact(old, row.values)
    })
  }
}
