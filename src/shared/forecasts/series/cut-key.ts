// The stable text that names a cut: what rows of calls, totals, snapshots and changes are found by.
import { nameKey } from '#shared/units/name-key.ts'
import type { AskedCut } from '../types.ts'

/**
 * Names a cut by its kind and what it is of, without names that may change. Segments and families have no other name than their own;
 * spelt with other capitals or accents they are the same.
 *
 * @param cut whose sales
 * @returns 'company', 'team:3', 'seller:12', 'territory:7', 'segment:retail', 'product:5', 'family:software', 'business:new', 'rest:seller'
 * @example cutKey({ kind: 'seller', sellerId: 12 }) // 'seller:12'
 */
export function cutKey(cut: AskedCut): string {
  switch (cut.kind) {
    case 'company':
      return 'company'
    case 'team':
      return `team:${cut.teamId}`
    case 'seller':
      return `seller:${cut.sellerId}`
    case 'territory':
      return `territory:${cut.territoryId}`
    case 'product':
      return `product:${cut.productId}`
    case 'business':
      return `business:${cut.business}`
    case 'rest':
      return `rest:${cut.of}`
    case 'segment':
    case 'family':
      return `${cut.kind}:${nameKey(cut.name)}`
  }
}
