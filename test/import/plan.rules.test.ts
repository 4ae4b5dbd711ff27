// The plan of an import: what is new, changed and the same, what is joined, what is refused; the same twice is nothing.
import { describe, expect, test } from 'vitest'
import { Directory, looseKey } from '#shared/import/plan/identity.ts'
import { type ImportPlan, isEmptyPlan, type KnownFacts, planImport } from '#shared/import/plan/index.ts'
import { roleOf } from '#shared/import/plan/people.ts'
import { nothingKnown, planOf, tableOf } from './tables.ts'

const deals = `Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account,Product
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme,GTXPro
2,Second,Open,,,Ana Ruiz,,GTX Pro
3,Third,Lost,50,2026-02-28,Luis Gil,Beta,`
const products = 'Product,Series,Sales price\nGTX Pro,GTX,4821'

/** What the workspace would hold after a plan was written: references become ids. */
function afterwards(plan: ImportPlan, known: KnownFacts): KnownFacts {
  const id = (ref: number | null): number | null => (ref === null || ref > 0 ? ref : 1000 - ref)
  return {
    ...known,
    stages: plan.stages.map((stage) => ({ ...stage, id: id(stage.id)! })),
    teams: plan.teams.map((team) => ({ ...team, id: id(team.id)!, parent: id(team.parent), lead: id(team.lead) })),
    sellers: plan.sellers.map((row) => ({
      id: id(row.id)!,
      values: row.values,
      aliasKeys: [],
      team: id(plan.memberships.find((each) => each.seller === row.id)?.team ?? null)
    })),
    accounts: plan.accounts.map((row) => ({
      id: id(row.id)!,
      values: { ...row.values, owner: id(row.values.owner), parent: id(row.values.parent) }
    })),
    products: plan.products.map((row) => ({ id: id(row.id)!, values: row.values })),
    opportunities: plan.opportunities.map(({ id: ref, values }) => ({
      id: id(ref)!,
      values: {
        ...values,
        account: id(values.account),
        product: id(values.product),
        seller: id(values.seller),
        stage: id(values.stage)!
      }
    })),
    activities: plan.activities.map(({ id: ref, values }) => ({
      id: id(ref)!,
      values: { ...values, seller: id(values.seller), account: id(values.account), opportunity: id(values.opportunity) }
    }))
  }
}
const again = (texts: string[], known: KnownFacts): ImportPlan =>
  planImport(
    texts.map((text, index) => ({ ...tableOf(text), key: String(index) })),
    known,
    () => undefined
  )

describe('a first import', () => {
  test('makes what the deals name, and joins what differs in spaces', () => {
    const plan = planOf(deals, products)
    expect(plan.opportunities.map((row) => row.values.amountMinor)).toEqual([10_050, null, 5000])
    expect(plan.sellers.map((row) => row.values.name)).toEqual(['Ana Ruiz', 'Luis Gil'])
    expect(plan.accounts.map((row) => row.values.name)).toEqual(['Acme', 'Beta'])
    expect(plan.products.map((row) => row.values.name)).toEqual(['GTX Pro'])
    expect(plan.opportunities.map((row) => row.values.product)).toEqual([-1, -1, null])
    expect(plan.stages.map(({ name, status }) => [name, status])).toEqual([
      ['Open', 'open'],
      ['Won', 'won'],
      ['Lost', 'lost']
    ])
    expect(plan.findings.find((each) => each.rule === 'looseProduct')).toMatchObject({
      count: 1,
      amountMinor: 10_050,
      examples: ['GTXPro = GTX Pro']
    })
    expect(plan.won).toEqual({ deals: 1, amountMinor: 10_050, currency: 'EUR' })
    expect(plan.dataAsOfOn).toBe('2026-02-28')
    expect(planImport([], nothingKnown, () => undefined).opportunities).toEqual([])
  })

  test('does not depend on the order of the files', () => {
    const one = planOf(deals, products)
    const other = planOf(products, deals)
    expect(other.opportunities.map((row) => row.values)).toEqual(one.opportunities.map((row) => row.values))
    expect(other.products).toEqual(one.products.map((row) => ({ ...row, source: expect.anything() })))
  })

  test('refuses an id that comes twice, a row without a stage, a cell that is no number', () => {
    const plan = planOf(
      'Deal ID,Deal name,Stage,Amount,Close date\n1,A,Won,5,2026-01-01\n1,B,Won,6,2026-01-01\n2,C,,7,2026-01-01\n3,D,Won,x,2026-01-01'
    )
    expect(plan.rejected.map(({ rowNumber, rule }) => [rowNumber, rule])).toEqual([
      [3, 'duplicateId'],
      [4, 'noStage'],
      [5, 'unreadableCell']
    ])
    expect(plan.opportunities).toHaveLength(1)
    expect(plan.sources.filter((source) => source.problem !== null)).toHaveLength(3)
    expect(plan.tableCounts['0']).toEqual({ new: 1, changed: 0, same: 0, rejected: 3 })
  })

  test('tells what is wrong with the deals it takes', () => {
    const plan = planOf(
      'Deal ID,Stage,Amount,Close date,Created,Currency,Deal owner\n1,Won,-5,2026-01-01,2026-02-01,EUR,Ana\n2,Won,5,,2026-01-01,EUR,Ana\n3,Won,,2027-05-01,2026-01-01,EUR,\n4,Won,5,2026-01-01,2026-01-01,USD,Ana'
    )
    expect(Object.fromEntries(plan.findings.map((each) => [each.rule, each.count]))).toMatchObject({
      negativeAmount: 1,
      closeBeforeCreated: 1,
      wonWithoutDate: 1,
      wonInFuture: 1,
      wonWithoutAmount: 1,
      noSeller: 1,
      noAccount: 4,
      otherCurrency: 1
    })
  })

  test('makes the tree of offices and managers', () => {
    const plan = planOf('Agent,Manager,Office\nAna,Carla,North\nLuis,Carla,North\nEva,Pau,South')
    const name = (ref: number | null) => plan.sellers.find((row) => row.id === ref)?.values.name
    expect(plan.teams.map((team) => [team.name, team.parent, name(team.lead)])).toEqual([
      ['North', null, undefined],
      ['Carla', -1, 'Carla'],
      ['South', null, undefined],
      ['Pau', -3, 'Pau']
    ])
    expect(plan.sellers.map((row) => [row.values.name, row.values.role])).toEqual([
      ['Ana', 'seller'],
      ['Carla', 'manager'],
      ['Luis', 'seller'],
      ['Eva', 'seller'],
      ['Pau', 'manager']
    ])
    expect(plan.memberships.map((each) => [name(each.seller), each.team])).toEqual([
      ['Carla', -2],
      ['Ana', -2],
      ['Luis', -2],
      ['Pau', -4],
      ['Eva', -4]
    ])
  })

  test('joins parents wherever they stand', () => {
    const plan = planOf('account,sector,subsidiary of\nSmall,tech,Big\nBig,tech,\nOther,tech,Unlisted')
    const [small, big, other, unlisted] = plan.accounts
    expect(small?.values.parent).toBe(big?.id)
    expect(unlisted?.values.name).toBe('Unlisted')
    expect(other?.values.parent).toBe(unlisted?.id)
  })
})

describe('a second import', () => {
  const people = 'Agent,Manager,Office\nAna Ruiz,Carla,North\nLuis Gil,Carla,North'
  const accounts = 'account,sector,subsidiary of\nAcme,tech,\nBeta,tech,Acme'
  const calls =
    'Activity type,Activity date,Assigned to,Account\ncall,2026-01-05,Ana Ruiz,Acme\ncall,2026-01-05,Ana Ruiz,Acme'
  const all = [deals, products, people, accounts, calls]

  test('of the same files changes nothing', () => {
    const known = afterwards(planOf(...all), nothingKnown)
    const plan = again(all, known)
    expect(isEmptyPlan(plan)).toBe(true)
    expect(plan.sources).toEqual([])
    expect(plan.entityCounts.every((each) => each.new === 0 && each.changed === 0)).toBe(true)
  })

  test('without ids finds the deals by what does not change about them', () => {
    const bare = 'Deal name,Stage,Amount,Close date,Deal owner\nA,Open,5,2026-01-01,Ana\nA,Open,5,2026-01-01,Ana'
    const known = afterwards(planOf(bare), nothingKnown)
    expect(isEmptyPlan(again([bare], known))).toBe(true)
    const later = again([bare.replace('A,Open,5', 'A,Open,9')], known)
    expect(later.opportunities.map((row) => [row.id > 0, row.values.amountMinor])).toEqual([[true, 900]])
  })

  test('changes what a newer file says, and keeps what it does not mention', () => {
    const known = afterwards(planOf(...all), nothingKnown)
    const plan = again(['Deal ID,Stage,Amount,Close date\n2,Won,70,2026-03-31'], known)
    expect(plan.opportunities).toHaveLength(1)
    expect(plan.opportunities[0]?.values).toMatchObject({
      name: 'Second',
      amountMinor: 7000,
      closeOn: '2026-03-31',
      createdOn: null
    })
    expect(plan.opportunities[0]?.values.seller).toBeGreaterThan(0)
    expect(plan.tableCounts['0']).toEqual({ new: 0, changed: 1, same: 0, rejected: 0 })
  })

  test('moves a person whose manager is another now', () => {
    const known = afterwards(planOf(people), nothingKnown)
    const plan = again(['Agent,Manager,Office\nAna Ruiz,Marta,North'], known)
    expect(plan.teams.map((team) => team.name)).toEqual(['Marta'])
    expect(plan.memberships).toHaveLength(2)
    expect(plan.tableCounts['0']).toMatchObject({ changed: 1 })
  })

  test('knows people by their aliases', () => {
    const known = afterwards(planOf(people), nothingKnown)
    known.sellers[0]!.aliasKeys = ['A. Ruiz']
    const plan = again(['Deal ID,Stage,Amount,Close date,Deal owner\n9,Won,5,2026-01-01,a ruiz'], known)
    expect(plan.sellers).toEqual([])
    expect(plan.opportunities[0]?.values.seller).toBe(known.sellers[0]?.id)
  })
})

describe('names', () => {
  test('are found by key, and without spaces where only one fits', () => {
    expect(looseKey('GTX Pro')).toBe('gtxpro')
    const directory = new Directory()
    directory.add(1, ['GTX Pro'], 'A')
    expect(directory.findName('gtx  PRO')).toEqual({ ref: 1, by: 'name' })
    expect(directory.findName('GTXPro')).toEqual({ ref: 1, by: 'loose' })
    expect(directory.findId('A')).toBe(1)
    directory.add(2, ['G TXPro'], null)
    expect(directory.findName('GTXPro')).toBeUndefined()
  })
  test('of jobs say what a person does', () => {
    expect(roleOf('Jefe de ventas')).toBe('manager')
    expect(roleOf('Account manager')).toBe('account_manager')
    expect(roleOf('SDR')).toBe('sdr')
    expect(roleOf('Comercial')).toBe('seller')
    expect(roleOf('Chef')).toBe('other')
    expect(roleOf(null)).toBe('seller')
  })
})
