// Answers the calls about what a scenario assumes and about rules of precedence: their list and order, what running them changes, running
// them, and why an account lies where it lies. The fields they may ask about are in field-values.ts.
import { done, fail, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import { explainWinners } from '#shared/territories/placement/index.ts'
import type { RuleVerdict } from '#shared/territories/rule-types.ts'
import { listFieldValues, listOwnFields } from './field-values.ts'
import { openTerritory, type TerritoriesHandlers } from './handler-parts.ts'
import { settleDates } from './load.ts'
import { answerRules, evidenceOf, planRules } from './rule-plan.ts'
import { describeRules } from './rules-overview.ts'
import { getTerritorySettings } from './settings.ts'
import { insertAssignments, removeAssignmentsById, updateEvidence } from './store.ts'
import {
  findRule,
  insertRule,
  listRules,
  numberRules,
  putTerritorySettings,
  removeRule,
  type StoredRule,
  updateRule
} from './store-rules.ts'

const noScenario = fail({ code: 'plans.notFound' })
const noRule = fail({ code: 'territories.ruleMissing' })

export const ruleHandlers: Pick<
  TerritoriesHandlers,
  | 'getSettings'
  | 'saveSettings'
  | 'listRules'
  | 'listFieldValues'
  | 'listOwnFields'
  | 'saveRule'
  | 'orderRules'
  | 'removeRule'
  | 'previewRules'
  | 'applyRules'
  | 'explainPlacement'
> = {
  getSettings: ({ db }, { scenarioId }) =>
    findScenario(db, scenarioId) === undefined ? noScenario : ok(getTerritorySettings(db, scenarioId)),
  saveSettings: ({ db }, { scenarioId, settings }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    putTerritorySettings(db, scenarioId, settings)
    return done(settings)
  },
  listRules: ({ db, today }, { scenarioId, onDate }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    return ok(describeRules(db, scenarioId, settleDates(db, scenarioId, { onDate }, today).onDate))
  },
  listFieldValues: ({ db }, { field }) => ok(listFieldValues(db, field)),
  listOwnFields: ({ db }) => ok(listOwnFields(db)),
  saveRule: ({ db }, { ruleId, territoryId, conditions, note, beforeId }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const { scenarioId, name } = opened.territory
    const rules = listRules(db, scenarioId)
    const isHere = (id: StoredRule['id'] | undefined) => id === undefined || rules.some((rule) => rule.id === id)
    if (!isHere(ruleId) || !isHere(beforeId)) return noRule
    const position = rules.find((rule) => rule.id === ruleId)?.position ?? rules.length + 1
    const fields = { territoryId, conditions, note, position }
    if (ruleId !== undefined) updateRule(db, ruleId, fields)
    const savedId = ruleId ?? insertRule(db, scenarioId, fields)
    const saved = findRule(db, savedId)
    if (saved === undefined) throw new Error('the rule was just written')
    const others = rules.filter((rule) => rule.id !== savedId)
    const place = others.findIndex((rule) => rule.id === beforeId)
    if (place >= 0) numberRules(db, others.toSpliced(place, 0, saved))
    else if (ruleId === undefined) numberRules(db, [...others, saved])
    return done(savedId, { name })
  },
  orderRules: ({ db }, { scenarioId, ruleIds }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const rules = new Map(listRules(db, scenarioId).map((rule) => [rule.id, rule]))
    const ordered = [...new Set(ruleIds)].flatMap((id) => rules.get(id) ?? [])
    if (ordered.length !== rules.size || ruleIds.length !== rules.size) return noRule
    numberRules(db, ordered)
    return done(null)
  },
  removeRule: ({ db }, { ruleId }) => {
    const rule = findRule(db, ruleId)
    if (rule === undefined) return noRule
    const opened = openTerritory(db, rule.territoryId)
    if ('refused' in opened) return fail(opened.refused)
    removeRule(db, ruleId)
    numberRules(db, listRules(db, rule.scenarioId))
    return done(null, { name: opened.territory.name })
  },
  previewRules: ({ db, today }, { scenarioId, onDate, ...options }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    const on = settleDates(db, scenarioId, { onDate }, today).onDate
    return ok(planRules(db, scenarioId, on, options).outcome)
  },
  applyRules: ({ db, today }, { scenarioId, ...options }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const plan = planRules(db, scenarioId, settleDates(db, scenarioId, {}, today).onDate, options)
    removeAssignmentsById(db, plan.removed)
    insertAssignments(
      db,
      scenarioId,
      plan.placed.map((placement) => ({
        territoryId: placement.rule.territoryId,
        accountId: placement.account.id,
        source: 'rule',
        reason: '',
        evidence: evidenceOf(placement),
        fromOn: null,
        toOn: null
      }))
    )
    updateEvidence(
      db,
      plan.stays.flatMap(({ assignment, ...placement }) => {
        const evidence = evidenceOf(placement)
        const isSame = JSON.stringify(evidence) === JSON.stringify(assignment.evidence)
        return isSame ? [] : { id: assignment.id, evidence }
      })
    )
    return done(plan.outcome, { count: plan.outcome.moved })
  },
  explainPlacement: ({ db }, { scenarioId, accountId }) => {
    if (findScenario(db, scenarioId) === undefined) return noScenario
    const { ready, accounts, territories } = answerRules(db, scenarioId)
    const account = accounts.find((each) => each.id === accountId)
    if (account === undefined) return fail({ code: 'territories.accountMissing' })
    const verdicts = explainWinners(ready, account.fields).map(({ rule, outcome, failing }): RuleVerdict => {
      const { id: ruleId, territoryId, position, note, conditions } = rule
      const territoryName = territories.get(territoryId)?.name ?? ''
      return { ruleId, territoryId, territoryName, position, note, conditions, outcome, failing }
    })
    return ok({ accountId, accountName: account.name, verdicts })
  }
}
