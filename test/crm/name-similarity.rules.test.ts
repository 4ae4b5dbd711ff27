// How alike names are: legal forms, spaces, typos, initials and words; and that a long list gives the pairs that comparing each with each gives.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountIdentity } from '#shared/crm/index.ts'
import {
  editDistance,
  findAccountPairs,
  findSimilarNames,
  nameSimilarity,
  normaliseCompany
} from '#shared/crm/index.ts'
import type { AccountId } from '#shared/crm/types.ts'
import { nameKey } from '#shared/units/name-key.ts'

describe('normaliseCompany', () => {
  test('takes legal forms off, however they are written', () => {
    expect(normaliseCompany('Hijos de J. Pérez, S.L.')).toEqual({
      key: 'hijos de j perez',
      tokens: ['hijos', 'de', 'j', 'perez'],
      legalForm: 'sl'
    })
    expect(normaliseCompany('Plan A S.L.')).toMatchObject({ key: 'plan a', legalForm: 'sl' })
    expect(normaliseCompany('Acme S.A. de C.V.')).toMatchObject({ key: 'acme', legalForm: 'sadecv' })
    expect(normaliseCompany('Müller GmbH & Co. KG')).toMatchObject({ key: 'muller', legalForm: 'gmbhcokg' })
    expect(normaliseCompany('A.B.C. Holdings Ltd')).toMatchObject({ key: 'abc holdings', legalForm: 'ltd' })
  })
  test('leaves a name that is nothing else', () => {
    expect(normaliseCompany('GmbH')).toMatchObject({ key: 'gmbh', legalForm: null })
    expect(normaliseCompany('SA')).toMatchObject({ key: 'sa', legalForm: null })
  })
})

describe('editDistance', () => {
  test.each([
    ['technolgy', 'technology', 1],
    ['acme', 'amce', 1],
    ['north', 'south', 2],
    ['abc', 'xyz', 3],
    ['', 'ab', 2]
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance)
    expect(editDistance(b, a, 3)).toBe(distance)
  })
  test('beyond the most it only says further', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3)
  })
})

describe('nameSimilarity', () => {
  test.each([
    ['GTXPro', 'GTX Pro', ['spaces']],
    ['Acme', 'Acme SL', ['legalForm']],
    ['Acme SA', 'Acme, S.L.', ['legalForm']],
    ['Johnson & Johnson', 'Johnson and Johnson', ['spaces']],
    ['Ruiz, Ana', 'Ana Ruiz', ['words']],
    ['Mercadona', 'Mercadonna S.A.', ['typo', 'legalForm']],
    ['IBM', 'International Business Machines', ['initials']],
    ['Telefónica', 'Telefonica Moviles', ['words']]
  ])('%s and %s may be one', (a, b, reasons) => {
    const found = nameSimilarity(a, b)
    expect(found.reasons).toEqual(reasons)
    expect(found.similarity).toBeGreaterThanOrEqual(0.8)
    expect(nameSimilarity(b, a)).toEqual(found)
  })
  test.each([
    ['North Bank', 'South Bank'],
    ['Fund II', 'Fund III'],
    ['Area 51', 'Area 52'],
    ['Acme', 'Acre'],
    ['Global Foods', 'Global Trading']
  ])('%s and %s are two', (a, b) => expect(nameSimilarity(a, b)).toEqual({ similarity: 0, reasons: [] }))
  test('names of one key are the same', () =>
    expect(nameSimilarity('José  PÉREZ', 'jose perez')).toEqual({ similarity: 1, reasons: [] }))
})

describe('findSimilarNames', () => {
  test('gives the likeliest first', () => {
    expect(findSimilarNames(['Acme SL', 'Beta', 'Acme, S.L.', 'Bta Ltd'])).toEqual([
      { left: 0, right: 2, similarity: 0.99, reasons: ['spaces'] }
    ])
  })
  test('finds what comparing each with each finds', () => {
    const syllable = fc.constantFrom('ba', 'co', 'di', 'fu', 'me', 'nor', 'tek', 'sol')
    const word = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''))
    const form = fc.constantFrom('', ' SL', ' S.A.', ' Ltd')
    const name = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), form)
      .map(([words, end]) => words.join(' ') + end)
    const mistyped = name.map((text) => (text.length > 9 ? text.slice(0, 4) + text.slice(5) : text))
    fc.assert(
      fc.property(fc.array(fc.oneof(name, mistyped), { maxLength: 25 }), (names) => {
        const pairs = new Set(findSimilarNames(names).map((pair) => `${pair.left} ${pair.right}`))
        for (const [left, a] of names.entries())
          for (const [right, b] of names.entries()) {
            if (left >= right) continue
            const { similarity, reasons } = nameSimilarity(a, b)
            // Two typos in one word may escape; one never does.
            if (similarity < 0.8 || (reasons.includes('typo') && similarity < 0.9)) continue
            expect(pairs, `${a} / ${b}`).toContain(`${left} ${right}`)
          }
      }),
      { numRuns: 200 }
    )
  })
})

describe('findAccountPairs', () => {
  const account = (id: number, name: string, more: Partial<AccountIdentity> = {}): AccountIdentity => ({
    id: id as AccountId,
    name,
    nameKey: nameKey(name),
    domain: null,
    taxId: null,
    deals: 0,
    ...more
  })
  test('joins by name, domain and tax id, and leaves out what was decided and what the tax id contradicts', () => {
    const accounts = [
      account(1, 'Acme SL', { taxId: 'B1' }),
      account(2, 'Acme', { taxId: 'B1' }),
      account(3, 'Konex', { domain: 'konex.com' }),
      account(4, 'Grupo K', { domain: 'konex.com' }),
      account(5, 'Soltec Uno', { taxId: 'X1' }),
      account(6, 'Soltec Unno', { taxId: 'X2' }),
      account(7, 'Mail One', { domain: 'gmail.com' }),
      account(8, 'Other Two', { domain: 'gmail.com' })
    ]
    expect(findAccountPairs(accounts, []).map((pair) => [pair.leftId, pair.rightId, pair.reasons])).toEqual([
      [1, 2, ['legalForm', 'taxId']],
      [3, 4, ['domain']]
    ])
    expect(findAccountPairs(accounts, [{ leftKey: 'grupo k', rightKey: 'konex' }])).toHaveLength(1)
  })
})
