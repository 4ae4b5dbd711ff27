// A good and a bad case from what was measured: how far win rate, deal size and leads may lie from what the data show.
import { normalQuantile } from '#shared/math/normal-quantile.ts'
import type { CaseAssumptions, CaseBase, LeverId, LeverSetting } from '../case-types.ts'
import { getLever } from './levers/index.ts'

export interface ProposedLever {
  readonly lever: LeverId
  /** What was measured, with what it stands on. */
  readonly measured: number
  readonly n: number
  /** The 80 % range of the measure, as relative changes. */
  readonly lowChange: number
  readonly highChange: number
  /** What the bad and the good case move it by. */
  readonly badChange: number
  readonly goodChange: number
}

export interface CaseProposals {
  readonly base: CaseAssumptions
  /** Null when nothing was measured that a case could stand on. */
  readonly good: CaseAssumptions | null
  readonly bad: CaseAssumptions | null
  readonly levers: readonly ProposedLever[]
  /** Levers that would be moved if the data told. */
  readonly untold: readonly LeverId[]
}

const nothing: CaseAssumptions = { levers: [], hires: [], events: [] }

/**
 * Proposes a good and a bad case.
 *
 * Win rate by Wilson's range, deal size by Cox's for the mean of log-normal amounts, leads by the score range of a count. Three levers at the
 * good ends of their 80 % ranges at once are far rarer than one year in ten, so each is moved by the range at z ÷ √k, where z is that of one
 * lever and k how many move: together they are then no further out than one case in ten. Each has a range of its own, from nothing to that full
 * end, so that a picture shows which of them matters most.
 *
 * @param base with what was measured
 * @returns assumptions of the three cases and, by lever, what they stand on
 * @missing a lever without a measure is left out and listed in `untold`
 * @source E. B. Wilson, JASA 22 (1927); U. Olsson, "Confidence Intervals for the Mean of a Log-Normal Distribution", Journal of Statistics
 *   Education 13 (2005) (Cox's method); L. D. Brown, T. T. Cai and A. DasGupta, "Interval Estimation in Exponential Families", Statistica
 *   Sinica 13 (2003) (score interval of a Poisson mean)
 * @example a win rate of 30 % of 100 deals alone: 24.5 % to 36.2 %, so −18 % and +21 %
 */
export function proposeCases(base: CaseBase): CaseProposals {
  const sources = sourcesOf(base)
  const told = sources.filter((source) => source !== null)
  const z = normalQuantile(0.9)
  const share = z / Math.sqrt(Math.max(1, told.length))
  const levers = told.map(({ lever, measured, n, rangeAt }): ProposedLever => {
    const [lowChange, highChange] = rangeAt(z)
    const [badChange, goodChange] = rangeAt(share)
    return { lever, measured, n, lowChange, highChange, badChange: tidy(badChange), goodChange: tidy(goodChange) }
  })
  const at = (of: (lever: ProposedLever) => readonly [change: number, end: number]): CaseAssumptions | null =>
    levers.length === 0
      ? null
      : { ...nothing, levers: levers.map((lever) => settingOf(base, lever.lever, ...of(lever))) }
  const toldIds = new Set(told.map((source) => source.lever))
  return {
    base: nothing,
    good: at((lever) => [lever.goodChange, tidy(lever.highChange)]),
    bad: at((lever) => [lever.badChange, tidy(lever.lowChange)]),
    levers,
    untold: (['winRate', 'dealSize', 'leads'] as const).filter((lever) => !toldIds.has(lever))
  }
}

interface Source {
  readonly lever: LeverId
  readonly measured: number
  readonly n: number
  /** The range as relative changes at so many standard errors. */
  readonly rangeAt: (z: number) => readonly [low: number, high: number]
}

function sourcesOf({ measured }: CaseBase): (Source | null)[] {
  const { winRatio, dealSizeMinor, dealsPerMonth } = measured
  return [
    winRatio === null || winRatio.n < 1 || winRatio.value <= 0
      ? null
      : {
          lever: 'winRate',
          measured: winRatio.value,
          n: winRatio.n,
          rangeAt: (z) => {
            const { low, high } = wilsonRange(winRatio.value, winRatio.n, z)
            return [low / winRatio.value - 1, high / winRatio.value - 1]
          }
        },
    dealSizeMinor === null || dealSizeMinor.n < 2 || dealSizeMinor.logDeviation === null
      ? null
      : {
          lever: 'dealSize',
          measured: dealSizeMinor.value,
          n: dealSizeMinor.n,
          rangeAt: (z) => {
            const reach = Math.exp(z * logMeanError(dealSizeMinor.logDeviation ?? 0, dealSizeMinor.n))
            return [1 / reach - 1, reach - 1]
          }
        },
    dealsPerMonth === null || dealsPerMonth.months <= 0 || dealsPerMonth.value <= 0
      ? null
      : {
          lever: 'leads',
          measured: dealsPerMonth.value,
          n: Math.round(dealsPerMonth.value * dealsPerMonth.months),
          rangeAt: (z) => {
            const count = dealsPerMonth.value * dealsPerMonth.months
            const { low, high } = countRange(count, z)
            return [low / count - 1, high / count - 1]
          }
        }
  ]
}

function settingOf(base: CaseBase, lever: LeverId, change: number, end: number): LeverSetting {
  const bounds = getLever(lever).bounds(base)
  const held = (value: number) => Math.min(bounds.high, Math.max(bounds.low, value))
  const middle = held(change)
  return { lever, low: Math.min(0, middle, held(end)), middle, high: Math.max(0, middle, held(end)), fromKey: null }
}

/** A tenth of a per cent is as fine as such a proposal can be. */
const tidy = (change: number): number => Math.round(change * 1000) / 1000 + 0

/**
 * Gives Wilson's range of a rate.
 *
 * @param ratio observed, 0 to 1
 * @param n how many were observed, at least 1
 * @param z standard errors
 * @returns 0 to 1
 * @source E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927)
 * @example wilsonRange(0.3, 100, 1.2816) // 0.2449 to 0.3616
 */
export function wilsonRange(ratio: number, n: number, z: number): { low: number; high: number } {
  const whole = 1 + (z * z) / n
  const middle = (ratio + (z * z) / (2 * n)) / whole
  const reach = (z * Math.sqrt((ratio * (1 - ratio)) / n + (z * z) / (4 * n * n))) / whole
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

/**
 * Gives the score range of a count of rare events.
 *
 * @param count observed
 * @param z standard errors
 * @returns counts
 * @source (count − mean)² = z² × mean, solved for the mean
 * @example countRange(100, 1.2816) // 87.98 to 113.66
 */
export function countRange(count: number, z: number): { low: number; high: number } {
  const middle = count + (z * z) / 2
  const reach = z * Math.sqrt(count + (z * z) / 4)
  return { low: Math.max(0, middle - reach), high: middle + reach }
}

/**
 * Gives the standard error of the logarithm of the mean of log-normal amounts.
 *
 * @param deviation standard deviation of the logarithms
 * @param n how many amounts, at least 2
 * @returns on the scale of logarithms
 * @source Cox's method: √(s² ÷ n + s⁴ ÷ (2 (n − 1)))
 * @example logMeanError(1, 101) // 0.1221
 */
export function logMeanError(deviation: number, n: number): number {
  return Math.sqrt(deviation ** 2 / n + deviation ** 4 / (2 * (n - 1)))
}
