// Answers the calls about the CRM: reading here, corrections and rates in correction-handlers.ts, merges in merge-handlers.ts.
import { defineHandlers, fail, ok } from '#engine/handler.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { crmContract } from '#shared/crm/contract.ts'
import type { CustomFields } from '#shared/crm/types.ts'
import { correctionHandlers } from './correction-handlers.ts'
import { mergeHandlers } from './merge-handlers.ts'
import {
  countFacts,
  findAccount,
  findAccountCustom,
  findDataAsOf,
  findOpportunity,
  listAccounts,
  listInvoices,
  listLeads,
  listOpportunities,
  listProducts,
  listStageChanges,
  listTargets
} from './store.ts'

const readCustom = (json: string | null): CustomFields => (json === null ? {} : (JSON.parse(json) as CustomFields))

export const crmHandlers = defineHandlers(crmContract, {
  countFacts: ({ db }) => ok(countFacts(db, getSettings(db).currency)),

  getDataAsOf: ({ db }) => ok(findDataAsOf(db) ?? null),

  listOpportunities: ({ db }, { filter, sortBy, isDescending, offset, limit }) =>
    ok(listOpportunities(db, filter, { by: sortBy, isDescending }, { offset, limit }, getSettings(db).currency)),

  getOpportunity: ({ db }, { opportunityId }) => {
    const row = findOpportunity(db, opportunityId, getSettings(db).currency)
    if (row === undefined) return fail({ code: 'crm.opportunityMissing' })
    const { customJson, ...rest } = row
    return ok({ ...rest, custom: readCustom(customJson) })
  },

  listAccounts: ({ db }) => ok(listAccounts(db, getSettings(db).currency)),

  getAccount: ({ db }, { accountId }) => {
    const row = findAccount(db, accountId, getSettings(db).currency)
    if (row === undefined) return fail({ code: 'crm.accountMissing' })
    return ok({ ...row, custom: readCustom(findAccountCustom(db, accountId)) })
  },

  listProducts: ({ db }) => ok(listProducts(db, getSettings(db).currency)),

  listLeads: ({ db }) => ok(listLeads(db)),

  listInvoices: ({ db }) => ok(listInvoices(db)),

  listTargets: ({ db }) => ok(listTargets(db)),

  listStageChanges: ({ db }, { opportunityId }) => ok(listStageChanges(db, opportunityId)),

  ...correctionHandlers,
  ...mergeHandlers
})
