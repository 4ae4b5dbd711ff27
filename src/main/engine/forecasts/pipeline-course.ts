// The course a deal took, from what exports say of its stages, from the values that earlier imports gave, and from its activities.
import type { DealCourseRow, DealVersion, EnteredStage } from '#engine/crm/store.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineDeal } from '#shared/forecasts/pipeline-types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export interface DealTraces {
  readonly statusOf: ReadonlyMap<StageId, StageStatus>
  readonly activityDays: ReadonlyMap<OpportunityId, readonly IsoDate[]>
  readonly entered: ReadonlyMap<OpportunityId, readonly EnteredStage[]>
  /** The oldest first, as far as the data go. */
  readonly versions: ReadonlyMap<OpportunityId, readonly DealVersion[]>
  /** The earliest first. */
  readonly importDays: readonly IsoDate[]
}

type Course = Pick<
  PipelineDeal,
  'stageEnteredOn' | 'lastActivityOn' | 'stageHistory' | 'activityDays' | 'closeDates' | 'slips'
>

const none: readonly never[] = []

/** @param asOf the last day the data know about */
export function courseOf(row: DealCourseRow, traces: DealTraces, asOf: IsoDate): Course {
  const versions = traces.versions.get(row.id) ?? none
  const activityDays = traces.activityDays.get(row.id) ?? none
  const stageHistory = listStagesOf(row, versions, traces)
  const closeDates = listCloseDates(row, versions, traces)
  const last = activityDays.at(-1) ?? null
  const isLastKnown = row.status !== 'open' || stageHistory.at(-1)?.stageId === row.stageId
  return {
    stageHistory,
    stageEnteredOn: row.status === 'open' && isLastKnown ? (stageHistory.at(-1)?.enteredOn ?? null) : null,
    activityDays,
    lastActivityOn: later(last, row.lastActivityOn !== null && row.lastActivityOn <= asOf ? row.lastActivityOn : null),
    closeDates,
    slips: closeDates.filter(({ closeOn }, at) => closeOn > (closeDates[at - 1]?.closeOn ?? closeOn)).length
  }
}

const later = (one: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  one === null || (other !== null && other > one) ? other : one

/**
 * The open stages a deal went through. Where an export holds the history of stages, that counts; otherwise what imports changed, each stage from
 * the day of the data that brought it, the first one from the first import that can have held the deal.
 */
function listStagesOf(
  row: DealCourseRow,
  versions: readonly DealVersion[],
  { entered, statusOf, importDays }: DealTraces
): Course['stageHistory'] {
  const isOpenStage = (id: StageId) => statusOf.get(id) === 'open'
  const told = (entered.get(row.id) ?? none).filter(({ stageId }) => isOpenStage(stageId))
  const stages: { stageId: StageId; enteredOn: IsoDate }[] = told.map(({ stageId, enteredOn }) => ({
    stageId,
    enteredOn
  }))
  if (stages.length === 0 && versions.length > 0) {
    let from = firstSeen(row, importDays)
    for (const { stageId, untilOn } of versions) {
      if (stageId !== null && isOpenStage(stageId) && from !== null && stages.at(-1)?.stageId !== stageId)
        stages.push({ stageId, enteredOn: from })
      from = untilOn
    }
  }
  // An import may be newer than the history of stages that came with an earlier one.
  const since = versions.findLast(({ stageId }) => stageId !== null && stageId !== row.stageId)?.untilOn
  if (row.status === 'open' && since !== undefined && stages.at(-1)?.stageId !== row.stageId)
    stages.push({ stageId: row.stageId, enteredOn: since })
  // A history that ends in another stage than the deal is in doesn't tell when it came there.
  return row.status === 'open' && stages.at(-1)?.stageId !== row.stageId ? none : stages
}

/** The close dates a deal was expected to have while it was open, as imports gave them. */
function listCloseDates(
  row: DealCourseRow,
  versions: readonly DealVersion[],
  { statusOf, importDays }: DealTraces
): Course['closeDates'] {
  const dates: { seenOn: IsoDate; closeOn: IsoDate }[] = []
  let from = firstSeen(row, importDays)
  const add = (closeOn: IsoDate | null, seenOn: IsoDate | null) => {
    if (closeOn !== null && seenOn !== null && dates.at(-1)?.closeOn !== closeOn) dates.push({ seenOn, closeOn })
  }
  for (const { stageId, closeOn, untilOn } of versions) {
    if (stageId === null || statusOf.get(stageId) === 'open') add(closeOn, from)
    from = untilOn
  }
  if (row.status === 'open') add(row.closeOn, from)
  return dates
}

/** The first import whose data can have held the deal; where none did, the day it was made. */
const firstSeen = ({ createdOn }: DealCourseRow, importDays: readonly IsoDate[]): IsoDate | null =>
  importDays.find((day) => createdOn === null || day >= createdOn) ?? createdOn
