// The words of the map of territories in Spanish.
import type { territoryMap as english } from '../en/territories-map.ts'
import type { Texts } from '../texts.ts'

export const territoryMap: Texts<typeof english> = {
  map: {
    title: 'Mapa de los territorios',
    summary:
      '{{accounts}} cuentas en {{territories}} territorios. El resumen y la lista de cuentas dicen lo mismo en tablas.',
    finding_one: 'Un territorio en el mapa;',
    finding_other: '{{count}} territorios en el mapa;',
    failed: 'No se pudo leer el mapa. Las tablas de las otras pestañas muestran lo mismo.',
    layer: 'Mapa',
    layers: {
      'world-countries': 'Mundo, países',
      'us-states': 'Estados Unidos, estados',
      'us-counties': 'Estados Unidos, condados',
      'es-communities': 'España, comunidades',
      'es-provinces': 'España, provincias',
      list: 'Partes de países, lista'
    },
    list: {
      title: 'Partes de países',
      country: 'País',
      name: 'Parte',
      code: 'ISO 3166-2',
      territory: 'Sobre todo en',
      territoryHint: 'El territorio que tiene más de sus cuentas',
      countryAlone: 'Solo se conoce el país',
      total_one: 'Una parte',
      total_other: '{{count}} partes',
      empty: 'De ninguna cuenta se conoce el país.'
    },
    colourBy: 'Color de las regiones',
    byTerritory: 'Territorio',
    byMeasure: 'Medida',
    unassigned: 'Sin asignar',
    byHand: 'a mano',
    noAccounts: 'Aquí no hay cuentas',
    accounts_one: 'Una cuenta',
    accounts_other: '{{count}} cuentas',
    selected_one: 'Una cuenta seleccionada',
    selected_other: '{{count}} cuentas seleccionadas',
    assign: 'Mover a…',
    clear: 'Quitar',
    reason: 'Movida en el mapa',
    live: {
      index: 'Su índice: {{before}} → {{after}}',
      balance: 'Equilibrio del conjunto: {{before}} → {{after}}'
    },
    placed: '{{placed}} de {{total}} cuentas en este mapa',
    elsewhere: 'Situadas, pero no en este mapa',
    coarse_one: 'una situada solo por región o país',
    coarse_other: '{{count}} situadas solo por región o país',
    coarseNote: 'Están en el centro de su región o país, y sus distancias son igual de aproximadas.',
    unplacedNote: 'Una columna con código postal, ciudad, o longitud y latitud las sitúa en la próxima importación.',
    placedBy: {
      coordinates: 'Por coordenadas',
      postalCode: 'Por código postal',
      city: 'Por ciudad',
      region: 'Por región, en su centro',
      country: 'Por país, en su centro',
      none: 'Lugar desconocido'
    },
    unplacedBecause: {
      noFacts: 'Nada dice dónde está',
      unknownWords: 'Palabras que ninguna lista de lugares conoce',
      severalPlaces: 'Un nombre que tienen varios lugares',
      contradiction: 'Datos de lugar que se contradicen',
      badCoordinates: 'Coordenadas que no caen en ninguna parte'
    }
  }
}
