// Rules that say where accounts belong, in an order of precedence: the first rule that holds wins. Working them out is in placement/.
import type { AccountId, ProductId } from '#shared/crm/types.ts'
import type { Id } from '#shared/units/id.ts'
import type { TerritoryId, TerritoryKind } from './types.ts'

export type RuleId = Id<'territoryRule'>

/** Fields that hold words. `province` and `country` are what geography makes of the account's place: ISO codes; `region` is the cell as imported. */
export type TextField =
  | 'country'
  | 'region'
  | 'province'
  | 'city'
  | 'industry'
  | 'segment'
  | 'owner'
  | 'parent'
  | `custom:${string}`
/** Fields that hold numbers; revenue in minor units of the workspace's currency. */
export type NumberField = 'employees' | 'revenue' | `custom:${string}`

export type RuleCondition =
  /** Case, accents, spaces and punctuation make no difference. */
  | { kind: 'text'; field: TextField; isNot: boolean; values: string[] }
  | { kind: 'filled'; field: TextField; isFilled: boolean }
  /** From `min`, included, up to `max`, not included; null is open. */
  | { kind: 'number'; field: NumberField; min: number | null; max: number | null }
  /** Both ends included, compared over the length of each end: from 28 to 28 holds 28001 to 28999; letters in upper case. */
  | { kind: 'postal'; ranges: { from: string; to: string }[] }
  /** Has bought any of them. */
  | { kind: 'product'; productIds: ProductId[] }
  /** Named accounts. */
  | { kind: 'account'; accountIds: AccountId[] }

/** One rule: it holds for an account when all its conditions do. Without conditions it holds for every account. */
export interface TerritoryRule {
  id: RuleId
  territoryId: TerritoryId
  /** Precedence within main territories and within overlays: the smallest number that holds wins. */
  position: number
  conditions: RuleCondition[]
  /** The user's own words for it; empty: the conditions are said. */
  note: string
}

export interface RuleRow extends TerritoryRule {
  territoryName: string
  territoryKind: TerritoryKind
  /** Accounts for which it wins, for which it holds but loses to an earlier one, and those of its own that a person placed elsewhere. */
  wins: number
  loses: number
  exceptions: number
}

/** What the rules say about every account, against where accounts lie. */
export interface RulesOverview {
  rules: RuleRow[]
  accounts: number
  /** Main territories: accounts for which no rule holds. */
  withoutRule: number
  /** Accounts that lie elsewhere than the rules say and were placed by an earlier run of them: running the rules moves them. */
  outdated: number
  /** Accounts that a person placed, or an alignment, whatever the rules say. */
  exceptions: number
  /** Of the exceptions, those placed where the rules would have placed them anyway. */
  needlessExceptions: number
}

/** Why an account lies where it lies. */
export interface RuleVerdict {
  ruleId: RuleId
  territoryId: TerritoryId
  territoryName: string
  position: number
  note: string
  conditions: RuleCondition[]
  /** `wins` once at most for main territories, and once for each overlay; what a losing rule lost to is the winner. */
  outcome: 'wins' | 'loses' | 'fails'
  /** The first condition that doesn't hold, with what the account has instead; null unless it fails. */
  failing: { condition: RuleCondition; value: string | number | null } | null
}

export interface AccountPlacement {
  accountId: AccountId
  accountName: string
  verdicts: RuleVerdict[]
}

/** A value of a field with how many accounts have it, for choosing in a rule. `label` is the spelling that most have. */
export interface FieldValue {
  value: string
  label: string
  accounts: number
}

export interface RulesOutcome {
  placed: number
  moved: number
  unplaced: number
  keptManual: number
}
