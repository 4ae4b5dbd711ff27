// The accounts as rules and measures see them: their fields, where they are, what they sold and what is open.
import { type AccountFactsRow, listAccountFacts, listBought, listWonByAccount } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { AccountId, ProductId } from '#shared/crm/types.ts'
import type { FoundPlace } from '#shared/geography/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { type MeasuredAccount, measureAccounts } from '#shared/territories/measures/measure-accounts.ts'
import type { RuleAccount } from '#shared/territories/placement/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { homeCountryOf, placeOf } from './known-places.ts'

export interface KnownAccount {
  readonly id: AccountId
  readonly name: string
  readonly row: AccountFactsRow
  readonly fields: RuleAccount
  readonly found: FoundPlace
  /** Null where it isn't known, or no closer than its country. */
  readonly place: { readonly lon: number; readonly lat: number } | null
}

export interface AccountWithFigures extends MeasuredAccount {
  readonly accountId: AccountId
  readonly accountName: string
  readonly known: KnownAccount
  readonly place: KnownAccount['place']
}

/** Where an account is when there is no better: known by its country alone, the middle of it. Too rough for workload, enough to tell countries apart. */
export function roughPlaceOf({ place, known: { found } }: AccountWithFigures): KnownAccount['place'] {
  if (place !== null || found.kind === 'unplaced') return place
  return { lon: found.longitude, lat: found.latitude }
}

/** What accounts with their sales rest on; stages say what is won and open, rates what an amount of another currency is worth. */
export const accountTables = [
  'accounts',
  'opportunities',
  'stages',
  'sellers',
  'products',
  'exchange_rates',
  'settings'
]

const nothingBought: ReadonlySet<ProductId> = new Set()

/** The fields of an account; own fields and products are read when a rule asks for them. */
class AccountFields implements RuleAccount {
  readonly accountId: AccountId
  readonly country: string | null
  readonly region: string | null
  readonly province: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly industry: string | null
  readonly segment: string | null
  readonly owner: string | null
  readonly parent: string | null
  readonly employees: number | null
  readonly revenue: number | null
  readonly #bought: () => ReadonlyMap<AccountId, ReadonlySet<ProductId>>
  readonly #customJson: string | null
  #custom: RuleAccount['custom'] | undefined

  constructor(row: AccountFactsRow, found: FoundPlace, bought: () => ReadonlyMap<AccountId, ReadonlySet<ProductId>>) {
    const codes = found.kind === 'unplaced' ? null : found.codes
    this.accountId = row.id
    this.country = codes?.country ?? row.country
    this.region = row.region
    this.province = codes?.subdivision ?? row.region
    this.city = row.city
    this.postalCode = row.postalCode
    this.industry = row.industry
    this.segment = row.segment
    this.owner = row.ownerName
    this.parent = row.parentName
    this.employees = row.employees
    this.revenue = row.revenueMinor
    this.#customJson = row.customJson
    this.#bought = bought
  }

  get custom(): RuleAccount['custom'] {
    this.#custom ??= this.#customJson === null ? {} : (JSON.parse(this.#customJson) as RuleAccount['custom'])
    return this.#custom
  }

  get productIds(): ReadonlySet<ProductId> {
    return this.#bought().get(this.accountId) ?? nothingBought
  }
}

function loadBought(db: Reader): ReadonlyMap<AccountId, ReadonlySet<ProductId>> {
  const bought = new Map<AccountId, Set<ProductId>>()
  for (const { accountId, productId } of listBought(db)) {
    const own = bought.get(accountId)
    if (own === undefined) bought.set(accountId, new Set([productId]))
    else own.add(productId)
  }
  return bought
}

/** All accounts of the workspace by name, with their fields and places. */
export function loadKnownAccounts(db: Reader): readonly KnownAccount[] {
  const { currency, numberLocale } = getSettings(db)
  return remember(db, `accounts ${currency} ${numberLocale}`, accountTables, () => {
    const homeCountry = homeCountryOf(numberLocale)
    let products: ReturnType<typeof loadBought> | undefined
    const bought = () => {
      products ??= loadBought(db)
      return products
    }
    return listAccountFacts(db, currency).map((row): KnownAccount => {
      const found = placeOf(row, homeCountry)
      const isNear = found.kind !== 'unplaced' && found.precision !== 'country'
      return {
        id: row.id,
        name: row.name,
        row,
        fields: new AccountFields(row, found, bought),
        found,
        place: isNear ? { lon: found.longitude, lat: found.latitude } : null
      }
    })
  })
}

/** Close dates, both included; null is open. */
export interface SalesDates {
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

/** All accounts by name with their figures: won within the dates, open now, work and worth by the settings. */
export function loadAccounts(
  db: Reader,
  { fromOn, toOn }: SalesDates,
  settings: TerritorySettings
): readonly AccountWithFigures[] {
  return remember(db, `figures ${fromOn} ${toOn} ${JSON.stringify(settings)}`, accountTables, () => {
    const { currency } = getSettings(db)
    const accounts = loadKnownAccounts(db)
    const range = { currency, from: fromOn ?? undefined, to: toOn ?? undefined }
    const won = new Map(listWonByAccount(db, range).map((sum) => [sum.accountId, sum]))
    const figures = measureAccounts(
      accounts.map(({ id, fields, place, row }) => {
        const sold = won.get(id)
        return {
          fields,
          place,
          wonMinor: sold?.amountMinor ?? 0,
          wonDeals: sold?.deals ?? 0,
          openMinor: row.openMinor,
          openDeals: row.openDeals
        }
      }),
      settings
    )
    return figures.map((measured, at) => {
      const known = accounts[at]
      if (known === undefined) throw new Error('each account has its figures')
      return { ...measured, accountId: known.id, accountName: known.name, known, place: known.place }
    })
  })
}
