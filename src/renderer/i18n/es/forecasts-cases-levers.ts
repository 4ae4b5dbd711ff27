// The words about levers of cases, in Spanish.
import type { caseLevers as english } from '../en/forecasts-cases-levers.ts'
import type { Texts } from '../texts.ts'

export const caseLevers: Texts<typeof english> = {
  title: 'Palancas',
  moved_one: '{{count}} palanca movida',
  moved_other: '{{count}} palancas movidas',
  movedNone: 'No hay ninguna palanca movida: el caso es la previsión tal cual.',
  locked: 'El escenario está bloqueado: sus casos se pueden ver, no mover.',
  groups: {
    selling: 'Venta',
    people: 'Vendedores',
    customers: 'Clientes',
    calendar: 'Temporada y divisas'
  },
  names: {
    winRate: 'Tasa de cierre',
    dealSize: 'Ticket medio',
    cycle: 'Ciclo de venta',
    leads: 'Oportunidades creadas',
    price: 'Precio',
    startDelay: 'Retraso de altas',
    ramp: 'Rampa',
    attrition: 'Rotación',
    churn: 'Pérdida de clientes',
    expansion: 'Expansión',
    seasonality: 'Estacionalidad',
    exchangeRate: 'Tipo de cambio'
  },
  rateOf: 'Tipo de cambio {{currency}}',
  hires: 'Altas',
  others: 'Las pequeñas juntas',
  how: {
    winRate: 'Multiplica lo que se cierra desde entonces, de oportunidades abiertas y de las que aún no existen.',
    dealSize: 'Multiplica lo que traen las oportunidades creadas desde entonces. Las abiertas conservan su importe.',
    cycle:
      'Mueve los cierres esos días. Lo que pasa del fin de año se pierde para el año; un ciclo más corto adelanta lo que vendría después.',
    leads: 'Multiplica cuántas oportunidades se crean desde entonces. Llegan con lo que tardan en cerrarse.',
    price:
      'Cambia el precio de las oportunidades creadas desde entonces, menos el volumen que pierde un precio más alto. Las ofertas ya enviadas conservan el suyo.',
    startDelay: 'Las altas previstas empiezan esos meses más tarde.',
    ramp: 'Alarga o acorta los meses hasta que las altas, y quienes cubren vacantes, venden a pleno rendimiento.',
    attrition:
      'Puntos de vendedores al año que se van por encima de lo habitual. Falta lo que harían hasta que se cubre su puesto y el nuevo rinde del todo.',
    churn: 'Puntos de clientes al año que dejan de comprar por encima de lo habitual. Se acumula por igual, mes a mes.',
    expansion:
      'Puntos al año que los clientes actuales compran por encima de lo habitual. Se acumula por igual, mes a mes.',
    seasonality:
      'Hace más fuertes los meses fuertes y más flojos los flojos; bajo cero, más parejos. El año no cambia.',
    exchangeRate: 'La divisa vale eso más o menos. Mueve la parte de cada mes que se vende en ella.'
  },
  measured: {
    winRate_one: 'Hoy {{value}} de {{count}} oportunidad cerrada',
    winRate_other: 'Hoy {{value}} de {{count}} oportunidades cerradas',
    dealSize_one: 'Hoy {{value}}, media de {{count}} oportunidad ganada',
    dealSize_other: 'Hoy {{value}}, media de {{count}} oportunidades ganadas',
    cycle_one: 'Hoy {{value}}, mediana de {{count}} oportunidad ganada',
    cycle_other: 'Hoy {{value}}, mediana de {{count}} oportunidades ganadas',
    leads_one: 'Hoy {{value}} al mes, media de {{count}} mes',
    leads_other: 'Hoy {{value}} al mes, media de {{count}} meses',
    ramp: 'Hoy {{value}}',
    attrition_one: 'Hoy {{value}} al año, {{count}} vendedor',
    attrition_other: 'Hoy {{value}} al año, {{count}} vendedores',
    churn_one: 'Hoy {{value}} al año de {{count}} cliente',
    churn_other: 'Hoy {{value}} al año de {{count}} clientes',
    expansion_one: 'Hoy {{value}} al año, {{count}} cliente',
    expansion_other: 'Hoy {{value}} al año, {{count}} clientes',
    exchangeRate: '{{value}} de lo vendido últimamente',
    unknown: 'Los datos no dicen cuánto es hoy'
  },
  becomes: '→ {{value}}',
  becomesRange: '→ {{value}} (de {{low}} a {{high}})',
  lacks: {
    existingRatio: 'No se puede mover: los datos no dicen qué parte de lo que viene es negocio con clientes actuales.',
    seasonality: 'No se puede mover: la estacionalidad necesita dos años completos de ventas.',
    currency: 'No mueve nada: últimamente no se ha vendido nada en esta divisa.',
    nothingToCome: 'No mueve nada: en este año ya no queda nada por venir.',
    hires: 'No mueve nada: no hay altas previstas.'
  },
  noCurrencies: 'Todo lo vendido últimamente es en {{currency}}: ningún tipo de cambio lo mueve.',
  amounts: {
    days_one: '{{value}} día',
    days_other: '{{value}} días',
    months_one: '{{value}} mes',
    months_other: '{{value}} meses',
    points_one: '{{value}} punto',
    points_other: '{{value}} puntos'
  },
  suffix: { change: '%', points: 'pp', days: 'días', months: 'meses' },
  spoken: {
    none: 'sin cambio',
    more: '{{value}} más',
    less: '{{value}} menos',
    with: '{{value}}, o sea {{becomes}}'
  },
  about: 'Unos ± {{value}}',
  aboutUneven: '{{below}} por debajo y {{above}} por encima del valor',
  aboutNone: 'Sin rango: se da por seguro',
  parameters: {
    volumeLossRatio: 'Volumen perdido por cada 1 % de precio',
    backfillMonths: 'Meses hasta cubrir un puesto'
  },
  now: 'Desde ya',
  between: 'entre',
  and: 'y',
  more: 'Rango y primer mes de {{name}}',
  outsideYear: '{{key}} (fuera de este año)',
  fields: {
    value: '{{name}}, cambio',
    low: '{{name}}, mínimo',
    high: '{{name}}, máximo',
    from: '{{name}}, desde'
  },
  reset: 'Dejar {{name}} sin cambio',
  effect: {
    amongOthers: 'poco',
    amongOthersHelp: 'Mueve el año menos que las demás y se cuenta con las pequeñas juntas.'
  },
  why: {
    title: 'Por qué {{name}} aporta {{amount}}',
    change: 'Cambio',
    becomes: 'Pasa a',
    from: 'Desde',
    low: 'El año con ella en su mínimo',
    high: 'El año con ella en su máximo',
    part: 'Su parte de la diferencia con la previsión',
    shares:
      'Lo que las palancas aportan juntas se reparte por igual entre los órdenes en que podrían moverse (valores de Shapley), así que las partes suman la diferencia exacta.',
    event:
      'Los eventos no actúan sobre las palancas ni ellas sobre ellos: la parte es lo que el evento suma por sí solo.'
  },
  problems: {
    notANumber: 'No es un número',
    notInOrder: 'Mínimo, valor y máximo no están en orden',
    outOfBounds: 'De {{low}} a {{high}}',
    notWhole: 'Un número entero de {{low}} a {{high}}',
    notAChance: 'De 0 % a 100 %',
    noName: 'Necesita un nombre',
    usedName: 'Otro evento tiene este nombre'
  },
  notes: {
    title: 'Conviene saber',
    noYield: 'Los datos no dicen cuánto vende un vendedor: las altas no suman nada.',
    hiresStarted_one:
      '{{count}} alta prevista ya habría empezado: se suma a los vendedores de hoy, entre los que puede estar.',
    hiresStarted_other:
      '{{count}} altas previstas ya habrían empezado: se suman a los vendedores de hoy, entre los que pueden estar.',
    noRamp:
      'No hay rampa medida: los nuevos cuentan a pleno rendimiento desde el primer día, salvo lo que diga la palanca de rampa.',
    noCloseLag:
      'No consta cuánto pasa de crear a ganar: las oportunidades cuentan como cerradas el mes en que se crean.',
    atBound: 'Con estos datos no pasa de {{bound}}: se calcula ahí.',
    afterTooShort:
      'Un ciclo tanto más corto llega más allá de los meses previstos tras el año: falta parte de lo que adelanta.'
  },
  hiring: {
    title: 'Altas previstas',
    today_one: '{{count}} vendedor hoy',
    today_other: '{{count}} vendedores hoy',
    heads: '{{first}} en {{from}}, {{last}} en {{to}}',
    yield: 'a pleno rendimiento uno vende {{amount}} al mes',
    ramp: 'tras una rampa de {{months}}',
    brings: 'En el año',
    empty: 'No hay altas previstas en este caso.',
    name: 'Quién',
    count: 'Cuántos',
    start: 'Inicio',
    add: 'Añadir altas',
    remove: 'Quitar {{name}}',
    unnamed: 'estas altas',
    newName: 'Vendedores nuevos',
    fields: { name: 'Altas {{at}}, quién', count: 'Altas {{at}}, cuántos', start: 'Altas {{at}}, inicio' }
  },
  events: {
    title: 'Eventos',
    subtitle: 'El lanzamiento de un producto, una feria, un gran cliente perdido: importes aparte de las palancas.',
    empty: 'No hay eventos en este caso.',
    add: 'Añadir evento',
    newName: 'Evento',
    numbered: 'Evento {{number}}',
    remove: 'Quitar {{name}}',
    name: 'Evento',
    start: 'Inicio',
    months: 'Meses',
    monthsHelp: 'Vacío: hasta el fin de año',
    toEnd: 'hasta el fin',
    unit: 'Aporta',
    units: { amount: 'Importe al mes', ratio: '% de lo que viene' },
    low: 'Mínimo',
    middle: 'Medio',
    high: 'Máximo',
    chance: 'Probabilidad',
    brings: 'En el año'
  }
}
