// The sample company: the same bytes for the same seed, rows that fit together, and a year that looks like one.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { defaultSample, makeSample, type SampleOptions, sampleAsOf } from '#shared/sample/index.ts'
import { currencyCode } from '#shared/units/money.ts'

type Cells = Record<string, string | number | null>

const made = new WeakMap<object, Cells[]>()

function rowsOf(sample: ReturnType<typeof makeSample>, name: string): Cells[] {
  const table = sample.tables.find((each) => each.name === name)
  if (!table) throw new Error(`no table ${name}`)
  const known = made.get(table)
  if (known) return known
  const rows = table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])))
  made.set(table, rows)
  return rows
}

const hashOf = (choice: Partial<SampleOptions>) =>
  createHash('sha256')
    .update(JSON.stringify(makeSample(choice).tables))
    .digest('hex')

const won = 5
const small = makeSample()
const medium = makeSample({ size: 'medium' })
const wonIn = (sample: typeof small, year: string) =>
  rowsOf(sample, 'opportunities').filter((deal) => deal.stage_id === won && String(deal.close_on).startsWith(year))
const sum = (rows: Cells[], column = 'amount_minor') => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)

describe('the same seed gives the same bytes', () => {
  it('whatever was made before', () => {
    const first = hashOf({ seed: 5 })
    hashOf({ seed: 6, size: 'medium' })
    expect(hashOf({ seed: 5 })).toBe(first)
    expect(hashOf({ seed: 6 })).not.toBe(first)
  })
  it('and names differ by language, numbers don’t', () => {
    const spanish = makeSample({ language: 'es' })
    expect(rowsOf(spanish, 'teams')[1]?.name).toBe('Norte')
    expect(rowsOf(spanish, 'opportunities').map((deal) => deal.amount_minor)).toEqual(
      rowsOf(small, 'opportunities').map((deal) => deal.amount_minor)
    )
  })
  it('amounts follow the decimals of the currency', () => {
    const yen = makeSample({ currency: currencyCode('JPY') })
    expect(sum(rowsOf(yen, 'products'), 'list_price_minor') * 100).toBe(
      sum(rowsOf(small, 'products'), 'list_price_minor')
    )
  })
})

describe.each([
  ['small', small, 12, 4000],
  ['medium', medium, 60, 20_000]
] as const)('the %s company', (_, sample, sellers, deals) => {
  const people = rowsOf(sample, 'sellers')
  it('has the people and deals asked for', () => {
    const selling = people.filter(
      (each) =>
        (each.role === 'seller' || each.role === 'account_manager') &&
        each.left_on === null &&
        String(each.hired_on) <= sampleAsOf
    )
    expect(selling).toHaveLength(sellers)
    const count = rowsOf(sample, 'opportunities').length
    expect(count).toBeGreaterThan(deals * 0.85)
    expect(count).toBeLessThan(deals * 1.2)
  })
  it('has ids from 1 without gaps, and every reference is there', () => {
    const referenced: Record<string, [string, string][]> = {
      teams: [
        ['manager_id', 'sellers'],
        ['parent_id', 'teams']
      ],
      seller_aliases: [['seller_id', 'sellers']],
      team_memberships: [
        ['seller_id', 'sellers'],
        ['team_id', 'teams']
      ],
      accounts: [
        ['owner_id', 'sellers'],
        ['parent_id', 'accounts']
      ],
      opportunities: [
        ['account_id', 'accounts'],
        ['product_id', 'products'],
        ['seller_id', 'sellers'],
        ['stage_id', 'stages']
      ],
      activities: [
        ['seller_id', 'sellers'],
        ['account_id', 'accounts'],
        ['opportunity_id', 'opportunities']
      ],
      scenarios: [
        ['plan_id', 'plans'],
        ['copied_from_id', 'scenarios']
      ],
      territories: [
        ['scenario_id', 'scenarios'],
        ['parent_id', 'territories'],
        ['team_id', 'teams']
      ],
      territory_accounts: [
        ['territory_id', 'territories'],
        ['account_id', 'accounts']
      ],
      territory_sellers: [
        ['territory_id', 'territories'],
        ['seller_id', 'sellers']
      ],
      quotas: [
        ['scenario_id', 'scenarios'],
        ['seller_id', 'sellers']
      ],
      pay_plan_members: [
        ['pay_plan_id', 'pay_plans'],
        ['seller_id', 'sellers']
      ]
    }
    const sizes = new Map(sample.tables.map((table) => [table.name, table.rows.length]))
    for (const { name } of sample.tables) {
      const rows = rowsOf(sample, name)
      expect(
        rows.every((row, at) => row.id === at + 1),
        name
      ).toBe(true)
      for (const [column, target] of referenced[name] ?? []) {
        const known = sizes.get(target) ?? 0
        const isThere = (row: Cells) =>
          row[column] === null || (Number(row[column]) >= 1 && Number(row[column]) <= known)
        expect(rows.every(isThere), `${name}.${column}`).toBe(true)
      }
    }
  })
  it('sells in all three years, most in the last quarter and least in August', () => {
    for (const year of ['2024', '2025']) {
      const byMonth = Array.from({ length: 12 }, (_, at) =>
        sum(wonIn(sample, `${year}-${String(at + 1).padStart(2, '0')}`))
      )
      const quarter = (q: number) => byMonth.slice(q * 3, q * 3 + 3).reduce((a, b) => a + b, 0)
      expect(Math.max(quarter(0), quarter(1), quarter(2))).toBeLessThan(quarter(3))
      expect(Math.min(...byMonth)).toBe(byMonth[7])
    }
    expect(sum(wonIn(sample, '2026'))).toBeGreaterThan(0)
  })
  it('knows no won or lost deal of a later day, has open deals ahead and some stale ones', () => {
    const all = rowsOf(sample, 'opportunities')
    expect(all.filter((deal) => Number(deal.stage_id) >= won && String(deal.close_on) > sampleAsOf)).toEqual([])
    expect(all.filter((deal) => String(deal.created_on) > sampleAsOf)).toEqual([])
    const open = all.filter((deal) => Number(deal.stage_id) < won)
    expect(open.filter((deal) => deal.close_on !== null && String(deal.close_on) > sampleAsOf).length).toBeGreaterThan(
      100
    )
    expect(open.filter((deal) => deal.close_on !== null && String(deal.close_on) < sampleAsOf).length).toBeGreaterThan(
      10
    )
    expect(rowsOf(sample, 'activities').filter((each) => String(each.happened_on) > sampleAsOf)).toEqual([])
  })
  it('closes no deal before it was begun or qualified', () => {
    for (const deal of rowsOf(sample, 'opportunities')) {
      const begun = /"(\d{4}-\d\d-\d\d)"/.exec(String(deal.custom_json))?.[1] ?? String(deal.created_on)
      expect(deal.close_on === null || String(deal.close_on) >= begun).toBe(true)
    }
  })
  it('nobody closes a deal before being hired or after having left', () => {
    for (const deal of rowsOf(sample, 'opportunities').filter((each) => Number(each.stage_id) === won)) {
      const person = people[Number(deal.seller_id) - 1]
      expect(String(person?.hired_on) <= String(deal.close_on)).toBe(true)
      expect(person?.left_on === null || String(deal.close_on) <= String(person?.left_on)).toBe(true)
    }
  })
  it('stands at about 85 % of the goal of 2026, the people spread widely around it', () => {
    const quotas = rowsOf(sample, 'quotas').filter((quota) => quota.scenario_id === 1)
    expect(sum(wonIn(sample, '2026')) / sum(quotas)).toBeGreaterThan(0.8)
    expect(sum(wonIn(sample, '2026')) / sum(quotas)).toBeLessThan(0.9)
    const ratios = people
      .filter((person) => person.left_on === null && String(person.hired_on) < '2026')
      .map((person) => {
        const own = quotas.filter((quota) => quota.seller_id === person.id)
        return sum(wonIn(sample, '2026').filter((deal) => deal.seller_id === person.id)) / sum(own)
      })
      .filter((ratio) => Number.isFinite(ratio))
    expect(Math.min(...ratios)).toBeLessThan(0.65)
    expect(Math.max(...ratios)).toBeGreaterThan(1.1)
    expect(Math.max(...ratios)).toBeLessThan(1.9)
  })
  it('has quotas that add up to the target of each scenario, to the cent', () => {
    for (const allocation of rowsOf(sample, 'quota_allocations')) {
      const own = rowsOf(sample, 'quotas').filter((quota) => quota.scenario_id === allocation.scenario_id)
      expect(sum(own)).toBe(allocation.target_minor)
    }
  })
  it('places every account of every scenario in one territory on any day', () => {
    for (const scenario of [1, 2, 3]) {
      const placed = rowsOf(sample, 'territory_accounts').filter((row) => row.scenario_id === scenario)
      for (const day of ['2026-06-30', '2026-07-01']) {
        const then = placed.filter(
          (row) =>
            (row.from_on === null || String(row.from_on) <= day) && (row.to_on === null || String(row.to_on) >= day)
        )
        expect(new Set(then.map((row) => row.account_id)).size).toBe(then.length)
        expect(then.length).toBe(rowsOf(sample, 'accounts').length)
      }
    }
  })
})

describe('what is planted', () => {
  const since = rowsOf(small, 'opportunities').filter((deal) => String(deal.created_on) >= '2025-10-01')
  const idOfFirst = (province: string) => {
    const account = rowsOf(small, 'accounts').find((each) => each.region === province)
    return account?.owner_id
  }
  const isQualified = (deal: Cells) => String(deal.custom_json).includes('Qualified on')
  const share = (deals: Cells[]) => deals.filter(isQualified).length / deals.length

  it('one person qualifies about half as many leads as the others', () => {
    const theirs = since.filter((deal) => deal.seller_id === idOfFirst('Valencia'))
    const others = since.filter((deal) => deal.seller_id !== idOfFirst('Valencia'))
    expect(theirs.length).toBeGreaterThan(50)
    expect(share(theirs) / share(others)).toBeLessThan(0.65)
  })
  it('one person gives far higher discounts', () => {
    const prices = rowsOf(small, 'products').map((product) => Number(product.list_price_minor))
    const discountOf = (deals: Cells[]) => {
      const listed = deals.reduce((total, deal) => {
        const units = Number(JSON.parse(String(deal.custom_json)).Units)
        return total + units * (prices[Number(deal.product_id) - 1] ?? 0)
      }, 0)
      return 1 - sum(deals) / listed
    }
    // The last weeks of a year sell at list price and above, so they are left out of the comparison.
    const priced = since.filter((deal) => deal.amount_minor !== null && !/-1[12]-/.test(String(deal.close_on)))
    expect(discountOf(priced.filter((deal) => deal.seller_id === idOfFirst('Sevilla')))).toBeGreaterThan(0.15)
    expect(discountOf(priced.filter((deal) => deal.seller_id !== idOfFirst('Sevilla')))).toBeLessThan(0.08)
  })
  it('one person changed team within 2026', () => {
    const moved = rowsOf(small, 'team_memberships').filter((each) => each.from_on === '2026-04-01')
    expect(moved).toHaveLength(1)
    const before = rowsOf(small, 'team_memberships').filter(
      (each) => each.seller_id === moved[0]?.seller_id && each.to_on === '2026-03-31'
    )
    expect(before).toHaveLength(1)
    expect(before[0]?.team_id).not.toBe(moved[0]?.team_id)
  })
  it('the accounts of a province changed territory in the middle of 2026', () => {
    const changed = rowsOf(small, 'territory_accounts').filter((each) => each.from_on === '2026-07-01')
    expect(changed.length).toBeGreaterThan(3)
    expect(changed.every((each) => each.source === 'manual')).toBe(true)
  })
  it('two people share a name in the larger companies, none in the small one', () => {
    const shared = (sample: typeof small) => {
      const names = rowsOf(sample, 'sellers').map((each) => each.name)
      return names.length - new Set(names).size
    }
    expect([shared(small), shared(medium)]).toEqual([0, 1])
  })
  it('no alias could be two people', () => {
    const keys = rowsOf(medium, 'seller_aliases').map((each) => each.alias_key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

it('the smallest company is what is taken where nothing is asked', () => {
  expect(small.options).toEqual(defaultSample)
})
