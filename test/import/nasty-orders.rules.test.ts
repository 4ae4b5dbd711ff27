// More exports as they come: order lists of SAP, days between points, people with their address in the same cell, phases of Dynamics.
import { describe, expect, test } from 'vitest'
import { decideDates, parseDate } from '#shared/import/dates.ts'
import { partAddress } from '#shared/import/name-and-address.ts'
import { made, planOf, text, understood } from './nasty-made.ts'

const fieldsOf = (tables: ReturnType<typeof understood>): Record<string, string> =>
  Object.fromEntries((tables[0]?.columns ?? []).map((column) => [column.header, column.field]))

describe('SAP VA05, the list of orders', () => {
  test('in Spanish: an order is a deal that was won, and that is said', () => {
    const tables = understood(
      text(`Doc. venta;Fecha doc.;Solicitante;Nombre 1;Pos.;Material;Denominación;Ctd.pedido;Valor neto;Mon.;Creado por
10000234;05.10.2026;0000100017;Aceros Duero;10;M-1;Bomba;3;1.250,00;EUR;LPENA
10000235;06.11.2026;0000100018;Muebles Ría;10;M-2;Válvula;1;980,50;EUR;LPENA
10000236;07.12.2026;0000100017;Aceros Duero;10;M-1;Bomba;2;12.000,00;USD;JETXE`),
      'VA05.csv'
    )
    expect(fieldsOf(tables)).toMatchObject({ Solicitante: 'accountId', 'Ctd.pedido': 'custom', 'Pos.': 'custom' })
    expect(made(tables)).toMatchObject({
      rejected: 0,
      questions: [],
      deals: [
        '10000234; Bomba; Aceros Duero; Pedido (won); 1250 EUR; 2026-10-05; -',
        '10000235; Válvula; Muebles Ría; Pedido (won); 980.5 EUR; 2026-11-06; -',
        '10000236; Bomba; Aceros Duero; Pedido (won); 12000 USD; 2026-12-07; -'
      ]
    })
    const { report } = planOf(tables)
    expect(report.findings.find((each) => each.rule === 'ordersCountAsWon')).toMatchObject({ count: 3 })
    expect(report.stagePreview).toMatchObject([{ name: 'Pedido', status: 'won', deals: 3 }])
  })
  test('in English: the sold-to party by name', () => {
    const tables = understood(
      text(`Sales Doc.\tDoc. Date\tSold-to pt\tNet value\tCurr.
10000234\t05.10.2026\tAceros Duero\t1.250,00\tEUR
10000235\t06.11.2026\tMuebles Ría\t980,50\tEUR`),
      'VA05.txt'
    )
    expect(made(tables)).toMatchObject({
      rejected: 0,
      questions: [],
      deals: [
        '10000234; ; Aceros Duero; Order (won); 1250 EUR; 2026-10-05; -',
        '10000235; ; Muebles Ría; Order (won); 980.5 EUR; 2026-11-06; -'
      ]
    })
  })
  test('a choice of the user goes before: orders that are not counted yet', () => {
    const tables = understood(
      text('Sales Doc.,Doc. Date,Sold-to pt,Net value,Curr.\n1,05.10.2026,Acme,10,EUR\n'),
      'VA05.csv'
    )
    const { report } = planOf(tables, [{ name: 'Order', status: 'open' }])
    expect(report.stagePreview).toMatchObject([{ name: 'Order', status: 'open', deals: 1 }])
  })
  test('deals without a stage that are no orders are not taken for won', () => {
    const tables = understood(text('Deal ID,Deal name,Amount,Close date\n1,Alpha,10,2026-10-05\n'), 'deals.csv')
    expect(made(tables)).toMatchObject({ rejected: 1, deals: [] })
  })
})

describe('days between points', () => {
  test('come first, and nothing is asked', () => {
    expect(decideDates(['05.10.2026', '01.02.2026'])).toMatchObject({
      dateOrder: 'dmy',
      isAmbiguous: false,
      evidence: { reason: 'dots', example: '05.10.2026', cells: 2 }
    })
    expect(parseDate('05.10.2026', 'dmy')).toBe('2026-10-05')
  })
  test('unless the cells say otherwise, or other marks stand beside', () => {
    expect(decideDates(['10.25.2026', '01.02.2026'])).toMatchObject({ dateOrder: 'mdy' })
    expect(decideDates(['05.10.2026', '01/02/2026'])).toMatchObject({ dateOrder: undefined, isAmbiguous: true })
    // With two digits the year may stand first.
    expect(decideDates(['05.10.12'])).toMatchObject({ dateOrder: undefined, possible: ['ymd', 'dmy'] })
  })
})

describe('a person with the address in the same cell', () => {
  test.each([
    ['Ana Ruiz (ana@acme.es)', 'Ana Ruiz', 'ana@acme.es'],
    ['Ana Ruiz <ana@acme.es>', 'Ana Ruiz', 'ana@acme.es'],
    ['"Ruiz, Ana" <mailto:ana.ruiz@acme.co.uk>', 'Ruiz, Ana', 'ana.ruiz@acme.co.uk'],
    ['Ana [ana@acme.es]', 'Ana', 'ana@acme.es']
  ])('%s', (cell, name, email) => {
    expect(partAddress(cell)).toEqual({ name, email })
  })
  test.each(['Ana Ruiz (Norte)', 'ana@acme.es', '(ana@acme.es)', 'Ana Ruiz', 'Ana (a@b)'])('%s stays whole', (cell) => {
    expect(partAddress(cell)).toBeUndefined()
  })
  test('is one person, with or without it', () => {
    const tables = understood(
      text(`Deal name,Stage,Amount,Close date,Deal owner
Alpha,Won,10,2026-10-05,Ana Ruiz (ana@acme.es)
Beta,Won,20,2026-10-06,Ana Ruiz
Gamma,Won,30,2026-10-07,Ana Ruiz <ana@acme.es>`),
      'deals.csv'
    )
    const { rows } = planOf(tables)
    expect(rows.sellers.map(({ values }) => [values.name, values.email])).toEqual([['Ana Ruiz', 'ana@acme.es']])
    expect(new Set(rows.opportunities.map(({ values }) => values.seller)).size).toBe(1)
  })
  test('in a list of people too; an address in its own column goes before', () => {
    const tables = understood(
      text(`User name,Email,Role
Ana Ruiz (old@acme.es),ana@acme.es,Sales rep
Luis Gil (luis@acme.es),,Sales rep`),
      'users.csv',
      { entity: 'sellers' }
    )
    const { rows } = planOf(tables)
    expect(rows.sellers.map(({ values }) => [values.name, values.email])).toEqual([
      ['Ana Ruiz', 'ana@acme.es'],
      ['Luis Gil', 'luis@acme.es']
    ])
  })
})

test('Dynamics 365 in Spanish: the phase is the stage, and the status reason ends it', () => {
  const tables = understood(
    text(`Tema,Cliente potencial,Fecha de cierre est.,Ingresos est.,Fase de canalización,Razón para el estado,Propietario
Renovación,Aceros Duero,30/12/2026,"12.500,00 €",2-Desarrollar,En curso,Lucía Peña
Ampliación,Muebles Ría,16/10/2026,"8.000,00 €",4-Cerrar,Obtenida,Lucía Peña
Piloto,Farma Iris,29/10/2026,"3.000,00 €",1-Calificar,Cancelada,Jon Etxeberria`),
    'Oportunidades.csv'
  )
  expect(fieldsOf(tables)).toMatchObject({ 'Fase de canalización': 'stage', 'Razón para el estado': 'status' })
  expect(made(tables)).toMatchObject({
    rejected: 0,
    deals: [
      '-; Renovación; Aceros Duero; 2-Desarrollar (open); 12500 EUR; 2026-12-30; Lucía Peña',
      '-; Ampliación; Muebles Ría; Obtenida (won); 8000 EUR; 2026-10-16; Lucía Peña',
      '-; Piloto; Farma Iris; Cancelada (lost); 3000 EUR; 2026-10-29; Jon Etxeberria'
    ]
  })
})
