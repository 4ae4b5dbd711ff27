// Loads the series that forecasts stand on: of the company, of one part of it, or of all parts of a kind at once, from won deals, invoices
// or totals. What was decided about one-off deals, changed definitions and missing periods is reckoned in, and kept visible in the points.
import { findFirstDay, listWonFacts, sumDays, sumStretches, type WonFact } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import { holdAgainstEarlier } from '#shared/forecasts/series/same-day.ts'
import {
  beginningsOf,
  cutIntoStretches,
  type Stretch,
  type StretchSum,
  sumDaysInto
} from '#shared/forecasts/series/stretches.ts'
import { seriesOfTotals } from '#shared/forecasts/series/totals.ts'
import { type OneOffCut, sumPeriods } from '#shared/forecasts/series/treat.ts'
import { buildSeries, seriesPeriods } from '#shared/forecasts/series.ts'
import type { SeriesChange } from '#shared/forecasts/series-types.ts'
import type {
  AskedCut,
  CutDimension,
  ForecastCut,
  ForecastGrain,
  ForecastsError,
  SalesSeries,
  SeriesSource
} from '#shared/forecasts/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { FiscalCalendar, Period } from '#shared/units/period.ts'
import { dimensionOf, type Parting, partCompany } from './partings.ts'
import { listOneOffDecisions, listSeriesChanges, listTotals, type OneOffDecision } from './store-series.ts'
import { getForecastSettings } from './store-settings.ts'

export interface SeriesArgs {
  scenarioId: ScenarioId
  grain: ForecastGrain
  /** Absent: won deals. */
  source?: SeriesSource | undefined
  /** The last day that counts. */
  dataAsOf: IsoDate
  /** The series as recorded, whatever was decided about deals, definitions and missing periods. */
  isAsRecorded?: boolean | undefined
}

export interface CutSeries {
  cut: ForecastCut
  series: SalesSeries
}

export type LoadedSeries = { ok: true; value: CutSeries } | { ok: false; error: ForecastsError }

/** The series of the company or of one part of it. */
export function loadSeries(db: Reader, args: SeriesArgs & { cut: AskedCut }): LoadedSeries {
  const dimension = dimensionOf(args.cut)
  const parting = dimension === null ? null : partCompany(db, dimension, args)
  const key = cutKey(args.cut)
  const cut = args.cut.kind === 'company' || args.cut.kind === 'rest' ? args.cut : parting?.cuts.get(key)
  if (cut === undefined) return { ok: false, error: { code: 'forecasts.nobody' } }
  const source = args.source ?? 'bookings'
  if (source === 'totals') {
    const series = totalsOf(db, args, cut)
    return series === undefined
      ? { ok: false, error: { code: 'forecasts.noTotals' } }
      : { ok: true, value: { cut, series } }
  }
  const frame = layFrame(db, args)
  const made = frame && makeSeries(frame, { cut, key, parting }, sumPart(db, frame, parting, key))
  if (made === undefined || (made.points.length === 0 && made.partial === null && made.leftOut === undefined))
    return { ok: false, error: { code: source === 'invoices' ? 'forecasts.noInvoices' : 'forecasts.noSales' } }
  return { ok: true, value: { cut, series: made } }
}

/** Up to so many sellers are read by their own rows; for more it is quicker to sum everybody's. */
const fewSellers = 20

function sumPart(db: Reader, frame: Frame, parting: Parting | null, key: string): StretchSum[] {
  const { source, currency, asked, firstOn, args } = frame
  if (parting === null) return sumStretches(db, source, 'company', asked, currency)
  const { by } = parting
  const ids = parting.idsOf(key)
  if (ids !== undefined && (by === 'account' || by === 'product' || (by === 'seller' && ids.length <= fewSellers)))
    return sumDaysInto(asked, sumDays(db, source, by, { ids, from: firstOn, to: args.dataAsOf, currency }))
  return sumStretches(db, source, by, asked, currency).filter((sum) => parting.keysOf(sum.id).includes(key))
}

/**
 * The series of every part of a kind at once, the rest included, by their keys; parts that sold nothing are absent. The parts of teams and
 * territories hold those below them: the ones at the top, with the rest, add up to the company.
 */
export function loadSeriesOf(db: Reader, dimension: CutDimension, args: SeriesArgs): Map<string, CutSeries> {
  const found = new Map<string, CutSeries>()
  const parting = partCompany(db, dimension, args)
  const cutOf = (key: string): ForecastCut => parting.cuts.get(key) ?? parting.rest
  const source = args.source ?? 'bookings'
  if (source === 'totals') {
    for (const cut of [...parting.cuts.values(), parting.rest]) {
      const series = totalsOf(db, args, cut)
      if (series !== undefined) found.set(cutKey(cut), { cut, series })
    }
    return found
  }
  const frame = layFrame(db, args)
  if (frame === undefined) return found
  const byKey = new Map<string, StretchSum[]>()
  for (const sum of sumStretches(db, source, parting.by, frame.asked, frame.currency))
    for (const key of parting.keysOf(sum.id)) {
      const own = byKey.get(key)
      if (own === undefined) byKey.set(key, [sum])
      else own.push(sum)
    }
  for (const key of [...parting.cuts.keys(), cutKey(parting.rest)]) {
    const own = byKey.get(key)
    if (own === undefined) continue
    const cut = cutOf(key)
    const series = makeSeries(frame, { cut, key, parting }, own)
    if (series.points.length > 0 || series.partial !== null) found.set(key, { cut, series })
  }
  return found
}

/** The series of every seller who sold anything. What nobody sold is in `loadSeriesOf(db, 'seller', …)` under 'rest:seller'. */
export function loadSellerSeries(db: Reader, args: SeriesArgs): Map<SellerId, SalesSeries> {
  const found = new Map<SellerId, SalesSeries>()
  for (const { cut, series } of loadSeriesOf(db, 'seller', args).values())
    if (cut.kind === 'seller') found.set(cut.sellerId, series)
  return found
}

/** What the series of all cuts have in common. */
interface Frame {
  args: SeriesArgs
  source: Exclude<SeriesSource, 'totals'>
  calendar: FiscalCalendar
  currency: CurrencyCode
  firstOn: IsoDate
  periods: Period[]
  changes: readonly SeriesChange[]
  /** Stretches of the whole history, cut at every change, and beginnings of periods: what is summed. */
  asked: { key: string; startsOn: IsoDate; endsOn: IsoDate }[]
  decided: readonly (WonFact & Pick<OneOffDecision, 'treatment' | 'capMinor'>)[]
  missing: ReadonlySet<string>
}

/** Undefined where nothing was sold up to the day the data end. */
function layFrame(db: Reader, args: SeriesArgs): Frame | undefined {
  const { calendar, currency } = getSettings(db)
  const source = args.source === 'invoices' ? 'invoices' : 'bookings'
  const firstOn = findFirstDay(db, source)
  if (firstOn === undefined || firstOn > args.dataAsOf) return undefined
  const periods = seriesPeriods(firstOn, args.dataAsOf, args.grain, calendar)
  const changes = args.isAsRecorded ? [] : listSeriesChanges(db)
  const decisions = args.isAsRecorded || source === 'invoices' ? [] : listOneOffDecisions(db)
  const byDeal = new Map(decisions.map((each) => [each.opportunityId, each]))
  const decided = listWonFacts(db, [...byDeal.keys()], currency).flatMap((deal) => {
    const decision = byDeal.get(deal.id)
    return decision === undefined || deal.closeOn > args.dataAsOf
      ? []
      : [{ ...deal, treatment: decision.treatment, capMinor: decision.capMinor }]
  })
  const missing = new Set(args.isAsRecorded ? [] : getForecastSettings(db, args.scenarioId).missingPeriods)
  const asked = [...cutIntoStretches(periods, changes, args.dataAsOf), ...beginningsOf(periods, [], args.dataAsOf)]
  return { args, source, calendar, currency, firstOn, periods, changes, asked, decided, missing }
}

interface Part {
  cut: ForecastCut
  key: string
  parting: Parting | null
}

function makeSeries(frame: Frame, part: Part, sums: readonly StretchSum[]): SalesSeries {
  const { args, periods, source, currency, missing } = frame
  const changes = changesFor(frame.changes, part.key)
  // Cut finer than this part needs, as changes of other parts cut too: what each stretch is multiplied by is this part's own.
  const cuts = cutIntoStretches(periods, frame.changes, args.dataAsOf)
  const stretches = cuts.map((stretch) => ({ ...stretch, ...factorOf(stretch, changes) }))
  const added = addByStretch(sums)
  const isWhole = part.cut.kind === 'company'
  const series = buildSeries({
    periods,
    sums: sumPeriods(stretches, added, oneOffCuts(frame, part, stretches)),
    firstSaleOn: isWhole ? frame.firstOn : null,
    dataAsOf: args.dataAsOf,
    grain: args.grain,
    currency,
    source,
    changes,
    isMissing: (periodKey) => missing.has(`${part.key}/${periodKey}`) || missing.has(`company/${periodKey}`)
  })
  const sameDay = holdAgainstEarlier(series, beginningsOf(periods, changes, args.dataAsOf), added)
  const oneOffs = countOneOffs(series)
  return {
    ...series,
    ...(oneOffs === null ? {} : { oneOffs }),
    ...(sameDay === null ? {} : { sameDay }),
    ...(part.parting?.on ? { cutOn: part.parting.on } : {})
  }
}

/** Changes that concern a cut: the company's concern all, others their own alone. */
export const changesFor = (changes: readonly SeriesChange[], key: string): SeriesChange[] =>
  changes.filter((change) => change.cut.kind === 'company' || cutKey(change.cut) === key)

function factorOf(stretch: Stretch, changes: readonly SeriesChange[]): Pick<Stretch, 'factor' | 'changes'> {
  const after = changes.filter((change) => change.treatment === 'rescale' && change.changedOn > stretch.startsOn)
  return {
    factor: after.reduce((product, change) => product * (change.factorRatio ?? 1), 1),
    changes: after.map(({ changedOn, factorRatio }) => ({ changedOn, factorRatio }))
  }
}

function addByStretch(sums: readonly StretchSum[]): StretchSum[] {
  const added = new Map<string, StretchSum>()
  for (const { stretchKey, rows, amountMinor } of sums) {
    const there = added.get(stretchKey)
    if (there === undefined) added.set(stretchKey, { stretchKey, rows, amountMinor })
    else {
      there.rows += rows
      there.amountMinor += amountMinor
    }
  }
  return [...added.values()]
}

const baseOf = { seller: 'sellerId', account: 'accountId', product: 'productId', business: 'isNew' } as const

/** The seller, account, product or kind of business of a deal: what the parting goes by. */
export const keyOfBase = (deal: WonFact, { by }: Parting): number | null => (by === 'company' ? null : deal[baseOf[by]])

function oneOffCuts({ decided }: Frame, { key, parting }: Part, stretches: readonly Stretch[]): OneOffCut[] {
  return decided.flatMap((deal): OneOffCut[] => {
    if (deal.treatment === 'keep') return []
    if (parting !== null && !parting.keysOf(keyOfBase(deal, parting)).includes(key)) return []
    const stretch = stretches.find((each) => deal.closeOn >= each.startsOn && deal.closeOn <= each.endsOn)
    const byMinor =
      deal.treatment === 'clean'
        ? deal.amountMinor
        : Math.max(0, deal.amountMinor - (deal.capMinor ?? deal.amountMinor))
    return stretch === undefined || byMinor === 0
      ? []
      : [{ stretchKey: stretch.key, treatment: deal.treatment, byMinor }]
  })
}

function countOneOffs(series: SalesSeries): NonNullable<SalesSeries['oneOffs']> | null {
  const count = { cleanedDeals: 0, cleanedMinor: 0, cappedDeals: 0, cappedMinor: 0 }
  for (const point of series.points)
    for (const each of point.treatments ?? []) {
      if (each.kind === 'cleaned') {
        count.cleanedDeals += each.deals
        count.cleanedMinor += each.byMinor
      } else if (each.kind === 'capped') {
        count.cappedDeals += each.deals
        count.cappedMinor += each.byMinor
      }
    }
  return count.cleanedDeals + count.cappedDeals === 0 ? null : count
}

function totalsOf(db: Reader, args: SeriesArgs, cut: ForecastCut): SalesSeries | undefined {
  const { calendar, currency } = getSettings(db)
  const changes = args.isAsRecorded ? [] : changesFor(listSeriesChanges(db), cutKey(cut))
  return seriesOfTotals({
    totals: listTotals(db, cutKey(cut)).filter((total) => total.currency === currency),
    grain: args.grain,
    dataAsOf: args.dataAsOf,
    currency,
    calendar,
    changes
  })
}
