// Long lists of row ids as runs: imports of a CRM are mostly rows one after the other.
import type { ReadTable } from '../types.ts'
import type { Ref, SeenKind, SeenRows } from './types.ts'

/**
 * Packs references into runs.
 *
 * @param refs references in any order; one may come twice
 * @returns runs [first, last], ascending, that neither touch nor overlap
 * @missing no references give no runs
 * @example toRanges([3, 1, 2, 7]) // [[1, 3], [7, 7]]
 */
export function toRanges(refs: Iterable<Ref>): [Ref, Ref][] {
  const sorted = Float64Array.from(refs).sort()
  const ranges: [Ref, Ref][] = []
  let last: [Ref, Ref] | undefined
  for (const ref of sorted) {
    if (last !== undefined && ref <= last[1] + 1) last[1] = ref
    else {
      last = [ref, ref]
      ranges.push(last)
    }
  }
  return ranges
}

/**
 * Tells whether a reference lies in one of the runs.
 *
 * @param ranges runs in ascending order, as `toRanges` gives them
 * @param ref a reference
 * @returns true when a run holds it
 * @example isInRanges([[1, 3], [7, 7]], 2) // true
 */
export function isInRanges(ranges: readonly (readonly [Ref, Ref])[], ref: Ref): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) < ref) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range !== undefined && range[0] <= ref
}

/**
 * Joins two lists of runs into one.
 *
 * @param left runs in any order
 * @param right runs in any order
 * @returns what either of them holds, as runs in ascending order that neither touch nor overlap
 * @missing two empty lists give an empty one
 * @example joinRanges([[1, 5], [8, 9]], [[4, 6]]) // [[1, 6], [8, 9]]
 */
export function joinRanges(
  left: readonly (readonly [Ref, Ref])[],
  right: readonly (readonly [Ref, Ref])[]
): [Ref, Ref][] {
  const joined: [Ref, Ref][] = []
  for (const [first, last] of [...left, ...right].sort((a, b) => a[0] - b[0])) {
    const open = joined.at(-1)
    if (open !== undefined && first <= open[1] + 1) open[1] = Math.max(open[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** Which rows, known or new, each table of the files holds. */
export class SeenBook {
  readonly #tables = new Map<ReadTable, Map<SeenKind, Ref[]>>()

  see(table: ReadTable, kind: SeenKind, ref: Ref): void {
    let kinds = this.#tables.get(table)
    if (kinds === undefined) {
      kinds = new Map()
      this.#tables.set(table, kinds)
    }
    const refs = kinds.get(kind)
    if (refs === undefined) kinds.set(kind, [ref])
    else refs.push(ref)
  }

  report(): SeenRows[] {
    return [...this.#tables].flatMap(([{ key }, kinds]) =>
      [...kinds].map(([entity, refs]) => ({ tableKey: key, entity, ranges: toRanges(refs) }))
    )
  }
}
