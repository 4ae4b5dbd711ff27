// A person as rows of files name one, and rows of one name told apart: two people of one name are never taken for one.
import type { SellerRole } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { Origin } from './notebook.ts'
import type { Ref, SellerValues } from './types.ts'
import type { Values } from './values.ts'

/** What a row says of the person it names. */
export interface PersonHint {
  name: string | null
  externalId: string | null
  email: string | null
  team: string | null
  /** The day on which the person acted: names may be reused by others later. */
  day: IsoDate | null
}

export interface ListedRow extends Origin {
  values: Values
  name: string
  hint: PersonHint
  ref: Ref | undefined
  isMade: boolean
}

export const emptySeller = (name: string, role: SellerRole): SellerValues => ({
  name,
  nameKey: nameKey(name),
  role,
  email: null,
  location: null,
  hiredOn: null,
  leftOn: null,
  basePayMinor: null,
  variablePayMinor: null,
  payCurrency: null,
  externalId: null,
  notes: ''
})

export const emailOf = (text: string | null): string | null => text?.toLowerCase() ?? null

/** What is known of the people of one name. */
export interface Namesakes {
  withName(): readonly Ref[]
  withId(hint: PersonHint): Ref | undefined
  contradicts(ref: Ref, hint: PersonHint): boolean
  isInTeam(ref: Ref, team: string): boolean
  make(row: ListedRow): Ref
}

/**
 * Joins each of several rows of one name in one table to the person whose id, email or team it has; the others are somebody else. Rows
 * that say the same of themselves are one person listed twice.
 *
 * @param rows rows of one name, in order; each gets its `ref`
 * @param namesakes who is known by the name
 * @returns how many people they are
 */
export function tellApart(rows: readonly ListedRow[], namesakes: Namesakes): number {
  const taken = new Set<Ref>()
  const claim = (row: ListedRow, ref: Ref | undefined): void => {
    if (ref === undefined || row.ref !== undefined || taken.has(ref)) return
    row.ref = ref
    taken.add(ref)
  }
  const free = (row: ListedRow): Ref[] =>
    namesakes.withName().filter((ref) => !taken.has(ref) && !namesakes.contradicts(ref, row.hint))
  for (const row of rows) {
    const ref = namesakes.withId(row.hint)
    // Two rows whose ids lead to one person, of whom one was merged into the other, are that person.
    if (ref !== undefined && taken.has(ref) && !namesakes.contradicts(ref, row.hint)) row.ref = ref
    else claim(row, ref)
  }
  for (const row of rows) {
    const { team } = row.hint
    if (team !== null)
      claim(
        row,
        free(row).find((ref) => namesakes.isInTeam(ref, team))
      )
  }
  for (const row of rows) {
    if (row.ref !== undefined) continue
    const twin = rows.find((each) => each !== row && each.ref !== undefined && isSaidAlike(each.hint, row.hint))
    if (twin !== undefined) {
      row.ref = twin.ref
      continue
    }
    const known = free(row)
    if (known.length === 1) claim(row, known[0])
    if (row.ref !== undefined) continue
    row.ref = namesakes.make(row)
    row.isMade = true
    taken.add(row.ref)
  }
  return new Set(rows.map((row) => row.ref)).size
}

const isSaidAlike = (a: PersonHint, b: PersonHint): boolean =>
  a.externalId === b.externalId && a.email === b.email && a.team === b.team
