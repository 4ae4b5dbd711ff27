// Recognises which column is which field of an entity: by the words of the header and by the look of the cells, each match with a
// confidence. What words mean is in lexicon.ts and headers.ts, columns whose header says nothing are told by their cells in
// content.ts, what a table holds in recognise.ts.
import type { ColumnLook } from './column-look.ts'
import { matchByContent } from './content.ts'
import { type EntityEntry, type EntityField, periodFieldPrefix } from './entities/entity.ts'
import { headerMatch, ownMeaningsOf } from './header-match.ts'
import { readPeriodHeader, readPeriodName } from './periods.ts'

export interface ColumnMatch {
  index: number
  field: string
  /** 0 to 1. */
  confidence: number
}

/** How far the cells bear out the kind of a field: factor 0 to 1, 1 where nothing speaks against it. */
function cellsFit(look: ColumnLook, field: EntityField): number {
  // A column without cells: the header is all there is, and a filled column with the same words goes before it.
  if (look.filled === 0) return 0.97
  switch (field.kind) {
    case 'date':
      return look.dateRatio > 0.8 ? 1 : look.dateRatio > 0.4 ? 0.7 : isSerialDates(look) ? 0.85 : 0.1
    case 'money':
    case 'number':
      return look.dateRatio > 0.8 ? 0.1 : look.numericRatio > 0.8 ? 1 : look.numericRatio > 0.4 ? 0.7 : 0.1
    case 'ratio':
      return look.numericRatio > 0.6 ? 1 : 0.2
    case 'integer':
      return look.numericRatio > 0.6 ? 1 : 0.4
    case 'year':
      return look.numericRatio > 0.8 && look.largest < 3000 ? 1 : 0.3
    case 'email':
      return look.emailRatio > 0.5 ? 1 : 0.2
    case 'currency':
      return look.currencyRatio > 0.6 ? 1 : 0.1
    case 'country':
      return look.countryRatio > 0.3 ? 1 : 0.55
    case 'flag':
      return look.dateRatio > 0.6 || (look.numericRatio > 0.6 && look.flagRatio < 0.6) ? 0.1 : 1
    case 'period':
      return look.sample.filter((text) => readPeriodName(text) !== undefined).length > look.sample.length / 2 ? 1 : 0.2
    case 'id':
      return look.dateRatio > 0.8 ? 0.2 : 1
    case 'name':
      return look.numericRatio > 0.9 ? 0.3 : look.dateRatio > 0.8 ? 0.2 : look.emailRatio > 0.8 ? 0.8 : 1
    case 'text':
      return look.dateRatio > 0.8 ? 0.3 : look.numericRatio > 0.9 ? (field.name === 'stage' ? 0.8 : 0.6) : 1
  }
}

const isJoinedPeriod = (look: ColumnLook): boolean =>
  look.header.includes(' · ') && readPeriodHeader(look.header) !== undefined

/** "Opportunity" above numbers, all different: what systems such as SAP call a record's number. */
const isOwnNumber = (look: ColumnLook, own: ReadonlySet<string>): boolean =>
  look.filled > 1 &&
  look.distinctRatio === 1 &&
  look.reading.meanings.length > 0 &&
  look.reading.meanings.every((each) => own.has(each) && each !== 'sales') &&
  look.sample.every((text) => /^\d{4,}$/.test(text.trim()))

/** Numbers that may be Excel's count of days, from 1990 to 2079. */
const isSerialDates = (look: ColumnLook): boolean =>
  look.numericRatio > 0.9 && look.largest > 32_874 && look.largest < 65_746

const floor = 0.5

/**
 * Gives each column of a table the field of an entity that it fits best, each field at most once.
 *
 * Header words count first, the cells can only take away. A field without a column of its own gets the one that stands in
 * for it ("Status" where there is no "Stage"); at last, columns whose header says nothing are told by their cells.
 *
 * @param looks the columns
 * @param entity the entity
 * @param moduleWords words that name the records of this table, beside those of the entity ("Students Pipeline")
 * @returns the matches, strongest first
 * @missing columns that fit nothing are absent
 * @example matchColumns(lookAtColumns(['Etapa'], []), entityOf('opportunities'))[0]?.field // 'stage'
 */
export function matchColumns(
  looks: readonly ColumnLook[],
  entity: EntityEntry,
  moduleWords: ReadonlySet<string> = recordWords(looks)
): ColumnMatch[] {
  const own = ownMeaningsOf(entity)
  const numbered = looks.find((look) => isOwnNumber(look, own))
  const pairs: (ColumnMatch & { filled: number; isNamed: boolean })[] = []
  const joined = entity.hasPeriodColumns === true ? looks.filter(isJoinedPeriod) : []
  for (const look of looks)
    for (const field of entity.fields) {
      // "Jan · Quota" beside "Feb · Quota" is a month of quotas, not the one column of them.
      if (joined.length > 1 && joined.includes(look)) continue
      const named = headerMatch(look.reading, field, entity, moduleWords)
      if (named < floor) continue
      const confidence = named * cellsFit(look, field)
      if (confidence < floor) continue
      const isNamed = look.reading.meanings.some((each) => own.has(each))
      if (look === numbered && field.name === 'name') continue
      pairs.push({ index: look.index, field: field.name, confidence, filled: look.filled, isNamed })
    }
  if (numbered !== undefined && entity.fields.some((field) => field.name === 'externalId')) {
    pairs.push({ index: numbered.index, field: 'externalId', confidence: 0.8, filled: numbered.filled, isNamed: true })
    // Beside its number a record's description is its name.
    const described = looks.find(
      ({ reading }) => reading.meanings.length === 1 && reading.meanings[0] === 'description'
    )
    if (described !== undefined)
      pairs.push({ index: described.index, field: 'name', confidence: 0.75, filled: described.filled, isNamed: false })
  }
  // Among headers that fit as well, "Deal stage" goes before "Stage", then the column with more cells.
  const step = (pair: ColumnMatch): number => Math.round(pair.confidence * 200)
  pairs.sort(
    (a, b) => step(b) - step(a) || Number(b.isNamed) - Number(a.isNamed) || b.filled - a.filled || a.index - b.index
  )
  const taken = new Set<number>()
  const given = new Set<string>()
  const matches: ColumnMatch[] = []
  const give = ({ index, field, confidence }: ColumnMatch): void => {
    taken.add(index)
    given.add(field)
    matches.push({ index, field, confidence: Math.round(confidence * 1000) / 1000 })
  }
  for (const pair of pairs) if (!taken.has(pair.index) && !given.has(pair.field)) give(pair)
  if (entity.hasPeriodColumns === true) {
    const periods = periodColumns(looks, taken)
    for (const match of periods) if (!given.has(match.field)) give(match)
    // Beside a column for each month, "Total" only adds them up.
    if (periods.length > 0) takeBack(matches, 'amount', taken, given)
  }
  standIn(matches, entity, taken, given)
  for (const match of matchByContent(
    looks.filter((look) => !taken.has(look.index)),
    entity,
    given
  ))
    give(match)
  return matches.sort((a, b) => b.confidence - a.confidence || a.index - b.index)
}

/** Columns that carry the name of a period above numbers. */
function periodColumns(looks: readonly ColumnLook[], taken: ReadonlySet<number>): ColumnMatch[] {
  const found = looks.flatMap((look) => {
    const key = taken.has(look.index) ? undefined : readPeriodHeader(look.header)
    const isNumeric = look.filled === 0 || look.numericRatio > 0.8
    return key === undefined || !isNumeric
      ? []
      : [{ index: look.index, field: periodFieldPrefix + key, confidence: 0.9 }]
  })
  // One column of a month's name may be anything; two or more are a sheet by periods.
  return found.length >= 2 ? found : []
}

function takeBack(matches: ColumnMatch[], field: string, taken: Set<number>, given: Set<string>): void {
  const at = matches.findIndex((each) => each.field === field)
  const match = matches[at]
  if (match === undefined) return
  matches.splice(at, 1)
  taken.delete(match.index)
  given.delete(field)
}

function standIn(matches: ColumnMatch[], entity: EntityEntry, taken: Set<number>, given: Set<string>): void {
  for (const field of entity.fields) {
    const instead = field.standsInFor
    if (instead === undefined || !given.has(field.name)) continue
    const at = matches.findIndex((each) => each.field === field.name)
    const match = matches[at]
    if (match === undefined) continue
    if (given.has(instead)) {
      if (field.isStandInOnly === true) takeBack(matches, field.name, taken, given)
      continue
    }
    match.field = instead
    match.confidence = Math.round(match.confidence * 950) / 1000
    given.delete(field.name)
    given.add(instead)
  }
}

/**
 * The words by which a CRM with renamed modules calls the records of this table: of "Students Pipeline Owner" and "Students Pipeline
 * Name" these are "students pipeline".
 */
export function recordWords(looks: readonly ColumnLook[]): ReadonlySet<string> {
  const owners = new Map<string, string[]>()
  const named = new Set<string>()
  for (const { reading } of looks) {
    const { meanings } = reading
    const rest = (without: string): string[] => meanings.filter((each) => each !== without)
    if (meanings.includes('owner') && !meanings.includes('id'))
      owners.set(rest('owner').sort().join(' '), rest('owner'))
    if (meanings.includes('name')) named.add(rest('name').sort().join(' '))
  }
  const known = new Set(['account', 'contact', 'deal', 'lead', 'product', 'owner', 'user'])
  const found = [...owners].find(
    ([words, list]) => named.has(words) && list.length > 0 && !list.some((each) => known.has(each))
  )
  return new Set(found?.[1] ?? [])
}
