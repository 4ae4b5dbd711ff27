// States of the United States, the District of Columbia and the inhabited territories: FIPS code (which starts a county's code), ISO 3166-2,
// names and older abbreviations, and the first three digits of their ZIP codes.

export interface UnitedStatesState {
  readonly fips: string
  readonly iso: string
  readonly name: string
  readonly nameEs?: string
  readonly otherNames: readonly string[]
  /** Ranges of the first three digits, both ends included. */
  readonly zipPrefixes: readonly (readonly [from: number, to: number])[]
}

const state = (
  fips: string,
  letters: string,
  name: string,
  zipPrefixes: readonly (readonly [number, number])[],
  names: { es?: string; others?: readonly string[] } = {}
): UnitedStatesState => ({
  fips,
  iso: `US-${letters}`,
  name,
  ...(names.es === undefined ? {} : { nameEs: names.es }),
  otherNames: [letters, ...(names.others ?? [])],
  zipPrefixes
})

/** ZIP prefixes from the list of three-digit prefixes of the Postal Service (L002); military and unassigned ones belong to no state. */
export const unitedStates: readonly UnitedStatesState[] = [
  state(
    '01',
    'AL',
    'Alabama',
    [
      [350, 352],
      [354, 369]
    ],
    { others: ['Ala'] }
  ),
  state('02', 'AK', 'Alaska', [[995, 999]]),
  state(
    '04',
    'AZ',
    'Arizona',
    [
      [850, 853],
      [855, 857],
      [859, 860],
      [863, 865]
    ],
    { others: ['Ariz'] }
  ),
  state('05', 'AR', 'Arkansas', [[716, 729]], { others: ['Ark'] }),
  state(
    '06',
    'CA',
    'California',
    [
      [900, 908],
      [910, 928],
      [930, 961]
    ],
    { others: ['Calif', 'Cal'] }
  ),
  state('08', 'CO', 'Colorado', [[800, 816]], { others: ['Colo'] }),
  state('09', 'CT', 'Connecticut', [[60, 69]], { others: ['Conn'] }),
  state('10', 'DE', 'Delaware', [[197, 199]], { others: ['Del'] }),
  state(
    '11',
    'DC',
    'District of Columbia',
    [
      [200, 200],
      [202, 205],
      [569, 569]
    ],
    {
      es: 'Distrito de Columbia',
      others: ['D.C.', 'Washington DC', 'Washington D.C.', 'Washington, DC', 'Washington, D.C.']
    }
  ),
  state(
    '12',
    'FL',
    'Florida',
    [
      [320, 339],
      [341, 342],
      [344, 344],
      [346, 347],
      [349, 349]
    ],
    { others: ['Fla'] }
  ),
  state('13', 'GA', 'Georgia', [
    [300, 319],
    [398, 399]
  ]),
  state('15', 'HI', 'Hawaii', [[967, 968]], { es: 'Hawái', others: ['Hawaiʻi'] }),
  state('16', 'ID', 'Idaho', [[832, 838]]),
  state(
    '17',
    'IL',
    'Illinois',
    [
      [600, 620],
      [622, 629]
    ],
    { others: ['Ill'] }
  ),
  state('18', 'IN', 'Indiana', [[460, 479]], { others: ['Ind'] }),
  state('19', 'IA', 'Iowa', [
    [500, 516],
    [520, 528]
  ]),
  state(
    '20',
    'KS',
    'Kansas',
    [
      [660, 662],
      [664, 679]
    ],
    { others: ['Kans', 'Kan'] }
  ),
  state('21', 'KY', 'Kentucky', [
    [400, 418],
    [420, 427]
  ]),
  state(
    '22',
    'LA',
    'Louisiana',
    [
      [700, 701],
      [703, 708],
      [710, 714]
    ],
    { es: 'Luisiana' }
  ),
  state('23', 'ME', 'Maine', [[39, 49]]),
  state('24', 'MD', 'Maryland', [
    [206, 212],
    [214, 219]
  ]),
  state(
    '25',
    'MA',
    'Massachusetts',
    [
      [10, 27],
      [55, 55]
    ],
    { others: ['Mass'] }
  ),
  state('26', 'MI', 'Michigan', [[480, 499]], { es: 'Míchigan', others: ['Mich'] }),
  state(
    '27',
    'MN',
    'Minnesota',
    [
      [550, 551],
      [553, 567]
    ],
    { others: ['Minn'] }
  ),
  state('28', 'MS', 'Mississippi', [[386, 397]], { es: 'Misisipi', others: ['Miss'] }),
  state(
    '29',
    'MO',
    'Missouri',
    [
      [630, 631],
      [633, 641],
      [644, 658]
    ],
    { es: 'Misuri' }
  ),
  state('30', 'MT', 'Montana', [[590, 599]], { others: ['Mont'] }),
  state(
    '31',
    'NE',
    'Nebraska',
    [
      [680, 681],
      [683, 693]
    ],
    { others: ['Neb', 'Nebr'] }
  ),
  state(
    '32',
    'NV',
    'Nevada',
    [
      [889, 891],
      [893, 895],
      [897, 898]
    ],
    { others: ['Nev'] }
  ),
  state('33', 'NH', 'New Hampshire', [[30, 38]], { es: 'Nuevo Hampshire', others: ['N.H.'] }),
  state('34', 'NJ', 'New Jersey', [[70, 89]], { es: 'Nueva Jersey', others: ['N.J.'] }),
  state(
    '35',
    'NM',
    'New Mexico',
    [
      [870, 871],
      [873, 884]
    ],
    { es: 'Nuevo México', others: ['N.M.', 'N. Mex.'] }
  ),
  state(
    '36',
    'NY',
    'New York',
    [
      [5, 5],
      [100, 149]
    ],
    { es: 'Nueva York', others: ['N.Y.', 'New York State'] }
  ),
  state('37', 'NC', 'North Carolina', [[270, 289]], { es: 'Carolina del Norte', others: ['N.C.', 'N. Carolina'] }),
  state('38', 'ND', 'North Dakota', [[580, 588]], { es: 'Dakota del Norte', others: ['N.D.', 'N. Dakota'] }),
  state('39', 'OH', 'Ohio', [[430, 459]]),
  state(
    '40',
    'OK',
    'Oklahoma',
    [
      [730, 731],
      [734, 741],
      [743, 749]
    ],
    { others: ['Okla'] }
  ),
  state('41', 'OR', 'Oregon', [[970, 979]], { es: 'Oregón', others: ['Ore'] }),
  state('42', 'PA', 'Pennsylvania', [[150, 196]], { es: 'Pensilvania', others: ['Penn', 'Penna'] }),
  state('44', 'RI', 'Rhode Island', [[28, 29]], { others: ['R.I.'] }),
  state('45', 'SC', 'South Carolina', [[290, 299]], { es: 'Carolina del Sur', others: ['S.C.', 'S. Carolina'] }),
  state('46', 'SD', 'South Dakota', [[570, 577]], { es: 'Dakota del Sur', others: ['S.D.', 'S. Dakota'] }),
  state('47', 'TN', 'Tennessee', [[370, 385]], { es: 'Tennessee', others: ['Tenn'] }),
  state(
    '48',
    'TX',
    'Texas',
    [
      [733, 733],
      [750, 770],
      [772, 799],
      [885, 885]
    ],
    { es: 'Texas', others: ['Tejas', 'Tex'] }
  ),
  state('49', 'UT', 'Utah', [[840, 847]]),
  state('50', 'VT', 'Vermont', [
    [50, 54],
    [56, 59]
  ]),
  state('51', 'VA', 'Virginia', [
    [201, 201],
    [220, 246]
  ]),
  state(
    '53',
    'WA',
    'Washington',
    [
      [980, 986],
      [988, 994]
    ],
    { others: ['Wash', 'Washington State'] }
  ),
  state('54', 'WV', 'West Virginia', [[247, 268]], { es: 'Virginia Occidental', others: ['W. Va.', 'W. Virginia'] }),
  state(
    '55',
    'WI',
    'Wisconsin',
    [
      [530, 532],
      [534, 535],
      [537, 549]
    ],
    { others: ['Wis', 'Wisc'] }
  ),
  state('56', 'WY', 'Wyoming', [[820, 831]], { others: ['Wyo'] }),
  state('60', 'AS', 'American Samoa', [], { es: 'Samoa Americana' }),
  state('66', 'GU', 'Guam', []),
  state('69', 'MP', 'Northern Mariana Islands', [], {
    es: 'Islas Marianas del Norte',
    others: ['Commonwealth of the Northern Mariana Islands']
  }),
  state('72', 'PR', 'Puerto Rico', [
    [6, 7],
    [9, 9]
  ]),
  state('78', 'VI', 'U.S. Virgin Islands', [[8, 8]], {
    es: 'Islas Vírgenes de los Estados Unidos',
    others: ['United States Virgin Islands', 'Virgin Islands']
  })
]
