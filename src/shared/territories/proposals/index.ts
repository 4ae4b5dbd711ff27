// Every rule that proposes territories. A new one is a file beside these, its request in types.ts, one line here and its form on the screen.
import type { Proposal, ProposalMethodId, ProposalRequest } from '../types.ts'
import { byField } from './by-field.ts'
import { byTeamSales } from './by-team-sales.ts'
import type { ProposalInput, ProposalMethod } from './proposal-method.ts'

const byId: { readonly [Id in ProposalMethodId]: ProposalMethod<Id> } = { byTeamSales, byField }

export const proposalMethodIds: readonly ProposalMethodId[] = ['byTeamSales', 'byField']

/** Runs the rule that a request names. */
export function propose(input: ProposalInput, request: ProposalRequest): Proposal {
  return request.method === 'byField' ? byId.byField.propose(input, request) : byId.byTeamSales.propose(input, request)
}
