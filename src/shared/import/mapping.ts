// Recognises what a table holds and which column is which field: by the words of the header and by the look of the cells.
// Every match has a confidence; what the user chose is not touched.
import { nameKey } from '#shared/units/name-key.ts'
import { countryNames } from './countries.ts'
import { type DateDecision, decideDates } from './dates.ts'
import type { EntityName } from './entities/entity.ts'
import { type EntityEntry, type EntityField, entities, entityOf } from './entities/index.ts'
import { decideNumbers, type NumberDecision, parseNumber } from './numbers.ts'
import type { RawCell } from './types.ts'

/** What the cells of one column look like; found once, whatever field the column may become. */
export interface ColumnLook {
  index: number
  header: string
  /** The header without its unit ("Revenue (M€)" → "revenue"). */
  key: string
  filled: number
  examples: string[]
  numbers: NumberDecision
  dates: DateDecision
  /** Shares of the filled cells, 0 to 1. */
  numericRatio: number
  dateRatio: number
  emailRatio: number
  countryRatio: number
  currencyRatio: number
  /** The largest number among the cells looked at; 0 where there is none. */
  largest: number
}

const unitInHeader = /[([{][^)\]}]*[)\]}]/g
const currencyCell = /^([A-Z]{3}|€|\$|£|US\$)$/

/**
 * Describes a column by its header and cells.
 *
 * @param index 0-based place of the column
 * @param header as the file has it
 * @param cells all its cells
 * @returns the description
 * @missing a column without filled cells has ratios of 0
 * @example lookAtColumn(0, 'Close Date', ['2017-03-01']).dateRatio // 1
 */
export function lookAtColumn(index: number, header: string, cells: readonly RawCell[]): ColumnLook {
  const filledCells = cells.filter((cell) => cell !== null)
  const sample = spread(filledCells, sampleSize)
  // Most columns of a long file are words: a spread of cells shows it, and only numbers and dates are read to the last cell.
  const sampleNumbers = decideNumbers(sample)
  const sampleDates = decideDates(sample)
  const numbers = sampleNumbers.numeric > sample.length * 0.05 ? decideNumbers(filledCells) : sampleNumbers
  const dates = sampleDates.dates > sample.length * 0.05 ? decideDates(filledCells) : sampleDates
  const texts = sample.map(String)
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / Math.max(1, texts.length)
  const key = nameKey(header.replace(unitInHeader, ' '))
  return {
    index,
    header,
    key: key === '' ? nameKey(header) : key,
    filled: filledCells.length,
    examples: [...new Set(filledCells.slice(0, 50).map(String))].slice(0, 3),
    numbers,
    dates,
    numericRatio: numbers.numeric / Math.max(1, numbers.filled),
    dateRatio: dates.dates / Math.max(1, dates.filled),
    emailRatio: share((text) => /^\S+@\S+\.\S+$/.test(text.trim())),
    countryRatio: share((text) => countryNames().has(nameKey(text))),
    currencyRatio: share((text) => currencyCell.test(text.trim())),
    largest: sample.reduce<number>((most, cell) => Math.max(most, parseNumber(cell, numbers.decimalSign) ?? 0), 0)
  }
}

const sampleSize = 400

/** At most so many items, evenly from the whole list. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as Item)
}

/** How well a header names a field, 0 to 1. */
function headerMatch(key: string, field: EntityField): number {
  if (key === '') return 0
  const squeezed = key.replaceAll(' ', '')
  const plain = squeezed.replace(/^property|(?:hs)?(?=closedate$)/, '')
  let best = 0
  const names = [...field.en, ...field.es].map(nameKey)
  for (const [place, name] of names.entries()) {
    if (key === name) best = Math.max(best, 1 - (place === 0 ? 0 : 0.02))
    else if (squeezed === name.replaceAll(' ', '') || plain === name.replaceAll(' ', '')) best = Math.max(best, 0.94)
    else if (name.length >= 4 && ` ${key} `.includes(` ${name} `))
      best = Math.max(best, 0.5 + 0.35 * (name.length / key.length))
  }
  return best
}

/** How far the cells bear out the kind of a field: factor 0 to 1, 1 where nothing speaks against it. */
function cellsFit(look: ColumnLook, field: EntityField): number {
  if (look.filled === 0) return 0.75
  switch (field.kind) {
    case 'date':
      return look.dateRatio > 0.8 ? 1 : look.dateRatio > 0.4 ? 0.7 : look.numericRatio > 0.9 ? 0.4 : 0.1
    case 'money':
      return look.numericRatio > 0.8 ? 1 : look.numericRatio > 0.4 ? 0.7 : 0.1
    case 'integer':
      return look.numericRatio > 0.6 ? 1 : 0.4
    case 'year':
      return look.numericRatio > 0.8 ? 1 : 0.3
    case 'email':
      return look.emailRatio > 0.5 ? 1 : 0.2
    case 'currency':
      return look.currencyRatio > 0.6 ? 1 : 0.1
    case 'country':
      return look.countryRatio > 0.3 ? 1 : 0.55
    case 'name':
      return look.numericRatio > 0.9 ? 0.3 : look.dateRatio > 0.8 ? 0.2 : 1
    case 'text':
      return look.numericRatio > 0.9 || look.dateRatio > 0.8 ? 0.3 : 1
    default:
      return 1
  }
}

export interface ColumnMatch {
  index: number
  field: string
  confidence: number
}

const floor = 0.5

/**
 * Gives each column of a table the field of an entity that it fits best, each field at most once.
 *
 * @param looks the columns
 * @param entity the entity
 * @returns the matches, strongest first
 * @missing columns that fit nothing are absent
 * @example matchColumns([lookAtColumn(0, 'Etapa', ['Ganada'])], entityOf('opportunities'))[0]?.field // 'stage'
 */
export function matchColumns(looks: readonly ColumnLook[], entity: EntityEntry): ColumnMatch[] {
  const pairs: ColumnMatch[] = []
  for (const look of looks)
    for (const field of entity.fields) {
      const confidence = headerMatch(look.key, field) * cellsFit(look, field)
      if (confidence >= floor) pairs.push({ index: look.index, field: field.name, confidence })
    }
  pairs.sort((a, b) => b.confidence - a.confidence || a.index - b.index)
  const taken = new Set<number>()
  const given = new Set<string>()
  const matches: ColumnMatch[] = []
  for (const pair of pairs) {
    if (taken.has(pair.index) || given.has(pair.field)) continue
    taken.add(pair.index)
    given.add(pair.field)
    matches.push(pair)
  }
  return matches
}

export interface EntityMatch {
  entity: EntityName
  confidence: number
  matches: ColumnMatch[]
}

/**
 * Finds what a table holds: the entity whose weightiest fields are among its columns.
 *
 * @param looks the columns
 * @param names file and sheet name, as hints
 * @returns the best entity with its column matches
 * @missing undefined when no entity has the columns it needs
 * @example findEntity(looksOf(['product', 'series', 'sales_price']), 'products.csv')?.entity // 'products'
 */
export function findEntity(looks: readonly ColumnLook[], names: string): EntityMatch | undefined {
  const words = new Set(nameKey(names).split(' '))
  const found = entities
    .map((entity) => {
      const matches = matchColumns(looks, entity)
      const has = new Set(matches.map((match) => match.field))
      if (!entity.needs.every((group) => group.some((field) => has.has(field)))) return undefined
      const weight = matches.reduce((sum, match) => sum + match.confidence * weightOf(entity, match.field), 0)
      const hint = entity.fileWords.some((word) => words.has(word)) ? 2.5 : 0
      // What the entity can't take speaks a little against it, so that a wide deal sheet is not taken for its accounts.
      const strange = looks.filter(
        (look) => look.key !== '' && !matches.some((match) => match.index === look.index)
      ).length
      return { entity: entity.name, score: weight + hint - strange * 0.4, matches }
    })
    .filter((each) => each !== undefined)
    .sort((a, b) => b.score - a.score)
  const best = found[0]
  if (best === undefined) return undefined
  const second = found[1]?.score ?? 0
  const confidence = Math.max(0.5, Math.min(1, 0.6 + (best.score - second) / (best.score + 1)))
  return { entity: best.entity, confidence, matches: best.matches }
}

const weightOf = (entity: EntityEntry, field: string): number =>
  entity.fields.find((each) => each.name === field)?.weight ?? 0

/** The matches of a table whose entity the user chose. */
export const matchEntity = (looks: readonly ColumnLook[], entity: EntityName): EntityMatch => ({
  entity,
  confidence: 1,
  matches: matchColumns(looks, entityOf(entity))
})
