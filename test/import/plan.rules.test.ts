// The plan of an import: what is new, changed and the same, what is joined, what is refused; laws that hold for any files.
import { describe, expect, test } from 'vitest'
import { noChoices, planImport } from '#shared/import/plan/index.ts'
import { rowsPerPart } from '#shared/import/plan/parts.ts'
import { roleOf } from '#shared/import/plan/roles.ts'
import { isInRanges, toRanges } from '#shared/import/plan/seen-ranges.ts'
import { minorOf } from '#shared/import/plan/values.ts'
import type { ReadTable } from '#shared/import/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { counts, nothingKnown, plan, preview, table, written } from './plan-tables.ts'

const dealColumns = ['externalId', 'name', 'stage', 'amount', 'closeOn', 'seller', 'account', 'product']
const deals = table('opportunities', dealColumns, [
  ['1', 'First', 'Won', 100.5, '2026-01-31', 'Ana Ruiz', 'Acme', 'GTXPro'],
  ['2', 'Second', 'Open', null, null, 'Ana Ruiz', null, 'GTX Pro'],
  ['3', 'Third', 'Lost', 50, '2026-02-28', 'Luis Gil', 'Beta', null]
])
const products = table('products', ['name', 'family', 'listPrice'], [['GTX Pro', 'GTX', 4821]], { key: '1' })
const people = table(
  'sellers',
  ['name', 'manager', 'team'],
  [
    ['Ana Ruiz', 'Carla', 'North'],
    ['Luis Gil', 'Carla', 'North'],
    ['Eva Sanz', 'Pau', 'South']
  ],
  { key: '2' }
)
const accounts = table(
  'accounts',
  ['name', 'industry', 'parent'],
  [
    ['Beta', 'tech', 'Acme'],
    ['Acme', 'tech', null]
  ],
  { key: '3' }
)
const calls = table(
  'activities',
  ['kind', 'happenedOn', 'seller', 'account', 'opportunity'],
  [
    ['call', '2026-01-05', 'Ana Ruiz', 'Acme', '1'],
    ['call', '2026-01-05', 'Ana Ruiz', 'Acme', '1']
  ],
  { key: '4' }
)
const all = [deals, products, people, accounts, calls]

describe('a first import', () => {
  test('makes what the deals name, and joins what differs in spaces', () => {
    const { rows, report } = plan([deals, products])
    expect(rows.opportunities.map((row) => row.values.amountMinor)).toEqual([10_050, null, 5000])
    expect(rows.sellers.map((row) => row.values.name)).toEqual(['Ana Ruiz', 'Luis Gil'])
    expect(rows.accounts.map((row) => row.values.name)).toEqual(['Acme', 'Beta'])
    expect(rows.products.map((row) => row.values.name)).toEqual(['GTX Pro'])
    expect(rows.opportunities.map((row) => row.values.product)).toEqual([-1, -1, null])
    expect(rows.stages.map(({ name, status }) => [name, status])).toEqual([
      ['Open', 'open'],
      ['Won', 'won'],
      ['Lost', 'lost']
    ])
    expect(report.findings.find((each) => each.rule === 'looseProduct')).toMatchObject({
      count: 1,
      amountMinor: 10_050,
      examples: ['GTXPro = GTX Pro']
    })
    expect(report.won).toEqual({ deals: 1, amountMinor: 10_050, currency: 'EUR' })
    expect(report.dataAsOfOn).toBe('2026-02-28')
    expect(report.qualityRatio).toBeCloseTo(2 / 3)
    expect(planImport([], nothingKnown, noChoices, { progress: () => undefined, shapes: new Map() })).toMatchObject({
      isEmpty: true,
      qualityRatio: null
    })
  })

  test('keeps the row of the file that each new row comes from, each row once', () => {
    const { rows } = plan([deals, products])
    const rowOf = (source: number | null) => {
      const from = source === null ? undefined : rows.sources[source]
      return [from?.tableKey, from?.rowNumber]
    }
    expect(rows.opportunities.map((row) => rowOf(row.source))).toEqual([
      ['0', 2],
      ['0', 3],
      ['0', 4]
    ])
    expect(rows.accounts.map((row) => rowOf(row.source))).toEqual([
      ['0', 2],
      ['0', 4]
    ])
    expect(rows.products.map((row) => rowOf(row.source))).toEqual([['1', 2]])
    expect(rows.sources).toHaveLength(4)
    expect(rows.sources[rows.opportunities[2]?.source ?? -1]?.cells[1]).toBe('Third')
  })

  test('refuses an id that comes twice, a row without a stage, a cell that is no number', () => {
    const { rows, report } = plan([
      table(
        'opportunities',
        ['externalId', 'name', 'stage', 'amount', 'closeOn'],
        [
          ['1', 'A', 'Won', 5, '2026-01-01'],
          ['1', 'B', 'Won', 6, '2026-01-01'],
          ['2', 'C', null, 7, '2026-01-01'],
          ['3', 'D', 'Won', 'x', '2026-01-01'],
          ['4', 'E', 'Won', 1e300, '2026-01-01']
        ]
      )
    ])
    expect(report.rejected.map(({ rowNumber, rule, header }) => [rowNumber, rule, header])).toEqual([
      [3, 'duplicateId', 'externalId'],
      [4, 'noStage', 'stage'],
      [5, 'unreadableCell', 'amount'],
      [6, 'amountTooLarge', 'amount']
    ])
    expect(rows.opportunities.map((row) => row.values.name)).toEqual(['A'])
    expect(rows.quarantine.map((row) => [row.rowNumber, row.problem.rule])).toEqual(
      report.rejected.map((row) => [row.rowNumber, row.rule])
    )
    expect(report.tableCounts['0']).toEqual({ new: 1, changed: 0, same: 0, rejected: 4 })
    expect(report.qualityRatio).toBe(0)
  })

  test('makes the tree of offices and managers', () => {
    const { rows } = plan([people])
    const name = (ref: number | null) => rows.sellers.find((row) => row.id === ref)?.values.name
    expect(rows.teams.map((team) => [team.name, team.parent, name(team.lead)])).toEqual([
      ['North', null, undefined],
      ['Carla', -1, 'Carla'],
      ['South', null, undefined],
      ['Pau', -3, 'Pau']
    ])
    expect(rows.sellers.map((row) => [row.values.name, row.values.role])).toEqual([
      ['Ana Ruiz', 'seller'],
      ['Carla', 'manager'],
      ['Luis Gil', 'seller'],
      ['Eva Sanz', 'seller'],
      ['Pau', 'manager']
    ])
    expect(rows.memberships.map((each) => [name(each.seller), each.team])).toEqual([
      ['Carla', -2],
      ['Ana Ruiz', -2],
      ['Luis Gil', -2],
      ['Pau', -4],
      ['Eva Sanz', -4]
    ])
  })

  test('joins parents wherever they stand, and never in a circle', () => {
    const { rows } = plan([
      table(
        'accounts',
        ['name', 'parent'],
        [
          ['Small', 'Big'],
          ['Big', 'Small'],
          ['Other', 'Unlisted'],
          ['Self', 'Self']
        ]
      )
    ])
    const [small, big, other, self, unlisted] = rows.accounts
    expect(small?.values.parent).toBe(big?.id)
    expect(big?.values.parent).toBeNull()
    expect(self?.values.parent).toBeNull()
    expect(unlisted?.values.name).toBe('Unlisted')
    expect(other?.values.parent).toBe(unlisted?.id)
  })

  test('makes accounts and sellers of a wide deal sheet, with what it says of them', () => {
    const { rows } = plan([
      table(
        'opportunities',
        [
          'externalId',
          'stage',
          'amount',
          'account',
          'accountId',
          'accountIndustry',
          'accountDomain',
          'seller',
          'sellerTeam'
        ],
        [
          ['1', 'Won', 5, 'Acme', 'A1', null, 'https://www.acme.com/es', 'Ana', 'North'],
          ['2', 'Won', 5, 'Acme', 'A1', 'Banking', null, 'Ana', 'North'],
          ['3', 'Won', 5, 'Acme', 'A2', 'Retail', null, 'Luis', 'South']
        ]
      )
    ])
    expect(rows.accounts.map(({ values }) => [values.name, values.externalId, values.industry, values.domain])).toEqual(
      [
        ['Acme', 'A1', 'Banking', 'acme.com'],
        ['Acme', 'A2', 'Retail', null]
      ]
    )
    expect(rows.opportunities.map((row) => row.values.account)).toEqual([-1, -1, -2])
    expect(rows.teams.map((team) => team.name)).toEqual(['North', 'South'])
    expect(rows.memberships).toEqual([
      { seller: -1, team: -1 },
      { seller: -2, team: -2 }
    ])
  })

  test('counts contacts by account, each person once', () => {
    const { rows, report } = plan([
      table(
        'contacts',
        ['name', 'email', 'account'],
        [
          ['A', 'a@acme.com', 'Acme'],
          ['A again', 'A@acme.com', 'Acme'],
          ['B', 'b@acme.com', 'Acme'],
          ['C', 'c@x.com', null]
        ]
      )
    ])
    expect(rows.accounts.map(({ values }) => [values.name, values.contacts])).toEqual([['Acme', 2]])
    expect(counts(report).contactsWithoutAccount).toBe(1)
  })
})

describe('deals of systems that keep the last step of a deal beside its outcome', () => {
  const rows = [
    ['1', 'Proposal', 'Won', 10, '2026-09-01', '2026-03-03', null],
    ['2', 'Proposal', 'Lost', 20, '2026-09-01', null, '2026-04-04'],
    ['3', 'Proposal', 'Open', 30, '2026-12-01', null, null]
  ]
  test('stand in the stage of the outcome, on the day it came', () => {
    const made = plan([
      table('opportunities', ['externalId', 'stage', 'status', 'amount', 'closeOn', 'wonOn', 'lostOn'], rows)
    ])
    expect(made.report.stagePreview.map(({ name, status, deals: count }) => [name, status, count])).toEqual([
      ['Proposal', 'open', 1],
      ['Won', 'won', 1],
      ['Lost', 'lost', 1]
    ])
    expect(made.rows.opportunities.map((row) => row.values.closeOn)).toEqual(['2026-03-03', '2026-04-04', '2026-12-01'])
    expect(made.report.won).toMatchObject({ deals: 1, amountMinor: 1000 })
  })
  test('are counted with what they were won for', () => {
    const made = plan([
      table(
        'opportunities',
        ['externalId', 'stage', 'expectedAmount', 'actualAmount'],
        [
          ['1', 'Won', 100, 90],
          ['2', 'Open', 100, null]
        ]
      )
    ])
    expect(made.rows.opportunities.map((row) => row.values.amountMinor)).toEqual([9000, 10_000])
  })
})

describe('stages', () => {
  const withStages = (names: readonly string[], further: string[] = [], cells: (string | number | boolean)[][] = []) =>
    table(
      'opportunities',
      ['externalId', 'stage', 'amount', ...further],
      names.map((name, at) => [`${at}`, name, 5, ...(cells[at] ?? [])])
    )

  test('that no word tells are taken as open and said', () => {
    const { report } = plan([withStages(['Banana', 'Negotiation', 'Won', 'Banana'])])
    expect(report.stagePreview.map(({ name, status, sureness }) => [name, status, sureness])).toEqual([
      ['Banana', 'open', 'guess'],
      ['Negotiation', 'open', 'words'],
      ['Won', 'won', 'words']
    ])
    expect(report.findings.find((each) => each.rule === 'stageGuessed')).toMatchObject({ count: 2, amountMinor: 1000 })
  })

  test('are told by a column that says of every deal whether it was won', () => {
    const { report } = plan([
      withStages(
        ['Banana', 'Banana', 'Pear'],
        ['isWon', 'isClosed'],
        [
          [true, true],
          [true, true],
          [false, true]
        ]
      )
    ])
    expect(report.stagePreview.map(({ name, status, sureness }) => [name, status, sureness])).toEqual([
      ['Banana', 'won', 'words'],
      ['Pear', 'lost', 'words']
    ])
    const contradicted = plan([
      withStages(
        ['Won', 'Won'],
        ['isWon', 'isClosed'],
        [
          [false, true],
          [false, true]
        ]
      )
    ])
    expect(counts(contradicted.report).stageContradicted).toBe(2)
    expect(contradicted.report.stagePreview[0]?.status).toBe('won')
  })

  test('become what the user says, and are known by that the next time', () => {
    const known = written(plan([withStages(['Open', 'Won'])]))
    const wonId = known.stages.find((stage) => stage.name === 'Won')?.id
    const file = withStages(['Open', 'Banana'])
    const chosen = plan([file], { known, choices: { stages: [{ name: 'banana', stageId: wonId as never }] } })
    expect(chosen.report.stagePreview).toContainEqual({
      name: 'Banana',
      status: 'won',
      deals: 1,
      isNew: false,
      stageId: wonId,
      sureness: 'chosen'
    })
    expect(chosen.rows.aliases).toEqual([{ of: 'stages', ref: wonId, alias: 'Banana', aliasKey: 'banana' }])
    expect(chosen.rows.stages).toEqual([])
    const later = written(chosen, known, 2)
    const again = plan([file], { known: later })
    expect(again.report.isEmpty).toBe(true)
    expect(again.report.stagePreview).toContainEqual(expect.objectContaining({ name: 'Banana', sureness: 'known' }))
    const asLost = plan([file], { choices: { stages: [{ name: 'Banana', status: 'lost' }] } })
    expect(asLost.rows.stages.find((stage) => stage.name === 'Banana')?.status).toBe('lost')
  })
})

describe('a second import', () => {
  test('of the same files changes nothing', () => {
    const { report, parts } = plan(all, { known: written(plan(all)), shapes: { 0: '0' } })
    expect(report.isEmpty).toBe(true)
    expect(parts).toEqual([])
    expect(report.entityCounts.every((each) => each.new === 0 && each.changed === 0)).toBe(true)
    expect(report.differences.kinds).toEqual([])
  })

  test('without ids finds the deals by what does not change about them', () => {
    const bare = (amount: number, stage = 'Open') =>
      table(
        'opportunities',
        ['name', 'stage', 'amount', 'closeOn', 'seller'],
        [
          ['A', stage, amount, '2026-01-01', 'Ana'],
          ['A', 'Open', 5, '2026-01-01', 'Ana']
        ]
      )
    const known = written(plan([bare(5)]))
    expect(plan([bare(5)], { known }).report.isEmpty).toBe(true)
    const later = plan([bare(9, 'Won')], { known })
    expect(later.rows.opportunities.map((row) => [row.id > 0, row.values.amountMinor])).toEqual([[true, 900]])
  })

  test('with ids joins a deal that had none only where one fits, and says so', () => {
    const columns = ['externalId', 'name', 'stage', 'amount', 'account']
    const known = written(
      plan([
        table('opportunities', columns.slice(1), [
          ['A', 'Open', 5, 'Acme'],
          ['B', 'Open', 5, 'Acme'],
          ['B', 'Open', 6, 'Acme']
        ])
      ])
    )
    const later = plan(
      [
        table('opportunities', columns, [
          ['X1', 'A', 'Won', 5, 'Acme'],
          ['X2', 'B', 'Open', 5, 'Acme']
        ])
      ],
      { known }
    )
    expect(counts(later.report).matchedByName).toBe(1)
    expect(later.rows.opportunities.map((row) => [row.id > 0, row.values.externalId])).toEqual([
      [true, 'X1'],
      [false, 'X2']
    ])
  })

  test('changes what a newer file says, and keeps what it does not mention', () => {
    const first = table(
      'opportunities',
      [...dealColumns, '@Region', '@Note'],
      [['2', 'Second', 'Open', 60, null, 'Ana', 'Acme', 'P', 'North', 'old']]
    )
    const known = written(plan([first]))
    const { rows, report } = plan(
      [
        table(
          'opportunities',
          ['externalId', 'stage', 'amount', 'closeOn', '@Note'],
          [['2', 'Open', 70, '2026-12-31', null]]
        )
      ],
      { known }
    )
    expect(rows.opportunities).toHaveLength(1)
    expect(rows.opportunities[0]?.values).toMatchObject({
      name: 'Second',
      amountMinor: 7000,
      closeOn: '2026-12-31',
      seller: known.sellers[0]?.id,
      account: known.accounts[0]?.id,
      custom: { Region: 'North' }
    })
    expect(rows.opportunities[0]?.before).toMatchObject({ amountMinor: 6000, closeOn: null })
    expect(report.tableCounts['0']).toEqual({ new: 0, changed: 1, same: 0, rejected: 0 })
  })

  test('an empty cell takes a value of a deal away', () => {
    const columns = ['externalId', 'stage', 'amount']
    const known = written(plan([table('opportunities', columns, [['1', 'Open', 5]])]))
    const { rows } = plan([table('opportunities', columns, [['1', 'Open', null]])], { known })
    expect(rows.opportunities[0]?.values.amountMinor).toBeNull()
  })

  test('without a currency column keeps the currency that is known', () => {
    const known = written(
      plan([table('opportunities', ['externalId', 'stage', 'amount', 'currency'], [['1', 'Open', 1000, 'JPY']])])
    )
    expect(known.opportunities[0]?.values.amountMinor).toBe(1000)
    const { rows } = plan([table('opportunities', ['externalId', 'stage', 'amount'], [['1', 'Open', 1200]])], { known })
    expect(rows.opportunities[0]?.values).toMatchObject({ amountMinor: 1200, currency: 'JPY' })
  })

  test('moves a person whose manager is another now', () => {
    const known = written(plan([people]))
    const { rows, report } = plan([table('sellers', ['name', 'manager', 'team'], [['Ana Ruiz', 'Marta', 'North']])], {
      known
    })
    expect(rows.teams.map((team) => team.name)).toEqual(['Marta'])
    expect(rows.memberships).toHaveLength(2)
    expect(report.tableCounts['0']).toMatchObject({ changed: 1 })
  })
})

describe('laws', () => {
  const turned = [...all].reverse()
  test('the order of the files does not matter', () => {
    const [one, other] = [plan(all), plan(turned)]
    expect(other.report).toEqual(one.report)
    expect(other.parts).toEqual(one.parts)
  })

  test('a preview says what an import says', () => {
    const { identities: _, ...made } = plan(all).report
    const { identities, ...shown } = preview(all)
    expect(shown).toEqual(made)
    expect(identities.map((each) => each.name)).toEqual(['GTXPro'])
  })

  test('parts are of bounded length, refer to what came before, and number their sources on end', () => {
    const many = table(
      'opportunities',
      ['externalId', 'stage', 'amount', 'account', 'seller'],
      Array.from({ length: 7001 }, (_, at) => [
        `${at}`,
        at === 7000 ? null : 'Won',
        at,
        `Account ${at % 3000}`,
        `Seller ${at % 7}`
      ])
    )
    const { parts, rows } = plan([many])
    let sources = 0
    const met = { accounts: 0, sellers: 0, stages: 0 }
    for (const part of parts) {
      expect(part.firstSource).toBe(sources)
      sources += part.sources.length
      expect(part.opportunities.length).toBeLessThanOrEqual(rowsPerPart)
      met.accounts += part.accounts.length
      met.sellers += part.sellers.length
      met.stages += part.stages.length
      for (const { source, values } of part.opportunities) {
        expect(source).toBeLessThan(sources)
        expect(-(values.account ?? 0)).toBeLessThanOrEqual(met.accounts)
        expect(-(values.seller ?? 0)).toBeLessThanOrEqual(met.sellers)
        expect(-values.stage).toBeLessThanOrEqual(met.stages)
      }
    }
    expect(rows.opportunities.map((row) => row.id)).toEqual(Array.from({ length: 7000 }, (_, at) => -at - 1))
    expect(rows.opportunities.reduce((sum, row) => sum + (row.values.amountMinor ?? 0), 0)).toBe(
      (100 * (7000 * 6999)) / 2
    )
    expect(rows.accounts.map((row) => row.id)).toEqual(Array.from({ length: 3000 }, (_, at) => -at - 1))
    expect(rows.quarantine).toHaveLength(1)
  })

  test('accounts of many parts never name a parent of a later one', () => {
    const length = 3 * rowsPerPart
    const chain = table(
      'accounts',
      ['name', 'parent'],
      Array.from({ length }, (_, at) => [
        `Account ${at}`,
        at % 100 === 0 && at + 2500 < length ? `Account ${at + 2500}` : null
      ])
    )
    const { parts } = plan([chain])
    let met = 0
    for (const part of parts) {
      met += part.accounts.length
      for (const { values } of part.accounts) expect(-(values.parent ?? 0)).toBeLessThanOrEqual(met)
    }
    expect(met).toBe(length)
  })

  test('progress is told by tables and rows', () => {
    const told: [number, number, number][] = []
    const tables: ReadTable[] = [deals, products]
    planImport(tables, nothingKnown, noChoices, { progress: (...each) => told.push(each), shapes: new Map() })
    expect(told).toEqual([
      [1, 2, 1],
      [2, 2, 4]
    ])
  })

  test('what a file holds is kept as runs, also of rows that could not be taken', () => {
    const columns = ['externalId', 'stage', 'amount']
    const known = written(
      plan([
        table('opportunities', columns, [
          ['1', 'Open', 5],
          ['2', 'Open', 5]
        ])
      ])
    )
    const [one, two] = known.opportunities.map((row) => row.id)
    const { report } = plan(
      [
        table('opportunities', columns, [
          ['2', 'Open', 'x'],
          ['9', 'Open', 5],
          ['1', 'Open', 5]
        ])
      ],
      { known }
    )
    expect(report.seen).toEqual([
      {
        tableKey: '0',
        entity: 'opportunities',
        ranges: [
          [-1, -1],
          [one, two]
        ]
      }
    ])
    expect(toRanges([3, 1, 2, 7, 2])).toEqual([
      [1, 3],
      [7, 7]
    ])
    const held = [0, 1, 3, 4, 7, 8].map((ref) =>
      isInRanges(
        [
          [1, 3],
          [7, 7]
        ],
        ref
      )
    )
    expect(held).toEqual([false, true, true, false, true, false])
  })
})

describe('amounts', () => {
  test('are rounded as a person would, by the decimals of the currency', () => {
    expect(minorOf(1.005, currencyCode('EUR'))).toBe(101)
    expect(minorOf(-1.005, currencyCode('EUR'))).toBe(-101)
    expect(minorOf(1054, currencyCode('JPY'))).toBe(1054)
    expect(minorOf(1.0005, currencyCode('KWD'))).toBe(1001)
    expect(minorOf(0.1 + 0.2, currencyCode('EUR'))).toBe(30)
    expect(Object.is(minorOf(-0.001, currencyCode('EUR')), 0)).toBe(true)
    expect(minorOf(1e20, currencyCode('EUR'))).toBeUndefined()
  })
  test('of titles say what a person does', () => {
    expect(roleOf('Jefe de ventas')).toBe('manager')
    expect(roleOf('Account manager')).toBe('account_manager')
    expect(roleOf('SDR')).toBe('sdr')
    expect(roleOf('Comercial')).toBe('seller')
    expect(roleOf('Chef')).toBe('other')
    expect(roleOf(null)).toBe('seller')
  })
})
