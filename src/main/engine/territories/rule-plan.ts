// Works out what running the rules of precedence would change: which accounts they move, which they leave, and what is written for it.
import type { Reader } from '#engine/db.ts'
import { remember } from '#engine/remember.ts'
import { groupBy } from '#shared/math/group-by.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import {
  findAllWinners,
  makeRulesReady,
  type ReadyRules,
  readText,
  type Winners
} from '#shared/territories/placement/index.ts'
import type { RuleCondition, RulesOutcome, TerritoryRule } from '#shared/territories/rule-types.ts'
import { holdsDay } from '#shared/territories/rules.ts'
import type { Assignment, AssignmentId, PlacementEvidence, TerritoryId } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { accountTables, type KnownAccount, loadKnownAccounts } from './known-accounts.ts'
import { listAssignments, listTerritories, type StoredTerritory } from './store.ts'
import { listRules, type StoredRule } from './store-rules.ts'

export interface RuleAnswers {
  readonly rules: readonly StoredRule[]
  readonly ready: ReadyRules
  readonly accounts: readonly KnownAccount[]
  /** In the order of the accounts. */
  readonly winners: readonly Winners[]
  readonly territories: ReadonlyMap<TerritoryId, StoredTerritory>
}

/** Asks all rules about all accounts. */
export function answerRules(db: Reader, scenarioId: ScenarioId): RuleAnswers {
  return remember(db, `rules ${scenarioId}`, [...accountTables, 'territory_rules', 'territories', 'teams'], () => {
    const rules = listRules(db, scenarioId)
    const territories = new Map(listTerritories(db, scenarioId).map((territory) => [territory.id, territory]))
    const ready = makeRulesReady(rules, new Map([...territories].map(([id, { kind }]) => [id, kind])))
    const accounts = loadKnownAccounts(db)
    const winners = findAllWinners(
      ready,
      accounts.map(({ fields }) => fields)
    )
    return { rules, ready, accounts, winners, territories }
  })
}

export interface RuleOptions {
  keepManual: boolean
  keepAligned: boolean
}

/** What running the rules writes. */
export interface RulePlan {
  readonly outcome: RulesOutcome
  readonly removed: readonly AssignmentId[]
  readonly placed: readonly RulePlacement[]
  /** Placements that stay, with the rule that holds for them now. */
  readonly stays: readonly (RulePlacement & { readonly assignment: Assignment })[]
}

export interface RulePlacement {
  readonly account: KnownAccount
  readonly rule: TerritoryRule
  /** How many rules lose to it. */
  readonly losing: number
}

interface GrowingPlan {
  outcome: RulesOutcome
  removed: AssignmentId[]
  placed: RulePlacement[]
  stays: RulePlan['stays'][number][]
}

/**
 * Plans a run of the rules.
 *
 * An account for which no rule holds leaves its territory when an earlier run put it there; where a proposal by teams or by a field put it, it
 * stays. Accounts that a person or an alignment placed stay with all their dates, unless told otherwise. Overlays are placed beside.
 */
export function planRules(
  db: Reader,
  scenarioId: ScenarioId,
  onDate: IsoDate,
  { keepManual, keepAligned }: RuleOptions
): RulePlan {
  const { accounts, winners, territories } = answerRules(db, scenarioId)
  const ofAccount = groupBy(listAssignments(db, scenarioId), (each) => each.accountId)
  const isKept = ({ source }: Assignment): boolean =>
    (source === 'manual' && keepManual) || (source === 'alignment' && keepAligned)
  const isMain = (each: Assignment): boolean => territories.get(each.territoryId)?.kind === 'main'
  const plan: GrowingPlan = {
    outcome: { placed: 0, moved: 0, unplaced: 0, keptManual: 0 },
    removed: [],
    placed: [],
    stays: []
  }
  for (const [at, account] of accounts.entries()) {
    const { main, losing, overlays } = winners[at] ?? { main: null, losing: [], overlays: [] }
    const own = ofAccount.get(account.id) ?? []
    const [inMain, inOverlays] = [own.filter(isMain), own.filter((each) => !isMain(each))]
    const current = inMain.filter((each) => holdsDay(each, onDate))
    let isMoved = false
    if (inMain.some(isKept)) {
      plan.outcome.keptManual += 1
      if (current.length === 0) plan.outcome.unplaced += 1
    } else if (main) {
      plan.outcome.placed += 1
      const placement = { account, rule: main, losing: losing.length }
      const [only] = current
      if (current.length === 1 && only?.territoryId === main.territoryId && only.source === 'rule')
        plan.stays.push({ ...placement, assignment: only })
      else {
        isMoved = current.length !== 1 || only?.territoryId !== main.territoryId
        plan.removed.push(...inMain.map((each) => each.id))
        plan.placed.push(placement)
      }
    } else {
      const leaves = inMain.filter((each) => each.source !== 'rule' || each.evidence?.method === 'rule')
      plan.removed.push(...leaves.map((each) => each.id))
      const stays = current.filter((each) => !leaves.includes(each))
      isMoved = stays.length !== current.length
      if (stays.length === 0) plan.outcome.unplaced += 1
    }
    if (planOverlays(plan, account, overlays, inOverlays, isKept)) isMoved = true
    if (isMoved) plan.outcome.moved += 1
  }
  return plan
}

/** Overlays by rules: an account comes into those whose rules hold, and leaves those that rules put it in and that hold no longer. */
function planOverlays(
  plan: GrowingPlan,
  account: KnownAccount,
  overlays: readonly TerritoryRule[],
  own: readonly Assignment[],
  isKept: (each: Assignment) => boolean
): boolean {
  let isChanged = false
  for (const each of own) {
    if (isKept(each) || overlays.some((rule) => rule.territoryId === each.territoryId)) continue
    if (each.source === 'rule' && each.evidence?.method !== 'rule') continue
    plan.removed.push(each.id)
    isChanged = true
  }
  for (const rule of overlays) {
    const there = own.find((each) => each.territoryId === rule.territoryId)
    if (there === undefined) {
      plan.placed.push({ account, rule, losing: 0 })
      isChanged = true
    } else if (there.source === 'rule') plan.stays.push({ account, rule, losing: 0, assignment: there })
  }
  return isChanged
}

/** From this many on, of a list of values only those that the account has are kept with it. */
const longList = 12

/** What a rule found at an account, kept with its placement. */
export function evidenceOf({ account, rule, losing }: RulePlacement): PlacementEvidence {
  const conditions = rule.conditions.map((condition) => cutToAccount(condition, account))
  return { method: 'rule', ruleId: rule.id, position: rule.position, conditions, losing }
}

function cutToAccount(condition: RuleCondition, { id, fields }: KnownAccount): RuleCondition {
  switch (condition.kind) {
    case 'account':
      return { ...condition, accountIds: [id] }
    case 'text': {
      if (condition.isNot || condition.values.length < longList) return condition
      const key = nameKey(readText(fields, condition.field) ?? '')
      return { ...condition, values: condition.values.filter((value) => nameKey(value) === key) }
    }
    case 'product':
      if (condition.productIds.length < longList) return condition
      return { ...condition, productIds: condition.productIds.filter((product) => fields.productIds.has(product)) }
    default:
      return condition
  }
}

/** Accounts that lie elsewhere than the rules say and that running them would move; none where there are no rules. */
export function countOutdated(db: Reader, scenarioId: ScenarioId, onDate: IsoDate): number {
  if (listRules(db, scenarioId).length === 0) return 0
  return planRules(db, scenarioId, onDate, { keepManual: true, keepAligned: true }).outcome.moved
}
