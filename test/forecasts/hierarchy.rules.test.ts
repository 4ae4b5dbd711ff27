// Making parts add up: against base R's matrices and quadprog, laws that hold for every way, and whole numbers that add up to the cent.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastAutomatically } from '#shared/forecasts/automatic/automatic.ts'
import { diagonal, shrinkCovariance } from '#shared/forecasts/hierarchy/covariance.ts'
import { forecastPart } from '#shared/forecasts/hierarchy/forecast-part.ts'
import { oneStepErrors } from '#shared/forecasts/hierarchy/one-step-errors.ts'
import { addUpParts, type PartBase, type PartNode } from '#shared/forecasts/hierarchy/parts.ts'
import { Projection, reconcileFloored } from '#shared/forecasts/hierarchy/projection.ts'
import { reconcilers } from '#shared/forecasts/hierarchy/reconcilers/index.ts'
import { reconcileProjected } from '#shared/forecasts/hierarchy/reconcilers/projected.ts'
import type { ReconcileInput } from '#shared/forecasts/hierarchy/reconcilers/reconciler.ts'
import { shareOut } from '#shared/forecasts/hierarchy/reconcilers/shared-out.ts'
import { roundTree } from '#shared/forecasts/hierarchy/round-tree.ts'
import { addUp, childrenOf, type Parents, sumRulesOf } from '#shared/forecasts/hierarchy/tree.ts'
import type { PartForecast } from '#shared/forecasts/hierarchy-types.ts'
import { cholesky } from '#shared/math/cholesky.ts'
import { choleskySolve } from '#shared/math/cholesky-solve.ts'
import { makeRandom } from '#shared/math/random.ts'
import reference from '../reference/hierarchy/reconciled.json' with { type: 'json' }

const at = (list: ArrayLike<number> | undefined, place: number): number => list?.[place] ?? Number.NaN
const listOf = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const farthest = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number =>
  Math.max(...other.flatMap((row, i) => row.map((value, j) => Math.abs(at(one[i], j) - value))))
const columnOf = (rows: readonly (readonly number[])[], step: number): number[] => rows.map((row) => at(row, step))

const parents: Parents = reference.parents
const covariance = shrinkCovariance(reference.errors)
const inputOf = (base: readonly (readonly number[])[], more: Partial<ReconcileInput> = {}): ReconcileInput => ({
  parents,
  base,
  histories: base.map((own) => [...own]),
  covariance,
  seasonLength: 4,
  isFloored: base.map(() => false),
  ...more
})
const wayOf = (id: string) => {
  const way = reconcilers.find((each) => each.id === id)
  if (!way) throw new Error(`no ${id}`)
  return way
}

describe('equations of symmetric matrices', () => {
  it('are solved as by hand', () => {
    const lower = cholesky(Float64Array.of(4, 2, 2, 5), 2)
    expect([...lower]).toEqual([2, 0, 1, 2])
    expect([...choleskySolve(lower, Float64Array.of(8, 9))]).toEqual([1.375, 1.25])
  })
  it('a matrix whose rows depend on each other is refused', () => {
    expect(() => cholesky(Float64Array.of(1, 2, 2, 4), 2)).toThrow(RangeError)
  })
  it('what is solved, put in again, gives the right side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 12 }), (seed, size) => {
        const random = makeRandom(seed, 'cholesky')
        const half = listOf(size * size, () => random.normal())
        const matrix = Float64Array.from({ length: size * size }, (_, place) => {
          const [i, j] = [Math.floor(place / size), place % size]
          const product = listOf(size, (k) => at(half, i * size + k) * at(half, j * size + k))
          return product.reduce((sum, each) => sum + each, i === j ? 0.1 : 0)
        })
        const right = listOf(size, () => random.normal())
        const x = choleskySolve(cholesky(matrix, size), Float64Array.from(right))
        right.forEach((value, i) => {
          expect(listOf(size, (j) => at(matrix, i * size + j) * at(x, j)).reduce((a, b) => a + b, 0)).toBeCloseTo(
            value,
            6
          )
        })
      })
    )
  })
})

describe('trees', () => {
  it('know children, rules and sums', () => {
    expect(childrenOf([null, 0, 0, 1])).toEqual([[1, 2], [3], [], []])
    expect(sumRulesOf([null, 0, 0])).toEqual([{ whole: 0, parts: [1, 2] }])
    expect(addUp([null, 0, 0], [99, 1, 2])).toEqual([3, 1, 2])
    expect(() => childrenOf([null, 2, 0])).toThrow(RangeError)
    expect(() => childrenOf([null, null])).toThrow(RangeError)
  })
})

describe('the covariance of errors', () => {
  it('is that of base R, and its shrinkage that of corpcor', () => {
    expect(covariance.shrinkage).toBeCloseTo(reference.lambda, 10)
    reference.W.forEach((row, i) => {
      row.forEach((value, j) => {
        // A billionth is added to the diagonal, so that equations can be solved.
        expect(at(covariance.values, i * 9 + j)).toBeCloseTo(value, 4)
      })
    })
    expect(shrinkCovariance(reference.centred).shrinkage).toBeCloseTo(reference.corpcorLambda, 10)
    expect(
      shrinkCovariance([
        [1, -1],
        [1, -1]
      ]).shrinkage
    ).toBe(0)
  })
  it('a series that began later has the variance of its own errors, and less in common', () => {
    const [one = [], other = []] = reference.errors
    const late = other.slice(-6)
    const { values } = shrinkCovariance([one, late])
    const variance = late.reduce((sum, error) => sum + error * error, 0) / 6
    expect(at(values, 3)).toBeCloseTo(variance, 5)
    expect(Math.abs(at(values, 1))).toBeLessThanOrEqual(Math.sqrt(at(values, 0) * at(values, 3)))
  })
  it('series without errors or without a size leave it positive', () => {
    const { values } = shrinkCovariance([[3, -4], [0, 0], []], [0, 0, 49])
    expect(at(values, 0)).toBeCloseTo(12.5, 6)
    expect(at(values, 8)).toBeCloseTo(49, 6)
    expect(() => cholesky(values, 3)).not.toThrow()
    expect(() => cholesky(shrinkCovariance([[], []]).values, 2)).not.toThrow()
  })
})

describe('one-step errors', () => {
  it('are the changes where there are too few values to fit', () => {
    expect(oneStepErrors([5, 7], 12)).toEqual([2])
    expect(oneStepErrors([5], 12)).toEqual([])
  })
  it('of chance around a level and a season are about as large as the chance', () => {
    const random = makeRandom(5, 'errors')
    const values = listOf(96, (t) => 100 + 20 * Math.sin((t * Math.PI) / 6) + 3 * random.normal())
    const errors = oneStepErrors(values, 12)
    expect(errors).toHaveLength(96)
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 96)).toBeGreaterThan(2.2)
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 96)).toBeLessThan(3.6)
  })
})

describe('reconciliation against base R', () => {
  for (const id of ['minimumTrace', 'byVariance', 'ordinary', 'bottomUp'] as const)
    it(`${id}: middles and how much wider or narrower errors become`, () => {
      const { middles, widths } = wayOf(id).reconcile(inputOf(reference.base))
      expect(farthest(middles, reference.result[id].reconciled)).toBeLessThan(1e-6)
      reference.result[id].widths.forEach((width, node) => {
        expect(widths[node]).toBeCloseTo(width, 5)
      })
    })
  for (const id of ['minimumTrace', 'byVariance', 'ordinary'] as const)
    it(`${id}: without values below zero, as by quadprog`, () => {
      const isFloored = reference.low.map(() => true)
      const { middles, heldSteps } = wayOf(id).reconcile(inputOf(reference.low, { isFloored }))
      expect(farthest(middles, reference.result[id].floored)).toBeLessThan(1e-5)
      expect(Math.max(...heldSteps)).toBeGreaterThan(0)
    })
  it('groupings that are no tree', () => {
    const { W, base, reconciled } = reference.grouped
    const rules = [
      { whole: 0, parts: [5, 6, 7, 8] },
      { whole: 1, parts: [5, 6] },
      { whole: 2, parts: [7, 8] },
      { whole: 3, parts: [5, 7] },
      { whole: 4, parts: [6, 8] }
    ]
    const found = new Projection(Float64Array.from(W.flat()), rules).apply(base)
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(at(reconciled, i), 8)
    })
  })
})

describe('reconciliation by hand', () => {
  const rules = [{ whole: 0, parts: [1, 2] }]
  it('three that count the same share a gap evenly', () => {
    const projection = new Projection(diagonal([1, 1, 1]), rules)
    projection.apply([9, 1, 2]).forEach((value, i) => {
      expect(value).toBeCloseTo(at([7, 3, 4], i), 10)
    })
    expect(projection.gaps([9, 1, 2])).toEqual([6])
    expect([...projection.shares()]).toEqual([expect.closeTo(1 / 3), expect.closeTo(-1 / 3), expect.closeTo(-1 / 3)])
  })
  it('a part below zero is held at zero', () => {
    const weights = diagonal([1, 1, 1])
    const { values, held } = reconcileFloored([2, 5, -5], weights, rules, new Projection(weights, rules), [
      true,
      true,
      true
    ])
    expect(held).toEqual([2])
    expect(values).toEqual([expect.closeTo(3.5, 10), expect.closeTo(3.5, 10), 0])
  })
  it('from the top by proportions', () => {
    const input = inputOf([[9], [1], [2]], { parents: [null, 0, 0] })
    expect(shareOut(input, (node) => at(input.base[node], 0)).middles).toEqual([[9], [3], [6]])
    // The last four periods: (1/4 + 2/4 + 1/4 + 2/4) / 4 and the rest.
    const histories = [
      [4, 4, 4, 4],
      [1, 2, 1, 2],
      [3, 2, 3, 2]
    ]
    expect(wayOf('topDownHistory').reconcile({ ...input, histories }).middles).toEqual([[9], [3.375], [5.625]])
  })
})

/** A random tree: up to nine nodes below the company, each under any before it. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 9 })
  .map((picks): Parents => [null, ...picks.map((pick, place) => pick % (place + 1))])
const cases = fc.tuple(trees, fc.integer({ min: 1, max: 1e6 })).map(([tree, seed]): ReconcileInput => {
  const random = makeRandom(seed, 'trees')
  const leaves = childrenOf(tree).map((own) => own.length === 0)
  const histories = tree.map(() => listOf(12, () => 50 + 40 * random.next()))
  const summed = listOf(12, (t) => addUp(tree, columnOf(histories, t)))
  const errors = tree.map(() => listOf(16, () => (1 + 9 * random.next()) * random.normal()))
  return {
    parents: tree,
    base: tree.map((_, node) => listOf(3, () => (leaves[node] ? 100 : 300) * random.next())),
    histories: tree.map((_, node) => summed.map((row) => at(row, node))),
    covariance: shrinkCovariance(errors),
    seasonLength: 4,
    isFloored: tree.map(() => true)
  }
})

describe('laws of every way', () => {
  for (const way of reconcilers) {
    it(`${way.id}: what comes out adds up, at every node and step, and nothing is below zero`, () => {
      fc.assert(
        fc.property(cases, (input) => {
          const { middles } = way.reconcile(input)
          for (let step = 0; step < 3; step += 1) {
            const own = columnOf(middles, step)
            addUp(input.parents, own).forEach((sum, node) => {
              expect(at(own, node)).toBeCloseTo(sum, 6)
            })
            expect(Math.min(...own)).toBeGreaterThan(-1e-7)
          }
        }),
        { numRuns: 60 }
      )
    })
    it(`${way.id}: the order of siblings changes nothing`, () => {
      fc.assert(
        fc.property(cases, (input) => {
          // The same tree written down with children in the other order.
          const order: number[] = []
          const children = childrenOf(input.parents)
          const visit = (node: number): void => {
            order.push(node)
            for (const child of (children[node] ?? []).toReversed()) visit(child)
          }
          visit(0)
          const placeOf = new Map(order.map((node, place) => [node, place]))
          const size = input.parents.length
          const turned: ReconcileInput = {
            ...input,
            parents: order.map((node) => {
              const parent = input.parents[node] ?? null
              return parent === null ? null : (placeOf.get(parent) ?? null)
            }),
            base: order.map((node) => input.base[node] ?? []),
            histories: order.map((node) => input.histories[node] ?? []),
            covariance: {
              ...input.covariance,
              values: Float64Array.from({ length: size * size }, (_, k) =>
                at(input.covariance.values, (order[Math.floor(k / size)] ?? 0) * size + (order[k % size] ?? 0))
              )
            }
          }
          const [one, other] = [way.reconcile(input), way.reconcile(turned)]
          order.forEach((node, place) => {
            one.middles[node]?.forEach((value, step) => {
              expect(at(other.middles[place], step)).toBeCloseTo(value, 6)
            })
            expect(other.widths[place] ?? 0).toBeCloseTo(one.widths[node] ?? 0, 6)
          })
        }),
        { numRuns: 40 }
      )
    })
    // Shared out as in the last year, forecasts that add up are others all the same.
    if (way.id !== 'topDownHistory')
      it(`${way.id}: what adds up already stays as it is`, () => {
        fc.assert(
          fc.property(cases, (input) => {
            const summed = listOf(3, (step) => addUp(input.parents, columnOf(input.base, step)))
            const base = input.parents.map((_, node) => summed.map((row) => at(row, node)))
            expect(farthest(way.reconcile({ ...input, base }).middles, base)).toBeLessThan(1e-6)
          }),
          { numRuns: 60 }
        )
      })
  }
  it('minimum trace makes no error wider, whatever the tree', () => {
    fc.assert(
      fc.property(cases, (input) => {
        for (const width of wayOf('minimumTrace').reconcile(input).widths) expect(width).toBeLessThan(1 + 1e-6)
      })
    )
  })
  it('weights that are all the same are ordinary least squares, by whatever factor', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const same = reconcileProjected(input, diagonal(input.parents.map(() => 7)))
        expect(farthest(same.middles, wayOf('ordinary').reconcile(input).middles)).toBeLessThan(1e-6)
      })
    )
  })
})

describe('whole numbers', () => {
  it('by largest remainders', () => {
    expect(roundTree([null, 0, 0, 0], [2, 0.6, 0.7, 0.7])).toEqual([2, 0, 1, 1])
  })
  it('add up at every node, no value moves by 1, and a 0 stays one', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 1e6 }), (tree, seed) => {
        const random = makeRandom(seed, 'rounding')
        const values = addUp(
          tree,
          tree.map(() => (random.next() < 0.2 ? 0 : (random.next() - 0.3) * 10 ** Math.floor(9 * random.next())))
        )
        const rounded = roundTree(tree, values)
        expect(rounded.every(Number.isInteger)).toBe(true)
        expect(addUp(tree, rounded)).toEqual(rounded.map((value) => value + 0))
        values.forEach((value, node) => {
          expect(Math.abs(at(rounded, node) - value)).toBeLessThan(1)
          if (value === 0) expect(Math.abs(at(rounded, node))).toBe(0)
        })
      }),
      { numRuns: 300 }
    )
  })
})

const seasonal = (seed: number, count: number, level: number): number[] => {
  const random = makeRandom(seed, 'parts')
  return listOf(count, (t) =>
    Math.round(level * (1 + 0.2 * Math.sin((t * Math.PI) / 6)) * Math.exp(0.1 * random.normal()))
  )
}

describe('parts', () => {
  const made = new Map<string, PartBase>()
  const node = (
    key: string,
    parent: number | null,
    values: readonly number[],
    kind: PartNode['kind'] = 'seller'
  ): PartNode => ({
    key,
    kind,
    name: key,
    parent,
    values,
    notes: []
  })
  const [ana, bo, gone] = [seasonal(1, 36, 50_000), seasonal(2, 20, 30_000), seasonal(3, 30, 40_000)]
  const sum = (...many: (readonly number[])[]) =>
    listOf(36, (t) => many.reduce((total, own) => total + (own[own.length - 36 + t] ?? 0), 0))
  const cutGone = [...gone, 0, 0, 0, 0, 0, 0]
  const nodes = [
    node('company', null, sum(ana, bo, cutGone), 'company'),
    node('team:1', 0, sum(ana, cutGone), 'team'),
    node('ana', 1, ana),
    node('new', 1, []),
    node('gone', 1, cutGone, 'leavers'),
    node('bo', 0, bo)
  ]
  const bases = nodes.map((each) => {
    if (each.values.length === 0) return undefined
    const found = made.get(each.key) ?? forecastPart(each.values, 12, 6)
    made.set(each.key, found)
    return found
  })
  const ask = (more: Partial<Parameters<typeof addUpParts>[0]> = {}) =>
    addUpParts({
      nodes,
      bases,
      reconciler: 'minimumTrace',
      leavers: 'end',
      horizon: 6,
      seasonLength: 12,
      yearSteps: { from: 3, to: 6 },
      ...more
    })
  const part = (parts: readonly PartForecast[], key: string): PartForecast => {
    const found = parts.find((each) => each.key === key)
    if (!found) throw new Error(`no ${key}`)
    return found
  }

  for (const { id } of reconcilers)
    it(`${id}: every whole is the sum of its parts to the minor unit, in each period, in all and in the year`, () => {
      const { parts, summary } = ask({ reconciler: id })
      for (const read of [
        ...listOf(6, (step) => (each: PartForecast) => each.points[step]?.middleMinor),
        (each: PartForecast) => each.total.middleMinor,
        (each: PartForecast) => each.year?.middleMinor
      ])
        for (const whole of ['company', 'team:1']) {
          const below = parts
            .filter((each) => each.parentKey === whole)
            .reduce((total, each) => total + (read(each) ?? 0), 0)
          expect(read(part(parts, whole))).toBe(below)
        }
      expect(summary?.companyMinor).toBe(part(parts, 'company').total.middleMinor)
      expect(summary?.leaves).toBe(2)
      const shares = parts.filter((each) => each.parentKey === 'company').map((each) => each.shareRatio ?? 0)
      expect(shares.reduce((total, each) => total + each, 0)).toBeCloseTo(1, 10)
    })

  it('says who has no history and who ended, and keeps both out of the sums', () => {
    const { parts } = ask()
    expect(part(parts, 'new')).toMatchObject({ status: 'noHistory', method: null })
    expect(part(parts, 'new').total).toMatchObject({ baseMinor: null, middleMinor: null, low80Minor: null })
    expect(part(parts, 'gone')).toMatchObject({ status: 'ended' })
    expect(part(parts, 'gone').total.middleMinor).toBe(0)
    expect(part(ask({ leavers: 'goOn' }).parts, 'gone').status).toBe('forecast')
    expect(part(parts, 'bo').history.slice(0, 17)).toEqual([...listOf(16, () => null), bo[0]])
    expect(part(parts, 'ana').lastYearMinor).toBe(ana.slice(-12).reduce((total, each) => total + each, 0))
  })

  it('the base is the automatic forecast, and the range lies around the new middle', () => {
    const { parts } = ask()
    const own = forecastAutomatically({ values: ana, seasonLength: 12, horizon: 6 })
    const shown = part(parts, 'ana')
    expect(shown.points.map((point) => point.baseMinor)).toEqual(own.middle.map(Math.round))
    shown.points.forEach((point, step) => {
      const width = shown.widthRatio ?? Number.NaN
      const range = own.ranges?.[step]
      const high =
        at(
          shown.points.map((each) => each.middleMinor ?? 0),
          step
        ) +
        ((range?.high80 ?? 0) - at(own.middle, step)) * width
      expect(point.high80Minor).toBe(Math.round(high))
      expect(point.low95Minor ?? 0).toBeLessThan(point.low80Minor ?? 0)
      expect(point.low80Minor ?? 0).toBeLessThan(point.middleMinor ?? 0)
    })
    // The sum's range is narrower than the ranges added up.
    const added = shown.points.reduce((total, point) => total + (point.high95Minor ?? 0), 0)
    expect(shown.total.high95Minor ?? 0).toBeLessThan(added)
  })

  it('the pulls say where a change came from, to within rounding', () => {
    const { parts } = ask()
    for (const key of ['company', 'team:1', 'ana', 'bo']) {
      const { total, pulls } = part(parts, key)
      const moved = pulls.reduce((sumSoFar, pull) => sumSoFar + pull.movedMinor, 0)
      expect(Math.abs((total.middleMinor ?? 0) - (total.baseMinor ?? 0) - moved)).toBeLessThan(10)
    }
    const { total } = part(parts, 'company')
    const tops = (part(parts, 'team:1').total.baseMinor ?? 0) + (part(parts, 'bo').total.baseMinor ?? 0)
    const pull = part(parts, 'ana').pulls.find((each) => each.key === 'company')
    expect(Math.abs((pull?.gapMinor ?? 0) - ((total.baseMinor ?? 0) - tops))).toBeLessThan(5)
  })

  it('while one is missing nothing adds up, and what is made is shown', () => {
    const { parts, summary } = ask({ bases: bases.map((base, place) => (place === 5 ? undefined : base)) })
    expect(summary).toBeNull()
    expect(part(parts, 'bo').status).toBe('waiting')
    expect(part(parts, 'company').status).toBe('forecast')
    expect(part(parts, 'company').total.baseMinor).toBeGreaterThan(0)
    expect(part(parts, 'ana').total.middleMinor).toBeNull()
    expect(part(parts, 'ana').total.baseMinor).toBeGreaterThan(0)
  })

  it('a part that is the whole under another name has its figures, and is no second witness', () => {
    const [company, ...rest] = nodes
    if (!company) throw new Error('no company')
    const under = [
      company,
      { ...company, key: 'all', parent: 0 },
      ...rest.map((each) => ({ ...each, parent: (each.parent ?? 0) + 1 }))
    ]
    const own = [bases[0], ...bases]
    const [once, twice] = [ask(), ask({ nodes: under, bases: own })]
    expect(part(twice.parts, 'all').points).toEqual(part(once.parts, 'company').points)
    for (const key of ['company', 'team:1', 'ana', 'bo'])
      expect(part(twice.parts, key).points).toEqual(part(once.parts, key).points)
    expect(twice.summary).toEqual(once.summary)
  })

  it('everybody left: nothing is forecast for the company either', () => {
    const alone = [node('company', null, cutGone, 'company'), node('gone', 0, cutGone, 'leavers')]
    const own = alone.map((each) => forecastPart(each.values, 12, 6))
    const { parts, summary } = ask({ nodes: alone, bases: own })
    expect(parts.map((each) => [each.status, each.total.middleMinor])).toEqual([
      ['ended', 0],
      ['ended', 0]
    ])
    expect(summary).toBeNull()
  })

  it('a part of few values is held to be as wrong as it is large, and says so', () => {
    const few = [
      node('company', null, sum(ana, [900, 1100]), 'company'),
      node('ana', 0, ana),
      node('two', 0, [900, 1100])
    ]
    const own = few.map((each) => forecastPart(each.values, 12, 6))
    const { parts } = ask({ nodes: few, bases: own })
    expect(part(parts, 'two').notes).toContainEqual({ kind: 'fewErrors', count: 1 })
    expect(part(parts, 'ana').notes.some((note) => note.kind === 'fewErrors')).toBe(false)
  })

  it('no parts, nothing', () => {
    expect(ask({ nodes: [], bases: [] }).parts).toEqual([])
  })
})
