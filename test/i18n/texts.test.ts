// The words of the window: both languages have all of them with the same fields, and none is left that nobody says.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findTranslationFaults } from '../../build/steps/translations.ts'
import { en } from '../../src/renderer/i18n/en/index.ts'
import { i18n, repeatOtherAsMany, setLanguage } from '../../src/renderer/i18n/index.ts'
import { codedKey, texts } from '../../src/renderer/i18n/use-text.ts'
import { contract } from '../../src/shared/contract/index.ts'

const root = join(import.meta.dirname, '../..')

interface Tree {
  readonly [key: string]: string | Tree
}

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key.replace(/_(one|other)$/, '')}`] : keysOf(value, `${prefix}${key}.`)
  )
}

test('no text is missing in a language, and the fields agree', async () => {
  expect(await findTranslationFaults()).toEqual([])
})

test('no text is left that nobody says', () => {
  const files = globSync(['src/renderer/**/*.{ts,tsx}', 'src/main/**/*.ts', 'src/shared/**/*.ts'], {
    cwd: root
  }).filter((file) => !file.includes('i18n/en/') && !file.includes('i18n/es/'))
  const source = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const said = new Set([...source.matchAll(/['"`]([a-z][\w]*(?:\.\w+)+)['"`]/g)].map(([, key]) => key))
  // A key made of parts, t(`people.roles.${role}`), says every key of that shape.
  const shapes = [...source.matchAll(/`([a-z]\w*\.(?:[^`\s$]|\$\{[^}]*\})*)`/g)].map(
    ([, shape]) =>
      new RegExp(
        `^${(shape ?? '')
          .replace(/\$\{[^}]*\}/g, '\u0000')
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll('\u0000', '[\\w-]+')}$`
      )
  )
  const isSaid = (key: string): boolean => {
    if (said.has(key) || shapes.some((shape) => shape.test(key))) return true
    const [domain = '', group, ...rest] = key.split('.')
    const tail = rest.join('.')
    // Errors, undo steps and compared facts are looked up by their code.
    if (group === 'errors') return tail === 'unknown' || source.includes(`'${domain}.${tail}'`)
    if (group === 'commands') return tail === 'unknown' || isCall(domain, tail)
    return group === 'facts' && (tail === 'unknown' || source.includes(`'${tail}'`))
  }
  const unsaid = [...new Set(keysOf(en))].filter((key) => !isSaid(key))
  expect(unsaid).toEqual([])
})

function isCall(domain: string, verb: string): boolean {
  const domains: Readonly<Record<string, { readonly calls: object }>> = contract
  return Object.hasOwn(domains[domain]?.calls ?? {}, verb)
}

describe('looking up', () => {
  test('errors, undo steps and facts by their code, with their fields', () => {
    setLanguage('en')
    const error = { code: 'plans.nameTaken', name: 'North' }
    expect(texts.tError(error)).toBe('There is already a scenario "North" in this year.')
    expect(texts.tCommand('plans.createScenario', { name: 'North' })).toBe('Create scenario North')
    expect(codedKey('people.aliasTaken', 'errors')).toBe('people.errors.aliasTaken')
  })

  test('what has no words of its own still says something', () => {
    setLanguage('en')
    expect(texts.tError({ code: 'nobody.knows' })).toContain('nobody.knows')
    expect(texts.tCommand('nobody.knows')).toBe('Change')
  })

  test('a switch of language is instant, and counts are grouped by the number locale', () => {
    setLanguage('es', 'de-DE')
    expect(texts.t('shell.undo')).toBe('Deshacer')
    expect(texts.t('audit.finding', { count: 1234 })).toBe('1.234 pasos, los más nuevos primero')
    setLanguage('en', 'en-GB')
    expect(texts.t('audit.finding', { count: 1 })).toBe('One step since the file was made')
  })

  test('Spanish millions have their plural', () => {
    expect(repeatOtherAsMany({ a: { rows_one: 'fila', rows_other: 'filas' } })).toEqual({
      a: { rows_one: 'fila', rows_other: 'filas', rows_many: 'filas' }
    })
    setLanguage('es')
    expect(i18n.t('audit.more', { count: 1_000_000 })).toContain('filas más')
    setLanguage('en')
  })
})
