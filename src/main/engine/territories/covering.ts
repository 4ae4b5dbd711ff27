// Who covers each territory on a day, and with which part of it.
import type { SellerOf } from '#shared/territories/compare.ts'
import { holdsDay, lineOf } from '#shared/territories/rules.ts'
import type { Coverage, TerritoryId } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

/** Nobody covers anything after the last day of work. */
const worksOn = (each: Coverage, on: IsoDate): boolean =>
  holdsDay(each, on) && (each.leftOn === null || each.leftOn >= on)

/**
 * Lists who covers each territory on a day.
 *
 * Where nobody covers a territory itself, those of the nearest one above it do. Fixed parts count as said, at most the whole together; what
 * they leave is shared evenly by the others.
 *
 * @returns an entry for each territory, empty where nobody covers it
 */
export function listSellersOf(
  territories: readonly { readonly id: TerritoryId; readonly parentId: TerritoryId | null }[],
  coverage: readonly Coverage[],
  on: IsoDate
): Map<TerritoryId, readonly SellerOf[]> {
  const own = new Map<TerritoryId, Coverage[]>()
  for (const each of coverage) {
    if (!worksOn(each, on)) continue
    const there = own.get(each.territoryId)
    if (there) there.push(each)
    else own.set(each.territoryId, [each])
  }
  const parts = new Map([...own].map(([id, covering]) => [id, shareOut(covering)]))
  return new Map(
    territories.map(({ id }) => {
      const nearest = lineOf(territories, id).find((above) => parts.has(above))
      return [id, (nearest === undefined ? undefined : parts.get(nearest)) ?? []]
    })
  )
}

function shareOut(covering: readonly Coverage[]): SellerOf[] {
  const fixed = covering.reduce((sum, each) => sum + (each.shareRatio ?? 0), 0)
  const others = covering.filter((each) => each.shareRatio === null).length
  const rest = others === 0 ? 0 : Math.max(0, 1 - fixed) / others
  return covering.map(({ sellerId, sellerName, shareRatio }) => ({
    sellerId,
    sellerName,
    partRatio: shareRatio === null ? rest : shareRatio / Math.max(1, fixed)
  }))
}

/**
 * Spreads sellers over the territories that they cover, in proportion to their parts of them: each seller counts once in all.
 *
 * @returns sellers in each territory, a fraction
 */
export function spreadHeads(sellersOf: ReadonlyMap<TerritoryId, readonly SellerOf[]>): Map<TerritoryId, number> {
  const total = new Map<SellerOf['sellerId'], { parts: number; territories: number }>()
  for (const sellers of sellersOf.values())
    for (const { sellerId, partRatio } of sellers) {
      const sum = total.get(sellerId) ?? { parts: 0, territories: 0 }
      total.set(sellerId, { parts: sum.parts + partRatio, territories: sum.territories + 1 })
    }
  return new Map(
    [...sellersOf].map(([id, sellers]) => {
      const heads = sellers.map(({ sellerId, partRatio }) => {
        const { parts, territories } = total.get(sellerId) ?? { parts: 0, territories: 0 }
        return parts > 0 ? partRatio / parts : 1 / territories
      })
      return [id, heads.reduce((sum, head) => sum + head, 0)]
    })
  )
}
