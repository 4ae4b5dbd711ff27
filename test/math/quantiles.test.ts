// The normal and Student t quantiles against R's qnorm and qt (test/reference/forecast), and their symmetry.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '#shared/math/normal-quantile.ts'
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'

interface Reference {
  quantiles: { p: number[]; normal: number[]; studentT: { df: number; values: number[] }[] }
}
const { quantiles } = JSON.parse(
  readFileSync(new URL('../reference/forecast/simple-methods.json', import.meta.url), 'utf8')
) as Reference

describe('quantiles', () => {
  it('agree with R to ten digits', () => {
    quantiles.p.forEach((p, at) => {
      expect(normalQuantile(p)).toBeCloseTo(quantiles.normal[at] ?? Number.NaN, 9)
      for (const { df, values } of quantiles.studentT) {
        const want = values[at] ?? Number.NaN
        expect(Math.abs(studentTQuantile(p, df) - want)).toBeLessThanOrEqual(2e-9 * Math.max(1, Math.abs(want)))
      }
    })
  })

  it('give the examples of their docstrings', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect(studentTQuantile(0.9, 3)).toBeCloseTo(1.637744353696211, 11)
  })

  it('refuse what is no probability', () => {
    expect(normalQuantile(1.1)).toBeNaN()
    expect(studentTQuantile(0.5, 0)).toBeNaN()
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
  })
})
