// The forecasting methods against R's forecast package (test/reference/forecast, made by make.R and make-methods.R), against cases worked by hand,
// and against laws that hold for every entry of the registry.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isConstant, latestOf } from '#shared/forecasts/automatic/history.ts'
import { pickTrials, rollingErrors } from '#shared/forecasts/backtest.ts'
import { fitEts } from '#shared/forecasts/ets/fit.ts'
import { correlateEts } from '#shared/forecasts/ets/predict.ts'
import { bellOf as bellOfParts } from '#shared/forecasts/methods/bell.ts'
import { drift } from '#shared/forecasts/methods/drift.ts'
import { errorSizeOf } from '#shared/forecasts/methods/errors.ts'
import { forecastMethods, getMethod, methodIds } from '#shared/forecasts/methods/index.ts'
import { walkByLag } from '#shared/forecasts/methods/lag-walk.ts'
import { mean } from '#shared/forecasts/methods/mean.ts'
import type { BellSpread, MethodForecast } from '#shared/forecasts/methods/method.ts'
import { naive } from '#shared/forecasts/methods/naive.ts'
import { seasonalNaive } from '#shared/forecasts/methods/seasonal-naive.ts'
import { forecastBySmoothing } from '#shared/forecasts/methods/smoothing.ts'
import { forecastConstant } from '#shared/forecasts/methods/steady.ts'
import { fewestErrors, findRanges, type Reach } from '#shared/forecasts/range.ts'
import { designRegression } from '#shared/forecasts/regression/design.ts'
import { fitLeastSquares } from '#shared/forecasts/regression/least-squares.ts'
import { fitTheta, spreadOfTheta } from '#shared/forecasts/theta/fit.ts'
import type { MethodId } from '#shared/forecasts/types.ts'

/** Those that need no fitting: equal to R but for rounding. */
const simpleIds = ['seasonalNaive', 'naive', 'drift', 'mean'] as const
type SimpleId = (typeof simpleIds)[number]

interface MethodReference {
  middle: number[]
  low80: number[]
  high80: number[]
  low95: number[]
  high95: number[]
}
interface Reference {
  series: {
    name: string
    seasonLength: number
    values: number[]
    methods: Record<SimpleId, MethodReference>
    rollingErrors: Record<SimpleId, (number | null)[][]>
  }[]
}
const reference = JSON.parse(
  readFileSync(new URL('../reference/forecast/simple-methods.json', import.meta.url), 'utf8')
) as Reference

function expectClose(have: number, want: number | undefined): void {
  expect(want).toBeDefined()
  expect(Math.abs(have - (want ?? 0))).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(want ?? 0)))
}

/** The bell of a method that has one. */
function bellOf(forecast: MethodForecast): BellSpread | undefined {
  return forecast.spread?.kind === 'bell' ? forecast.spread : undefined
}

/** Ends of the ranges as R writes them. */
function endsOf(forecast: MethodForecast, values: readonly number[]): MethodReference {
  const { steps } = findRanges(forecast, values)
  const end = (read: (reach: Reach) => number) =>
    forecast.middle.map((middle, at) => {
      const reach = steps[at]
      return reach ? middle + read(reach) : Number.NaN
    })
  return {
    middle: [...forecast.middle],
    low80: end((reach) => -reach.down80),
    high80: end((reach) => reach.up80),
    low95: end((reach) => -reach.down95),
    high95: end((reach) => reach.up95)
  }
}

describe.each(reference.series)('$name', ({ seasonLength, values, methods, rollingErrors: errorsInR }) => {
  it.each(simpleIds)('%s: middles and ranges are those of R', (id) => {
    const inR = methods[id]
    const forecast = getMethod(id).forecast({ values, seasonLength, horizon: inR.middle.length })
    expect(findRanges(forecast, values).basis).toBe('errors')
    const ends = endsOf(forecast, values)
    for (const key of ['middle', 'low80', 'high80', 'low95', 'high95'] as const)
      ends[key].forEach((value, at) => {
        expectClose(value, inR[key][at])
      })
  })

  it.each(simpleIds)('%s: errors at every origin are those of tsCV', (id) => {
    const origins = values.map((_, at) => at).slice(seasonLength + 1)
    const trials = rollingErrors(values, seasonLength, id, origins)
    const inR = errorsInR[id]
    expect(trials).toHaveLength(inR.length)
    trials.forEach(({ errors }, at) => {
      const wanted = (inR[at] ?? []).filter((error) => error !== null)
      expect(errors).toHaveLength(wanted.length)
      errors.forEach((error, step) => {
        expectClose(error, wanted[step])
      })
    })
  })
})

interface Described {
  form: string
  aicc: number
  forecast: MethodReference
}
const fitted = JSON.parse(readFileSync(new URL('../reference/forecast/methods.json', import.meta.url), 'utf8')) as {
  series: {
    name: string
    seasonLength: number
    horizon: number
    values: number[]
    simple: MethodReference
    holt: MethodReference
    damped: MethodReference
    holtWinters?: Described
    stlEts?: MethodReference
    ets: Described
    theta: { sse: number; middle: number[]; sd: number[]; sdOfSum: number }
    regression: {
      days: number[]
      coefficients: number[]
      low95: number[]
      high95: number[]
      sigma: number
      rSquared: number
      seOfSum: number
      driven: MethodReference
      plain: MethodReference
    }
  }[]
  rates: { values: number[]; croston: number; sba: number; tsb: number }[]
}

/** The largest distance of two lists, in proportion to the largest of the second. */
function apart(one: readonly number[], other: readonly number[]): number {
  const size = Math.max(...other.map(Math.abs))
  return Math.max(...other.map((value, at) => Math.abs((one[at] ?? Number.NaN) - value))) / size
}

describe.each(fitted.series)('$name, fitted', ({ seasonLength, horizon, values, ...inR }) => {
  const forecastBy = (id: MethodId) => getMethod(id).forecast({ values, seasonLength, horizon })
  const widthOf = ({ middle, high95 }: MethodReference) => high95.map((high, at) => high - (middle[at] ?? 0))

  // Searches of a likelihood end where it is flat, each a little elsewhere: the more parameters, the farther.
  it.each([
    ['simple', 0.0001, 0.0001],
    ['holt', 0.06, 0.15],
    ['damped', 0.06, 0.15]
  ] as const)('%s: middles and widths are those of R', (id, middle, width) => {
    const ends = endsOf(forecastBy(id), values)
    expect(apart(ends.middle, inR[id].middle)).toBeLessThan(middle)
    expect(apart(widthOf(ends), widthOf(inR[id]))).toBeLessThan(width)
  })

  it.each(['holtWinters', 'ets'] as const)(
    '%s: the chosen form is as likely as that of R, or more; where it is R’s own and no more, it says nearly the same',
    (id) => {
      const wanted = inR[id]
      if (!wanted) return
      const forecast = forecastBy(id)
      const { explanation } = forecast
      if (explanation?.kind !== 'smoothing') throw new Error('no smoothing')
      const aicc = explanation.tried[0]?.aicc ?? Number.POSITIVE_INFINITY
      expect(aicc).toBeLessThan(wanted.aicc + 0.5)
      if (explanation.form === wanted.form && Math.abs(aicc - wanted.aicc) < 0.5)
        expect(apart(forecast.middle, wanted.forecast.middle)).toBeLessThan(0.01)
      expect(apart(forecast.middle, wanted.forecast.middle)).toBeLessThan(0.15)
    }
  )

  it('theta: the sum of squares, the middles and the simulated spread of the model written in R', () => {
    const forecast = forecastBy('theta')
    // By ratios the season's own small errors come in too.
    expect(apart(forecast.middle, inR.theta.middle)).toBeLessThan(0.003)
    expect(apart(bellOf(forecast)?.standardErrors ?? [], inR.theta.sd)).toBeLessThan(0.03)
    expect(Math.abs((bellOf(forecast)?.sumStandardError(1, horizon) ?? 0) / inR.theta.sdOfSum - 1)).toBeLessThan(0.03)
  })

  it.skipIf(!inR.stlEts)(
    'stlEts: middles within 0.5 % and widths within 1.5 % of stlf, which jumps where we smooth each point',
    () => {
      const ends = endsOf(forecastBy('stlEts'), values)
      expect(apart(ends.middle, inR.stlEts?.middle ?? [])).toBeLessThan(0.005)
      expect(apart(widthOf(ends), inR.stlEts ? widthOf(inR.stlEts) : [])).toBeLessThan(0.015)
    }
  )

  it('regression: coefficients, their intervals, predictions and the range of a sum are those of lm and tslm', () => {
    const { days, driven, plain } = inR.regression
    const drivers = [{ id: 'days', past: days.slice(0, values.length), future: days.slice(values.length) }]
    const forecast = getMethod('regression').forecast({ values, seasonLength, horizon, drivers })
    const { explanation } = forecast
    if (explanation?.kind !== 'regression') throw new Error('no regression')
    const { lines } = explanation
    for (const [key, wanted] of [
      ['estimate', inR.regression.coefficients],
      ['low95', inR.regression.low95],
      ['high95', inR.regression.high95]
    ] as const)
      lines.forEach((line, at) => {
        expectClose(line[key], wanted[at])
      })
    expectClose(explanation.errorSize, inR.regression.sigma)
    expectClose(explanation.rSquaredRatio ?? Number.NaN, inR.regression.rSquared)
    expectClose(bellOf(forecast)?.sumStandardError(1, horizon) ?? Number.NaN, inR.regression.seOfSum)
    const [withDriver, without] = [endsOf(forecast, values), endsOf(forecastBy('regression'), values)]
    for (const key of ['middle', 'low80', 'high80', 'low95', 'high95'] as const) {
      withDriver[key].forEach((value, at) => {
        expectClose(value, driven[key][at])
      })
      without[key].forEach((value, at) => {
        expectClose(value, plain[key][at])
      })
    }
  })
})

it.each(fitted.rates)('rates of $values are those of R', ({ values, ...inR }) => {
  for (const id of ['croston', 'sba', 'tsb'] as const)
    expectClose(getMethod(id).forecast({ values, seasonLength: 4, horizon: 1 }).middle[0] ?? Number.NaN, inR[id])
})

describe('the regression', () => {
  const days = [20, 22, 21, 23, 19, 20, 22, 21, 20, 23]
  const values = days.map((day, t) => 100 + 3 * t + 10 * day)
  it('follows a driver whose coming values are known, exactly where it is exact', () => {
    const drivers = [{ id: 'days', past: days, future: [25, 18] }]
    const { middle } = getMethod('regression').forecast({ values, seasonLength: 1, horizon: 2, drivers })
    expectClose(middle[0] ?? Number.NaN, 100 + 30 + 250)
    expectClose(middle[1] ?? Number.NaN, 100 + 33 + 180)
  })
  it('leaves a driver out by name when a value is missing, when it says nothing new, or when there is no room', () => {
    const of = (id: string, past: (number | null)[], future: (number | null)[]) => ({ id, past, future })
    const drivers = [
      of('gap', [null, ...days.slice(1)], [25, 18]),
      of('unknown', days, [25, null]),
      of(
        'doubled',
        days.map((_, t) => 2 * t),
        [20, 22]
      )
    ]
    const found = getMethod('regression').forecast({ values, seasonLength: 1, horizon: 2, drivers }).explanation
    expect(found?.kind === 'regression' && found.leftOut).toEqual([
      { driver: 'gap', reason: 'missingPast' },
      { driver: 'unknown', reason: 'missingFuture' },
      { driver: 'doubled', reason: 'tellsNothingNew' }
    ])
    const short = [of('days', days.slice(0, 5), [25])]
    const few = getMethod('regression').forecast({
      values: values.slice(0, 5),
      seasonLength: 1,
      horizon: 1,
      drivers: short
    })
    expect(few.explanation?.kind === 'regression' && few.explanation.leftOut).toEqual([
      { driver: 'days', reason: 'tooFewPeriods' }
    ])
  })
  it('least squares by hand, and a column that is a mixture of others', () => {
    const found = fitLeastSquares(
      [
        [1, 1, 1],
        [1, 2, 3],
        [2, 3, 4]
      ],
      [2, 4, 7]
    )
    // Slope (7 - 2) / 2, mean 13/3 at time 2; the third column is the sum of the first two.
    expectClose(found.coefficients[1] ?? Number.NaN, 2.5)
    expectClose(found.coefficients[0] ?? Number.NaN, 13 / 3 - 5)
    expect(found.coefficients[2]).toBeNull()
    expect(found.degrees).toBe(1)
    // Leverage of the mean is 1/3.
    expectClose(found.leverageAt([1, 2, 3]), 1 / 3)
  })
})

describe('examples of the docstrings', () => {
  it('repeat, carry on and average', () => {
    expect(seasonalNaive.forecast({ values: [4, 1, 2, 3], seasonLength: 4, horizon: 5 }).middle).toEqual([
      4, 1, 2, 3, 4
    ])
    expect(naive.forecast({ values: [4, 1, 2], seasonLength: 4, horizon: 2 }).middle).toEqual([2, 2])
    expect(drift.forecast({ values: [1, 2, 5], seasonLength: 4, horizon: 2 }).middle).toEqual([7, 9])
    expect(mean.forecast({ values: [1, 2, 6], seasonLength: 4, horizon: 2 }).middle).toEqual([3, 3])
    expect(walkByLag({ values: [1, 2, 3], seasonLength: 1, horizon: 2 }, 1).middle).toEqual([3, 3])
    expect(errorSizeOf([3, -4], 0)).toBeCloseTo(3.5355339059327378, 12)
    expect(errorSizeOf([3], 1)).toBeNull()
    expect(pickTrials(8, 4, 4)).toEqual([5, 6, 7])
    expect(pickTrials(5, 4, 4)).toEqual([])
    expect(rollingErrors([1, 2, 4], 1, 'naive', [2])).toEqual([{ origin: 2, errors: [2] }])
  })

  it('what methods need, and what they share', () => {
    expect(simpleIds.map((id) => getMethod(id).needs(4))).toEqual([4, 1, 2, 1])
    expect((['simple', 'holt', 'damped', 'holtWinters'] as const).map((id) => getMethod(id).needs(4))).toEqual([
      5, 7, 8, 11
    ])
    expect((['ets', 'theta', 'stlEts'] as const).map((id) => getMethod(id).needs(12))).toEqual([5, 4, 24])
    // Weeks: no smoothing of 52 seasons; a season of one has nothing to take out.
    expect(getMethod('holtWinters').needs(52)).toBeNull()
    expect(getMethod('stlEts').needs(1)).toBeNull()
    expect(latestOf([1, 2, 3], 4)).toEqual({ values: [1, 2, 3], left: 0 })
    expect(
      latestOf(
        Array.from({ length: 530 }, (_, t) => t),
        52
      )
    ).toMatchObject({ left: 10 })
    expect(isConstant([5, 5])).toBe(true)
    expect(isConstant([5, 5.001])).toBe(false)
    expect(
      bellOfParts(
        [3, 4],
        [
          [1, 0],
          [0, 1]
        ]
      ).sumStandardError(1, 2)
    ).toBe(5)
    expect(
      bellOfParts(
        [3, 4],
        [
          [1, 1],
          [1, 1]
        ]
      ).sumStandardError(1, 2)
    ).toBe(7)
    expect(forecastConstant({ values: [5, 5], seasonLength: 4, horizon: 2 })?.middle).toEqual([5, 5])
    expect(forecastBySmoothing({ values: [4, 4, 4, 4, 4], seasonLength: 1, horizon: 2 }, []).middle).toEqual([4, 4])
    expect(designRegression(5, 1, 1, []).terms).toHaveLength(2)
    expect(getMethod('automatic').forecast({ values: [5], seasonLength: 4, horizon: 2 }).middle).toEqual([5, 5])
    expect(
      getMethod('regression').forecast({ values: [1, 2, 3, 4, 5], seasonLength: 1, horizon: 1 }).middle[0]
    ).toBeCloseTo(6, 12)
    const rare = { values: [0, 0, 6, 0, 0, 6], seasonLength: 4, horizon: 1 }
    expect(getMethod('croston').forecast(rare).middle).toEqual([2])
    expect(getMethod('sba').forecast(rare).middle[0]).toBeCloseTo(1.9, 12)
    // Chance 1/3, twice × 0.9, then a tenth of the way to 1: 0.343, times 6.
    expect(getMethod('tsb').forecast(rare).middle[0]).toBeCloseTo(2.058, 12)
  })

  it('errors of a smoothed level add up: of two steps one is in both with alpha; a Theta error moves the next by as much', () => {
    const values = [4, 7, 5, 8, 6, 9, 7, 12, 8, 10]
    const fit = fitEts(Float64Array.from(values), { error: 'A', trend: 'N', season: 'N' }, 1)
    if (!fit) throw new Error('no fit')
    const { alpha } = fit.smoothing
    expect(correlateEts(fit, 2)[0]?.[1]).toBeCloseTo(alpha / Math.sqrt(1 + alpha * alpha), 12)
    expect(correlateEts(fit, 2)[0]?.[0]).toBe(1)
    const found = fitTheta(values, 3)
    if (!found) throw new Error('no fit')
    const rows = spreadOfTheta(values, found, 3)
    // An error shows whole in its own step, not before, and in part after; how much is held against R's simulation above.
    expect(rows.map((row, at) => row[at])).toEqual([1, 1, 1])
    expect(rows[1]?.[0]).toBe(0)
    expect(rows[2]?.slice(0, 2)).toEqual([0, 0])
    expect(rows[0]?.[1]).toBeGreaterThan(0)
    expect(rows[0]?.[1]).toBeLessThan(1.5)
  })

  it('the spread rule: 1, 2, 3, 4 has s² = 5/3, t(0.9; 3) = 1.637744, so half of the 80 % range is 1.637744·√(10/3)', () => {
    const values = [1, 2, 3, 4]
    const ranges = findRanges(seasonalNaive.forecast({ values, seasonLength: 4, horizon: 2 }), values)
    expect(ranges.basis).toBe('spread')
    expect(ranges.steps[0]?.up80).toBeCloseTo(1.637744353696 * Math.sqrt(10 / 3), 9)
    expect(ranges.sumOf(1, 2)?.down80).toBeCloseTo(2 * 1.637744353696 * Math.sqrt(10 / 3), 9)
  })

  it('a single value gives no range', () => {
    const ranges = findRanges(naive.forecast({ values: [7], seasonLength: 4, horizon: 3 }), [7])
    expect(ranges).toMatchObject({ basis: 'none', steps: [null, null, null] })
    expect(ranges.sumOf(1, 3)).toBeNull()
  })
})

// For each method, what a later step's error is made of: how often each coming error, and the error of its parameter, is in step h.
const errorParts: Record<SimpleId, (step: number, count: number, lag: number) => { own: number[]; shared: number }> = {
  naive: (step) => ({ own: Array.from({ length: step }, () => 1), shared: 0 }),
  seasonalNaive: (step, _count, lag) => ({
    own: Array.from({ length: step }, (_, at) => ((step - 1 - at) % lag === 0 ? 1 : 0)),
    shared: 0
  }),
  drift: (step, count) => ({ own: Array.from({ length: step }, () => 1), shared: step / Math.sqrt(count - 1) }),
  mean: (step, count) => ({
    own: Array.from({ length: step }, (_, at) => (at === step - 1 ? 1 : 0)),
    shared: 1 / Math.sqrt(count)
  })
}

const history = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 6, maxLength: 40 })

describe.each(simpleIds)('sums of errors: %s', (id) => {
  const method = getMethod(id)
  const lag = 4

  it('a sum of steps has the variance of the added parts', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 6 }), (values, from, more) => {
        const to = from + more
        const forecast = method.forecast({ values, seasonLength: lag, horizon: to })
        const { errorSize } = forecast
        const own = new Map<number, number>()
        let shared = 0
        for (let step = from; step <= to; step += 1) {
          const parts = errorParts[id](step, values.length, lag)
          for (const [at, times] of parts.own.entries()) own.set(at, (own.get(at) ?? 0) + times)
          shared += parts.shared
        }
        const squares = [...own.values()].reduce((sum, times) => sum + times * times, shared * shared)
        expectClose(
          bellOf(forecast)?.sumStandardError(from, to) ?? Number.NaN,
          (errorSize ?? Number.NaN) * Math.sqrt(squares)
        )
      })
    )
  })
})

describe.each(methodIds)('laws: %s', (id) => {
  const method = getMethod(id)
  const lag = 4
  const runs = { numRuns: id === 'automatic' ? 15 : 40 }
  const forecastOf = (values: readonly number[], horizon: number, seasonLength = lag) =>
    method.forecast({ values, seasonLength, horizon })
  const least = Math.max(method.needs(lag) ?? 1, 2)
  const history = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: least, maxLength: least + 24 })

  it('gives a number for every step, and the same twice', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 12 }), (values, horizon) => {
        const { middle, sources } = forecastOf(values, horizon)
        expect(middle).toHaveLength(horizon)
        expect(middle.every(Number.isFinite)).toBe(true)
        expect(sources).toHaveLength(horizon)
        for (const source of sources.flat()) expect(values[source]).toBeDefined()
        expect(forecastOf(values, horizon).middle).toEqual(middle)
      }),
      runs
    )
  })

  it('95 % holds 80 %, both hold the middle, and a sum of one step is the step', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 8 }), (values, step) => {
        const { steps, sumOf } = findRanges(forecastOf(values, 8), values)
        const own = steps[step - 1]
        if (!own) return
        for (const [near, far] of [
          [own.down80, own.down95],
          [own.up80, own.up95]
        ] as const) {
          expect(near).toBeGreaterThanOrEqual(0)
          expect(far).toBeGreaterThanOrEqual(near - 1e-9)
        }
        const sum = sumOf(step, step)
        for (const key of ['down95', 'down80', 'up80', 'up95'] as const)
          expect(sum?.[key] ?? Number.NaN).toBeCloseTo(own[key], 6)
      }),
      runs
    )
  })

  it('moves with its unit: eight times the values, eight times the forecast and its width', () => {
    fc.assert(
      fc.property(history, (values) => {
        // A power of two changes no digit, so that a search goes the same way.
        const eight = values.map((value) => value * 8)
        const [one, large] = [forecastOf(values, 5), forecastOf(eight, 5)]
        const size = Math.max(1, ...one.middle.map(Math.abs), ...values)
        one.middle.forEach((middle, at) => {
          expect(Math.abs((large.middle[at] ?? Number.NaN) / 8 - middle) / size).toBeLessThan(
            id === 'automatic' ? 1e-3 : 1e-6
          )
        })
        const [narrow, wide] = [findRanges(one, values), findRanges(large, eight)]
        expect(wide.basis).toBe(narrow.basis)
        narrow.steps.forEach((step, at) => {
          if (step)
            expect(Math.abs((wide.steps[at]?.up80 ?? Number.NaN) / 8 - step.up80) / size).toBeLessThan(
              id === 'automatic' ? 1e-2 : 1e-6
            )
        })
      }),
      runs
    )
  })

  it('a constant history is forecast as itself, without width where it changed never', () => {
    const values = Array.from({ length: Math.max(least, 12) }, () => 5)
    const forecast = forecastOf(values, 4)
    const rate = id === 'sba' ? 5 * 0.95 : 5
    forecast.middle.forEach((middle) => {
      expectClose(middle, rate)
    })
    const { steps } = findRanges(forecast, values)
    for (const step of steps) expect(Math.max(step?.down95 ?? 1, step?.up95 ?? 1)).toBeLessThanOrEqual(5 - rate + 1e-9)
  })

  it('says the same of very long, negative and outlying histories: finite, and of the size of what was', () => {
    const wave = (t: number) => 100 + 20 * Math.sin((t * Math.PI) / 2) + ((t * 7919) % 13)
    const long = Array.from({ length: 10_000 }, (_, t) => wave(t))
    const before = process.cpuUsage()
    const found = forecastOf(long, 4)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
    for (const middle of found.middle) expect(Math.abs(middle - 106)).toBeLessThan(60)
    const credits = Array.from({ length: 40 }, (_, t) => wave(t) - 110)
    const outlying = Array.from({ length: 40 }, (_, t) => (t === 25 ? 5000 : wave(t)))
    for (const values of [credits, outlying]) {
      const { middle } = forecastOf(values, 4)
      const size = Math.max(...values.map(Math.abs))
      for (const value of middle) expect(Math.abs(value)).toBeLessThan(2 * size)
    }
  })
})

/** Ranges of what goes on moving grow with distance; a level that stays and single periods keep theirs. */
const widening: readonly MethodId[] = ['naive', 'drift', 'simple', 'holt', 'damped', 'theta', 'regression']
it.each([...widening, ...simpleIds])('%s: ranges never narrow with distance where no season weighs', (id) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 30 }), (values) => {
      const seasonLength = id === 'seasonalNaive' ? 4 : 1
      const { steps } = findRanges(getMethod(id).forecast({ values, seasonLength, horizon: 10 }), values)
      steps.forEach((step, at) => {
        const before = steps[at - 1]
        if (step && before) expect(step.up80).toBeGreaterThanOrEqual(before.up80 - 1e-9)
      })
    }),
    { numRuns: 40 }
  )
})

it('every method of the registry is listed once, the default first', () => {
  expect(forecastMethods.map((method) => method.id)).toEqual([...methodIds])
  expect(methodIds[0]).toBe('automatic')
  expect(new Set(methodIds).size).toBe(methodIds.length)
})

it('ranges are from errors exactly from the stated number of errors on', () => {
  const values = [5, 9, 4, 7, 6, 8, 3, 9]
  for (let count = 4; count <= values.length; count += 1) {
    const some = values.slice(0, count)
    const { basis } = findRanges(seasonalNaive.forecast({ values: some, seasonLength: 4, horizon: 1 }), some)
    expect(basis).toBe(count - 4 >= fewestErrors ? 'errors' : 'spread')
  }
})
