// Answers the calls about the past of deals: what an import changed, and what a deal was in earlier exports.
import { fail, type HandlersOf, ok } from '#engine/handler.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { importContract } from '#shared/import/contract.ts'
import { findDealHistory, findDifferences } from './history.ts'
import { findImportHead } from './store-history.ts'

type Handlers = HandlersOf<(typeof importContract)['calls']>

export const historyHandlers = {
  getDifferences: ({ db }, { importId }) => {
    const head = findImportHead(db, importId)
    if (head === undefined) return fail({ code: 'import.importMissing' })
    return ok(findDifferences(db, head, getSettings(db).currency))
  },

  listDealHistory: ({ db }, { opportunityId }) => ok(findDealHistory(db, opportunityId))
} satisfies Partial<Handlers>
