// Which rule places an account: in order of precedence, the first that holds wins; main territories and overlays each by themselves.
import type { RuleCondition, RuleId, TerritoryRule } from '../rule-types.ts'
import type { TerritoryId, TerritoryKind } from '../types.ts'
import type { RuleAccount } from './account.ts'
import { makeReady, type ReadyCondition } from './holds.ts'

export type { RuleAccount } from './account.ts'
export { findAllWinners } from './find-all.ts'
export { readNumber, readText } from './read-field.ts'

export interface ReadyRule {
  readonly rule: TerritoryRule
  readonly conditions: readonly ReadyCondition[]
}

/** Rules made ready: those of main territories in their order, and those of each overlay in theirs. */
export interface ReadyRules {
  readonly main: readonly ReadyRule[]
  readonly overlays: ReadonlyMap<TerritoryId, readonly ReadyRule[]>
}

/** Which rules hold for an account: the first of main territories wins, the others lose to it; overlays lie beside. */
export interface Winners {
  readonly main: TerritoryRule | null
  /** Rules of main territories that hold as well, in their order. */
  readonly losing: readonly TerritoryRule[]
  /** The winning rule of each overlay that has one. */
  readonly overlays: readonly TerritoryRule[]
}

/** One rule asked for one account. */
export interface Verdict {
  readonly rule: TerritoryRule
  readonly outcome: 'wins' | 'loses' | 'fails'
  readonly failing: { readonly condition: RuleCondition; readonly value: string | number | null } | null
}

/**
 * Makes rules ready to be asked for many accounts.
 *
 * @param rules rules of one scenario
 * @param kindOf the kind of each territory
 * @returns them in order of precedence: by position, then by id
 * @missing a rule of a territory that `kindOf` does not know is left out
 * @example makeRulesReady([], new Map()).main // []
 */
export function makeRulesReady(
  rules: readonly TerritoryRule[],
  kindOf: ReadonlyMap<TerritoryId, TerritoryKind>
): ReadyRules {
  const ordered = rules.toSorted((one, other) => one.position - other.position || one.id - other.id)
  const main: ReadyRule[] = []
  const overlays = new Map<TerritoryId, ReadyRule[]>()
  for (const rule of ordered) {
    const kind = kindOf.get(rule.territoryId)
    const ready = { rule, conditions: rule.conditions.map(makeReady) }
    if (kind === 'main') main.push(ready)
    if (kind === 'overlay') overlays.set(rule.territoryId, [...(overlays.get(rule.territoryId) ?? []), ready])
  }
  return { main, overlays }
}

const holds = (ready: ReadyRule, account: RuleAccount): boolean => ready.conditions.every((each) => each.holds(account))

/**
 * Finds the rules that place an account.
 *
 * @param rules made ready
 * @param account the account
 * @returns the winner, those that lose to it, and the overlays
 * @missing `main` is null when no rule holds: nobody is guessed
 * @source first match in a list of precedence, as assignment rules of CRM systems and packet filters work
 * @example findWinners(makeRulesReady([], new Map()), account).main // null
 */
export function findWinners(rules: ReadyRules, account: RuleAccount): Winners {
  const [main = null, ...losing] = rules.main.flatMap((ready) => (holds(ready, account) ? ready.rule : []))
  const overlays: TerritoryRule[] = []
  for (const ofTerritory of rules.overlays.values()) {
    const winner = ofTerritory.find((ready) => holds(ready, account))
    if (winner) overlays.push(winner.rule)
  }
  return { main, losing, overlays }
}

/**
 * Tells for every rule whether it wins, loses or fails for an account, and what it fails at.
 *
 * @param rules made ready
 * @param account the account
 * @returns one verdict a rule: main territories in their order, then overlays
 * @example explainWinners(makeRulesReady([], new Map()), account) // []
 */
export function explainWinners(rules: ReadyRules, account: RuleAccount): Verdict[] {
  return [rules.main, ...rules.overlays.values()].flatMap((group) => {
    let winner: RuleId | undefined
    return group.map((ready): Verdict => {
      const failing = ready.conditions.find((each) => !each.holds(account))
      if (failing) {
        const { condition, read } = failing
        return { rule: ready.rule, outcome: 'fails', failing: { condition, value: read(account) } }
      }
      const outcome = winner === undefined ? 'wins' : 'loses'
      winner ??= ready.rule.id
      return { rule: ready.rule, outcome, failing: null }
    })
  })
}
