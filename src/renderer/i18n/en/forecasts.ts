// The words of forecasts in English; those of its parts are in the files beside, one each.
import { forecastAccuracy } from './forecasts-accuracy.ts'
import { forecastCases } from './forecasts-cases.ts'
import { forecastHierarchy } from './forecasts-hierarchy.ts'
import { forecastMethods, methodNames } from './forecasts-methods.ts'
import { forecastPipeline } from './forecasts-pipeline.ts'
import { forecastSeries } from './forecasts-series.ts'

export const forecasts = {
  title: 'Forecast',
  tabs: { outlook: 'Outlook', pipeline: 'Pipeline', parts: 'Parts and whole', cases: 'What if', accuracy: 'Accuracy' },
  accuracy: forecastAccuracy.words,
  cases: forecastCases.words,
  hierarchy: forecastHierarchy.words,
  methodWords: forecastMethods.words,
  pipeline: forecastPipeline.words,
  series: forecastSeries.words,
  noPlan: 'A forecast belongs to a plan: add a fiscal year first.',
  locked: 'The scenario is locked: unlock it, or copy it and change the copy',
  finding: {
    range: 'Between {{low}} and {{high}} in {{span}} (80 of 100 cases), middle {{middle}}.',
    short: 'Wide on purpose: the history is short.',
    noRange: '{{middle}} in {{span}}; the history is too short to say how far off that may be.',
    noMethod: 'No method can be used yet: the history has no complete {{period}}.',
    kept: 'The forecast kept on {{on}}.'
  },
  span: '{{from}} to {{to}}',
  period: { quarter: 'quarter', month: 'month', week: 'week' },
  keep: 'Keep this forecast',
  keepHint: 'Stores it with the scenario; quotas can take it as their target',
  back: 'Back to now',
  empty: {
    noSales: 'A forecast stands on won deals: import the CRM export first.',
    noCut: 'Nothing was won here in the data.',
    import: 'Import data'
  },
  cut: 'Sales of',
  cuts: { company: 'The whole company' },
  grain: 'By',
  grains: { quarter: 'Quarter', month: 'Month', week: 'Week' },
  horizon: 'Ahead',
  horizons: {
    year: 'A year',
    planYear: 'To the end of {{year}}'
  },
  chart: {
    title: 'Strongest ahead is {{period}}: {{low}} to {{high}}',
    titleNoRange: 'Strongest ahead is {{period}}: {{middle}}',
    subtitle: '{{what}} by {{period}}, {{currency}}; data as of {{on}}',
    sold: 'Sold',
    running: 'Running, so far',
    middle: 'Forecast, middle',
    range80: '80 of 100',
    range95: '95 of 100',
    foundBreak: 'Level breaks here',
    oneOff: 'Large deal',
    outlier: 'Drawn in',
    recorded: 'Recorded',
    change: 'Counted differently from {{on}} on',
    baseline: 'Baseline: {{method}}'
  },
  columns: {
    period: 'Period',
    sold: 'Sold',
    deals: 'Deals',
    low95: 'Low 95 %',
    low80: 'Low 80 %',
    high80: 'High 80 %',
    high95: 'High 95 %',
    baseline: 'Baseline',
    middle: 'Middle',
    from: 'Made from'
  },
  table: 'History and forecast',
  running: 'running',
  runningHint: 'Not complete on {{on}}: shown, not forecast from',
  emptyHint: 'No deal was won: counts as zero',
  noRange: 'No range can be given',
  notSold: 'Not over yet',
  notForecast: 'Already over',
  total: '{{span}} together',
  sources: { all: 'all {{count}} periods', ends: '{{from}} and {{to}}' },
  method: 'Method',
  methods: methodNames,
  proposed: 'proposed',
  baseline: 'baseline',
  notBetter: 'not better',
  needs_one: 'needs one period',
  needs_other: 'needs {{count}} periods',
  backtest: {
    explain:
      'Forecasts from {{origins}} earlier points in time, as far ahead as this one, against what came. MASE below 1 beats the seasonal naive one step ahead; WAPE is the error in per cent of sales.',
    missing_one:
      'One more complete period is needed before methods can be tried on the past. Until then the baseline is proposed.',
    missing_other:
      '{{count}} more complete periods are needed before methods can be tried on the past. Until then the baseline is proposed.',
    few: 'With so few starting points a lead is chance; the baseline is proposed.',
    mase: 'MASE',
    wape: 'WAPE'
  },
  why: {
    title: 'Why {{period}} is {{middle}}',
    totalTitle: 'Why {{span}} come to {{middle}}',
    sold: '{{period}}, sold',
    change: 'Average change × {{steps}}',
    average: 'Average of {{count}} periods',
    middle: 'Middle',
    range80: '80 of 100 cases',
    range95: '95 of 100 cases',
    rangeErrors: 'From {{count}} past errors: {{formula}}.',
    rangePredictive: 'From {{count}} periods: {{formula}}.',
    rangePast: 'From {{count}} periods: {{formula}}.',
    all: '{{count}} periods, {{from}} to {{to}}',
    rangeSpread: 'From the spread of {{count}} values: t × standard deviation × √2, wide on purpose.',
    totalErrors: 'The range of the sum: errors partly cancel, so it is narrower than the ranges added up.',
    totalTogether:
      'The range of the sum: what errors of neighbouring periods share is counted once, what they don’t partly cancels.',
    totalSpread: 'The ranges added up, as if every period missed on the same side.',
    source: 'R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2 and 5.5',
    errorSize: 'Size of a past error',
    yearTitle: 'Why {{year}} comes to {{middle}}',
    ahead: 'Forecast, {{count}} periods'
  },
  notes: {
    title: 'What to know',
    partialLeftOut: '{{period}} is still running on {{on}}. It is shown and not forecast from.',
    runningAbove:
      'In {{period}} {{sold}} is sold already, more than its middle: the method does not look at the running period.',
    emptyPeriods_one: 'In one complete period nothing was won; it counts as zero.',
    emptyPeriods_other: 'In {{count}} complete periods nothing was won; they count as zero.',
    lateStart:
      'The first sale is of {{on}}, day {{day}} of {{days}} in {{period}}. If the data only begin there, that period is too low, and so is what repeats it.',
    rangeFromSpread:
      'The range is wide because the history is short: {{errors}} past errors, {{values}} periods. With one season, season and chance can’t be told apart, so the spread of the periods is taken whole.',
    noRange: 'One period alone doesn’t say how much sales vary: no range is given.',
    cutAtZero: 'Ranges end at zero, as nothing was ever negative.',
    notBetter: 'Before, this method erred more than the baseline.',
    outliers:
      'Drawn in before forecasting, as they lie far from their neighbours: {{periods}}. In the picture they stand as sold.',
    oldLeftOut_one: 'The oldest period is not used: it says nothing about what comes that later ones don’t.',
    oldLeftOut_other:
      'The oldest {{count}} periods are not used: they say nothing about what comes that later ones don’t.',
    seasonUnknown_one: 'One more period is needed for two years: until then a season can’t be told from chance.',
    seasonUnknown_other:
      '{{count}} more periods are needed for two years: until then a season can’t be told from chance.',
    driversLeftOut: 'Not in the regression: {{drivers}}.',
    noSpread: 'All past errors are zero, so the range has no width. That is arithmetic, not certainty.',
    otherCurrency_one: 'One deal in another currency is not in the figures.',
    otherCurrency_other: '{{count}} deals in other currencies are not in the figures.',
    afterEnd_one: 'One deal won after {{on}} is not in the figures.',
    afterEnd_other: '{{count}} deals won after {{on}} are not in the figures.'
  },
  year: {
    title: '{{year}} in all',
    sold: 'Sold so far',
    none: 'History and forecast don’t cover {{year}}.',
    target: 'Quotas can take this as their target once the forecast is kept.',
    toQuotas: 'Set quotas'
  },
  runs: {
    title: 'Kept forecasts',
    none: 'None kept yet.',
    remove: 'Remove',
    line: '{{method}}, {{cut}}'
  },
  errors: {
    ...forecastAccuracy.errors,
    ...forecastCases.errors,
    ...forecastHierarchy.errors,
    ...forecastMethods.errors,
    ...forecastPipeline.errors,
    ...forecastSeries.errors,
    noSales: 'There is no won deal up to the day the data end. Import deals, or look at another team or seller.',
    tooShort:
      'This method needs {{needs}} complete periods and there are {{has}}. Choose another method or a finer grain.',
    notFound: 'That forecast is gone. The list shows what there is now.',
    nobody: 'That team or seller is gone from the workspace.'
  },
  commands: {
    ...forecastAccuracy.commands,
    ...forecastCases.commands,
    ...forecastHierarchy.commands,
    ...forecastMethods.commands,
    ...forecastPipeline.commands,
    ...forecastSeries.commands,
    run: 'Keep forecast',
    remove: 'Remove forecast'
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
    total: 'Forecast, all periods',
    period: 'Forecast of the period'
  }
} as const
