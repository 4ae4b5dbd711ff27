// What weakens a figure is said in words: every rule of quality and every kind of rows has its own, in both languages.
import { afterAll, describe, expect, test } from 'vitest'
import { i18n, setLanguage } from '#renderer/i18n/index.ts'
import { texts } from '#renderer/i18n/use-text.ts'
import { writeSoundnessPart } from '#renderer/shell/soundness.tsx'
import { findingRules } from '#shared/import/plan/findings/index.ts'

afterAll(() => setLanguage('en'))

describe.each(['en', 'es'] as const)('%s', (language) => {
  test('every rule has words', () => {
    const missing = findingRules.filter(
      ({ name }) => !i18n.exists(`import.rules.${name}`, { lng: language, fallbackLng: [] })
    )
    expect(missing.map((rule) => rule.name)).toEqual([])
  })

  test('one row and several of each kind are counted in words of their own', () => {
    setLanguage(language, language === 'en' ? 'en-GB' : 'es-ES')
    const words = (['bookings', 'pipeline', 'credit', 'people'] as const).flatMap((measure) =>
      [1, 1234].map((of) => writeSoundnessPart({ measure, ratio: 0, sound: 0, of, rules: [] }, texts.t).rows)
    )
    expect(new Set(words).size).toBe(8)
    for (const [at, text] of words.entries()) expect(text).toMatch(at % 2 === 0 ? /^1 [a-z]/ : /^1[,.]234 [a-z]/)
  })
})
