// From bytes to rows: encodings, kinds of file, delimiters, quotes and records. Where the table is stands in table.rules.test.ts.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { chooseDelimiter, chooseQuote, readDelimited } from '#shared/import/delimited.ts'
import { detectEncoding, detectFileKind } from '#shared/import/encoding.ts'
import { TableTooLarge } from '#shared/import/limits.ts'

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
const withoutTail = (cells: readonly (string | null)[]): (string | null)[] => {
  const last = cells.findLastIndex((cell) => cell !== null)
  return cells.slice(0, last + 1)
}

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
  test('one letter cut in two does not make a long UTF-8 text windows-1252', () => {
    const cut = utf8('ñ'.repeat(30)).subarray(0, 59)
    const text = new Uint8Array([...cut, ...utf8(' fin')])
    expect(detectEncoding(text)).toBe('utf-8')
    // Latin letters that happen to form one sound pair ("Ã©") do not outweigh the broken ones.
    expect(detectEncoding(bytes(0xc3, 0xa9, 0x20, 0xf1, 0x6f, 0x20, 0xe1, 0x20))).toBe('windows-1252')
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
    [utf8('<?xml version="1.0"?><Workbook>'), 'xml'],
    [utf8('<meta charset="utf-8"><table>'), 'html'],
    [utf8('<?xml version="1.0"?><html><table>'), 'html'],
    [bytes(9, 8, 0x10, 0, 0, 6, 5, 0), 'biff'],
    [utf8('a\u001fb\n1\u001f2'), 'text'],
    [bytes(0xef, 0xbb, 0xbf, 0x0a), 'empty'],
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

describe('chooseQuote', () => {
  test.each([
    ["'a','b'\n'1,5','2'", ',', "'"],
    ['"a","b"\n1,2', ',', '"'],
    ["it's,o'clock\nit's,1", ',', '"'],
    ["'a'|'b'\n'1'|'2'", '|', "'"]
  ])('%j', (text, delimiter, quote) => {
    expect(chooseQuote(text, delimiter)).toBe(quote)
  })
})

describe('readDelimited', () => {
  test('counts rows as a spreadsheet does, and empty cells are null', () => {
    expect(readDelimited('a,b\n,1', ',')).toEqual([
      { rowNumber: 1, cells: ['a', 'b'] },
      { rowNumber: 2, cells: [null, '1'] }
    ])
    expect(readDelimited('\ufeffa;b\n\n"x\ny";2\n', ';')).toEqual([
      { rowNumber: 1, cells: ['a', 'b'] },
      { rowNumber: 3, cells: ['x\ny', '2'] }
    ])
    expect(readDelimited('a,b,,\n1,,,', ',').map((row) => row.cells)).toEqual([['a', 'b'], ['1']])
  })
  test('drops the line that names the delimiter', () => {
    expect(readDelimited('sep=;\na;b', ';')).toEqual([{ rowNumber: 2, cells: ['a', 'b'] }])
    expect(chooseDelimiter('"sep=|"\r\na,b|c')).toBe('|')
  })
  test('ends of lines: of Windows, of Unix, of old Macs', () => {
    const cells = [
      ['a', 'b'],
      ['1', '2']
    ]
    for (const end of ['\n', '\r\n', '\r'])
      expect(readDelimited(`a,b${end}1,2${end}`, ',').map((row) => row.cells)).toEqual(cells)
    expect(readDelimited('"a","b"\r\n"1","2"\r\n', ',').map((row) => row.cells)).toEqual(cells)
    // A return within a line that ends with a line feed belongs to the cell.
    expect(readDelimited('a\rx,b\n1,2', ',')[0]?.cells).toEqual(['a\rx', 'b'])
  })
  test('a quote that is never closed is a letter, and swallows nothing', () => {
    expect(readDelimited('item,n\n"12 inch pipe,1\nrod,2\n', ',').map((row) => row.cells)).toEqual([
      ['item', 'n'],
      ['"12 inch pipe', '1'],
      ['rod', '2']
    ])
    expect(readDelimited('12" pipe,1', ',')[0]?.cells).toEqual(['12" pipe', '1'])
    expect(readDelimited('"say "hi" now",1', ',')[0]?.cells).toEqual(['say "hi" now', '1'])
  })
  test('spaces before a quote, quotes that mean nothing, other quotes', () => {
    expect(readDelimited('a, "6,000,000",b', ',')[0]?.cells).toEqual(['a', '6,000,000', 'b'])
    expect(readDelimited('"a,b",c', ',', { quote: '' })[0]?.cells).toEqual(['"a', 'b"', 'c'])
    expect(readDelimited("'a,b',c", ',', { quote: "'" })[0]?.cells).toEqual(['a,b', 'c'])
  })
  test('refuses more columns and rows than a sheet has', () => {
    expect(() => readDelimited(','.repeat(16_384), ',')).toThrow(TableTooLarge)
    expect(readDelimited(`${','.repeat(16_383)}x`, ',')[0]?.cells).toHaveLength(16_384)
    expect(() => readDelimited('a\n'.repeat(1_048_577), ',')).toThrow(TableTooLarge)
  })
  test('gives what papaparse gives for what any writer would write', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '1', ' ', ',', ';', '"', '\n', 'x') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (table) => {
        const text = Papa.unparse(table, { quotes: true, newline: '\r\n' })
        const expected = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.map((cells) =>
          withoutTail(cells.map((each) => (each.trim() === '' ? null : each)))
        )
        const found = new Map(readDelimited(text, ',').map((row) => [row.rowNumber, row.cells]))
        expect(expected.map((_, at) => found.get(at + 1) ?? [])).toEqual(expected)
      }),
      { numRuns: 500, seed: 7 }
    )
  })
})
