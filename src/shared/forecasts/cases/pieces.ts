// The assumptions of a case as a list of what moves, in the one order in which it is applied whatever the order it was said in, with what
// can't be said from this base noted.
import type { CaseAssumptions, CaseBase, CaseEvent, CaseNote, EffectKey, LeverId, LeverSetting } from '../case-types.ts'
import type { CaseDraft } from './draft.ts'
import { addEvent } from './events.ts'
import { hiresStep, monthAt, startsOf } from './hires.ts'
import { getLever } from './levers/index.ts'
import type { PlacedSetting } from './levers/lever.ts'
import { type CaseModel, meanMonthDays } from './model.ts'

export interface Piece {
  readonly key: EffectKey
  readonly acts: 'made' | 'closed' | 'event'
  readonly low: number
  readonly middle: number
  readonly high: number
  /** That it happens: 1 for all but events. */
  readonly chanceRatio: number
  /** What it does at its middle, as text: pieces of two cases that say the same are no difference. */
  readonly said: string
  /** A chance below 1 makes an event count by it. */
  readonly apply: (draft: CaseDraft, value: number, chanceRatio?: number) => void
}

/** Ramp and delay come before what reads them; all else could stand in any order, and has this one so that sums round alike. */
const order: readonly (LeverId | 'hires' | 'event')[] = [
  'ramp',
  'startDelay',
  'attrition',
  'hires',
  'leads',
  'dealSize',
  'price',
  'winRate',
  'churn',
  'expansion',
  'seasonality',
  'exchangeRate',
  'cycle',
  'event'
]

export const hiresKey: EffectKey = 'hires'
export const othersKey: EffectKey = 'others'

export function keyOfSetting({ lever, currency }: Pick<LeverSetting, 'lever' | 'currency'>): EffectKey {
  return currency === undefined ? lever : `${lever}:${currency}`
}

export function keyOfEvent({ name }: Pick<CaseEvent, 'name'>): EffectKey {
  return `event:${name}`
}

/** Where an effect stands in the order; that of the group of small ones, which has pieces everywhere, is not asked. */
export function rankOf(key: EffectKey): number {
  return order.indexOf(key.split(':')[0] as LeverId | 'hires' | 'event')
}

/** As the middle of a case has it: an event counts by its chance. */
export function applyMiddle(piece: Piece, draft: CaseDraft): void {
  piece.apply(draft, piece.middle, piece.chanceRatio)
}

export function hasRange(piece: Piece): boolean {
  return piece.low < piece.high || piece.chanceRatio < 1
}

/**
 * Turns assumptions into pieces.
 *
 * A value outside its lever's bounds on this base counts as the bound, and is noted: the base moves on with each import, cases stay.
 *
 * @param model the base
 * @param assumptions in any order
 * @returns pieces in the order in which they are applied, without what moves nothing, and notes
 * @errors RangeError where a range isn't in order (low ≤ middle ≤ high), a number isn't finite, or a chance isn't one
 * @missing a lever whose basis isn't measured has no piece, and a note says what is missing
 * @example piecesOf(model, { levers: [], hires: [], events: [] }).pieces // []
 */
export function piecesOf(model: CaseModel, assumptions: CaseAssumptions): { pieces: Piece[]; notes: CaseNote[] } {
  const notes: CaseNote[] = []
  const pieces: Piece[] = []
  for (const setting of inOrder(assumptions.levers)) {
    const piece = pieceOfSetting(model, setting, notes)
    if (piece !== null) pieces.push(piece)
  }
  const hired = assumptions.hires.reduce((count, hire) => count + hire.count, 0)
  if (hired > 0) {
    if (model.base.measured.yieldPerSellerMinor === null) notes.push({ kind: 'noYield', hires: hired })
    else {
      const step = hiresStep(model, assumptions.hires)
      const said = JSON.stringify([...startsOf(model, assumptions.hires)].sort(([a], [b]) => a - b))
      const once = { low: 1, middle: 1, high: 1, chanceRatio: 1, said }
      pieces.push({ key: hiresKey, acts: 'made', ...once, apply: (draft) => step(draft) })
    }
  }
  const started = [...startsOf(model, assumptions.hires)].filter(([month]) => month + 1 <= model.asOf)
  const startedHires = started.reduce((count, [, hires]) => count + hires, 0)
  if (startedHires > 0) notes.push({ kind: 'hiresStarted', hires: startedHires })
  for (const event of inOrder(assumptions.events)) {
    const piece = pieceOfEvent(model, event)
    if (piece !== null) pieces.push(piece)
  }
  noteGaps(model.base, hired, pieces, notes)
  return { pieces: pieces.sort((a, b) => rankOf(a.key) - rankOf(b.key)), notes }
}

/** The same list whatever order it comes in, so that the same case rounds the same. */
function inOrder<T>(list: readonly T[]): T[] {
  return list
    .map((entry) => ({ entry, text: JSON.stringify(entry) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ entry }) => entry)
}

function pieceOfSetting(model: CaseModel, setting: LeverSetting, notes: CaseNote[]): Piece | null {
  const lever = getLever(setting.lever)
  const key = keyOfSetting(setting)
  checkRange(key, setting)
  if (setting.low === 0 && setting.high === 0) return null
  const missing = lever.lacks(model.base, setting)
  if (missing !== null) {
    notes.push({ kind: 'noBasis', key, missing })
    return null
  }
  const bounds = lever.bounds(model.base)
  const bounded = (value: number): number => {
    const inside = Math.min(bounds.high, Math.max(bounds.low, value))
    const isNoted = notes.some((note) => note.kind === 'atBound' && note.key === key && note.bound === inside)
    if (inside !== value && !isNoted) notes.push({ kind: 'atBound', key, bound: inside })
    return inside
  }
  const placed = placeSetting(model, setting)
  const middle = bounded(setting.middle)
  return {
    key,
    acts: lever.acts,
    low: bounded(setting.low),
    middle,
    high: bounded(setting.high),
    chanceRatio: 1,
    said: JSON.stringify([middle, setting.fromKey, setting.volumeLossRatio, setting.backfillMonths]),
    apply: (draft, value) => lever.apply(model, draft, value, placed)
  }
}

function placeSetting(model: CaseModel, setting: LeverSetting): PlacedSetting {
  if (setting.fromKey === null) return { setting, fromClosed: 0, fromMade: 0, startsAt: model.asOf }
  const from = monthAt(model, setting.fromKey)
  return { setting, fromClosed: from, fromMade: from + model.before, startsAt: Math.max(from, model.asOf) }
}

function pieceOfEvent(model: CaseModel, event: CaseEvent): Piece | null {
  const key = keyOfEvent(event)
  checkRange(key, event)
  if (!(event.chanceRatio >= 0 && event.chanceRatio <= 1))
    throw new RangeError(`A chance lies between 0 and 1, not ${event.chanceRatio}`)
  if (event.chanceRatio === 0 || (event.low === 0 && event.high === 0)) return null
  const { low, middle, high, chanceRatio } = event
  return {
    key,
    acts: 'event',
    low,
    middle,
    high,
    chanceRatio,
    said: JSON.stringify([middle, chanceRatio, event.unit, event.startKey, event.months]),
    apply: addEvent(model, event)
  }
}

function checkRange(key: EffectKey, { low, middle, high }: { low: number; middle: number; high: number }): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= middle && middle <= high))
    throw new RangeError(`The range of ${key} is not in order: ${low}, ${middle}, ${high}`)
}

function noteGaps(base: CaseBase, hired: number, pieces: Piece[], notes: CaseNote[]) {
  const has = (key: EffectKey) => pieces.some((piece) => piece.key === key)
  if (has('startDelay') && hired === 0) notes.push({ kind: 'noBasis', key: 'startDelay', missing: 'hires' })
  if (has('ramp') && hired === 0 && !has('attrition')) notes.push({ kind: 'noBasis', key: 'ramp', missing: 'hires' })
  if (base.measured.rampMonths === null && (has(hiresKey) || has('attrition'))) notes.push({ kind: 'noRamp' })
  if (base.closeLagRatios.length === 0 && pieces.some((piece) => piece.acts === 'made'))
    notes.push({ kind: 'noCloseLag' })
  const shortest = Math.min(0, ...pieces.filter((piece) => piece.key === 'cycle').map((piece) => piece.low))
  if (-shortest > base.afterMinor.length * meanMonthDays) notes.push({ kind: 'afterTooShort' })
}
