// The handbook's own arithmetic: quotas by seller, team and quarter. Everything else that is printed is looked up.
import type { SellerId } from '#shared/people/types.ts'
import type { HandbookQuota, HandbookValues } from './values.ts'

export interface QuotaTableRow {
  sellerId: SellerId
  sellerName: string
  /** One amount per quarter of the year; null where no month of it has a quota. */
  quartersMinor: (number | null)[]
  yearMinor: number
}

export interface QuotaTableTeam {
  teamName: string | null
  quartersMinor: (number | null)[]
  yearMinor: number
  rows: QuotaTableRow[]
}

export interface QuotaTable {
  teams: QuotaTableTeam[]
  quartersMinor: (number | null)[]
  yearMinor: number
  /** Names of those who sell in the year and have no quota; those who lead or support are not expected to. */
  sellersWithoutQuota: string[]
}

/**
 * Adds up quotas.
 *
 * @param quotas amounts in minor units of one currency
 * @returns their sum, minor units
 * @example sumQuotas([{ ...q, amountMinor: 100 }, { ...q, amountMinor: 250 }]) // 350
 */
export function sumQuotas(quotas: readonly Pick<HandbookQuota, 'amountMinor'>[]): number {
  return quotas.reduce((sum, quota) => sum + quota.amountMinor, 0)
}

/**
 * Adds a seller's quotas up by quarter.
 *
 * @param quotas the quotas of one seller, by month, quarter or whatever starts within a quarter
 * @param quarters the quarters of the year in order
 * @returns one sum per quarter, minor units
 * @missing null for a quarter in which no quota starts: it has none, which is not a quota of 0
 * @example sumByQuarter([{ ...q, startsOn: isoDate(2027, 2, 1), amountMinor: 50 }], quarters) // [50, null, null, null]
 */
export function sumByQuarter(
  quotas: readonly HandbookQuota[],
  quarters: HandbookValues['quarters']
): (number | null)[] {
  return quarters.map((quarter) => {
    const within = quotas.filter((quota) => quota.startsOn >= quarter.startsOn && quota.startsOn <= quarter.endsOn)
    return within.length === 0 ? null : sumQuotas(within)
  })
}

const addUp = (rows: readonly { quartersMinor: readonly (number | null)[] }[], quarters: number): (number | null)[] =>
  Array.from({ length: quarters }, (_, at) => {
    const known = rows.flatMap((row) => row.quartersMinor[at] ?? [])
    return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0)
  })

/**
 * Lays the quotas out as the handbook prints them: teams in alphabetical order, the people of each by name.
 *
 * @param values the handbook's values
 * @param locale the locale by which names are sorted
 * @returns the table with its sums, minor units, and who has no quota
 * @missing a seller without any quota has no row, but is named in `sellersWithoutQuota`
 * @example tabulateQuotas(values, 'en-GB').yearMinor === sumQuotas(values.quotas) // true
 */
export function tabulateQuotas(values: HandbookValues, locale: string): QuotaTable {
  const bySeller = new Map<SellerId, HandbookQuota[]>()
  for (const quota of values.quotas) {
    const found = bySeller.get(quota.sellerId)
    if (found) found.push(quota)
    else bySeller.set(quota.sellerId, [quota])
  }
  const byName =
    <Row>(nameOf: (row: Row) => string) =>
    (a: Row, b: Row) =>
      nameOf(a).localeCompare(nameOf(b), locale)
  const rowsByTeam = new Map<string | null, QuotaTableRow[]>()
  for (const seller of [...values.sellers].sort(byName((each) => each.name))) {
    const quotas = bySeller.get(seller.id)
    if (!quotas) continue
    const row = {
      sellerId: seller.id,
      sellerName: seller.name,
      quartersMinor: sumByQuarter(quotas, values.quarters),
      yearMinor: sumQuotas(quotas)
    }
    const rows = rowsByTeam.get(seller.teamName)
    if (rows) rows.push(row)
    else rowsByTeam.set(seller.teamName, [row])
  }
  const quarters = values.quarters.length
  const teams = [...rowsByTeam].map(([teamName, rows]) => ({
    teamName,
    rows,
    quartersMinor: addUp(rows, quarters),
    yearMinor: rows.reduce((sum, row) => sum + row.yearMinor, 0)
  }))
  // People without a team come last.
  teams.sort((a, b) =>
    a.teamName === null ? 1 : b.teamName === null ? -1 : a.teamName.localeCompare(b.teamName, locale)
  )
  const carriesQuota = new Set(['seller', 'account_manager'])
  return {
    teams,
    quartersMinor: addUp(teams, quarters),
    yearMinor: teams.reduce((sum, team) => sum + team.yearMinor, 0),
    sellersWithoutQuota: values.sellers
      .filter((seller) => carriesQuota.has(seller.role) && !bySeller.has(seller.id))
      .map((seller) => seller.name)
      .sort((a, b) => a.localeCompare(b, locale))
  }
}
