// A chance learnt from few or many deals: what was seen, drawn towards what one would think without it.
import { betaQuantile } from '#shared/math/beta-quantile.ts'
import type { LearntChance } from '../pipeline-types.ts'
import type { OutcomeCurve } from './curves.ts'

/** Deals that the playbook's stated chance counts for: an opinion, worth a handful of outcomes. Declared, not learnt. */
export const statedStrength = 4
/** Deals that the chance of all stages counts for where the playbook states nothing: stages differ, so less. Declared. */
export const overallStrength = 2
/** Of segments where fewer than three groups could tell how alike they are. Declared. */
export const segmentStrength = 20

export interface ChancePrior {
  readonly ratio: number
  readonly strength: number
}

/** Nothing is known: all chances are as likely (Bayes, Laplace). */
export const unknownChance: ChancePrior = { ratio: 0.5, strength: 2 }

/**
 * Draws an observed chance towards a prior, by as much as it stands on few deals.
 *
 * @param seen closed, won and open deals, and the part won in the end
 * @param prior the chance without them and how many deals it counts for
 * @returns the chance with its 80 % range
 * @missing without closed deals the observed part is null and the chance is the prior
 * @source Beta-Binomial: A. Gelman et al., "Bayesian Data Analysis", 3rd ed. (2013), 2.4
 * @example learnChance({ closed: 8, won: 6, open: 0, eventualRatio: 0.75 }, { ratio: 0.5, strength: 2 }).chanceRatio // 0.7
 */
export function learnChance(
  seen: Pick<OutcomeCurve, 'closed' | 'won' | 'open' | 'eventualRatio'>,
  prior: ChancePrior
): LearntChance {
  const { closed: n, won, open, eventualRatio } = seen
  const wins = n * eventualRatio + prior.strength * prior.ratio
  const losses = n * (1 - eventualRatio) + prior.strength * (1 - prior.ratio)
  const sure = wins === 0 ? 0 : losses === 0 ? 1 : null
  return {
    n,
    won,
    open,
    observedRatio: n === 0 ? null : eventualRatio,
    priorRatio: prior.ratio,
    priorStrength: prior.strength,
    chanceRatio: wins / (wins + losses),
    lowRatio: sure ?? betaQuantile(0.1, wins, losses),
    highRatio: sure ?? betaQuantile(0.9, wins, losses)
  }
}
