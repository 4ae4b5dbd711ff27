// Sizes the sales force by build-up, with the bases of the territories as they stand on a day.
import type { Reader } from '#engine/db.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { distanceKm } from '#shared/territories/alignment/distances.ts'
import type { Sizing } from '#shared/territories/measure-types.ts'
import { readText } from '#shared/territories/placement/index.ts'
import { sizeAccounts } from '#shared/territories/sizing/size-accounts.ts'
import { listSellersOf, spreadHeads } from './covering.ts'
import { loadAccounts } from './known-accounts.ts'
import type { AskedDates } from './load.ts'
import { loadPlaced } from './placed.ts'
import { getTerritorySettings } from './settings.ts'

export function sizeTerritories(db: Reader, scenarioId: ScenarioId, dates: AskedDates): Sizing {
  const settings = getTerritorySettings(db, scenarioId)
  const { rows, mainOf, coverage } = loadPlaced(db, scenarioId, dates)
  const leaves = rows.filter((row) => row.kind === 'main' && row.isLeaf)
  const sellersOf = listSellersOf(rows, coverage, dates.onDate)
  const heads = spreadHeads(new Map(leaves.map(({ id }) => [id, sellersOf.get(id) ?? []])))
  const bases = new Map(rows.map((row) => [row.id, row.base]))
  return sizeAccounts({
    accounts: loadAccounts(db, dates, settings).map((account) => {
      const territoryId = mainOf.get(account.accountId)?.territoryId ?? null
      const base = territoryId === null ? null : bases.get(territoryId)
      return {
        accountClass: readText(account.known.fields, settings.classField),
        territoryId,
        visits: account.visits,
        callHours: account.callHours,
        isUnclassed: account.withoutWorkload > 0,
        hopKm: account.hopKm,
        baseKm: base && account.place ? distanceKm(base, account.place) : null
      }
    }),
    territories: leaves.map(({ id, name }) => ({ id, name, sellers: heads.get(id) ?? 0 })),
    settings
  })
}
