// The words about cases of what may come, in Spanish; those of levers and tools are in the files beside.
import type { forecastCases as english } from '../en/forecasts-cases.ts'
import type { Texts } from '../texts.ts'
import { caseLevers } from './forecasts-cases-levers.ts'
import { caseTools } from './forecasts-cases-tools.ts'

export const forecastCases: Texts<typeof english> = {
  words: {
    levers: caseLevers,
    tools: caseTools,
    empty: {
      title: 'Tres casos para empezar: el previsto, uno bueno y uno malo según lo que varían tus propios datos.',
      finding: 'Todavía no hay casos.',
      make: 'Crear tres casos'
    },
    add: 'Añadir un caso',
    name: 'Nombre',
    save: 'Guardar',
    notes: 'Notas',
    targetOfYear: 'Objetivo del año',
    targetHelp: 'Los casos y el embudo dicen con qué probabilidad se alcanza.',
    names: { base: 'Base', good: 'Bueno', bad: 'Malo', own: 'Caso {{number}}' },
    finding: {
      range:
        '{{name}}: de {{low}} a {{high}} en {{year}} (80 de cada 100), centro {{middle}}, {{change}} ({{ratio}}) frente a la previsión.',
      same: '{{name}}: de {{low}} a {{high}} en {{year}} (80 de cada 100), centro {{middle}}, como dice la previsión.',
      noRange:
        '{{name}}: {{middle}} en {{year}}, {{change}} frente a la previsión; el historial es demasiado corto para un rango.'
    },
    list: {
      title: 'Los casos lado a lado',
      year: '{{year}}, año completo',
      forecast: 'Previsión',
      p10: 'Bajo (P10)',
      p50: 'Mediana (P50)',
      p90: 'Alto (P90)',
      middle: 'Palancas en su centro',
      against: 'Frente a la previsión',
      reach: 'Probabilidad de llegar a {{target}}',
      reachNone: 'Probabilidad de llegar al objetivo',
      noTarget: 'No hay objetivo del año',
      noRange: 'La previsión no tiene rango: su historial es demasiado corto',
      notMoved: 'No cambia en este caso'
    },
    menu: {
      label: 'Qué hacer con {{name}}',
      rename: 'Cambiar el nombre',
      copy: 'Copiar',
      copyName: '{{name}} copia',
      left: 'Mover a la izquierda',
      right: 'Mover a la derecha',
      remove: 'Quitar'
    },
    charts: {
      months: '{{name}}: {{year}} pasa de {{from}} a {{to}}',
      monthsOf: 'Ventas por mes, {{currency}}; datos hasta {{on}}',
      sold: 'Vendido',
      toCome: 'Por venir, {{name}}',
      forecast: 'Previsión',
      waterfall: 'Lo que más aporta es {{effect}}: {{change}}',
      waterfallOf: 'De la previsión de {{from}} al caso, {{year}}; las partes suman exactamente',
      effect: 'Palanca',
      change: 'Cambio del año',
      tornado: 'De lo que más depende es de {{effect}}',
      tornadoOf: '{{year}} con una palanca en su extremo bajo o alto, alrededor de {{middle}}',
      low: 'En su extremo bajo',
      high: 'En su extremo alto'
    },
    target: {
      open: 'Usar como objetivo',
      openHint: 'Guarda el número con el escenario; las cuotas pueden repartirlo',
      title: 'Usar {{name}} como objetivo',
      which: 'Cuál de sus valores',
      middle: 'palancas en su centro',
      percentile: 'P{{percentile}}',
      advised: 'P{{percentile}}, por el coste del error',
      stretch: 'Encima',
      comesTo: '{{target}} para {{year}}: {{case}} y {{stretch}} encima.',
      hint: 'Los meses cerrados quedan como se vendieron; el resto se reparte sobre lo que aún está por venir.',
      use: 'Usar y fijar cuotas'
    },
    targets: {
      title: 'Entregado como objetivo',
      line: '{{at}}, {{stretch}} encima, {{on}}',
      remove: 'Quitar el objetivo de {{name}} del {{on}}'
    },
    basis: {
      title: 'De qué parten los casos',
      over: 'El año ha terminado: no hay nada que prever.',
      forecast_one: 'La previsión automática de toda la empresa con un mes completo, datos hasta {{on}}.',
      forecast_other: 'La previsión automática de toda la empresa con {{count}} meses completos, datos hasta {{on}}.',
      measured: 'Las palancas se comparan con {{from}} a {{to}}.',
      open_one:
        'Una oportunidad abierta, que vale {{amount}} con la tasa de cierre medida, es parte de lo que está por venir.',
      open_other:
        '{{count}} oportunidades abiertas, que valen {{amount}} con la tasa de cierre medida, son parte de lo que está por venir.',
      withoutAmount_one: 'Una oportunidad abierta no tiene importe y no cuenta.',
      withoutAmount_other: '{{count}} oportunidades abiertas no tienen importe y no cuentan.',
      placedByAge_one: 'Una oportunidad abierta no tiene fecha por delante: se sitúa por lo que suelen tardar.',
      placedByAge_other:
        '{{count}} oportunidades abiertas no tienen fecha por delante: se sitúan por lo que suelen tardar.',
      aboveForecast:
        'Las oportunidades abiertas suman {{amount}} más de lo que deja la previsión de sus meses; cuentan hasta ella.',
      missing: '{{fact}}: los datos no lo dicen. {{reason}}'
    },
    facts: {
      winRatio: 'Tasa de cierre',
      dealSizeMinor: 'Tamaño de la venta',
      cycleDays: 'Duración del ciclo',
      dealsPerMonth: 'Oportunidades creadas al mes',
      sellers: 'Vendedores',
      yieldPerSellerMinor: 'Lo que trae un vendedor al mes',
      rampMonths: 'Rampa',
      attritionRatio: 'Rotación',
      churnRatio: 'Bajas de clientes',
      expansionRatio: 'Expansión',
      currencies: 'Divisas',
      seasonality: 'Estacionalidad',
      existing: 'Ventas a clientes existentes',
      closeLag: 'Tiempo de creada a ganada'
    },
    reasons: {
      noClosed: 'No se cerró ninguna oportunidad en esos meses.',
      noLost: 'No hay ninguna oportunidad registrada como perdida.',
      noWon: 'No se ganó ninguna oportunidad en esos meses.',
      noCreatedDates: 'Las oportunidades no tienen fecha de creación.',
      fewDeals: 'Muy pocas oportunidades.',
      noSellers: 'No hay nadie con cuota en el archivo.',
      noLeavers: 'Nadie consta como que se haya ido.',
      fewHires: 'Muy pocas altas.',
      neverFull: 'Las altas no llegaron a lo que traen los demás en el tiempo observado.',
      shortHistory: 'El historial es demasiado corto.',
      noAccounts: 'Las oportunidades no tienen cuenta.'
    }
  },
  errors: {
    caseMissing: 'Ese caso ya no está. La lista muestra los que hay ahora.',
    caseNameMissing: 'Un caso necesita un nombre.',
    caseNameTaken: 'Ya hay un caso llamado {{name}}. Elige otro nombre.',
    caseOrderStale: 'Mientras tanto se han añadido o quitado casos. Vuelve a intentarlo.',
    caseYearTooFar:
      'El año del plan acaba {{months}} meses después de los datos: demasiado lejos para decir algo. Importa datos más nuevos o elige un plan anterior.',
    caseTargetMissing: 'Ese objetivo ya no está.',
    caseNoRange: 'La previsión no tiene rango, así que no hay percentil con el que planificar. Toma el valor central.'
  },
  commands: {
    addCases_one: 'Añadir el caso {{name}}',
    addCases_other: 'Añadir {{count}} casos',
    copyCase: 'Copiar caso a {{name}}',
    renameCase: 'Cambiar el nombre del caso a {{name}}',
    changeCase: 'Cambiar el caso {{name}}',
    noteCase: 'Nota del caso {{name}}',
    orderCases: 'Ordenar los casos',
    removeCase: 'Quitar el caso {{name}}',
    keepCase: 'Usar {{name}} como objetivo',
    removeCaseTarget: 'Quitar el objetivo de {{name}}',
    changeSettings: 'Cambiar los ajustes de las previsiones'
  },
  progress: {}
}
