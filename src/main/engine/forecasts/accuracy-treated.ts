// The history that a forecast of today stands on, as the outlook takes it: one-off deals, changed definitions and missing periods as they were
// decided. What would have been said earlier is replayed from sales as recorded, because nobody had decided anything then.
import type { Reader } from '#engine/db.ts'
import { findCurrentScenario } from '#engine/plans/store.ts'
import type { SnapshotGrain } from '#shared/forecasts/accuracy-types.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { ForecastCut, SalesSeries } from '#shared/forecasts/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { loadSeries, loadSeriesOf } from './load-series.ts'

/** With fewer closed periods nothing can be forecast that would be worth keeping. */
export const fewestPeriods = 2

export type Treated = (cut: ForecastCut, grain: SnapshotGrain) => number[] | undefined

/** Gives values by closed period; undefined without a scenario, whose decisions they are, and where too little is left to forecast from. */
export function treatedHistories(db: Reader, dataAsOf: IsoDate): Treated {
  const scenarioId = findCurrentScenario(db)
  if (scenarioId === null) return () => undefined
  const loaded = new Map<string, ReadonlyMap<string, SalesSeries>>()
  const load = (kind: ForecastCut['kind'], grain: SnapshotGrain): ReadonlyMap<string, SalesSeries> => {
    const args = { scenarioId, grain, dataAsOf }
    if (kind === 'team' || kind === 'seller')
      return new Map([...loadSeriesOf(db, kind, args)].map(([key, { series }]) => [key, series]))
    const company = loadSeries(db, { ...args, cut: { kind: 'company' } })
    return new Map(company.ok ? [['company', company.value.series]] : [])
  }
  return (cut, grain) => {
    const name = `${cut.kind} ${grain}`
    const all = loaded.get(name) ?? load(cut.kind, grain)
    loaded.set(name, all)
    const values = all.get(cutKey(cut))?.points.map((point) => point.amountMinor)
    return values && values.length >= fewestPeriods ? values : undefined
  }
}
