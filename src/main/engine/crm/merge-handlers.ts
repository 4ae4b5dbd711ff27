// Answers the calls about accounts that are one: finding them, joining them, taking that back, and saying that they are two.
import { done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import type { crmContract } from '#shared/crm/contract.ts'
import { findAccountPairs } from '#shared/crm/index.ts'
import {
  decideApart,
  findAccountName,
  findMerge,
  listAccountIdentities,
  listKeptApart,
  listMerges,
  mergeAccounts,
  splitMerge
} from './store.ts'

type Handlers = HandlersOf<(typeof crmContract)['calls']>

export const mergeHandlers = {
  listMerges: ({ db }) => ok(listMerges(db)),

  listAccountPairs: ({ db }) => ok(findAccountPairs(listAccountIdentities(db), listKeptApart(db))),

  mergeAccounts: ({ db, now }, { keepId, mergeId }) => {
    if (keepId === mergeId) return fail({ code: 'crm.mergeWithItself' })
    const [kept, merged] = [findAccountName(db, keepId), findAccountName(db, mergeId)]
    if (kept === undefined || merged === undefined) return fail({ code: 'crm.accountMissing' })
    return done(mergeAccounts(db, keepId, mergeId, now), { name: merged.name, kept: kept.name })
  },

  splitMerge: ({ db, now }, { mergeId }) => {
    const merge = findMerge(db, mergeId)
    const kept = merge === undefined ? undefined : findAccountName(db, merge.keptId)
    if (merge === undefined || kept === undefined) return fail({ code: 'crm.mergeMissing' })
    splitMerge(db, merge, now)
    return done(null, { name: merge.mergedName, kept: kept.name })
  },

  keepAccountsApart: ({ db, now }, { leftId, rightId }) => {
    if (leftId === rightId) return fail({ code: 'crm.mergeWithItself' })
    const [left, right] = [findAccountName(db, leftId), findAccountName(db, rightId)]
    if (left === undefined || right === undefined) return fail({ code: 'crm.accountMissing' })
    decideApart(db, left.key, right.key, now)
    return done(null, { name: left.name, other: right.name })
  }
} satisfies Partial<Handlers>
