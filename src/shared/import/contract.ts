// Calls about imports: looking at files before anything is changed, importing them in one step, and what came of it.
import { z } from 'zod'
import { defineContract, idArg, job, query, returns } from '#shared/contract/define.ts'
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type {
  ImportError,
  ImportId,
  ImportOutcome,
  ImportPreview,
  ImportRow,
  QualityRow,
  RejectedRow,
  SourceTrace
} from './types.ts'

const byColumn = <Value extends z.ZodType>(value: Value) => z.record(z.string().regex(/^\d+$/), value)

const choice = z.object({
  key: z.string(),
  entity: z.enum(['sellers', 'accounts', 'products', 'opportunities', 'activities']).nullable().optional(),
  columns: byColumn(z.string().max(60)).optional(),
  dateOrders: byColumn(z.enum(['ymd', 'dmy', 'mdy'])).optional(),
  decimalSigns: byColumn(z.enum(['.', ','])).optional(),
  scales: byColumn(z.union([z.literal(1), z.literal(1000), z.literal(1_000_000)])).optional()
})

const request = z.object({
  /** Tokens of the files the user chose; main hands them out. */
  files: z.array(z.string()).min(1).max(50),
  choices: z.array(choice).max(200).default([])
})

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
  listImports: query({ args: z.object({}), result: returns<ImportRow[]>() }),
  listRejected: query({
    args: z.object({ importId: idArg<ImportId>().optional() }),
    result: returns<RejectedRow[]>()
  }),
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
  listQuality: query({ args: z.object({}), result: returns<QualityRow[]>() })
})
