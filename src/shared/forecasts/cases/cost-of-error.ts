// What being wrong costs, and which percentile to plan on because of it.
import type { CostOfError } from '../case-types.ts'
import { percentileAt } from './work-out.ts'

export interface PlanCost {
  readonly percentileRatio: number
  readonly planMinor: number
  /** Means over all years that may come: of planning too much, of planning too little, and both. */
  readonly overMinor: number
  readonly underMinor: number
  readonly expectedMinor: number
}

export interface ErrorCost {
  readonly criticalRatio: number
  readonly best: PlanCost
  /** The same for planning on the median. */
  readonly median: PlanCost
  /** At 5 %, 10 % … 95 %, to draw and to list. */
  readonly curve: readonly PlanCost[]
}

const curveSteps = 19

/**
 * Finds the percentile to plan on when planning too much and too little cost differently.
 *
 * The expected cost over × E(plan − year)⁺ + under × E(year − plan)⁺ is least at the percentile under ÷ (under + over): there one more unit
 * planned costs as much as it saves. Costs are proportional to the money missed. The year's distribution is the line through its percentiles,
 * and ends at the outermost.
 *
 * @param percentilesMinor 100 values at 0.5, 1.5 … 99.5, in minor units
 * @param cost per unit of money planned too much and too little, 0 or more
 * @returns the percentile, its plan and cost, the median's, and a curve; minor units
 * @errors RangeError for a cost below 0
 * @missing null when both costs are 0: every plan is as good
 * @source K. J. Arrow, T. Harris and J. Marschak, "Optimal Inventory Policy", Econometrica 19 (1951) (the newsvendor's critical ratio); T.
 *   Gneiting, "Quantiles as Optimal Point Forecasts", International Journal of Forecasting 27 (2011)
 * @example findPlanPercentile(percentiles, { overRatio: 0.1, underRatio: 0.3 })?.criticalRatio // 0.75
 */
export function findPlanPercentile(percentilesMinor: readonly number[], cost: CostOfError): ErrorCost | null {
  const { overRatio, underRatio } = cost
  if (!(overRatio >= 0 && underRatio >= 0)) throw new RangeError('What an error costs is 0 or more')
  if (overRatio + underRatio === 0) return null
  const criticalRatio = underRatio / (underRatio + overRatio)
  const at = (ratio: number) => costOfPlan(percentilesMinor, cost, ratio)
  return {
    criticalRatio,
    best: at(criticalRatio),
    median: at(0.5),
    curve: Array.from({ length: curveSteps }, (_, step) => at((step + 1) / (curveSteps + 1)))
  }
}

function costOfPlan(percentilesMinor: readonly number[], cost: CostOfError, percentileRatio: number): PlanCost {
  const planMinor = percentileAt(percentilesMinor, percentileRatio)
  const { above, below } = missedBy(percentilesMinor, planMinor)
  const overMinor = Math.round(cost.overRatio * below)
  const underMinor = Math.round(cost.underRatio * above)
  return { percentileRatio, planMinor, overMinor, underMinor, expectedMinor: overMinor + underMinor }
}

/**
 * Gives how much a year is above and below a plan on the mean.
 *
 * @param percentilesMinor 100 values in order at 0.5, 1.5 … 99.5
 * @param planMinor the plan
 * @returns E(year − plan)⁺ and E(plan − year)⁺ in minor units, exact for the line through the percentiles
 * @source the integral of the quantile function over 0 to 1, piece by piece
 * @example a year that is always 100 and a plan of 90: above 10, below 0
 */
export function missedBy(percentilesMinor: readonly number[], planMinor: number): { above: number; below: number } {
  let above = 0
  let below = 0
  const add = (from: number, to: number, width: number) => {
    const start = from - planMinor
    const end = to - planMinor
    if (start >= 0 && end >= 0) above += (width * (start + end)) / 2
    else if (start <= 0 && end <= 0) below -= (width * (start + end)) / 2
    else {
      const crossing = -start / (end - start)
      const [low, high] = [Math.min(start, end), Math.max(start, end)]
      const lowPart = start < 0 ? crossing : 1 - crossing
      below -= (width * lowPart * low) / 2
      above += (width * (1 - lowPart) * high) / 2
    }
  }
  const n = percentilesMinor.length
  const first = percentilesMinor[0] ?? 0
  const last = percentilesMinor[n - 1] ?? 0
  add(first, first, 0.5 / n)
  for (let at = 0; at + 1 < n; at += 1) add(percentilesMinor[at]!, percentilesMinor[at + 1]!, 1 / n)
  add(last, last, 0.5 / n)
  return { above, below }
}
