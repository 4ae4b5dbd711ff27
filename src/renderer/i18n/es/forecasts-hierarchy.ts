// The words about parts and whole, in Spanish.
import type { forecastHierarchy as english } from '../en/forecasts-hierarchy.ts'
import type { Texts } from '../texts.ts'

export const forecastHierarchy: Texts<typeof english> = {
  words: {
    tree: 'Repartir por',
    trees: { teams: 'Equipos', territories: 'Territorios', segments: 'Segmentos' },
    grain: 'Por',
    reconciler: 'Cuadrar con',
    reconcilers: {
      minimumTrace: {
        name: 'Traza mínima',
        how: 'Cada previsión se mueve según lo que suele fallar y lo que sus errores tienen en común con los demás. Lo más seguro se mueve menos.',
        source:
          'Wickramasuriya, Athanasopoulos y Hyndman, JASA 114 (2019); correlaciones contraídas según Schäfer y Strimmer (2005)'
      },
      byVariance: {
        name: 'Según el tamaño del error',
        how: 'Cada previsión se mueve según lo que suele fallar, cada una por su cuenta.',
        source: 'Hyndman, Lee y Wang, Computational Statistics & Data Analysis 97 (2016)'
      },
      ordinary: {
        name: 'Todas por igual',
        how: 'Todas las previsiones cuentan lo mismo, sea cual sea su tamaño y su historial (mínimos cuadrados ordinarios).',
        source: 'Hyndman, Ahmed, Athanasopoulos y Shang, Computational Statistics & Data Analysis 55 (2011)'
      },
      bottomUp: {
        name: 'De abajo arriba',
        how: 'Las partes más pequeñas quedan como se previeron; todo lo de arriba es su suma.',
        source: 'Hyndman y Athanasopoulos, Forecasting: Principles and Practice, 3.ª ed., 11.2'
      },
      topDownForecast: {
        name: 'De arriba abajo, por previsiones',
        how: 'La previsión de la empresa se reparte en proporción a las previsiones de las partes, nivel por nivel.',
        source: 'Athanasopoulos, Ahmed y Hyndman, International Journal of Forecasting 25 (2009)'
      },
      topDownHistory: {
        name: 'De arriba abajo, por el último año',
        how: 'La previsión de la empresa se reparte como las ventas del último año.',
        source: 'Gross y Sohl, Journal of Forecasting 9 (1990), con un año'
      }
    },
    leavers: 'Ventas de quienes se fueron',
    leaversChoices: { end: 'Bajas: acaban', goOn: 'Bajas: siguen' },
    leaversHint: 'Quien heredó la cartera sigue vendiendo, o esas ventas se pierden: los datos no dicen cuál.',
    shown: 'Cifras de',
    restOf: 'Resto de {{year}}',
    run: 'Prever las partes',
    again: 'Prever de nuevo',
    keep: 'Guardar estas previsiones',
    keepHint: 'Quedan con el escenario en lugar de las anteriores; las cuotas pueden partir de ellas',
    keepFirst: 'Antes hay que prever todas las partes',
    remove: 'Quitar',
    keptLine: 'Guardado el {{on}}: {{tree}}, {{reconciler}}, {{amount}} en total.',
    fromKept:
      'Es la previsión guardada el {{on}}. Prevé de nuevo para verla con las ventas de hoy o cuadrarla de otra manera.',
    changed_one: 'Una parte tiene ahora otras ventas que las que sirvieron para preverla.',
    changed_other: '{{count}} partes tienen ahora otras ventas que las que sirvieron para preverlas.',
    stopped: 'Detenido: {{done}} de {{toDo}} partes previstas. Solo cuadran cuando están todas.',
    working: 'Previendo {{name}}',
    empty_one: 'La parte que hay bajo la empresa aún no está prevista.',
    empty_other:
      'Las {{count}} partes aún no están previstas: cada una recibe su propia previsión y después se hace que cuadren.',
    finding: {
      more: '{{span}}: las partes sumaban un {{ratio}} más que la empresa por sí sola.',
      less: '{{span}}: las partes sumaban un {{ratio}} menos que la empresa por sí sola.',
      same: '{{span}}: las partes sumaban lo mismo que la empresa por sí sola.',
      moved_one: 'Cuadrar movió {{moved}}.',
      moved_other: 'Cuadrar movió {{moved}} en total entre las {{count}} partes más pequeñas.',
      running: '{{done}} de {{toDo}} partes previstas; se hará que cuadren cuando estén todas.'
    },
    key: {
      company: 'La empresa, {{span}}',
      middle: 'centro {{middle}}',
      byItself: 'La empresa por sí sola',
      against: 'sus partes por sí solas: {{parts}}',
      moved: 'Movido en total',
      movedAgainst: '{{ratio}} de la empresa'
    },
    columns: {
      part: 'Parte',
      history: 'Vendido y previsto',
      lastYear: 'Último año',
      lastYearHint: 'Vendido en los últimos doce meses o cuatro trimestres completos',
      base: 'Por sí sola',
      baseHint: 'La previsión de esta parte con su propio historial, antes de cuadrar',
      difference: 'Movido',
      differenceHint: 'Lo que cuadrar añadió o quitó',
      low80: 'Mín. 80 %',
      high80: 'Máx. 80 %',
      low95: 'Mín. 95 %',
      high95: 'Máx. 95 %',
      middle: 'Previsión',
      share: 'Peso',
      shareHint: 'En la previsión de la empresa',
      method: 'Método',
      note: 'Nota'
    },
    table: 'Partes y total',
    total: 'Partes a la vista, sumadas',
    kinds: {
      company: 'La empresa',
      leavers: 'Quienes se fueron',
      noTeam: 'Sin equipo',
      noSeller: 'Ventas sin comercial',
      ownAccounts: '{{name}}, directamente',
      noTerritory: 'Cuentas sin territorio',
      noSegment: 'Cuentas sin segmento'
    },
    statuses: { waiting: 'en espera', noHistory: 'sin historial', ended: 'acabado' },
    missing: {
      waiting: 'Aún sin prever',
      noHistory: 'Aquí no se vendió nada en ningún periodo completo, así que no se prevé nada: no se inventa',
      ended: 'Estas personas se fueron y se da por hecho que sus ventas acaban',
      notAdded: 'Se sabe cuando estén previstas todas las partes',
      noRange: 'No se puede dar un rango',
      noYear: 'Aún no hay un año completo',
      noShare: 'La previsión de la empresa es cero'
    },
    methods: {
      combination: 'Combinación',
      naive: 'Igual que el último periodo',
      seasonalNaive: 'Igual que el año pasado',
      constant: 'Como siempre',
      sba: 'De vez en cuando',
      tsb: 'De vez en cuando, se apaga'
    },
    notes: {
      withoutHistory_one: 'Una persona que aún no ha vendido no está incluida.',
      withoutHistory_other: '{{count}} personas que aún no han vendido no están incluidas.',
      leavers_one: 'Una persona que se fue: {{names}}.',
      leavers_other: '{{count}} personas que se fueron: {{names}}.',
      namesAndMore: '{{names}} y otras',
      heldAtZero_one: 'Se mantiene en cero en un periodo, porque nunca hubo nada por debajo.',
      heldAtZero_other: 'Se mantiene en cero en {{count}} periodos, porque nunca hubo nada por debajo.',
      seasonUnknown: 'Menos de dos años de historial: la estacionalidad no se distingue del azar.',
      outliers_one: 'Se acercó un periodo que estaba lejos de sus vecinos.',
      outliers_other: 'Se acercaron {{count}} periodos que estaban lejos de sus vecinos.',
      fewErrors: 'Poco historial: se supone tan errada como grande, así que se mueve primero.'
    },
    why: {
      title: 'Por qué {{amount}}',
      base: 'Por sí sola',
      pullMore: '{{name}} era {{gap}} más que sus partes',
      pullLess: '{{name}} era {{gap}} menos que sus partes',
      children: '{{count}} partes, sumadas',
      shared: 'Su parte de lo que hay arriba: {{share}} de la empresa',
      kept: 'Queda como se previó',
      rest: 'Diferencias menores, cero y redondeo',
      ended: 'Ventas de quienes se fueron, que se dan por acabadas',
      result: 'Ya cuadrada',
      range80: '80 de cada 100 casos',
      range95: '95 de cada 100 casos',
      width:
        'El rango es el de su propia previsión alrededor del nuevo centro, {{ratio}} de ancho: tanto como queda el error al cuadrar.',
      widthUnknown:
        'El rango es el de su propia previsión alrededor del nuevo centro: no se sabe lo seguros que son los pesos.',
      shrinkage:
        'Las correlaciones de los errores pasados se acercaron a cero un {{ratio}}, porque el historial es corto para tantas partes.',
      errors: 'Los errores pasados son los de un suavizado simple a un paso en cada historial, sin su estacionalidad.',
      noForecast: 'Aquí no se prevé nada.',
      allPeriods: 'Todos los periodos juntos; las cifras de la tabla pueden ser de menos.'
    },
    chart: {
      title: 'Lo vendido, y {{middle}} por venir',
      subtitle: 'Ventas ganadas por {{period}}, {{currency}}',
      sold: 'Vendido',
      base: 'Por sí sola',
      middle: 'Ya cuadrada',
      range80: '80 de 100'
    }
  },
  errors: {
    partsMissing: 'No están previstas todas las partes. Prevélas y guárdalas después.',
    noParts: 'La empresa aún no tiene esas partes. Añade equipos, territorios o segmentos, o repártela de otra manera.'
  },
  commands: {
    keepParts: 'Guardar previsiones de {{count}} partes',
    removeKeptParts: 'Quitar las previsiones guardadas de las partes'
  },
  progress: { parts: 'Previendo las partes' }
}
