// What spreadsheets put on the clipboard, read and written.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromClipboard, toClipboard } from '../../src/renderer/ui/table/clipboard.ts'

test('reads what it wrote, whatever the cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\t', '\n', '\r', ' ', ',', '1') })
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  fc.assert(
    fc.property(table, (cells) => {
      // A lone empty last cell can't be told from the line break that spreadsheets end with.
      fc.pre(cells.at(-1)?.some((text) => text !== '') ?? false)
      fc.pre(!cells.some((row) => row.length === 1 && row[0] === ''))
      expect(fromClipboard(toClipboard(cells))).toEqual(cells)
    })
  )
})

test.each([
  ['one cell', '12', [['12']]],
  ['a row as Excel ends it', 'Ana\t310\r\n', [['Ana', '310']]],
  [
    'two rows',
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd']
    ]
  ],
  ['an empty cell at the end', 'a\t', [['a', '']]],
  ['a line break inside a cell', '"two\nlines"\tb', [['two\nlines', 'b']]],
  ['a quote that is only a quote', '"Ana" Ruiz\tb', [['"Ana" Ruiz', 'b']]],
  ['nothing', '', []]
])('reads %s', (_name, text, cells) => {
  expect(fromClipboard(text)).toEqual(cells)
})
