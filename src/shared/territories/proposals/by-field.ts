// Places each account by a field of its own: country, region, industry or segment.
import { nameKey } from '#shared/units/name-key.ts'
import type { Proposal } from '../types.ts'
import type { ProposalMethod } from './proposal-method.ts'

/**
 * Proposes one territory per value of a field, and places each account by its value.
 *
 * Values that differ only in case, accents, spaces or punctuation are one territory, named by the spelling that most accounts have (the
 * first in the alphabet when two are as frequent).
 *
 * @param input accounts
 * @param request which field
 * @returns the proposal, territories in the order of their names
 * @missing an account without a value is left unplaced with that reason
 * @source the product's own rule
 * @example byField.propose({ accounts: [], teams: [] }, { method: 'byField', field: 'region' }).territories // []
 */
export const byField: ProposalMethod<'byField'> = {
  id: 'byField',
  propose: ({ accounts }, { field }) => {
    const spellings = new Map<string, Map<string, number>>()
    const proposal: Proposal = { territories: [], placements: [], unplaced: [] }
    for (const account of accounts) {
      const value = account[field]?.trim() ?? ''
      if (value === '') {
        proposal.unplaced.push({ accountId: account.accountId, reason: { kind: 'noValue', field } })
        continue
      }
      const territoryKey = `${field}-${nameKey(value)}`
      const seen = spellings.get(territoryKey) ?? new Map<string, number>()
      spellings.set(territoryKey, seen.set(value, (seen.get(value) ?? 0) + 1))
      proposal.placements.push({
        accountId: account.accountId,
        territoryKey,
        evidence: { method: 'byField', field, value }
      })
    }
    proposal.territories = [...spellings]
      .map(([key, seen]) => ({ key, name: mostFrequent(seen), teamId: null }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
    return proposal
  }
}

function mostFrequent(seen: ReadonlyMap<string, number>): string {
  const [first] = [...seen].sort(
    ([oneName, oneCount], [otherName, otherCount]) => otherCount - oneCount || (oneName < otherName ? -1 : 1)
  )
  return first?.[0] ?? ''
}
