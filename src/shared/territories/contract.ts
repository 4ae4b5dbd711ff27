// Calls about territories: see them with their figures and checks, place accounts by rules, by an alignment or by hand, say who covers what,
// size them, draw them on a map, and compare two states.
import { z } from 'zod'
import { command, defineContract, idArg, isoDateArg, job, query, returns } from '#shared/contract/define.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AlignmentDraft, MapAccounts } from './alignment-types.ts'
import { alignmentRequest, conditions, numberField, territorySettings, textField } from './args.ts'
import type { TerritoryComparison } from './compare-types.ts'
import type { Sizing, TerritorySettings } from './measure-types.ts'
import type { AccountPlacement, FieldValue, RuleId, RulesOutcome, RulesOverview } from './rule-types.ts'
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
const share = z.number().positive().max(1).nullable()
const note = z.string().trim().max(500)
const ruleId = idArg<RuleId>()

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
    args: z.object({
      scenarioId,
      name,
      kind: z.enum(['main', 'overlay']).default('main'),
      parentId: territoryId.optional(),
      teamId: idArg<TeamId>().optional()
    }),
    result: returns<TerritoryId>(),
    errors
  }),
  rename: command({ args: z.object({ territoryId, name }), result: returns<null>(), errors }),
  move: command({ args: z.object({ territoryId, parentId: territoryId.nullable() }), result: returns<null>(), errors }),
  /** Only what is given changes. `base`: null lets it follow its accounts; a text is looked up as a place. */
  change: command({
    args: z.object({
      territoryId,
      kind: z.enum(['main', 'overlay']).optional(),
      teamId: idArg<TeamId>().nullable().optional(),
      fromOn: isoDateArg().nullable().optional(),
      toOn: isoDateArg().nullable().optional(),
      capacityRatio: z.number().positive().max(100).optional(),
      base: z
        .union([
          z.object({
            lon: z.number().min(-180).max(180),
            lat: z.number().min(-90).max(90),
            label: z.string().max(200)
          }),
          z.object({ text: z.string().trim().min(1).max(200) })
        ])
        .nullable()
        .optional()
    }),
    result: returns<null>(),
    errors
  }),
  /** Its accounts become unassigned; territories below it move up. */
  remove: command({ args: z.object({ territoryId }), result: returns<null>(), errors }),
  /** `fromOn` given: as of that day; accounts stay where they were until the day before. */
  assign: command({
    args: z.object({
      scenarioId,
      territoryId,
      accountIds,
      reason: z.string().trim().max(500).default(''),
      fromOn: isoDateArg().nullable().default(null)
    }),
    result: returns<number>(),
    errors
  }),
  /** Out of main territories; with `territoryId` out of that one alone, as an overlay. */
  unassign: command({
    args: z.object({ scenarioId, accountIds, territoryId: territoryId.optional() }),
    result: returns<number>(),
    errors
  }),
  cover: command({
    args: z.object({
      territoryId,
      sellerId: idArg<SellerId>(),
      fromOn: isoDateArg().nullable().default(null),
      toOn: isoDateArg().nullable().default(null),
      shareRatio: share.default(null),
      note: note.default('')
    }),
    result: returns<CoverageId>(),
    errors
  }),
  changeCoverage: command({
    args: z.object({
      coverageId: idArg<CoverageId>(),
      fromOn: isoDateArg().nullable(),
      toOn: isoDateArg().nullable(),
      /** Absent: as it was. */
      shareRatio: share.optional(),
      note: note.optional()
    }),
    result: returns<null>(),
    errors
  }),
  uncover: command({ args: z.object({ coverageId: idArg<CoverageId>() }), result: returns<null>(), errors }),

  getSettings: query({ args: z.object({ scenarioId }), result: returns<TerritorySettings>(), errors }),
  saveSettings: command({
    args: z.object({ scenarioId, settings: territorySettings }),
    result: returns<TerritorySettings>(),
    errors
  }),
  /** Sizing by build-up; by required capacity the screen works it out with sizing/required-capacity.ts. */
  size: query({ args: z.object({ scenarioId, onDate, ...salesDates }), result: returns<Sizing>(), errors }),

  listRules: query({ args: z.object({ scenarioId, onDate }), result: returns<RulesOverview>(), errors }),
  /** Values of a field among the accounts, the most frequent first. */
  listFieldValues: query({
    args: z.object({ field: z.union([textField, numberField]) }),
    result: returns<FieldValue[]>(),
    errors
  }),
  /** The fields of one's own that accounts have, with whether all their values are numbers. */
  listOwnFields: query({
    args: z.object({}),
    result: returns<{ name: string; accounts: number; isNumeric: boolean }[]>()
  }),
  /** Without `ruleId` a new one, behind those there are, or before `beforeId`. */
  saveRule: command({
    args: z.object({
      ruleId: ruleId.optional(),
      territoryId,
      conditions,
      note: note.default(''),
      beforeId: ruleId.optional()
    }),
    result: returns<RuleId>(),
    errors
  }),
  /** All rules of the scenario in their new order. */
  orderRules: command({
    args: z.object({ scenarioId, ruleIds: z.array(ruleId).max(10_000) }),
    result: returns<null>(),
    errors
  }),
  removeRule: command({ args: z.object({ ruleId }), result: returns<null>(), errors }),
  /** What running the rules would change; nothing is written. */
  previewRules: query({
    args: z.object({
      scenarioId,
      keepManual: z.boolean().default(true),
      keepAligned: z.boolean().default(true),
      onDate
    }),
    result: returns<RulesOutcome>(),
    errors
  }),
  applyRules: command({
    args: z.object({ scenarioId, keepManual: z.boolean().default(true), keepAligned: z.boolean().default(true) }),
    result: returns<RulesOutcome>(),
    errors
  }),
  /** Which rule wins for an account, which lose, and which fail and why. */
  explainPlacement: query({
    args: z.object({ scenarioId, accountId: idArg<AccountId>() }),
    result: returns<AccountPlacement>(),
    errors
  }),

  mapAccounts: query({ args: z.object({ scenarioId, onDate, ...salesDates }), result: returns<MapAccounts>(), errors }),

  /** Looks for a better plan. Cancelling it keeps the best one found: `bestAlignment` has it. */
  align: job({ args: alignmentRequest, result: returns<AlignmentDraft>(), errors }),
  /** The best plan of the search that runs or ran last, null when there was none since the program started. */
  bestAlignment: query({ args: z.object({ scenarioId }), result: returns<AlignmentDraft | null>(), errors }),
  /** Moves that were chosen from a plan; refused when an account no longer lies where the plan found it. */
  acceptAlignment: command({
    args: z.object({
      scenarioId,
      moves: z
        .array(z.object({ accountId: idArg<AccountId>(), fromId: territoryId.nullable(), toId: territoryId }))
        .max(100_000),
      /** As of this day; absent: for the whole year. */
      fromOn: isoDateArg().nullable().default(null)
    }),
    result: returns<number>(),
    errors
  }),

  compare: query({
    args: z.object({
      left: z.object({ scenarioId, onDate }),
      right: z.object({ scenarioId, onDate }),
      ...salesDates
    }),
    result: returns<TerritoryComparison>(),
    errors
  })
})
