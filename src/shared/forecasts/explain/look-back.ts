// What a method would have said some periods ago, from what was known then, beside what came.
import type { LookBack } from '../method-types.ts'
import { type ForecastRequest, makeForecast } from '../rules.ts'

/**
 * Forecasts the last periods of a history from those before.
 *
 * Corrections that came later are known to it: it is the history as it stands today, cut short.
 *
 * @param request series, cut, method and calendar; its horizon counts for nothing
 * @param periodsBack how many of the last periods are held back, at least 1
 * @returns forecast and actual of each held back period
 * @missing null when what remains is shorter than the method needs
 * @source see makeForecast
 * @example lookBack({ series, cut: { kind: 'company' }, method: 'naive', horizon: 4, calendar }, 4)?.points.length // 4
 */
export function lookBack(request: ForecastRequest, periodsBack: number): LookBack | null {
  const { series, method } = request
  const known = series.points.slice(0, -periodsBack)
  const held = series.points.slice(-periodsBack)
  const last = known.at(-1)
  if (last === undefined || held.length < periodsBack) return null
  const made = makeForecast({
    cut: request.cut,
    method,
    calendar: request.calendar,
    horizon: periodsBack,
    series: { ...series, points: known, partial: null, dataAsOf: last.endsOn },
    backtest: { methods: [], origins: 0, missingPeriods: 0, proposed: null },
    drivers: (request.drivers ?? []).map(({ id, past }) => ({
      id,
      past: past.slice(0, known.length),
      future: past.slice(known.length)
    }))
  })
  if (!made) return null
  const points = made.draft.points.map((point, at) => ({
    periodKey: point.periodKey,
    middleMinor: point.middleMinor,
    low80Minor: point.low80Minor,
    high80Minor: point.high80Minor,
    low95Minor: point.low95Minor,
    high95Minor: point.high95Minor,
    actualMinor: held[at]?.amountMinor ?? 0
  }))
  const ranged = points.filter((point) => point.low80Minor !== null && point.high80Minor !== null)
  const total = points.reduce((sum, point) => sum + Math.abs(point.actualMinor), 0)
  const missed = points.reduce((sum, point) => sum + Math.abs(point.actualMinor - point.middleMinor), 0)
  return {
    method,
    knownToKey: last.periodKey,
    points,
    within80:
      ranged.length === 0
        ? null
        : ranged.filter(
            ({ low80Minor, high80Minor, actualMinor }) =>
              actualMinor >= (low80Minor ?? 0) && actualMinor <= (high80Minor ?? 0)
          ).length,
    wapeRatio: total > 0 ? missed / total : null
  }
}
