// Calls about imports: looking at files before anything is changed, importing them in one step, what came of it, and taking it back.
import { z } from 'zod'
import { command, defineContract, idArg, job, query, returns, service } from '#shared/contract/define.ts'
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import { entityNames } from './entities/entity.ts'
import type {
  DealChange,
  Differences,
  ImportError,
  ImportId,
  ImportOutcome,
  ImportPreview,
  ImportProfile,
  ImportRow,
  QualityFindingRow,
  QualityRow,
  QualityScore,
  QuarantineRow,
  RawCell,
  SourceTrace,
  UndoEffect
} from './types.ts'

const byColumn = <Value extends z.ZodType>(value: Value) => z.record(z.string().regex(/^\d+$/), value)
const encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
const cell: z.ZodType<RawCell, RawCell> = z.union([z.string().max(32_767), z.number(), z.boolean(), z.null()])

const fileChoice = z.object({
  fileIndex: z.number().int().min(0),
  password: z.string().max(255).optional(),
  encoding: encoding.optional(),
  delimiter: z.string().min(1).max(1).optional(),
  quote: z.string().max(1).optional(),
  keepsSheetsWhole: z.boolean().optional()
})

const choice = z.object({
  key: z.string(),
  entity: z.enum(entityNames).nullable().optional(),
  headerRow: z.number().int().min(0).optional(),
  headerRows: z.number().int().min(0).max(10).optional(),
  lastRow: z.number().int().min(1).optional(),
  leavesHiddenRows: z.boolean().optional(),
  ignoresProfiles: z.boolean().optional(),
  columns: byColumn(z.string().max(60)).optional(),
  dateOrders: byColumn(z.enum(['ymd', 'dmy', 'mdy'])).optional(),
  decimalSigns: byColumn(z.enum(['.', ','])).optional(),
  scales: byColumn(z.union([z.literal(1), z.literal(1000), z.literal(1_000_000)])).optional()
})

const stageChoice = z.object({
  name: z.string().max(500),
  stageId: idArg<StageId>().optional(),
  status: z.enum(['open', 'won', 'lost']).optional()
})

const identityChoice = z.object({
  entity: z.enum(['accounts', 'sellers', 'products']),
  name: z.string().max(1000),
  decision: z.enum(['same', 'different']),
  sameAs: z.string().max(1000).optional()
})

const request = z.object({
  /** Tokens of the files the user chose (main hands them out) or pasted (pasteText does). */
  files: z.array(z.string()).min(1).max(50),
  fileChoices: z.array(fileChoice).max(50).default([]),
  choices: z.array(choice).max(200).default([]),
  stages: z.array(stageChoice).max(500).default([]),
  identities: z.array(identityChoice).max(5000).default([]),
  vanished: z.enum(['keep', 'remove']).default('keep'),
  /** Where quotas and territory assignments go. */
  scenarioId: idArg<ScenarioId>().optional()
})

const importId = idArg<ImportId>()
const profileId = z.number().int().positive()
const rowId = z.number().int().positive()

export const importContract = defineContract('import', {
  /** Reads the files, understands them and says what an import would do. Changes nothing. */
  preview: job({ args: request, result: returns<ImportPreview>(), errors: returns<ImportError>() }),
  /** Imports everything in one transaction: all or nothing, one undo step. */
  run: job({
    args: request.extend({
      /** The hashes that the preview showed; when given, a file changed since is refused. */
      hashes: z.array(z.string()).optional()
    }),
    result: returns<ImportOutcome>(),
    errors: returns<ImportError>()
  }),
  /** Keeps a pasted text as if it were a file; it lives as long as the engine. */
  pasteText: service({
    args: z.object({ name: z.string().min(1).max(100), text: z.string().max(50_000_000) }),
    result: returns<{ token: string; name: string; bytes: number }>()
  }),
  /** Lets go of what was read for a preview. */
  forgetFiles: job({ args: z.object({}), result: returns<null>() }),

  listImports: query({ args: z.object({}), result: returns<ImportRow[]>() }),
  /** What an import changed about deals that were known before it. */
  getDifferences: query({
    args: z.object({ importId }),
    result: returns<Differences>(),
    errors: returns<ImportError>()
  }),
  /** The states a deal had in earlier exports, the newest first. */
  listDealHistory: query({
    args: z.object({ opportunityId: idArg<OpportunityId>() }),
    result: returns<(DealChange & { importId: ImportId; importedAt: string; fileName: string | null })[]>()
  }),
  previewUndo: query({ args: z.object({ importId }), result: returns<UndoEffect>(), errors: returns<ImportError>() }),
  /** Takes an import back as a whole, however long ago; itself a step that can be undone. */
  undoImport: command({ args: z.object({ importId }), result: returns<UndoEffect>(), errors: returns<ImportError>() }),

  listRejected: query({
    args: z.object({ importId: importId.optional(), includesClosed: z.boolean().default(false) }),
    result: returns<QuarantineRow[]>()
  }),
  /** Mends cells of rows in quarantine: null in `cells` takes a mending back to what the file has. */
  mendRejected: command({
    args: z.object({
      mends: z
        .array(z.object({ rowId, column: z.number().int().min(0), cell: cell.optional() }))
        .min(1)
        .max(5000)
    }),
    result: returns<null>(),
    errors: returns<ImportError>()
  }),
  /** Imports rows of quarantine again, as mended, with the mapping of their file. Those that still can't be taken stay. */
  retryRejected: job({
    args: z.object({ rowIds: z.array(rowId).min(1).max(100_000) }),
    result: returns<ImportOutcome & { taken: number; left: number }>(),
    errors: returns<ImportError>()
  }),
  dismissRejected: command({
    args: z.object({ rowIds: z.array(rowId).min(1).max(100_000), isDismissed: z.boolean().default(true) }),
    result: returns<null>(),
    errors: returns<ImportError>()
  }),

  listProfiles: query({ args: z.object({}), result: returns<ImportProfile[]>() }),
  renameProfile: command({
    args: z.object({ profileId, name: z.string().trim().min(1).max(200) }),
    result: returns<null>(),
    errors: returns<ImportError>()
  }),
  removeProfile: command({ args: z.object({ profileId }), result: returns<null>(), errors: returns<ImportError>() }),

  /** The file, row and original cells that a fact came from. */
  traceRow: query({
    args: z.union([
      z.object({ opportunityId: idArg<OpportunityId>() }),
      z.object({ accountId: idArg<AccountId>() }),
      z.object({ productId: idArg<ProductId>() })
    ]),
    result: returns<SourceTrace>(),
    errors: returns<ImportError>()
  }),
  /** Every quality rule over what the workspace holds now. */
  listQuality: query({ args: z.object({}), result: returns<QualityRow[]>() }),
  listQualityRows: query({
    args: z.object({ rule: z.string().max(60), limit: z.number().int().min(1).max(20_000).default(2000) }),
    result: returns<{ rows: QualityFindingRow[]; total: number }>()
  }),
  /** How sound the data under each kind of figure is. */
  listQualityScores: query({ args: z.object({}), result: returns<QualityScore[]>() })
})
