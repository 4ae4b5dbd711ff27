// The difference between two cases on one base, shared out over what differs; and how far each lever moves a case by itself.
import type { CaseOutcome, EffectKey } from '../case-types.ts'
import { type CaseDraft, clearDraft, makeDraft, sumClosed, sumMade } from './draft.ts'
import { addUp, evaluate, type Workbench, yearOf } from './evaluate.ts'
import type { CaseModel } from './model.ts'
import { applyMiddle, hasRange, othersKey, type Piece, rankOf } from './pieces.ts'
import { roundToTotal, shapleyValues } from './shapley.ts'

/** 2^13 sets are worked out in a few milliseconds. */
const mostPlayers = 13

/** One thing that differs: its pieces in the one case and in the other. */
interface Slot {
  readonly key: EffectKey
  readonly from: readonly Piece[]
  readonly to: readonly Piece[]
  player: number
}

/**
 * Shares out the difference of two cases over what differs between them.
 *
 * Each lever, the hires and each event is a player; its part is its Shapley value, so that the order of levers doesn't matter and what two of
 * them bring together is shared. Events act on nothing else, so their part is what they add. Beyond 13 players those that
 * move the year least by themselves are one player, "others".
 *
 * @param model the base of both cases
 * @param bench arrays to work with
 * @param from pieces of the one case; none for the base
 * @param to pieces of the other
 * @param deltaMinor the difference in whole minor units
 * @returns parts in whole minor units that add up to the difference, in the order of the levers
 * @source see shapleyValues; sets are worked out along a tree, so that two that differ in the last player share all the rest
 * @example one lever alone carries the whole difference
 */
export function shareDifference(
  model: CaseModel,
  bench: Workbench,
  from: readonly Piece[],
  to: readonly Piece[],
  deltaMinor: number
): { key: EffectKey; deltaMinor: number }[] {
  const slots = slotsOf(from, to)
  const differing = slots.filter(differs)
  const apart = differing.filter(isEvent)
  const playing = differing.filter((slot) => !isEvent(slot))
  const players = groupSmall(model, bench, slots, playing)
  const worth = worthOfSets(model, slots, players.length)
  const parts = shapleyValues(players.length, worth)
  const alone = apart.map((slot) => eventSum(model, slot.to) - eventSum(model, slot.from))
  const keys = [...players, ...apart.map((slot) => slot.key)]
  const rounded = roundToTotal([...parts, ...alone], deltaMinor)
  return keys.map((key, at) => ({ key, deltaMinor: rounded[at]! }))
}

function slotsOf(from: readonly Piece[], to: readonly Piece[]): Slot[] {
  const keys = [...new Set([...from, ...to].map((piece) => piece.key))]
  return keys
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((key) => ({
      key,
      from: from.filter((piece) => piece.key === key),
      to: to.filter((piece) => piece.key === key),
      player: -1
    }))
}

function differs({ from, to }: Slot): boolean {
  return from.length !== to.length || from.some((piece, at) => piece.said !== to[at]?.said)
}

const isEvent = ({ from, to }: Slot): boolean => (to[0] ?? from[0])?.acts === 'event'

/** Numbers the players, the smallest of too many as one; returns their keys. */
function groupSmall(model: CaseModel, bench: Workbench, slots: readonly Slot[], playing: readonly Slot[]): EffectKey[] {
  if (playing.length <= mostPlayers) {
    for (const [at, slot] of playing.entries()) slot.player = at
    return playing.map((slot) => slot.key)
  }
  const all = (changed: Slot | null) => slots.flatMap((slot) => (slot === changed ? slot.to : slot.from))
  const start = yearOf(model, bench, all(null))
  const bySize = playing
    .map((slot) => ({ slot, size: Math.abs(yearOf(model, bench, all(slot)) - start) }))
    .sort((a, b) => b.size - a.size)
  const large = new Set(bySize.slice(0, mostPlayers - 1).map(({ slot }) => slot))
  const keys: EffectKey[] = []
  for (const slot of playing) {
    slot.player = large.has(slot) ? keys.length : mostPlayers - 1
    if (large.has(slot)) keys.push(slot.key)
  }
  return [...keys, othersKey]
}

/** What comes in the year without events, of each set of players, at the middles. Bit i of a set: player i is as in the other case. */
function worthOfSets(model: CaseModel, slots: readonly Slot[], count: number): Float64Array {
  const worth = new Float64Array(2 ** count)
  const drafts = Array.from({ length: slots.length + 1 }, () => makeDraft(model))
  const closing = new Float64Array(model.spanMonths)
  const coming = new Float64Array(model.yearMonths)
  const firstClosed = slots.findIndex((slot) => (slot.to[0] ?? slot.from[0])?.acts !== 'made')
  const madeSlots = firstClosed < 0 ? slots.length : firstClosed
  const decided = new Int8Array(count).fill(-1)

  const visit = (at: number, set: number): void => {
    const draft = drafts[at]!
    if (at === madeSlots) sumMade(model, draft, closing)
    const slot = slots[at]
    if (slot === undefined) {
      sumClosed(model, draft, closing, coming)
      worth[set] = addUp(coming)
      return
    }
    const { player } = slot
    if (player < 0 || decided[player] !== -1) {
      step(draft, at, player < 0 || decided[player] === 0 ? slot.from : slot.to)
      visit(at + 1, set)
      return
    }
    decided[player] = 0
    step(draft, at, slot.from)
    visit(at + 1, set)
    decided[player] = 1
    step(draft, at, slot.to)
    visit(at + 1, set | (1 << player))
    decided[player] = -1
  }
  const step = (draft: CaseDraft, at: number, pieces: readonly Piece[]): void => {
    const next = drafts[at + 1]!
    next.all.set(draft.all)
    for (const piece of pieces) applyMiddle(piece, next)
  }
  clearDraft(model, drafts[0]!)
  visit(0, 0)
  return worth
}

function eventSum(model: CaseModel, pieces: readonly Piece[]): number {
  const draft = makeDraft(model)
  for (const piece of pieces) applyMiddle(piece, draft)
  return addUp(draft.events)
}

/**
 * Gives the year with each lever at its low and at its high, all others at their middles.
 *
 * @param pieces in order of application
 * @returns rounded years, the widest difference first; what has no range is left out; an event that may not happen counts as not happening
 *   at its worse end
 * @source the tornado diagram of decision analysis: R. A. Howard, "Decision Analysis: Practice and Promise", Management Science 34 (1988)
 * @example a win rate of −10 % to +20 % on 100 to come: 90 and 120
 */
export function tornadoOf(model: CaseModel, bench: Workbench, pieces: readonly Piece[]): CaseOutcome['tornado'] {
  const keys = [...new Set(pieces.filter(hasRange).map((piece) => piece.key))]
  const yearWith = (key: EffectKey, valueAt: (piece: Piece) => number): number =>
    Math.round(
      model.fixedMinor +
        addUp(
          evaluate(model, bench, pieces, (piece, draft) =>
            piece.key === key ? piece.apply(draft, valueAt(piece)) : applyMiddle(piece, draft)
          )
        )
    )
  return keys
    .map((key) => ({
      key,
      lowMinor: yearWith(key, (piece) => (piece.chanceRatio < 1 ? Math.min(0, piece.low) : piece.low)),
      highMinor: yearWith(key, (piece) => (piece.chanceRatio < 1 ? Math.max(0, piece.high) : piece.high))
    }))
    .sort((a, b) => widthOf(b) - widthOf(a) || (a.key < b.key ? -1 : 1))
}

const widthOf = ({ lowMinor, highMinor }: { lowMinor: number; highMinor: number }) => Math.abs(highMinor - lowMinor)
