// Deals as courses in days: when each was made, which stages it was in, when something was done for it, and how it ended.
import type { StageId } from '#shared/playbook/types.ts'
import { dayNumber, type IsoDate } from '#shared/units/date.ts'
import type { PipelineDeal, PipelineInput } from '../pipeline-types.ts'

/** How a deal has ended by the end of the data. */
export const ending = { open: 0, won: 1, lost: 2 } as const
export type Ending = 0 | 1 | 2

export interface Stay {
  readonly stageId: StageId
  readonly from: number
  /** The day it left the stage, or the last day of the data. */
  readonly to: number
}

export interface DealLife {
  readonly deal: PipelineDeal
  readonly ending: Ending
  /** Numbers of days. Null: not known when it was made. */
  readonly start: number | null
  /** The day it closed; the last day of the data when it is open. Null: closed, nobody knows when. */
  readonly end: number | null
  readonly stays: readonly Stay[]
  /** Days on which something was done for it or it came into a stage; null where that isn't recorded deal by deal. */
  readonly touches: readonly number[] | null
}

export interface Lives {
  readonly asOf: number
  readonly open: readonly DealLife[]
  readonly closed: readonly DealLife[]
  /** All with a beginning and an end, from which time can be learnt. */
  readonly timed: readonly TimedLife[]
  /** The first day a close was seen: of deals made before it, only those that lived to see it are in the data. */
  readonly seenFrom: number
  readonly hasStages: boolean
}

export type TimedLife = DealLife & { readonly start: number; readonly end: number }

/**
 * Reads the deals as courses in days.
 *
 * A deal begins on the day it was made or, where that isn't known or later than its first stage, when it came into that. A deal that closed before
 * it began has no time to learn from.
 *
 * @param input deals, stages and the last day of the data
 * @returns the courses, open and closed apart
 * @missing start and end are null where a day isn't known
 * @example readLives({ ...input, deals: [] }).open // []
 */
export function readLives(input: PipelineInput): Lives {
  const asOf = dayNumber(input.asOf)
  const openStages = new Set(input.stages.filter(({ status }) => status === 'open').map(({ id }) => id))
  const lives = input.deals.map((deal) => readLife(deal, asOf, openStages))
  const closed = lives.filter((life) => life.ending !== ending.open)
  const timed = lives.filter((life): life is TimedLife => life.start !== null && life.end !== null)
  let seenFrom = asOf
  for (const { ending: how, end } of timed) if (how !== ending.open && end < seenFrom) seenFrom = end
  return {
    asOf,
    open: lives.filter((life) => life.ending === ending.open),
    closed,
    timed,
    seenFrom,
    hasStages: closed.some(({ stays }) => stays.length > 0)
  }
}

function readLife(deal: PipelineDeal, asOf: number, openStages: ReadonlySet<StageId>): DealLife {
  const how: Ending = ending[deal.status]
  const day = (on: IsoDate | null): number | null => (on === null ? null : dayNumber(on))
  const history = deal.stageHistory
    .filter(({ stageId }) => openStages.has(stageId))
    .map(({ stageId, enteredOn }) => ({ stageId, from: dayNumber(enteredOn) }))
    .filter(({ from }) => from <= asOf)
  const enteredOn = day(deal.stageEnteredOn)
  if (how === ending.open && history.at(-1)?.stageId !== deal.stageId && enteredOn !== null && enteredOn <= asOf)
    history.push({ stageId: deal.stageId, from: Math.max(enteredOn, history.at(-1)?.from ?? enteredOn) })
  const end = how === ending.open ? asOf : day(deal.closeOn)
  const begins = [day(deal.createdOn), history[0]?.from ?? null].filter((at) => at !== null)
  const made = begins.length === 0 ? null : Math.min(...begins)
  const start = made !== null && end !== null && made > end ? null : made
  const stays = history.map(({ stageId, from }, at) => ({
    stageId,
    from,
    to: Math.max(from, Math.min(history[at + 1]?.from ?? end ?? from, end ?? asOf))
  }))
  return { deal, ending: how, start, end, stays, touches: readTouches(deal, how, stays, asOf) }
}

/** Of a closed deal the last activity alone says nothing about how long it had lain still before. */
function readTouches(deal: PipelineDeal, how: Ending, stays: readonly Stay[], asOf: number): number[] | null {
  const days = [...deal.activityDays.map(dayNumber), ...stays.map(({ from }) => from)]
  if (how === ending.open) {
    if (deal.lastActivityOn !== null) days.push(dayNumber(deal.lastActivityOn))
    if (deal.stageEnteredOn !== null) days.push(dayNumber(deal.stageEnteredOn))
  }
  return days.length === 0 ? null : days.filter((at) => at <= asOf).sort((one, other) => one - other)
}
