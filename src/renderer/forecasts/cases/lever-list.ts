// The levers of a case as rows: which there are, how a changed one is put back into the assumptions, and how far its slider reaches.
import type { CaseAssumptions, CaseBase, EffectKey, LeverId, LeverSetting } from '#shared/forecasts/case-types.ts'
import { type CaseLever, caseLevers, keyOfSetting, type LeverUnit } from '#shared/forecasts/cases/index.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type LeverGroup = 'selling' | 'people' | 'customers' | 'calendar'

export const leverGroups: readonly LeverGroup[] = ['selling', 'people', 'customers', 'calendar']

const groupOf: Readonly<Record<LeverId, LeverGroup>> = {
  winRate: 'selling',
  dealSize: 'selling',
  cycle: 'selling',
  leads: 'selling',
  price: 'selling',
  startDelay: 'people',
  ramp: 'people',
  attrition: 'people',
  churn: 'customers',
  expansion: 'customers',
  seasonality: 'calendar',
  exchangeRate: 'calendar'
}

/** Of a lever with several settings (one from April, another from July) each has a row: `nth` counts them. */
export interface LeverPlace {
  readonly key: EffectKey
  readonly nth: number
}

export interface LeverLine extends LeverPlace {
  readonly lever: CaseLever
  readonly currency: CurrencyCode | undefined
  /** Undefined: the case says nothing of it. */
  readonly setting: LeverSetting | undefined
}

export function listLevers(base: CaseBase, assumptions: CaseAssumptions, group: LeverGroup): LeverLine[] {
  return caseLevers
    .filter((lever) => groupOf[lever.id] === group)
    .flatMap((lever) => (lever.id === 'exchangeRate' ? foreign(base, assumptions) : [undefined]).map(linesOf(lever)))
    .flatMap((lines) => lines(assumptions))
}

const linesOf =
  (lever: CaseLever) =>
  (currency: CurrencyCode | undefined) =>
  (assumptions: CaseAssumptions): LeverLine[] => {
    const key = keyOfSetting(neutralSetting(lever, currency))
    const settings = assumptions.levers.filter((setting) => keyOfSetting(setting) === key)
    return (settings.length === 0 ? [undefined] : settings).map((setting, nth) => ({
      key,
      nth,
      lever,
      currency,
      setting
    }))
  }

/** Those that something was sold in lately, and those that the case moves all the same. */
function foreign(base: CaseBase, assumptions: CaseAssumptions): CurrencyCode[] {
  const sold = base.measured.currencies.map((each) => each.currency)
  const moved = assumptions.levers.flatMap((setting) =>
    setting.lever === 'exchangeRate' && setting.currency !== undefined ? [setting.currency] : []
  )
  return [...new Set([...sold, ...moved])].filter((currency) => currency !== base.currency)
}

export function neutralSetting(lever: CaseLever, currency: CurrencyCode | undefined): LeverSetting {
  const none = { lever: lever.id, low: lever.neutral, middle: lever.neutral, high: lever.neutral, fromKey: null }
  return currency === undefined ? none : { ...none, currency }
}

export const isMoved = ({ low, middle, high }: LeverSetting): boolean => low !== 0 || middle !== 0 || high !== 0

/** One that says nothing at all any more leaves the list, so that a lever moved and set back is no difference. */
export function putSetting(assumptions: CaseAssumptions, place: LeverPlace, setting: LeverSetting): CaseAssumptions {
  const positions = assumptions.levers.flatMap((each, at) => (keyOfSetting(each) === place.key ? [at] : []))
  const at = positions[place.nth]
  const isSilent =
    !isMoved(setting) &&
    setting.fromKey === null &&
    setting.volumeLossRatio === undefined &&
    setting.backfillMonths === undefined
  const levers =
    at === undefined
      ? [...assumptions.levers, ...(isSilent ? [] : [setting])]
      : assumptions.levers.flatMap((each, index) => (index === at ? (isSilent ? [] : [setting]) : [each]))
  return { ...assumptions, levers }
}

export function dropSetting(assumptions: CaseAssumptions, place: LeverPlace): CaseAssumptions {
  let seen = -1
  const levers = assumptions.levers.filter((each) => {
    if (keyOfSetting(each) !== place.key) return true
    seen += 1
    return seen !== place.nth
  })
  return { ...assumptions, levers }
}

/** What is usual: over a lever's whole bounds (a tenth of the win rate to three times) a slider could not be set to a hundredth. */
const usualReach: Readonly<Record<LeverUnit, number>> = { change: 0.5, points: 0.2, days: 60, months: 6 }

/**
 * How far the slider reaches: the usual changes, and twice as far again while the setting stands at its end or beyond, up to what the lever
 * allows. The ends are whole steps, so that no change is one of the places.
 */
export function reachOf(
  base: CaseBase,
  lever: CaseLever,
  setting: LeverSetting | undefined
): { readonly min: number; readonly max: number } {
  const bounds = lever.bounds(base)
  const reach = (bound: number, value: number): number => {
    let far = Math.min(bound, usualReach[lever.unit])
    while (far < bound && value >= far) far = Math.min(bound, far * 2)
    return Math.floor(far / lever.step + 1e-9) * lever.step
  }
  return {
    min: tidy(-reach(-bounds.low, -(setting?.low ?? 0))),
    max: tidy(reach(bounds.high, setting?.high ?? 0))
  }
}

// Sums and multiples of decimals: 0.1 + 0.2 is to stay 0.3. Adding 0 makes 0 of -0.
export const tidy = (value: number): number => Math.round(value * 1e9) / 1e9 + 0
