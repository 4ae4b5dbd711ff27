// Exports of other systems and files made by hand, as nasty as they come: what each holds is said here by hand, and has to come out with
// no answer of a user beyond what the preview asks.
import { expect, test } from 'vitest'
import type { MergedRange, RawCell, RawSheet } from '#shared/import/types.ts'
import { made, text, understood } from './nasty-made.ts'
import { sheetOf } from './tables.ts'

const sheet = (rows: Readonly<Record<number, readonly RawCell[]>>, merges: readonly MergedRange[] = []): RawSheet => ({
  ...sheetOf([]),
  rows: Object.entries(rows).map(([rowNumber, cells]) => ({ rowNumber: Number(rowNumber), cells: [...cells] })),
  merges
})
const joined = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): MergedRange => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn
})

test('Dynamics 365 in Spanish: row checksums, estimated and actual revenue, status beside the status reason', () => {
  const tables = understood(
    text(`(No modificar) Oportunidad,(No modificar) Suma de comprobación de fila,(No modificar) Fecha de modificación,Tema,Cliente potencial,Fecha de cierre est.,Ingresos est.,Ingresos reales,Fecha de cierre real,Probabilidad,Clasificación,Razón para el estado,Estado,Propietario
8a1f-1,abc==,11/11/2026 10:02,Renovación 2026,Aceros Duero S.A.,30/12/2026,"12.500,00 €",,,60,Templado,En curso,Abierta,Lucía Peña
8a1f-2,abd==,10/11/2026 09:00,Ampliación,Muebles Ría SL,15/10/2026,"8.000,00 €","7.950,50 €",16/10/2026,100,Caliente,Obtenida,Ganada,Lucía Peña
8a1f-3,abe==,09/11/2026 17:45,Piloto,Farma Iris,31/10/2026,"3.000,00 €","0,00 €",29/10/2026,0,Frío,Cancelada,Perdida,Jon Etxeberria`),
    'Todas las oportunidades.csv'
  )
  expect(made(tables)).toMatchObject({
    rejected: 0,
    questions: [],
    deals: [
      '8a1f-1; Renovación 2026; Aceros Duero S.A.; En curso (open); 12500 EUR; 2026-12-30; Lucía Peña',
      '8a1f-2; Ampliación; Muebles Ría SL; Obtenida (won); 7950.5 EUR; 2026-10-16; Lucía Peña',
      '8a1f-3; Piloto; Farma Iris; Cancelada (lost); 3000 EUR; 2026-10-29; Jon Etxeberria'
    ]
  })
})

test('Zoho: a name over two lines, doubled quotes, thousands with commas, two currencies', () => {
  const tables = understood(
    text(`"Record Id","Deal Name","Account Name.id","Account Name","Amount","Stage","Closing Date","Deal Owner.id","Deal Owner","Created Time","Tag","Currency","Exchange Rate"
"zcrm_1001","Benton (Sample)","zcrm_2001","Benton","250,000","Closed Won","2026-10-09","zcrm_3001","Emma Harper","2026-01-02 14:05:01","","EUR","1"
"zcrm_1002","Chanay, line one
line two","zcrm_2002","Chanay & Sons","1,250.75","Negotiation/Review","2026-12-24","zcrm_3002","Raj Patel","2026-03-02 09:00:00","hot","USD","0.92"
"zcrm_1003","Chemel","zcrm_2003","Chemel ""CH"" Ltd","70,000","Closed Lost","2026-09-21","zcrm_3001","Emma Harper","2026-02-11 10:00:00","","EUR","1"`),
    'Deals_001.csv'
  )
  expect(made(tables)).toMatchObject({
    rejected: 0,
    questions: [],
    deals: [
      'zcrm_1001; Benton (Sample); Benton; Closed Won (won); 250000 EUR; 2026-10-09; Emma Harper',
      'zcrm_1002; Chanay, line one line two; Chanay & Sons; Negotiation/Review (open); 1250.75 USD; 2026-12-24; Raj Patel',
      'zcrm_1003; Chemel; Chemel "CH" Ltd; Closed Lost (lost); 70000 EUR; 2026-09-21; Emma Harper'
    ]
  })
})

test('Pipedrive: records written into cells stand for their name, won and lost in a column of their own', () => {
  const tables = understood(
    sheet({
      1: [
        ...['Deal - ID', 'Deal - Title', 'Deal - Value', 'Deal - Currency of Value', 'Deal - Stage', 'Deal - Status'],
        ...['Deal - Owner', 'Deal - Organization', 'Deal - Deal created', 'Deal - Won time', 'Deal - Lost time'],
        ...['Deal - Expected close date', 'Deal - Label']
      ],
      2: [
        ...[101, 'Acme rollout', 12000, 'EUR', 'Negotiations Started', 'Won', 'Ann Lee'],
        ...['{"id":7,"name":"Acme Ltd","people_count":2}', '2026-01-05 09:12:44', '2026-03-01 10:00:00', null],
        ...['2026-02-27', '["hot","emea"]']
      ],
      3: [
        ...[102, 'Bolt pilot', null, 'EUR', 'Proposal Made', 'Open', '{"id":12,"name":"Ann Lee"}'],
        ...['{"id":8,"name":"Bolt GmbH"}', '2026-02-05 09:12:44', null, null, '2026-12-01', null]
      ],
      4: [
        ...[103, 'Core switch', 500.5, 'EUR', 'Proposal Made', 'Lost', 'Max Roe', '{not a record'],
        ...['2026-02-06 09:12:44', null, '2026-04-01 10:00:00', '2026-05-01', null]
      ]
    }),
    'deals-4821-12.xlsx'
  )
  expect(made(tables)).toMatchObject({
    rejected: 0,
    questions: [],
    deals: [
      '101; Acme rollout; Acme Ltd; Won (won); 12000 EUR; 2026-03-01; Ann Lee',
      '102; Bolt pilot; Bolt GmbH; Proposal Made (open); -; 2026-12-01; Ann Lee',
      '103; Core switch; {not a record; Lost (lost); 500.5 EUR; 2026-04-01; Max Roe'
    ]
  })
})

test('quotas by hand: months below joined quarters, a title, totals on both sides', () => {
  const tables = understood(
    sheet(
      {
        1: ['Cuotas 2026 equipo norte'],
        3: ['Comercial', '1er trimestre', null, null, '2º trimestre', null, null, 'Total'],
        4: [null, 'Enero', 'Febrero', 'Marzo', 'Abril', 'Mayo', 'Junio', null],
        5: ['Ana Ruiz', 10000, 10500, 12000, 9000, 9500, 11000, 62000],
        6: ['Luis Gil', 8000, 8000, 8000, 8500, 8500, 9000, 50000],
        7: ['TOTAL', 18000, 18500, 20000, 17500, 18000, 20000, 112000]
      },
      [joined(3, 0, 4, 0), joined(3, 1, 3, 3), joined(3, 4, 3, 6), joined(3, 7, 4, 7), joined(1, 0, 1, 7)]
    ),
    'Cuotas equipo norte.xlsx'
  )
  const { quotas, rejected } = made(tables)
  expect(rejected).toBe(0)
  expect(quotas).toHaveLength(12)
  expect(quotas.slice(0, 6)).toEqual([
    'Ana Ruiz 2026-01 10000',
    'Ana Ruiz 2026-02 10500',
    'Ana Ruiz 2026-03 12000',
    'Ana Ruiz 2026-04 9000',
    'Ana Ruiz 2026-05 9500',
    'Ana Ruiz 2026-06 11000'
  ])
})

test('quotas by hand: quota and actual side by side below each month; the actual is no quota', () => {
  const tables = understood(
    sheet(
      {
        2: [null, 'Rep', 'Jan-26', null, 'Feb-26', null],
        3: [null, null, 'Quota', 'Actual', 'Quota', 'Actual'],
        4: [null, 'Ann Lee', 100, 90, 110, 95],
        5: [null, 'Bo Diaz', 200, 210, 220, 190]
      },
      [joined(2, 1, 3, 1), joined(2, 2, 2, 3), joined(2, 4, 2, 5)]
    ),
    'by hand.xlsx'
  )
  expect(made(tables)).toMatchObject({
    rejected: 0,
    quotas: ['Ann Lee 2026-01 100', 'Ann Lee 2026-02 110', 'Bo Diaz 2026-01 200', 'Bo Diaz 2026-02 220']
  })
})

test('SAP: cells filled up with spaces, a minus behind the number, record numbers, days between points', () => {
  const content = `Oportunidad    ;Descripción         ;Cliente             ;Etapa      ;Valor previsto ;Moneda;Fecha cierre;Responsable    
0000001        ;Renovación          ;Aceros Duero        ;Ganada     ;     12.345,60 ;EUR   ;05.10.2026  ;Lucía Peña     
0000002        ;Abono               ;Muebles Ría         ;Ganada     ;      1.234,56-;EUR   ;06.10.2026  ;Lucía Peña     
0000003        ;Nuevo               ;Farma Iris          ;Propuesta  ;        980,00 ;EUR   ;07.12.2026  ;Jon Etxeberria `
  const tables = understood(text(content), 'export.csv')
  expect(made(tables)).toMatchObject({
    rejected: 0,
    questions: [],
    deals: [
      '0000001; Renovación; Aceros Duero; Ganada (won); 12345.6 EUR; 2026-10-05; Lucía Peña',
      '0000002; Abono; Muebles Ría; Ganada (won); -1234.56 EUR; 2026-10-06; Lucía Peña',
      '0000003; Nuevo; Farma Iris; Propuesta (open); 980 EUR; 2026-12-07; Jon Etxeberria'
    ]
  })
})

test('Numbers: three tables below each other in one sheet, each under its title', () => {
  const tables = understood(
    sheet({
      1: ['Oportunidades'],
      2: ['Nombre de la oportunidad', 'Cuenta', 'Etapa', 'Importe', 'Fecha de cierre', 'Propietario'],
      3: ['Alfa', 'Acme', 'Ganada', 1000, '2026-10-01', 'Ana Ruiz'],
      4: ['Beta', 'Bolt', 'Propuesta', 2000, '2026-12-01', 'Luis Gil'],
      6: ['Cuotas'],
      7: ['Comercial', 'Periodo', 'Cuota'],
      8: ['Ana Ruiz', '2026-10', 5000],
      9: ['Luis Gil', '2026-10', 4000],
      11: ['Cuentas'],
      12: ['Nombre de la cuenta', 'Sector', 'País'],
      13: ['Acme', 'Acero', 'España'],
      14: ['Dyna', 'Papel', 'Portugal']
    }),
    'Ventas.xlsx'
  )
  expect(tables.map(({ entity, headerRow, rowCount }) => [entity, headerRow, rowCount])).toEqual([
    ['opportunities', 2, 2],
    ['quotas', 7, 2],
    ['accounts', 12, 2]
  ])
  const found = made(tables)
  expect(found.deals).toEqual([
    '-; Alfa; Acme; Ganada (won); 1000 EUR; 2026-10-01; Ana Ruiz',
    '-; Beta; Bolt; Propuesta (open); 2000 EUR; 2026-12-01; Luis Gil'
  ])
  expect(found.quotas).toEqual(['Ana Ruiz 2026-10 5000', 'Luis Gil 2026-10 4000'])
  expect(found.accounts.sort()).toEqual(['Acme', 'Bolt', 'Dyna'])
})

test('rows pasted from Google Sheets: tabs, a euro sign behind some amounts, days without a zero', () => {
  const tables = understood(
    text(
      'Oportunidad\tCuenta\tImporte\tFase\tCierre\tComercial\nAlfa\tAcme\t1.200,00 €\tGanado\t3/10/2026\tAna Ruiz\nBeta\tBolt\t850,5 €\tPerdido\t15/10/2026\tLuis Gil\nGamma\tCore\t2.000 €\tEn negociación\t1/12/2026\tAna Ruiz'
    ),
    'pasted'
  )
  expect(made(tables)).toMatchObject({
    rejected: 0,
    questions: [],
    deals: [
      '-; Alfa; Acme; Ganado (won); 1200 EUR; 2026-10-03; Ana Ruiz',
      '-; Beta; Bolt; Perdido (lost); 850.5 EUR; 2026-10-15; Luis Gil',
      '-; Gamma; Core; En negociación (open); 2000 EUR; 2026-12-01; Ana Ruiz'
    ]
  })
})

test('a Salesforce report by owner: the name of the group on a line of its own, subtotals, footer, months in Spanish', () => {
  const tables = understood(
    text(`"Propietario de oportunidad  ↑";"Nombre de la oportunidad";"Nombre de la cuenta";"Etapa";"Importe";"Fecha de cierre";"Probabilidad (%)"
"Ana Ruiz (2)";"";"";"";"";"";""
"";"Alfa";"Acme";"Cerrada ganada";"EUR 1.200,00";"12/ene/2026";"100%"
"";"Beta";"Bolt";"Propuesta";"EUR 850,50";"03/dic/2026";"50%"
"Subtotal";"";"";"";"EUR 2.050,50";"";""
"Luis Gil (1)";"";"";"";"";"";""
"";"Gamma";"Core";"Cerrada ganada";"EUR 2.000,00";"28/feb/2026";"100%"
"Subtotal";"";"";"";"EUR 2.000,00";"";""
"Total (3)";"";"";"";"EUR 4.050,50";"";""

"Informe: Oportunidades abiertas y cerradas"
"Copyright (c) 2000-2026 salesforce.com, inc. Todos los derechos reservados."
"Información confidencial - No distribuir"
"Generado por: Ana Ruiz 12/11/2026 10:00"`),
    'report1700000.csv'
  )
  expect(made(tables)).toMatchObject({
    rejected: 0,
    questions: [],
    deals: [
      '-; Alfa; Acme; Cerrada ganada (won); 1200 EUR; 2026-01-12; Ana Ruiz',
      '-; Beta; Bolt; Propuesta (open); 850.5 EUR; 2026-12-03; Ana Ruiz',
      '-; Gamma; Core; Cerrada ganada (won); 2000 EUR; 2026-02-28; Luis Gil'
    ]
  })
  expect(tables[0]).toMatchObject({ leftOutCount: 9, filledCells: 3 })
})

test('two tables side by side are two; columns set apart by an empty one are one', () => {
  const beside = understood(
    sheet({
      1: ['Deal name', 'Stage', 'Amount', 'Close date', 'Owner', null, 'Account name', 'Industry', 'Country'],
      2: ['Alpha', 'Won', 100, '2026-10-01', 'Ann', null, 'Acme', 'Steel', 'Spain'],
      3: ['Beta', 'Lost', 200, '2026-10-02', 'Bo', null, 'Bolt', 'Paper', 'Spain'],
      4: ['Gamma', 'Won', 300, '2026-10-03', 'Ann']
    }),
    'plan.xlsx'
  )
  expect(beside.map(({ entity, rowCount, part }) => [entity, rowCount, part?.firstColumn, part?.lastColumn])).toEqual([
    ['opportunities', 3, 0, 4],
    ['accounts', 2, 6, 8]
  ])
  // Cells keep the column of the sheet, so that a number can be traced to its cell.
  expect(beside[1]?.rows[0]).toEqual({
    rowNumber: 2,
    cells: [null, null, null, null, null, null, 'Acme', 'Steel', 'Spain']
  })
  const apart = understood(
    sheet({
      1: ['Deal name', 'Stage', 'Amount', null, 'Close date', 'Owner', 'Account'],
      2: ['Alpha', 'Won', 100, null, '2026-10-01', 'Ann', 'Acme'],
      3: ['Beta', 'Lost', 200, null, '2026-10-02', 'Bo', 'Bolt']
    }),
    'plan.xlsx'
  )
  expect(apart).toHaveLength(1)
  expect(apart[0]?.part).toBeUndefined()
  expect(made(apart).deals[0]).toBe('-; Alpha; Acme; Won (won); 100 EUR; 2026-10-01; Ann')
})

test('the same header again behind a gap is the next page of one table', () => {
  const header = ['Deal name', 'Stage', 'Amount', 'Close date', 'Owner']
  const tables = understood(
    sheet({
      1: header,
      2: ['Alpha', 'Won', 100, '2026-10-01', 'Ann'],
      4: header,
      5: ['Beta', 'Lost', 200, '2026-10-02', 'Bo']
    }),
    'pages.xlsx'
  )
  expect(tables.map(({ entity, rowCount }) => [entity, rowCount])).toEqual([['opportunities', 2]])
})
