// Corrections that users have put over deals: files are compared with what the last file said, and the corrected value stays in force.
import type { KnownFacts, OpportunityValues, PlannedCorrection, Ref } from './types.ts'

type Correction = KnownFacts['corrections'][number]

/** Fields of a deal as corrections name them, and as a plan does. */
const fields: Readonly<Record<string, keyof OpportunityValues>> = {
  name: 'name',
  accountId: 'account',
  productId: 'product',
  sellerId: 'seller',
  stageId: 'stage',
  amountMinor: 'amountMinor',
  currency: 'currency',
  createdOn: 'createdOn',
  closeOn: 'closeOn'
}

const referred: Readonly<Record<string, PlannedCorrection['of']>> = {
  accountId: 'accounts',
  productId: 'products',
  sellerId: 'sellers',
  stageId: 'stages'
}

const withField = (values: OpportunityValues, field: string, value: string | number | null): OpportunityValues => {
  const own = fields[field] ?? (field as keyof OpportunityValues)
  return { ...values, [own]: value }
}

const fieldIn = (values: OpportunityValues, field: string): string | number | null => {
  const value = values[fields[field] ?? (field as keyof OpportunityValues)]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

export class CorrectionDesk {
  readonly #changed = new Map<number, PlannedCorrection>()
  readonly #byDeal = new Map<Ref, Correction[]>()

  constructor(known: KnownFacts) {
    for (const correction of known.corrections) {
      const own = this.#byDeal.get(correction.opportunity)
      if (own === undefined) this.#byDeal.set(correction.opportunity, [correction])
      else own.push(correction)
    }
  }

  /** Imported values that are others now. A reference below 0 is a row of the same plan. */
  changed(): PlannedCorrection[] {
    return [...this.#changed.values()]
  }

  has(ref: Ref): boolean {
    return this.#byDeal.has(ref)
  }

  /** The deal as the last import said it. */
  asImported(ref: Ref, values: OpportunityValues): OpportunityValues {
    let imported = values
    for (const { field, imported: value } of this.#byDeal.get(ref) ?? []) imported = withField(imported, field, value)
    return imported
  }

  /**
   * Puts the corrected values over what the file says.
   *
   * @param contradicted told of fields for which the file now says neither what it said nor what the user said
   * @returns the deal as it is in force, and whether any imported value is another
   */
  over(
    ref: Ref,
    said: OpportunityValues,
    contradicted: (field: string) => void
  ): { values: OpportunityValues; isNews: boolean } {
    let values = said
    let isNews = false
    for (const { id, field, imported, corrected } of this.#byDeal.get(ref) ?? []) {
      const now = fieldIn(said, field)
      values = withField(values, field, corrected)
      if (now === imported) {
        this.#changed.delete(id)
        continue
      }
      isNews = true
      const isConfirmed = now === corrected
      this.#changed.set(id, { id, imported: now, of: referred[field] ?? null, isConfirmed })
      if (!isConfirmed) contradicted(field)
    }
    return { values, isNews }
  }
}
