// Who is who: ids first, names that differ in signs alone are joined and shown, alike ones are asked about, decisions are remembered.
import { describe, expect, test } from 'vitest'
import { domainOf, taxIdOf } from '#shared/import/plan/accounts.ts'
import { looseKey } from '#shared/import/plan/identity/name-book.ts'
import type { KnownFacts } from '#shared/import/plan/index.ts'
import type { IdentityChoice } from '#shared/import/types.ts'
import { isoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { counts, nothingKnown, plan, preview, table, written } from './plan-tables.ts'

const dealsOf = (names: readonly string[], field = 'account') =>
  table(
    'opportunities',
    ['externalId', 'stage', 'amount', field],
    names.map((name, at) => [`${at}`, 'Won', at + 1, name])
  )
const knownAccounts = (rows: readonly (string | null)[][]): KnownFacts =>
  written(plan([table('accounts', ['name', 'externalId', 'domain', 'taxId'], rows)]))
const choice = (name: string, decision: 'same' | 'different', sameAs?: string): IdentityChoice => ({
  entity: 'accounts',
  name,
  decision,
  ...(sameAs === undefined ? {} : { sameAs })
})
/** D1 keeps the user's decisions by the keys of both names. */
const decided = (left: string, right: string): KnownFacts['decisions'][number] => ({
  entity: 'accounts',
  leftKey: nameKey(left),
  rightKey: nameKey(right),
  isSame: false
})

describe('accounts', () => {
  const known = knownAccounts([
    ['Acme, S.L.', 'A1', 'acme.com', 'B12345678'],
    ['Beta Industrial', 'A2', null, null]
  ])
  const acme = known.accounts[0]?.id
  const beta = known.accounts[1]?.id

  test('are found by id whatever their name, and take the new one', () => {
    const made = plan([table('accounts', ['name', 'externalId'], [['Acme Group', 'A1']])], { known })
    expect(made.rows.accounts.map((row) => [row.id, row.values.name, row.values.nameKey])).toEqual([
      [acme, 'Acme Group', 'acme group']
    ])
  })

  test('whose names differ in case, accents, spaces and signs alone are one, and it is shown', () => {
    const { rows, report } = plan([dealsOf(['ACME SL', 'acme s. l.', 'Betaindustrial'])], { known })
    expect(rows.accounts).toEqual([])
    expect(rows.opportunities.map((row) => row.values.account)).toEqual([acme, acme, beta])
    expect(report.identities.map(({ name, isJoined, candidates }) => [name, isJoined, candidates[0]?.id])).toEqual([
      ['Betaindustrial', true, beta],
      ['ACME SL', true, acme]
    ])
    expect(report.findings.find((each) => each.rule === 'looseAccount')).toMatchObject({ count: 2, amountMinor: 400 })
  })

  test('of another legal form, with a typo, or with the domain of a known one are asked about, and two until then', () => {
    const report = preview(
      [
        table(
          'opportunities',
          ['externalId', 'stage', 'amount', 'account', 'accountDomain'],
          [
            ['1', 'Won', 1, 'Acme', null],
            ['2', 'Won', 9, 'Beta Industrail', null],
            ['3', 'Won', 2, 'Something Else', 'www.acme.com']
          ]
        )
      ],
      { known }
    )
    const asked = report.identities.map(({ name, candidates, decision, isJoined }) => [
      name,
      candidates.map((each) => [each.id, each.reasons]),
      decision,
      isJoined
    ])
    expect(asked).toEqual([
      ['Beta Industrail', [[beta, ['typo']]], null, false],
      ['Something Else', [[acme, ['domain']]], null, false],
      ['Acme', [[acme, ['legalForm']]], null, false]
    ])
    expect(counts(report).unknownAccount).toBe(3)
  })

  test('of the same files are asked about too', () => {
    const report = preview([dealsOf(['Gamma Solutions', 'Gama Solutions'])])
    expect(report.identities).toMatchObject([
      {
        name: 'Gama Solutions',
        candidates: [{ id: null, name: 'Gamma Solutions', reasons: ['typo'] }],
        amountMinor: 200,
        rows: 1
      }
    ])
  })

  test('that the user says are one are joined, and the name is learnt', () => {
    const choices = { identities: [choice('Beta Industrail', 'same', 'Beta Industrial')] }
    const file = dealsOf(['Beta Industrail'])
    const made = plan([file], { known, choices })
    expect(made.rows.accounts).toEqual([])
    expect(made.rows.opportunities[0]?.values.account).toBe(beta)
    expect(made.rows.aliases).toEqual([
      { of: 'accounts', ref: beta, alias: 'Beta Industrail', aliasKey: 'beta industrail' }
    ])
    expect(made.report.identities).toMatchObject([{ name: 'Beta Industrail', decision: 'same', rows: 1 }])
    const later = written(made, known, 2)
    expect(plan([file], { known: later }).report).toMatchObject({ isEmpty: true })
    expect(preview([file], { known: later }).identities).toEqual([])
    expect(plan([file], { known: later, choices }).report.isEmpty).toBe(true)
  })

  test('of the same files that the user says are one become one row', () => {
    const choices = { identities: [choice('Gama Solutions', 'same', 'Gamma Solutions')] }
    const made = plan([dealsOf(['Gama Solutions', 'Gamma Solutions'])], { choices })
    expect(made.rows.accounts.map((row) => row.values.name)).toEqual(['Gamma Solutions'])
    expect(made.rows.opportunities.map((row) => row.values.account)).toEqual([-1, -1])
    expect(made.rows.aliases).toMatchObject([{ ref: -1, alias: 'Gama Solutions' }])
  })

  test('that the user says are two stay two and are not asked again', () => {
    const file = dealsOf(['ACME SL', 'Beta Industrail'])
    const choices = { identities: [choice('ACME SL', 'different'), choice('Beta Industrail', 'different')] }
    const made = plan([file], { known, choices })
    expect(made.rows.accounts.map((row) => row.values.name)).toEqual(['ACME SL', 'Beta Industrail'])
    expect(made.report.identities.map(({ name, decision }) => [name, decision])).toEqual([
      ['Beta Industrail', 'different'],
      ['ACME SL', 'different']
    ])
    const decisions = [decided('ACME SL', 'Acme, S.L.'), decided('Beta Industrial', 'Beta Industrail')]
    expect(preview([file], { known: { ...written(made, known, 2), decisions } })).toMatchObject({
      identities: [],
      isEmpty: true
    })
    const apart = plan([file], { known: { ...known, decisions } })
    expect(apart.rows.accounts).toHaveLength(2)
    expect(preview([file], { known: { ...known, decisions } }).identities).toEqual([])
  })

  test('of one name but two ids or tax ids are two', () => {
    const made = plan([
      table(
        'accounts',
        ['name', 'externalId', 'taxId'],
        [
          ['Delta', '1', null],
          ['Delta', '2', null],
          ['Omega', null, 'B-11.111.111'],
          ['Omega', null, 'B22222222'],
          ['Omega', null, 'B11111111']
        ]
      )
    ])
    expect(made.rows.accounts.map((row) => [row.values.name, row.values.externalId, row.values.taxId])).toEqual([
      ['Delta', '1', null],
      ['Delta', '2', null],
      ['Omega', null, 'B11111111'],
      ['Omega', null, 'B22222222']
    ])
    expect(counts(made.report).sameAccountTwice).toBe(1)
    const later = plan([dealsOf(['Delta'])], { known: written(made) })
    expect(counts(later.report).sameNameAccounts).toBe(1)
  })

  test('keep what the first file says, in whatever order the files come', () => {
    const crm = table('accounts', ['name', 'industry', 'country'], [['Acme', 'Banking', null]], {
      key: '0',
      fileName: 'a.csv'
    })
    const other = table('accounts', ['name', 'industry', 'country'], [['Acme', 'Retail', 'Spain']], {
      key: '1',
      fileName: 'b.csv'
    })
    for (const files of [
      [crm, other],
      [other, crm]
    ]) {
      const made = plan(files)
      expect(made.rows.accounts.map(({ values }) => [values.industry, values.country])).toEqual([['Banking', 'Spain']])
      expect(plan(files, { known: written(made) }).report.isEmpty).toBe(true)
    }
  })

  test('have domains and tax ids in one form', () => {
    expect(domainOf('https://www.Acme.com/es?x=1')).toBe('acme.com')
    expect(domainOf('info@acme.com')).toBe('acme.com')
    expect(domainOf('none')).toBeNull()
    expect(taxIdOf('B-12.345.678')).toBe('B12345678')
    expect(taxIdOf('N/A')).toBeNull()
    expect(looseKey('GTX Pro', false)).toBe('gtxpro')
    expect(looseKey('Acme, S.L.', true)).toBe(looseKey('ACME SL', true))
    expect(looseKey('Acme', true)).not.toBe(looseKey('Acme SL', true))
  })

  test('thousands of them are compared within a moment', () => {
    const words = ['north', 'alpha', 'orion', 'terra', 'solar', 'iron', 'maple', 'river', 'cloud', 'vega']
    const names = Array.from(
      { length: 8000 },
      (_, at) => `${words[at % 10]} ${words[Math.floor(at / 10) % 10]} ${(at * 7919).toString(36)}x`
    )
    const started = process.cpuUsage()
    preview([dealsOf(names)])
    const { user } = process.cpuUsage(started)
    expect(user / 1_000_000).toBeLessThan(4)
  })
})

describe('sellers', () => {
  const sellers = (rows: readonly (string | null)[][], columns = ['name', 'externalId', 'email', 'team', 'leftOn']) =>
    table('sellers', columns, rows)

  test('of one name are told apart by id, email or team, and never merged', () => {
    const made = plan([
      sellers([
        ['Ana Ruiz', '1', null, 'North', null],
        ['Ana Ruiz', '2', null, 'North', null],
        ['Luis Gil', null, 'l1@x.com', null, null],
        ['Luis Gil', null, 'l2@x.com', null, null],
        ['Eva Sanz', null, null, 'North', null],
        ['Eva Sanz', null, null, 'South', null],
        ['Eva Sanz', null, null, 'South', null]
      ])
    ])
    expect(made.rows.sellers.map(({ values }) => [values.name, values.externalId ?? values.email])).toEqual([
      ['Ana Ruiz', '1'],
      ['Ana Ruiz', '2'],
      ['Luis Gil', 'l1@x.com'],
      ['Luis Gil', 'l2@x.com'],
      ['Eva Sanz', null],
      ['Eva Sanz', null]
    ])
    expect(counts(made.report).sameNameSellers).toBe(6)
    const known = written(made)
    const [ana1, ana2, , luis2, , evaSouth] = known.sellers.map((row) => row.id)
    const again = plan(
      [
        sellers([
          ['Eva Sanz', null, null, 'South', null],
          ['Eva Sanz', null, null, 'North', null],
          ['Ana Ruiz', '2', null, 'North', null],
          ['Ana Ruiz', '1', null, 'North', null]
        ])
      ],
      { known }
    )
    expect(again.report.isEmpty).toBe(true)
    const { rows, report } = plan(
      [
        table(
          'opportunities',
          ['externalId', 'stage', 'amount', 'seller', 'sellerId', 'sellerEmail', 'sellerTeam'],
          [
            ['1', 'Won', 1, 'Ana Ruiz', '2', null, null],
            ['2', 'Won', 2, 'Luis Gil', null, 'L2@x.com', null],
            ['3', 'Won', 4, 'Eva Sanz', null, null, 'South'],
            ['4', 'Won', 8, 'Ana Ruiz', null, null, null],
            ['5', 'Won', 16, 'Ana Ruiz', '1', null, null]
          ]
        )
      ],
      { known }
    )
    expect(rows.opportunities.map((row) => row.values.seller)).toEqual([ana2, luis2, evaSouth, null, ana1])
    expect(report.findings.find((each) => each.rule === 'sameNameSellers')).toMatchObject({
      count: 1,
      amountMinor: 800
    })
  })

  test('are known by an alias on the days for which it holds', () => {
    const base = written(
      plan([
        sellers([
          ['Ana Ruiz', null, null, null, null],
          ['Pau Mas', null, null, null, null]
        ])
      ])
    )
    const [ana, pau] = base.sellers.map((row) => row.id)
    const known: KnownFacts = {
      ...base,
      sellers: base.sellers.map((row) => ({
        ...row,
        aliases:
          row.id === ana
            ? [
                { key: 'desk 7', fromOn: null, toOn: isoDate(2026, 3, 31) },
                { key: 'a ruiz', fromOn: null, toOn: null }
              ]
            : [{ key: 'desk 7', fromOn: isoDate(2026, 4, 1), toOn: null }]
      }))
    }
    const file = table(
      'opportunities',
      ['externalId', 'stage', 'amount', 'closeOn', 'seller'],
      [
        ['1', 'Won', 1, '2026-03-31', 'Desk 7'],
        ['2', 'Won', 1, '2026-04-01', 'Desk 7'],
        ['3', 'Won', 1, '2026-04-01', 'A. Ruiz']
      ]
    )
    const { rows } = plan([file], { known })
    expect(rows.sellers).toEqual([])
    expect(rows.opportunities.map((row) => row.values.seller)).toEqual([ana, pau, ana])
  })

  test('who left keep their deals, and deals after that are shown', () => {
    const known = written(plan([sellers([['Ana Ruiz', null, null, null, '2026-03-31']])]))
    const file = table(
      'opportunities',
      ['externalId', 'stage', 'amount', 'closeOn', 'seller'],
      [
        ['1', 'Won', 1, '2026-03-15', 'Ana Ruiz'],
        ['2', 'Won', 2, '2026-04-15', 'Ana Ruiz'],
        ['3', 'Open', 4, '2026-12-15', 'Ana Ruiz']
      ]
    )
    const { rows, report } = plan([file], { known })
    expect(rows.opportunities.map((row) => row.values.seller)).toEqual(Array(3).fill(known.sellers[0]?.id))
    expect(report.findings.find((each) => each.rule === 'inactiveSeller')).toMatchObject({ count: 2, amountMinor: 600 })
  })

  test('written with an initial are asked about', () => {
    const known = written(plan([sellers([['Juan Pérez', null, null, null, null]])]))
    const { identities } = preview([dealsOf(['J. Perez', 'Juan Peres'], 'seller')], { known })
    expect(identities.map(({ name, candidates }) => [name, candidates[0]?.name, candidates[0]?.reasons])).toEqual([
      ['Juan Peres', 'Juan Pérez', ['typo']],
      ['J. Perez', 'Juan Pérez', ['initials']]
    ])
  })

  test('joined by the user are found by the name the next time', () => {
    const known = written(plan([sellers([['Juan Pérez', null, null, null, null]])]))
    const file = dealsOf(['J. Perez'], 'seller')
    const identities: IdentityChoice[] = [
      { entity: 'sellers', name: 'J. Perez', decision: 'same', sameAs: 'Juan Pérez' }
    ]
    const made = plan([file], { known, choices: { identities } })
    expect(made.rows.sellers).toEqual([])
    const later = written(made, known, 2)
    expect(plan([file], { known: later }).report.isEmpty).toBe(true)
    expect(plan([file], { known: later, choices: { identities } }).report.isEmpty).toBe(true)
  })
})

test('products are joined by spaces, and parted when the user says so', () => {
  const products = table('products', ['name'], [['GTX Pro']], { key: '1' })
  const deals = dealsOf(['GTXPro'], 'product')
  expect(plan([products, deals]).rows.products).toHaveLength(1)
  const identities: IdentityChoice[] = [
    { entity: 'products', name: 'GTXPro', decision: 'different', sameAs: 'GTX Pro' }
  ]
  const parted = plan([products, deals], { choices: { identities } })
  expect(parted.rows.products.map((row) => row.values.name)).toEqual(['GTX Pro', 'GTXPro'])
  expect(parted.report.identities).toMatchObject([{ name: 'GTXPro', decision: 'different', isJoined: false }])
  expect(nothingKnown.products).toEqual([])
})
