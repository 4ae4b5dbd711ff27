// Answers the calls about cases of what may come: their levers, outcomes, comparison and handing over a target.

import type { Reader, Writer } from '#engine/db.ts'
import { done, fail, type HandlersOf, nothingDone, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import { type CaseError, targetOfCase } from '#shared/forecasts/case-target.ts'
import type { CaseId } from '#shared/forecasts/case-types.ts'
import { workOutCase } from '#shared/forecasts/case-work-out.ts'
import type { caseCalls } from '#shared/forecasts/contract-cases.ts'
import type { ForecastSettings } from '#shared/forecasts/settings-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { loadCaseBase } from './load-cases.ts'
import {
  findCase,
  findCaseTarget,
  insertCase,
  insertCaseTarget,
  listCases,
  listCaseTargets,
  removeCase,
  removeCaseTarget,
  type StoredCase,
  updateCase
} from './store-cases.ts'
import { getForecastSettings, putForecastSettings } from './store-settings.ts'

/** The same numbers every time a case is worked out. */
const caseSeed = 1

const notFound = { code: 'plans.notFound' } as const

type Refused = { ok: false; error: CaseError }

/** The case and its scenario, open for writing, or why not. */
function openCase(db: Writer, caseId: CaseId): { ok: true; found: StoredCase } | Refused {
  const found = findCase(db, caseId)
  if (found === undefined) return { ok: false, error: { code: 'forecasts.caseMissing' } }
  const locked = requireOpenScenario(db, found.scenarioId)
  return locked === undefined ? { ok: true, found } : { ok: false, error: locked }
}

/** Two cases of one name couldn't be told apart in a list of targets. */
function refuseName(db: Reader, scenarioId: ScenarioId, name: string, except?: CaseId): CaseError | undefined {
  if (name === '') return { code: 'forecasts.caseNameMissing' }
  const taken = listCases(db, scenarioId).some((each) => each.id !== except && nameKey(each.name) === nameKey(name))
  return taken ? { code: 'forecasts.caseNameTaken', name } : undefined
}

const nextPosition = (db: Reader, scenarioId: ScenarioId): number =>
  Math.max(0, ...listCases(db, scenarioId).map((each) => each.position)) + 1

export const caseHandlers: HandlersOf<typeof caseCalls> = {
  caseBase: ({ db, today }, { scenarioId, dataAsOf }) => {
    if (findScenario(db, scenarioId) === undefined) return fail(notFound)
    const loaded = loadCaseBase(db, scenarioId, dataAsOf, today)
    return loaded.ok ? ok(loaded.answer) : fail(loaded.error)
  },

  listCases: ({ db }, { scenarioId }) =>
    findScenario(db, scenarioId) === undefined
      ? fail(notFound)
      : ok(listCases(db, scenarioId).map(({ position: _, ...row }) => row)),

  getSettings: ({ db }, { scenarioId }) =>
    findScenario(db, scenarioId) === undefined ? fail(notFound) : ok(getForecastSettings(db, scenarioId)),

  changeSettings: ({ db }, { scenarioId, change }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const before = getForecastSettings(db, scenarioId)
    const after = putForecastSettings(db, scenarioId, sorted(change))
    return JSON.stringify(before) === JSON.stringify(after) ? nothingDone(after) : done(after)
  },

  addCases: ({ db }, { scenarioId, cases }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const ids: CaseId[] = []
    for (const { kind, name, assumptions } of cases) {
      const refused = refuseName(db, scenarioId, name)
      if (refused) return fail(refused)
      const position = nextPosition(db, scenarioId)
      ids.push(insertCase(db, scenarioId, { kind, name, position, assumptions, notes: '' }))
    }
    return done(ids, { count: cases.length, name: cases[0]?.name ?? '' })
  },

  copyCase: ({ db }, { caseId, name }) => {
    const open = openCase(db, caseId)
    if (!open.ok) return open
    const { scenarioId, assumptions, notes } = open.found
    const refused = refuseName(db, scenarioId, name)
    if (refused) return fail(refused)
    const position = nextPosition(db, scenarioId)
    return done(insertCase(db, scenarioId, { kind: 'own', name, position, assumptions, notes }), { name })
  },

  renameCase: ({ db }, { caseId, name }) => {
    const open = openCase(db, caseId)
    if (!open.ok) return open
    const refused = refuseName(db, open.found.scenarioId, name, caseId)
    if (refused) return fail(refused)
    return updateCase(db, open.found, { name }) ? done(null, { name }) : nothingDone(null)
  },

  changeCase: ({ db }, { caseId, assumptions }) => {
    const open = openCase(db, caseId)
    if (!open.ok) return open
    return updateCase(db, open.found, { assumptions }) ? done(null, { name: open.found.name }) : nothingDone(null)
  },

  noteCase: ({ db }, { caseId, notes }) => {
    const open = openCase(db, caseId)
    if (!open.ok) return open
    return updateCase(db, open.found, { notes }) ? done(null, { name: open.found.name }) : nothingDone(null)
  },

  orderCases: ({ db }, { scenarioId, caseIds }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const there = listCases(db, scenarioId)
    const isSame = caseIds.length === there.length && new Set(caseIds).size === caseIds.length
    if (!(isSame && there.every((each) => caseIds.includes(each.id)))) return fail({ code: 'forecasts.caseOrderStale' })
    const changed = there.filter((each) => updateCase(db, each, { position: caseIds.indexOf(each.id) + 1 }))
    return changed.length === 0 ? nothingDone(null) : done(null)
  },

  removeCase: ({ db }, { caseId }) => {
    const open = openCase(db, caseId)
    if (!open.ok) return open
    removeCase(db, caseId)
    return done(null, { name: open.found.name })
  },

  keepCase: ({ db, now, today }, { caseId, dataAsOf, percentile, stretchRatio }) => {
    const open = openCase(db, caseId)
    if (!open.ok) return open
    const { scenarioId, name, assumptions } = open.found
    const loaded = loadCaseBase(db, scenarioId, dataAsOf, today)
    if (!loaded.ok) return fail(loaded.error)
    const { base } = loaded.answer
    const outcome = workOutCase(base, assumptions, { seed: caseSeed })
    const target = targetOfCase(base, outcome, percentile, stretchRatio)
    if (target === null) return fail({ code: 'forecasts.caseNoRange' })
    const { yearMinor, targetMinor, monthsMinor } = target
    const kept = {
      caseId,
      fiscalYear: base.fiscalYear,
      percentile,
      stretchRatio,
      yearMinor,
      range: outcome.range,
      madeAt: now,
      name,
      dataAsOf: base.dataAsOf,
      currency: base.currency,
      targetMinor
    }
    const months = base.months.map(({ periodKey, startsOn, endsOn }, at) => ({
      periodKey,
      startsOn,
      endsOn,
      amountMinor: monthsMinor[at] ?? 0
    }))
    return done({ forecastId: insertCaseTarget(db, scenarioId, kept, months), ...kept }, { name })
  },

  listCaseTargets: ({ db }, { scenarioId }) => ok(listCaseTargets(db, scenarioId)),

  removeCaseTarget: ({ db }, { forecastId }) => {
    const found = findCaseTarget(db, forecastId)
    if (found === undefined) return fail({ code: 'forecasts.caseTargetMissing' })
    const locked = requireOpenScenario(db, found.scenarioId)
    if (locked) return fail(locked)
    removeCaseTarget(db, forecastId)
    return done(null, { name: found.target.name })
  }
}

type Change = { readonly [Part in keyof ForecastSettings]?: ForecastSettings[Part] | undefined }

/** What is named, with days and keys in order and none twice. */
function sorted(change: Change): Partial<ForecastSettings> {
  const once = <Text extends string>(list: readonly Text[]): Text[] => [...new Set(list)].sort()
  return {
    ...(change.targetMinor === undefined ? {} : { targetMinor: change.targetMinor }),
    ...(change.costOfError === undefined ? {} : { costOfError: change.costOfError }),
    ...(change.budgetLines === undefined ? {} : { budgetLines: change.budgetLines }),
    ...(change.holidays === undefined ? {} : { holidays: once(change.holidays) }),
    ...(change.hiddenBreaks === undefined ? {} : { hiddenBreaks: once(change.hiddenBreaks) }),
    ...(change.missingPeriods === undefined ? {} : { missingPeriods: once(change.missingPeriods) })
  }
}
