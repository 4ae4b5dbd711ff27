// Answers the calls about the open pipeline: chances, simulated outcomes and what people call.
import { findOpportunity } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { done, fail, type HandlersOf, nothingDone, ok } from '#engine/handler.ts'
import { findSeller, findTeam } from '#engine/people/store.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { pipelineCalls } from '#shared/forecasts/contract-pipeline.ts'
import type { CallCut } from '#shared/forecasts/pipeline-view-types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import { periodByKey } from '#shared/units/period.ts'
import { loadPipeline } from './load-pipeline.ts'
import { callCutKey, loadPeopleCalls } from './pipeline-calls.ts'
import { toKeep } from './pipeline-keep.ts'
import { findSimulated, shelve } from './pipeline-shelf.ts'
import { dealDetailOf, dealRowsOf, overviewOf } from './pipeline-view.ts'
import {
  type DealCallFields,
  findForecastCall,
  findKeptPipeline,
  insertForecastCall,
  insertKeptPipeline,
  listCallsOfDeal,
  listKeptPipelines,
  putDealCall,
  removeDealCall,
  removeForecastCall,
  removeKeptPipeline
} from './store-pipeline.ts'

const saysNothing: DealCallFields = { category: null, chanceRatio: null, closeOn: null, amountMinor: null, note: '' }

export const pipelineHandlers: HandlersOf<typeof pipelineCalls> = {
  pipelineOverview: ({ db, today }, { scenarioId, ...choices }) =>
    findScenario(db, scenarioId) === undefined
      ? fail({ code: 'plans.notFound' })
      : ok(overviewOf(db, scenarioId, choices, today)),

  simulatePipeline: async ({ db, now, today, inWorker }, { scenarioId, ...choices }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const loaded = loadPipeline(db, scenarioId, choices, today)
    if (!loaded.deals.some(({ status }) => status === 'open')) return fail({ code: 'forecasts.nothingOpen' })
    const forecast = await inWorker('forecasts.pipeline', loaded.input)
    shelve(db, scenarioId, { choices, madeAt: now, forecast, loaded })
    return ok(null)
  },

  pipelineDeals: ({ db, today }, { scenarioId }) => ok(dealRowsOf(db, scenarioId, today)),

  pipelineDeal: ({ db, today }, { scenarioId, dealId }) => {
    const detail = dealDetailOf(db, scenarioId, dealId, today)
    return detail === undefined ? fail({ code: 'forecasts.dealNotOpen' }) : ok(detail)
  },

  callDeals: ({ db, today }, { calls }) => {
    const { currency } = getSettings(db)
    let changed = 0
    let label = ''
    for (const { dealId, ...change } of calls) {
      const deal = findOpportunity(db, dealId, currency)
      if (deal?.status !== 'open') return fail({ code: 'forecasts.dealNotOpen' })
      const earlier = listCallsOfDeal(db, dealId)
      const last = earlier.at(-1)
      const fields = mergeCall(last ?? saysNothing, change)
      if (isSame(last ?? saysNothing, fields)) continue
      changed += 1
      label = deal.name ?? deal.externalId ?? `#${dealId}`
      // Taken back on the day it was made, it was never said; later, that it was said stays.
      if (isSame(saysNothing, fields) && last?.madeOn === today && isSame(saysNothing, earlier.at(-2) ?? saysNothing))
        removeDealCall(db, last.id)
      else putDealCall(db, dealId, today, fields)
    }
    return changed === 0 ? nothingDone(0) : done(changed, { count: changed, name: changed === 1 ? label : '' })
  },

  peopleCalls: ({ db, today }) => ok(loadPeopleCalls(db, today)),

  recordCall: ({ db, today }, { periodKey, cut, bySellerId, category, amountMinor, madeOn, note }) => {
    const { calendar, currency } = getSettings(db)
    const period = periodByKey(periodKey, calendar)
    if (period === undefined) return fail({ code: 'forecasts.periodUnknown', key: periodKey })
    const by = findSeller(db, bySellerId)
    const named = nameCut(db, cut)
    if (by === undefined || named === undefined) return fail({ code: 'forecasts.nobody' })
    const id = insertForecastCall(db, {
      madeOn: madeOn ?? today,
      periodKey,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      bySellerId,
      byName: by.name,
      cut: named,
      cutKey: callCutKey(named),
      category,
      amountMinor,
      currency,
      note
    })
    return done(id, { name: by.name })
  },

  removeCall: ({ db }, { callId }) => {
    const call = findForecastCall(db, callId)
    if (call === undefined) return fail({ code: 'forecasts.callMissing' })
    removeForecastCall(db, callId)
    return done(null, { name: call.byName })
  },

  keepPipeline: ({ db, today }, { scenarioId, name }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const simulated = findSimulated(db, scenarioId)
    if (simulated === undefined) return fail({ code: 'forecasts.pipelineMissing' })
    const loaded = loadPipeline(db, scenarioId, simulated.choices, today)
    if (loaded.fingerprint !== simulated.fingerprint) return fail({ code: 'forecasts.pipelineOutdated' })
    return done(insertKeptPipeline(db, scenarioId, { name, ...toKeep(simulated, loaded.span) }), { name })
  },

  keptPipelines: ({ db }, { scenarioId }) => ok(listKeptPipelines(db, scenarioId)),

  removePipeline: ({ db }, { forecastId }) => {
    const found = findKeptPipeline(db, forecastId)
    if (found === undefined) return fail({ code: 'forecasts.notFound' })
    const locked = requireOpenScenario(db, found.scenarioId)
    if (locked) return fail(locked)
    removeKeptPipeline(db, forecastId)
    return done(null, { name: found.kept.name })
  }
}

type Change = { readonly [Part in keyof DealCallFields]?: DealCallFields[Part] | undefined }

/** What isn't named stays as it was called. */
function mergeCall(before: DealCallFields, change: Change): DealCallFields {
  const part = <Part extends keyof DealCallFields>(name: Part): DealCallFields[Part] => {
    const said = change[name]
    return said === undefined ? before[name] : said
  }
  return {
    category: part('category'),
    chanceRatio: part('chanceRatio'),
    closeOn: part('closeOn'),
    amountMinor: part('amountMinor'),
    note: part('note')
  }
}

const isSame = (one: DealCallFields, other: DealCallFields): boolean =>
  one.category === other.category &&
  one.chanceRatio === other.chanceRatio &&
  one.closeOn === other.closeOn &&
  one.amountMinor === other.amountMinor &&
  one.note === other.note

type AskedCallCut = { kind: 'company' } | { kind: 'team'; teamId: TeamId } | { kind: 'seller'; sellerId: SellerId }

function nameCut(db: Reader, cut: AskedCallCut): CallCut | undefined {
  if (cut.kind === 'company') return cut
  const found = cut.kind === 'team' ? findTeam(db, cut.teamId) : findSeller(db, cut.sellerId)
  return found && { ...cut, name: found.name }
}
