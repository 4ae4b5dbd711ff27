// The forecasting methods against R's forecast package (test/reference/forecast, made by make.R), against cases worked by hand,
// and against laws that hold for every entry of the registry.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollingErrors } from '#shared/forecasts/backtest.ts'
import { drift } from '#shared/forecasts/methods/drift.ts'
import { errorSizeOf } from '#shared/forecasts/methods/errors.ts'
import { forecastMethods, getMethod, methodIds } from '#shared/forecasts/methods/index.ts'
import { walkByLag } from '#shared/forecasts/methods/lag-walk.ts'
import { mean } from '#shared/forecasts/methods/mean.ts'
import { naive } from '#shared/forecasts/methods/naive.ts'
import { seasonalNaive } from '#shared/forecasts/methods/seasonal-naive.ts'
import { fewestErrors, findRanges } from '#shared/forecasts/range.ts'
import type { MethodId } from '#shared/forecasts/types.ts'

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
    methods: Record<MethodId, MethodReference>
    rollingErrors: Record<MethodId, (number | null)[][]>
  }[]
}
const reference = JSON.parse(
  readFileSync(new URL('../reference/forecast/simple-methods.json', import.meta.url), 'utf8')
) as Reference

function expectClose(have: number, want: number | undefined): void {
  expect(want).toBeDefined()
  expect(Math.abs(have - (want ?? 0))).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(want ?? 0)))
}

describe.each(reference.series)('$name', ({ seasonLength, values, methods, rollingErrors: errorsInR }) => {
  it.each(methodIds)('%s: middles and ranges are those of R', (id) => {
    const inR = methods[id]
    const forecast = getMethod(id).forecast({ values, seasonLength, horizon: inR.middle.length })
    const ranges = findRanges(forecast, values)
    expect(ranges.basis).toBe('errors')
    forecast.middle.forEach((middle, at) => {
      expectClose(middle, inR.middle[at])
      const width = ranges.steps[at]
      expectClose(middle - (width?.half80 ?? Number.NaN), inR.low80[at])
      expectClose(middle + (width?.half80 ?? Number.NaN), inR.high80[at])
      expectClose(middle - (width?.half95 ?? Number.NaN), inR.low95[at])
      expectClose(middle + (width?.half95 ?? Number.NaN), inR.high95[at])
    })
  })

  it.each(methodIds)('%s: errors at every origin are those of tsCV', (id) => {
    const trials = rollingErrors(values, seasonLength, id)
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
    expect(rollingErrors([1, 2, 4], 1, 'naive')).toEqual([{ origin: 2, errors: [2] }])
  })

  it('the spread rule: 1, 2, 3, 4 has s² = 5/3, t(0.9; 3) = 1.637744, so half of the 80 % range is 1.637744·√(10/3)', () => {
    const values = [1, 2, 3, 4]
    const ranges = findRanges(seasonalNaive.forecast({ values, seasonLength: 4, horizon: 2 }), values)
    expect(ranges.basis).toBe('spread')
    expect(ranges.steps[0]?.half80).toBeCloseTo(1.637744353696 * Math.sqrt(10 / 3), 9)
    expect(ranges.sumOf(1, 2)?.half80).toBeCloseTo(2 * 1.637744353696 * Math.sqrt(10 / 3), 9)
  })

  it('a single value gives no range', () => {
    const ranges = findRanges(naive.forecast({ values: [7], seasonLength: 4, horizon: 3 }), [7])
    expect(ranges).toMatchObject({ basis: 'none', steps: [null, null, null] })
    expect(ranges.sumOf(1, 3)).toBeNull()
  })
})

// For each method, what a later step's error is made of: how often each coming error, and the error of its parameter, is in step h.
const errorParts: Record<MethodId, (step: number, count: number, lag: number) => { own: number[]; shared: number }> = {
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

describe.each(methodIds)('laws: %s', (id) => {
  const method = getMethod(id)
  const lag = 4

  it('a sum of steps has the variance of the added parts', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 6 }), (values, from, more) => {
        const to = from + more
        const { sumStandardError, errorSize } = method.forecast({ values, seasonLength: lag, horizon: to })
        const own = new Map<number, number>()
        let shared = 0
        for (let step = from; step <= to; step += 1) {
          const parts = errorParts[id](step, values.length, lag)
          for (const [at, times] of parts.own.entries()) own.set(at, (own.get(at) ?? 0) + times)
          shared += parts.shared
        }
        const squares = [...own.values()].reduce((sum, times) => sum + times * times, shared * shared)
        expectClose(sumStandardError?.(from, to) ?? Number.NaN, (errorSize ?? Number.NaN) * Math.sqrt(squares))
      })
    )
  })

  it('a sum of one step is the step', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 12 }), (values, step) => {
        const forecast = method.forecast({ values, seasonLength: lag, horizon: 12 })
        expectClose(forecast.sumStandardError?.(step, step) ?? Number.NaN, forecast.standardErrors?.[step - 1])
      })
    )
  })

  it('moves with its unit: ten times the values, ten times the forecast', () => {
    fc.assert(
      fc.property(history, (values) => {
        const one = method.forecast({ values, seasonLength: lag, horizon: 5 })
        const ten = method.forecast({ values: values.map((value) => value * 10), seasonLength: lag, horizon: 5 })
        one.middle.forEach((middle, at) => {
          expectClose(ten.middle[at] ?? Number.NaN, middle * 10)
          expectClose(ten.standardErrors?.[at] ?? Number.NaN, (one.standardErrors?.[at] ?? Number.NaN) * 10)
        })
      })
    )
  })

  it('ranges never narrow with distance, and 95 % holds 80 %', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: method.needs(lag), maxLength: 12 }),
        (values) => {
          const { steps } = findRanges(method.forecast({ values, seasonLength: lag, horizon: 10 }), values)
          steps.forEach((step, at) => {
            const before = steps[at - 1]
            if (step && before) expect(step.half80).toBeGreaterThanOrEqual(before.half80 - 1e-9)
            if (step) expect(step.half95).toBeGreaterThanOrEqual(step.half80)
          })
        }
      )
    )
  })

  it('a constant history is forecast as itself', () => {
    const { middle, standardErrors } = method.forecast({ values: [5, 5, 5, 5, 5, 5], seasonLength: lag, horizon: 4 })
    expect(middle).toEqual([5, 5, 5, 5])
    expect(standardErrors).toEqual([0, 0, 0, 0])
  })
})

it('every method of the registry is listed once, the baseline first', () => {
  expect(forecastMethods.map((method) => method.id)).toEqual([...methodIds])
  expect(methodIds[0]).toBe('seasonalNaive')
})

it('ranges are from errors exactly from the stated number of errors on', () => {
  const values = [5, 9, 4, 7, 6, 8, 3, 9]
  for (let count = 4; count <= values.length; count += 1) {
    const some = values.slice(0, count)
    const { basis } = findRanges(seasonalNaive.forecast({ values: some, seasonLength: 4, horizon: 1 }), some)
    expect(basis).toBe(count - 4 >= fewestErrors ? 'errors' : 'spread')
  }
})
