// What naive and seasonal naive share: repeat the value of `lag` periods ago.
import { errorSizeOf } from './errors.ts'
import type { MethodForecast, MethodInput } from './method.ts'

/**
 * Repeats the last `lag` values and widens the range with every round.
 *
 * The standard error of step h is σ·√k, with k = ⌊(h − 1) / lag⌋ + 1 the round in which h lies: k errors of a year's step each. A
 * sum of steps counts each of those errors as often as steps of its place stand on it, and takes the root of the squares.
 *
 * @param input at least `lag` values
 * @param lag 1 for naive, the season's length for seasonal naive
 * @returns middles and errors in the unit of the values
 * @missing errors are null when there are no more than `lag` values
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), sections 5.2 and 5.5
 * @example walkByLag({ values: [1, 2, 3], seasonLength: 1, horizon: 2 }, 1).middle // [3, 3]
 */
export function walkByLag({ values, horizon }: MethodInput, lag: number): MethodForecast {
  const start = values.length - lag
  const errors = values.slice(lag).map((value, at) => value - (values[at] ?? 0))
  const size = errorSizeOf(errors, 0)
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const roundOf = (step: number) => Math.floor(step / lag) + 1
  const sources = steps.map((step) => [start + (step % lag)])
  return {
    middle: sources.map(([source = 0]) => values[source] ?? 0),
    spread:
      size === null
        ? null
        : {
            kind: 'bell',
            degrees: null,
            standardErrors: steps.map((step) => size * Math.sqrt(roundOf(step))),
            sumStandardError: (from, to) => size * Math.sqrt(sharedSquares(from - 1, to - 1, lag))
          },
    errorSize: size,
    errorCount: errors.length,
    sources,
    explanation: null
  }
}

/** Each error belongs to a place within the lag and a round; it is in every later round of its place. */
function sharedSquares(from: number, to: number, lag: number): number {
  let squares = 0
  for (let error = 0; error <= to; error += 1) {
    let steps = 0
    for (let step = error; step <= to; step += lag) if (step >= from) steps += 1
    squares += steps * steps
  }
  return squares
}
