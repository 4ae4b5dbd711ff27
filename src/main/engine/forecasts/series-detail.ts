// Puts together what a series stands on: one-off deals found and decided, changed definitions and breaks, totals, and drivers.
import { listDealNames, listWonBetween, type WonFact } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { findBreak } from '#shared/forecasts/series/breaks.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import { findOneOffs } from '#shared/forecasts/series/one-offs.ts'
import type { OneOffDeal, OneOffRule, SeriesDetail } from '#shared/forecasts/series-types.ts'
import type { AskedCut, ForecastGrain, ForecastsError, SalesSeries } from '#shared/forecasts/types.ts'
import { median } from '#shared/math/median.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodByKey, periodOf } from '#shared/units/period.ts'
import { loadDrivers } from './load-drivers.ts'
import { changesFor, keyOfBase, loadSeries, type SeriesArgs } from './load-series.ts'
import { dimensionOf, partCompany } from './partings.ts'
import { listOneOffDecisions, listSeriesChanges, listTotals } from './store-series.ts'
import { getForecastSettings } from './store-settings.ts'

/** How many of the largest deals are listed besides those found. */
const othersListed = 5

type Asked = SeriesArgs & { cut: AskedCut; horizon: number }
type Loaded = { ok: true; value: SeriesDetail } | { ok: false; error: ForecastsError }

export function loadSeriesDetail(db: Reader, asked: Asked): Loaded {
  const { calendar } = getSettings(db)
  const loaded = loadSeries(db, asked)
  // Without sales there are still totals, changes and drivers to look at.
  if (!loaded.ok && loaded.error.code === 'forecasts.nobody') return loaded
  const series = loaded.ok ? loaded.value.series : undefined
  const key = cutKey(asked.cut)
  const hidden = getForecastSettings(db, asked.scenarioId).hiddenBreaks
  const found = loaded.ok ? findBreak(loaded.value.series, loaded.value.cut) : null
  const past = (series?.points ?? []).flatMap((point) => periodByKey(point.periodKey, calendar) ?? [])
  const future = comingPeriods(past.at(-1) ?? periodOf(asked.dataAsOf, asked.grain, calendar), asked.horizon, db)
  const totals = listTotals(db, key).map(({ startsOn, endsOn, amountMinor, currency }) => ({
    startsOn,
    endsOn,
    amountMinor,
    currency
  }))
  return {
    ok: true,
    value: {
      ...oneOffsOf(db, asked, series),
      changes: changesFor(listSeriesChanges(db), key),
      foundBreak: found !== null && !hidden.includes(found.key) ? found : null,
      totals,
      totalsLeftOut: totals.filter((total) => periodOf(total.startsOn, asked.grain, calendar).endsOn < total.endsOn)
        .length,
      drivers: loadDrivers(db, asked.scenarioId, past, future),
      driverPeriods: { past: past.map((period) => period.key), future: future.map((period) => period.key) }
    }
  }
}

function comingPeriods(last: Period, horizon: number, db: Reader): Period[] {
  const { calendar } = getSettings(db)
  const periods: Period[] = []
  for (let period = last; periods.length < horizon; ) {
    period = nextPeriod(period, calendar)
    periods.push(period)
  }
  return periods
}

/** Deals come in order of their days, so that one period serves many. */
function withPeriods(
  deals: readonly WonFact[],
  grain: ForecastGrain,
  calendar: FiscalCalendar
): (WonFact & { periodKey: string })[] {
  let period: Period | undefined
  return deals.map((deal) => {
    if (period === undefined || deal.closeOn > period.endsOn) period = periodOf(deal.closeOn, grain, calendar)
    return Object.assign(deal, { periodKey: period.key })
  })
}

function oneOffsOf(
  db: Reader,
  asked: Asked,
  series: SalesSeries | undefined
): { rule: OneOffRule; oneOffs: OneOffDeal[] } {
  const none: OneOffRule = { deals: 0, fenceMinor: null, usualMinor: null }
  const from = series?.points[0]?.startsOn ?? series?.partial?.startsOn
  if (series === undefined || series.source !== 'bookings' || from === undefined) return { rule: none, oneOffs: [] }
  const { calendar, currency } = getSettings(db)
  const dimension = dimensionOf(asked.cut)
  const parting = dimension === null ? null : partCompany(db, dimension, asked)
  const key = cutKey(asked.cut)
  const all = remember(
    db,
    `forecasts.wonFacts ${from} ${asked.dataAsOf} ${currency} ${asked.grain}`,
    ['opportunities', 'stages', 'settings', 'exchange_rates'],
    () => withPeriods(listWonBetween(db, from, asked.dataAsOf, currency), asked.grain, calendar)
  )
  const deals = parting === null ? all : all.filter((deal) => parting.keysOf(keyOfBase(deal, parting)).includes(key))
  const { fence, found, shareOf } = findOneOffs(deals)
  const foundIds = new Set(found.map((deal) => deal.id))
  const decisions = new Map(listOneOffDecisions(db).map((each) => [each.opportunityId, each]))
  const others = deals
    .filter((deal) => !foundIds.has(deal.id) && !decisions.has(deal.id))
    .toSorted((a, b) => b.amountMinor - a.amountMinor)
    .slice(0, othersListed)
  const decided = deals.filter((deal) => decisions.has(deal.id) && !foundIds.has(deal.id))
  const listed = [...found, ...decided, ...others].toSorted((a, b) => b.amountMinor - a.amountMinor || a.id - b.id)
  const names = new Map(
    listDealNames(
      db,
      listed.map((deal: WonFact) => deal.id)
    ).map((each) => [each.id, each])
  )
  const middle = median(deals.flatMap((deal) => (deal.amountMinor > 0 ? [deal.amountMinor] : [])))
  return {
    rule: {
      deals: deals.filter((deal) => deal.amountMinor > 0).length,
      fenceMinor: fence?.fenceMinor ?? null,
      usualMinor:
        fence === undefined
          ? null
          : deals.reduce(
              (most, { amountMinor }) => (amountMinor <= fence.fenceMinor && amountMinor > most ? amountMinor : most),
              0
            )
    },
    oneOffs: listed.map((deal): OneOffDeal => {
      const decision = decisions.get(deal.id)
      const name = names.get(deal.id)
      return {
        opportunityId: deal.id,
        externalId: name?.externalId ?? null,
        name: name?.name ?? null,
        accountName: name?.accountName ?? null,
        sellerName: name?.sellerName ?? null,
        closeOn: deal.closeOn,
        amountMinor: deal.amountMinor,
        periodKey: deal.periodKey,
        timesMedianRatio: middle === undefined ? 1 : deal.amountMinor / middle,
        shareOfPeriodRatio: shareOf(deal),
        isFound: foundIds.has(deal.id),
        decision:
          decision === undefined
            ? null
            : {
                treatment: decision.treatment,
                capMinor: decision.capMinor,
                reason: decision.reason,
                decidedAt: decision.decidedAt
              }
      }
    })
  }
}
