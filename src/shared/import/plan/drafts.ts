// Rows of one kind while they are planned: what they were, what the files make of them, and who said what first.
import type { CustomFields } from '#shared/crm/types.ts'
import type { ReadTable } from '../types.ts'
import type { Origin } from './notebook.ts'
import type { Ref } from './types.ts'

/** A row while it is planned. `values` is the stored object until the first change, then a copy of its own. */
export interface Draft<Values> {
  readonly ref: Ref
  readonly before: Values | null
  values: Values
  origin: Origin | null
  /** A row of a table of this kind has brought it; else others merely name it. */
  isListed: boolean
  /** Fields that a file of this import has said something about. */
  readonly said: Set<string>
  /** It was given out to be written already, before everything was planned. */
  isGiven: boolean
  /** The table of other things that has said all it can of it: its further rows say nothing new. */
  describedBy: ReadTable | null
}

/**
 * Rows that several files may say something about.
 *
 * The first file (in the order of their names) that says something about a field is believed, and a cell that says nothing changes
 * nothing: so the same files again change nothing, in whatever order they come.
 */
export class Drafts<Values extends object> {
  readonly #drafts = new Map<Ref, Draft<Values>>()
  readonly #changed = new Set<Draft<Values>>()
  /** New rows that were not given out yet. */
  readonly #fresh: Draft<Values>[] = []
  /** Known rows that have changed, and of which nobody was told yet. */
  readonly #turned: Draft<Values>[] = []
  /** Rows that have become others since they were given out. */
  readonly #again = new Set<Draft<Values>>()

  known(ref: Ref, values: Values): void {
    const draft = {
      ref,
      before: values,
      values,
      origin: null,
      isListed: false,
      said: new Set<string>(),
      isGiven: false,
      describedBy: null
    }
    this.#drafts.set(ref, draft)
  }

  make(ref: Ref, values: Values, origin: Origin | null): Draft<Values> {
    const draft: Draft<Values> = {
      ref,
      before: null,
      values,
      origin,
      isListed: false,
      said: new Set(),
      isGiven: false,
      describedBy: null
    }
    this.#drafts.set(ref, draft)
    this.#changed.add(draft)
    this.#fresh.push(draft)
    return draft
  }

  get(ref: Ref): Draft<Values> {
    const draft = this.#drafts.get(ref)
    if (draft === undefined) throw new Error(`no row ${ref}`)
    return draft
  }

  find(ref: Ref): Draft<Values> | undefined {
    return this.#drafts.get(ref)
  }

  all(): IterableIterator<Draft<Values>> {
    return this.#drafts.values()
  }

  /** Says that a field has a value; null says nothing. @returns whether the row has become another by it */
  say<Field extends keyof Values & string>(
    draft: Draft<Values>,
    field: Field,
    value: Values[Field] | null | undefined,
    origin: Origin | null
  ): boolean {
    if (value === null || value === undefined || draft.said.has(field)) return false
    draft.said.add(field)
    if (draft.values[field] === value) return false
    this.#own(draft)[field] = value
    if (draft.before !== null) draft.origin ??= origin
    return true
  }

  /** Says further columns, header by header. @returns whether the row has become another by it */
  sayCustom(
    draft: Draft<Values & { custom: CustomFields | null }>,
    custom: CustomFields | null,
    origin: Origin | null
  ): boolean {
    if (custom === null) return false
    let isNews = false
    for (const [header, cell] of Object.entries(custom)) {
      const field = `custom ${header}`
      if (draft.said.has(field)) continue
      draft.said.add(field)
      if (draft.values.custom?.[header] === cell) continue
      const values = this.#own(draft as unknown as Draft<Values>) as Values & { custom: CustomFields | null }
      values.custom = { ...values.custom, [header]: cell }
      if (draft.before !== null) draft.origin ??= origin
      isNews = true
    }
    return isNews
  }

  #own(draft: Draft<Values>): Values {
    if (draft.before === draft.values) {
      draft.values = { ...draft.values }
      this.#changed.add(draft)
      this.#turned.push(draft)
    }
    if (draft.isGiven) this.#again.add(draft)
    return draft.values
  }

  /** New and changed rows, in the order in which they became so. */
  changed(): Draft<Values>[] {
    return [...this.#changed]
  }

  /** New rows that are still to be given out. What is said of them later makes them rows to write again. */
  giveNew(): Draft<Values>[] {
    return this.#fresh.splice(0)
  }

  /** Known rows that have begun to change since this was asked last: they are given out at the end, but come from rows of now. */
  takeTurned(): Draft<Values>[] {
    return this.#turned.splice(0)
  }

  /** Whatever is still to be written once everything is planned: new and changed rows, and those that have changed since they were given. */
  giveRest(): Draft<Values>[] {
    return this.changed().filter((draft) => !draft.isGiven || this.#again.has(draft))
  }
}
