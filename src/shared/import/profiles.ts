// Remembers how files of a shape are understood: which header became which field and what was answered about it, to be recognised on
// the next file of the same shape even when columns moved, came or went.
import { nameKey } from '#shared/units/name-key.ts'
import type { EncodingName } from './encoding.ts'
import type { EntityName } from './entities/entity.ts'
import { type FormatAnswers, isRemembered } from './formats.ts'
import type { DateOrder, DecimalSign, ProfileMatch, Scale, TableChoice, TablePlan } from './types.ts'

export interface ProfileColumn {
  header: string
  /** 0-based column of the sheet. */
  index: number
  field: string
  /** How it is read, where a person said so. */
  dateOrder?: DateOrder
  decimalSign?: DecimalSign
  scale?: Scale
}

export interface StoredProfile {
  id: number
  name: string
  entity: EntityName
  shape: string
  /** UTC instant. */
  usedAt: string
  columns: ProfileColumn[]
  reading: {
    headerRow: number | null
    headerRows: number
    encoding: EncodingName | null
    delimiter: string | null
  }
}

/**
 * Gives the fingerprint of a table's headers.
 *
 * Order, case, accents and columns without a header don't count, so an export with its columns moved keeps its shape.
 *
 * @param headers as the file has them
 * @returns a short text, the same for the same headers: their number and a 64-bit hash
 * @source FNV-1a (Fowler, Noll, Vo), in two runs of 32 bits with different offsets
 * @example shapeOf(['Stage', 'Amount']) === shapeOf(['amount', 'STAGE']) // true
 */
export function shapeOf(headers: readonly string[]): string {
  const keys = headers.map(nameKey).filter((key) => key !== '')
  const text = keys.sort().join('\n')
  const half = (offset: number): string => {
    let hash = offset
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return `${keys.length}-${half(0x811c9dc5)}${half(0x2f0b4c47)}`
}

/**
 * Makes the profile of a table as it was understood and corrected.
 *
 * @param table the table; one that is left out has no profile
 * @param choice what the user said about it
 * @returns the profile without id, name and time
 * @missing undefined for a table without entity or without headers
 * @example profileOf(table, undefined)?.columns[0] // { header: 'Stage', index: 0, field: 'stage' }
 */
export function profileOf(
  table: TablePlan,
  choice: TableChoice | undefined
): Omit<StoredProfile, 'id' | 'name' | 'usedAt'> | undefined {
  if (table.entity === null || table.headerRow === null) return undefined
  const columns = table.columns.map((column): ProfileColumn => {
    const at = String(column.index)
    const kept = isRemembered(column.format) ? column.format : null
    const dateOrder = choice?.dateOrders?.[at] ?? kept?.dateOrder
    const decimalSign = choice?.decimalSigns?.[at] ?? (column.kind === 'date' ? undefined : kept?.decimalSign)
    const scale = choice?.scales?.[at] ?? kept?.scale
    return {
      header: column.header,
      index: column.index,
      field: column.field,
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(decimalSign === undefined ? {} : { decimalSign }),
      ...(scale === undefined ? {} : { scale })
    }
  })
  const { headerRow, headerRows, encoding, delimiter } = table
  return {
    entity: table.entity,
    shape: shapeOf(table.columns.map((column) => column.header)),
    columns,
    reading: { headerRow, headerRows, encoding, delimiter }
  }
}

export interface FoundProfile {
  profile: StoredProfile
  match: ProfileMatch
  /** What the profile says of a column, by its place in this file. */
  columns: ReadonlyMap<number, ProfileColumn>
  /** Headers that both have, over headers that either has, 0 to 1. */
  overlap: number
}

const leastPresent = 0.7
const isMapped = (column: ProfileColumn): boolean => column.field !== 'custom' && column.field !== 'none'

/** Headers by key, told apart by how often the key came before: two columns "Name" are "name" and "name 2". */
function keysOf(headers: readonly { header: string; index: number }[]): Map<string, number> {
  const keys = new Map<string, number>()
  const times = new Map<string, number>()
  for (const { header, index } of headers) {
    const key = nameKey(header)
    if (key === '') continue
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    keys.set(time === 1 ? key : `${key}#${time}`, index)
  }
  return keys
}

/**
 * Finds the profile that fits the headers of a table best.
 *
 * @param headers by column of the sheet, as the file has them; '' for a column without one
 * @param profiles all that are kept
 * @returns the profile of which most mapped headers are there (at least 70 %), the one used last among equals, and what differs
 * @missing undefined where none fits
 * @example matchProfile(['Stage', 'Amount'], [profile])?.match.isExact // true
 */
export function matchProfile(headers: readonly string[], profiles: readonly StoredProfile[]): FoundProfile | undefined {
  const here = keysOf(headers.map((header, index) => ({ header, index })))
  let best: FoundProfile | undefined
  let bestRank: readonly [number, number, number, string] = [0, 0, 0, '']
  for (const profile of profiles) {
    const there = keysOf(profile.columns)
    const byIndex = new Map(profile.columns.map((column) => [column.index, column]))
    const mapped = profile.columns.filter((column) => isMapped(column) && nameKey(column.header) !== '')
    if (mapped.length < 2) continue
    const columns = new Map<number, ProfileColumn>()
    const moved: ProfileMatch['moved'] = []
    const missing: ProfileMatch['missing'] = []
    for (const [key, from] of there) {
      const column = byIndex.get(from)
      if (column === undefined) continue
      const to = here.get(key)
      if (to === undefined) {
        missing.push({ header: column.header, field: column.field })
        continue
      }
      columns.set(to, column)
      if (to !== from) moved.push({ header: headers[to] ?? column.header, from, to })
    }
    const present = [...columns.values()].filter(isMapped).length
    const presentRatio = present / mapped.length
    if (presentRatio < leastPresent) continue
    const added = [...here].filter(([key]) => !there.has(key)).map(([, index]) => headers[index] ?? '')
    const isExact = added.length === 0 && missing.length === 0 && moved.length === 0
    const overlap = columns.size / (columns.size + added.length + missing.length)
    const rank = [isExact ? 1 : 0, presentRatio, overlap, profile.usedAt] as const
    if (best !== undefined && !isAbove(rank, bestRank)) continue
    const { id, name, usedAt } = profile
    best = { profile, match: { profileId: id, name, usedAt, isExact, added, missing, moved }, columns, overlap }
    bestRank = rank
  }
  return best
}

function isAbove(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0
    if (value !== other) return value > other
  }
  return false
}

/** The answers that a profile keeps, by column of this file. */
export function rememberedAnswers(found: FoundProfile): FormatAnswers {
  const dateOrders: Record<string, DateOrder> = {}
  const decimalSigns: Record<string, DecimalSign> = {}
  const scales: Record<string, Scale> = {}
  for (const [index, column] of found.columns) {
    if (column.dateOrder !== undefined) dateOrders[String(index)] = column.dateOrder
    if (column.decimalSign !== undefined) decimalSigns[String(index)] = column.decimalSign
    if (column.scale !== undefined) scales[String(index)] = column.scale
  }
  return { dateOrders, decimalSigns, scales }
}
