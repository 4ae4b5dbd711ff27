// Reads what a data dictionary among the files says of units ("Annual revenue (in millions of USD)"), which no cell says.
import { nameKey } from '#shared/units/name-key.ts'
import type { RawCell, Scale } from './types.ts'

const fieldWords = /^(field|field name|column|campo|columna|nombre del campo)$/
const meaningWords = /^(description|descripcion|definition|definicion|meaning|significado)$/

/**
 * Reads the scales that a data dictionary gives from its rows.
 *
 * @param rows rows of a small table whose header names table, field and description
 * @returns header key → scale, for fields whose description says thousands or millions
 * @missing empty for a table that is no data dictionary
 * @example readDictionary(rows).get('revenue') // 1_000_000
 */
export function readDictionary(rows: readonly { cells: readonly RawCell[] }[]): Map<string, Scale> {
  const units = new Map<string, Scale>()
  const [head, ...body] = rows.length > 2001 ? [] : rows
  const keys = head?.cells.map((cell) => nameKey(String(cell ?? ''))) ?? []
  const field = keys.findIndex((key) => fieldWords.test(key))
  const words = keys.findIndex((key) => meaningWords.test(key))
  if (field < 0 || words < 0) return units
  for (const row of body) {
    const text = String(row.cells[words] ?? '')
    const scale = /\b(millions|millones)\b/i.test(text)
      ? 1_000_000
      : /\b(thousands|miles)\b/i.test(text)
        ? 1000
        : undefined
    const key = nameKey(String(row.cells[field] ?? ''))
    if (scale !== undefined && key !== '') units.set(key, scale)
  }
  return units
}
