// Where the table is in a sheet: headers of one row and of several, titles above, totals and footers below, groups named once,
// joined cells, and what the user says instead.
import { describe, expect, test } from 'vitest'
import { readDelimited } from '#shared/import/delimited.ts'
import { findTable } from '#shared/import/table.ts'
import { findFooter, isTotalRow } from '#shared/import/table-footer.ts'
import type { MergedRange, RawRow } from '#shared/import/types.ts'

const sheetOf = (text: string) => ({ rows: readDelimited(text, ',') })
const numbers = (rows: readonly RawRow[]): number[] => rows.map((row) => row.rowNumber)
const range = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): MergedRange => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn
})

describe('the header', () => {
  test('is the first row where nothing stands above it', () => {
    expect(findTable({ rows: readDelimited('stage,amount\nWon,5', ',') }).headerRow).toBe(1)
  })
  test('stands below titles and notes', () => {
    const found = findTable(sheetOf('Sales report,,\nMade on 1 May,,\n\nDeal,Stage,Amount\nA,Won,5\nB,Lost,7'))
    expect(found).toMatchObject({ headerRow: 4, headerRows: 1, headers: ['Deal', 'Stage', 'Amount'], leftOut: [] })
    expect(numbers(found.rows)).toEqual([5, 6])
  })
  test('stands below a block of facts as wide as itself, where a gap parts them', () => {
    const found = findTable(sheetOf('Period,2024,By,Ann\n\nDeal,Stage,Amount,Close date\nA,Won,5,x\nB,Won,6,y'))
    expect(found.headerRow).toBe(3)
  })
  test('is not the row below it that reads like names of columns', () => {
    const found = findTable(sheetOf('Table,Field,Description\naccounts,account,Company\nproducts,product,Name'))
    expect(found).toMatchObject({ headerRow: 1, headers: ['Table', 'Field', 'Description'] })
  })
  test('may begin in a column that is not the first; cells keep their place', () => {
    const found = findTable(sheetOf(',,\n,Deal,Stage\n,A,Won'))
    expect(found).toMatchObject({ headerRow: 2, firstColumn: 1, headers: ['', 'Deal', 'Stage'] })
    expect(found.rows[0]?.cells).toEqual([null, 'A', 'Won'])
  })
  test('is made of years too', () => {
    expect(findTable(sheetOf('Sales,,,\nRegion,2019,2020,2021\nNorth,5,6,7\nSouth,5,6,7')).headerRow).toBe(2)
  })
  test('is missing where the first row is of values', () => {
    const found = findTable(sheetOf('1,2,3\n4,5,6'))
    expect(found).toMatchObject({ headerRow: null, headerRows: 0, headers: ['', '', ''] })
    expect(found.rows).toHaveLength(2)
    expect(findTable(sheetOf('2024-01-01,ann@acme.com\n2024-01-02,bo@acme.com')).headerRow).toBeNull()
    expect(findTable({ rows: [] })).toMatchObject({ headerRow: null, headers: [], rows: [], leftOutCount: 0 })
  })
  test('loses the arrow of a sorted report', () => {
    expect(findTable(sheetOf('Deal  ↑,Stage,Amount\nA,Won,5')).headers[0]).toBe('Deal')
  })
  test('keeps a place for a column without a name', () => {
    expect(findTable(sheetOf('id,,age\n1,John,30\n2,Julie,26')).headers).toEqual(['id', '', 'age'])
  })
})

describe('a header of several rows', () => {
  test('is joined where labels span columns', () => {
    const rows = readDelimited('Seller,Q1,,Q2,\n,Won,Lost,Won,Lost\nAnn,1,2,3,4\nBo,5,6,7,8', ',')
    const found = findTable({ rows, merges: [range(1, 0, 2, 0), range(1, 1, 1, 2), range(1, 3, 1, 4)] })
    expect(found).toMatchObject({
      headerRow: 2,
      headerRows: 2,
      headers: ['Seller', 'Q1 · Won', 'Q1 · Lost', 'Q2 · Won', 'Q2 · Lost']
    })
    expect(numbers(found.rows)).toEqual([3, 4])
  })
  test('is joined in a text too, where the names alone are equal', () => {
    const found = findTable(sheetOf('Seller,Q1,,Q2,\n,Won,Lost,Won,Lost\nAnn,1,2,3,4\nBo,5,6,7,8'))
    expect(found.headers).toEqual(['Seller', 'Q1 · Won', 'Q1 · Lost', 'Q2 · Won', 'Q2 · Lost'])
  })
  test('does not take in a title that spans the table', () => {
    const rows = readDelimited('Sales of the year,,\nDeal,Stage,Amount\nA,Won,5', ',')
    const found = findTable({ rows, merges: [range(1, 0, 1, 2)] })
    expect(found).toMatchObject({ headerRow: 2, headerRows: 1, headers: ['Deal', 'Stage', 'Amount'] })
  })
  test('counts the rows of the file between its first and last one', () => {
    const rows: RawRow[] = [
      { rowNumber: 1, cells: ['Region', 'Sold', 'Change'] },
      { rowNumber: 4, cells: [null, null, 'by quarter', 'by year'] },
      { rowNumber: 6, cells: ['North', 22, 2, 3] }
    ]
    const merges = [range(1, 0, 5, 0), range(1, 1, 5, 1), range(1, 2, 3, 3), range(4, 2, 5, 2), range(4, 3, 5, 3)]
    expect(findTable({ rows, merges })).toMatchObject({
      headerRow: 4,
      headerRows: 4,
      headers: ['Region', 'Sold', 'Change · by quarter', 'Change · by year']
    })
  })
})

describe('what is no row of the table', () => {
  test('footers and totals are left out, and told', () => {
    const found = findTable(sheetOf('Deal,Stage,Amount\nA,Won,5\nTotal,,5\n\nConfidential,,\nCopyright,,'))
    expect(numbers(found.rows)).toEqual([2])
    expect(found.leftOut).toEqual([
      { rowNumber: 3, text: 'Total 5' },
      { rowNumber: 5, text: 'Confidential' },
      { rowNumber: 6, text: 'Copyright' }
    ])
    expect(found.leftOutCount).toBe(3)
  })
  test('a footer begins behind the gap', () => {
    const rows = [
      { rowNumber: 2, cells: ['A', 'Won', 5] },
      { rowNumber: 4, cells: ['Confidential'] }
    ]
    expect(findFooter(rows, 3, 0)).toBe(1)
  })
  test.each([
    'Total',
    'Grand Total',
    'TOTALES',
    'Total general',
    'Suma',
    'Recuento',
    'Grand Totals (8,800 records)',
    'Total:'
  ])('%s is a total', (word) => {
    expect(isTotalRow({ rowNumber: 9, cells: [word, null, null, 12] }, 4, [])).toBe(true)
  })
  test.each(['Total Energies', 'Total Wine', 'Counting House', 'Sumo Logic', 'Media Markt', 'Average Joe'])(
    '%s is a customer',
    (name) => {
      expect(isTotalRow({ rowNumber: 9, cells: [name, null, null, 12] }, 4, ['Ann'])).toBe(false)
      const found = findTable(sheetOf(`Account,Stage,Owner,Amount\nA,Won,x,5\n${name},,,5\nB,Won,y,6`))
      expect(numbers(found.rows)).toEqual([2, 3, 4])
    }
  )
  test('a total named after its group goes out; the customer of that name stays', () => {
    const text =
      'Owner ↑,Stage,Deal,Amount\nAnn,Won,d1,5\n,Won,d2,6\nTotal Ann,,,11\nBo,Won,d3,1\nBo Total,,,1\nTotal Energies,,,3\nCy,Won,d4,2'
    const found = findTable(sheetOf(text))
    expect(found.leftOut.map((row) => row.text)).toEqual(['Total Ann 11', 'Bo Total 1'])
    expect(found.rows.map((row) => row.cells[0])).toEqual(['Ann', 'Ann', 'Bo', 'Total Energies', 'Cy'])
  })
  test('a narrow table ends with its total', () => {
    expect(numbers(findTable(sheetOf('Seller,Amount\nAnn,5\nBo,6\nTotal,11')).rows)).toEqual([2, 3])
  })
  test('a total may fill every column where it is the last row and of numbers', () => {
    const text = 'Region,2019,2020,2021\nNorth,5,6,7\nSouth,5,6,7\n'
    expect(numbers(findTable(sheetOf(`${text}Total,10,12,14`)).rows)).toEqual([2, 3])
    expect(numbers(findTable(sheetOf('Account,Stage,Owner\nA,Won,x\nTotal,Won,y')).rows)).toEqual([2, 3])
  })
  test('rows that are only partly filled are rows', () => {
    expect(findTable(sheetOf('Deal,Stage,Amount,Close\nA,Won,5,x\nB,Open,,')).rows).toHaveLength(2)
    // A list in which many rows have a name only.
    const lines = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? `acc${at},x,y` : `acc${at},,`))
    expect(findTable(sheetOf(`Account,City,Owner\n${lines.join('\n')}`)).rows).toHaveLength(60)
  })
  test('the header again, as on every page, is left out', () => {
    const found = findTable(sheetOf('Deal,Stage,Amount\nA,Won,5\nDeal,Stage,Amount\nB,Won,6'))
    expect(numbers(found.rows)).toEqual([2, 4])
    expect(found.leftOut).toEqual([{ rowNumber: 3, text: 'Deal Stage Amount' }])
  })
  test('every row is the header, in the table, told, or a title above the header', () => {
    const text = 'Report,,\n\nDeal,Stage,Amount\nA,Won,5\nSubtotal,,5\nB,Won,6\nTotal,,11\n\nfin,,'
    const sheet = sheetOf(text)
    const found = findTable(sheet)
    const accounted = [...numbers(found.rows), ...found.leftOut.map((row) => row.rowNumber), 1, 3]
    expect(accounted.sort((a, b) => a - b)).toEqual(numbers(sheet.rows))
  })
  test('the list is cut, the count is not', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `d${at},Won,5\nTotal,,5`)
    const found = findTable(sheetOf(`Deal,Stage,Amount\n${lines.join('\n')}`))
    expect(found.rows).toHaveLength(500)
    expect(found.leftOut).toHaveLength(200)
    expect(found.leftOutCount).toBe(500)
  })
})

describe('cells that are empty because the one above says it', () => {
  test('groups of a sorted report are named on every row', () => {
    const text =
      'Owner ↑,Stage ↑,Deal,Amount\nAnn,Won,d1,5\n,,d2,6\n,Open,d3,7\nSubtotal,,,18\nBo,Won,d4,1\n,,d5,2\nTotal,,,21'
    const found = findTable(sheetOf(text))
    expect(found.rows.map((row) => row.cells.slice(0, 3))).toEqual([
      ['Ann', 'Won', 'd1'],
      ['Ann', 'Won', 'd2'],
      ['Ann', 'Open', 'd3'],
      ['Bo', 'Won', 'd4'],
      ['Bo', 'Won', 'd5']
    ])
    expect(found.filledCells).toBe(5)
  })
  test('an inner group does not reach into the next outer one', () => {
    const text = 'Owner ↑,Stage ↑,Deal\nAnn,Won,d1\n,,d2\nBo,,d3\n,,d4'
    expect(findTable(sheetOf(text)).rows.map((row) => row.cells.slice(0, 2))).toEqual([
      ['Ann', 'Won'],
      ['Ann', 'Won'],
      ['Bo', null],
      ['Bo', null]
    ])
  })
  test('empty cells of an ordinary column stay empty', () => {
    const found = findTable(sheetOf('Owner,Stage,Deal\nAnn,Won,d1\n,Won,d2'))
    expect(found.rows[1]?.cells[0]).toBeNull()
    expect(found.filledCells).toBe(0)
  })
  test('cells joined downwards share their value, and no others', () => {
    const rows = readDelimited('Owner,Stage,Deal\nAnn,Won,d1\n,Won,d2\n,Won,d3\n,Won,d4', ',')
    const found = findTable({ rows, merges: [range(2, 0, 4, 0)] })
    expect(found.rows.map((row) => row.cells[0])).toEqual(['Ann', 'Ann', 'Ann', null])
    expect(found.filledCells).toBe(2)
    expect(rows[2]?.cells[0]).toBeNull()
  })
})

describe('what the user says', () => {
  const text = 'Deal,Stage,Amount\nWon,Lost,Open\nA,Won,5\nB,Lost,6\nC,Won,7'
  const tell = (choice: Parameters<typeof findTable>[1]) => {
    const found = findTable({ ...sheetOf(text), notes: { ...notes, hiddenRows: [4] } }, choice)
    return [found.headerRow, found.headerRows, found.headers.join(), numbers(found.rows).join(), found.leftOutCount]
  }
  const notes = {
    hiddenRows: [],
    hiddenColumns: [],
    mergedRanges: 0,
    formulas: 0,
    formulasWithoutValue: 0,
    errorCells: 0,
    errorExamples: [],
    usesDates1904: false
  }
  test.each([
    [{}, [1, 1, 'Deal,Stage,Amount', '2,3,4,5', 0]],
    [{ headerRow: 2 }, [2, 1, 'Won,Lost,Open', '3,4,5', 1]],
    [{ headerRow: 2, headerRows: 2 }, [2, 2, 'Deal · Won,Stage · Lost,Amount · Open', '3,4,5', 0]],
    [{ headerRow: 0 }, [null, 0, ',,', '1,2,3,4,5', 0]],
    [{ lastRow: 4 }, [1, 1, 'Deal,Stage,Amount', '2,3,4', 1]],
    [{ leavesHiddenRows: true }, [1, 1, 'Deal,Stage,Amount', '2,3,5', 1]]
  ])('%j', (choice, expected) => {
    expect(tell(choice)).toEqual(expected)
  })
})
