// How people's calls turned out: who calls too much and who too little, drawn towards all by as much as their calls are few.
import { mean } from '#shared/math/mean.ts'
import { standardDeviation } from '#shared/math/standard-deviation.ts'
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'
import type { CallBias, CalledActual, PersonCall } from '../pipeline-types.ts'

/** What calls miss by from period to period before a person's own tell (standard deviation), and how much people differ. Declared. */
const [declaredMiss, declaredSpread] = [0.3, 0.15]
const leastPeople = 5

interface Misses {
  readonly personKey: string
  readonly category: PersonCall['category']
  readonly errors: readonly number[]
  readonly leftOut: number
}

/**
 * Measures the bias of calls: how much more or less came than was called, by person and category.
 *
 * A person's calls of one cut and period count once, by their mean, and only when what came is known. The mean error is drawn towards that of everybody's
 * calls of the category, and that towards none, by as much as few periods make it uncertain.
 *
 * @param calls what people called
 * @param actuals what came, of periods that have ended
 * @returns one line a person and category, in order of both
 * @missing people whose calls are all of running periods have n 0, no mean, and the bias of everybody
 * @source normal means with known order of spread: B. Efron and C. Morris, "Data Analysis Using Stein's Estimator", JASA 70 (1975); spread of people by
 *   DerSimonian and Laird (1986)
 * @example biasOfCalls([], []) // []
 */
export function biasOfCalls(calls: readonly PersonCall[], actuals: readonly CalledActual[]): CallBias[] {
  const came = new Map(actuals.map(({ cutKey, periodKey, amountMinor }) => [`${cutKey}\n${periodKey}`, amountMinor]))
  const misses = gatherMisses(calls, came)
  return [...new Set(misses.map(({ category }) => category))].sort().flatMap((category) => {
    const of = misses.filter((each) => each.category === category)
    const miss = missSize(of.flatMap(({ errors }) => (errors.length < 2 ? [] : [errors])))
    const told = of.filter(({ errors }) => errors.length > 0)
    const spread = personSpread(told, miss)
    const everybody = commonBias(told, miss, spread)
    return of.map(({ personKey, errors, leftOut }): CallBias => {
      const n = errors.length
      const own = mean(errors) ?? null
      const trust = spread === 0 ? 0 : n / (n + miss ** 2 / spread ** 2)
      const biasRatio = everybody + trust * ((own ?? everybody) - everybody)
      const reach = n < 2 ? null : ownReach(errors, miss)
      return {
        personKey,
        category,
        n,
        leftOut,
        meanErrorRatio: own,
        biasRatio,
        lowRatio: reach === null ? null : biasRatio - reach,
        highRatio: reach === null ? null : biasRatio + reach
      }
    })
  })
}

/**
 * Corrects a call by its person's bias.
 *
 * @param amountMinor what is called
 * @param bias of the person and category
 * @returns what such calls come to with its 80 % range, whole minor units
 * @missing the range is null where fewer than two of the person's periods have ended
 * @example correctCall(1000, { biasRatio: -0.2, lowRatio: null, highRatio: null }).middleMinor // 800
 */
export function correctCall(
  amountMinor: number,
  { biasRatio, lowRatio, highRatio }: Pick<CallBias, 'biasRatio' | 'lowRatio' | 'highRatio'>
): { lowMinor: number | null; middleMinor: number; highMinor: number | null } {
  const move = (ratio: number): number => Math.round(amountMinor * (1 + ratio))
  return {
    lowMinor: lowRatio === null ? null : move(lowRatio),
    middleMinor: move(biasRatio),
    highMinor: highRatio === null ? null : move(highRatio)
  }
}

function gatherMisses(calls: readonly PersonCall[], came: ReadonlyMap<string, number>): Misses[] {
  const people = new Map<string, { call: PersonCall; periods: Map<string, number[]> }>()
  for (const call of calls) {
    const key = `${call.category}\n${call.personKey}`
    const held = people.get(key) ?? { call, periods: new Map<string, number[]>() }
    people.set(key, held)
    const period = `${call.cutKey}\n${call.periodKey}`
    const amounts = held.periods.get(period) ?? []
    held.periods.set(period, amounts)
    amounts.push(call.amountMinor)
  }
  return [...people.values()]
    .map(({ call, periods }) => {
      const errors: number[] = []
      let leftOut = 0
      for (const [period, amounts] of periods) {
        const actual = came.get(period)
        const called = mean(amounts) ?? 0
        if (actual === undefined) continue
        if (called > 0) errors.push(actual / called - 1)
        else leftOut += 1
      }
      return { personKey: call.personKey, category: call.category, errors, leftOut }
    })
    .sort((one, other) => (one.personKey < other.personKey ? -1 : one.personKey > other.personKey ? 1 : 0))
}

/** What calls miss by around their person's own mean, pooled; the declared one counts as four periods. */
function missSize(groups: readonly (readonly number[])[]): number {
  let [squares, degrees] = [0, 0]
  for (const errors of groups) {
    const middle = mean(errors) ?? 0
    squares += errors.reduce((sum, error) => sum + (error - middle) ** 2, 0)
    degrees += errors.length - 1
  }
  return Math.sqrt((squares + 4 * declaredMiss ** 2) / (degrees + 4))
}

function personSpread(told: readonly Misses[], miss: number): number {
  if (told.length < leastPeople) return declaredSpread
  const groups = told.map(({ errors }) => ({ own: mean(errors) ?? 0, weight: errors.length / miss ** 2 }))
  const weights = groups.reduce((sum, { weight }) => sum + weight, 0)
  const squares = groups.reduce((sum, { weight }) => sum + weight ** 2, 0)
  const middle = groups.reduce((sum, { own, weight }) => sum + weight * own, 0) / weights
  const excess = groups.reduce((sum, { own, weight }) => sum + weight * (own - middle) ** 2, 0)
  return Math.sqrt(Math.max(0, (excess - (groups.length - 1)) / (weights - squares / weights)))
}

/** Everybody's mean, each person weighing by how surely theirs is known, drawn towards no bias. */
function commonBias(told: readonly Misses[], miss: number, spread: number): number {
  let [weights, sum] = [0, 0]
  for (const { errors } of told) {
    const weight = 1 / (spread ** 2 + miss ** 2 / errors.length)
    weights += weight
    sum += weight * (mean(errors) ?? 0)
  }
  return sum / (weights + 1 / declaredSpread ** 2)
}

/** How far from the bias the next call may well lie, both ways. */
function ownReach(errors: readonly number[], miss: number): number {
  const n = errors.length
  const own = standardDeviation(errors) ?? miss
  const size = Math.sqrt(((n - 1) * own ** 2 + 4 * miss ** 2) / (n + 3))
  return studentTQuantile(0.9, n + 3) * size * Math.sqrt(1 + 1 / n)
}
