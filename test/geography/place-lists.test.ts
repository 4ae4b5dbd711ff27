// The lists that ship with the product: made by the build step from the packages, in the form names are compared in, and none too large.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listSubdivisions, loadSubdivisions } from '#shared/geography/index.ts'
import { comparableName } from '#shared/geography/place-name.ts'
import { readSpanishPostalCode, readZipCode } from '#shared/geography/places/postal-codes.ts'
import { alsoNamed } from '#shared/geography/places/region-names.ts'
import { makeTowns } from '../../build/steps/geography-towns.ts'
import { makeZipCodes } from '../../build/steps/geography-zip-codes.ts'

const folder = join(import.meta.dirname, '../../src/shared/geography/places')
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe('files', () => {
  test('are what the build step makes of the packages', async () => {
    expect(read('zip-codes.json')).toEqual(makeZipCodes())
    expect(read('towns.json')).toEqual(await makeTowns())
  }, 60_000)

  test('hold names in the form that is compared', () => {
    const towns = read('towns.json') as Record<string, { names: string; at: number[] }>
    for (const { names, at } of Object.values(towns)) {
      expect(at).toHaveLength(3 * names.split('\n').length)
      for (const name of names.split(/[\n|]/)) if (comparableName(name) !== name) throw new Error(name)
    }
    const countries = read('country-names.json') as Record<string, string[]>
    const all = Object.values(countries).flat()
    expect(new Set(all).size).toBe(all.length)
    for (const name of all) expect(comparableName(name)).toBe(name)
    expect(Object.keys(countries)).toHaveLength(250) // 249 of ISO 3166-1 and Kosovo
  })

  test('stay under 2.5 MB together', () => {
    const size = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    expect(size).toBeLessThan(2_500_000)
  })
})

describe('comparableName', () => {
  test.each([
    ['Coruña, A', 'a coruna'],
    ['Palmas de Gran Canaria, Las', 'las palmas de gran canaria'],
    ['Washington, DC', 'washington dc'],
    ['  SÃO  PAULO ', 'sao paulo'],
    ['EE. UU.', 'ee uu'],
    ['U.S.A.', 'usa'],
    ['Łódź', 'lodz'],
    ['Großenhain', 'grossenhain'],
    ['Trinidad & Tobago', 'trinidad and tobago'],
    ["L'Hospitalet", 'l hospitalet'],
    ['東京', '東京'],
    ['--', '']
  ])('%j is %j', (name, form) => {
    expect(comparableName(name)).toBe(form)
    expect(comparableName(form)).toBe(form)
  })
})

describe('postal codes', () => {
  test.each([
    ['08001', '08001', 'ES-B'],
    ['8001', '08001', 'ES-B'],
    ['8001.0', '08001', 'ES-B'],
    ['28 001', '28001', 'ES-M'],
    ['28.001', '28001', 'ES-M'],
    ['E-28001', '28001', 'ES-M'],
    ['ES-52001', '52001', 'ES-ML'],
    ['53001', null, null],
    ['00100', null, null],
    ['280', null, null],
    ['SW1A 1AA', null, null]
  ])('%s of Spain', (cell, digits, province) => {
    const code = readSpanishPostalCode(cell)
    expect([code?.digits ?? null, code?.area.subdivision ?? null]).toEqual([digits, province])
  })

  test.each([
    ['90012', '90012', 'US-CA'],
    ['2139', '02139', 'US-MA'],
    ['501', '00501', 'US-NY'], // Holtsville
    ['02139-4307', '02139', 'US-MA'],
    ['021394307', '02139', 'US-MA'],
    ['20001', '20001', 'US-DC'],
    ['20101', '20101', 'US-VA'],
    ['96799', '96799', 'US-AS'],
    ['96910', '96910', 'US-GU'],
    ['00901', '00901', 'US-PR'],
    ['09012', null, null], // military, Europe
    ['K1A 0B1', null, null]
  ])('%s of the United States', (cell, digits, state) => {
    const code = readZipCode(cell)
    expect([code?.digits ?? null, code?.area.subdivision ?? null]).toEqual([digits, state])
  })
})

describe('subdivisions', () => {
  test('other names are of entries that there are, and say more than the list', async () => {
    const all = new Map((await loadSubdivisions()).map(({ code, name }) => [code, name]))
    for (const [code, ...names] of alsoNamed) {
      expect(all.has(code), code).toBe(true)
      for (const name of names) expect(comparableName(name)).not.toBe(comparableName(all.get(code) ?? ''))
    }
  })

  test('are listed under the one they belong to', async () => {
    const all = await loadSubdivisions()
    expect(all.length).toBeGreaterThan(5000)
    expect(listSubdivisions(all, 'PT')).toHaveLength(20) // 18 districts, Madeira, the Azores
    const codes = listSubdivisions(all, 'ES').map(({ code }) => code)
    expect(codes.indexOf('ES-GI')).toBeGreaterThan(codes.indexOf('ES-CT'))
    expect(codes).toHaveLength(69) // 17 communities, 2 cities, 50 provinces
    expect(listSubdivisions(all, 'VA')).toEqual([])
  })
})
