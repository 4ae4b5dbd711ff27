// The words of looking for a better plan, in Spanish.
import type { territoryAlign as english } from '../en/territories-align.ts'
import type { Texts } from '../texts.ts'

export const territoryAlign: Texts<typeof english> = {
  align: {
    finding: 'Pide un plan mejor, mira qué aporta cada cambio y quédate con lo que convenza.',
    goal: 'Lo que se pide',
    keepLow: 'Reducir',
    noPlaces: 'De ninguna cuenta se sabe más que el país, así que las distancias no dicen nada.',
    aims: {
      travel: {
        name: 'Viajes: visitas × km',
        how: 'Las cuentas de más visitas quedan cerca. Lo que casi todos entienden por viajar menos.'
      },
      km: { name: 'Distancia: km', how: 'Cada cuenta cuenta una vez, se visite lo que se visite.' },
      even: { name: 'Desequilibrio', how: 'Lo más equilibrado posible, con pocos cambios.' },
      calm: { name: 'Cambios', how: 'Los menos cambios que hacen falta para cumplir los límites.' },
      own: { name: 'Pesos propios', how: 'Una suma ponderada de todos.' }
    },
    weights: {
      visitKm: 'Por visita-km',
      km: 'Por km',
      imbalance: 'Por punto de equilibrio',
      disruption: 'Por cuenta movida'
    },
    balance: 'Equilibrio',
    balanceOf: 'De',
    band: 'Dentro de ±',
    bandHelp: 'Del objetivo de cada territorio, según su capacidad. Vacío: sin banda.',
    limitOn: 'Otra medida',
    addLimit: 'Limitar otra medida',
    removeLimit: 'Quitar este límite',
    moves: 'Como mucho se mueve',
    moveLimits: { accounts: 'De las cuentas', revenue: 'De las ventas', openPipeline: 'De la cartera' },
    movesHelp: 'Partes de lo que hoy está en un territorio. Vacío: sin límite.',
    stays: 'Se queda donde está',
    locks: {
      manual: 'Cuentas colocadas a mano',
      openDeals: 'Cuentas con oportunidades abiertas',
      customers: 'Clientes (cuentas con ventas)'
    },
    withUnassigned: 'Colocar también las cuentas sin asignar',
    notIn: '{{account}} nunca en {{territory}}',
    account: 'Cuenta',
    neverIn: 'Nunca en',
    addPair: 'Prohibir una cuenta en un territorio',
    removePair: 'Volver a permitirlo',
    asAWhole: 'En bloque',
    oneByOne: 'Cada cuenta por separado',
    regions: {
      'es-provinces': 'Provincias de España, de una pieza',
      'us-counties': 'Condados de Estados Unidos, de una pieza',
      'us-states': 'Estados de Estados Unidos, de una pieza',
      countries: 'Países, de una pieza'
    },
    regionsHelp: 'Con regiones, cada una se mueve entera y cada territorio queda unido en el mapa.',
    seed: 'Intento',
    seedLabel: 'N.º {{seed}}',
    seedHelp: 'El mismo intento con la misma pregunta da el mismo plan.',
    run: 'Buscar un plan mejor',
    stop: 'Parar y quedarse con el mejor',
    searching: 'Buscando un plan mejor',
    soFar: 'a {{gap}} como mucho del mejor posible',
    stopped: 'Se paró antes del final: el mejor plan hasta entonces.',
    empty: 'Di qué reducir y qué equilibrar, y deja que la máquina proponga un plan. Nada cambia hasta que lo aceptes.',
    tooFew: 'Un plan necesita al menos dos territorios entre los que elegir.',
    show: 'Qué se muestra',
    shown: { moves: 'Cambios', territories: 'Territorios', map: 'Mapa' },
    acceptAll_one: 'Aceptar el cambio',
    acceptAll_other: 'Aceptar los {{count}} cambios',
    acceptSome_one: 'Aceptar este cambio',
    acceptSome_other: 'Aceptar estos {{count}} cambios',
    facts: {
      balance: 'Índice de equilibrio',
      deviation: 'Mayor desviación',
      visitKm: 'Visitas-km al año',
      km: 'Km a todas las cuentas',
      moved: 'Se mueven',
      gap: 'Del mejor, como mucho'
    },
    factUnknown: 'No se conoce ningún lugar',
    noBound: 'Para esta pregunta no se conoce una cota',
    today: 'hoy {{value}}',
    ofAccounts: 'de {{total}} cuentas',
    gap: {
      title: 'A cuánto está como mucho este plan del mejor posible',
      explain:
        'Unos precios sobre la carga de cada territorio dan una cifra de la que no puede bajar ningún plan que cumpla los límites. El mejor plan posible está entre esa cifra y este plan.',
      cost: 'Este plan',
      bound: 'Ningún plan baja de',
      formula: '(este plan − cota) ÷ cota',
      difference: 'este plan − cota',
      apart: '{{value}} sobre la cota',
      note: 'Cota lagrangiana del problema de asignación generalizada (Fisher 1981). La distancia real es menor o igual.'
    },
    withoutPlace_one: 'De una cuenta no se conoce el lugar: allí la distancia no cuenta.',
    withoutPlace_other: 'De {{count}} cuentas no se conoce el lugar: allí la distancia no cuenta.',
    notKept: 'No se puede cumplir todo lo que se pidió. El plan que menos se aparta:',
    andMore: '{{count}} más',
    shortfalls: {
      band: '{{name}}: {{deviation}} frente a una banda de ±{{band}}',
      limit: '{{name}}: {{measure}} {{deviation}} frente a una banda de ±{{band}}',
      moves: 'se mueve {{moved}}, frente a un límite de {{limit}}',
      connected: '{{name}} queda en {{pieces}} trozos',
      noTerritory: '{{name}} no puede ir a ningún territorio'
    },
    taken: '{{taken}} de {{total}} cambios ya están hechos o ya no son posibles',
    allTaken: 'Todos los cambios de este plan están hechos.',
    movesTable: 'Cambios propuestos',
    movesTotal_one: 'Un cambio',
    movesTotal_other: '{{count}} cambios',
    noMoves: 'El plan actual no se puede mejorar con lo que se pidió.',
    noRelationship: 'Sin ventas con el vendedor que la perdería',
    territoriesTable: 'Territorios antes y después',
    territoriesTotal_one: 'Un territorio',
    territoriesTotal_other: '{{count}} territorios',
    columns: {
      account: 'Cuenta',
      from: 'De',
      to: 'A',
      balance: 'Equilibrio',
      balanceHint: 'Puntos del índice de equilibrio que aporta este cambio por sí solo, sobre lo de hoy',
      visitKm: 'Visitas-km',
      visitKmHint: 'Visitas al año × km desde la base; menos es mejor',
      km: 'Km',
      won: 'Ventas',
      open: 'Cartera',
      years: 'Años de trato',
      group: 'Juntos',
      groupHint: 'Los cambios con el mismo número solo funcionan juntos',
      territory: 'Territorio',
      load: { before: '{{measure}} hoy', after: '{{measure}} después' },
      deviationBefore: 'Desvío',
      deviationAfter: 'Después',
      accountsBefore: 'Cuentas',
      accountsAfter: 'Después',
      visitKmChange: 'Visitas-km'
    },
    maps: { before: 'Hoy', after: 'Con el plan' },
    mapOf: 'Mapa de',
    mapSummary: 'Las tablas de cambios y de territorios dicen lo mismo.'
  }
}
