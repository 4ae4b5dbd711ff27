// The price, with the volume that a higher one loses.
import { type CaseLever, type LeverParameter, multiplyFrom, nothingToCome } from './lever.ts'

const parameter: LeverParameter = { id: 'volumeLossRatio', start: 0, low: 0, high: 0.1, step: 0.001 }
/** A loss of a hundredth of the volume for a hundredth of price. */
const evenLoss = 0.01

/**
 * Multiplies what deals made from the lever's month on bring: (1 + change) × (1 + change)^(−e), where e is the part of the volume lost per
 * hundredth of price, times 100. Offers that are out keep their price.
 *
 * With e below 1 a higher price brings more, at 1 the same, above 1 less. Nothing is known about e from the CRM: it starts at 0, no volume lost,
 * and is to be said by a person.
 *
 * @source constant price elasticity: A. Marshall, "Principles of Economics" (1890), book III, chapter IV
 * @example +10 % and 0.5 % of the volume lost per 1 %: 1.1 × 1.1^−0.5 = 1.0488
 */
export const price: CaseLever = {
  id: 'price',
  unit: 'change',
  neutral: 0,
  step: 0.005,
  bounds: () => ({ low: -0.5, high: 1 }),
  direction: ({ volumeLossRatio = parameter.start }) =>
    volumeLossRatio < evenLoss ? 'up' : volumeLossRatio > evenLoss ? 'down' : 'none',
  acts: 'made',
  parameter,
  measuredOf: () => null,
  absoluteOf: () => null,
  lacks: nothingToCome,
  apply: (_, draft, value, { fromMade, setting }) => {
    if (value === 0) return
    const elasticity = (setting.volumeLossRatio ?? parameter.start) / evenLoss
    multiplyFrom(draft.made, fromMade, (1 + value) ** (1 - elasticity))
  }
}
