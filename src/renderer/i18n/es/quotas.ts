// The words of quotas in Spanish.
import type { quotas as english } from '../en/quotas.ts'
import type { Texts } from '../texts.ts'

export const quotas: Texts<typeof english> = {
  title: 'Cuotas {{year}}',
  fiscalYear: '{{year}}',
  found: {
    none: 'Aún no hay cuotas para {{year}}.',
    exact_one: 'Un vendedor lleva {{amount}}: suma exactamente el objetivo.',
    exact_other: '{{count}} vendedores llevan {{amount}} en total: suma exactamente el objetivo.',
    over_one: 'Un vendedor lleva {{amount}}, {{difference}} más de lo que había que repartir.',
    over_other: '{{count}} vendedores llevan {{amount}} en total, {{difference}} más de lo que había que repartir.',
    under_one: 'Un vendedor lleva {{amount}}, {{difference}} menos de lo que había que repartir.',
    under_other: '{{count}} vendedores llevan {{amount}} en total, {{difference}} menos de lo que había que repartir.',
    noTarget_one: 'Un vendedor lleva {{amount}}; ningún objetivo dice cuánto debería sumar.',
    noTarget_other: '{{count}} vendedores llevan {{amount}} en total; ningún objetivo dice cuánto debería sumar.'
  },
  empty: 'Reparte un objetivo para dar a cada vendedor su cuota de cada mes.',
  noPlan: 'Crea primero un plan para un año fiscal: las cuotas pertenecen a uno de sus escenarios.',
  noSellers: 'Nadie lleva cuota en {{year}}: añade primero vendedores o gestores de cuentas.',
  toPeople: 'Ir a personas',
  toPlans: 'Ir a planes',
  allocate: 'Repartir un objetivo',
  clearAll: 'Vaciar todo',
  clearSeller: 'Vaciar estas cuotas',
  locked: 'El escenario está bloqueado',
  months: 'Meses',
  quarters: 'Trimestres',
  total_one: 'Un vendedor',
  total_other: '{{count}} vendedores',
  check: {
    label: '¿Cuadra la suma?',
    target: 'Objetivo',
    cushion: 'con {{cushion}} de sobreasignación',
    quotas: 'Cuotas',
    difference: 'Diferencia',
    sentence: '{{sum}} de {{street}}, diferencia {{difference}}',
    noTarget: 'aún sin objetivo',
    stacked: 'La sobreasignación esconde un fallo del mismo tamaño: los equipos lo notan y dejan de creer la cifra.'
  },
  columns: {
    seller: 'Vendedor',
    team: 'Equipo',
    year: 'Año',
    share: 'Parte',
    shareHint: 'Parte de todas las cuotas del año',
    lastYear: 'Ganado {{year}}',
    lastYearHint: 'Ventas ganadas del año fiscal anterior',
    growth: 'Crecimiento',
    growthHint: 'Cuota del año frente a las ventas del año anterior',
    months: 'Meses',
    monthsHint: 'Meses del año del plan en los que trabaja aquí',
    base: 'Ganado {{year}}',
    now: 'Ahora',
    new: 'Nueva',
    change: 'Cambio'
  },
  missing: {
    quota: 'Sin cuota',
    notWorking: 'No trabaja aquí en este periodo',
    lastYear: 'Ninguna venta ganada ese año',
    growth: 'No hay ventas anteriores con las que comparar',
    noTeam: 'Sin equipo'
  },
  panel: {
    title: 'Repartir un objetivo',
    subtitle: 'No se guarda nada hasta que lo apliques',
    target: 'Objetivo',
    typed: 'A mano',
    forecast: 'De la previsión',
    amount: 'Objetivo de {{year}}',
    cushion: 'Sobreasignación',
    cushionHelp:
      'Se reparte además del objetivo, para que unos compensen lo que falte a otros. De 0 a 5 % es moderado.',
    method: 'Método',
    baseYear: 'Año base',
    baseYearOption_one: '{{year}}: una venta ganada, {{amount}}',
    baseYearOption_other: '{{year}}: {{count}} ventas ganadas, {{amount}}',
    planYear: 'el propio año del plan',
    noHistory: 'Los vendedores sin historial reciben',
    noneWithout: 'Todos tienen historial en el año base.',
    without_one: 'Un vendedor no tiene historial utilizable en {{year}}: {{names}}.',
    without_other: '{{count}} vendedores no tienen historial utilizable en {{year}}: {{names}}.',
    andMore: '{{names}} y {{count}} más',
    phasing: 'Meses según',
    mixTotal: 'suma {{sum}}; se toma como proporción',
    apply: 'Aplicar',
    preview: 'Vista previa',
    leftOut: '{{amount}} del año base lo ganaron personas sin cuota en {{year}}, o nadie conocido.',
    otherCurrencies_one: 'Una venta en otra divisa no entra en ningún historial.',
    otherCurrencies_other: '{{count}} ventas en otras divisas no entran en ningún historial.',
    typeTarget: 'Escribe un objetivo para ver lo que recibe cada vendedor.',
    forecastOf: 'Previsión del {{date}}, {{periods}}: {{amount}}',
    whichForecast: 'Previsión guardada',
    of: {
      series: 'Ventas hasta hoy, {{date}}: {{amount}}',
      pipeline: 'Embudo, {{date}}: {{amount}}',
      case: '{{name}}, {{date}}: {{amount}}'
    },
    rank: 'Cuál de sus valores',
    ranks: { low: 'Bajo (80 %)', middle: 'Central', high: 'Alto (80 %)' },
    percentile: 'P{{percentile}}',
    handedOver: 'Entregado en {{at}}, con {{stretch}} encima',
    forecastBooked: '{{booked}} ya vendidos antes, {{middle}} previstos',
    forecastGap: 'Termina antes que el año del plan, así que no puede ser el objetivo del año.',
    noForecast: 'Ninguna previsión de toda la empresa en este escenario cubre {{year}}.',
    makeForecast: 'Hacer una',
    periods: '{{from}} a {{to}}'
  },
  methods: {
    history: 'Por historial',
    equal: 'A partes iguales',
    sameGrowth: 'Mismo crecimiento',
    blend: 'Mezcla'
  },
  methodHelp: {
    history: 'En proporción a lo que cada uno ganó en el año base, llevado a un año completo.',
    equal: 'Lo mismo para todos, mes a mes.',
    sameGrowth:
      'Todos crecen el mismo porcentaje sobre los mismos meses del año base; los años a medias no se completan.',
    blend: 'Media ponderada de los otros métodos.'
  },
  noHistory: {
    average: 'la media de los demás',
    half: 'la mitad de la media',
    zero: 'nada'
  },
  reasons: {
    none: 'ninguna venta ganada en el año base',
    notPositive: 'más abonos que ventas en el año base',
    otherMonths: 'ventas solo en meses en los que ya no trabaja'
  },
  standIn: {
    none: 'sin historial',
    notPositive: 'bajo 0',
    otherMonths: 'otros meses'
  },
  phasing: {
    learnt: 'Estacionalidad',
    flat: 'Meses iguales'
  },
  phase: {
    learntFrom_one: 'Estacionalidad aprendida de {{years}} (n 1)',
    learntFrom_other: 'Estacionalidad aprendida de {{years}} (n {{count}})',
    flat: 'Todos los meses iguales',
    oneYear: 'Solo un año: un mes raro de ese año se repetirá.',
    partialYear: 'Los datos no cubren un año completo; los meses anteriores parecen vacíos.',
    emptyMonth: 'Algunos meses nunca tuvieron ventas y no reciben nada.',
    noHistory: 'No hay ventas de las que aprender: los meses son iguales.'
  },
  why: {
    title: '¿Por qué {{amount}}?',
    none: 'No hay cuota para este periodo.',
    period: 'Periodo',
    quota: 'Cuota',
    target: 'Objetivo del año',
    typed: 'escrito a mano',
    fromForecast: 'previsión del {{date}}, valor {{rank}} de {{periods}}',
    fromForecastBooked: 'previsión del {{date}}, valor {{rank}} de {{periods}}, con {{booked}} ya vendidos antes',
    fromPipeline: 'embudo del {{date}}, valor {{rank}} de {{periods}}',
    fromCase: 'caso {{name}} del {{date}}, valor {{rank}}, con {{stretch}} encima',
    cushionNote: '{{cushion}} adicional',
    street: 'A repartir',
    base: 'Ganado en {{year}}',
    baseMonths: '{{months}} de 12 meses trabajados',
    share: 'Parte',
    shareBy: '{{method}}, {{sellers}} vendedores',
    months: '{{months}} de 12 meses trabajados en el año del plan',
    standIn: 'Tiene {{reason}}: recibe {{choice}}.',
    mix: 'historial {{history}}, partes iguales {{equal}}, mismo crecimiento {{sameGrowth}}',
    rounding: 'Redondeo a unidades enteras',
    roundingNote: 'mayor resto, para que todo sume',
    year: 'Cuota del año',
    monthPart: '{{share}} del año por estacionalidad',
    monthActive: '{{share}} del año por estacionalidad, {{active}} del mes trabajado',
    allocated: 'Según el reparto',
    edited: 'Cambiada a mano',
    editedNote: 'El reparto del {{date}} daba {{amount}}.',
    byHand: 'Puesta a mano; el último reparto no la incluye.',
    made: 'Repartido el {{date}}'
  },
  commands: {
    allocate_one: 'Repartir el objetivo a un vendedor',
    allocate_other: 'Repartir el objetivo a {{count}} vendedores',
    setQuota: 'Poner la cuota de {{name}}',
    setQuotas_one: 'Poner una cuota',
    setQuotas_other: 'Poner {{count}} cuotas',
    clear: 'Vaciar cuotas'
  },
  errors: {
    noSellers: 'Nadie lleva cuota en {{fiscalYear}}: añade vendedores o revisa sus fechas de alta y baja.',
    zeroWeights:
      'No hay con qué repartir: ningún vendedor ganó ventas en el año base. Elige otro año base o el reparto a partes iguales.',
    zeroBlend: 'Todos los pesos de la mezcla son 0. Da peso al menos a un método.',
    badTarget: 'El objetivo debe ser un importe de 0 o más.',
    badCushion: 'La sobreasignación debe ser de 0 % o más.',
    amountTooLarge: 'El importe es demasiado grande para contarlo con exactitud.',
    noForecast: 'La previsión ya no existe o no dice nada del año del plan. Haz otra o escribe el objetivo.',
    forecastHasNoRange:
      'Esa previsión no tiene rango para el año del plan. Toma su valor central o escribe el objetivo.',
    forecastLeavesGap: 'La previsión termina antes que el año del plan. Haz una más larga o escribe el objetivo.',
    unknownPeriod: '{{periodKey}} no es un mes, trimestre o año de este plan.',
    negativeQuota: 'Una cuota no puede ser menor que 0.',
    sellerMissing: 'Ese vendedor ya no está. Puede que se haya eliminado entretanto.',
    sellerNotActive: '{{name}} no trabaja aquí en ese periodo.',
    nothingToClear: 'No hay cuotas que vaciar.'
  },
  facts: {
    target: 'Objetivo del año',
    total: 'Cuotas en total',
    sellerYear: 'Cuota del año'
  }
}
