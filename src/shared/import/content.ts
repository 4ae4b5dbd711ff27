// Tells columns whose header says nothing by their cells alone: e-mails, dates, amounts, currencies, countries, stage words, ids, names
// of people. Such matches are guesses and stay below what a header can reach.
import { stageStatusOf } from '#shared/playbook/index.ts'
import type { ColumnLook } from './column-look.ts'
import type { EntityEntry } from './entities/entity.ts'

const guess = 0.55

interface ContentTest {
  /** Fields of any entity that such a column may become, the likeliest first. */
  fields: readonly string[]
  fits: (look: ColumnLook) => boolean
}

const isWords = (look: ColumnLook): boolean => look.numericRatio < 0.2 && look.dateRatio < 0.2 && look.emailRatio < 0.2
const share = (look: ColumnLook, test: (text: string) => boolean): number =>
  look.sample.filter(test).length / Math.max(1, look.sample.length)
const personName = /^\p{Lu}[\p{L}'’-]+( (de|del|la|van|von|y|\p{Lu}\.?))*( \p{Lu}[\p{L}'’-]+){1,3}$/u

/** Few different words, and among them won and lost: nothing else looks like the stages of deals. */
const isStages = (look: ColumnLook): boolean =>
  isWords(look) && look.sample.length <= 25 && look.sample.some((text) => stageStatusOf(text) === 'won')

const tests: readonly ContentTest[] = [
  { fields: ['email', 'sellerEmail'], fits: (look) => look.emailRatio > 0.8 },
  { fields: ['currency', 'from', 'to'], fits: (look) => look.currencyRatio > 0.9 && isWords(look) },
  { fields: ['stage'], fits: isStages },
  { fields: ['country', 'accountCountry'], fits: (look) => isWords(look) && look.countryRatio > 0.8 },
  {
    fields: ['externalId'],
    fits: (look) =>
      look.distinctRatio === 1 &&
      share(look, (text) => /^[\w-]{6,40}$/.test(text) && /\d/.test(text)) > 0.9 &&
      look.dateRatio < 0.1
  },
  {
    fields: ['amount', 'listPrice', 'rate'],
    fits: (look) => look.numericRatio > 0.9 && look.dateRatio < 0.1 && look.largest > 0
  },
  {
    fields: ['seller', 'name', 'owner'],
    fits: (look) => isWords(look) && look.distinctRatio < 0.6 && share(look, (text) => personName.test(text)) > 0.8
  },
  {
    fields: ['account', 'name'],
    fits: (look) => isWords(look) && look.countryRatio < 0.5 && share(look, (text) => /\p{L}{2}/u.test(text)) > 0.9
  }
]

/**
 * Matches columns whose header says nothing to fields by the look of their cells.
 *
 * @param looks the columns that no header told
 * @param entity the table's entity
 * @param given fields that have a column already
 * @returns guesses of confidence 0.55; each field at most once
 * @missing columns with a header, or that look like nothing, are absent
 * @example matchByContent(lookAtColumns([''], [{ cells: ['ana@acme.com'] }]), entityOf('sellers'), new Set())[0]?.field // 'email'
 */
export function matchByContent(
  looks: readonly ColumnLook[],
  entity: EntityEntry,
  given: ReadonlySet<string>
): { index: number; field: string; confidence: number }[] {
  const open = looks.filter((look) => look.reading.isNameless && look.filled > 0)
  const free = new Set(entity.fields.map((field) => field.name).filter((name) => !given.has(name)))
  const matches: { index: number; field: string; confidence: number }[] = []
  const taken = new Set<number>()
  const give = (look: ColumnLook, field: string): void => {
    free.delete(field)
    taken.add(look.index)
    matches.push({ index: look.index, field, confidence: guess })
  }
  for (const test of tests)
    for (const look of open) {
      if (taken.has(look.index) || !test.fits(look)) continue
      const field = test.fields.find((each) => free.has(each))
      if (field !== undefined) give(look, field)
    }
  // Of two dates the later one is the close, the earlier one the creation.
  const dates = open
    .filter((look) => !taken.has(look.index) && look.dateRatio > 0.8)
    .sort((a, b) => (b.dates.latest ?? '').localeCompare(a.dates.latest ?? '') || b.index - a.index)
  for (const field of ['closeOn', 'createdOn', 'happenedOn', 'issuedOn', 'validOn']) {
    const look = dates[0]
    if (look === undefined || !free.has(field)) continue
    dates.shift()
    give(look, field)
  }
  return matches
}
