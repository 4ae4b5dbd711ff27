// Names of countries as they stand in spreadsheets: in English, Spanish and other languages of Europe, in the country's own languages, and
// what people write instead. By CLDR as this Node has it; which of them a name means is only said where it means one country.
import { countries } from '../../src/shared/geography/countries.ts'
import { comparableName } from '../../src/shared/geography/place-name.ts'

const languages = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'ca',
  'gl',
  'eu',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr'
]

/** Beside those of CLDR. */
const alsoWritten: Readonly<Record<string, readonly string[]>> = {
  US: [
    'USA',
    'U.S.A.',
    'US',
    'U.S.',
    'EE. UU.',
    'EEUU',
    'EUA',
    'America',
    'The United States',
    'United States of America',
    'Estados Unidos de América',
    'États-Unis d’Amérique'
  ],
  GB: [
    'UK',
    'U.K.',
    'Great Britain',
    'Britain',
    'Gran Bretaña',
    'England',
    'Inglaterra',
    'Scotland',
    'Escocia',
    'Wales',
    'Gales',
    'Northern Ireland',
    'Irlanda del Norte',
    'United Kingdom of Great Britain and Northern Ireland',
    'The United Kingdom'
  ],
  KR: [
    'Korea',
    'South Korea',
    'Corea',
    'Republic of Korea',
    'Korea, Republic of',
    'Korea, South',
    'Corea del Sur',
    'República de Corea'
  ],
  KP: [
    'North Korea',
    'Corea del Norte',
    "Democratic People's Republic of Korea",
    "Korea, Democratic People's Republic of"
  ],
  NL: ['Holland', 'Holanda', 'The Netherlands', 'Países Bajos'],
  CZ: ['Czech Republic', 'República Checa', 'Chequia'],
  AE: ['UAE', 'U.A.E.', 'EAU', 'Emiratos Árabes', 'Emirates'],
  RU: ['Russian Federation', 'Federación Rusa', 'Federación de Rusia'],
  CN: ['PRC', "People's Republic of China", 'Mainland China', 'República Popular China'],
  TW: ['Taiwan, Province of China', 'Taiwan R.O.C.', 'ROC'],
  HK: ['Hong Kong', 'Hong Kong SAR', 'Hongkong'],
  MO: ['Macau', 'Macao', 'Macao SAR'],
  VN: ['Viet Nam', 'Vietnam'],
  IR: ['Iran, Islamic Republic of', 'Islamic Republic of Iran'],
  SY: ['Syrian Arab Republic', 'República Árabe Siria'],
  VE: ['Venezuela, Bolivarian Republic of', 'Bolivarian Republic of Venezuela', 'República Bolivariana de Venezuela'],
  BO: ['Bolivia, Plurinational State of', 'Plurinational State of Bolivia', 'Estado Plurinacional de Bolivia'],
  TZ: ['Tanzania, United Republic of', 'United Republic of Tanzania'],
  MD: ['Moldova, Republic of', 'Republic of Moldova', 'República de Moldavia'],
  MK: ['Macedonia', 'North Macedonia', 'Macedonia del Norte', 'FYROM'],
  LA: ["Lao People's Democratic Republic", 'Lao PDR'],
  CD: [
    'DRC',
    'DR Congo',
    'Democratic Republic of the Congo',
    'Congo, Democratic Republic of the',
    'Congo, The Democratic Republic of the',
    'Congo-Kinshasa',
    'República Democrática del Congo'
  ],
  CG: ['Republic of the Congo', 'Congo-Brazzaville', 'Congo, Republic of the', 'República del Congo'],
  CI: ['Ivory Coast', 'Costa de Marfil', "Cote d'Ivoire"],
  CV: ['Cape Verde', 'Cabo Verde'],
  SZ: ['Swaziland', 'Swazilandia', 'Eswatini'],
  MM: ['Burma', 'Birmania', 'Myanmar'],
  TR: ['Turkey', 'Türkiye', 'Turkiye'],
  IE: ['Republic of Ireland', 'Eire', 'República de Irlanda'],
  VA: ['Vatican', 'Holy See', 'Vaticano', 'Santa Sede'],
  PS: ['Palestine', 'Palestina', 'State of Palestine', 'Palestine, State of'],
  BN: ['Brunei Darussalam'],
  TL: ['East Timor', 'Timor Oriental'],
  FM: ['Micronesia, Federated States of', 'Federated States of Micronesia'],
  DE: ['Germany, Federal Republic of', 'Federal Republic of Germany', 'BRD'],
  ES: ['Kingdom of Spain', 'Reino de España', 'Estado español'],
  DO: ['República Dominicana', 'Rep. Dominicana'],
  SA: ['KSA', 'Arabia Saudí', 'Arabia Saudita', 'Kingdom of Saudi Arabia'],
  ZA: ['RSA', 'Republic of South Africa', 'Suráfrica'],
  NZ: ['Aotearoa'],
  BA: ['Bosnia', 'Bosnia-Herzegovina', 'Bosnia y Herzegovina'],
  TT: ['Trinidad', 'Trinidad y Tobago', 'Trinidad and Tobago'],
  KN: ['Saint Kitts and Nevis', 'San Cristóbal y Nieves', 'St. Kitts and Nevis'],
  LC: ['Saint Lucia', 'Santa Lucía', 'St. Lucia'],
  VC: [
    'Saint Vincent and the Grenadines',
    'San Vicente y las Granadinas',
    'St. Vincent and the Grenadines',
    'Saint Vincent'
  ],
  GM: ['The Gambia', 'Gambia, The'],
  BS: ['The Bahamas', 'Bahamas, The']
}

/** Later lists give way to earlier ones: what English or Spanish mean by a word counts before another language. */
export function makeCountryNames(): Record<string, string[]> {
  const owner = new Map<string, string | null>()
  const claim = (claims: readonly (readonly [name: string, code: string])[]): void => {
    const found = new Map<string, string | null>()
    for (const [name, code] of claims) {
      const key = comparableName(name)
      if (key === '' || owner.has(key)) continue
      found.set(key, found.has(key) && found.get(key) !== code ? null : code)
    }
    for (const [key, code] of found) owner.set(key, code)
  }
  const codes = countries.map(({ alpha2 }) => alpha2)
  claim(
    countries.flatMap(
      ({ alpha2, alpha3 }) =>
        [
          [alpha2, alpha2],
          [alpha3, alpha2]
        ] as const
    )
  )
  claim(Object.entries(alsoWritten).flatMap(([code, names]) => names.map((name) => [name, code] as const)))
  for (const language of languages)
    claim(codes.flatMap((code) => namesIn(language, code).map((name) => [name, code] as const)))
  claim(
    codes.flatMap((code) =>
      namesIn(new Intl.Locale(`und-${code}`).maximize().language, code).map((name) => [name, code] as const)
    )
  )
  const names: Record<string, string[]> = Object.fromEntries([...codes].sort().map((code) => [code, []]))
  for (const [name, code] of owner) if (code !== null) names[code]!.push(name)
  return names
}

/** Long and short; with "and" for the sign, which `comparableName` reads in English only. */
function namesIn(language: string, code: string): string[] {
  return (['long', 'short'] as const).flatMap((style) => {
    const name = new Intl.DisplayNames([language], { type: 'region', style }).of(code) ?? code
    return name === code ? [] : [name, name.replace(/ \(.*\)$/, '')]
  })
}
