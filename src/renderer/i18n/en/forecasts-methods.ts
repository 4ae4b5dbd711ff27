// The words about the methods of forecasting, in English.

/** Shown under `forecasts.methods`: name, what it does, and where its range comes from. */
export const methodNames = {
  automatic: {
    name: 'Automatic',
    how: 'Seven forecasts that err in different ways are combined; those that erred less before weigh more.',
    range: 'probabilities of smoothing, averaged over its settings'
  },
  seasonalNaive: {
    name: 'Same as last year',
    how: 'Each period repeats the same period a year before.',
    range: 'root mean square of past errors × √(years ahead) × normal quantile'
  },
  naive: {
    name: 'Same as the last period',
    how: 'Every period is like the last complete one.',
    range: 'root mean square of past errors × √(periods ahead) × normal quantile'
  },
  drift: {
    name: 'The line goes on',
    how: 'From the last period on, add the average change so far.',
    range: 'past errors × √(periods ahead × (1 + periods ahead ÷ changes)) × normal quantile'
  },
  mean: {
    name: 'The average',
    how: 'Every period is like the average of all so far.',
    range: 'spread of the values × √(1 + 1 ÷ number) × Student’s t'
  },
  simple: {
    name: 'Simple smoothing',
    how: 'A level that follows the latest periods most; no trend, no season.',
    range: 'past errors × growth of the level’s own uncertainty × normal quantile'
  },
  holt: {
    name: 'Holt: level and trend',
    how: 'A level and a trend, both followed; the trend goes on.',
    range: 'past errors × growth of level and trend’s own uncertainty × normal quantile'
  },
  damped: {
    name: 'Damped trend',
    how: 'A level and a trend that fades with every period.',
    range: 'past errors × growth of level and trend’s own uncertainty × normal quantile'
  },
  holtWinters: {
    name: 'Holt-Winters: level, trend, season',
    how: 'Level, trend and season are followed, the season as amounts or as ratios, whichever is likelier.',
    range: 'past errors × growth of the uncertainty of level, trend and season × normal quantile'
  },
  ets: {
    name: 'Smoothing, likeliest form',
    how: 'Up to fifteen forms of exponential smoothing are fitted; the one with the least AICc is taken.',
    range: 'past errors of the chosen form × their growth with distance × normal quantile'
  },
  theta: {
    name: 'Theta',
    how: 'The mean of a straight line and of a smoothed series with larger bends; how much larger is fitted.',
    range: 'past errors × how much each moves the later periods × normal quantile'
  },
  stlEts: {
    name: 'Season taken out, then smoothing',
    how: 'The season is taken out (STL), the rest is smoothed, the latest season is put back.',
    range: 'past errors of the rest × their growth with distance × normal quantile; the season counts as known'
  },
  croston: {
    name: 'Croston: now and then',
    how: 'For sales that come now and then: the usual size over the usual time between them.',
    range: 'what single periods brought before'
  },
  sba: {
    name: 'SBA: now and then, unbiased',
    how: 'Croston’s rate, less the part by which it is too high on average.',
    range: 'what single periods brought before'
  },
  tsb: {
    name: 'TSB: now and then, fading',
    how: 'The chance of a sale times its usual size: a customer who stays away fades.',
    range: 'what single periods brought before'
  },
  regression: {
    name: 'Trend, season and drivers',
    how: 'A regression on trend, season and the drivers whose coming values are known.',
    range: 'scatter around the fit and what isn’t known of its coefficients × Student’s t'
  }
} as const

export const forecastMethods = {
  /** Shown under `forecasts.methodWords`. */
  words: {
    compare: 'Try all methods',
    all: 'Show all methods',
    fewer: 'Show fewer',
    untried: 'not tried yet',
    best: 'smallest error',
    noUse: 'not for weeks',
    tooShortToTry: 'too little history to be tried',
    warning: 'Before, this method erred more than the baseline. It can be used; the baseline is the safer choice.',
    why: 'Why this method',
    whyTitle: 'Why {{method}}',
    errors: 'Error before: MASE {{ours}}, baseline {{theirs}} ({{count}} forecasts compared).',
    noErrors: 'The history is too short to try a method on it.',
    members: 'What is combined',
    memberLine: 'MASE {{mase}}',
    untold: 'no trial',
    memberNames: {
      averagedSmoothing: 'Smoothing, all settings averaged',
      averagedGrowth: 'The same, growth in per cent',
      theta: 'Theta',
      thetaOptimised: 'Theta, fitted',
      plainSmoothing: 'Simple, Holt and damped, their mean',
      autoregression: 'Autoregression',
      dampedTrend: 'Damped trend, likeliest form'
    },
    reasons: {
      beatsBaseline: 'The combination erred less than the baseline in the trials.',
      drawnToBaseline: 'The combination erred somewhat more than the baseline: {{share}} of the baseline is mixed in.',
      baselineNotBeaten: 'The combination erred much more than the baseline, so this is the baseline.',
      noBacktest: 'There is too little history for trials of its own: all parts weigh the same.',
      shortHistory: 'Fewer than four periods: the last one goes on.',
      neverChanges: 'All periods are the same: that goes on.',
      nothingSold: 'Nothing was sold in any period.',
      intermittent: 'Sales come now and then: this is what a period brings on average.',
      intermittentFading: 'Sales came now and then and have stayed away for longer than usual: the rate fades.'
    },
    season: 'Probability of a season: {{share}}.',
    smoothing: {
      form: 'Form',
      alpha: 'Level follows by',
      beta: 'Trend follows by',
      gamma: 'Season follows by',
      phi: 'Of the trend goes on',
      tried: 'Next by AICc: {{forms}}.'
    },
    theta: {
      theta: 'Bends times',
      seasons: {
        none: 'No season was found.',
        additive: 'The season was taken out as amounts.',
        multiplicative: 'The season was taken out as ratios.'
      }
    },
    rate: { interval: 'Periods from sale to sale', size: 'Usual size', rate: 'A period brings' },
    regression: {
      title: 'Coefficients',
      term: 'One more of',
      estimate: 'adds',
      between: '95 of 100',
      intercept: 'Start',
      trend: 'Each period later',
      season: '{{period}} against {{first}}',
      wave: 'Wave {{pair}} of the season',
      explained: '{{share}} of the variance is explained; {{degrees}} degrees of freedom.',
      leftOut: {
        missingPast: '{{driver}}: past values are missing',
        missingFuture: '{{driver}}: coming values are missing',
        tellsNothingNew: '{{driver}}: says nothing that trend and season don’t',
        tooFewPeriods: '{{driver}}: too few periods for one more coefficient'
      }
    },
    view: 'Shown',
    views: { forecast: 'Forecast', parts: 'Level and season' },
    lookBack: 'What it would have said before',
    lookBackLine: 'Said after {{period}}',
    lookBackResult:
      'From what was known after {{period}}: {{within}} of {{count}} periods lay in the 80 % range; off by {{wape}} of what came.',
    lookBackNoRange: 'From what was known after {{period}}: off by {{wape}} of what came; no range could be given.',
    lookBackShort: 'So long ago the history was too short for this method.',
    parts: {
      title: 'The level is {{level}} a {{period}}, {{change}} against a year before',
      titleShort: 'The level is {{level}} a {{period}}',
      subtitle: 'Sold and its level, {{currency}}',
      level: 'Level',
      sold: 'Sold',
      seasonTitle: 'Strongest is {{strong}} ({{most}}), weakest {{weak}} ({{least}})',
      seasonSubtitle: 'Season against the level, latest year',
      season: 'Season',
      strength: 'The season explains {{share}} of what the level doesn’t.',
      noSeason_one: 'One more complete period is needed before a season can be told from chance.',
      noSeason_other: '{{count}} more complete periods are needed before a season can be told from chance.',
      none: 'Fewer than four periods have no level of their own.',
      source: 'STL (Cleveland and others, 1990), outliers with little weight.'
    }
  },
  /** Join the errors, commands and progress of forecasts. */
  errors: { noUse: 'This method is for seasons of up to 24 periods: choose months or quarters, or another method.' },
  commands: {},
  progress: { compare: 'Trying methods on the past' }
} as const
