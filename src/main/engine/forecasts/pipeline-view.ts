// What a screen sees of the pipeline: the state of what is open, the last simulation in names, and its deals in rows.
import type { Reader } from '#engine/db.ts'
import { listSellers, listTeams } from '#engine/people/store.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { DealOutlook, GroupOutcome, PipelineDeal } from '#shared/forecasts/pipeline-types.ts'
import type {
  NamedOutcome,
  PipelineChoices,
  PipelineDealDetail,
  PipelineDealRow,
  PipelineOverview,
  PipelineResult
} from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type LoadedDeals, type LoadedPipeline, loadPipeline, loadPipelineDeals } from './load-pipeline.ts'
import { readCategory } from './pipeline-categories.ts'
import { findSimulated, type Simulated } from './pipeline-shelf.ts'
import { totalOf } from './pipeline-total.ts'
import { listCallsOfDeal } from './store-pipeline.ts'

export function overviewOf(
  db: Reader,
  scenarioId: ScenarioId,
  choices: PipelineChoices,
  today: IsoDate
): PipelineOverview {
  const loaded = loadPipeline(db, scenarioId, choices, today)
  const open = loaded.deals.filter(isOpen)
  const simulated = findSimulated(db, scenarioId)
  return {
    asOf: loaded.asOf,
    currency: loaded.currency,
    planYear: loaded.span.planYear,
    runningYear: loaded.span.runningYear,
    open: {
      deals: open.length,
      amountMinor: open.reduce((sum, deal) => sum + (deal.amountMinor ?? 0), 0),
      withoutAmount: open.filter((deal) => deal.amountMinor === null).length,
      withoutCloseDate: open.filter((deal) => deal.closeOn === null).length
    },
    leftOut: loaded.leftOut,
    categories: loaded.categories,
    stages: loaded.stages.map(({ id, name, status }) => ({ id, name, status })),
    periods: loaded.span.periods,
    result: simulated === undefined ? null : resultOf(db, simulated, loaded, choices)
  }
}

const isOpen = (deal: PipelineDeal): boolean => deal.status === 'open'

function resultOf(db: Reader, simulated: Simulated, loaded: LoadedPipeline, choices: PipelineChoices): PipelineResult {
  const { deals: _, teams, sellers, percentilesMinor: __, ...forecast } = simulated.forecast
  const isSameSpan = simulated.choices.grain === choices.grain && simulated.choices.reach === choices.reach
  // Of another span the deals alone are compared: its periods are others.
  const hasNewRows = isSameSpan
    ? simulated.fingerprint !== loaded.fingerprint
    : dealsPart(simulated.fingerprint) !== dealsPart(loaded.fingerprint)
  return {
    madeAt: simulated.madeAt,
    choices: simulated.choices,
    hasNewRows,
    hasOtherChoices: JSON.stringify(simulated.choices) !== JSON.stringify(choices),
    forecast,
    total: totalOf(simulated.forecast, isSameSpan && !hasNewRows ? loaded.span : simulated.span),
    teams: nameGroups(teams, listTeams(db)),
    sellers: nameGroups(sellers, listSellers(db))
  }
}

const dealsPart = (fingerprint: string): string => fingerprint.slice(0, fingerprint.indexOf(' '))

function nameGroups(
  groups: readonly GroupOutcome[],
  known: readonly { readonly id: number; readonly name: string }[]
): NamedOutcome[] {
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return groups.map((group) => ({ ...group, name: group.id === null ? '' : (names.get(group.id) ?? '') }))
}

/** The open deals of the last simulation that are still open, as they stand now. */
export function dealRowsOf(db: Reader, scenarioId: ScenarioId, today: IsoDate): PipelineDealRow[] {
  const simulated = findSimulated(db, scenarioId)
  if (simulated === undefined) return []
  const loaded = loadPipelineDeals(db, today)
  const toRow = rowMaker(db, loaded, simulated)
  return loaded.deals.flatMap((deal) => {
    const outlook = isOpen(deal) ? simulated.outlookOf.get(deal.id) : undefined
    return outlook === undefined ? [] : [toRow(deal, outlook)]
  })
}

export function dealDetailOf(
  db: Reader,
  scenarioId: ScenarioId,
  dealId: OpportunityId,
  today: IsoDate
): PipelineDealDetail | undefined {
  const simulated = findSimulated(db, scenarioId)
  const outlook = simulated?.outlookOf.get(dealId)
  const loaded = loadPipelineDeals(db, today)
  const deal = loaded.deals.find(({ id }) => id === dealId)
  const recorded = loaded.recorded.get(dealId)
  if (simulated === undefined || outlook === undefined || deal === undefined || recorded === undefined) return undefined
  return {
    row: rowMaker(db, loaded, simulated)(deal, outlook),
    reasons: outlook.reasons,
    periodRatios: outlook.periodRatios,
    recorded: {
      category: readCategory(recorded.forecastCategory),
      categoryWord: recorded.forecastCategory,
      amountMinor: recorded.amountMinor,
      closeOn: recorded.closeOn
    },
    createdOn: deal.createdOn,
    stageEnteredOn: deal.stageEnteredOn,
    lastActivityOn: deal.lastActivityOn,
    calls: listCallsOfDeal(db, dealId).toReversed()
  }
}

function rowMaker(db: Reader, loaded: LoadedDeals, simulated: Simulated) {
  const sellers = new Map(listSellers(db).map(({ id, name }) => [id, name]))
  const teams = new Map(listTeams(db).map(({ id, name }) => [id, name]))
  const stages = new Map(loaded.stages.map(({ id, name }) => [id, name]))
  const keys = simulated.forecast.periods.map((period) => period.periodKey)
  return (deal: PipelineDeal, outlook: DealOutlook): PipelineDealRow => {
    const within = outlook.periodRatios.reduce((sum, ratio) => sum + ratio, 0)
    const amountMinor = outlook.amountMinor ?? outlook.assumedAmountMinor
    return {
      id: deal.id,
      label: deal.label,
      accountName: deal.accountName,
      sellerId: deal.sellerId,
      sellerName: deal.sellerId === null ? null : (sellers.get(deal.sellerId) ?? null),
      teamName: deal.teamId === null ? null : (teams.get(deal.teamId) ?? null),
      segment: deal.segment,
      stageId: deal.stageId,
      stageName: stages.get(deal.stageId) ?? '',
      category: deal.category,
      amountMinor: deal.amountMinor,
      assumedAmountMinor: deal.amountMinor === null ? outlook.assumedAmountMinor : null,
      closeOn: deal.closeOn,
      chanceRatio: outlook.chanceRatio,
      withinRatio: within,
      expectedMinor: outlook.expectedMinor,
      likelyKey: likeliest(outlook.periodRatios, keys),
      swingMinor:
        amountMinor === null ? null : Math.round(Math.abs(amountMinor) * Math.sqrt(Math.max(0, within * (1 - within)))),
      isOverdue: outlook.isOverdue,
      isStale: outlook.isStale,
      slips: deal.slips,
      call: loaded.callOf.get(deal.id) ?? null
    }
  }
}

/** The period with the largest chance; of equal ones the first. Null without any chance. */
function likeliest(ratios: readonly number[], keys: readonly string[]): string | null {
  const most = Math.max(0, ...ratios)
  return most === 0 ? null : (keys[ratios.indexOf(most)] ?? null)
}
