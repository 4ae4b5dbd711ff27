// What is known beside deals, planned: leads, invoices, activities, stages gone through, rates, targets, quotas and assignments.
import { describe, expect, test } from 'vitest'
import { decimalText } from '#shared/import/plan/figures.ts'
import { shareByMonth } from '#shared/import/plan/period-cells.ts'
import { isoDate } from '#shared/units/date.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import { calendar, counts, nothingKnown, plan, table, written } from './plan-tables.ts'

const deals = table(
  'opportunities',
  ['externalId', 'name', 'stage', 'amount', 'account', 'seller'],
  [
    ['D1', 'Big one', 'Won', 100, 'Acme', 'Ana'],
    ['D2', 'Twin', 'Proposal', 100, 'Acme', 'Ana'],
    ['D3', 'Twin', 'Proposal', 100, 'Acme', 'Ana']
  ]
)
const withDeals = written(plan([deals]))
const dealId = withDeals.opportunities[0]?.id

describe('stages gone through', () => {
  const file = table(
    'stageChanges',
    ['opportunity', 'opportunityName', 'stage', 'enteredOn'],
    [
      ['D1', null, 'Qualification', '2026-01-01'],
      ['D1', null, 'Won', '2026-02-01'],
      ['D1', null, 'Won', '2026-02-01'],
      [null, 'Big one', 'Proposal', '2026-01-15'],
      [null, 'Twin', 'Proposal', '2026-01-15'],
      ['D9', null, 'Won', '2026-01-15'],
      ['D1', null, 'Won', null]
    ]
  )
  test('are joined to their deals, once each', () => {
    const made = plan([file], { known: withDeals })
    expect(made.rows.stageChanges.map(({ values }) => [values.opportunity, values.enteredOn])).toEqual([
      [dealId, '2026-01-01'],
      [dealId, '2026-02-01'],
      [dealId, '2026-01-15']
    ])
    expect(made.rows.stages.map((stage) => stage.name)).toEqual(['Qualification'])
    expect(made.report.rejected.map(({ rowNumber, rule }) => [rowNumber, rule])).toEqual([
      [6, 'noDeal'],
      [7, 'noDeal'],
      [8, 'noDate']
    ])
    expect(plan([file], { known: written(made, withDeals, 2) }).report.isEmpty).toBe(true)
  })
})

describe('leads', () => {
  const columns = [
    'externalId',
    'firstName',
    'lastName',
    'company',
    'status',
    'value',
    'currency',
    'seller',
    'createdOn',
    'opportunity',
    '@Campaign'
  ]
  const file = table('leads', columns, [
    ['L1', 'Eva', 'Mas', 'Acme', 'New', 1000, 'JPY', 'Ana', '2026-01-01', 'D1', 'Spring'],
    [null, 'Pau', null, 'Nobody', 'New', null, null, 'Ana', '2026-01-02', null, null],
    [null, null, null, null, 'New', null, null, null, null, null, null]
  ])
  const made = plan([file], { known: withDeals })
  test('know the accounts and deals there are, and make no customers', () => {
    expect(made.rows.leads.map(({ values }) => values)).toMatchObject([
      {
        name: 'Eva Mas',
        account: withDeals.accounts[0]?.id,
        opportunity: dealId,
        valueMinor: 1000,
        currency: 'JPY',
        custom: { Campaign: 'Spring' }
      },
      { name: 'Pau', company: 'Nobody', account: null, opportunity: null, valueMinor: null, currency: null }
    ])
    expect(made.rows.accounts).toEqual([])
    expect(made.report.rejected.map((row) => row.rule)).toEqual(['noName'])
  })
  test('change, and are the same the second time', () => {
    const known = written(made, withDeals, 2)
    expect(plan([file], { known }).report.isEmpty).toBe(true)
    const later = plan([table('leads', ['externalId', 'status'], [['L1', 'Converted']])], { known })
    expect(later.rows.leads.map(({ values }) => [values.name, values.status, values.valueMinor])).toEqual([
      ['Eva Mas', 'Converted', 1000]
    ])
  })
})

describe('invoices', () => {
  test('are told by number and kind; payments by words or by their day', () => {
    const file = table(
      'invoices',
      ['externalId', 'kind', 'issuedOn', 'dueOn', 'paidOn', 'amount', 'currency', 'account'],
      [
        ['F1', null, '2026-01-01', '2026-02-01', null, 100.1, 'EUR', 'Acme'],
        ['F1', 'Pago', '2026-01-20', null, '2026-01-20', 100.1, 'EUR', 'Acme'],
        ['F2', null, '2026-01-05', null, null, 10, 'EUR', 'New customer'],
        ['F2', null, '2026-01-05', null, null, 20, 'EUR', 'New customer'],
        ['F3', null, null, null, null, 20, 'EUR', 'Acme']
      ]
    )
    const made = plan([file], { known: withDeals })
    expect(made.rows.invoices.map(({ values }) => [values.externalId, values.kind, values.amountMinor])).toEqual([
      ['F1', 'invoice', 10_010],
      ['F1', 'payment', 10_010],
      ['F2', 'invoice', 1000],
      ['F2', 'invoice', 2000]
    ])
    expect(made.rows.accounts.map((row) => row.values.name)).toEqual(['New customer'])
    expect(made.report.rejected.map((row) => row.rule)).toEqual(['noDate'])
    const known = written(made, withDeals, 2)
    expect(plan([file], { known }).report.isEmpty).toBe(true)
    const paid = table(
      'invoices',
      ['externalId', 'issuedOn', 'paidOn', 'amount'],
      [['F1', '2026-01-01', '2026-01-20', 100.1]]
    )
    expect(plan([paid], { known }).rows.invoices.map(({ values }) => [values.paidOn, values.dueOn])).toEqual([
      ['2026-01-20', '2026-02-01']
    ])
    const payments = table('invoices', ['externalId', 'paidOn', 'amount'], [['P1', '2026-03-03', 5]])
    expect(plan([payments]).rows.invoices[0]?.values).toMatchObject({ kind: 'payment', issuedOn: '2026-03-03' })
  })
})

describe('activities', () => {
  test('of one kind, day and customer are counted off one by one', () => {
    const calls = (count: number) =>
      table(
        'activities',
        ['kind', 'happenedOn', 'account'],
        Array.from({ length: count }, () => ['Call', '2026-01-01', 'Acme'])
      )
    const known = written(plan([calls(2)], { known: withDeals }), withDeals, 2)
    expect(known.activities).toHaveLength(2)
    expect(plan([calls(2)], { known }).report.isEmpty).toBe(true)
    expect(plan([calls(3)], { known }).rows.activities).toHaveLength(1)
    expect(plan([table('activities', ['kind', 'happenedOn'], [['Call', null]])]).report.rejected[0]?.rule).toBe(
      'noDate'
    )
  })
})

describe('rates', () => {
  test('are kept as they are, without inverses; two of one pair and day are refused unless they agree', () => {
    const file = table(
      'rates',
      ['from', 'to', 'pair', 'validOn', 'rate'],
      [
        ['USD', 'EUR', null, '2026-01-01', 0.92],
        ['USD', 'EUR', null, '2026-01-01', 0.92],
        ['USD', 'EUR', null, '2026-01-01', 0.93],
        [null, null, 'GBP/EUR', '2026-01-01', 1.15],
        ['EUR', 'EUR', null, '2026-01-01', 1],
        ['USD', 'EUR', null, '2026-01-02', 0],
        ['USD', 'EUR', null, null, 1]
      ]
    )
    const made = plan([file])
    expect(made.rows.rates.map(({ values }) => `${values.from} ${values.to} ${values.rate}`)).toEqual([
      'USD EUR 0.92',
      'GBP EUR 1.15'
    ])
    expect(made.report.rejected.map((row) => row.rule)).toEqual(['duplicateRate', 'noCurrency', 'badRate', 'noDate'])
    expect(plan([file], { known: written(made) }).report.isEmpty).toBe(true)
    const corrected = table('rates', ['from', 'to', 'validOn', 'rate'], [['USD', 'EUR', '2026-01-01', 0.95]])
    expect(plan([corrected], { known: written(made) }).rows.rates.map((row) => [row.id > 0, row.values.rate])).toEqual([
      [true, '0.95']
    ])
  })
  test('are decimal text, however small or large', () => {
    expect([1.0837, 1e-7, 1.5e-7, 1e21, 1.25e21, 25].map(decimalText)).toEqual([
      '1.0837',
      '0.0000001',
      '0.00000015',
      '1000000000000000000000',
      '1250000000000000000000',
      '25'
    ])
  })
  test('of one currency a row are into the currency of the workspace', () => {
    const { rows } = plan([table('rates', ['from', 'validOn', 'rate'], [['USD', '2026-01-01', 0.9]])])
    expect(rows.rates[0]?.values).toMatchObject({ from: 'USD', to: 'EUR' })
  })
})

describe('quotas', () => {
  test('of quarters are shared out over their months, exactly', () => {
    const file = table(
      'quotas',
      ['seller', 'period', 'amount'],
      [
        ['Ana', '2027-Q1', 100],
        ['Ana', '2027-04', 50],
        ['Ana', '2027-Q2', 50],
        [null, '2027-Q1', 10],
        ['Luis', '2027', 1]
      ]
    )
    const made = plan([file])
    expect(
      made.rows.quotas
        .slice(0, 4)
        .map(({ values }) => [values.seller, values.periodKey, values.startsOn, values.amountMinor])
    ).toEqual([
      [-1, 'FY2027-M01', '2027-01-01', 3334],
      [-1, 'FY2027-M02', '2027-02-01', 3333],
      [-1, 'FY2027-M03', '2027-03-01', 3333],
      [-1, 'FY2027-M04', '2027-04-01', 5000]
    ])
    expect(made.rows.quotas.slice(4).map(({ values }) => values.amountMinor)).toEqual([
      9, 9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8
    ])
    expect(made.report.rejected.map(({ rowNumber, rule }) => [rowNumber, rule])).toEqual([
      [4, 'duplicateQuota'],
      [5, 'noSellerName']
    ])
    expect(made.report.needsScenario).toBe(true)
    expect(plan([file], { known: written(made) }).report.isEmpty).toBe(true)
  })
  test('of a wide sheet are read by column, without its totals; months without a year lie in that of the scenario', () => {
    const file = table(
      'quotas',
      ['seller', 'period:--01', 'period:--02', 'period:--03', 'period:Q1', 'period:Q2'],
      [
        ['Ana', 10, 20, 30, 60, 90],
        ['Luis', 1, null, 3, 4, null]
      ]
    )
    const made = plan([file])
    const of = (seller: number) =>
      made.rows.quotas
        .filter((row) => row.values.seller === seller)
        .map(({ values }) => [values.periodKey, values.amountMinor])
    expect(of(-1)).toEqual([
      ['FY2027-M01', 1000],
      ['FY2027-M02', 2000],
      ['FY2027-M03', 3000],
      ['FY2027-M04', 3000],
      ['FY2027-M05', 3000],
      ['FY2027-M06', 3000]
    ])
    expect(of(-2)).toEqual([
      ['FY2027-M01', 100],
      ['FY2027-M03', 300]
    ])
    expect(counts(made.report).periodTotals).toBe(1)
    const unknownYear = plan([file], { known: { ...nothingKnown, fiscalYear: null } })
    expect(unknownYear.report.rejected.map((row) => row.rule)).toEqual(['noPeriod', 'noPeriod'])
  })
  test('share whole fiscal months alone', () => {
    const of = (from: [number, number, number], to: [number, number, number], cal: FiscalCalendar = calendar) =>
      shareByMonth(100, { startsOn: isoDate(...from), endsOn: isoDate(...to) }, cal)?.map(
        (month) => `${month.periodKey} ${month.amountMinor}`
      )
    expect(of([2027, 1, 1], [2027, 3, 31])).toEqual(['FY2027-M01 34', 'FY2027-M02 33', 'FY2027-M03 33'])
    expect(of([2027, 1, 15], [2027, 2, 14])).toBeUndefined()
    expect(of([2027, 1, 1], [2027, 1, 7])).toBeUndefined()
    const april: FiscalCalendar = { startMonth: 4, pattern: 'months', weekStart: 1 }
    expect(of([2026, 12, 1], [2027, 1, 31], april)).toEqual(['FY2027-M09 50', 'FY2027-M10 50'])
    const weeks: FiscalCalendar = { startMonth: 1, pattern: '445', weekStart: 1 }
    expect(of([2027, 2, 1], [2027, 2, 28], weeks)).toEqual(['FY2027-M02 100'])
  })
})

describe('targets', () => {
  test('are those of whom the columns or words say', () => {
    const teams = table(
      'teams',
      ['name', 'parent', 'lead'],
      [
        ['North', null, 'Carla'],
        ['Coast', 'North', null]
      ],
      { key: '1' }
    )
    const file = table(
      'targets',
      ['scope', 'scopeName', 'team', 'territory', 'product', 'period', 'amount', 'currency'],
      [
        ['Empresa', null, null, null, null, '2027', 1000, null],
        [null, null, 'North', null, null, '2027-Q1', 100, null],
        [null, null, null, 'Madrid', null, '2027-Q1', 100, 'USD'],
        [null, 'Coast', null, null, null, '2027-Q1', 10, null],
        [null, 'Whoever', null, null, null, '2027-Q1', 10, null],
        [null, null, 'North', null, null, '2027-Q1', 100, null]
      ]
    )
    const made = plan([file, teams])
    expect(
      made.rows.targets.map(({ values }) => [
        values.scope,
        values.scopeName,
        values.team,
        values.startsOn,
        values.endsOn,
        values.amountMinor,
        values.currency
      ])
    ).toEqual([
      ['company', '', null, '2027-01-01', '2027-12-31', 100_000, 'EUR'],
      ['team', 'North', -1, '2027-01-01', '2027-03-31', 10_000, 'EUR'],
      ['territory', 'Madrid', null, '2027-01-01', '2027-03-31', 10_000, 'USD'],
      ['team', 'Coast', -2, '2027-01-01', '2027-03-31', 1000, 'EUR']
    ])
    expect(made.rows.teams.map((team) => [team.name, team.parent, team.lead])).toEqual([
      ['North', null, -1],
      ['Coast', -1, null]
    ])
    expect(made.report.rejected.map((row) => row.rule)).toEqual(['noTargetOf', 'duplicateTarget'])
    expect(plan([file, teams], { known: written(made) }).report.isEmpty).toBe(true)
  })
})

describe('assignments', () => {
  test('a seller beside the account works the territory; none says nothing, several work it together', () => {
    const rows = [
      ['Acme', 'North', 'Ana Ruiz'],
      ['Bolt', 'North', 'Ana Ruiz'],
      ['Core', 'North', 'Luis Gil'],
      ['Dyna', 'South', null]
    ]
    const made = plan([table('assignments', ['account', 'territory', 'seller'], rows)])
    const sellers = new Map(made.rows.sellers.map(({ id, values }) => [id, values.name]))
    const territories = new Map(made.rows.territories.map(({ id, name }) => [id, name]))
    expect(
      made.rows.coverages.map(({ values }) => [territories.get(values.territory), sellers.get(values.seller)])
    ).toEqual([
      ['North', 'Ana Ruiz'],
      ['North', 'Luis Gil']
    ])
    const known = written(made)
    expect(plan([table('assignments', ['account', 'territory', 'seller'], rows)], { known }).report.isEmpty).toBe(true)
    const again = plan([table('assignments', ['account', 'territory', 'seller'], [['Dyna', 'South', 'Luis Gil']])], {
      known
    })
    expect(again.rows.coverages).toHaveLength(1)
    expect(again.rows.assignments).toEqual([])
    expect(again.report.entityCounts).toContainEqual(
      expect.objectContaining({ entity: 'assignments', new: 0, changed: 1 })
    )
  })

  test('give accounts to territories, made where unknown, each to one', () => {
    const file = table(
      'assignments',
      ['account', 'territory'],
      [
        ['Acme', 'North'],
        ['Acme', 'north'],
        ['Acme', 'South'],
        ['Beta', 'South'],
        ['Gamma', null],
        [null, 'South']
      ]
    )
    const made = plan([file])
    expect(made.rows.territories.map((territory) => territory.name)).toEqual(['North', 'South'])
    expect(made.rows.assignments.map(({ values }) => [values.account, values.territory])).toEqual([
      [-1, -1],
      [-2, -2]
    ])
    expect(made.report.rejected.map((row) => row.rule)).toEqual(['duplicateAssignment', 'noTerritory', 'noAccountName'])
    const known = written(made)
    expect(plan([file], { known }).report.isEmpty).toBe(true)
    const moved = plan([table('assignments', ['account', 'territory'], [['Acme', 'South']])], { known })
    expect(moved.rows.assignments).toMatchObject([
      { id: known.assignments[0]?.id, values: { territory: known.territories[1]?.id } }
    ])
  })
})
