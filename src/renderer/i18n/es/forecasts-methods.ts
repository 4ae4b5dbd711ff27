// The words about the methods of forecasting, in Spanish.
import type { forecastMethods as english, methodNames as englishNames } from '../en/forecasts-methods.ts'
import type { Texts } from '../texts.ts'

/** Shown under `forecasts.methods`: name, what it does, and where its range comes from. */
export const methodNames: Texts<typeof englishNames> = {
  automatic: {
    name: 'Automático',
    how: 'Se combinan siete previsiones que fallan de formas distintas; pesa más la que antes falló menos.',
    range: 'probabilidades del suavizado, promediadas entre sus ajustes'
  },
  seasonalNaive: {
    name: 'Igual que el año pasado',
    how: 'Cada periodo repite el mismo periodo del año anterior.',
    range: 'media cuadrática de los errores pasados × √(años por delante) × cuantil normal'
  },
  naive: {
    name: 'Igual que el último periodo',
    how: 'Cada periodo es como el último completo.',
    range: 'media cuadrática de los errores pasados × √(periodos por delante) × cuantil normal'
  },
  drift: {
    name: 'Sigue la línea',
    how: 'Desde el último periodo se suma el cambio medio hasta ahora.',
    range: 'errores pasados × √(periodos por delante × (1 + periodos por delante ÷ cambios)) × cuantil normal'
  },
  mean: {
    name: 'La media',
    how: 'Cada periodo es como la media de todos.',
    range: 'dispersión de los valores × √(1 + 1 ÷ número) × t de Student'
  },
  simple: {
    name: 'Suavizado simple',
    how: 'Un nivel que sigue sobre todo a los últimos periodos; sin tendencia ni estacionalidad.',
    range: 'errores pasados × incertidumbre creciente del nivel × cuantil normal'
  },
  holt: {
    name: 'Holt: nivel y tendencia',
    how: 'Se siguen un nivel y una tendencia; la tendencia continúa.',
    range: 'errores pasados × incertidumbre creciente de nivel y tendencia × cuantil normal'
  },
  damped: {
    name: 'Tendencia amortiguada',
    how: 'Un nivel y una tendencia que se apaga con cada periodo.',
    range: 'errores pasados × incertidumbre creciente de nivel y tendencia × cuantil normal'
  },
  holtWinters: {
    name: 'Holt-Winters: nivel, tendencia, estación',
    how: 'Se siguen nivel, tendencia y estacionalidad, esta en importes o en proporción, lo que sea más verosímil.',
    range: 'errores pasados × incertidumbre creciente de nivel, tendencia y estacionalidad × cuantil normal'
  },
  ets: {
    name: 'Suavizado, la forma más verosímil',
    how: 'Se ajustan hasta quince formas de suavizado exponencial y se toma la de menor AICc.',
    range: 'errores pasados de la forma elegida × su crecimiento con la distancia × cuantil normal'
  },
  theta: {
    name: 'Theta',
    how: 'La media de una recta y de una serie suavizada con curvas más marcadas; cuánto más se ajusta a los datos.',
    range: 'errores pasados × cuánto mueve cada uno los periodos siguientes × cuantil normal'
  },
  stlEts: {
    name: 'Sin estacionalidad y luego suavizado',
    how: 'Se quita la estacionalidad (STL), se suaviza el resto y se repone la del último año.',
    range:
      'errores pasados del resto × su crecimiento con la distancia × cuantil normal; la estacionalidad se da por sabida'
  },
  croston: {
    name: 'Croston: de vez en cuando',
    how: 'Para ventas que llegan de vez en cuando: el tamaño habitual entre el tiempo habitual de una a otra.',
    range: 'lo que trajeron antes los periodos sueltos'
  },
  sba: {
    name: 'SBA: de vez en cuando, sin sesgo',
    how: 'La tasa de Croston, menos lo que de media le sobra.',
    range: 'lo que trajeron antes los periodos sueltos'
  },
  tsb: {
    name: 'TSB: de vez en cuando, se apaga',
    how: 'La probabilidad de una venta por su tamaño habitual: el cliente que no vuelve se va apagando.',
    range: 'lo que trajeron antes los periodos sueltos'
  },
  regression: {
    name: 'Tendencia, estación y factores',
    how: 'Una regresión sobre tendencia, estacionalidad y los factores cuyos valores futuros se conocen.',
    range: 'dispersión en torno al ajuste y lo que no se sabe de sus coeficientes × t de Student'
  }
}

export const forecastMethods: Texts<typeof english> = {
  /** Shown under `forecasts.methodWords`. */
  words: {
    compare: 'Probar todos los métodos',
    all: 'Ver todos los métodos',
    fewer: 'Ver menos',
    untried: 'aún sin probar',
    best: 'menor error',
    noUse: 'no sirve para semanas',
    tooShortToTry: 'poco historial para probarlo',
    warning: 'Antes este método falló más que la referencia. Se puede usar; la referencia es más segura.',
    why: 'Por qué este método',
    whyTitle: 'Por qué {{method}}',
    errors: 'Error anterior: MASE {{ours}}, referencia {{theirs}} ({{count}} previsiones comparadas).',
    noErrors: 'El historial es demasiado corto para probar un método con él.',
    members: 'Qué se combina',
    memberLine: 'MASE {{mase}}',
    untold: 'sin prueba',
    memberNames: {
      averagedSmoothing: 'Suavizado, media de todos los ajustes',
      averagedGrowth: 'Lo mismo, con crecimiento en porcentaje',
      theta: 'Theta',
      thetaOptimised: 'Theta ajustado',
      plainSmoothing: 'Simple, Holt y amortiguado, su media',
      autoregression: 'Autorregresión',
      dampedTrend: 'Tendencia amortiguada, la más verosímil'
    },
    reasons: {
      beatsBaseline: 'En las pruebas la combinación falló menos que la referencia.',
      drawnToBaseline: 'La combinación falló algo más que la referencia: se mezcla un {{share}} de la referencia.',
      baselineNotBeaten: 'La combinación falló mucho más que la referencia, así que esto es la referencia.',
      noBacktest: 'Hay poco historial para hacer pruebas: todas las partes pesan igual.',
      shortHistory: 'Menos de cuatro periodos: sigue el último.',
      neverChanges: 'Todos los periodos son iguales: así sigue.',
      nothingSold: 'No se vendió nada en ningún periodo.',
      intermittent: 'Las ventas llegan de vez en cuando: esto es lo que trae un periodo de media.',
      intermittentFading:
        'Las ventas llegaban de vez en cuando y faltan desde hace más de lo habitual: la tasa se apaga.'
    },
    season: 'Probabilidad de que haya estacionalidad: {{share}}.',
    smoothing: {
      form: 'Forma',
      alpha: 'El nivel sigue en',
      beta: 'La tendencia sigue en',
      gamma: 'La estacionalidad sigue en',
      phi: 'De la tendencia queda',
      tried: 'Siguientes por AICc: {{forms}}.'
    },
    theta: {
      theta: 'Curvas por',
      seasons: {
        none: 'No se encontró estacionalidad.',
        additive: 'La estacionalidad se quitó en importes.',
        multiplicative: 'La estacionalidad se quitó en proporción.'
      }
    },
    rate: { interval: 'Periodos de una venta a otra', size: 'Tamaño habitual', rate: 'Un periodo trae' },
    regression: {
      title: 'Coeficientes',
      term: 'Uno más de',
      estimate: 'suma',
      between: '95 de 100',
      intercept: 'Inicio',
      trend: 'Cada periodo más tarde',
      season: '{{period}} frente a {{first}}',
      wave: 'Onda {{pair}} de la estacionalidad',
      explained: 'Se explica el {{share}} de la varianza; {{degrees}} grados de libertad.',
      leftOut: {
        missingPast: '{{driver}}: faltan valores pasados',
        missingFuture: '{{driver}}: faltan valores futuros',
        tellsNothingNew: '{{driver}}: no dice nada que no digan tendencia y estación',
        tooFewPeriods: '{{driver}}: pocos periodos para un coeficiente más'
      }
    },
    view: 'Se muestra',
    views: { forecast: 'Previsión', parts: 'Nivel y estacionalidad' },
    lookBack: 'Qué habría dicho antes',
    lookBackLine: 'Dicho tras {{period}}',
    lookBackResult:
      'Con lo sabido tras {{period}}: {{within}} de {{count}} periodos cayeron en el rango del 80 %; se desvió un {{wape}} de lo que llegó.',
    lookBackNoRange: 'Con lo sabido tras {{period}}: se desvió un {{wape}} de lo que llegó; no cabía dar un rango.',
    lookBackShort: 'Hace tanto tiempo el historial era demasiado corto para este método.',
    parts: {
      title: 'El nivel es de {{level}} por {{period}}, {{change}} frente a un año antes',
      titleShort: 'El nivel es de {{level}} por {{period}}',
      subtitle: 'Lo vendido y su nivel, {{currency}}',
      level: 'Nivel',
      sold: 'Vendido',
      seasonTitle: 'Lo más fuerte, {{strong}} ({{most}}); lo más flojo, {{weak}} ({{least}})',
      seasonSubtitle: 'Estacionalidad frente al nivel, último año',
      season: 'Estacionalidad',
      strength: 'La estacionalidad explica el {{share}} de lo que no explica el nivel.',
      noSeason_one: 'Falta un periodo completo para poder distinguir la estacionalidad del azar.',
      noSeason_other: 'Faltan {{count}} periodos completos para poder distinguir la estacionalidad del azar.',
      none: 'Con menos de cuatro periodos no hay un nivel propio.',
      source: 'STL (Cleveland y otros, 1990), con poco peso para lo extraordinario.'
    }
  },
  /** Join the errors, commands and progress of forecasts. */
  errors: {
    noUse: 'Este método es para estaciones de hasta 24 periodos: elige meses o trimestres, u otro método.'
  },
  commands: {},
  progress: { compare: 'Probando métodos con el pasado' }
}
