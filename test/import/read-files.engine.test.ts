// What readers make of files, feature by feature, and the words for what they can't read: renamed, truncated, damaged, protected,
// too large, made to fill the memory.
import { randomBytes } from 'node:crypto'
import { utils, write } from '@e965/xlsx'
import { saveXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTables } from '#engine/import/readers/index.ts'
import { encryptStandard, type Parts, xlsxOf, xlsxParts, zipOf } from './made-files.ts'
import { bytesOf, cellsOf, readSheets, refusalOf, utf8 } from './reading.ts'
import { hasSharedFiles } from './shared-files.ts'

const cellsXml = (xml: string): string => `<sheetData><row r="1">${xml}</row></sheetData>`
const readCells = async (xml: string, sharedTexts: string[] = [], workbookPr = '') =>
  cellsOf((await readSheets(xlsxOf([{ xml: cellsXml(xml) }], { sharedTexts, workbookPr })))[0])[0]

describe('cells of an xlsx', () => {
  test('numbers, flags, texts of every kind', async () => {
    expect(
      await readCells(
        '<c r="A1"><v>12</v></c><c r="B1"><v>-1234.5</v></c><c r="C1"><v>1.5E3</v></c><c r="D1" t="b"><v>1</v></c>' +
          '<c r="E1" t="s"><v>0</v></c><c r="F1" t="inlineStr"><is><t>in &amp; line</t></is></c><c r="G1" t="str"><v>&lt;ñ&#8364;&gt;</v></c>' +
          '<c r="H1" t="s"><v>1</v></c><c r="I1" t="s"><v>2</v></c><c r="J1"><v>12345678901234567</v></c><c r="K1" t="str"><v><![CDATA[a<b]]></v></c>',
        [
          '<t>año</t>',
          '<r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> and not</t></r><rPh><t>kana</t></rPh>',
          '<t>a_x000D_b</t>'
        ]
      )
    ).toEqual([12, -1234.5, 1500, true, 'año', 'in & line', '<ñ€>', 'bold and not', 'a\rb', 12345678901234568, 'a<b'])
  })
  test('dates, times and hours; the calendar of 1904', async () => {
    const xml =
      '<c s="1"><v>45292</v></c><c s="1"><v>45292.75</v></c><c s="2"><v>0.5</v></c><c s="3"><v>1.25</v></c><c s="4"><v>45292</v></c><c s="1"><v>60</v></c><c s="1"><v>59</v></c><c s="1"><v>1</v></c><c s="1"><v>-1</v></c><c s="1"><v>45292.999999</v></c>'
    expect(await readCells(xml)).toEqual([
      '2024-01-01',
      '2024-01-01T18:00:00',
      '12:00:00',
      '30:00:00',
      45292,
      // The day that never was stays a number.
      60,
      '1900-02-28',
      '1900-01-01',
      -1,
      '2024-01-02'
    ])
    expect((await readCells(xml, [], 'date1904="1"'))?.[0]).toBe('2028-01-02')
  })
  test('formulas by their stored value; those without one are counted', async () => {
    const bytes = xlsxOf([
      {
        xml: cellsXml(
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>C1</f></c><c r="C1"><f>D1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="AB1"><v>1</v></c>'
        )
      }
    ])
    const [sheet] = await readSheets(bytes)
    expect(sheet?.notes).toMatchObject({
      formulas: 5,
      formulasWithoutValue: 2,
      errorCells: 1,
      errorExamples: ['E1: #DIV/0!']
    })
    expect(sheet?.rows[0]?.cells.slice(0, 5)).toEqual([2, null, null, null, '#DIV/0!'])
    expect(sheet?.rows[0]?.cells).toHaveLength(28)
  })
  test('places that are left out, prefixes, rows out of order, cells without a style', async () => {
    const xml =
      '<x:sheetData xmlns:x="u"><x:row r="5"><x:c r="C5"><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>2</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>9</x:v></x:c></x:row></x:sheetData>'
    const [sheet] = await readSheets(xlsxOf([{ xml }]))
    expect(sheet?.rows).toEqual([
      { rowNumber: 2, cells: [9] },
      { rowNumber: 5, cells: [null, null, 3] },
      { rowNumber: 6, cells: [1, null, 2] }
    ])
  })
  test('sheets with their visibility, hidden rows and columns, joined cells', async () => {
    const xml =
      '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>'
    const sheets = await readSheets(
      xlsxOf([{ xml }, { name: 'b &amp; c', state: 'hidden', xml }, { state: 'veryHidden', xml: '<sheetData/>' }])
    )
    expect(sheets.map((sheet) => [sheet.sheet, sheet.visibility])).toEqual([
      ['S1', 'visible'],
      ['b & c', 'hidden'],
      ['S3', 'veryHidden']
    ])
    expect(sheets[0]?.notes).toMatchObject({ hiddenRows: [2], hiddenColumns: [1, 3], mergedRanges: 1 })
    expect(sheets[0]?.merges).toEqual([{ firstRow: 1, firstColumn: 0, lastRow: 3, lastColumn: 1 }])
  })
  test('400 columns, and the last one of a sheet', async () => {
    const wide = Array.from({ length: 400 }, (_, at) => `<c><v>${at}</v></c>`).join('')
    expect(await readCells(wide)).toEqual(Array.from({ length: 400 }, (_, at) => at))
    expect(await readCells('<c r="XFD1"><v>1</v></c>')).toHaveLength(16_384)
    expect(await refusalOf(xlsxOf([{ xml: cellsXml('<c r="XFE1"><v>1</v></c>') }]))).toMatchObject({
      code: 'import.fileTooLarge'
    })
    const csv = [Array.from({ length: 400 }, (_, at) => `h${at}`), Array.from({ length: 400 }, (_, at) => at)]
    expect((await readSheets(utf8(csv.map((row) => row.join(';')).join('\n'))))[0]?.rows[1]?.cells).toHaveLength(400)
  })
  test('progress counts up to the bytes of the file', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, at) => `<row><c><v>${at}</v></c><c><v>${at * 7}</v></c></row>`
    ).join('')
    const bytes = xlsxOf([{ xml: `<sheetData>${rows}</sheetData>` }])
    const seen: [number, number, number][] = []
    await readTables({ name: 'a', bytes }, undefined, (...step) => seen.push(step))
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length, 40_000])
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b))
    const text = utf8('a,b\n'.repeat(20_000))
    const steps: [number, number, number][] = []
    await readTables({ name: 'a', bytes: text }, undefined, (...step) => steps.push(step))
    expect(Math.max(...steps.map(([, , count], at) => count - (steps[at - 1]?.[2] ?? 0)))).toBeLessThanOrEqual(5000)
    expect(steps.at(-1)).toEqual([text.length, text.length, 20_000])
  })
})

const grid = [
  ['Deal', 'Amount', 'Won', 'When'],
  ['ñandú', 1054.5, true, new Date(Date.UTC(2024, 0, 31))],
  ['two', -3, false, new Date(Date.UTC(2020, 1, 29))]
]
const read = [
  ['Deal', 'Amount', 'Won', 'When'],
  ['ñandú', 1054.5, true, '2024-01-31'],
  ['two', -3, false, '2020-02-29']
]

describe('other kinds of workbook', () => {
  test.each(['xlsx', 'xlsm', 'xlsb', 'ods', 'biff8', 'xlml'] as const)('%s as SheetJS writes it', async (bookType) => {
    const workbook = utils.book_new()
    utils.book_append_sheet(
      workbook,
      utils.aoa_to_sheet(grid, { cellDates: bookType === 'ods' || bookType === 'xlml', UTC: true }),
      'Año'
    )
    workbook.Workbook = { Sheets: [{ Hidden: 0 }] }
    const bytes = new Uint8Array(write(workbook, { type: 'buffer', bookType, compression: true }) as Buffer)
    const sheets = await readSheets(bytes)
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(['Año'])
    expect(cellsOf(sheets[0])).toEqual(read)
  })
  test('xlsx as hucre writes it', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Deals', rows: grid }] })
    expect(cellsOf((await readSheets(bytes))[0])).toEqual(read)
  })
  test('ods: repeated cells and rows, joined and hidden ones, comments, errors', async () => {
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
      <office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="A"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
      <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><office:annotation><text:p>note</text:p></office:annotation><text:p>two<text:s text:c="2"/>words</text:p><text:p>more</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"><text:p>7,00</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell></table:table-row>
      <table:table-row table:visibility="filter"><table:table-cell office:value-type="date" office:date-value="2024-03-01T10:20:30"/><table:table-cell office:value-type="time" office:time-value="PT08H05M00S"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
      <table:table table:name="B" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const bytes = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content })
    const [first, second] = await readSheets(bytes)
    expect(first?.rows).toEqual([
      { rowNumber: 1, cells: ['two  words\nmore', null, 7, 7] },
      { rowNumber: 2, cells: [0.25] },
      { rowNumber: 3, cells: [0.25] },
      { rowNumber: 4, cells: [0.25] },
      { rowNumber: 5, cells: ['2024-03-01T10:20:30', '08:05:00', '#DIV/0!'] }
    ])
    expect(first?.notes).toMatchObject({
      hiddenRows: [5],
      hiddenColumns: [2],
      mergedRanges: 1,
      formulas: 1,
      errorExamples: ['C5: #DIV/0!']
    })
    expect([second?.visibility, cellsOf(second)]).toEqual(['hidden', [[true]]])
  })
  test('SpreadsheetML 2003: places that are skipped, joined cells, hidden sheets', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
      <Worksheet ss:Name="Informe"><Table><Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="String">Oportunidad</Data></Cell><Cell><Data ss:Type="Number">1054.5</Data></Cell></Row>
      <Row ss:Hidden="1"><Cell ss:Index="2" ss:Formula="=1"><Data ss:Type="DateTime">2024-01-31T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Formula="=2"/></Row></Table>
      <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`
    const [sheet] = await readSheets(utf8(xml))
    expect(sheet?.rows).toEqual([
      { rowNumber: 3, cells: ['Oportunidad', null, 1054.5] },
      { rowNumber: 4, cells: [null, '2024-01-31', true, '#REF!'] }
    ])
    expect(sheet).toMatchObject({
      visibility: 'hidden',
      notes: {
        hiddenRows: [4],
        hiddenColumns: [1],
        formulas: 2,
        formulasWithoutValue: 1,
        errorExamples: ['D4: #REF!'],
        mergedRanges: 1
      }
    })
  })
  test('an html table keeps its cells as text: nothing is made of 1.234,56 and 05/06/2024', async () => {
    const html =
      '<html><meta charset="utf-8"><body><table><tr><th>Operación</th><th>Importe</th><th>Fecha</th></tr><tr><td>Uno</td><td>1.234,56</td><td>05/06/2024</td></tr></table></body></html>'
    const [sheet] = await readSheets(utf8(html))
    expect(cellsOf(sheet)).toEqual([
      ['Operación', 'Importe', 'Fecha'],
      ['Uno', '1.234,56', '05/06/2024']
    ])
    const latin = Buffer.from(html.replace('<meta charset="utf-8">', ''), 'latin1')
    expect(cellsOf((await readSheets(new Uint8Array(latin)))[0])[0]?.[0]).toBe('Operación')
  })
})

describe('protected workbooks', () => {
  test('agile, as hucre encrypts', async () => {
    const workbook = { sheets: [{ name: 'Deals', rows: grid }], encryption: { password: 'clavé', spinCount: 1000 } }
    const bytes = await writeXlsx(workbook)
    expect(await refusalOf(bytes)).toEqual({ code: 'import.passwordNeeded' })
    expect(await refusalOf(bytes, { password: 'clave' })).toEqual({ code: 'import.passwordWrong' })
    expect(cellsOf((await readSheets(bytes, { password: 'clavé' }))[0])).toEqual(read)
  })
  test('standard, as Excel 2007 encrypts', async () => {
    const bytes = encryptStandard(xlsxOf([{ xml: cellsXml('<c><v>42</v></c>') }]), 'secret')
    expect(await refusalOf(bytes)).toEqual({ code: 'import.passwordNeeded' })
    expect(await refusalOf(bytes, { password: 'wrong' })).toEqual({ code: 'import.passwordWrong' })
    expect(cellsOf((await readSheets(bytes, { password: 'secret' }))[0])).toEqual([[42]])
  })
  test('one that Excel opens without asking opens here too', async () => {
    const bytes = encryptStandard(xlsxOf([{ xml: cellsXml('<c><v>42</v></c>') }]), 'VelvetSweatshop')
    expect(cellsOf((await readSheets(bytes))[0])).toEqual([[42]])
  })
})

describe('text', () => {
  const table = 'Cuenta;Importe\nPeñón;1.054,00\n'
  test('encoding, delimiter and quote are found', async () => {
    const [sheet] = await readSheets(new Uint8Array(Buffer.from(table, 'latin1')))
    expect(sheet).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      quote: '"',
      sheet: null,
      visibility: 'visible'
    })
    expect(cellsOf(sheet)).toEqual([
      ['Cuenta', 'Importe'],
      ['Peñón', '1.054,00']
    ])
    const [wide] = await readSheets(new Uint8Array(Buffer.from(`\ufeff${table.replaceAll(';', '\t')}`, 'utf16le')))
    expect(wide).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' })
    expect(cellsOf(wide)[1]).toEqual(['Peñón', '1.054,00'])
  })
  test('each of them gives way to what the user says', async () => {
    const bytes = new Uint8Array(Buffer.from('"a;b";c\n"1;2";3\n', 'latin1'))
    const cells = async (choice: Parameters<typeof readSheets>[1]) => cellsOf((await readSheets(bytes, choice))[0])[0]
    expect(await cells({})).toEqual(['a;b', 'c'])
    expect(await cells({ quote: '' })).toEqual(['"a', 'b"', 'c'])
    expect(await cells({ delimiter: ',' })).toEqual(['"a;b";c'])
    const [sheet] = await readSheets(new Uint8Array(Buffer.from('ñ;b\nx;y', 'utf8')), { encoding: 'windows-1252' })
    expect(cellsOf(sheet)[0]).toEqual(['Ã±', 'b'])
  })
})

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

describe('files that are not what their name says, or nothing at all', () => {
  test('are read for what they are', async () => {
    const csv = utf8('a,b\n1,2')
    const xlsx = xlsxOf([{ xml: cellsXml('<c><v>1</v></c>') }])
    expect(cellsOf((await readSheets(csv, {}, 'deals.xlsx'))[0])[1]).toEqual(['1', '2'])
    expect(cellsOf((await readSheets(xlsx, {}, 'deals.csv'))[0])).toEqual([[1]])
  })
  test.each<[string, Uint8Array, unknown]>([
    ['nothing', new Uint8Array(), { code: 'import.fileEmpty' }],
    ['blank lines', utf8(' \r\n\t\r\n'), { code: 'import.fileEmpty' }],
    ['delimiters alone', utf8(';;;\n;;;\n'), { code: 'import.fileEmpty' }],
    ['a workbook without a cell', xlsxOf([{ xml: '<sheetData/>' }]), { code: 'import.fileEmpty' }],
    ['a picture', new Uint8Array(png), { code: 'import.unknownFormat' }],
    ['a PDF', utf8('%PDF-1.7 x'), { code: 'import.unknownFormat' }],
    ['random bytes', new Uint8Array(randomBytes(4096)).fill(1, 0, 1), { code: 'import.unknownFormat' }],
    [
      'a zip of something else',
      zipOf({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<t/>' }),
      { code: 'import.unknownFormat' }
    ],
    ['html without a table', utf8('<!doctype html><html><p>Sign in</p></html>'), { code: 'import.unknownFormat' }],
    ['xml that is no workbook', utf8('<?xml version="1.0"?><feed><a/></feed>'), { code: 'import.unknownFormat' }]
  ])('%s', async (_, bytes, refusal) => {
    expect(await refusalOf(bytes)).toEqual(refusal)
  })
})

describe('damaged files say so', () => {
  const good = xlsxParts([{ xml: cellsXml('<c t="s"><v>0</v></c>') }], { sharedTexts: ['<t>a</t>'] })
  test('a truncated workbook, at any length', async () => {
    const bytes = zipOf(good)
    for (let length = 30; length < bytes.length; length += 97)
      expect(await refusalOf(bytes.subarray(0, length))).toMatchObject({ code: 'import.unreadable' })
  })
  test('a flipped bit in a sheet is noticed by its checksum', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `<row><c><v>${at * 37}</v></c></row>`).join('')
    const bytes = zipOf(xlsxParts([{ xml: `<sheetData>${rows}</sheetData>` }]))
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 24 + 60
    bytes[at] = (bytes[at] ?? 0) ^ 4
    expect(await refusalOf(bytes)).toMatchObject({ code: 'import.unreadable' })
  })
  test.each<[string, Parts, RegExp]>([
    ['a text that is not there', { ...good, 'xl/sharedStrings.xml': '<sst/>' }, /sharedStrings/],
    [
      'a sheet that ends in the middle',
      { ...good, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c>' },
      /XML xl\/worksheets/
    ],
    [
      'entities of its own',
      { ...good, 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' },
      /DOCTYPE/
    ],
    [
      'a row 0',
      {
        ...good,
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="0"><c><v>1</v></c></row></sheetData></worksheet>'
      },
      /row 0/
    ]
  ])('%s', async (_, parts, problem) => {
    expect(await refusalOf(zipOf(parts))).toEqual({
      code: 'import.unreadable',
      problem: expect.stringMatching(problem) as string
    })
  })
})

describe('files made to fill the memory are refused before they do', () => {
  const peakOf = async (work: () => Promise<unknown>): Promise<{ result: unknown; megabytes: number }> => {
    const before = process.memoryUsage().rss
    const result = await work()
    return { result, megabytes: (process.memoryUsage().rss - before) / 1_048_576 }
  }
  const endless = xlsxParts([{ xml: `<sheetData/>${'<x/>'.repeat(50 * 1_048_576)}` }])
  test('a sheet that unfolds without end', async () => {
    const bytes = zipOf(endless)
    expect(bytes.length).toBeLessThan(1_048_576)
    const { result, megabytes } = await peakOf(() => refusalOf(bytes))
    expect(result).toMatchObject({ code: 'import.fileTooLarge' })
    expect(megabytes).toBeLessThan(200)
  })
  test('one that says it is small', async () => {
    expect(await refusalOf(zipOf(endless, { 'xl/worksheets/sheet1.xml': 10 }))).toMatchObject({
      code: 'import.fileTooLarge'
    })
  })
  test('one that says it is huge is not unfolded at all', async () => {
    const lying = zipOf(xlsxParts([{ xml: '<sheetData/>' }]), { 'xl/worksheets/sheet1.xml': 2_000_000_000 })
    expect(await refusalOf(lying)).toEqual({ code: 'import.fileTooLarge', megabytes: 1907 })
  })
  test('more rows than a sheet has', async () => {
    const rows = xlsxOf([{ xml: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_048_577)}</sheetData>` }])
    expect(await refusalOf(rows)).toMatchObject({ code: 'import.fileTooLarge' })
  })
  test('an ods that repeats one cell over the whole sheet', async () => {
    const content =
      '<d xmlns:table="t" xmlns:office="o"><table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row></table:table></d>'
    const bytes = zipOf({ mimetype: 'x', 'content.xml': content })
    expect(await refusalOf(bytes)).toMatchObject({ code: 'import.fileTooLarge' })
  })
  test('a csv of nothing but delimiters', async () => {
    expect(await refusalOf(utf8(`a${','.repeat(20_000)}`))).toMatchObject({ code: 'import.fileTooLarge' })
  })
})

describe.skipIf(!hasSharedFiles)('the exports of the shared folder', () => {
  test.each([
    ['derived/salesforce_es_informe.csv', 'windows-1252', ';', 8805],
    ['derived/hubspot_es_negocios.csv', 'utf-8', ',', 8801],
    ['derived/equipos_utf16le.txt', 'utf-16le', '\t', 36],
    ['maven-crm/sales_pipeline.csv', 'utf-8', ',', 8801],
    ['messy/messytables/spanish_chars.csv', 'windows-1252', ',', 116],
    ['messy/frictionless/delimiter.csv', 'utf-8', ';', 3]
  ])('%s', async (path, encoding, delimiter, rows) => {
    const [sheet] = await readSheets(bytesOf(path))
    expect({ encoding: sheet?.encoding, delimiter: sheet?.delimiter, rows: sheet?.rows.length }).toEqual({
      encoding,
      delimiter,
      rows
    })
  })
})

test('a workbook that was opened and saved again reads the same', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Deals', rows: grid }] })
  const { openXlsx } = await import('hucre/xlsx')
  expect(cellsOf((await readSheets(await saveXlsx(await openXlsx(bytes))))[0])).toEqual(read)
})
