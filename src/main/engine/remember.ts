// Keeps what was worked out from the file until a row that it rests on changes: one screen asks several questions of the same accounts.
import type { Reader } from './db.ts'

interface Value {
  readonly tables: ReadonlySet<string>
  readonly value: unknown
}

interface Kept {
  /** The file's count of changes for which the values hold. */
  changes: number
  values: Map<string, Value>
}

// By the reader, which lives as long as its file is open.
const keptOf = new WeakMap<Reader, Kept>()
const mostKept = 24

/** Rows changed since the file was opened, in whatever way. */
export const countChanges = (db: Reader): number =>
  db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? Number.NaN

/**
 * Gives what `make` makes, without making it again while nothing it rests on has changed.
 *
 * A writer is asked anew each time: what it sees may be taken back, and the file's count of changes would not tell.
 *
 * @param key says what it is, with all it depends on besides the file
 * @param tables those whose rows it is made from
 */
export function remember<Made>(db: Reader, key: string, tables: readonly string[], make: () => Made): Made {
  if ('run' in db) return make()
  const changes = countChanges(db)
  const before = keptOf.get(db)
  const kept = before?.changes === changes ? before : { changes, values: new Map<string, Value>() }
  keptOf.set(db, kept)
  const found = kept.values.get(key)
  if (found !== undefined) return found.value as Made
  const value = make()
  const [oldest] = kept.values.keys()
  if (kept.values.size >= mostKept && oldest !== undefined) kept.values.delete(oldest)
  kept.values.set(key, { tables: new Set(tables), value })
  return value
}

/**
 * Carries over, past a command, an undo or a redo, what doesn't rest on the tables that it changed.
 *
 * @param before the count of changes when it began: had anything else been written since the values were made, they would not be kept
 * @param tables all tables that it changed
 */
export function carryOver(db: Reader, before: number, tables: readonly string[]): void {
  const kept = keptOf.get(db)
  if (kept === undefined || kept.changes !== before) return
  kept.changes = countChanges(db)
  for (const [key, value] of kept.values) if (tables.some((table) => value.tables.has(table))) kept.values.delete(key)
}
