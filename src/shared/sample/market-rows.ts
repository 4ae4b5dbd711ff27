// Stages, products, accounts, deals and activities of the sample company as rows of their tables.

import { yearOf } from '../units/date.ts'
import { minorPerUnit } from '../units/money.ts'
import { nameKey } from '../units/name-key.ts'
import type { Activity } from './activities.ts'
import type { Crew } from './crew.ts'
import { asOf, type Deal, productList } from './deals.ts'
import type { Customer } from './market.ts'
import type { Row, SampleOptions } from './types.ts'
import { sampleWords } from './words.ts'

const chances = [0.1, 0.3, 0.5, 0.75, 1, 0]

export function stageRows(options: SampleOptions): Row[] {
  return sampleWords[options.language].stages.map((name, at) => ({
    name,
    name_key: nameKey(name),
    position: at + 1,
    status: at < 4 ? 'open' : at === 4 ? 'won' : 'lost',
    probability_ratio: chances[at] ?? null
  }))
}

export function productRows(options: SampleOptions): Row[] {
  const words = sampleWords[options.language]
  return productList.map(({ key, family, price }) => ({
    name: words.products[key],
    name_key: nameKey(words.products[key]),
    family: words.families[family],
    list_price_minor: price * minorPerUnit(options.currency)
  }))
}

export function accountRows(options: SampleOptions, crew: Crew, market: readonly Customer[]): Row[] {
  const words = sampleWords[options.language]
  const owners = crew.desks.map(
    (desk) =>
      desk.holdings.find(({ fromOn, toOn }) => (fromOn === null || fromOn <= asOf) && (toOn === null || toOn >= asOf))
        ?.person.id ?? null
  )
  return market.map((customer) => ({
    name: customer.name,
    name_key: customer.key,
    external_id: `A${String(customer.id).padStart(6, '0')}`,
    parent_id: customer.parentId,
    owner_id: owners[customer.deskIndex] ?? null,
    industry: words.industries[customer.industry],
    segment: words.segments[customer.segment],
    country: words.countries[customer.country],
    region: customer.province,
    city: customer.town,
    postal_code: customer.postalCode,
    employees: customer.employees,
    revenue_minor: customer.revenueMinor,
    founded_year: customer.foundedYear
  }))
}

/** One row per deal; how many units, and when it was qualified, stand among the columns of its own, as an export would bring them. */
export function dealRows(options: SampleOptions, deals: readonly Deal[]): Row[] {
  const words = sampleWords[options.language]
  const counts = new Map<number, number>()
  return deals.map((deal) => {
    const year = yearOf(deal.createdOn)
    const number = (counts.get(year) ?? 0) + 1
    counts.set(year, number)
    const product = productList[deal.product]
    const custom = {
      [words.customUnits]: String(deal.units),
      ...(deal.qualifiedOn === null ? {} : { [words.customQualified]: deal.qualifiedOn })
    }
    return {
      external_id: `O-${year}-${String(number).padStart(6, '0')}`,
      name: `${deal.customer.name.split(',')[0]} · ${product === undefined ? '' : words.products[product.key]}`,
      account_id: deal.customer.id,
      product_id: deal.product + 1,
      seller_id: deal.person.id,
      stage_id: deal.stage + 1,
      amount_minor: deal.amountMinor,
      currency: options.currency,
      created_on: deal.createdOn,
      close_on: deal.closeOn,
      lead_source: words.sources[deal.source] ?? null,
      is_new_business: deal.isNewBusiness ? 1 : 0,
      custom_json: JSON.stringify(custom)
    }
  })
}

export function activityRows(options: SampleOptions, activities: readonly Activity[]): Row[] {
  const { kinds } = sampleWords[options.language]
  return activities.map(({ kind, on, personId, accountId, deal }) => ({
    kind: kinds[kind],
    happened_on: on,
    seller_id: personId,
    account_id: accountId,
    opportunity_id: deal === null ? null : deal + 1
  }))
}
