// Whether a sheet holds the headers of a profile in the row where the profile's file had them.
import { nameKey } from '#shared/units/name-key.ts'
import type { StoredProfile } from './profiles.ts'
import type { RawRow } from './types.ts'

/**
 * Looks for a profile's headers in the row where they stood.
 *
 * @param rows of the sheet, in order
 * @param profile the profile
 * @returns whether most of its headers stand there; a header of several rows is told by its last row
 * @missing false where the sheet has no such row
 * @example hasHeadersAt([{ rowNumber: 3, cells: ['Stage', 'Amount'] }], profile) // true
 */
export function hasHeadersAt(rows: readonly RawRow[], profile: StoredProfile): boolean {
  const row = rows.find((each) => each.rowNumber === profile.reading.headerRow)
  if (row === undefined) return false
  const here = new Set(row.cells.map((cell) => nameKey(String(cell ?? ''))))
  const headers = profile.columns.map((column) => nameKey(column.header)).filter((key) => key !== '')
  const last = (key: string): string => key.split(' ').at(-1) ?? key
  const isThere = (key: string): boolean =>
    here.has(key) ||
    (profile.reading.headerRows > 1 && [...here].some((each) => each !== '' && last(each) === last(key)))
  return headers.length > 0 && headers.filter(isThere).length >= headers.length * 0.7
}
