// Answers the calls about imports: a table of contents. Reading and importing files is in run-handlers.ts, quarantine in retry-handlers.ts,
// taking back in undo-handlers.ts, what exports changed in history-handlers.ts, quality in quality-handlers.ts.
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { importContract } from '#shared/import/contract.ts'
import { historyHandlers } from './history-handlers.ts'
import { qualityHandlers } from './quality-handlers.ts'
import { retryHandlers } from './retry-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { findSource, listImports, type TracedTable } from './store.ts'
import { findProfileName, listProfiles, removeProfile, renameProfile } from './store-profiles.ts'
import { undoHandlers } from './undo-handlers.ts'

export const importHandlers = defineHandlers(importContract, {
  ...runHandlers,
  ...retryHandlers,
  ...undoHandlers,
  ...historyHandlers,
  ...qualityHandlers,

  listImports: ({ db }) => ok(listImports(db)),

  traceRow: ({ db }, args) => {
    const [table, id]: [TracedTable, number] =
      'opportunityId' in args
        ? ['opportunities', args.opportunityId]
        : 'accountId' in args
          ? ['accounts', args.accountId]
          : ['products', args.productId]
    const trace = findSource(db, table, id)
    return trace === undefined ? fail({ code: 'import.sourceMissing' }) : ok(trace)
  },

  listProfiles: ({ db }) => ok(listProfiles(db)),

  renameProfile: ({ db }, { profileId, name }) => {
    if (findProfileName(db, profileId) === undefined) return fail({ code: 'import.profileMissing' })
    renameProfile(db, profileId, name)
    return done(null, { name })
  },

  removeProfile: ({ db }, { profileId }) => {
    const name = findProfileName(db, profileId)
    if (name === undefined) return fail({ code: 'import.profileMissing' })
    removeProfile(db, profileId)
    return done(null, { name })
  }
})
