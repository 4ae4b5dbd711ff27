// Which accounts are probably one company: by name, web domain or tax id, without the pairs that a user has decided about.
import { findSimilarNames } from './name-similarity.ts'
import type { AccountId, AccountPair } from './types.ts'

export interface AccountIdentity {
  id: AccountId
  name: string
  nameKey: string
  domain: string | null
  taxId: string | null
  deals: number
}

/** Domains of mail providers say nothing about a company. */
const sharedDomains = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.es outlook.com outlook.es live.com msn.com yahoo.com yahoo.es icloud.com me.com ' +
    'aol.com gmx.com gmx.de gmx.net web.de proton.me protonmail.com telefonica.net terra.es'
  ).split(' ')
)

const largestGroup = 5

/** Places of accounts that share a value; values that many share tell nothing. */
function pairsBy(
  accounts: readonly AccountIdentity[],
  readValue: (account: AccountIdentity) => string | null
): [number, number][] {
  const groups = new Map<string, number[]>()
  for (const [index, account] of accounts.entries()) {
    const value = readValue(account)
    if (value !== null && value !== '') groups.set(value, [...(groups.get(value) ?? []), index])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.length <= largestGroup)
    .flatMap((group) =>
      group.flatMap((left, at) => group.slice(at + 1).map((right): [number, number] => [left, right]))
    )
}

/**
 * Finds accounts that are probably one company.
 *
 * Names come from `findSimilarNames`; the same tax id or web domain (mail providers aside) makes a pair too. Two different tax ids
 * speak against it: such a pair is only given when the names are the same.
 *
 * @param accounts all accounts, in any order
 * @param keptApart pairs of name keys that are known to be two, either way round
 * @param least similarity of names from which a pair is given, 0 to 1
 * @returns the likeliest first, with reasons
 * @missing an empty list when no two are alike; accounts without domain or tax id are held together by name alone
 * @example findAccountPairs(accounts, []) // [{ leftId: 1, rightId: 2, similarity: 0.99, reasons: ['spaces'], … }]
 */
export function findAccountPairs(
  accounts: readonly AccountIdentity[],
  keptApart: readonly { leftKey: string; rightKey: string }[],
  least = 0.85
): AccountPair[] {
  const apart = new Set(
    keptApart.flatMap(({ leftKey, rightKey }) => [`${leftKey}\n${rightKey}`, `${rightKey}\n${leftKey}`])
  )
  const found = new Map<number, { left: number; right: number; similarity: number; reasons: string[] }>()
  const keyOf = (left: number, right: number): number => left * accounts.length + right
  for (const pair of findSimilarNames(
    accounts.map((account) => account.name),
    least
  ))
    found.set(keyOf(pair.left, pair.right), { ...pair, reasons: [...pair.reasons] })
  const add = (pairs: readonly [number, number][], reason: string, similarity: number): void => {
    for (const [left, right] of pairs) {
      const there = found.get(keyOf(left, right))
      if (there === undefined) found.set(keyOf(left, right), { left, right, similarity, reasons: [reason] })
      else {
        there.reasons.push(reason)
        there.similarity = Math.max(there.similarity, similarity)
      }
    }
  }
  add(
    pairsBy(accounts, (account) => (sharedDomains.has(account.domain ?? '') ? null : account.domain)),
    'domain',
    0.9
  )
  add(
    pairsBy(accounts, (account) => account.taxId),
    'taxId',
    0.98
  )
  const pairs: AccountPair[] = []
  for (const { left, right, similarity, reasons } of found.values()) {
    const [a, b] = [accounts[left], accounts[right]]
    if (a === undefined || b === undefined || apart.has(`${a.nameKey}\n${b.nameKey}`)) continue
    if (a.taxId !== null && b.taxId !== null && a.taxId !== b.taxId && a.nameKey !== b.nameKey) continue
    pairs.push({
      leftId: a.id,
      leftName: a.name,
      leftDeals: a.deals,
      rightId: b.id,
      rightName: b.name,
      rightDeals: b.deals,
      similarity,
      reasons
    })
  }
  return pairs.sort((a, b) => b.similarity - a.similarity || b.leftDeals + b.rightDeals - a.leftDeals - a.rightDeals)
}
