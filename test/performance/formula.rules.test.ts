// Formulas of own key figures: read, measured and worked out; against JavaScript's own arithmetic on random trees, and with every message.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFormula } from '#shared/performance/formula/parse.ts'
import { reckon } from '#shared/performance/formula/reckon.ts'
import { bare, count, days, findUnit, money, type Unit } from '#shared/performance/formula/units.ts'

const fields: Readonly<Record<string, number | null>> = {
  won: 1,
  lost: 3,
  revenue: 1000,
  quota: null,
  zero: 0,
  días: 4
}
const work = (text: string) => {
  const parsed = parseFormula(text)
  return parsed.ok ? reckon(parsed.expression, (field) => fields[field] ?? null) : parsed.error
}

describe('values', () => {
  it.each([
    ['won / (won + lost)', 0.25],
    ['2 + 3 * 4 - 6 / 3', 12],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['-won + -(-3)', 2],
    ['max(won, lost, 2) × 1.5', 4.5],
    ['min(won, abs(0 - lost)) ÷ 2', 0.5],
    ['revenue / días', 250]
  ])('%s is %d', (text, value) => expect(work(text)).toEqual({ value }))

  it('a missing field and a division by zero are no value', () => {
    expect(work('revenue / quota')).toEqual({ value: null, why: 'missing', field: 'quota' })
    expect(work('revenue / zero')).toEqual({ value: null, why: 'zeroDivision', field: null })
    expect(work('max(1, won / zero)')).toEqual({ value: null, why: 'zeroDivision', field: null })
  })

  it('law: agrees with plain arithmetic on any tree', () => {
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.integer({ min: 0, max: 99 }).map(String),
        fc.constantFrom('won', 'lost', 'revenue'),
        tie('tree').map((of) => `(${of})`),
        tie('tree').map((of) => `-(${of})`),
        fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map((parts) => parts.join(' '))
      )
    }))
    const plain = (text: string): number =>
      new Function('won', 'lost', 'revenue', `return ${text}`)(fields.won, fields.lost, fields.revenue) as number
    fc.assert(
      fc.property(tree, (text) => {
        const found = work(text)
        const expected = plain(text)
        return 'value' in found && found.value !== null && Math.abs(found.value - expected) <= 1e-9 * Math.abs(expected)
      }),
      { numRuns: 300 }
    )
  })
})

describe('messages', () => {
  it.each([
    ['', 'empty', 0],
    ['won +', 'value', 5],
    ['* won', 'value', 0],
    ['(won + lost', 'unclosed', 0],
    ['won + lost)', 'closedTwice', 10],
    ['won lost', 'sign', 4],
    ['won = 3', 'sign', 4],
    ['alert(1)', 'unknownFunction', 0],
    ['max(1)', 'arguments', 0],
    ['abs(1, 2)', 'arguments', 0],
    ['won; lost', 'sign', 3],
    [`${'('.repeat(80)}1${')'.repeat(80)}`, 'tooDeep', 51],
    ['1'.repeat(501), 'tooLong', 500]
  ])('%s: %s at %d', (text, problem, at) =>
    expect(parseFormula(text)).toMatchObject({ ok: false, error: { problem, at } })
  )
})

describe('units', () => {
  const units: Readonly<Record<string, Unit>> = { revenue: money, goal: money, deals: count, cycle: days, rate: bare }
  const unitOf = (text: string) => {
    const parsed = parseFormula(text)
    if (!parsed.ok) throw new Error(text)
    return findUnit(parsed.expression, (field) => units[field])
  }
  it.each([
    ['revenue / deals', { money: 1, count: -1, days: 0 }],
    ['revenue / goal - 1', bare],
    ['deals * rate * revenue / deals / cycle', { money: 1, count: 0, days: -1 }],
    ['max(revenue, goal) * 2', money]
  ])('%s', (text, unit) => expect(unitOf(text)).toEqual({ ok: true, unit }))
  it.each([
    ['revenue + deals', 'units', 8],
    ['revenue + 5', 'units', 8],
    ['min(revenue, cycle)', 'units', 0],
    ['revenue / sold', 'unknownField', 10]
  ])('%s: %s at %d', (text, problem, at) => expect(unitOf(text)).toMatchObject({ ok: false, error: { problem, at } }))
})
