// Sales that come now and then: how much a period brings on average, by smoothing sizes and the time between them apart.

export type RateMethod = 'croston' | 'sba' | 'tsb'

export interface RateFit {
  /** What a coming period brings on average, the same for all. */
  readonly rate: number
  /** One-step forecasts of each value but the first that could be forecast. */
  readonly fitted: readonly (number | null)[]
}

/**
 * Forecasts sales that come now and then.
 *
 * Croston smooths the size of a sale and the time between sales; SBA takes away its bias; TSB smooths the chance of a sale in every period, so
 * that a customer who stays away fades.
 *
 * @param values periods with mostly nothing, 0 or more
 * @param method which
 * @param alpha smoothing of sizes, 0 to 1
 * @param beta smoothing of intervals (Croston, SBA: the same as alpha by custom) or of the chance (TSB)
 * @returns the rate a period, and what it would have said before
 * @missing rate 0 without any sale; with a single one Croston and SBA spread it over the time up to it
 * @source J. D. Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23 (1972); A. A. Syntetos,
 *   J. E. Boylan, "The accuracy of intermittent demand estimates", International Journal of Forecasting 21 (2005); R. H. Teunter, A. A.
 *   Syntetos, M. Z. Babai, "Intermittent demand: linking forecasting to inventory obsolescence", European Journal of Operational Research 214 (2011)
 * @example fitRate([0, 0, 6, 0, 0, 6], 'croston', 0.1, 0.1).rate // 2
 */
export function fitRate(values: readonly number[], method: RateMethod, alpha: number, beta: number): RateFit {
  const first = values.findIndex((value) => value !== 0)
  if (first === -1) return { rate: 0, fitted: values.map(() => 0) }
  return method === 'tsb' ? walkChance(values, first, alpha, beta) : walkIntervals(values, first, method, alpha, beta)
}

function walkIntervals(
  values: readonly number[],
  first: number,
  method: 'croston' | 'sba',
  alpha: number,
  beta: number
): RateFit {
  const unbiased = method === 'sba' ? 1 - beta / 2 : 1
  let [size, interval, since] = [values[first] ?? 0, first + 1, 0]
  const rate = () => (unbiased * size) / interval
  const fitted = values.map((value, t): number | null => {
    if (t <= first) return null
    const before = rate()
    since += 1
    if (value !== 0) {
      size += alpha * (value - size)
      interval += beta * (since - interval)
      since = 0
    }
    return before
  })
  return { rate: rate(), fitted }
}

function walkChance(values: readonly number[], first: number, alpha: number, beta: number): RateFit {
  let [size, chance] = [values[first] ?? 0, 1 / (first + 1)]
  const fitted = values.map((value, t): number | null => {
    if (t <= first) return null
    const before = size * chance
    chance += beta * ((value === 0 ? 0 : 1) - chance)
    if (value !== 0) size += alpha * (value - size)
    return before
  })
  return { rate: size * chance, fitted }
}

/**
 * Tells sales that come now and then from those that come all the time.
 *
 * @param values one a period
 * @returns the mean number of periods from one sale to the next, the squared coefficient of variation of their sizes, and whether the first is 1.32
 *   or more
 * @missing no sale at all counts as coming now and then
 * @source A. A. Syntetos, J. E. Boylan, J. D. Croston, "On the categorization of demand patterns", Journal of the Operational Research Society 56
 *   (2005)
 * @example describeDemand([0, 0, 6, 0, 0, 6]).meanInterval // 3
 */
export function describeDemand(values: readonly number[]): {
  meanInterval: number
  sizeVariation: number
  isIntermittent: boolean
} {
  const sizes = values.filter((value) => value !== 0)
  if (sizes.length === 0)
    return { meanInterval: Number.POSITIVE_INFINITY, sizeVariation: 0, isIntermittent: values.length > 0 }
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length
  const meanInterval = values.length / sizes.length
  return { meanInterval, sizeVariation: mean === 0 ? 0 : variance / mean ** 2, isIntermittent: meanInterval >= 1.32 }
}
