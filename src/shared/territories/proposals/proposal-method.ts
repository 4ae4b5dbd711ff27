// The shape of a rule that proposes territories and places accounts in them.
import type { AccountId } from '#shared/crm/types.ts'
import type { TeamId } from '#shared/people/types.ts'
import type { AccountField, Proposal, ProposalMethodId, ProposalRequest } from '../types.ts'

/** An account as a rule sees it. */
export interface ProposalAccount extends Record<AccountField, string | null> {
  readonly accountId: AccountId
  /** What each team of the level asked for sold to it; `team` null is sellers who belong to no such team. */
  readonly sales: readonly TeamSales[]
}

export interface TeamSales {
  readonly team: { readonly id: TeamId; readonly name: string } | null
  /** Minor units. */
  readonly wonMinor: number
  readonly deals: number
}

export interface ProposalInput {
  readonly accounts: readonly ProposalAccount[]
  /** The teams of the level asked for, in the order of the tree. */
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[]
}

export interface ProposalMethod<Id extends ProposalMethodId = ProposalMethodId> {
  readonly id: Id
  readonly propose: (input: ProposalInput, request: Extract<ProposalRequest, { method: Id }>) => Proposal
}
