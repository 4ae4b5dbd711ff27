// The deals that were open on earlier days, as they stood then, with what came of them: what today's open deals are compared with. Looking at
// days, and not at deals, sees slow deals as often as a look at today's pipeline does.

import { quantile } from '#shared/math/quantile.ts'
import type { StageId } from '#shared/playbook/types.ts'
import { dayNumber } from '#shared/units/date.ts'
import type { DealLife, Ending, Lives, TimedLife } from './lives.ts'

/** How a deal stood on a day. */
export interface DealState {
  /** Null where there is no history of stages: then all deals are one stage. */
  readonly stageId: StageId | null
  readonly segment: string | null
  /** Days in its stage, or since it was made where there is no history of stages; null where that isn't known. */
  readonly age: number | null
  /** Which band of ages, 0 the youngest; null without an age. */
  readonly band: number | null
  /** Days to the close date expected then, negative when it had passed; null where nobody knows what was expected. */
  readonly lead: number | null
  /** Days since something was done for it; null where that isn't recorded. */
  readonly still: number | null
}

export interface SnapshotRow extends DealState {
  readonly life: TimedLife
  readonly ending: Ending
  /** Days from then to its end, or to the end of the data; 1 or more. */
  readonly daysLeft: number
}

/** Edges of the bands of ages, in days: band 0 ends before the first. */
export type AgeBands = (stageId: StageId | null) => readonly number[]

const [leastGap, usualRows, longestLook] = [7, 100_000, 3 * 365]
const bandShares = [0.5, 0.75, 0.9, 0.97]
/** Stays of a stage from which its own bands can be told. */
const leastStays = 20

/**
 * Finds the bands of ages: edges at the half, three quarters, nine tenths and 97 % of how long deals stayed.
 *
 * @param lives the deals
 * @returns edges for a stage; those of all stages where it has seen few stays; without history of stages, of whole deals
 * @example makeBands(readLives({ ...input, deals: [] }))(null) // []
 */
export function makeBands(lives: Lives): AgeBands {
  const stays = new Map<StageId | null, number[]>([[null, []]])
  for (const life of lives.timed) {
    if (!lives.hasStages) {
      if (life.ending !== 0) stays.get(null)?.push(life.end - life.start)
      continue
    }
    for (const [at, stay] of life.stays.entries()) {
      const isOver = life.ending !== 0 || at < life.stays.length - 1
      if (!isOver) continue
      const ofStage = stays.get(stay.stageId) ?? []
      stays.set(stay.stageId, ofStage)
      for (const group of [ofStage, stays.get(null)]) group?.push(stay.to - stay.from)
    }
  }
  const edges = new Map(
    [...stays].map(([stageId, days]) => [
      stageId,
      [...new Set(bandShares.map((share) => Math.ceil(quantile(days, share) ?? 0)).filter((edge) => edge > 0))]
    ])
  )
  return (stageId) =>
    (stays.get(stageId)?.length ?? 0) >= leastStays ? (edges.get(stageId) ?? []) : (edges.get(null) ?? [])
}

/**
 * Takes the state of a deal on a day.
 *
 * @param life the deal
 * @param day number of a day on which it was open
 * @param hasStages whether ages are days in the stage
 * @param bands edges of the bands of ages
 * @param isToday then the deal itself says its stage and close date; before, its history does
 * @returns its state
 * @missing parts that aren't known are null
 * @example stateOn(life, 20_000, false, () => [], true).band // 0
 */
export function stateOn(life: DealLife, day: number, hasStages: boolean, bands: AgeBands, isToday: boolean): DealState {
  const { deal, stays, start, touches } = life
  const stay = stays.findLast(({ from }) => from <= day)
  const stageId = !hasStages ? null : isToday ? deal.stageId : (stay?.stageId ?? null)
  const since = hasStages ? (stay?.stageId === stageId ? (stay?.from ?? null) : null) : start
  const age = since === null ? null : day - since
  const edges = bands(stageId)
  const expected = isToday
    ? deal.closeOn
    : (deal.closeDates.findLast(({ seenOn }) => dayNumber(seenOn) <= day)?.closeOn ?? null)
  const touched = touches?.findLast((at) => at <= day)
  return {
    stageId,
    segment: deal.segment,
    age,
    band: age === null ? null : edges.filter((edge) => age >= edge).length,
    lead: expected === null ? null : dayNumber(expected) - day,
    still: touched === undefined ? null : day - touched
  }
}

/**
 * Looks at the pipeline on earlier days, evenly spaced, back to when closes were first seen and at most three years.
 *
 * @param lives the deals
 * @param bands edges of the bands of ages
 * @param mostRows about as many rows at most: days lie further apart where there would be more
 * @returns one row a deal and day, deal by deal
 * @missing where there is history of stages, a deal is left out on days for which its stage isn't known
 * @source landmarking: H. C. van Houwelingen, "Dynamic Prediction by Landmarking in Event History Analysis", Scandinavian Journal of Statistics 34
 *   (2007)
 * @example takeSnapshots(readLives({ ...input, deals: [] }), () => []) // []
 */
export function takeSnapshots(lives: Lives, bands: AgeBands, mostRows = usualRows): SnapshotRow[] {
  const { asOf, timed, seenFrom, hasStages } = lives
  const from = Math.max(seenFrom, asOf - longestLook)
  const openDays = timed.reduce((sum, { start, end }) => sum + Math.max(0, end - Math.max(start, from)), 0)
  const gap = Math.max(leastGap, Math.ceil(openDays / mostRows))
  const rows: SnapshotRow[] = []
  for (const life of timed) {
    const first = Math.max(life.start, from)
    // Days that lie a whole number of gaps before the end of the data, the newest one first.
    const steps = Math.max(1, Math.ceil((asOf - life.end + 1) / gap))
    for (let day = asOf - steps * gap; day >= first; day -= gap) {
      const state = stateOn(life, day, hasStages, bands, false)
      if (hasStages && state.stageId === null) continue
      rows.push({ ...state, life, ending: life.ending, daysLeft: life.end - day })
    }
  }
  return rows
}
