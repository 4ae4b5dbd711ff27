// Exponential smoothing, Theta, STL and intermittent sales against R (test/reference/forecast, made by make-smoothing.R), against cases
// worked by hand, and against laws.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitBurg, forecastByBurg } from '#shared/forecasts/autoregression/burg.ts'
import { apply, findSeason, hasSeason, takeOut } from '#shared/forecasts/decomposition/classical.ts'
import { decomposeStl } from '#shared/forecasts/decomposition/stl.ts'
import { fitFamily, mixForms } from '#shared/forecasts/ets/family.ts'
import { EtsFilter } from '#shared/forecasts/ets/filter.ts'
import { type EtsFit, fitEts } from '#shared/forecasts/ets/fit.ts'
import { countParameters, type EtsForm, etsForms, nameForm } from '#shared/forecasts/ets/form.ts'
import { predictEts } from '#shared/forecasts/ets/predict.ts'
import { describeDemand, fitRate } from '#shared/forecasts/intermittent/rates.ts'
import { forecastTheta } from '#shared/forecasts/theta/classic.ts'
import { fitTheta } from '#shared/forecasts/theta/fit.ts'

interface EtsReference extends EtsForm {
  alpha: number
  beta: number
  gamma: number
  phi: number
  level: number
  slope: number
  seasons: number[]
  deviance: number
  aicc: number
  variance: number
  middle: number[]
  sd: number[]
}
interface Split {
  season: number[]
  trend: number[]
}
const reference = JSON.parse(
  readFileSync(new URL('../reference/forecast/smoothing.json', import.meta.url), 'utf8')
) as {
  series: {
    name: string
    seasonLength: number
    values: number[]
    ets: EtsReference[]
    theta: { middle: number[]; sd: number[] }
    stl?: { window11: Split; periodic: Split; robust?: Split }
  }[]
  croston: { values: number[]; rate01: number; rate03: number }[]
}

/** How far two lists lie apart, in proportion to the size of the second. */
function apart(one: ArrayLike<number>, other: readonly number[]): number {
  const size = Math.max(...other.map(Math.abs))
  return Math.max(...other.map((value, at) => Math.abs((one[at] ?? Number.NaN) - value))) / size
}

describe.each(reference.series)('$name', ({ seasonLength, values, ets, theta, stl }) => {
  const series = Float64Array.from(values)
  const named = ets.map((each) => [nameForm(each), each] as const)

  it.each(named)('%s with the parameters of R: likelihood, middles and spread are those of R', (_, inR) => {
    const filter = new EtsFilter(series, inR, seasonLength)
    const deviance = filter.run(inR, inR.level, inR.slope, inR.seasons)
    expect(deviance).toBeCloseTo(inR.deviance, 6)
    const variance = filter.squares / (values.length - countParameters(inR, seasonLength))
    expect(Math.abs(variance / inR.variance - 1)).toBeLessThan(1e-8)
    const fit: EtsFit = {
      form: inR,
      seasonLength,
      smoothing: inR,
      start: { level: inR.level, trend: inR.slope, season: inR.seasons },
      last: filter.lastState,
      deviance,
      aicc: 0,
      variance,
      fitted: filter.fitted,
      errors: filter.errors()
    }
    const predicted = predictEts(fit, inR.middle.length)
    // Where the season multiplies R gives the mean and its exact variance, here it is the middle path and the usual approximation.
    const multiplies = inR.season === 'M'
    expect(apart(predicted.middle, inR.middle)).toBeLessThan(multiplies ? 0.005 : 1e-9)
    const spread = predicted.variances.map(Math.sqrt)
    // Without a trend R 8.20 counts the season's own error one step too early; its own simulated paths agree with what is here.
    const isCounted = (step: number) => inR.season !== 'A' || inR.trend !== 'N' || (step + 1) % seasonLength !== 0
    const steps = inR.sd.map((_, step) => step).filter(isCounted)
    const sizes = steps.map((step) => inR.sd[step] ?? Number.NaN)
    expect(
      apart(
        steps.map((step) => spread[step] ?? Number.NaN),
        sizes
      )
    ).toBeLessThan(multiplies ? 0.07 : 1e-5)
  })

  it.each(named)('%s: the fit is as likely as that of R, or more', (_, inR) => {
    const fit = fitEts(series, inR, seasonLength)
    expect(fit?.deviance ?? Number.POSITIVE_INFINITY).toBeLessThan(inR.deviance + 0.5)
    // The same count of parameters: the criterion differs by the likelihood alone.
    expect((fit?.aicc ?? 0) - (fit?.deviance ?? 0)).toBeCloseTo(inR.aicc - inR.deviance, 6)
  })

  it('Theta: middles within 0.5 % of R, and standard errors within 2 % where there is no season (R leaves it out of them)', () => {
    const found = forecastTheta(values, seasonLength, theta.middle.length)
    expect(apart(found?.middle ?? [], theta.middle)).toBeLessThan(0.005)
    if (found?.season.kind === 'none') expect(apart(found.errors, theta.sd)).toBeLessThan(0.02)
  })

  it.skipIf(!stl)('STL: season and trend are those of R', () => {
    if (!stl) return
    const cases = [
      [{ seasonWindow: 11 }, stl.window11],
      [{ seasonWindow: 'periodic' }, stl.periodic],
      ...(stl.robust ? [[{ seasonWindow: 11, robustRounds: 15 }, stl.robust] as const] : [])
    ] as const
    for (const [options, inR] of cases) {
      const found = decomposeStl(values, seasonLength, options)
      expect(apart(found?.season ?? [], inR.season)).toBeLessThan(1e-8)
      expect(apart(found?.trend ?? [], inR.trend)).toBeLessThan(1e-8)
    }
  })
})

describe('exponential smoothing', () => {
  it('offers fifteen forms, and counts their parameters', () => {
    expect(etsForms).toHaveLength(15)
    expect(etsForms.map((form) => countParameters(form, 12)).toSorted((a, b) => a - b)).toEqual([
      2, 2, 4, 4, 5, 5, 14, 14, 14, 16, 16, 16, 17, 17, 17
    ])
  })

  it('the gradient is that of small differences', () => {
    const values = Float64Array.from({ length: 40 }, (_, t) => 100 + t + 20 * Math.sin(t) + ((t * 7919) % 13))
    for (const form of etsForms) {
      const m = form.season === 'N' ? 0 : 4
      const filter = new EtsFilter(values, form, 4)
      const season = Array.from({ length: m }, (_, j) =>
        form.season === 'M' ? 1 + 0.1 * Math.sin(j) : 5 * Math.sin(j)
      )
      const point = [
        0.3,
        form.trend === 'N' ? 0 : 0.1,
        m > 0 ? 0.2 : 0,
        form.trend === 'Ad' ? 0.9 : 1,
        100,
        1,
        ...season
      ]
      const run = ([alpha = 0, beta = 0, gamma = 0, phi = 0, level = 0, trend = 0, ...rest]: number[]) =>
        filter.run({ alpha, beta, gamma, phi }, level, form.trend === 'N' ? 0 : trend, rest)
      run(point)
      const gradient = new Float64Array(6 + 4)
      filter.writeGradient(gradient)
      const used = point.map(
        (_, at) => !((at === 1 || at === 5 || at === 3) && form.trend === 'N') && !(at === 2 && m === 0)
      )
      point.forEach((_, at) => {
        if (!used[at]) return
        const step = 1e-6 * Math.max(1, Math.abs(point[at] ?? 0))
        const moved = (by: number) => run(point.map((value, i) => (i === at ? value + by : value)))
        const slope = (moved(step) - moved(-step)) / (2 * step)
        expect(Math.abs(slope - (gradient[at] ?? 0)), `${nameForm(form)} ${at}`).toBeLessThan(
          1e-4 * (1 + Math.abs(slope))
        )
      })
    }
  })

  it('refuses too few values, and values that are all the same', () => {
    const plain: EtsForm = { error: 'A', trend: 'N', season: 'N' }
    expect(fitEts(Float64Array.of(1, 2, 3), plain, 1)).toBeUndefined()
    expect(fitEts(Float64Array.of(5, 5, 5, 5, 5, 5, 5), plain, 1)).toBeUndefined()
  })

  it('law: twice the values are twice the forecast', () => {
    const value = fc.double({ min: 50, max: 150, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 16, maxLength: 30 }), fc.constantFrom(...etsForms), (values, form) => {
        const middleOf = (factor: number) => {
          const fit = fitEts(
            Float64Array.from(values, (each) => factor * each),
            form,
            4
          )
          return fit && predictEts(fit, 6).middle
        }
        const [once, twice] = [middleOf(1), middleOf(2)]
        if (!once || !twice) return
        expect(
          apart(
            twice.map((each) => each / 2),
            once
          )
        ).toBeLessThan(1e-9)
      }),
      { numRuns: 60 }
    )
  })
})

describe('the dynamic Theta model', () => {
  it('a straight line goes on as one', () => {
    const line = Array.from({ length: 20 }, (_, t) => 10 + 3 * t)
    const found = fitTheta(line, 3)
    expect(found?.middle.map(Math.round)).toEqual([70, 73, 76])
  })
  it('needs three values', () => {
    expect(fitTheta([1, 2], 1)).toBeUndefined()
  })
})

describe('the season of a series', () => {
  // Levels of 10 with ratios 0.5 and 1.5.
  const ratios = [5, 15, 5, 15, 5, 15, 5, 15]
  it('by ratios and by differences, worked by hand', () => {
    expect(findSeason(ratios, 2, 'multiplicative').factors).toEqual([0.5, 1.5])
    expect(findSeason(ratios, 2, 'additive').factors).toEqual([-5, 5])
    expect(takeOut(ratios, findSeason(ratios, 2, 'multiplicative'))).toEqual([10, 10, 10, 10, 10, 10, 10, 10])
    expect(apply(10, findSeason(ratios, 2, 'additive'), 9, 1)).toBe(15)
  })
  it('is none for chance, for too few seasons, and where ratios have no meaning', () => {
    const strong = Array.from({ length: 24 }, (_, t) => (t % 4 === 0 ? 30 : 10) + ((t * 5) % 3))
    expect(hasSeason(strong, 4)).toBe(true)
    expect(hasSeason(strong.slice(0, 11), 4)).toBe(false)
    expect(hasSeason([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3], 4)).toBe(false)
    expect(hasSeason([4, 4, 4, 4, 4, 4, 4, 4], 2)).toBe(false)
    expect(findSeason([-5, 15, -5, 15, -5, 15], 2, 'multiplicative').kind).toBe('none')
    expect(findSeason([1, 2, 3], 4, 'additive').kind).toBe('none')
  })
  it('STL needs two seasons, and its parts add up', () => {
    expect(decomposeStl([1, 2, 3, 4, 5, 6, 7], 4, { seasonWindow: 7 })).toBeUndefined()
    const value = fc.double({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 40 }), (values) => {
        const found = decomposeStl(values, 4, { seasonWindow: 'periodic' })
        values.forEach((each, t) => {
          const sum = (found?.trend[t] ?? 0) + (found?.season[t] ?? 0) + (found?.rest[t] ?? 0)
          expect(sum).toBeCloseTo(each, 6)
        })
      })
    )
  })
})

describe('sales that come now and then', () => {
  it.each(reference.croston)('Croston: $values as in R', ({ values, rate01, rate03 }) => {
    expect(fitRate(values, 'croston', 0.1, 0.1).rate).toBeCloseTo(rate01, 10)
    expect(fitRate(values, 'croston', 0.3, 0.3).rate).toBeCloseTo(rate03, 10)
  })
  it('SBA takes half of the smoothing off; TSB lets an absent customer fade', () => {
    const values = [0, 0, 6, 0, 0, 6]
    expect(fitRate(values, 'sba', 0.2, 0.2).rate).toBeCloseTo(2 * 0.9, 12)
    // Chance 1/3, then x 0.9 twice, then + 0.1 of the rest; the size stays 6.
    const chance = (1 / 3) * 0.81
    expect(fitRate(values, 'tsb', 0.1, 0.1).rate).toBeCloseTo(6 * (chance + 0.1 * (1 - chance)), 12)
    expect(fitRate([...values, 0, 0, 0, 0], 'tsb', 0.1, 0.1).rate).toBeLessThan(fitRate(values, 'tsb', 0.1, 0.1).rate)
    expect(fitRate([...values, 0, 0, 0, 0], 'croston', 0.1, 0.1).rate).toBe(2)
  })
  it('nothing sold is nothing forecast', () => {
    expect(fitRate([0, 0, 0], 'tsb', 0.1, 0.1)).toEqual({ rate: 0, fitted: [0, 0, 0] })
    expect(fitRate([], 'croston', 0.1, 0.1).rate).toBe(0)
  })
  it('are told by the mean time between them', () => {
    expect(describeDemand([0, 0, 6, 0, 0, 6])).toEqual({ meanInterval: 3, sizeVariation: 0, isIntermittent: true })
    expect(describeDemand([2, 4, 2, 4]).isIntermittent).toBe(false)
    expect(describeDemand([2, 4]).sizeVariation).toBeCloseTo(1 / 9, 12)
    expect(describeDemand([0, 0]).isIntermittent).toBe(true)
    expect(describeDemand([]).isIntermittent).toBe(false)
  })
})

describe('all forms together', () => {
  const sales = reference.series.find((each) => each.name === 'UKgas quarterly')?.values ?? []
  it('the best comes first, weights add up to 1, and one form alone is itself', () => {
    const fits = fitFamily(Float64Array.from(sales), 4)
    expect(fits.map((fit) => fit.aicc)).toEqual(fits.map((fit) => fit.aicc).toSorted((one, other) => one - other))
    const mixed = mixForms(fits, 6)
    expect(mixed.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    const [best] = fits
    if (!best) throw new Error('no form fits')
    expect(mixForms([best], 6).middle).toEqual(predictEts(best, 6).middle)
  })
  it('a fit gone on from is as good as one from the start', () => {
    const fresh = fitFamily(Float64Array.from(sales), 4)
    const again = fitFamily(Float64Array.from(sales), 4, fresh.slice(0, 3))
    again.forEach((fit) => {
      const before = fresh.find((each) => each.form === fit.form)
      expect(fit.deviance).toBeLessThan((before?.deviance ?? 0) + 0.1)
    })
  })
  it('forms that multiply need values above 0; nothing fits what never changes', () => {
    const negative = fitFamily(Float64Array.of(4, -1, 3, 5, 2, 6, 4, 7, 3, 8), 1)
    expect(negative.length).toBeGreaterThan(0)
    expect(negative.every(({ form }) => form.error === 'A' && form.season !== 'M')).toBe(true)
    expect(fitFamily(Float64Array.of(2, 2, 2, 2, 2, 2, 2, 2), 1)).toEqual([])
  })
})

describe('autoregression', () => {
  it("a value that alternates is -1 times the one before; Burg's first coefficient by hand", () => {
    expect(fitBurg([1, -1, 1, -1], 1)[1]?.coefficients).toEqual([-1])
    // Pairs 2·(1·2 + 2·3) over (1 + 4) + (4 + 9).
    expect(fitBurg([1, 2, 3], 1)[1]?.coefficients[0]).toBeCloseTo(16 / 18, 12)
  })
  it('a line goes on; too little history is no forecast', () => {
    expect(forecastByBurg([1, 2, 3, 4, 5, 6], 2)?.middle.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([7, 8])
    expect(forecastByBurg([1, 2, 3, 4], 2)).toBeUndefined()
  })
  it('law: it never grows without end', () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 40 }), (values) => {
        for (const { coefficients, variance } of fitBurg(values, 5)) {
          expect(variance).toBeGreaterThanOrEqual(-1e-9)
          // A process that dies away has coefficients below those of (1 + x)^5.
          for (const each of coefficients) expect(Math.abs(each)).toBeLessThanOrEqual(10 + 1e-9)
        }
      })
    )
  })
})
