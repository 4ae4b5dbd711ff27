// Pasted tables: cells, columns, and what a paste would do before it does it.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MembershipId, noFacts, type SellerAliasId, type SellerId, type TeamId } from '#shared/people/index.ts'
import { decideDateOrder, decideDecimalSign, readAmount, readCells, readDate } from '#shared/people/paste/cells.ts'
import { readPastedTable } from '#shared/people/paste/columns.ts'
import { type PeopleBefore, planPaste } from '#shared/people/paste/plan.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { currencyCode } from '#shared/units/money.ts'

const eur = currencyCode('EUR')
const habits = { dateOrder: 'dmy', decimalSign: ',', currency: eur } as const
const on = '2026-11-12' as IsoDate

describe('cells', () => {
  it('reads what a spreadsheet puts on the clipboard', () => {
    expect(readCells('Ana\t"a ""b"""\n')).toEqual([['Ana', 'a "b"']])
    expect(readCells('a\tb\r\n"c\nd"\t e \r\n\r\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'e']
    ])
    expect(readCells('')).toEqual([])
  })
  it.each([
    ['3/4/26', 'dmy', '2026-04-03'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['2026-04-03', 'mdy', '2026-04-03'],
    ['2026/4/3', 'mdy', '2026-04-03'],
    ['31.12.2026', 'dmy', '2026-12-31'],
    ['31/12/2026', 'mdy', undefined],
    ['29/2/2027', 'dmy', undefined],
    ['April', 'dmy', undefined]
  ] as const)('the date %s (%s) is %s', (text, order, date) => expect(readDate(text, order)).toBe(date))
  it('decides the order of day and month by the column', () => {
    expect(decideDateOrder(['03/04/2026', '25/04/2026'], 'mdy')).toBe('dmy')
    expect(decideDateOrder(['03/04/2026', '04/25/2026'], 'dmy')).toBe('mdy')
    expect(decideDateOrder(['03/04/2026', '2026-13-01'], 'mdy')).toBe('mdy')
  })
  it.each([
    ['45.000,50 €', ',', 45000.5],
    ['€45,000.50', '.', 45000.5],
    ['45 000', ',', 45000],
    ['(1.200)', ',', -1200],
    ['-1.200', ',', -1200],
    ['EUR 12', '.', 12],
    ['abc', '.', undefined],
    ['1,2,3', ',', undefined]
  ] as const)('the amount %s (%s) is %d', (text, sign, amount) => expect(readAmount(text, sign)).toBe(amount))
  it('decides the decimal sign by the column', () => {
    expect(decideDecimalSign(['1.234', '1.234,50'], '.')).toBe(',')
    expect(decideDecimalSign(['1.234.567'], '.')).toBe(',')
    expect(decideDecimalSign(['12,5'], '.')).toBe(',')
    expect(decideDecimalSign(['1.234'], '.')).toBe('.')
    expect(decideDecimalSign(['45,000'], ',')).toBe(',')
  })
})

describe('columns', () => {
  it('are found by headers in English and Spanish, in any order', () => {
    const table = readPastedTable(
      'Equipo\tNombre\tFecha de alta\tSalario fijo\tCosa\nVentas / Norte\tAna Ruiz\t03/04/2026\t45.000,50\tx',
      habits
    )
    expect(table.columns).toEqual(['team', 'name', 'hiredOn', 'basePayMinor', 'ignored'])
    expect(table.rows).toEqual([
      {
        row: 2,
        seller: {
          team: ['Ventas', 'Norte'],
          name: 'Ana Ruiz',
          hiredOn: '2026-04-03',
          basePayMinor: 4_500_050,
          payCurrency: 'EUR'
        },
        unread: []
      }
    ])
  })
  it('without headers are taken in the order of the page', () => {
    const table = readPastedTable('Ana Ruiz\tAE\tNorth\tana@x.example', habits)
    expect(table.hasHeader).toBe(false)
    expect(table.rows[0]?.seller).toEqual({ name: 'Ana Ruiz', role: 'seller', team: ['North'], email: 'ana@x.example' })
  })
  it('of names alone are a list of names', () => {
    expect(readPastedTable('Ana Ruiz\nLeo Gil', habits).rows.map((row) => row.seller)).toEqual([
      { name: 'Ana Ruiz' },
      { name: 'Leo Gil' }
    ])
  })
  it('follow the currency of the row: yen have no decimals', () => {
    const table = readPastedTable('Name\tVariable\tCurrency\nAna\t1200\tJPY\nLeo\t1200\tKWD', habits)
    expect(table.rows.map((row) => [row.seller.variablePayMinor, row.seller.payCurrency])).toEqual([
      [1200, 'JPY'],
      [1_200_000, 'KWD']
    ])
  })
  it('name the cells that can’t be read', () => {
    const table = readPastedTable('Name\tRole\tHired\tBase\nAna\tking\tsoon\tmuch', habits)
    expect(table.rows[0]?.unread).toEqual([
      { column: 'role', text: 'king' },
      { column: 'hiredOn', text: 'soon' },
      { column: 'basePayMinor', text: 'much' }
    ])
  })
  it('never throw, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => readPastedTable(text, habits).rows.length >= 0))
    const cell = fc.constantFrom('Name', 'Ana', '1e999', '99999999999999999999', '31/12/2026', '"', '\t', '\n', 'EUR')
    fc.assert(
      fc.property(
        fc.array(cell),
        (cells) => readPastedTable(`Name\tBase\tHired\n${cells.join('\t')}`, habits).rows.length >= 0
      )
    )
  })
})

const before: PeopleBefore = {
  sellers: [
    { ...noFacts, id: 1 as SellerId, name: 'Ana Ruiz', email: 'ana@x.example', externalId: 'E1' },
    { ...noFacts, id: 2 as SellerId, name: 'Leo Gil' },
    { ...noFacts, id: 3 as SellerId, name: 'Leo Gil' }
  ],
  teams: [
    { id: 1 as TeamId, parentId: null, name: 'Sales', managerId: null },
    { id: 2 as TeamId, parentId: 1 as TeamId, name: 'North', managerId: null },
    { id: 3 as TeamId, parentId: null, name: 'Partners', managerId: null },
    { id: 4 as TeamId, parentId: 3 as TeamId, name: 'North', managerId: null }
  ],
  memberships: [{ id: 1 as MembershipId, sellerId: 1 as SellerId, teamId: 2 as TeamId, fromOn: null, toOn: null }],
  aliases: [{ id: 1 as SellerAliasId, sellerId: 1 as SellerId, alias: 'Ruiz, Ana' }]
}
const planOne = (row: Parameters<typeof planPaste>[0][number]) => planPaste([row], before, on)[0]

describe('what a paste would do', () => {
  it('finds people by id, email, name and alias', () => {
    expect(planOne({ externalId: 'E1', location: 'Vigo' })).toMatchObject({
      action: 'change',
      sellerId: 1,
      name: 'Ana Ruiz'
    })
    expect(planOne({ name: 'A. R.', email: 'ANA@x.example' })).toMatchObject({
      action: 'change',
      sellerId: 1,
      name: 'A. R.'
    })
    expect(planOne({ name: 'ruiz ana' })).toMatchObject({ action: 'same', sellerId: 1, name: 'Ana Ruiz' })
    expect(planOne({ name: 'New Person' })).toMatchObject({ action: 'create', sellerId: null, isNameShared: false })
  })
  it('asks which of two people with one name is meant', () => {
    expect(planOne({ name: 'Leo Gil' })?.problem?.code).toBe('people.nameUnclear')
    expect(planOne({ name: 'Leo Gil', externalId: 'E9' })).toMatchObject({
      action: 'create',
      problem: null,
      isNameShared: true
    })
  })
  it('takes a known name with another id for somebody else', () => {
    expect(planOne({ name: 'Ana Ruiz', externalId: 'E2' })).toMatchObject({ action: 'create', isNameShared: true })
  })
  it('says what can’t be: facts that don’t go together, a person twice, an alias taken', () => {
    expect(planOne({ name: 'X', email: 'no' })?.problem?.code).toBe('people.emailWrong')
    expect(planOne({})?.problem?.code).toBe('people.nameEmpty')
    expect(planOne({ name: 'X', aliases: ['ruiz ana'] })?.problem?.code).toBe('people.aliasTaken')
    const twice = planPaste([{ name: 'X' }, { name: 'x' }, { externalId: 'E1' }, { name: 'Ana Ruiz' }], before, on)
    expect(twice.map((row) => row.problem?.code)).toEqual([undefined, 'people.rowTwice', undefined, 'people.rowTwice'])
  })
  it('finds teams by path or only name, makes new ones, and asks where a name is several teams', () => {
    expect(planOne({ name: 'X', team: ['Sales', 'North'] })?.team).toEqual({ teamId: 2 })
    expect(planOne({ name: 'X', team: ['partners'] })?.team).toEqual({ teamId: 3 })
    expect(planOne({ name: 'X', team: ['Sales', 'South'] })?.team).toEqual({ path: ['Sales', 'South'] })
    expect(planOne({ name: 'X', team: ['North'] })?.problem?.code).toBe('people.teamUnclear')
    expect(planOne({ externalId: 'E1', team: ['Sales', 'North'] })).toMatchObject({ action: 'same', team: null })
  })
  it('law: pasting what is there changes nothing', () => {
    const people = before.sellers.filter((each) => each.externalId !== null)
    for (const { id: _, ...facts } of people) expect(planOne(facts)?.action).toBe('same')
  })
})
