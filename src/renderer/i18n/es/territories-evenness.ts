// The words of how even territories are in Spanish: the chart, the indices with their formulas, and why a territory stands where it does.
import type { territoryEvenness as english } from '../en/territories-evenness.ts'
import type { Texts } from '../texts.ts'

export const territoryEvenness: Texts<typeof english> = {
  even: {
    title: 'Qué equilibrio tienen',
    chart: '{{high}} es el mayor, {{low}} el menor',
    chartOne: 'Solo hay un territorio: nada que comparar',
    chartSubtitle: '{{measure}} frente a la media (100)',
    chartSubtitleTarget: '{{measure}} frente al objetivo de cada uno (100)',
    territory: 'Territorio',
    index: 'Índice',
    mean: 'Media',
    target: 'Objetivo',
    byHand_one: 'Una de {{total}} cuentas puesta a mano ({{ratio}}).',
    byHand_other: '{{count}} de {{total}} cuentas puestas a mano ({{ratio}}).',
    band: 'Banda en torno a la media',
    bandHelp: 'Lo que aún cuenta como equilibrado. ±15 % es lo habitual, no una norma.',
    extremes: 'Los {{count}} mayores y menores de {{total}}',
    noMeaning: 'No tiene sentido con estos valores: ninguno, todos cero o alguno negativo.'
  },
  indices: {
    balance: {
      name: 'Índice de equilibrio',
      formula: '100 × (1 − ½ × desviación media)',
      meaning:
        'Lo que está donde estaría si todos fueran iguales, sobre 100. Habría que mover la mitad de la desviación media.'
    },
    maxOverMin: {
      name: 'Mayor / menor',
      formula: 'mayor ÷ menor',
      meaning: 'Cuántas veces cabe el menor en el mayor.'
    },
    variation: {
      name: 'Variación (CV)',
      formula: 'desviación típica de todos los territorios ÷ media',
      meaning: 'La dispersión en proporción a la media; 0 es igualdad perfecta.'
    },
    meanDeviation: {
      name: 'Desviación media',
      formula: 'Σ |valor − media| ÷ (número × media)',
      meaning: 'A qué distancia de la media está un territorio por término medio.'
    },
    gini: {
      name: 'Gini',
      formula: 'Σ (2 × puesto − n − 1) × valor ÷ (n × Σ valor), valores de menor a mayor',
      meaning: '0 es igualdad perfecta; cerca de 1, un territorio lo tiene todo.'
    },
    withinBand: {
      name: 'Dentro de ±{{band}}',
      formula: 'territorios dentro de la banda ÷ todos los territorios',
      meaning: 'La parte de los territorios que cuenta como equilibrada.'
    }
  },
  why: {
    indexOf: 'Por qué {{name}} está en {{index}}',
    mean: 'Media de {{count}} territorios',
    meanOfCapacity: 'Media de {{count}} territorios, sin contar la capacidad',
    byCapacity: 'Cada territorio se mide contra su objetivo: el total × su capacidad ÷ la suma de capacidades.',
    target: 'Objetivo',
    targetOf: '{{total}} × {{own}} ÷ {{all}}',
    divided: 'valor ÷ media × 100',
    dividedByTarget: 'valor ÷ objetivo × 100'
  }
}
