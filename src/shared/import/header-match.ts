// How well a header names a field: both are turned into meanings, and every word that the field doesn't expect takes away.
import type { EntityEntry, EntityField, FieldKind } from './entities/entity.ts'
import { type HeaderReading, readHeader } from './headers.ts'
import { type Meaning, unknownMark } from './lexicon.ts'

/** Words that may stand beside a field of a kind without changing it: "Close date" and "Close" are one. */
const neutral: Readonly<Record<FieldKind, readonly Meaning[]>> = {
  text: ['name', 'label'],
  id: ['record', 'object', 'external', 'name', 'value'],
  name: ['name'],
  email: ['address'],
  date: ['date'],
  period: ['fiscal', 'sales'],
  money: ['total'],
  number: ['total', 'value'],
  integer: ['count', 'id', 'total'],
  ratio: ['percent', 'expected'],
  year: ['date', 'is'],
  currency: ['amount', 'value', 'total', 'id', 'price', 'transaction', 'requested', 'offer'],
  country: ['name', 'region', 'id', 'province'],
  flag: ['is']
}

/** Words so general that any other beside them makes another thing of them: "Campaign name" is no name of a deal. */
const general = new Set([
  'name',
  'id',
  'date',
  'type',
  'status',
  'estado',
  'title',
  'subject',
  'total',
  'sales',
  'category',
  'year',
  'size'
])

interface Pattern {
  meanings: ReadonlySet<Meaning>
  /** What of it has to stand in a header. */
  core: readonly Meaning[]
  base: number
  isGeneral: boolean
}

const ownMeanings = new Map<EntityEntry, ReadonlySet<Meaning>>()
const patterns = new Map<EntityEntry, Map<EntityField, Pattern[]>>()

/** The meanings of the words that name the entity itself. */
export function ownMeaningsOf(entity: EntityEntry): ReadonlySet<Meaning> {
  const kept = ownMeanings.get(entity)
  if (kept !== undefined) return kept
  const made = new Set(entity.ownWords.flatMap((word) => readHeader(word).meanings))
  ownMeanings.set(entity, made)
  return made
}

function coreOf(meanings: readonly Meaning[], own: ReadonlySet<Meaning>, beside: readonly Meaning[]): Meaning[] {
  const withoutOwn = meanings.filter((each) => !own.has(each))
  const bare = withoutOwn.filter((each) => !beside.includes(each))
  if (bare.length > 0) return bare
  if (withoutOwn.length > 0) return withoutOwn
  const withOwn = meanings.filter((each) => !beside.includes(each))
  return withOwn.length > 0 ? withOwn : [...meanings]
}

function patternsOf(entity: EntityEntry, field: EntityField): Pattern[] {
  let ofEntity = patterns.get(entity)
  if (ofEntity === undefined) {
    ofEntity = new Map()
    patterns.set(entity, ofEntity)
  }
  const kept = ofEntity.get(field)
  if (kept !== undefined) return kept
  const own = ownMeaningsOf(entity)
  const made: Pattern[] = []
  const add = (spelling: string, base: number): void => {
    const { meanings } = readHeader(spelling)
    if (meanings.length === 0) return
    const core = coreOf(meanings, own, neutral[field.kind])
    made.push({ meanings: new Set(meanings), core, base, isGeneral: core.every((each) => general.has(each)) })
  }
  for (const [place, spelling] of field.en.entries()) add(spelling, 1 - Math.min(place, 12) * 0.002)
  for (const [place, spelling] of field.es.entries()) add(spelling, 1 - Math.min(place, 12) * 0.002)
  for (const [place, spelling] of (field.weak ?? []).entries()) add(spelling, 0.84 - Math.min(place, 20) * 0.004)
  ofEntity.set(field, made)
  return made
}

/**
 * Tells how well a header names a field of an entity.
 *
 * @param header its reading
 * @param field the field
 * @param entity the field's entity; its own words ("deal") may stand or not
 * @param moduleWords further words that name the table's records
 * @returns 0 to 1; 0.97 and more where every word fits, at most 0.84 for spellings that often mean something else
 * @missing 0 where the words of no spelling are all there
 * @example headerMatch(readHeader('Fecha de cierre'), closeOn, opportunities, new Set()) // 1
 */
export function headerMatch(
  header: HeaderReading,
  field: EntityField,
  entity: EntityEntry,
  moduleWords: ReadonlySet<Meaning>
): number {
  if (header.meanings.length === 0) return 0
  const own = ownMeaningsOf(entity)
  const beside = neutral[field.kind]
  const isOwn = (meaning: Meaning): boolean => own.has(meaning) || moduleWords.has(meaning)
  let best = 0
  for (const pattern of patternsOf(entity, field)) {
    if (pattern.base <= best || !pattern.core.every((each) => header.meanings.includes(each))) continue
    let score = pattern.base
    for (const meaning of header.meanings) {
      if (pattern.meanings.has(meaning) || isOwn(meaning)) continue
      if (beside.includes(meaning)) score *= 0.985
      else if (meaning === 'percent' && header.isPercent) score *= field.kind === 'ratio' ? 1 : 0.5
      else if (meaning.startsWith(unknownMark)) score *= pattern.isGeneral ? 0.4 : 0.8
      else score *= 0.4
    }
    for (const meaning of pattern.meanings)
      if (!header.meanings.includes(meaning) && !pattern.core.includes(meaning) && !isOwn(meaning)) score *= 0.985
    if (score > best) best = score
  }
  // "TCV EUR" beside "TCV": the one without a fixed currency is the deal's own amount.
  return header.currency !== undefined && field.kind === 'money' ? best * 0.995 : best
}
