// Territories of a scenario: a tree, which account lies in which and why, who covers each, and how even they are.
// Assignments and coverage carry dates (both included, null is open), so that a change within the year needs no other table.
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, SellerRole, TeamId } from '#shared/people/types.ts'
import type { PlansError, ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { RuleCondition, RuleId } from './rule-types.ts'

export type TerritoryId = Id<'territory'>
export type AssignmentId = Id<'territoryAccount'>
export type CoverageId = Id<'territorySeller'>

export type MeasureId = 'revenue' | 'accounts' | 'openPipeline' | 'workload' | 'potential' | 'custom'
export type IndexId = 'balance' | 'maxOverMin' | 'variation' | 'meanDeviation' | 'gini' | 'withinBand'
export type AccountField = 'country' | 'region' | 'industry' | 'segment'

/** An overlay lies over main territories (a product specialist, a partner team): its accounts lie in a main territory too. */
export type TerritoryKind = 'main' | 'overlay'

/** What is summed over accounts: sold within the dates asked for, and open now. Minor units of the workspace's currency. */
export interface AccountFigures {
  accounts: number
  wonMinor: number
  wonDeals: number
  openMinor: number
  openDeals: number
  /** Calls a year and hours a year, hops between accounts included where places are known (see measures/workload.ts). */
  visits: number
  workloadHours: number
  /** In the unit of the field chosen for it (minor units for revenue). */
  potential: number
  /** Share of the custom index of all accounts, 0 to 1. */
  customShare: number
  /** Accounts for which no workload or no potential is known: they count as none there, and the screen says how many. */
  withoutWorkload: number
  withoutPotential: number
}

/** Where the seller of a territory starts from. Pinned: said by a person; else the middle of its accounts, by visits. */
export interface TerritoryBase {
  lon: number
  lat: number
  label: string
  isPinned: boolean
}

export interface Coverage {
  id: CoverageId
  territoryId: TerritoryId
  sellerId: SellerId
  sellerName: string
  role: SellerRole
  fromOn: IsoDate | null
  toOn: IsoDate | null
  /** Which part of the territory is theirs, 0 to 1; null: shared with others, without fixed parts. */
  shareRatio: number | null
  /** Why: a leave, a transfer; the user's own words. */
  note: string
  /** The last day of work of the person, when it is set. */
  leftOn: IsoDate | null
}

export interface TerritoryRow extends AccountFigures {
  id: TerritoryId
  parentId: TerritoryId | null
  name: string
  kind: TerritoryKind
  teamId: TeamId | null
  teamName: string | null
  /** Both included; null is open: it is there on days within. */
  fromOn: IsoDate | null
  toOn: IsoDate | null
  /** Its share of the load relative to others: 1 is usual, 0.5 a half-time seller. */
  capacityRatio: number
  base: TerritoryBase | null
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
  /** Days of the plan's year on which nobody covers it though somebody does on others. */
  | { kind: 'gap'; territoryId: TerritoryId; territoryName: string; fromOn: IsoDate; toOn: IsoDate; days: number }
  /** Days on which the fixed parts of its sellers come to more than the whole. */
  | {
      kind: 'overlap'
      territoryId: TerritoryId
      territoryName: string
      sellerNames: string[]
      fromOn: IsoDate
      toOn: IsoDate
      shareRatio: number
    }
  /** Accounts that lie in a territory on days on which it isn't there. */
  | { kind: 'outsideDates'; territoryId: TerritoryId; territoryName: string; accounts: number }
  /** Rules have changed, or accounts have come, since the rules ran last. */
  | { kind: 'outdated'; accounts: number }
  | { kind: 'exceptions'; accounts: number; ratio: number; limitRatio: number }
  | { kind: 'dependence'; territoryId: TerritoryId; territoryName: string; accountName: string; ratio: number }

export type TerritoryCheckKind = TerritoryCheck['kind']

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
  /** A rule of precedence; its conditions as they were when it ran. */
  | { method: 'rule'; ruleId: RuleId; position: number; conditions: RuleCondition[]; losing: number }
  /** An alignment that was accepted: what the move was worth then. */
  | { method: 'alignment'; balancePoints: number; km: number | null; visitKm: number | null }

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
  kind: TerritoryKind
  teamId: TeamId | null
  teamName: string | null
  fromOn: IsoDate | null
  toOn: IsoDate | null
  capacityRatio: number
  /** Null: the middle of its accounts. */
  pinnedBase: { lon: number; lat: number; label: string } | null
}

/** An account in a territory: by a rule, by an accepted alignment, or by hand. */
export type PlacementSource = 'rule' | 'alignment' | 'manual'

export interface Assignment {
  id: AssignmentId
  territoryId: TerritoryId
  accountId: AccountId
  source: PlacementSource
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
  source: PlacementSource | null
  /** Overlays it lies in as well. */
  overlayNames: string[]
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
  /** A territory under one of another kind: overlays and main territories are trees of their own. */
  | { code: 'territories.kindsMixed'; name: string; parentName: string }
  | { code: 'territories.accountMissing' }
  | { code: 'territories.sellerMissing' }
  | { code: 'territories.coverageMissing' }
  | { code: 'territories.coverageOverlaps'; sellerName: string; territoryName: string }
  | { code: 'territories.datesReversed'; fromOn: IsoDate; toOn: IsoDate }
  | { code: 'territories.nothingProposed' }
  | { code: 'territories.ruleMissing' }
  | { code: 'territories.nothingToAlign'; territories: number; accounts: number }
  | { code: 'territories.draftMissing' }
  | { code: 'territories.draftOutdated' }
  | { code: 'territories.placeUnknown'; text: string }
  | Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }>
