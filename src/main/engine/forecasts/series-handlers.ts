// Answers the calls about what a series stands on: one-off deals, changed definitions, typed totals and drivers. What belongs to deals and
// numbers of the past is shared by all scenarios, as the deals are, so that no lock of a scenario holds it.
import { findDataAsOf, listDealNames } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import { findScenario } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { seriesCalls } from '#shared/forecasts/contract-series.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { AskedCut, ForecastCut } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { listCutGroups } from './cut-groups.ts'
import { dimensionOf, partCompany } from './partings.ts'
import { loadSeriesDetail } from './series-detail.ts'
import {
  findSeriesChange,
  insertSeriesChange,
  putDriverValues,
  putOneOff,
  putTotals,
  removeDriver,
  removeOneOff,
  removeSeriesChange,
  removeTotals,
  updateSeriesChange
} from './store-series.ts'

/** The cut with its name; undefined where there is no such team, seller, territory and so on. */
function nameCut(db: Reader, cut: AskedCut, scenarioId: ScenarioId, dataAsOf: IsoDate): ForecastCut | undefined {
  if (cut.kind === 'company' || cut.kind === 'rest') return cut
  const dimension = dimensionOf(cut)
  return dimension === null ? undefined : partCompany(db, dimension, { scenarioId, dataAsOf }).cuts.get(cutKey(cut))
}

const nobody = { code: 'forecasts.nobody' } as const

export const seriesHandlers: HandlersOf<typeof seriesCalls> = {
  listCuts: ({ db, today }, { scenarioId, dataAsOf }) =>
    findScenario(db, scenarioId) === undefined
      ? fail({ code: 'plans.notFound' })
      : ok(listCutGroups(db, { scenarioId, dataAsOf: dataAsOf ?? findDataAsOf(db) ?? today })),

  seriesDetail: ({ db, today }, args) => {
    if (findScenario(db, args.scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const loaded = loadSeriesDetail(db, { ...args, dataAsOf: args.dataAsOf ?? findDataAsOf(db) ?? today })
    return loaded.ok ? ok(loaded.value) : fail(loaded.error)
  },

  decideOneOff: ({ db, now }, { opportunityId, effect, reason }) => {
    const [deal] = listDealNames(db, [opportunityId])
    if (deal === undefined) return fail({ code: 'forecasts.dealMissing' })
    const capMinor = effect.treatment === 'cap' ? effect.capMinor : null
    putOneOff(db, { opportunityId, treatment: effect.treatment, capMinor, reason, decidedAt: now })
    return done(null, { name: deal.name ?? deal.accountName ?? deal.externalId ?? '' })
  },
  forgetOneOff: ({ db }, { opportunityId }) => {
    const [deal] = listDealNames(db, [opportunityId])
    if (deal === undefined || !removeOneOff(db, opportunityId)) return fail({ code: 'forecasts.dealMissing' })
    return done(null, { name: deal.name ?? deal.accountName ?? deal.externalId ?? '' })
  },

  addSeriesChange: ({ db, today }, { scenarioId, cut, changedOn, effect, reason }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const named = nameCut(db, cut, scenarioId, findDataAsOf(db) ?? today)
    if (named === undefined) return fail(nobody)
    const factorRatio = effect.treatment === 'rescale' ? effect.factorRatio : null
    const id = insertSeriesChange(db, { cut: named, changedOn, treatment: effect.treatment, factorRatio, reason })
    return done(id, { on: changedOn })
  },
  updateSeriesChange: ({ db, today }, { changeId, scenarioId, cut, changedOn, effect, reason }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    if (findSeriesChange(db, changeId) === undefined) return fail({ code: 'forecasts.changeMissing' })
    const named = nameCut(db, cut, scenarioId, findDataAsOf(db) ?? today)
    if (named === undefined) return fail(nobody)
    const factorRatio = effect.treatment === 'rescale' ? effect.factorRatio : null
    updateSeriesChange(db, changeId, { cut: named, changedOn, treatment: effect.treatment, factorRatio, reason })
    return done(null, { on: changedOn })
  },
  removeSeriesChange: ({ db }, { changeId }) => {
    const change = findSeriesChange(db, changeId)
    if (change === undefined) return fail({ code: 'forecasts.changeMissing' })
    removeSeriesChange(db, changeId)
    return done(null, { on: change.changedOn })
  },

  putTotals: ({ db, today }, { scenarioId, mode, totals }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const { currency } = getSettings(db)
    const dataAsOf = findDataAsOf(db) ?? today
    const named = new Map<string, ForecastCut>()
    for (const { cut } of totals) {
      const key = cutKey(cut)
      const found = named.get(key) ?? nameCut(db, cut, scenarioId, dataAsOf)
      if (found === undefined) return fail(nobody)
      named.set(key, found)
    }
    if (mode === 'replace') removeTotals(db, [...named.keys()])
    putTotals(
      db,
      totals.map(({ cut, startsOn, endsOn, amountMinor }) => {
        const key = cutKey(cut)
        return { cutKey: key, cut: named.get(key) ?? { kind: 'company' }, startsOn, endsOn, amountMinor, currency }
      })
    )
    return done({ totals: totals.length }, { totals: totals.length })
  },
  removeTotals: ({ db }, { cut }) => {
    const totals = removeTotals(db, [cutKey(cut)])
    return totals === 0 ? fail({ code: 'forecasts.noTotals' }) : done({ totals }, { totals })
  },

  putDriverValues: ({ db }, { mode, values }) => {
    const drivers = [...new Set(values.map((each) => each.driver))]
    if (mode === 'replace') for (const driver of drivers) removeDriver(db, driver)
    putDriverValues(db, values)
    return done({ values: values.length }, { name: drivers.join(', ') })
  },
  removeDriver: ({ db }, { driver }) => {
    const values = removeDriver(db, driver)
    return values === 0 ? fail({ code: 'forecasts.driverMissing' }) : done({ values }, { name: driver })
  }
}
