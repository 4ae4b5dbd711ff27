// Calls about territories: see them with their figures and checks, propose and apply a rule, place accounts by hand, say who covers what.
import { z } from 'zod'
import { command, defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type {
  ApplyOutcome,
  CoverageId,
  ProposalPreview,
  TerritoriesError,
  TerritoryAccountRow,
  TerritoryId,
  TerritoryOverview
} from './types.ts'

const scenarioId = idArg<ScenarioId>()
const territoryId = idArg<TerritoryId>()
const name = z.string().trim().min(1).max(120)
const accountIds = z.array(idArg<AccountId>()).min(1).max(100_000)
const errors = returns<TerritoriesError>()

/** Close dates of the sales that count. Both absent: the twelve months up to the end of the data. Null: open at that end. */
const salesDates = { fromOn: isoDateArg().nullable().optional(), toOn: isoDateArg().nullable().optional() }
/** Absent: the end of the data, moved into the plan's year. */
const onDate = isoDateArg().optional()

const request = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('byTeamSales'),
    depth: z.number().int().min(0).max(50).optional(),
    fromOn: isoDateArg().optional(),
    toOn: isoDateArg().optional()
  }),
  z.object({ method: z.literal('byField'), field: z.enum(['country', 'region', 'industry', 'segment']) })
])
const proposal = {
  scenarioId,
  request,
  /** Accounts that were placed by hand stay where they are. */
  keepManual: z.boolean().default(true),
  /** Territories that end up without accounts go. */
  removeEmpty: z.boolean().default(true)
}

export const territoriesContract = defineContract('territories', {
  overview: query({
    args: z.object({ scenarioId, onDate, ...salesDates }),
    result: returns<TerritoryOverview>(),
    errors
  }),
  listAccounts: query({
    /** `territoryId` absent: all accounts; null: the unassigned ones; else those of the territory and below it. */
    args: z.object({ scenarioId, territoryId: territoryId.nullable().optional(), onDate, ...salesDates }),
    result: returns<TerritoryAccountRow[]>(),
    errors
  }),
  propose: query({ args: z.object(proposal), result: returns<ProposalPreview>(), errors }),
  applyProposal: command({
    /** `withSellers`: the sellers of each team cover the team's territory. */
    args: z.object({ ...proposal, withSellers: z.boolean().default(true) }),
    result: returns<ApplyOutcome>(),
    errors
  }),
  create: command({
    args: z.object({ scenarioId, name, parentId: territoryId.optional(), teamId: idArg<TeamId>().optional() }),
    result: returns<TerritoryId>(),
    errors
  }),
  rename: command({ args: z.object({ territoryId, name }), result: returns<null>(), errors }),
  move: command({ args: z.object({ territoryId, parentId: territoryId.nullable() }), result: returns<null>(), errors }),
  /** Its accounts become unassigned; territories below it move up. */
  remove: command({ args: z.object({ territoryId }), result: returns<null>(), errors }),
  assign: command({
    args: z.object({ scenarioId, territoryId, accountIds, reason: z.string().trim().max(500).default('') }),
    result: returns<number>(),
    errors
  }),
  unassign: command({ args: z.object({ scenarioId, accountIds }), result: returns<number>(), errors }),
  cover: command({
    args: z.object({
      territoryId,
      sellerId: idArg<SellerId>(),
      fromOn: isoDateArg().nullable().default(null),
      toOn: isoDateArg().nullable().default(null)
    }),
    result: returns<CoverageId>(),
    errors
  }),
  changeCoverage: command({
    args: z.object({
      coverageId: idArg<CoverageId>(),
      fromOn: isoDateArg().nullable(),
      toOn: isoDateArg().nullable()
    }),
    result: returns<null>(),
    errors
  }),
  uncover: command({ args: z.object({ coverageId: idArg<CoverageId>() }), result: returns<null>(), errors })
})
