// Calls about what the CRM knows, as screens read it. Facts come from imports; here a user corrects a deal over what the file says,
// joins rows that are one, and types exchange rates.
import { z } from 'zod'
import { command, defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type {
  AccountId,
  AccountPair,
  AccountRow,
  Correction,
  CorrectionId,
  CrmCounts,
  CrmError,
  CustomFields,
  InvoiceRow,
  LeadRow,
  Merge,
  MergeId,
  OpportunityId,
  OpportunityPage,
  OpportunityRow,
  ProductId,
  ProductRow,
  RateRow,
  SellerMergePreview,
  StageChange,
  TargetRow
} from './types.ts'

const filter = z.object({
  text: z.string().max(200).optional(),
  status: z.enum(['open', 'won', 'lost']).optional(),
  stageId: idArg<StageId>().optional(),
  sellerId: idArg<SellerId>().optional(),
  accountId: idArg<AccountId>().optional(),
  productId: idArg<ProductId>().optional(),
  closeFrom: isoDateArg().optional(),
  closeTo: isoDateArg().optional()
})

const correctable = z.enum([
  'name',
  'accountId',
  'productId',
  'sellerId',
  'stageId',
  'amountMinor',
  'currency',
  'createdOn',
  'closeOn'
])

const rate = z.object({
  from: z.string().length(3),
  to: z.string().length(3),
  validOn: isoDateArg(),
  rate: z.string().regex(/^\d{1,9}(\.\d{1,12})?$/)
})

export const crmContract = defineContract('crm', {
  countFacts: query({ args: z.object({}), result: returns<CrmCounts>() }),
  /** The day up to which the facts are known; null without facts. */
  getDataAsOf: query({ args: z.object({}), result: returns<IsoDate | null>() }),
  listOpportunities: query({
    args: z.object({
      filter: filter.default({}),
      sortBy: z.enum(['closeOn', 'createdOn', 'amount', 'name', 'account', 'seller', 'stage']).default('closeOn'),
      isDescending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(20_000).default(200)
    }),
    result: returns<OpportunityPage>()
  }),
  getOpportunity: query({
    args: z.object({ opportunityId: idArg<OpportunityId>() }),
    result: returns<OpportunityRow & { custom: CustomFields }>(),
    errors: returns<CrmError>()
  }),
  listAccounts: query({ args: z.object({}), result: returns<AccountRow[]>() }),
  getAccount: query({
    args: z.object({ accountId: idArg<AccountId>() }),
    result: returns<AccountRow & { custom: CustomFields }>(),
    errors: returns<CrmError>()
  }),
  listProducts: query({ args: z.object({}), result: returns<ProductRow[]>() }),
  listLeads: query({ args: z.object({}), result: returns<LeadRow[]>() }),
  listInvoices: query({ args: z.object({}), result: returns<InvoiceRow[]>() }),
  listTargets: query({ args: z.object({}), result: returns<TargetRow[]>() }),
  /** The stages a deal went through, where an export says so, the oldest first. */
  listStageChanges: query({
    args: z.object({ opportunityId: idArg<OpportunityId>() }),
    result: returns<StageChange[]>()
  }),

  listRates: query({ args: z.object({}), result: returns<RateRow[]>() }),
  /** Adds a rate, or changes the one of that day. Amounts in the workspace's currency follow at once. */
  setRate: command({
    args: rate,
    result: returns<null>(),
    errors: returns<CrmError>()
  }),
  /** The same for many rates as one step: all of them or none. */
  setRates: command({
    args: z.object({ rates: z.array(rate).min(1).max(5000) }),
    result: returns<{ set: number }>(),
    errors: returns<CrmError>()
  }),
  removeRate: command({
    args: z.object({ rateId: z.number().int().positive() }),
    result: returns<null>(),
    errors: returns<CrmError>()
  }),

  listCorrections: query({
    args: z.object({ opportunityId: idArg<OpportunityId>().optional() }),
    result: returns<Correction[]>()
  }),
  /** Puts a value over what the file says, with the reason; correcting again replaces it. */
  correctDeal: command({
    args: z.object({
      opportunityId: idArg<OpportunityId>(),
      field: correctable,
      value: z.union([z.string().max(500), z.number(), z.null()]),
      reason: z.string().trim().min(1).max(500)
    }),
    result: returns<null>(),
    errors: returns<CrmError>()
  }),
  /** Puts values over what the files say in several deals as one step, with one reason for all. */
  correctDeals: command({
    args: z.object({
      corrections: z
        .array(
          z.object({
            opportunityId: idArg<OpportunityId>(),
            field: correctable,
            value: z.union([z.string().max(500), z.number(), z.null()])
          })
        )
        .min(1)
        .max(20_000),
      reason: z.string().trim().min(1).max(500)
    }),
    result: returns<{ corrected: number }>(),
    errors: returns<CrmError>()
  }),
  removeCorrection: command({
    args: z.object({ correctionId: idArg<CorrectionId>() }),
    result: returns<null>(),
    errors: returns<CrmError>()
  }),
  /** Takes deals out of the workspace: duplicates, or what the CRM no longer holds. */
  removeDeals: command({
    args: z.object({ opportunityIds: z.array(idArg<OpportunityId>()).min(1).max(20_000) }),
    result: returns<{ removed: number }>(),
    errors: returns<CrmError>()
  }),

  listMerges: query({ args: z.object({}), result: returns<Merge[]>() }),
  /** Accounts that are probably one, the likeliest first; pairs that the user has decided about are left out. */
  listAccountPairs: query({ args: z.object({}), result: returns<AccountPair[]>() }),
  mergeAccounts: command({
    args: z.object({ keepId: idArg<AccountId>(), mergeId: idArg<AccountId>() }),
    result: returns<MergeId>(),
    errors: returns<CrmError>()
  }),
  /** What joining two people would move, and where both stand in each other's way. */
  previewSellerMerge: query({
    args: z.object({ keepId: idArg<SellerId>(), mergeId: idArg<SellerId>() }),
    result: returns<SellerMergePreview>(),
    errors: returns<CrmError>()
  }),
  mergeSellers: command({
    args: z.object({
      keepId: idArg<SellerId>(),
      mergeId: idArg<SellerId>(),
      choices: z
        .object({
          quotas: z.enum(['keep', 'take', 'add']).optional(),
          coverage: z.enum(['keep', 'take']).optional(),
          payPlans: z.enum(['keep', 'take']).optional(),
          teams: z.enum(['keep', 'take']).optional()
        })
        .default({})
    }),
    result: returns<MergeId>(),
    errors: returns<CrmError>()
  }),
  /** Takes a merge of accounts or people apart. */
  splitMerge: command({
    args: z.object({ mergeId: idArg<MergeId>() }),
    result: returns<null>(),
    errors: returns<CrmError>()
  }),
  /** Says that two accounts are different companies, so that they are not offered again. */
  keepAccountsApart: command({
    args: z.object({ leftId: idArg<AccountId>(), rightId: idArg<AccountId>() }),
    result: returns<null>(),
    errors: returns<CrmError>()
  })
})
