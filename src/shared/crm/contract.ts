// Calls about deals, accounts and products, as screens read them. They come from imports; nothing here changes them.
import { z } from 'zod'
import { defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type {
  AccountId,
  AccountRow,
  CrmCounts,
  CrmError,
  CustomFields,
  OpportunityId,
  OpportunityPage,
  OpportunityRow,
  ProductId,
  ProductRow
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
  listProducts: query({ args: z.object({}), result: returns<ProductRow[]>() })
})
