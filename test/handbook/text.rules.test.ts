// Typed text and its nodes, changes to a document, and names of letter files.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addParagraph, listTextBlocks, removeBlock, replaceContent } from '#shared/handbook/edit.ts'
import { readInlineText, writeInlineText } from '#shared/handbook/inline-text.ts'
import { nameLetterFiles } from '#shared/handbook/letter-files.ts'
import { listLetterPeople } from '#shared/handbook/letters.ts'
import { standard } from '#shared/handbook/templates/standard.ts'
import { makeValues } from './values.ts'

const document = standard.documents.handbook.en

describe('typed text', () => {
  test('becomes text, fields and marks', () => {
    expect(readInlineText('Up to {quotas.total}, **always**.')).toEqual([
      { type: 'text', text: 'Up to ' },
      { type: 'field', attrs: { name: 'quotas.total' } },
      { type: 'text', text: ', ' },
      { type: 'text', text: 'always', marks: [{ type: 'bold' }] },
      { type: 'text', text: '.' }
    ])
    expect(readInlineText('')).toEqual([])
    expect(readInlineText('a\n  b')).toEqual([{ type: 'text', text: 'a b' }])
  })

  test('that is read, written and read again is the same', () => {
    const piece = fc.oneof(
      fc.string().map((text) => text.replace(/\s+/g, ' ')),
      fc.constantFrom('{quotas.total}', '**bold**', '*light*', '{', '}', '*', '{}')
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const nodes = readInlineText(pieces.join(''))
        expect(readInlineText(writeInlineText(nodes))).toEqual(nodes)
      })
    )
  })

  test('every block of the templates reads back from its text', () => {
    for (const kind of ['handbook', 'letter'] as const)
      for (const language of ['en', 'es'] as const)
        for (const block of listTextBlocks(standard.documents[kind][language]))
          expect(readInlineText(writeInlineText(block.content))).toEqual(block.content)
  })
})

describe('changes', () => {
  const words = readInlineText('Other words')

  test('give one block new words and leave the rest', () => {
    const changed = replaceContent(document, 'principles-2', words)
    expect(listTextBlocks(changed ?? document).find((block) => block.attrs.id === 'principles-2')?.content).toEqual(
      words
    )
    expect(listTextBlocks(changed ?? document)).toHaveLength(listTextBlocks(document).length)
    expect(replaceContent(document, 'no-such-block', words)).toBeUndefined()
  })

  test('add a paragraph behind a block, in a list as an item', () => {
    const first = addParagraph(document, 'purpose-1', words)
    expect(first?.blockId).toBe('added-1')
    const second = addParagraph(first?.document ?? document, 'principles-3', words)
    expect(second?.blockId).toBe('added-2')
    const list = second?.document.content.find((block) => block.type === 'bulletList')
    expect(list?.type === 'bulletList' ? list.content : []).toHaveLength(4)
    expect(addParagraph(document, 'no-such-block', words)).toBeUndefined()
  })

  test('take a block out, and an emptied callout with it', () => {
    const callouts = (of: typeof document) => of.content.filter((block) => block.type === 'callout').length
    const changed = removeBlock(document, 'purpose-live')
    expect(callouts(changed ?? document)).toBe(callouts(document) - 1)
    expect(removeBlock(document, 'no-such-block')).toBeUndefined()
  })
})

describe('letter files', () => {
  test('have names that Windows takes and no two alike', () => {
    const names = nameLetterFiles(
      ['Ana Ruiz', 'ana ruiz', 'Ana Ruiz', 'A/B: "C"? <D>|*\\', '...', 'José\u0007 Peña. '],
      2027,
      'es'
    )
    expect(names).toEqual([
      'Ana Ruiz, carta de cuota y variable 2027.pdf',
      'ana ruiz, carta de cuota y variable 2027 (2).pdf',
      'Ana Ruiz, carta de cuota y variable 2027 (3).pdf',
      'A B C D, carta de cuota y variable 2027.pdf',
      '–, carta de cuota y variable 2027.pdf',
      'José Peña., carta de cuota y variable 2027.pdf'
    ])
  })

  test('are safe and unique for any names', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), (names) => {
        const files = nameLetterFiles(names, 2027, 'en')
        expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length)
        for (const file of files) {
          expect(file).not.toMatch(/[<>:"/\\|?*]|^[. ]|[. ]$/)
          expect([...file].every((letter) => letter >= ' ')).toBe(true)
          expect(file.length).toBeLessThan(140)
        }
      })
    )
  })
})

test('letters go to all who sell or are paid by a plan, by name, with what each would miss', () => {
  const values = makeValues()
  const [ana] = values.sellers
  if (ana === undefined) throw new Error('a seller')
  const rows = listLetterPeople(
    {
      ...values,
      sellers: [
        ...values.sellers,
        { ...ana, id: (ana.id + 90) as typeof ana.id, name: 'Bea Soto', teamName: null },
        { ...ana, id: (ana.id + 91) as typeof ana.id, name: 'Head', role: 'manager' }
      ]
    },
    'en'
  )
  expect(rows.map((row) => row.sellerName)).toEqual([
    'Ana Ruiz',
    'Bea Soto',
    'Inés Prat',
    'Luca Conti',
    'Marta Soler',
    'Tomás Vidal'
  ])
  expect(rows[0]?.missing).toEqual([])
  expect(rows[1]?.missing.map(({ text }) => text)).toEqual([
    'no target pay for Bea Soto',
    'no quota for Bea Soto',
    'no territory for Bea Soto',
    'no team for Bea Soto',
    'no pay plan for Bea Soto'
  ])
})
