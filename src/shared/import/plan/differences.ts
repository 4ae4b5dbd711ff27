// What a newer export changes about a deal that is known: the kinds of change, fields before and after, and their sums.
// Pure, and the same for the preview of an import and for looking back at one.
import { median } from '#shared/math/median.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import { daysBetween, type IsoDate } from '#shared/units/date.ts'
import type { DealChange, DealChangeKind, Differences } from '../types.ts'

/** What of a deal's state tells the kinds of change. Ids may be of any kind that can be compared. */
export interface DealState {
  status: StageStatus
  stage: number
  /** Place of an open stage in the funnel; null where it has none yet (a stage that the files bring). */
  stageOrder: number | null
  seller: number | null
  amountMinor: number | null
  currency: CurrencyCode
  closeOn: IsoDate | null
}

/** In the order in which they are shown. */
export const dealChangeKinds: readonly DealChangeKind[] = [
  'new',
  'won',
  'lost',
  'reopened',
  'advanced',
  'fellBack',
  'slipped',
  'pulledIn',
  'grown',
  'shrunk',
  'reassigned',
  'other',
  'vanished'
]

/** The most deals that are shown one by one. */
export const mostDealChanges = 500

/**
 * Tells in which ways a deal has changed.
 *
 * Close dates slip or are pulled in only while the deal is open afterwards: a deal that closes gets the day on which it closed. Amounts grow
 * or shrink only between two known amounts of one currency.
 *
 * @param before the state in the earlier export
 * @param after the state now
 * @param hasOther some field beside these differs too
 * @returns the kinds in their order, several where several apply; 'other' where fields differ and no other kind says how
 * @missing empty when nothing differs
 * @example changeKindsOf(open, { ...open, closeOn: isoDate(2027, 6, 30) }, false) // ['slipped']
 */
export function changeKindsOf(before: DealState, after: DealState, hasOther: boolean): DealChangeKind[] {
  const kinds: DealChangeKind[] = []
  let isOther = hasOther
  if (before.status !== after.status) kinds.push(after.status === 'open' ? 'reopened' : after.status)
  else if (before.stage !== after.stage) {
    const [from, to] = [before.stageOrder, after.stageOrder]
    if (after.status !== 'open' || from === null || to === null || from === to) isOther = true
    else kinds.push(to > from ? 'advanced' : 'fellBack')
  }
  if (before.closeOn !== after.closeOn) {
    if (after.status === 'open' && before.closeOn !== null && after.closeOn !== null)
      kinds.push(after.closeOn > before.closeOn ? 'slipped' : 'pulledIn')
    else isOther = true
  }
  if (before.amountMinor !== after.amountMinor || before.currency !== after.currency) {
    if (before.amountMinor !== null && after.amountMinor !== null && before.currency === after.currency)
      kinds.push(after.amountMinor > before.amountMinor ? 'grown' : 'shrunk')
    else isOther = true
  }
  if (before.seller !== after.seller) kinds.push('reassigned')
  if (isOther && kinds.length === 0) kinds.push('other')
  return kinds
}

interface KindSum {
  deals: number
  amountMinor: number
  changeMinor: number
  days: number[]
}

/** A deal that is noted: its kinds and what is summed. `homeMinor` and `homeBeforeMinor` are in the workspace's currency. */
export interface NotedChange {
  kinds: readonly DealChangeKind[]
  homeMinor: number | null
  homeBeforeMinor: number | null
  closeBefore: IsoDate | null
  closeAfter: IsoDate | null
}

/** Adds changes up by kind, and keeps the largest for showing. `Deal` is whatever the caller needs to write one out later. */
export class DifferenceBook<Deal> {
  readonly #sums = new Map<DealChangeKind, KindSum>()
  readonly #kept: { size: number; order: number; deal: Deal }[] = []
  #count = 0

  /** @param deal undefined for deals that are counted only (new ones) */
  note(change: NotedChange, deal?: Deal): void {
    const { homeMinor, homeBeforeMinor } = change
    const changed = homeMinor !== null && homeBeforeMinor !== null ? homeMinor - homeBeforeMinor : 0
    for (const kind of change.kinds) {
      const sum = this.#sums.get(kind) ?? { deals: 0, amountMinor: 0, changeMinor: 0, days: [] }
      sum.deals += 1
      sum.amountMinor += (kind === 'vanished' ? homeBeforeMinor : homeMinor) ?? 0
      sum.changeMinor += changed
      if ((kind === 'slipped' || kind === 'pulledIn') && change.closeBefore !== null && change.closeAfter !== null)
        sum.days.push(Math.abs(daysBetween(change.closeBefore, change.closeAfter)))
      this.#sums.set(kind, sum)
    }
    if (deal === undefined || change.kinds.length === 0) return
    // Winning, losing or vanishing moves the whole amount, whatever the difference of the two.
    const isWhole = change.kinds.some((kind) => wholeKinds.has(kind))
    const size = isWhole ? Math.abs(homeMinor ?? homeBeforeMinor ?? 0) : Math.abs(changed)
    this.#count += 1
    this.#kept.push({ size, order: this.#count, deal })
  }

  /**
   * Writes out what was noted.
   *
   * @param since the earlier import, null for the first of its kind
   * @param writeOut makes the shown form of a deal; called for the first 500 alone
   */
  report(since: Differences['since'], writeOut: (deal: Deal) => DealChange): Differences {
    return {
      since,
      kinds: dealChangeKinds.flatMap((kind) => {
        const sum = this.#sums.get(kind)
        if (sum === undefined) return []
        const { days, ...sums } = sum
        return [{ kind, ...sums, medianDays: median(days) ?? null }]
      }),
      deals: this.#kept
        .sort((a, b) => b.size - a.size || a.order - b.order)
        .slice(0, mostDealChanges)
        .map(({ deal }) => writeOut(deal))
    }
  }
}

const wholeKinds: ReadonlySet<DealChangeKind> = new Set(['won', 'lost', 'reopened', 'vanished'])
