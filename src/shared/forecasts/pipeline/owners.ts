// Whose sales they are: pairs of seller and team, so that one list of sums serves both.
import type { SellerId, TeamId } from '#shared/people/types.ts'
import { dayNumber } from '#shared/units/date.ts'
import type { PipelineInput } from '../pipeline-types.ts'
import { ending, type Lives } from './lives.ts'
import type { DrawnNew } from './prepare.ts'

export interface Owner {
  readonly sellerId: SellerId | null
  readonly teamId: TeamId | null
}

/** Numbers of pairs of seller and team, as they turn up. */
export class Owners {
  readonly list: Owner[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(sellerId: SellerId | null, teamId: TeamId | null): number {
    const key = `${sellerId} ${teamId}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.list.push({ sellerId, teamId })
    this.#numbers.set(key, this.list.length - 1)
    return this.list.length - 1
  }
}

export interface OwnerGroup {
  readonly id: SellerId | TeamId | null
  /** Numbers of owners. */
  readonly members: readonly number[]
}

/**
 * Groups owners by seller or by team.
 *
 * @param owners all pairs
 * @param idOf whose group
 * @returns groups in order of their ids, nobody's last
 * @example groupOwners(new Owners(), ({ sellerId }) => sellerId) // []
 */
export function groupOwners(owners: Owners, idOf: (owner: Owner) => SellerId | TeamId | null): OwnerGroup[] {
  const groups = new Map<SellerId | TeamId | null, number[]>()
  for (const [number, owner] of owners.list.entries()) {
    const members = groups.get(idOf(owner))
    if (members === undefined) groups.set(idOf(owner), [number])
    else members.push(number)
  }
  return [...groups]
    .map(([id, members]) => ({ id, members }))
    .sort((one, other) => (one.id ?? Number.POSITIVE_INFINITY) - (other.id ?? Number.POSITIVE_INFINITY))
}

/**
 * Adds up by owner what is booked in the periods. What the periods say beyond the deals belongs to nobody, so that owners add up to the periods.
 *
 * @param input periods with what is booked
 * @param lives the deals
 * @param owners pairs, added to
 * @returns minor units by number of owner
 * @example bookByOwner({ ...input, periods: [] }, lives, new Owners()) // []
 */
export function bookByOwner({ periods }: PipelineInput, lives: Lives, owners: Owners): number[] {
  const spans = periods.map(({ startsOn, endsOn }) => ({ first: dayNumber(startsOn), last: dayNumber(endsOn) }))
  const booked: number[] = []
  let left = periods.reduce((sum, { bookedMinor }) => sum + bookedMinor, 0)
  for (const { deal, ending: how, end } of lives.closed) {
    if (how !== ending.won || end === null || end > lives.asOf || deal.amountMinor === null) continue
    if (!spans.some(({ first, last }) => first <= end && end <= last)) continue
    const owner = owners.numberOf(deal.sellerId, deal.teamId)
    booked[owner] = (booked[owner] ?? 0) + deal.amountMinor
    left -= deal.amountMinor
  }
  if (left !== 0) {
    const nobody = owners.numberOf(null, null)
    booked[nobody] = (booked[nobody] ?? 0) + left
  }
  return Array.from({ length: owners.list.length }, (_, owner) => booked[owner] ?? 0)
}

/**
 * Adds up by owner what open and new deals are expected to bring.
 *
 * @param count how many owners there are
 * @param dealOwners owner of each open deal
 * @param expected what each open deal is expected to bring
 * @param news lines of new deals
 * @returns minor units by number of owner, not rounded
 * @example expectByOwner(1, [0], [5], []) // [5]
 */
export function expectByOwner(
  count: number,
  dealOwners: ArrayLike<number>,
  expected: readonly number[],
  news: readonly DrawnNew[]
): number[] {
  const sums = new Array<number>(count).fill(0)
  for (const [at, each] of expected.entries()) sums[dealOwners[at]!]! += each
  for (const { wins, amounts, firsts } of news) {
    const each = wins.reduce((sum, win) => sum + win, 0) / amounts.length
    for (let owner = 0; owner < firsts.length - 1; owner += 1)
      for (let at = firsts[owner]!; at < firsts[owner + 1]!; at += 1) sums[owner]! += each * amounts[at]!
  }
  return sums
}
