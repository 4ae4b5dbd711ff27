// Makes what the pipeline forecast stands on from the file: open and closed deals with the course they took, what people have called of them,
// the stages of the playbook, and the periods with what is booked and aimed at.
import { createHash } from 'node:crypto'
import {
  countDealsLeftOut,
  type DealCourseRow,
  findDataAsOf,
  listActivityDays,
  listDealCourses,
  listDealVersions,
  listEnteredStages,
  listImportDays
} from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { listStages } from '#engine/playbook/store.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineDeal, PipelineInput, PipelineStage } from '#shared/forecasts/pipeline-types.ts'
import type { CategoryWord, DealCall, PipelineChoices } from '#shared/forecasts/pipeline-view-types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import { membershipOn, type SellerId, type TeamId } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { readCategory } from './pipeline-categories.ts'
import { courseOf, type DealTraces } from './pipeline-course.ts'
import { loadSpan, type PipelineSpan } from './pipeline-periods.ts'
import { listDealCalls } from './store-pipeline.ts'

/** Deals as the model takes them, with what the CRM says of those that a person has called otherwise. */
export interface LoadedDeals {
  readonly asOf: IsoDate
  readonly currency: CurrencyCode
  readonly deals: readonly PipelineDeal[]
  readonly stages: readonly (PipelineStage & { readonly id: StageId })[]
  /** What the CRM says, of open deals. */
  readonly recorded: ReadonlyMap<OpportunityId, DealCourseRow>
  /** The call in force, of open deals. */
  readonly callOf: ReadonlyMap<OpportunityId, DealCall>
  readonly categories: readonly CategoryWord[]
  readonly leftOut: { readonly otherCurrency: number; readonly madeLater: number; readonly closedLater: number }
  /** Says whether two states are the same. */
  readonly fingerprint: string
}

/** What calls don't touch: the larger part by far. */
type RecordedDeals = Omit<LoadedDeals, 'callOf'>

const dealTables = [
  'opportunities',
  'accounts',
  'stages',
  'stage_changes',
  'opportunity_versions',
  'activities',
  'imports',
  'sellers',
  'teams',
  'team_memberships',
  'settings',
  'exchange_rates'
]

export const findPipelineDay = (db: Reader, today: IsoDate): IsoDate => findDataAsOf(db) ?? today

export function loadPipelineDeals(db: Reader, today: IsoDate): LoadedDeals {
  const asOf = findPipelineDay(db, today)
  return remember(db, `pipeline called ${asOf}`, [...dealTables, 'deal_calls'], () => {
    const recorded = remember(db, `pipeline recorded ${asOf}`, dealTables, () => readDeals(db, asOf))
    return layCallsOver(
      recorded,
      groupBy(listDealCalls(db), (call) => call.dealId)
    )
  })
}

function readDeals(db: Reader, asOf: IsoDate): RecordedDeals {
  const { currency } = getSettings(db)
  const stages = listStages(db).map(({ id, name, position, status, probabilityRatio }) => ({
    id,
    name,
    position,
    status,
    statedRatio: probabilityRatio
  }))
  const teamOf = loadTeamsOn(db, asOf)
  const traces = loadTraces(db, asOf, new Map(stages.map((stage) => [stage.id, stage.status])))
  const deals: PipelineDeal[] = []
  const recorded = new Map<OpportunityId, DealCourseRow>()
  const words = new Map<string, number>()
  let closedLater = 0
  for (const row of listDealCourses(db, currency, asOf)) {
    const isOpen = row.status === 'open'
    if (!isOpen && row.closeOn !== null && row.closeOn > asOf) {
      closedLater += 1
      continue
    }
    if (isOpen) {
      recorded.set(row.id, row)
      const word = row.forecastCategory?.trim() ?? ''
      if (word !== '') words.set(word, (words.get(word) ?? 0) + 1)
    }
    deals.push({
      id: row.id,
      label: row.label,
      accountName: row.accountName,
      sellerId: row.sellerId,
      teamId: row.sellerId === null ? null : (teamOf.get(row.sellerId) ?? null),
      segment: row.segment,
      stageId: row.stageId,
      status: row.status,
      amountMinor: row.amountMinor,
      createdOn: row.createdOn,
      closeOn: row.closeOn,
      isNewBusiness: row.isNewBusiness === null ? null : row.isNewBusiness === 1,
      category: readCategory(row.forecastCategory),
      calledChanceRatio: null,
      ...courseOf(row, traces, asOf)
    })
  }
  const hash = createHash('sha1').update(asOf).update(currency).update(JSON.stringify(stages))
  for (const deal of deals) hash.update(JSON.stringify(deal))
  return {
    asOf,
    currency,
    deals,
    stages,
    recorded,
    categories: [...words]
      .map(([word, openDeals]) => ({ word, category: readCategory(word), openDeals }))
      .sort((one, other) => other.openDeals - one.openDeals),
    leftOut: { ...countDealsLeftOut(db, currency, asOf), closedLater },
    fingerprint: hash.digest('hex')
  }
}

/** Of an open deal what was called last stands over what the CRM says; a closed one keeps the category that it was called while it was open. */
function layCallsOver(read: RecordedDeals, calls: ReadonlyMap<OpportunityId, readonly DealCall[]>): LoadedDeals {
  const callOf = new Map<OpportunityId, DealCall>()
  const deals = read.deals.map((deal): PipelineDeal => {
    const own = calls.get(deal.id)
    if (own === undefined) return deal
    const { closeOn } = deal
    if (deal.status !== 'open') {
      const last = own.findLast(({ madeOn }) => closeOn === null || madeOn <= closeOn)
      return { ...deal, category: last?.category ?? deal.category }
    }
    const call = own.at(-1)
    if (call === undefined || !saysSomething(call)) return deal
    callOf.set(deal.id, call)
    return {
      ...deal,
      amountMinor: call.amountMinor ?? deal.amountMinor,
      closeOn: call.closeOn ?? closeOn,
      category: call.category ?? deal.category,
      calledChanceRatio: call.chanceRatio
    }
  })
  const called = deals.filter((deal, at) => deal !== read.deals[at])
  const hash = createHash('sha1').update(read.fingerprint).update(JSON.stringify(called))
  return { ...read, deals, callOf, fingerprint: hash.digest('hex') }
}

/** A call of nothing is one that was taken back on a later day. */
const saysSomething = ({ category, chanceRatio, closeOn, amountMinor, note }: DealCall): boolean =>
  category !== null || chanceRatio !== null || closeOn !== null || amountMinor !== null || note !== ''

/** The team of everybody on a day; of those who left the last one. */
function loadTeamsOn(db: Reader, on: IsoDate): Map<SellerId, TeamId> {
  const { sellers, memberships } = loadPeople(db)
  const held = groupBy(memberships, (each) => each.sellerId)
  return new Map(
    sellers.flatMap(({ id }) => {
      const membership = membershipOn(held.get(id) ?? [], on)
      return membership === undefined ? [] : [[id, membership.teamId] as const]
    })
  )
}

function loadTraces(db: Reader, asOf: IsoDate, statusOf: DealTraces['statusOf']): DealTraces {
  const activityDays = new Map<OpportunityId, IsoDate[]>()
  for (const [dealId, day] of listActivityDays(db, asOf)) {
    const days = activityDays.get(dealId)
    if (days === undefined) activityDays.set(dealId, [day])
    else days.push(day)
  }
  return {
    statusOf,
    activityDays,
    entered: groupBy(listEnteredStages(db, asOf), (each) => each.dealId),
    versions: groupBy(
      listDealVersions(db).filter(({ untilOn }) => untilOn <= asOf),
      (each) => each.dealId
    ),
    importDays: listImportDays(db)
  }
}

export interface LoadedPipeline extends LoadedDeals {
  readonly span: PipelineSpan
  readonly input: PipelineInput
}

/** Everything a simulation needs; the same choices over the same rows give the same input. */
export function loadPipeline(
  db: Reader,
  scenarioId: ScenarioId,
  { grain, reach, ...options }: PipelineChoices,
  today: IsoDate
): LoadedPipeline {
  const loaded = loadPipelineDeals(db, today)
  const span = loadSpan(db, scenarioId, { grain, reach }, loaded.asOf)
  const { asOf, currency, deals, stages } = loaded
  return {
    ...loaded,
    span,
    fingerprint: `${loaded.fingerprint} ${JSON.stringify(span.periods)}`,
    input: { asOf, currency, deals, stages, periods: span.periods, options }
  }
}
