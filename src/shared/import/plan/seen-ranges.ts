// Long lists of row ids as runs: imports of a CRM are mostly rows one after the other.
import type { Ref } from './types.ts'

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
