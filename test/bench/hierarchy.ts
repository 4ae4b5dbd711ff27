// How long it takes to forecast three hundred sellers' monthly sales with their teams and the company, and to make them add up: against fitting
// every form of exponential smoothing to each of the same series in the same run, which takes about 1.2 s where the limit is 15 s.
import { fitEts } from '../../src/shared/forecasts/ets/fit.ts'
import { etsForms } from '../../src/shared/forecasts/ets/form.ts'
import { forecastPart } from '../../src/shared/forecasts/hierarchy/forecast-part.ts'
import { addUpParts, type PartNode } from '../../src/shared/forecasts/hierarchy/parts.ts'
import { makeRandom } from '../../src/shared/math/random.ts'
import type { Bench } from './bench.ts'

const [teams, sellersOfTeam, months, horizon] = [30, 10, 48, 12]

/** Sellers with a season, growth, chance and something in common; one in eight sells now and then. */
function makeSellers(seed: number): PartNode[] {
  const random = makeRandom(seed, 'bench')
  const common = Array.from({ length: months }, () => 0.1 * random.normal())
  const sales = (): number[] => {
    const [level, growth, isRare] = [
      40_000 * Math.exp(0.5 * random.normal()),
      0.005 * random.normal(),
      random.chance(1 / 8)
    ]
    return common.map((shared, t) => {
      if (isRare && random.chance(0.65)) return 0
      const season = 1 + 0.25 * Math.sin((t * Math.PI) / 6)
      return Math.round(level * season * Math.exp(growth * t + shared + 0.3 * random.normal()))
    })
  }
  const sum = (many: readonly (readonly number[])[]) =>
    common.map((_, t) => many.reduce((total, own) => total + (own[t] ?? 0), 0))
  const all = Array.from({ length: teams }, () => Array.from({ length: sellersOfTeam }, sales))
  const node = (key: string, kind: PartNode['kind'], parent: number | null, values: number[]): PartNode => ({
    key,
    kind,
    name: key,
    parent,
    values,
    notes: []
  })
  const nodes = [node('company', 'company', null, sum(all.flat()))]
  all.forEach((team, at) => {
    const place = nodes.push(node(`team:${at}`, 'team', 0, sum(team))) - 1
    team.forEach((values, seller) => {
      nodes.push(node(`seller:${at}/${seller}`, 'seller', place, values))
    })
  })
  return nodes
}

/** Time of this process alone: others may use the cores meanwhile. */
function timed(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1_000
}

function forecastAll(nodes: readonly PartNode[]): void {
  const bases = nodes.map((node) => forecastPart(node.values, 12, horizon))
  const { summary } = addUpParts({
    nodes,
    bases,
    reconciler: 'minimumTrace',
    leavers: 'end',
    horizon,
    seasonLength: 12,
    yearSteps: { from: 1, to: horizon }
  })
  if (summary?.leaves !== teams * sellersOfTeam) throw new Error('not all sellers were forecast')
}

function fitAll(nodes: readonly PartNode[]): void {
  for (const { values } of nodes) {
    const isPositive = values.every((value) => value > 0)
    for (const form of etsForms)
      if (isPositive || (form.error === 'A' && form.season !== 'M')) fitEts(Float64Array.from(values), form, 12)
  }
}

/** Two of them: a run takes a quarter of a minute. */
const runs = 2

export const hierarchy: Bench = {
  name: '300 sellers by month forecast and made to add up, against every form of smoothing fitted to each',
  aim: 12,
  measure: async () => {
    const nodes = makeSellers(1)
    const few = nodes.slice(0, 12)
    // Compiled first, as in a thread that has forecast before.
    for (const { values } of few) forecastPart(values, 12, horizon)
    fitAll(few)
    const product: number[] = []
    const bare: number[] = []
    for (let run = 0; run < runs; run += 1) {
      product.push(timed(() => forecastAll(nodes)))
      bare.push(timed(() => fitAll(nodes)))
    }
    return { product, bare, unit: 'ms' }
  }
}
