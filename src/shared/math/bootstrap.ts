// How sure a figure made from a list of amounts is, without assuming how they are spread: the figure of many lists drawn from the list itself.
import { normalQuantile } from './normal-quantile.ts'
import { quantile } from './quantile.ts'
import { makeRandom } from './random.ts'
import { normalProbability } from './tails.ts'

export interface BootstrapOptions {
  readonly seed: number
  /** Lists drawn: 2,000 are enough for 95 %. */
  readonly draws: number
  /** 0 to 1, both tails together. */
  readonly confidence: number
}

/**
 * Gives the bias-corrected and accelerated interval of a figure.
 *
 * @param values what the figure is made from, any unit
 * @param figure mean, median, …: of a list as long as `values`
 * @param options seed, draws and confidence
 * @returns the ends, in the figure's unit; both are the figure itself when every drawn list gives the same
 * @missing undefined with fewer than three values
 * @source B. Efron, "Better bootstrap confidence intervals", Journal of the American Statistical Association 82 (1987)
 * @example bootstrapInterval([1, 2, 3, 4, 5], meanOf, { seed: 1, draws: 2000, confidence: 0.95 }) // about { low: 1.8, high: 4.2 }
 */
export function bootstrapInterval(
  values: readonly number[],
  figure: (drawn: readonly number[]) => number,
  options: BootstrapOptions
): { low: number; high: number } | undefined {
  const n = values.length
  if (n < 3) return undefined
  const whole = figure(values)
  const random = makeRandom(options.seed, 'bootstrap')
  const drawn = Array.from({ length: options.draws }, () =>
    figure(Array.from({ length: n }, () => values[Math.floor(random.next() * n)] ?? 0))
  )
  const below = drawn.filter((each) => each < whole).length + drawn.filter((each) => each === whole).length / 2
  const belowRatio = Math.min(1 - 0.5 / drawn.length, Math.max(0.5 / drawn.length, below / drawn.length))
  const bias = normalQuantile(belowRatio)
  // Acceleration: skewness of the figure when each value in turn is left out.
  const without = values.map((_, out) => figure(values.filter((__, at) => at !== out)))
  const mean = without.reduce((sum, each) => sum + each, 0) / n
  const squares = without.reduce((sum, each) => sum + (mean - each) ** 2, 0)
  const cubes = without.reduce((sum, each) => sum + (mean - each) ** 3, 0)
  const acceleration = squares > 0 ? cubes / (6 * squares ** 1.5) : 0
  const endAt = (probability: number) => {
    const shifted = bias + normalQuantile(probability)
    return quantile(drawn, normalProbability(bias + shifted / (1 - acceleration * shifted))) ?? whole
  }
  const tail = (1 - options.confidence) / 2
  return { low: endAt(tail), high: endAt(1 - tail) }
}
