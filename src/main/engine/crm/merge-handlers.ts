// Answers the calls about accounts and people that are one: finding them, joining them, taking that back, and saying that they are two.
import type { Reader } from '#engine/db.ts'
import { done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import { listAliases, listSellers } from '#engine/people/store.ts'
import type { crmContract } from '#shared/crm/contract.ts'
import { findAccountPairs } from '#shared/crm/index.ts'
import type { AccountId, CrmError } from '#shared/crm/types.ts'
import { findByName, indexNames } from '#shared/people/index.ts'
import type { SellerId } from '#shared/people/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import {
  decideApart,
  findAccountName,
  findMerge,
  findSellerName,
  learnSellerAlias,
  listAccountIdentities,
  listKeptApart,
  listMerges,
  mergeAccounts,
  mergeSellers,
  previewSellerMerge,
  splitAccounts,
  splitSellers
} from './store.ts'

type Handlers = HandlersOf<(typeof crmContract)['calls']>

const refuseSellers = (db: Reader, keepId: SellerId, mergeId: SellerId): CrmError | undefined => {
  if (keepId === mergeId) return { code: 'crm.mergeWithItself' }
  const isThere = [keepId, mergeId].every((id) => findSellerName(db, id) !== undefined)
  return isThere ? undefined : { code: 'crm.sellerMissing' }
}

export const mergeHandlers = {
  listMerges: ({ db }) => ok(listMerges(db)),

  listAccountPairs: ({ db }) => ok(findAccountPairs(listAccountIdentities(db), listKeptApart(db))),

  mergeAccounts: ({ db, now }, { keepId, mergeId }) => {
    if (keepId === mergeId) return fail({ code: 'crm.mergeWithItself' })
    const [kept, merged] = [findAccountName(db, keepId), findAccountName(db, mergeId)]
    if (kept === undefined || merged === undefined) return fail({ code: 'crm.accountMissing' })
    return done(mergeAccounts(db, keepId, mergeId, now), { name: merged.name, kept: kept.name })
  },

  previewSellerMerge: ({ db }, { keepId, mergeId }) => {
    const wrong = refuseSellers(db, keepId, mergeId)
    return wrong === undefined ? ok(previewSellerMerge(db, keepId, mergeId)) : fail(wrong)
  },

  mergeSellers: ({ db, now }, { keepId, mergeId, choices }) => {
    const wrong = refuseSellers(db, keepId, mergeId)
    if (wrong !== undefined) return fail(wrong)
    const { conflicts } = previewSellerMerge(db, keepId, mergeId)
    const locked = conflicts.find((conflict) => conflict.isLocked)
    if (locked !== undefined) return fail({ code: 'crm.mergeLocked', scenarioName: locked.scenarioName ?? '' })
    if (conflicts.some((conflict) => choices[conflict.kind] === undefined)) return fail({ code: 'crm.mergeUndecided' })
    const adds = choices.quotas === 'add' ? conflicts.filter((conflict) => conflict.kind === 'quotas') : []
    if (adds.some(({ kept, merged }) => kept.currency !== merged.currency)) return fail({ code: 'crm.mergeCurrencies' })
    const [kept, merged] = [findSellerName(db, keepId)?.name ?? '', findSellerName(db, mergeId)?.name ?? '']
    const merge = mergeSellers(db, keepId, mergeId, choices, now)
    // Where anybody answers to the name already, the name alone does not tell who is meant, or it is known.
    if (findByName(indexNames(listSellers(db), listAliases(db)), merged).length === 0)
      learnSellerAlias(db, merge, keepId, merged, nameKey(merged))
    return done(merge, { name: merged, kept })
  },

  splitMerge: ({ db, now }, { mergeId }) => {
    const merge = findMerge(db, mergeId)
    const isOfPeople = merge?.entity === 'sellers'
    const kept =
      merge === undefined
        ? undefined
        : isOfPeople
          ? findSellerName(db, merge.keptId)
          : findAccountName(db, merge.keptId as AccountId)
    if (merge === undefined || kept === undefined) return fail({ code: 'crm.mergeMissing' })
    if (isOfPeople) splitSellers(db, merge, now)
    else splitAccounts(db, merge, now)
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
