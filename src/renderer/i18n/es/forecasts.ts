// The words of forecasts in Spanish; those of its parts are in the files beside, one each.
import type { forecasts as english } from '../en/forecasts.ts'
import type { Texts } from '../texts.ts'
import { forecastAccuracy } from './forecasts-accuracy.ts'
import { forecastCases } from './forecasts-cases.ts'
import { forecastHierarchy } from './forecasts-hierarchy.ts'
import { forecastMethods, methodNames } from './forecasts-methods.ts'
import { forecastPipeline } from './forecasts-pipeline.ts'
import { forecastSeries } from './forecasts-series.ts'

export const forecasts: Texts<typeof english> = {
  title: 'Previsión',
  tabs: {
    outlook: 'Previsión',
    pipeline: 'Embudo',
    parts: 'Partes y total',
    cases: '¿Y si…?',
    accuracy: 'Aciertos'
  },
  accuracy: forecastAccuracy.words,
  cases: forecastCases.words,
  hierarchy: forecastHierarchy.words,
  methodWords: forecastMethods.words,
  pipeline: forecastPipeline.words,
  series: forecastSeries.words,
  noPlan: 'Una previsión pertenece a un plan: añade antes un año fiscal.',
  locked: 'El escenario está bloqueado: desbloquéalo, o cópialo y cambia la copia',
  finding: {
    range: 'Entre {{low}} y {{high}} en {{span}} (80 de cada 100 casos), centro {{middle}}.',
    short: 'Ancho a propósito: el historial es corto.',
    noRange: '{{middle}} en {{span}}; el historial es demasiado corto para decir cuánto puede desviarse.',
    noMethod: 'Aún no sirve ningún método: en el historial falta un periodo completo ({{period}}).',
    kept: 'La previsión guardada el {{on}}.'
  },
  span: '{{from}} a {{to}}',
  period: { quarter: 'trimestre', month: 'mes', week: 'semana' },
  keep: 'Guardar esta previsión',
  keepHint: 'Queda con el escenario; las cuotas pueden tomarla como objetivo',
  back: 'Volver a ahora',
  empty: {
    noSales: 'Una previsión se apoya en ventas ganadas: importa primero los datos del CRM.',
    noCut: 'Aquí no se ha ganado nada según los datos.',
    import: 'Importar datos'
  },
  cut: 'Ventas de',
  cuts: { company: 'Toda la empresa' },
  grain: 'Por',
  grains: { quarter: 'Trimestre', month: 'Mes', week: 'Semana' },
  horizon: 'Hasta',
  horizons: {
    year: 'Un año',
    planYear: 'Fin de {{year}}'
  },
  chart: {
    title: 'Lo más fuerte será {{period}}: de {{low}} a {{high}}',
    titleNoRange: 'Lo más fuerte será {{period}}: {{middle}}',
    subtitle: '{{what}} por {{period}}, {{currency}}; datos a {{on}}',
    sold: 'Vendido',
    running: 'En curso, hasta ahora',
    middle: 'Previsión, centro',
    range80: '80 de 100',
    range95: '95 de 100',
    foundBreak: 'Aquí cambia el nivel',
    oneOff: 'Venta grande',
    outlier: 'Moderado',
    recorded: 'Registrado',
    change: 'Se cuenta de otro modo desde el {{on}}',
    baseline: 'Referencia: {{method}}'
  },
  columns: {
    period: 'Periodo',
    sold: 'Vendido',
    deals: 'Ventas',
    low95: 'Mín. 95 %',
    low80: 'Mín. 80 %',
    high80: 'Máx. 80 %',
    high95: 'Máx. 95 %',
    baseline: 'Referencia',
    middle: 'Centro',
    from: 'Sale de'
  },
  table: 'Historial y previsión',
  running: 'en curso',
  runningHint: 'Incompleto a {{on}}: se muestra, no se usa para prever',
  emptyHint: 'No se ganó ninguna venta: cuenta como cero',
  noRange: 'No se puede dar un rango',
  notSold: 'Aún no ha terminado',
  notForecast: 'Ya ha terminado',
  total: '{{span}} en conjunto',
  sources: { all: 'los {{count}} periodos', ends: '{{from}} y {{to}}' },
  method: 'Método',
  methods: methodNames,
  proposed: 'propuesto',
  baseline: 'referencia',
  notBetter: 'no la mejora',
  needs_one: 'necesita un periodo',
  needs_other: 'necesita {{count}} periodos',
  backtest: {
    explain:
      'Previsiones desde {{origins}} momentos anteriores, tan lejos como esta, frente a lo que llegó. Un MASE menor que 1 supera al ingenuo estacional a un paso; WAPE es el error en porcentaje de las ventas.',
    missing_one:
      'Falta un periodo completo para poder probar los métodos con el pasado. Mientras tanto se propone la referencia.',
    missing_other:
      'Faltan {{count}} periodos completos para poder probar los métodos con el pasado. Mientras tanto se propone la referencia.',
    few: 'Con tan pocos puntos de partida una ventaja es azar; se propone la referencia.',
    mase: 'MASE',
    wape: 'WAPE'
  },
  why: {
    title: 'Por qué {{period}} es {{middle}}',
    totalTitle: 'Por qué {{span}} suman {{middle}}',
    sold: '{{period}}, vendido',
    change: 'Cambio medio × {{steps}}',
    average: 'Media de {{count}} periodos',
    middle: 'Centro',
    range80: '80 de cada 100 casos',
    range95: '95 de cada 100 casos',
    rangeErrors: 'De {{count}} errores pasados: {{formula}}.',
    rangePredictive: 'De {{count}} periodos: {{formula}}.',
    rangePast: 'De {{count}} periodos: {{formula}}.',
    all: '{{count}} periodos, de {{from}} a {{to}}',
    rangeSpread: 'De la dispersión de {{count}} valores: t × desviación típica × √2, ancho a propósito.',
    totalErrors:
      'El rango de la suma: los errores se compensan en parte, así que es más estrecho que los rangos sumados.',
    totalTogether:
      'El rango de la suma: lo que comparten los errores de periodos vecinos cuenta una vez, lo que no, se compensa en parte.',
    totalSpread: 'Los rangos sumados, como si todos los periodos fallaran hacia el mismo lado.',
    source: 'R. J. Hyndman y G. Athanasopoulos, Forecasting: Principles and Practice, 3.ª ed., 5.2 y 5.5',
    errorSize: 'Tamaño de un error pasado',
    yearTitle: 'Por qué {{year}} suma {{middle}}',
    ahead: 'Previsión, {{count}} periodos'
  },
  notes: {
    title: 'Qué hay que saber',
    partialLeftOut: '{{period}} sigue en curso a {{on}}. Se muestra y no se usa para prever.',
    runningAbove: 'En {{period}} ya se han vendido {{sold}}, más que su centro: el método no mira el periodo en curso.',
    emptyPeriods_one: 'En un periodo completo no se ganó nada; cuenta como cero.',
    emptyPeriods_other: 'En {{count}} periodos completos no se ganó nada; cuentan como cero.',
    lateStart:
      'La primera venta es del {{on}}, día {{day}} de {{days}} de {{period}}. Si los datos empiezan ahí, ese periodo queda corto, y también lo que lo repite.',
    rangeFromSpread:
      'El rango es ancho porque el historial es corto: {{errors}} errores pasados, {{values}} periodos. Con un solo año no se distingue la estacionalidad del azar, así que se toma toda la dispersión de los periodos.',
    noRange: 'Un solo periodo no dice cuánto varían las ventas: no se da rango.',
    cutAtZero: 'Los rangos acaban en cero, porque nada fue nunca negativo.',
    notBetter: 'Antes este método falló más que la referencia.',
    outliers:
      'Moderados antes de prever, por quedar lejos de sus vecinos: {{periods}}. En el gráfico están como se vendieron.',
    oldLeftOut_one: 'El periodo más antiguo no se usa: no dice nada de lo que viene que no digan los posteriores.',
    oldLeftOut_other:
      'Los {{count}} periodos más antiguos no se usan: no dicen nada de lo que viene que no digan los posteriores.',
    seasonUnknown_one: 'Falta un periodo para dos años: hasta entonces no se distingue la estacionalidad del azar.',
    seasonUnknown_other:
      'Faltan {{count}} periodos para dos años: hasta entonces no se distingue la estacionalidad del azar.',
    driversLeftOut: 'Fuera de la regresión: {{drivers}}.',
    noSpread: 'Todos los errores pasados son cero, así que el rango no tiene anchura. Es aritmética, no certeza.',
    otherCurrency_one: 'Una oportunidad en otra moneda no está en las cifras.',
    otherCurrency_other: '{{count}} oportunidades en otras monedas no están en las cifras.',
    afterEnd_one: 'Una venta ganada después del {{on}} no está en las cifras.',
    afterEnd_other: '{{count}} ventas ganadas después del {{on}} no están en las cifras.'
  },
  year: {
    title: '{{year}} en total',
    sold: 'Vendido hasta ahora',
    none: 'El historial y la previsión no cubren {{year}}.',
    target: 'Las cuotas pueden tomarlo como objetivo en cuanto se guarde la previsión.',
    toQuotas: 'Fijar cuotas'
  },
  runs: {
    title: 'Previsiones guardadas',
    none: 'Ninguna guardada todavía.',
    remove: 'Quitar',
    line: '{{method}}, {{cut}}'
  },
  errors: {
    ...forecastAccuracy.errors,
    ...forecastCases.errors,
    ...forecastHierarchy.errors,
    ...forecastMethods.errors,
    ...forecastPipeline.errors,
    ...forecastSeries.errors,
    noSales:
      'No hay ventas ganadas hasta el día en que acaban los datos. Importa ventas, o mira otro equipo o comercial.',
    tooShort: 'Este método necesita {{needs}} periodos completos y hay {{has}}. Elige otro método o un grano más fino.',
    notFound: 'Esa previsión ya no existe. La lista muestra lo que hay ahora.',
    nobody: 'Ese equipo o comercial ya no está en el archivo.'
  },
  commands: {
    ...forecastAccuracy.commands,
    ...forecastCases.commands,
    ...forecastHierarchy.commands,
    ...forecastMethods.commands,
    ...forecastPipeline.commands,
    ...forecastSeries.commands,
    run: 'Guardar previsión',
    remove: 'Quitar previsión'
  },
  progress: {
    ...forecastAccuracy.progress,
    ...forecastCases.progress,
    ...forecastHierarchy.progress,
    ...forecastMethods.progress,
    ...forecastPipeline.progress,
    ...forecastSeries.progress
  },
  facts: {
    total: 'Previsión, todos los periodos',
    period: 'Previsión del periodo'
  }
}
