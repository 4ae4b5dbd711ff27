// Runs the pipeline many times: shocks to all win rates and to the volume of new deals, the outcome of every open deal, and the deals not made yet.
import { normalQuantile } from '#shared/math/normal-quantile.ts'
import { makeRandom, type Random } from '#shared/math/random.ts'
import { type DrawnDeals, drawDeals, lanes } from './draw-deals.ts'
import { drawPoisson } from './poisson.ts'
import type { DrawnNew } from './prepare.ts'
import { makeStreamSeed, makeWordStream, type WordStream } from './stream.ts'

export interface SimulationRun {
  /** Told every few hundred runs. */
  readonly onProgress?: (done: number, total: number) => void
  /** Asked as often; true ends the simulation. */
  readonly shouldStop?: () => boolean
}

export interface SimulationOptions {
  readonly runs: number
  readonly seed: number
  /** How many pairs of seller and team there are. */
  readonly owners: number
  /** Standard deviation of the logarithm of what new deals bring together. */
  readonly volumeShock?: number
}

export interface Simulated {
  /** Runs that were made: all, unless it was stopped. */
  readonly runs: number
  /** What open and new deals bring, one value a run. */
  readonly total: Float64Array
  readonly byPeriod: readonly Float64Array[]
  /** By group of owners; of very many groups only the first so many runs. */
  readonly byGroup: readonly Float64Array[]
}

/** Values of groups that are held at most: beyond, groups see fewer runs. */
const mostHeld = 20_000_000
/** Sums of so many amounts are drawn ready-made where there are many new deals. */
const [batch, batches] = [32, 1024]

/**
 * Gives the shocks of all blocks: the odds of winning are multiplied by one of them in each run.
 *
 * The shocks are the normal distribution's quantiles, evenly spaced and in random order, so that few blocks are spread as well as many.
 *
 * @param blocks how many
 * @param size standard deviation of their logarithms
 * @param random for their order
 * @returns factors
 * @source stratified sampling: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), chapter 5
 * @example makeShocks(3, 0, makeRandom(1)) // [1, 1, 1]
 */
export function makeShocks(blocks: number, size: number, random: Random): Float64Array {
  const quantiles = Array.from({ length: blocks }, (_, at) => normalQuantile((at + 0.5) / blocks))
  const variance = quantiles.reduce((sum, value) => sum + value * value, 0) / blocks
  // Quantiles in the middle of their stretches lie a little too close together.
  const scale = variance > 0 ? size / Math.sqrt(variance) : 0
  return Float64Array.from(random.shuffle(quantiles), (value) => Math.exp(scale * value))
}

/**
 * Simulates what open and new deals bring.
 *
 * @param deals open deals, ready to be drawn, with odds that fit the shocks
 * @param news lines of new deals, ready to be drawn
 * @param shocks one a block of 32 runs
 * @param groups by group, the owners in it
 * @param options how many runs, and the seed
 * @param run whom to tell
 * @returns sums of each run
 * @example simulate(deals, [], shocks, [], { runs: 1000, seed: 1, owners: 1 }).runs // 1000
 */
export function simulate(
  deals: DrawnDeals,
  news: readonly DrawnNew[],
  shocks: Float64Array,
  groups: readonly (readonly number[])[],
  { runs, seed, owners, volumeShock = 0 }: SimulationOptions,
  run: SimulationRun = {}
): Simulated {
  const { periods } = deals
  const blocks = Math.ceil(runs / lanes)
  const dealSeed = makeStreamSeed(seed, 'open deals')
  const newSeed = makeStreamSeed(seed, 'new deals')
  const byPeriod = Array.from({ length: periods }, () => new Float64Array(runs))
  const groupRuns = Math.min(runs, Math.floor(mostHeld / Math.max(1, groups.length)))
  const byGroup = groups.map(() => new Float64Array(groupRuns))
  const total = new Float64Array(runs)
  const sums = { byPeriod: new Float64Array(periods * lanes), byOwner: new Float64Array(owners * lanes) }
  const volumes = new Float64Array(lanes)
  const better = new Float64Array(lanes)
  const ready = news.map((line, at) => readyNew(line, makeWordStream(newSeed, -1 - at)))
  let done = 0
  for (let block = 0; block < blocks; block += 1) {
    const from = block * lanes
    const here = Math.min(lanes, runs - from)
    const shock = shocks[block]!
    sums.byPeriod.fill(0)
    sums.byOwner.fill(0)
    drawDeals(deals, shock, dealSeed, block, -1 << (lanes - here), sums)
    if (news.length > 0) {
      const random = makeRandom(seed, `volume ${block}`)
      for (let lane = 0; lane < here; lane += 1)
        volumes[lane] = Math.exp(volumeShock * random.normal() - volumeShock ** 2 / 2)
      const stream = makeWordStream(newSeed, block)
      for (const [at, line] of news.entries()) {
        const shifted = line.odds * shock
        const rise = shifted === Number.POSITIVE_INFINITY ? 1 : shifted / (1 + shifted) / line.chanceRatio
        for (let lane = 0; lane < here; lane += 1) better[lane] = volumes[lane]! * rise
        drawNewPeriods(line, ready[at]!, better, here, stream, sums.byPeriod)
        if (from < groupRuns) drawNewOwners(line, better, here, stream, sums.byOwner)
      }
    }
    for (let period = 0; period < periods; period += 1) {
      const column = byPeriod[period]!
      for (let lane = 0; lane < here; lane += 1) {
        const value = sums.byPeriod[period * lanes + lane]!
        column[from + lane] = value
        total[from + lane]! += value
      }
    }
    const grouped = Math.min(here, groupRuns - from)
    for (let group = 0; group < groups.length; group += 1) {
      const column = byGroup[group]!
      for (const owner of groups[group]!)
        for (let lane = 0; lane < grouped; lane += 1) column[from + lane]! += sums.byOwner[owner * lanes + lane]!
    }
    done = from + here
    if (block % 10 === 9 || block === blocks - 1) {
      run.onProgress?.(done, runs)
      if (run.shouldStop?.() === true) break
    }
  }
  if (done === runs) return { runs, total, byPeriod, byGroup }
  const cut = (column: Float64Array): Float64Array => column.subarray(0, Math.min(done, column.length))
  return { runs: done, total: cut(total), byPeriod: byPeriod.map(cut), byGroup: byGroup.map(cut) }
}

/** Ready-made sums of many amounts, moved so that they have the amounts' own mean. */
function readyNew({ amounts }: DrawnNew, stream: WordStream): Float64Array {
  const sums = new Float64Array(batches)
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length
  let total = 0
  for (let at = 0; at < batches; at += 1) {
    for (let each = 0; each < batch; each += 1) sums[at]! += amounts[Math.floor(stream.ratio() * amounts.length)]!
    total += sums[at]!
  }
  const excess = total / batches - mean * batch
  for (let at = 0; at < batches; at += 1) sums[at]! -= excess
  return sums
}

function drawNewPeriods(
  { wins, amounts }: DrawnNew,
  ready: Float64Array,
  volumes: Float64Array,
  here: number,
  stream: WordStream,
  byPeriod: Float64Array
): void {
  const count = amounts.length
  for (let period = 0; period < wins.length; period += 1)
    for (let lane = 0; lane < here; lane += 1) {
      let left = drawPoisson(wins[period]! * volumes[lane]!, stream)
      let sum = 0
      for (; left >= batch; left -= batch) sum += ready[Math.floor(stream.ratio() * batches)]!
      for (; left > 0; left -= 1) sum += amounts[Math.floor(stream.ratio() * count)]!
      byPeriod[period * lanes + lane]! += sum
    }
}

/** Each owner's new deals by themselves: a part of a Poisson count is a Poisson count. */
function drawNewOwners(
  { wins, amounts, firsts }: DrawnNew,
  volumes: Float64Array,
  here: number,
  stream: WordStream,
  byOwner: Float64Array
): void {
  const all = wins.reduce((sum, each) => sum + each, 0)
  for (let owner = 0; owner < firsts.length - 1; owner += 1) {
    const first = firsts[owner]!
    const count = firsts[owner + 1]! - first
    if (count === 0) continue
    const mean = (all * count) / amounts.length
    for (let lane = 0; lane < here; lane += 1) {
      let sum = 0
      for (let left = drawPoisson(mean * volumes[lane]!, stream); left > 0; left -= 1)
        sum += amounts[first + Math.floor(stream.ratio() * count)]!
      byOwner[owner * lanes + lane]! += sum
    }
  }
}
