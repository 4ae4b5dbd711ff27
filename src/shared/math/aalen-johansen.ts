// What becomes of things over time when some haven't ended yet: the part still going on and the parts that ended in either of two ways.

/** Steps at the times when something ended, in order; each array has one entry a step. */
export interface CompetingRisks {
  readonly times: Float64Array
  readonly atRisk: Float64Array
  /** Still going on just after the time: the Kaplan–Meier curve. */
  readonly open: Float64Array
  /** Ended by the time in the first way and in the second; with `open` they make 1. */
  readonly first: Float64Array
  readonly second: Float64Array
}

/**
 * Estimates the parts that have ended in two ways by each time, from durations of which some are cut off.
 *
 * Who is still going on counts among those at risk up to the time it has been watched. At equal times endings come before cutting off, as in
 * R's `survfit`. Who is watched from a later time on counts from just after that time.
 *
 * @param times how long each was watched in all, 0 or more, in one unit
 * @param endings how each ended: 0 not yet, 1 the first way, 2 the second
 * @param from times from which each is watched; all from the start when left out
 * @returns one step for each time at which something ended
 * @missing no steps when nothing ended
 * @source O. Aalen and S. Johansen, "An Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored Observations", Scandinavian
 *   Journal of Statistics 5 (1978); `open` is that of E. L. Kaplan and P. Meier (1958)
 * @example aalenJohansen([1, 2, 3], [1, 0, 2]).first // [0.3333333333333333, 0.3333333333333333]
 */
export function aalenJohansen(
  times: ArrayLike<number>,
  endings: ArrayLike<number>,
  from?: ArrayLike<number>
): CompetingRisks {
  const count = times.length
  const sorted = sortByTime(times, endings)
  const entries = from === undefined ? null : Float64Array.from({ length: count }, (_, at) => from[at]!).sort()
  const steps: { time: number; atRisk: number; open: number; first: number; second: number }[] = []
  let [open, first, second] = [1, 0, 0]
  let entered = 0
  for (let at = 0; at < count; ) {
    const time = sorted.times[at]!
    let next = at
    let [ofFirst, ofSecond] = [0, 0]
    for (; next < count && sorted.times[next] === time; next += 1) {
      const ending = sorted.endings[next]!
      if (ending === 1) ofFirst += 1
      else if (ending === 2) ofSecond += 1
    }
    if (entries !== null) while (entered < count && entries[entered]! < time) entered += 1
    // Whoever has left by now had entered before.
    const atRisk = (entries === null ? count : entered) - at
    if (ofFirst + ofSecond > 0 && atRisk > 0) {
      first += (open * ofFirst) / atRisk
      second += (open * ofSecond) / atRisk
      open *= 1 - (ofFirst + ofSecond) / atRisk
      steps.push({ time, atRisk, open, first, second })
    }
    at = next
  }
  const column = (pick: (step: (typeof steps)[number]) => number): Float64Array => Float64Array.from(steps, pick)
  return {
    times: column((step) => step.time),
    atRisk: column((step) => step.atRisk),
    open: column((step) => step.open),
    first: column((step) => step.first),
    second: column((step) => step.second)
  }
}

/** Times in order with their endings. Whole times are sorted as one number with their ending, which is many times as fast. */
function sortByTime(
  times: ArrayLike<number>,
  endings: ArrayLike<number>
): { times: Float64Array; endings: Uint8Array } {
  const count = times.length
  const [inOrder, ended] = [new Float64Array(count), new Uint8Array(count)]
  let isWhole = true
  for (let at = 0; at < count && isWhole; at += 1)
    isWhole = Number.isSafeInteger(times[at]! * 4) && Number.isInteger(times[at]!)
  if (isWhole) {
    for (let at = 0; at < count; at += 1) inOrder[at] = times[at]! * 4 + endings[at]!
    inOrder.sort()
    for (let at = 0; at < count; at += 1) {
      const time = Math.floor(inOrder[at]! / 4)
      ended[at] = inOrder[at]! - time * 4
      inOrder[at] = time
    }
    return { times: inOrder, endings: ended }
  }
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort((one, other) => times[one]! - times[other]!)
  for (let at = 0; at < count; at += 1) {
    inOrder[at] = times[order[at]!]!
    ended[at] = endings[order[at]!]!
  }
  return { times: inOrder, endings: ended }
}
