// Seasonality: flatter or stronger than the base has seen, with the same year.
import type { CaseModel } from '../model.ts'
import { type CaseLever, nothingToCome } from './lever.ts'

/** A month without sales in the history would have no level to be flattened to: it counts as a twentieth of a mean month. */
const lowestSeason = 0.05

/**
 * Changes how far months lie from the mean month, and keeps what the base has to come from the lever's month on in all: month × (1 + (1 +
 * change) × (season − 1)) ÷ season, then all of them by one factor so that they add up to what they did. −1 is flat, 0.2 a fifth stronger.
 *
 * @source classical multiplicative seasonality: Hyndman & Athanasopoulos, "Forecasting: Principles and Practice", 3.2
 * @example seasons 0.5 and 1.5, 50 and 150 to come, −1: 100 and 100
 */
export const seasonality: CaseLever = {
  id: 'seasonality',
  unit: 'change',
  neutral: 0,
  step: 0.05,
  bounds: () => ({ low: -1, high: 1 }),
  direction: () => 'none',
  acts: 'closed',
  parameter: null,
  measuredOf: () => null,
  absoluteOf: () => null,
  lacks: (base) => (base.measured.seasonality === null ? 'seasonality' : nothingToCome(base)),
  apply: (model, draft, value, { fromClosed }) => {
    if (value === 0 || model.base.measured.seasonality === null) return
    const { yearMonths, seasons } = model
    let before = 0
    let after = 0
    for (let at = fromClosed; at < yearMonths; at += 1) {
      const amount = toCome(model, at)
      before += amount
      after += amount * reshaped(seasons[at]!, value)
    }
    // All that is to come lies in months that would be empty: there is nothing to keep the total with.
    if (after <= 0) return
    const scale = before / after
    for (let at = fromClosed; at < yearMonths; at += 1)
      draft.close[at] = draft.close[at]! * reshaped(seasons[at]!, value) * scale
  }
}

const toCome = (model: CaseModel, at: number): number => model.open[at]! + model.fresh[at]!

function reshaped(season: number, change: number): number {
  const own = Math.max(lowestSeason, season)
  return Math.max(0, 1 + (1 + change) * (own - 1)) / own
}
