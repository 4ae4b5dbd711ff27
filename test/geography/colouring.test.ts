// Colours that keep neighbours apart: laws over graphs drawn at random, and what can't be done.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourNeighbours, hueCount, loadLayer, touchingTerritories } from '#shared/geography/index.ts'

type Pair = [number, number]

/** Cells of a grid, some joined into larger regions: a map in the plane, so four colours would do. */
const planarMap = fc
  .record({
    across: fc.integer({ min: 1, max: 9 }),
    down: fc.integer({ min: 1, max: 9 }),
    joins: fc.array(fc.nat(200), { maxLength: 40 })
  })
  .map(({ across, down, joins }) => {
    const region = Array.from({ length: across * down }, (_, cell) => cell)
    for (const join of joins) {
      const cell = join % region.length
      const right = (cell + 1) % across === 0 ? cell : cell + 1
      const [from, to] = [region[right]!, region[cell]!]
      for (let k = 0; k < region.length; k++) if (region[k] === from) region[k] = to
    }
    const names = [...new Set(region)]
    const pairs: Pair[] = []
    region.forEach((name, cell) => {
      for (const other of [(cell + 1) % across === 0 ? cell : cell + 1, cell + across])
        if (region[other] !== undefined && region[other] !== name)
          pairs.push([names.indexOf(name), names.indexOf(region[other]!)])
    })
    return { count: names.length, pairs }
  })

const clashes = (looks: readonly number[], pairs: readonly Pair[]): Pair[] =>
  pairs.filter(([a, b]) => a !== b && looks[a]! % hueCount === looks[b]! % hueCount)

describe('colourNeighbours', () => {
  test('of a row of three the middle chooses first', () => {
    expect(
      colourNeighbours(3, [
        [0, 1],
        [1, 2]
      ])
    ).toEqual([1, 0, 2])
  })

  test('neighbours on a map never share a hue, and no two territories a look', () => {
    fc.assert(
      fc.property(planarMap, ({ count, pairs }) => {
        const looks = colourNeighbours(count, pairs)
        expect(clashes(looks, pairs)).toEqual([])
        expect(new Set(looks).size).toBe(count)
        expect(
          colourNeighbours(
            count,
            [...pairs].reverse().map(([a, b]): Pair => [b, a])
          )
        ).toEqual(looks)
      })
    )
  })

  test('a look of before is kept, save where neighbours would then share a hue', () => {
    fc.assert(
      fc.property(planarMap, fc.array(fc.option(fc.nat(63)), { maxLength: 90 }), ({ count, pairs }, before) => {
        const looks = colourNeighbours(count, pairs, before)
        expect(clashes(looks, pairs)).toEqual([])
        expect(new Set(looks).size).toBe(count)
        expect(colourNeighbours(count, pairs, looks)).toEqual(looks)
      })
    )
  })

  test('hues are used evenly where nobody touches: 64 looks for 64 territories', () => {
    const looks = colourNeighbours(64, [])
    expect([...looks].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, look) => look))
  })

  test('eight that all touch get eight hues; of nine, one pair shares one', () => {
    const all = (count: number): Pair[] =>
      Array.from({ length: count }, (_, a) => Array.from({ length: a }, (_, b): Pair => [a, b])).flat()
    expect(clashes(colourNeighbours(8, all(8)), all(8))).toEqual([])
    expect(clashes(colourNeighbours(9, all(9)), all(9))).toHaveLength(1)
  })

  test('a pair of a territory that is not there is an error', () => {
    expect(() => colourNeighbours(2, [[0, 2]])).toThrow()
  })

  test('sixty territories of counties', async () => {
    const { regions, neighbours } = await loadLayer('us-counties')
    const territoryOf = regions.map(({ centroid: [x, y] }) =>
      y < 24 || y > 50 ? -1 : Math.min(9, Math.floor((x + 125) / 5.9)) * 6 + Math.min(5, Math.floor((y - 24) / 4.4))
    )
    const touching = touchingTerritories(territoryOf, neighbours)
    expect(touching.length).toBeGreaterThan(100)
    expect(clashes(colourNeighbours(60, touching), touching)).toEqual([])
  })
})

test('territories touch where their regions do', () => {
  expect(
    touchingTerritories(
      [0, 0, 1, -1, 2],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 2],
        [4, 0]
      ]
    )
  ).toEqual([
    [0, 1],
    [0, 2]
  ])
})
