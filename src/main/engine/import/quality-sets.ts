// The quality rules that hold deals against each other: probable duplicates, amounts out of line, and deals that an export no longer has.
import type { Reader } from '#engine/db.ts'
import { fewestForOutliers, isOutlier, robustScores } from '#shared/import/plan/findings/outliers.ts'
import { median } from '#shared/math/median.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import {
  listCloseDates,
  listDealExports,
  listPricedDeals,
  listTwinDeals,
  type PricedDeal,
  type TwinDeal
} from './store-quality-rows.ts'
import { listSeenDeals } from './store-undo-log.ts'

interface Found {
  id: number
  detail: string
}

const areTwins = (one: TwinDeal, other: TwinDeal): boolean =>
  (one.product !== null && one.product === other.product) || (one.name !== null && one.name === other.name)

/**
 * Deals of one account, amount and close date that also share their product or name with another: all of them, as in the preview of an
 * import. The detail is the other one.
 */
export function findProbableDuplicates(db: Reader): Found[] {
  const found: Found[] = []
  let group: TwinDeal[] = []
  const close = (): void => {
    for (const deal of group) {
      const twin = group.find((each) => each !== deal && areTwins(each, deal))
      if (twin !== undefined) found.push({ id: deal.id, detail: twin.externalId ?? twin.name ?? `#${twin.id}` })
    }
    group = []
  }
  for (const deal of listTwinDeals(db)) {
    const [head] = group
    const isSame =
      head !== undefined &&
      head.account === deal.account &&
      head.amountMinor === deal.amountMinor &&
      head.currency === deal.currency &&
      head.closeOn === deal.closeOn
    if (!isSame) close()
    group.push(deal)
  }
  close()
  return found
}

/** Amounts out of line with those of the same product or, of products rarely sold, with those of all deals; the factor to the middle is told. */
export function findOutliers(db: Reader, currency: CurrencyCode): Found[] {
  const all = listPricedDeals(db, currency)
  const byProduct = new Map<number | null, PricedDeal[]>()
  for (const deal of all) {
    const own = byProduct.get(deal.product)
    if (own === undefined) byProduct.set(deal.product, [deal])
    else own.push(deal)
  }
  const rare = new Set<PricedDeal>()
  const found: (Found & { size: number })[] = []
  for (const [product, deals] of byProduct)
    if (product === null || deals.length < fewestForOutliers) for (const deal of deals) rare.add(deal)
    else found.push(...outliersOf(deals, () => true))
  if (rare.size > 0) found.push(...outliersOf(all, (deal) => rare.has(deal)))
  return found.sort((a, b) => b.size - a.size || a.id - b.id)
}

function outliersOf(deals: readonly PricedDeal[], isTold: (deal: PricedDeal) => boolean): (Found & { size: number })[] {
  const amounts = deals.map((deal) => deal.amountMinor)
  const scores = robustScores(amounts)
  if (scores === undefined) return []
  const middle = median(amounts) ?? 0
  return deals.flatMap((deal, at) => {
    const score = scores[at]
    if (score === undefined || !isOutlier(score) || !isTold(deal)) return []
    const factor = deal.amountMinor / middle
    return [{ id: deal.id, size: deal.amountMinor, detail: `×${Number(factor.toPrecision(2))}` }]
  })
}

/**
 * Deals that an earlier export of a shape held and the newest one does not, as far as their close date lies within those of the newest. What
 * any later import holds has not vanished. The detail is the file that held it last.
 */
export function findVanishedDeals(db: Reader): Found[] {
  const exports = listDealExports(db)
  const newestOf = new Map<string, number>()
  const repeated = new Set<string>()
  for (const { shape, importId } of exports) {
    if (shape === null) continue
    const before = newestOf.get(shape)
    if (before !== undefined && before !== importId) repeated.add(shape)
    newestOf.set(shape, importId)
  }
  // Where each shape came once, nothing can have vanished.
  if (repeated.size === 0) return []
  const seen = new Map<number, Set<number>>()
  for (const { importId } of exports) if (!seen.has(importId)) seen.set(importId, listSeenDeals(db, importId))
  const gone = new Map<number, string>()
  for (const shape of repeated) {
    const newest = newestOf.get(shape) ?? 0
    const current = new Set<number>()
    for (const [importId, deals] of seen) if (importId >= newest) for (const deal of deals) current.add(deal)
    const missing = new Map<number, string>()
    for (const each of exports)
      if (each.shape === shape && each.importId < newest)
        for (const deal of seen.get(each.importId) ?? []) if (!current.has(deal)) missing.set(deal, each.fileName)
    if (missing.size === 0) continue
    const days = listCloseDates(db, seen.get(newest) ?? new Set())
      .flatMap((row) => (row.closeOn === null ? [] : [row.closeOn]))
      .sort()
    const [first, last] = [days[0], days.at(-1)]
    for (const { id, closeOn } of listCloseDates(db, new Set(missing.keys()))) {
      const isWithin =
        closeOn === null || (first !== undefined && last !== undefined && closeOn >= first && closeOn <= last)
      if (isWithin) gone.set(id, missing.get(id) ?? '')
    }
  }
  return [...gone].map(([id, detail]) => ({ id, detail }))
}
