// The exchange rate of a currency in which customers pay, against the workspace's.
import type { CaseLever } from './lever.ts'
import { nothingToCome } from './lever.ts'

/**
 * Adds to each month from the lever's month on the currency's part of it times the change of its rate: month × (1 + Σ share × change) over the
 * currencies that move. 0.05 means that the currency is worth a twentieth more.
 *
 * The shares are those of what was sold lately, the same in every month.
 *
 * @source reasoning: amounts in a currency are worth as many units of the workspace's currency as its rate says
 * @example a quarter in dollars, which are worth 8 % more: 102 of 100
 */
export const exchangeRate: CaseLever = {
  id: 'exchangeRate',
  unit: 'change',
  neutral: 0,
  step: 0.01,
  bounds: () => ({ low: -0.5, high: 1 }),
  direction: () => 'up',
  acts: 'closed',
  parameter: null,
  measuredOf: () => null,
  absoluteOf: () => null,
  lacks: (base, { currency }) => (shareOf(base, currency) > 0 ? nothingToCome(base) : 'currency'),
  apply: ({ base }, draft, value, { fromClosed, setting }) => {
    const added = shareOf(base, setting.currency) * value
    for (let at = fromClosed; at < draft.exchange.length; at += 1) draft.exchange[at] = draft.exchange[at]! + added
  }
}

function shareOf(base: Parameters<CaseLever['lacks']>[0], currency: string | undefined): number {
  if (currency === base.currency) return 0
  return base.measured.currencies.find((each) => each.currency === currency)?.shareRatio ?? 0
}
