// Who sells and who leads them: people, the names under which exports know them, teams as a tree, and who was in which team when.
// People is used by every other domain and uses none.
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type SellerId = Id<'seller'>
export type TeamId = Id<'team'>
export type SellerAliasId = Id<'sellerAlias'>
export type MembershipId = Id<'membership'>

/** What a person does. `sdr`: opens and qualifies leads; `account_manager`: keeps and grows accounts. */
export const sellerRoles = ['seller', 'account_manager', 'sdr', 'manager', 'other'] as const
export type SellerRole = (typeof sellerRoles)[number]

/** The facts of a person. Null is unknown, never 0 or an empty text. */
export interface SellerFields {
  name: string
  role: SellerRole
  email: string | null
  location: string | null
  hiredOn: IsoDate | null
  /** The last day of work; null while the person works here. */
  leftOn: IsoDate | null
  /** Fixed pay for a year, minor units of `payCurrency`. */
  basePayMinor: number | null
  /** Variable pay for a year at 100 % attainment, minor units of `payCurrency`. */
  variablePayMinor: number | null
  payCurrency: CurrencyCode | null
  /** The person's id in the CRM or the payroll. */
  externalId: string | null
  notes: string
}

export interface Seller extends SellerFields {
  id: SellerId
}

/** A person as the table shows it, with the team of the day asked for. */
export interface SellerRow extends Seller {
  /** The team on the day asked for; of someone who left the last one, of someone who hasn't started the first one. */
  teamId: TeamId | null
  teamName: string | null
  /** Names of the teams from the top down to the person's own. */
  teamPath: string[]
  /** Who leads the person: the lead of the team, or of the team above for the lead. */
  managerId: SellerId | null
  managerName: string | null
  aliases: string[]
  /** Works here on the day asked for. */
  isActive: boolean
  /** Another person has the same name: exports can't tell the two apart by name. */
  isNameShared: boolean
}

export interface SellerAlias {
  id: SellerAliasId
  sellerId: SellerId
  alias: string
}

/** Who was in which team when; both days are included, null is open. */
export interface Membership {
  id: MembershipId
  sellerId: SellerId
  teamId: TeamId
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

export interface MembershipRow extends Membership {
  teamName: string
}

export interface SellerDetail extends SellerRow {
  aliasRows: SellerAlias[]
  /** Newest first. */
  memberships: MembershipRow[]
  /** Teams that this person leads. */
  leads: { teamId: TeamId; teamName: string }[]
}

export interface Team {
  id: TeamId
  parentId: TeamId | null
  name: string
  managerId: SellerId | null
}

export interface TeamRow extends Team {
  managerName: string | null
  /** Names from the top down to this team. */
  path: string[]
  /** 0 for a team at the top. */
  depth: number
  /** People in this very team on the day asked for. */
  memberCount: number
  /** People in this team and those below it. */
  totalCount: number
}

/** A person found under a name. */
export interface NameMatch {
  sellerId: SellerId
  sellerName: string
  /** Whether the text is the person's name or one of the aliases. */
  by: 'name' | 'alias'
}

/** Rows elsewhere that point to a person: what removing the person would touch. */
export interface SellerUse {
  /** Name of the table, e.g. 'opportunities'. */
  table: string
  rows: number
  /** `kept`: the rows stay, without the person. `goesToo`: the row means nothing without the person. */
  effect: 'kept' | 'goesToo'
}

export interface PasteOutcome {
  created: number
  changed: number
  same: number
}

export type PeopleError =
  | { code: 'people.sellerMissing' }
  | { code: 'people.teamMissing' }
  | { code: 'people.aliasMissing' }
  | { code: 'people.membershipMissing' }
  | { code: 'people.nameEmpty' }
  | { code: 'people.aliasEmpty' }
  | { code: 'people.aliasTaken'; alias: string; sellerName: string }
  | { code: 'people.emailWrong'; email: string }
  | { code: 'people.leaveBeforeHire'; hiredOn: IsoDate; leftOn: IsoDate }
  | { code: 'people.payNegative'; name: string }
  | { code: 'people.payWithoutCurrency'; name: string }
  | { code: 'people.externalIdTaken'; externalId: string; sellerName: string }
  | { code: 'people.sellerInUse'; name: string; rows: number }
  | { code: 'people.teamNameEmpty' }
  | { code: 'people.teamNameTaken'; name: string }
  | { code: 'people.teamLoop'; name: string; parentName: string }
  | { code: 'people.teamInUse'; name: string; members: number; teams: number }
  | { code: 'people.pasteRefused'; row: number; problem: string }
