// What came of trying all methods, kept by the series it was tried on while the file is open: nothing of it is written.
import type { Reader } from '#engine/db.ts'
import type { Backtest } from '#shared/forecasts/method-types.ts'
import type { CompareInput } from './compare-task.ts'

const mostKept = 60

// Reader and writer of one file read by the same function, which lives as long as the file is open.
const shelves = new WeakMap<Reader['all'], Map<string, Backtest>>()

/** The very numbers: a changed deal is another series. */
const keyOf = (input: CompareInput): string => JSON.stringify(input)

export function shelveComparison(db: Reader, input: CompareInput, found: Backtest): void {
  const shelf = shelves.get(db.all) ?? new Map<string, Backtest>()
  const [oldest] = shelf.keys()
  if (shelf.size >= mostKept && oldest !== undefined) shelf.delete(oldest)
  shelves.set(db.all, shelf.set(keyOf(input), found))
}

/** Null when all methods were not tried on this series since the file was opened. */
export const findComparison = (db: Reader, input: CompareInput): Backtest | null =>
  shelves.get(db.all)?.get(keyOf(input)) ?? null
