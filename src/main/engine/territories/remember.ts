// Keeps what was worked out from the file until a row of it changes: one screen asks several questions of the same accounts.
import type { Reader } from '#engine/db.ts'

interface Kept {
  changes: number
  values: Map<string, unknown>
}

// By the reader, which lives as long as its file is open.
const keptOf = new WeakMap<Reader, Kept>()
const mostKept = 24

/**
 * Gives what `make` makes, without making it again while no row of the file has changed.
 *
 * A writer is asked anew each time: what it sees may be taken back, and the file's count of changes would not tell.
 *
 * @param key says what it is, with all it depends on besides the file
 */
export function remember<Value>(db: Reader, key: string, make: () => Value): Value {
  if ('run' in db) return make()
  const changes = db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? Number.NaN
  const before = keptOf.get(db)
  const kept = before?.changes === changes ? before : { changes, values: new Map<string, unknown>() }
  keptOf.set(db, kept)
  if (kept.values.has(key)) return kept.values.get(key) as Value
  const value = make()
  const [oldest] = kept.values.keys()
  if (kept.values.size >= mostKept && oldest !== undefined) kept.values.delete(oldest)
  kept.values.set(key, value)
  return value
}
