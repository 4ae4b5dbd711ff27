// Names that count as the same, and ratios that may be missing.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from '#shared/units/name-key.ts'
import { divide } from '#shared/units/ratio.ts'

describe('nameKey', () => {
  it.each([
    ['  José-María  PÉREZ ', 'jose maria perez'],
    ['Muñoz & Hijos, S.L.', 'munoz hijos s l'],
    ['O’Neill', 'o neill'],
    ["O'Neill", 'o neill'],
    ['Ana\u00a0Ruiz', 'ana ruiz'],
    ['ＡＣＭＥ', 'acme'],
    ['株式会社 アクメ', '株式会社 アクメ'],
    ['***', '***'],
    ['   ', '']
  ])('%s becomes "%s"', (text, key) => expect(nameKey(text)).toBe(key))

  it('law: a key is its own key', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => nameKey(nameKey(text)) === nameKey(text)))
  })
  it('law: letter case, accents and doubled spaces do not matter', () => {
    const word = fc.constantFrom('José', 'Ruiz', 'Muñoz', 'Ángel', 'García-Page', 'Öztürk')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(nameKey(words.join('  ').toUpperCase())).toBe(nameKey(words.join(' ')))
        expect(nameKey(words.join(' ').normalize('NFD'))).toBe(nameKey(words.join(' ')))
      })
    )
  })
})

describe('divide', () => {
  it('gives a ratio, or nothing where there is nothing to compare with', () => {
    expect(divide(45, 60)).toBe(0.75)
    expect(divide(45, 0)).toBeUndefined()
    expect(divide(0, 45)).toBe(0)
  })
})
