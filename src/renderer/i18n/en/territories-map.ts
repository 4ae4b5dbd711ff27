// The words of the map of territories in English.
export const territoryMap = {
  map: {
    title: 'Map of the territories',
    summary:
      '{{accounts}} accounts in {{territories}} territories. The overview and the list of accounts say the same as tables.',
    finding_one: 'One territory on the map;',
    finding_other: '{{count}} territories on the map;',
    failed: 'The map could not be read. The tables of the other tabs show the same.',
    layer: 'Map',
    layers: {
      'world-countries': 'World, countries',
      'us-states': 'United States, states',
      'us-counties': 'United States, counties',
      'es-communities': 'Spain, communities',
      'es-provinces': 'Spain, provinces',
      list: 'Parts of countries, list'
    },
    list: {
      title: 'Parts of countries',
      country: 'Country',
      name: 'Part',
      code: 'ISO 3166-2',
      territory: 'Mostly in',
      territoryHint: 'The territory that holds most of its accounts',
      countryAlone: 'Known by the country alone',
      total_one: 'One part',
      total_other: '{{count}} parts',
      empty: 'No account is known to lie in a country.'
    },
    colourBy: 'Colour of regions',
    byTerritory: 'Territory',
    byMeasure: 'Measure',
    unassigned: 'Unassigned',
    byHand: 'by hand',
    noAccounts: 'No accounts here',
    accounts_one: 'One account',
    accounts_other: '{{count}} accounts',
    selected_one: 'One account selected',
    selected_other: '{{count}} accounts selected',
    assign: 'Move to…',
    clear: 'Clear',
    reason: 'Moved on the map',
    live: {
      index: 'Its index: {{before}} → {{after}}',
      balance: 'Balance of all: {{before}} → {{after}}'
    },
    placed: '{{placed}} of {{total}} accounts on this map',
    elsewhere: 'Placed, but not on this map',
    coarse_one: 'one placed only by region or country',
    coarse_other: '{{count}} placed only by region or country',
    coarseNote: 'Those stand in the middle of their region or country, and their distances are as rough as that.',
    unplacedNote: 'A column with postal code, city, or longitude and latitude places them at the next import.',
    placedBy: {
      coordinates: 'By coordinates',
      postalCode: 'By postal code',
      city: 'By city',
      region: 'By region, at its middle',
      country: 'By country, at its middle',
      none: 'Place unknown'
    },
    unplacedBecause: {
      noFacts: 'Nothing says where it is',
      unknownWords: 'Words that no list of places knows',
      severalPlaces: 'A name that several places have',
      contradiction: 'Place words that contradict each other',
      badCoordinates: 'Coordinates that lie nowhere'
    }
  }
} as const
