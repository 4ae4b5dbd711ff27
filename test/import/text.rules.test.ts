// From bytes to rows: encodings, kinds of file, delimiters, records, and where the table is.
import { describe, expect, test } from 'vitest'
import { chooseDelimiter, readDelimited } from '#shared/import/delimited.ts'
import { detectEncoding, detectFileKind } from '#shared/import/encoding.ts'
import { findTable } from '#shared/import/table.ts'

const bytes = (...all: number[]): Uint8Array => new Uint8Array(all)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16le = (text: string): Uint8Array => {
  const out = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at += 1) {
    out[at * 2] = text.charCodeAt(at) & 255
    out[at * 2 + 1] = text.charCodeAt(at) >> 8
  }
  return out
}
const rowsOf = (text: string) => readDelimited(text, chooseDelimiter(text))

describe('detectEncoding', () => {
  test('by the byte order mark', () => {
    expect(detectEncoding(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('utf-8')
    expect(detectEncoding(bytes(0xff, 0xfe, 0x61, 0))).toBe('utf-16le')
    expect(detectEncoding(bytes(0xfe, 0xff, 0, 0x61))).toBe('utf-16be')
  })
  test('by the zero bytes of UTF-16 without a mark', () => {
    expect(detectEncoding(utf16le('agente\tresponsable\n'))).toBe('utf-16le')
    expect(detectEncoding(utf16le('agente\tresponsable\n').map((_, at, all) => all[at ^ 1] ?? 0))).toBe('utf-16be')
  })
  test('by whether the bytes are sound UTF-8', () => {
    expect(detectEncoding(utf8('año, €, 日本, 😀'))).toBe('utf-8')
    expect(detectEncoding(utf8('año').subarray(0, 2))).toBe('utf-8')
    expect(detectEncoding(bytes(0x61, 0xf1, 0x6f))).toBe('windows-1252')
    // Overlong, surrogate, beyond the last code point.
    expect(detectEncoding(bytes(0xc0, 0x80))).toBe('windows-1252')
    expect(detectEncoding(bytes(0xed, 0xa0, 0x80))).toBe('windows-1252')
    expect(detectEncoding(bytes(0xf4, 0x90, 0x80, 0x80))).toBe('windows-1252')
    expect(detectEncoding(bytes())).toBe('utf-8')
  })
})

describe('detectFileKind', () => {
  test.each([
    [new Uint8Array([0x50, 0x4b, 3, 4]), 'zip'],
    [bytes(0xd0, 0xcf, 0x11, 0xe0), 'ole'],
    [utf8('%PDF-1.7'), 'pdf'],
    [bytes(0x89, 0x50, 0x4e, 0x47), 'image'],
    [utf8('  <!DOCTYPE html><table>'), 'html'],
    [utf8('a,b\n1,2'), 'text'],
    [utf16le('a\tb\r\n'), 'text'],
    [bytes(1, 2, 3, 4, 5, 6, 7, 8), 'binary'],
    [bytes(), 'empty'],
    [utf8(' \n\t\n'), 'empty']
  ] as const)('%#: %s', (content, kind) => {
    expect(detectFileKind(content)).toBe(kind)
  })
})

describe('chooseDelimiter', () => {
  test.each([
    ['a;b\n1,5;2\n1,7;3', ';'],
    ['a,b,c\n1,2,3', ','],
    ['a\tb\n1,5\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['amount\n1,5\n2,5\n3,5', ','],
    ['"x;y",b\n"p;q",2', ','],
    ['sep=;\na,b;c', ';']
  ])('%j', (text, delimiter) => {
    expect(chooseDelimiter(text)).toBe(delimiter)
  })
})

describe('readDelimited', () => {
  test('counts rows as a spreadsheet does, and empty cells are null', () => {
    expect(readDelimited('a,b\n1,', ',')).toEqual([
      { rowNumber: 1, cells: ['a', 'b'] },
      { rowNumber: 2, cells: ['1', null] }
    ])
    expect(readDelimited('\ufeffa;b\n\n"x\ny";2\n', ';')).toEqual([
      { rowNumber: 1, cells: ['a', 'b'] },
      { rowNumber: 3, cells: ['x\ny', '2'] }
    ])
  })
  test('drops the line that names the delimiter', () => {
    expect(readDelimited('sep=;\na;b', ';')).toEqual([{ rowNumber: 2, cells: ['a', 'b'] }])
  })
})

describe('findTable', () => {
  test('takes the first row as the header', () => {
    expect(findTable(rowsOf('stage,amount\nWon,5')).headerRow).toBe(1)
  })
  test('passes over titles above the header', () => {
    const found = findTable(rowsOf('Sales report,,\nMade on 1 May,,\n\nDeal,Stage,Amount\nA,Won,5\nB,Lost,7'))
    expect(found.headerRow).toBe(4)
    expect(found.headers).toEqual(['Deal', 'Stage', 'Amount'])
    expect(found.rows.map((row) => row.rowNumber)).toEqual([5, 6])
  })
  test('leaves footers and totals out, and tells', () => {
    const found = findTable(rowsOf('Deal,Stage,Amount\nA,Won,5\nTotal,,5\n\nConfidential,,\nCopyright,,'))
    expect(found.rows.map((row) => row.rowNumber)).toEqual([2])
    expect(found.leftOut).toEqual([
      { rowNumber: 3, text: 'Total 5' },
      { rowNumber: 5, text: 'Confidential' },
      { rowNumber: 6, text: 'Copyright' }
    ])
  })
  test('keeps rows that are only partly filled', () => {
    expect(findTable(rowsOf('Deal,Stage,Amount,Close\nA,Won,5,x\nB,Open,,')).rows).toHaveLength(2)
  })
  test('has no header where the first row is of numbers', () => {
    const found = findTable(rowsOf('1,2,3\n4,5,6'))
    expect(found).toMatchObject({ headerRow: null, headers: ['', '', ''] })
    expect(found.rows).toHaveLength(2)
    expect(findTable([])).toMatchObject({ headerRow: null, headers: [], rows: [] })
  })
})
