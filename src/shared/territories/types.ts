// Territories of a scenario: a tree, which account lies in which and why, who covers each, and how even they are.
// Assignments and coverage carry dates (both included, null is open), so that a change within the year needs no other table.
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, SellerRole, TeamId } from '#shared/people/types.ts'
import type { PlansError, ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type TerritoryId = Id<'territory'>
export type AssignmentId = Id<'territoryAccount'>
export type CoverageId = Id<'territorySeller'>

export type MeasureId = 'revenue' | 'accounts' | 'openPipeline'
export type IndexId = 'balance' | 'maxOverMin' | 'variation' | 'meanDeviation' | 'gini' | 'withinBand'
export type AccountField = 'country' | 'region' | 'industry' | 'segment'

/** What is summed over accounts: sold within the dates asked for, and open now. Minor units of the workspace's currency. */
export interface AccountFigures {
  accounts: number
  wonMinor: number
  wonDeals: number
  openMinor: number
  openDeals: number
}

export interface Coverage {
  id: CoverageId
  territoryId: TerritoryId
  sellerId: SellerId
  sellerName: string
  role: SellerRole
  fromOn: IsoDate | null
  toOn: IsoDate | null
  /** The last day of work of the person, when it is set. */
  leftOn: IsoDate | null
}

export interface TerritoryRow extends AccountFigures {
  id: TerritoryId
  parentId: TerritoryId | null
  name: string
  teamId: TeamId | null
  teamName: string | null
  /** 0 at the top. */
  depth: number
  /** No territory below it: what balance is measured over. */
  isLeaf: boolean
  /** Accounts placed in this very territory; the figures above hold those below too. */
  ownAccounts: number
  /** Of those below and its own, how many were placed by hand. */
  manualAccounts: number
  coverage: Coverage[]
}

/** Something that keeps a plan from being sound. The names are what the screen lists. */
export type TerritoryCheck =
  | { kind: 'unassigned'; accounts: number; wonMinor: number }
  | { kind: 'double'; accountId: AccountId; accountName: string; territoryNames: string[] }
  | { kind: 'empty'; territoryId: TerritoryId; territoryName: string }
  | { kind: 'noSeller'; territoryId: TerritoryId; territoryName: string }
  | { kind: 'aboveLeaf'; territoryId: TerritoryId; territoryName: string; accounts: number }

export interface TerritoryOverview {
  scenarioId: ScenarioId
  currency: CurrencyCode
  /** Close dates of the sales that are counted, both included; null is open. */
  fromOn: IsoDate | null
  toOn: IsoDate | null
  /** The day for which assignments and coverage are shown. */
  onDate: IsoDate
  /** In the order of the tree: each territory after the one above it. */
  territories: TerritoryRow[]
  assigned: AccountFigures
  unassigned: AccountFigures
  manualAccounts: number
  checks: TerritoryCheck[]
  /** Deals in other currencies, which no figure includes. */
  otherCurrencyDeals: number
}

/** What a rule found when it placed an account; kept with the assignment, so that it can be asked later. */
export type PlacementEvidence =
  | {
      method: 'byTeamSales'
      teamName: string
      wonMinor: number
      /** Sold to the account by anyone, in the dates that the rule looked at. */
      totalMinor: number
      deals: number
      runnerUp: { teamName: string; wonMinor: number } | null
    }
  | { method: 'byField'; field: AccountField; value: string }

/** Why a rule placed an account nowhere. */
export type UnplacedReason =
  | { kind: 'noSales' }
  | { kind: 'tie'; teamNames: string[]; wonMinor: number }
  | { kind: 'noTeam'; wonMinor: number; totalMinor: number }
  | { kind: 'noValue'; field: AccountField }

/** A territory as it is kept. Siblings go by position, then by name. */
export interface TerritoryRecord {
  id: TerritoryId
  parentId: TerritoryId | null
  name: string
  position: number
  teamId: TeamId | null
  teamName: string | null
}

/** An account in a territory, by a rule or by hand. */
export interface Assignment {
  id: AssignmentId
  territoryId: TerritoryId
  accountId: AccountId
  source: 'rule' | 'manual'
  reason: string
  evidence: PlacementEvidence | null
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

export interface TerritoryAccountRow extends AccountFigures {
  accountId: AccountId
  accountName: string
  industry: string | null
  segment: string | null
  country: string | null
  region: string | null
  territoryId: TerritoryId | null
  territoryName: string | null
  source: 'rule' | 'manual' | null
  /** Said by whoever placed it by hand. */
  reason: string
  evidence: PlacementEvidence | null
  /** For an unassigned account: where the sales so far point, or why they point nowhere. */
  hint: PlacementEvidence | UnplacedReason | null
}

export type ProposalRequest =
  | {
      method: 'byTeamSales'
      /** Level of the team tree whose teams become territories, 0 the top; absent: the first level with two teams or more. */
      depth?: number | undefined
      fromOn?: IsoDate | undefined
      toOn?: IsoDate | undefined
    }
  | { method: 'byField'; field: AccountField }

export type ProposalMethodId = ProposalRequest['method']

export interface ProposedTerritory {
  /** Unique within the proposal. */
  key: string
  name: string
  teamId: TeamId | null
}

export interface ProposedPlacement {
  accountId: AccountId
  territoryKey: string
  evidence: PlacementEvidence
}

export interface UnplacedAccount {
  accountId: AccountId
  reason: UnplacedReason
}

/** What a rule would do, before anything is written. Every account is in exactly one of the two lists. */
export interface Proposal {
  territories: ProposedTerritory[]
  placements: ProposedPlacement[]
  unplaced: UnplacedAccount[]
}

export interface ProposalPreview {
  territories: (ProposedTerritory & AccountFigures & { isNew: boolean; sellers: number })[]
  unplaced: (UnplacedAccount & { accountName: string; wonMinor: number })[]
  placed: number
  /** Accounts that stay where a person put them. */
  keptManual: number
  /** Accounts whose territory changes, against the scenario as it is. */
  moved: number
  /** Territories that end up without accounts and go. */
  removedNames: string[]
  /** Levels of the team tree that can be chosen, with how many teams each has. */
  levels: { depth: number; teams: number; names: string[] }[]
  depth: number | null
}

export interface ApplyOutcome {
  territories: number
  placed: number
  unplaced: number
}

export type TerritoriesError =
  | { code: 'territories.notFound' }
  | { code: 'territories.nameTaken'; name: string }
  | { code: 'territories.loop'; name: string; parentName: string }
  | { code: 'territories.accountMissing' }
  | { code: 'territories.sellerMissing' }
  | { code: 'territories.coverageMissing' }
  | { code: 'territories.coverageOverlaps'; sellerName: string; territoryName: string }
  | { code: 'territories.datesReversed'; fromOn: IsoDate; toOn: IsoDate }
  | { code: 'territories.nothingProposed' }
  | Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }>
