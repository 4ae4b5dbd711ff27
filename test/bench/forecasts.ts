// How long a forecast takes: the automatic one of a monthly series of a hundred values with trials and ranges, each single method, and all of them
// tried on the past. Against plain smoothing of the same values with a fixed setting, a great many times over, in the same run.
import { forecastAutomatically } from '../../src/shared/forecasts/automatic/automatic.ts'
import { compareMethods } from '../../src/shared/forecasts/backtest.ts'
import { forecastMethods, methodIds } from '../../src/shared/forecasts/methods/index.ts'
import { findRanges } from '../../src/shared/forecasts/range.ts'
import { makeRandom } from '../../src/shared/math/random.ts'
import { type Bench, repetitions } from './bench.ts'

const count = 100
const seasonLength = 12
const horizon = 18
const smoothings = 20_000

const random = makeRandom(1, 'forecasts')
/** Monthly sales with growth, a season and chance. */
const values = Array.from(
  { length: count },
  (_, t) => (1000 + 10 * t) * (1 + 0.3 * Math.sin((t * Math.PI) / 6)) * Math.exp(0.05 * random.normal())
)

let seen = 0
function smoothPlainly(): void {
  let sum = 0
  for (let run = 0; run < smoothings; run += 1) {
    let level = values[0] ?? 0
    const alpha = 0.1 + (0.8 * run) / smoothings
    for (let t = 1; t < count; t += 1) level += alpha * ((values[t] ?? 0) - level)
    sum += level
  }
  seen += sum
  if (!Number.isFinite(seen)) throw new Error('Smoothing went wrong')
}

/** Processor time in ms: other programs on the machine don't count. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const benchOf = (name: string, aim: number, work: () => void, times = 1): Bench => ({
  name: `forecasts ${name}, against ${smoothings.toLocaleString('en')} plain smoothings of the same ${count} values`,
  aim,
  async measure() {
    const measured = { product: [] as number[], bare: [] as number[], unit: 'ms' as const }
    for (let run = -2; run < 2 * repetitions; run += 1) {
      const bare = timeOf(smoothPlainly)
      const product = timeOf(() => {
        for (let time = 0; time < times; time += 1) work()
      })
      if (run < 0) continue
      measured.bare.push(bare)
      measured.product.push(product / times)
    }
    return measured
  }
})

// The reference takes about 5 ms where the automatic forecast is to take 60 ms and a single method 10 ms.
const automaticAim = 12
const singleAim = 2
const allAim = 200

export const forecasts: readonly Bench[] = [
  benchOf('automatic, with trials and ranges', automaticAim, () => {
    if (forecastAutomatically({ values, seasonLength, horizon }).ranges === null) throw new Error('no ranges')
  }),
  ...forecastMethods
    .filter(({ id }) => id !== 'automatic')
    .map((method) =>
      benchOf(
        `by ${method.id}`,
        singleAim,
        () => {
          findRanges(method.forecast({ values, seasonLength, horizon }), values)
        },
        5
      )
    ),
  benchOf('all methods tried on the past', allAim, () => {
    if (compareMethods(values, seasonLength, { horizon, methods: methodIds }).origins !== 6)
      throw new Error('no trials')
  })
]
