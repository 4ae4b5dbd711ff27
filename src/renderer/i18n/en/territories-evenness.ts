// The words of how even territories are in English: the chart, the indices with their formulas, and why a territory stands where it does.
export const territoryEvenness = {
  even: {
    title: 'How even they are',
    chart: '{{high}} stands highest, {{low}} lowest',
    chartOne: 'Only one territory: nothing to compare',
    chartSubtitle: '{{measure}} against the mean (100)',
    chartSubtitleTarget: '{{measure}} against the target of each (100)',
    territory: 'Territory',
    index: 'Index',
    mean: 'Mean',
    target: 'Target',
    byHand_one: 'One of {{total}} accounts placed by hand ({{ratio}}).',
    byHand_other: '{{count}} of {{total}} accounts placed by hand ({{ratio}}).',
    band: 'Band around the mean',
    bandHelp: 'What still counts as even. ±15 % is usual, not a rule.',
    extremes: 'The {{count}} highest and lowest of {{total}}',
    noMeaning: 'Has no meaning for these values: none, all zero, or one negative.'
  },
  indices: {
    balance: {
      name: 'Balance index',
      formula: '100 × (1 − ½ × mean deviation)',
      meaning:
        'What lies where it would if all territories were equal, out of 100. Half the mean deviation would have to move.'
    },
    maxOverMin: {
      name: 'Largest / smallest',
      formula: 'largest ÷ smallest',
      meaning: 'How many times the largest territory is the smallest.'
    },
    variation: {
      name: 'Variation (CV)',
      formula: 'standard deviation of all territories ÷ mean',
      meaning: 'The spread in proportion to the mean; 0 is perfectly even.'
    },
    meanDeviation: {
      name: 'Mean deviation',
      formula: 'Σ |value − mean| ÷ (number × mean)',
      meaning: 'How far a territory lies from the mean on average.'
    },
    gini: {
      name: 'Gini',
      formula: 'Σ (2 × rank − n − 1) × value ÷ (n × Σ value), values in order of size',
      meaning: '0 is perfectly even; near 1, one territory holds everything.'
    },
    withinBand: {
      name: 'Within ±{{band}}',
      formula: 'territories within the band ÷ all territories',
      meaning: 'The share of territories that count as even.'
    }
  },
  why: {
    indexOf: 'Why {{name}} stands at {{index}}',
    mean: 'Mean of {{count}} territories',
    meanOfCapacity: 'Mean of {{count}} territories, before capacity',
    byCapacity: 'Each territory is held against its target: the total × its capacity ÷ all capacities.',
    target: 'Target',
    targetOf: '{{total}} × {{own}} ÷ {{all}}',
    divided: 'value ÷ mean × 100',
    dividedByTarget: 'value ÷ target × 100'
  }
} as const
