// Where accounts are placed: each row worked out by hand from public facts; laws over the lists; what is left out is said.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPlaceFinder, type PlaceFinder } from '#shared/geography/index.ts'
import { loadPlaceLists, type PlaceLists } from '#shared/geography/places/lists.ts'
import type { FoundPlace, PlaceFacts, PlaceKind, PlacePrecision } from '#shared/geography/types.ts'
import { kmBetween } from './km-between.ts'

let findPlace: PlaceFinder['findPlace']
let lists: PlaceLists

beforeAll(async () => {
  findPlace = (await loadPlaceFinder()).findPlace
  lists = await loadPlaceLists()
}, 60_000)

const codesOf = (found: FoundPlace): string =>
  found.kind === 'unplaced'
    ? `unplaced: ${found.reason}`
    : [found.codes.country, found.codes.subdivision, found.codes.county].filter((code) => code !== null).join(' ')
const remarksOf = (found: FoundPlace): string => found.remarks.map(({ field, why }) => `${field} ${why}`).join(', ')

describe('the same place however it is written', () => {
  test.each<[string, PlaceFacts[]]>([
    [
      'US',
      [
        'USA',
        'U.S.A.',
        'U.S.',
        'us',
        'United States',
        'United States of America',
        'EE. UU.',
        'EE.UU.',
        'Estados Unidos',
        'EEUU'
      ].map((country) => ({ country }))
    ],
    [
      'GB',
      ['UK', 'U.K.', 'GBR', 'Great Britain', 'Reino Unido', 'England', 'United Kingdom'].map((country) => ({ country }))
    ],
    ['DE', ['Germany', 'Alemania', 'Deutschland', 'DEU', 'de', 'Allemagne'].map((country) => ({ country }))],
    ['KR', ['Korea', 'South Korea', 'Corea del Sur', 'Korea, Republic of', '대한민국'].map((country) => ({ country }))],
    ['CI', ["Côte d'Ivoire", 'Ivory Coast', 'Costa de Marfil', 'COTE D’IVOIRE'].map((country) => ({ country }))],
    ['ES ES-GI', ['Gerona', 'Girona', 'GIRONA ', '17', 'GI', 'ES-GI'].map((region) => ({ country: 'España', region }))],
    [
      'ES ES-C',
      ['La Coruña', 'A Coruña', 'Coruña, A', 'Coruña (A)', 'CORUÑA', 'Corunna'].map((region) => ({
        country: 'ES',
        region
      }))
    ],
    ['ES ES-BI', ['Vizcaya', 'Bizkaia', 'Biscay'].map((region) => ({ country: 'ES', region }))],
    [
      'ES ES-PM',
      ['Baleares', 'Illes Balears', 'Islas Baleares', 'Balears, Illes', 'Balearic Islands'].map((region) => ({
        country: 'ES',
        region
      }))
    ],
    ['ES ES-GC', ['Las Palmas', 'Palmas, Las'].map((region) => ({ country: 'ES', region }))],
    ['ES ES-VI', ['Álava', 'Araba', 'Araba/Álava', 'ARABA - ÁLAVA'].map((region) => ({ country: 'ES', region }))],
    [
      'ES ES-M',
      ['Madrid', 'Comunidad de Madrid', 'Madrid, Comunidad de', 'ES-MD'].map((region) => ({ country: 'ES', region }))
    ],
    ['ES ES-CT', ['Cataluña', 'Catalunya', 'Catalonia'].map((region) => ({ country: 'ES', region }))],
    ['ES ES-PV', ['País Vasco', 'Euskadi', 'Basque Country'].map((region) => ({ country: 'ES', region }))],
    [
      'US US-NC',
      ['NC', 'N.C.', 'North Carolina', 'Carolina del Norte', 'US-NC', 'north carolina'].map((region) => ({
        country: 'US',
        region
      }))
    ],
    ['DE DE-BY', ['Bayern', 'Bavaria', 'Baviera', 'BY'].map((region) => ({ country: 'Germany', region }))],
    ['US US-DC', ['DC', 'D.C.', 'District of Columbia', 'Washington, DC'].map((region) => ({ country: 'US', region }))]
  ])('%s', (codes, all) => {
    for (const facts of all) expect([facts, codesOf(findPlace(facts))]).toEqual([facts, codes])
  })
})

describe('by what is known', () => {
  const near = (
    name: string,
    facts: PlaceFacts,
    codes: string,
    kind: PlaceKind,
    precision: PlacePrecision,
    at: [number, number],
    km: number
  ) => ({ name, facts, codes, kind, precision, at, km })

  test.each([
    near(
      'a town by province',
      { country: 'ES', region: 'Burgos', city: 'Condado de Treviño' },
      'ES ES-BU',
      'city',
      'town',
      [-2.75, 42.74],
      8
    ),
    near('Córdoba of Spain', { country: 'Spain', city: 'Córdoba' }, 'ES ES-CO', 'city', 'town', [-4.78, 37.89], 6),
    near('Córdoba of Argentina', { country: 'Argentina', city: 'Córdoba' }, 'AR', 'city', 'town', [-64.18, -31.42], 8),
    near(
      'Donostia',
      { country: 'ES', city: 'Donostia / San Sebastián' },
      'ES ES-SS',
      'city',
      'town',
      [-1.98, 43.31],
      8
    ),
    near(
      'the capital by a third digit of 0',
      { country: 'ES', postalCode: '8001' },
      'ES ES-B',
      'postalCode',
      'town',
      [2.17, 41.39],
      6
    ),
    near(
      'a province by postal code',
      { country: 'ES', postalCode: '35600' },
      'ES ES-GC',
      'postalCode',
      'province',
      [-14.01, 28.4],
      30
    ),
    near(
      'Ceuta by postal code',
      { country: 'ES', postalCode: '51001' },
      'ES ES-CE',
      'postalCode',
      'town',
      [-5.32, 35.89],
      6
    ),
    near(
      'Melilla by postal code',
      { country: 'ES', postalCode: '52006' },
      'ES ES-ML',
      'postalCode',
      'town',
      [-2.94, 35.29],
      6
    ),
    near(
      'a ZIP code',
      { country: 'US', postalCode: '90012' },
      'US US-CA 06037',
      'postalCode',
      'postalArea',
      [-118.24, 34.06],
      4
    ),
    near(
      'a ZIP code without its zero',
      { country: 'US', postalCode: '2139' },
      'US US-MA 25017',
      'postalCode',
      'postalArea',
      [-71.1, 42.36],
      4
    ),
    near(
      'a ZIP code with four more digits',
      { country: 'US', postalCode: '20001-1234' },
      'US US-DC 11001',
      'postalCode',
      'postalArea',
      [-77.02, 38.91],
      4
    ),
    near(
      'Chicago by city and state',
      { country: 'USA', region: 'IL', city: 'Chicago' },
      'US US-IL 17031',
      'city',
      'town',
      [-87.65, 41.85],
      8
    ),
    near(
      'Springfield, Illinois',
      { country: 'US', region: 'Illinois', city: 'Springfield' },
      'US US-IL 17167',
      'city',
      'town',
      [-89.65, 39.8],
      8
    ),
    near(
      'St. Louis',
      { country: 'US', region: 'MO', city: 'St. Louis' },
      'US US-MO 29510',
      'city',
      'town',
      [-90.2, 38.63],
      8
    ),
    near('Munich', { country: 'Germany', city: 'München' }, 'DE', 'city', 'town', [11.58, 48.14], 8),
    near('a state', { country: 'US', region: 'Kansas' }, 'US US-KS', 'region', 'state', [-98.38, 38.48], 30),
    near(
      'a community of several provinces',
      { country: 'ES', region: 'Galicia' },
      'ES ES-GA',
      'region',
      'state',
      [-7.9, 42.75],
      30
    ),
    near(
      'a part of a country without a map: at its centre, and said',
      { country: 'DE', region: 'Bayern' },
      'DE DE-BY',
      'region',
      'country',
      [10.4, 51.1],
      40
    ),
    near('a country alone', { country: 'Portugal' }, 'PT', 'country', 'country', [-8, 39.6], 60),
    near('a land without a shape', { country: 'Martinique' }, 'MQ', 'country', 'country', [-61.02, 14.64], 15),
    near(
      'Puerto Rico by state',
      { country: 'US', region: 'PR', city: 'Ponce' },
      'US US-PR 72113',
      'city',
      'town',
      [-66.61, 18.01],
      8
    ),
    near('all in one cell', { city: 'Austin, TX' }, 'US US-TX 48453', 'city', 'town', [-97.74, 30.27], 8),
    near(
      'two letters after a town are a state, not India',
      { city: 'Gary, IN' },
      'US US-IN 18089',
      'city',
      'town',
      [-87.35, 41.6],
      8
    ),
    near('town and country in one cell', { city: 'Valencia, España' }, 'ES ES-V', 'city', 'town', [-0.38, 39.47], 6),
    near(
      'town with province in brackets',
      { country: 'ES', city: 'Alcobendas (Madrid)' },
      'ES ES-M',
      'city',
      'town',
      [-3.64, 40.54],
      6
    ),
    near(
      'a state in the column of countries',
      { country: 'California' },
      'US US-CA',
      'region',
      'state',
      [-119.5, 37.2],
      40
    ),
    near(
      'coordinates',
      { longitude: -1.285, latitude: 40.062 },
      'ES ES-V',
      'coordinates',
      'exact',
      [-1.285, 40.062],
      0.001
    ),
    near(
      'coordinates of Llívia, round which lies France',
      { longitude: 1.981, latitude: 42.465 },
      'ES ES-GI',
      'coordinates',
      'exact',
      [1.981, 42.465],
      0.001
    ),
    near(
      'coordinates of Los Angeles',
      { longitude: -118.243, latitude: 34.054, country: 'US' },
      'US US-CA 06037',
      'coordinates',
      'exact',
      [-118.243, 34.054],
      0.001
    ),
    near(
      'coordinates in a harbour',
      { longitude: -0.29, latitude: 39.44 },
      'ES ES-V',
      'coordinates',
      'exact',
      [-0.29, 39.44],
      0.001
    ),
    near(
      'coordinates of San Juan, when the country said is the United States',
      { longitude: -66.1, latitude: 18.42, country: 'US' },
      'US US-PR 72127',
      'coordinates',
      'exact',
      [-66.1, 18.42],
      0.001
    ),
    near(
      'coordinates of Fort-de-France',
      { longitude: -61.07, latitude: 14.61, country: 'Martinique' },
      'MQ',
      'coordinates',
      'exact',
      [-61.07, 14.61],
      0.001
    )
  ])('$name', ({ facts, codes, kind, precision, at, km }) => {
    const found = findPlace(facts)
    expect(codesOf(found)).toBe(codes)
    if (found.kind === 'unplaced') throw new Error('unplaced')
    expect([found.kind, found.precision]).toEqual([kind, precision])
    expect(kmBetween([found.longitude, found.latitude], at)).toBeLessThan(km)
  })
})

describe('a name of several places is told apart by the other cells or not at all', () => {
  test.each<[PlaceFacts, string, string]>([
    [{ region: 'Georgia' }, 'unplaced: severalPlaces', 'region severalPlaces'],
    [{ region: 'Georgia', city: 'Atlanta' }, 'US US-GA 13121', ''],
    [{ region: 'Georgia', postalCode: '30303' }, 'unplaced: severalPlaces', 'region severalPlaces'],
    [{ country: 'Georgia', city: 'Tbilisi' }, 'GE', ''],
    [{ country: 'Georgia', city: 'Atlanta' }, 'US US-GA 13121', ''],
    [{ country: 'Georgia' }, 'GE', ''],
    [{ city: 'Santiago' }, 'unplaced: severalPlaces', 'city severalPlaces'],
    [{ city: 'Santiago', country: 'Chile' }, 'CL', ''],
    [{ city: 'Santiago', region: 'A Coruña' }, 'ES ES-C', ''],
    [{ city: 'Valencia' }, 'unplaced: severalPlaces', 'city severalPlaces'],
    [{ city: 'Valencia', postalCode: '46001' }, 'unplaced: severalPlaces', 'city severalPlaces'],
    [{ city: 'Valencia', country: 'Venezuela' }, 'VE', ''],
    [{ region: 'Córdoba' }, 'unplaced: severalPlaces', 'region severalPlaces'],
    [{ region: 'Córdoba', city: 'Lucena' }, 'ES ES-CO', ''],
    [{ region: 'CA' }, 'unplaced: severalPlaces', 'region severalPlaces'],
    [{ region: 'CA', city: 'Fresno' }, 'US US-CA 06019', ''],
    [{ postalCode: '28001' }, 'unplaced: severalPlaces', 'postalCode severalPlaces'],
    [{ country: 'US', city: 'Springfield' }, 'US', 'city severalPlaces'],
    [{ country: 'US', city: 'Houston' }, 'US US-TX 48201', 'city assumedLargest']
  ])('%j', (facts, codes, remarks) => {
    const found = findPlace(facts)
    expect([codesOf(found), remarksOf(found)]).toEqual([codes, remarks])
  })

  test('the home country tells apart, and that is said', () => {
    const home = { homeCountry: 'ES' }
    for (const facts of [{ city: 'Córdoba' }, { postalCode: '14001' }, { region: 'Córdoba' }]) {
      const found = findPlace(facts, home)
      expect([codesOf(found), remarksOf(found)]).toEqual(['ES ES-CO', 'country assumedHome'])
    }
    expect(codesOf(findPlace({ city: 'Córdoba', country: 'AR' }, home))).toBe('AR')
    expect(codesOf(findPlace({ city: 'Austin, TX' }, home))).toBe('US US-TX 48453')
    expect(codesOf(findPlace({ city: 'Córdoba', country: 'Narnia' }, home))).toBe('unplaced: severalPlaces')
  })
})

describe('what is left out is said', () => {
  test.each<[PlaceFacts, string, string]>([
    [{}, 'unplaced: noFacts', ''],
    [{ country: ' ', city: 'n/a', region: '-' }, 'unplaced: noFacts', ''],
    [{ country: 'Narnia' }, 'unplaced: unknownWords', 'country unknown'],
    [{ country: 'ES', region: 'EMEA', city: 'Bilbao' }, 'ES ES-BI', 'region unknown'],
    [
      { country: 'ES', region: 'Girona', postalCode: '28001' },
      'unplaced: contradiction',
      'region contradicts, postalCode contradicts'
    ],
    [
      { country: 'US', region: 'TX', postalCode: '90012' },
      'unplaced: contradiction',
      'region contradicts, postalCode contradicts'
    ],
    [{ country: 'ES', region: 'Girona', city: 'Bilbao' }, 'ES ES-GI', 'city contradicts'],
    [{ country: 'ES', postalCode: '99999', region: 'Sevilla' }, 'ES ES-SE', 'postalCode unknown'],
    [{ country: 'France', postalCode: '75001' }, 'FR', 'postalCode unknown'],
    [{ longitude: 0, latitude: 0 }, 'unplaced: badCoordinates', 'longitude badCoordinates, latitude badCoordinates'],
    [{ longitude: 200, latitude: 40 }, 'unplaced: badCoordinates', 'longitude badCoordinates, latitude badCoordinates'],
    [{ longitude: -3.7, country: 'ES' }, 'ES', 'longitude badCoordinates'],
    [{ longitude: Number.NaN, latitude: 40, country: 'ES' }, 'ES', 'longitude badCoordinates, latitude badCoordinates'],
    [
      { longitude: 13.4, latitude: 52.5, country: 'ES' },
      'unplaced: contradiction',
      'country contradicts, longitude contradicts, latitude contradicts'
    ],
    [
      { longitude: 40.4, latitude: -3.7, country: 'ES' },
      'unplaced: contradiction',
      'country contradicts, longitude contradicts, latitude contradicts'
    ]
  ])('%j', (facts, codes, remarks) => {
    const found = findPlace(facts)
    expect([codesOf(found), remarksOf(found)]).toEqual([codes, remarks])
  })
})

describe('laws', () => {
  const cell = (words: readonly string[]) => fc.option(fc.constantFrom(...words))
  const anyFacts = fc.record({
    longitude: fc.option(fc.double({ min: -200, max: 200 })),
    latitude: fc.option(fc.double({ min: -100, max: 100 })),
    country: cell(['Spain', 'US', 'France', 'Georgia', 'X', 'GI', 'PR', 'TV']),
    region: cell(['Madrid', 'CA', 'Georgia', 'Navarra', 'TX', 'EMEA', 'Bayern', 'La Rioja', '28', 'PR']),
    city: cell(['Madrid', 'Santiago', 'Austin, TX', 'Toledo', 'Paris', 'nowhere', 'San Juan', 'St. Paul', ',', '()']),
    postalCode: cell(['28001', '8001', '90012', '501', 'SW1A 1AA', '00000', '96799', '96910', '34001'])
  })

  test('a point is on the earth, and codes agree with each other', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = findPlace(facts)
        if (found.kind === 'unplaced') return
        const { country, subdivision, community, county } = found.codes
        expect(Math.abs(found.longitude) <= 180 && Math.abs(found.latitude) <= 90).toBe(true)
        expect(lists.countryByName.has(country.toLowerCase())).toBe(true)
        if (community !== null) expect([country, lists.communities.layer.indexOf.has(community)]).toEqual(['ES', true])
        const province = lists.provinces.layer.regions[lists.provinces.layer.indexOf.get(subdivision ?? '') ?? -1]
        if (province !== undefined) expect(community).toBe(province.parent)
        if (county !== null)
          expect(lists.counties.layer.regions[lists.counties.layer.indexOf.get(county)!]!.parent).toBe(subdivision)
      }),
      { numRuns: 2000 }
    )
  })

  test('capitals, accents and blanks around make no difference', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const changed = (text: string | null) => (text === null ? null : ` ${text.toUpperCase()}  `)
        const loud = {
          ...facts,
          country: changed(facts.country),
          region: changed(facts.region),
          city: changed(facts.city),
          postalCode: changed(facts.postalCode)
        }
        expect(findPlace(loud)).toEqual(findPlace(facts))
      })
    )
  })

  test('every province, state and country is found by its own code and by its names', () => {
    const all = [lists.provinces, lists.states].flatMap(({ layer }) => layer.regions)
    for (const { code, name, nameEs } of all)
      for (const region of [code, name, nameEs ?? name]) {
        const found = findPlace({ country: code.slice(0, 2), region })
        expect([region, codesOf(found)]).toEqual([region, `${code.slice(0, 2)} ${code}`])
      }
    for (const { code, name, nameEs } of lists.countries.layer.regions)
      for (const country of [code, name, nameEs!].filter((word) => word !== 'NA'))
        expect([country, codesOf(findPlace({ country }))]).toEqual([country, code])
  })

  test('every postal code of Spain is in the province of its first two digits, on the land', () => {
    for (let province = 1; province <= 52; province++)
      for (const rest of ['001', '099', '100', '999']) {
        const digits = `${String(province).padStart(2, '0')}${rest}`
        const [bySaying, lost] = [digits, String(Number(digits))].map((postalCode) =>
          findPlace({ country: 'ES', postalCode })
        )
        expect(lost).toEqual(bySaying)
        if (bySaying!.kind === 'unplaced') throw new Error(digits)
        expect(lists.provinceByIne.get(digits.slice(0, 2))!.subdivision).toBe(bySaying!.codes.subdivision)
        const there = findPlace({ longitude: bySaying!.longitude, latitude: bySaying!.latitude })
        expect([digits, codesOf(there)]).toEqual([digits, codesOf(bySaying!)])
      }
  })

  test('towns of Spain lie in their province, those of the United States in their state, save some on coasts and borders', () => {
    for (const prefix of ['ES-', 'US-']) {
      let [checked, elsewhere] = [0, 0]
      for (let town = 0; town < lists.towns.areaOf.length; town += 3) {
        const code = lists.towns.areas[lists.towns.areaOf[town]!]!.subdivision
        if (code === null || !code.startsWith(prefix)) continue
        const [longitude, latitude] = [lists.towns.figures[3 * town]! / 100, lists.towns.figures[3 * town + 1]! / 100]
        const found = findPlace({ longitude, latitude })
        checked++
        if (found.kind === 'unplaced' || found.codes.subdivision !== code) elsewhere++
      }
      expect(checked).toBeGreaterThan(2700)
      expect(elsewhere / checked).toBeLessThan(0.01)
    }
  })

  test('twenty thousand accounts are placed in a moment', () => {
    const names = [...lists.towns.byName.keys()]
    const facts = Array.from(
      { length: 20_000 },
      (_, account): PlaceFacts => ({
        country: ['España', 'United States', 'Germany', 'France'][account % 4]!,
        region: ['Madrid', 'Texas', 'Bayern', null][account % 4]!,
        city: names[(account * 3) % names.length]!,
        postalCode: String(10_000 + account)
      })
    )
    const times = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage()
      for (const each of facts) findPlace(each)
      return process.cpuUsage(before).user / 1000
    })
    expect(Math.min(...times)).toBeLessThan(600)
  })
})
