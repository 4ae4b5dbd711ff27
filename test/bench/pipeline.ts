// How long the simulation of the pipeline takes: 10,000 runs of 5,000 open deals in 12 periods, against a bare loop that makes as many random numbers
// and puts them into a typed array. As many: one for each deal and run that says whether it is won, and one for each won deal that says when.
import { say } from '../../build/steps/terminal.ts'
import { type DrawnDeals, drawDeals, lanes } from '../../src/shared/forecasts/pipeline/draw-deals.ts'
import { simulate } from '../../src/shared/forecasts/pipeline/simulate.ts'
import { makeStreamSeed } from '../../src/shared/forecasts/pipeline/stream.ts'
import { type Bench, type Measured, repetitions } from './bench.ts'

const [dealCount, periods, runs, owners] = [5_000, 12, 10_000, 60]
/** Part of the deals that is won within the periods, on average. */
const wonRatio = 0.3

/** Deals whose chances are spread evenly around the mean. */
function makeDeals(): DrawnDeals {
  const chance = (at: number): number => 2 * wonRatio * ((at * 0.618034) % 1)
  const column = (value: (at: number) => number): Float64Array =>
    Float64Array.from({ length: dealCount }, (_, at) => value(at))
  return {
    count: dealCount,
    periods,
    odds: column((at) => chance(at) / (1 - chance(at))),
    within: column(() => 1),
    keep: new Int32Array(dealCount * periods).fill(40_000),
    alias: Uint8Array.from({ length: dealCount * periods }, (_, at) => (at * 7) % periods),
    amounts: column((at) => 1_000_00 + at),
    poolStart: new Int32Array(dealCount),
    poolCount: new Int32Array(dealCount),
    pool: new Float64Array(0),
    owner: Int32Array.from({ length: dealCount }, (_, at) => at % owners),
    keys: Int32Array.from({ length: dealCount }, (_, at) => at + 1)
  }
}

/** The same kind of random numbers, one after another, into an array. */
function bareDraws(): number {
  const draws = new Uint32Array(dealCount)
  let [s0, s1] = [0x12345678, 0x9abcdef]
  const rounds = Math.round(runs * (1 + wonRatio))
  for (let round = 0; round < rounds; round += 1)
    for (let at = 0; at < dealCount; at += 1) {
      draws[at] = Math.imul(s0, 0x9e3779bb)
      s1 ^= s0
      s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9)
      s1 = (s1 << 13) | (s1 >>> 19)
    }
  return draws[dealCount - 1] ?? 0
}

const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}

export const pipelineRuns: Bench = {
  name: 'pipeline 10,000 runs x 5,000 deals x 12 periods: processor time, against as many bare random numbers',
  aim: 3,
  async measure(): Promise<Measured> {
    const deals = makeDeals()
    const shocks = new Float64Array(Math.ceil(runs / lanes)).fill(1)
    const groups = Array.from({ length: owners }, (_, owner) => [owner])
    const [product, bare]: [number[], number[]] = [[], []]
    // Once for the compiler.
    drawDeals(deals, 1, makeStreamSeed(1, 'warm'), 0, -1, {
      byPeriod: new Float64Array(periods * lanes),
      byOwner: new Float64Array(owners * lanes)
    })
    bareDraws()
    let mean = 0
    for (let each = 0; each < repetitions; each += 1) {
      bare.push(cpuOf(bareDraws))
      product.push(
        cpuOf(() => {
          const { total } = simulate(deals, [], shocks, groups, { runs, seed: each, owners })
          mean = total.reduce((sum, value) => sum + value, 0) / runs
        })
      )
    }
    const expected = deals.amounts.reduce((sum, amount, at) => {
      const odds = deals.odds[at] ?? 0
      return sum + (amount * odds) / (1 + odds)
    }, 0)
    if (Math.abs(mean / expected - 1) > 0.005) throw new Error('The simulation went wrong')
    say(`        ${Math.round(Math.max(...product))} ms at most`)
    return { product, bare, unit: 'ms' }
  }
}
