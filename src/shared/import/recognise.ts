// Recognises what a table holds: the entity that explains most of its columns. Which column is which field is in mapping.ts.
import { nameKey } from '#shared/units/name-key.ts'
import type { ColumnLook } from './column-look.ts'
import { type EntityEntry, type EntityName, periodFieldPrefix } from './entities/entity.ts'
import { entities, entityOf } from './entities/index.ts'
import { ownMeaningsOf } from './header-match.ts'
import { type ColumnMatch, matchColumns, recordWords } from './mapping.ts'

export interface EntityMatch {
  entity: EntityName
  confidence: number
  matches: ColumnMatch[]
}

interface Candidate {
  entity: EntityEntry
  matches: ColumnMatch[]
  score: number
  /** A header or the name of the file names the entity. */
  isNamed: boolean
  /** Column → how much its match speaks for the entity. */
  weights: ReadonlyMap<number, number>
}

/** What a word in the name of the file or sheet is worth. */
const hintWorth = 2.5
/** What a column costs that the entity can't take, and the share of what it would be worth to another one. */
const strangeCost = 0.4
const rivalShare = 0.5
/** Below this it takes a word to be anything; from the other on nothing is missing. */
const leastScore = 3
const fullScore = 12
/** What is an entity by its name alone comes after all that have the columns they need. */
const mostByName = 2

/**
 * Finds what a table holds: the entity whose weightiest fields are among its columns.
 *
 * Words in headers that name the entity and words of the file's name speak for it. Columns that it can't take speak against it, more
 * so when another entity could: a list of orders with the city of each customer is no list of customers.
 *
 * @param looks the columns
 * @param names file and sheet name, as hints
 * @returns the best entity with its column matches
 * @missing undefined when no entity has the columns it needs
 * @example findEntity(lookAtColumns(['product', 'series', 'sales_price'], []), 'products.csv')?.entity // 'products'
 */
export function findEntity(looks: readonly ColumnLook[], names: string): EntityMatch | undefined {
  const words = new Set(nameKey(names).split(' '))
  const moduleWords = recordWords(looks)
  const candidates = entities.flatMap((entity) => candidateOf(entity, looks, words, moduleWords) ?? [])
  const ranked = candidates
    .map((candidate) => ({ candidate, score: candidate.score - rivalsOf(candidate, candidates, looks) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  if (best === undefined) return undefined
  const { entity, matches } = best.candidate
  // A word that names the entity may stand alone; without it a name and a city are no list of accounts.
  if (!best.candidate.isNamed && best.candidate.score < leastScore) return undefined
  const ahead = (best.score - (second?.score ?? 0)) / (Math.abs(best.score) + 1)
  const support = 0.5 + best.score / fullScore
  const certain = Math.max(0.5, Math.min(1, 0.6 + ahead, support))
  // Told by the cells alone, it is a guess and stays one.
  const isGuess = !matches.some(isSaid)
  return { entity: entity.name, confidence: isGuess ? 0.5 : Math.round(certain * 1000) / 1000, matches }
}

function candidateOf(
  entity: EntityEntry,
  looks: readonly ColumnLook[],
  words: ReadonlySet<string>,
  moduleWords: ReadonlySet<string>
): Candidate | undefined {
  const matches = matchColumns(looks, entity, moduleWords)
  const fields = new Set(matches.map((match) => match.field))
  const own = ownMeaningsOf(entity)
  const saysOwn = (look: ColumnLook | undefined): boolean =>
    look?.reading.meanings.some((each) => own.has(each)) ?? false
  const named = matches.filter((match) => {
    const look = looks.find((each) => each.index === match.index)
    return saysOwn(look) && look?.reading.meanings.some((each) => each !== 'sales' && own.has(each))
  }).length
  // Where headers speak, what an entity needs must be said by them: a column without a name in a pivot table proves nothing.
  const said = new Set(matches.filter(isSaid).map((match) => match.field))
  const isWhole = hasAll(said.size > 0 ? said : fields, entity.needs)
  const isByName = named > 0 && matches.length >= 2 && hasAll(fields, entity.needsWhenNamed)
  if (!isWhole && !isByName) return undefined
  const isHinted = entity.fileWords.some((word) => words.has(word))
  // Columns of months under a seller may be sales as well as quotas: a word has to say it.
  const isWide = [...fields].some((field) => field.startsWith(periodFieldPrefix))
  if (isWide && !isHinted && !looks.some(saysOwn)) return undefined
  const weights = new Map(matches.map((match) => [match.index, match.confidence * weightOf(entity, match.field)]))
  const weight = [...weights.values()].reduce((sum, each) => sum + each, 0)
  const strange = looks.filter((look) => look.key !== '' && !weights.has(look.index)).length
  const score = weight + (isHinted ? hintWorth : 0) + Math.min(3, named * 0.7) - strange * strangeCost
  const isNamed = isHinted || looks.some(saysOwn)
  return { entity, matches, weights, isNamed, score: isWhole ? score : Math.min(score, mostByName) }
}

/** What the columns that an entity can't take would be worth to the others. */
function rivalsOf(candidate: Candidate, all: readonly Candidate[], looks: readonly ColumnLook[]): number {
  let worth = 0
  for (const { index } of looks)
    if (!candidate.weights.has(index)) worth += Math.max(0, ...all.map((other) => other.weights.get(index) ?? 0))
  return worth * rivalShare
}

/** More than the look of the cells speaks for the match. */
const isSaid = (match: ColumnMatch): boolean => match.confidence > 0.6

const hasAll = (fields: ReadonlySet<string>, needs: EntityEntry['needs'] | undefined): boolean =>
  needs?.every((group) =>
    group.some((field) =>
      field === periodFieldPrefix ? [...fields].some((each) => each.startsWith(periodFieldPrefix)) : fields.has(field)
    )
  ) ?? false

const weightOf = (entity: EntityEntry, field: string): number =>
  field.startsWith(periodFieldPrefix) ? 0.5 : (entity.fields.find((each) => each.name === field)?.weight ?? 0)

/** The matches of a table whose entity the user chose. */
export const matchEntity = (looks: readonly ColumnLook[], entity: EntityName): EntityMatch => ({
  entity,
  confidence: 1,
  matches: matchColumns(looks, entityOf(entity))
})
