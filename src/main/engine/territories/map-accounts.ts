// Puts accounts and bases together for the map, list by list.
import type { Reader } from '#engine/db.ts'
import type { UnplacedReason } from '#shared/geography/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'
import { loadAccounts } from './known-accounts.ts'
import type { AskedDates } from './load.ts'
import { loadPlaced } from './placed.ts'
import { getTerritorySettings } from './settings.ts'

export function listMapAccounts(db: Reader, scenarioId: ScenarioId, dates: AskedDates): MapAccounts {
  const { rows, mainOf } = loadPlaced(db, scenarioId, dates)
  const accounts = loadAccounts(db, dates, getTerritorySettings(db, scenarioId))
  const places = accounts.map(({ known }) => (known.found.kind === 'unplaced' ? null : known.found))
  const unplaced = new Map<UnplacedReason, number>()
  for (const { known } of accounts)
    if (known.found.kind === 'unplaced') unplaced.set(known.found.reason, (unplaced.get(known.found.reason) ?? 0) + 1)
  return {
    accountIds: accounts.map((account) => account.accountId),
    names: accounts.map((account) => account.accountName),
    lons: places.map((place) => place?.longitude ?? null),
    lats: places.map((place) => place?.latitude ?? null),
    placedBy: places.map((place) => place?.kind ?? null),
    countries: places.map((place) => place?.codes.country ?? null),
    subdivisions: places.map((place) => place?.codes.subdivision ?? null),
    counties: places.map((place) => place?.codes.county ?? null),
    territoryIds: accounts.map(({ accountId }) => mainOf.get(accountId)?.territoryId ?? null),
    isManual: accounts.map(({ accountId }) => mainOf.get(accountId)?.source === 'manual'),
    wonMinor: accounts.map((account) => account.wonMinor),
    openMinor: accounts.map((account) => account.openMinor),
    visits: accounts.map((account) => account.visits),
    workloadHours: accounts.map((account) => account.workloadHours),
    potential: accounts.map((account) => account.potential),
    customShare: accounts.map((account) => account.customShare),
    bases: rows.flatMap(({ id, base, kind }) => (base && kind === 'main' ? { territoryId: id, ...base } : [])),
    unplaced: [...unplaced]
      .map(([reason, count]) => ({ reason, accounts: count }))
      .sort((one, other) => other.accounts - one.accounts || (one.reason < other.reason ? -1 : 1))
  }
}
