// The words about parts and whole, in English.
export const forecastHierarchy = {
  /** Shown under `forecasts.hierarchy`. */
  words: {
    tree: 'Part by',
    trees: { teams: 'Teams', territories: 'Territories', segments: 'Segments' },
    grain: 'By',
    reconciler: 'Add up by',
    reconcilers: {
      minimumTrace: {
        name: 'Minimum trace',
        how: 'Each forecast moves by how wrong it usually is and by what its errors have in common with the others’. What is surest moves least.',
        source:
          'Wickramasuriya, Athanasopoulos and Hyndman, JASA 114 (2019); correlations shrunk after Schäfer and Strimmer (2005)'
      },
      byVariance: {
        name: 'By size of errors',
        how: 'Each forecast moves by how wrong it usually is, each for itself.',
        source: 'Hyndman, Lee and Wang, Computational Statistics & Data Analysis 97 (2016)'
      },
      ordinary: {
        name: 'All alike',
        how: 'All forecasts count the same, whatever their size and record (ordinary least squares).',
        source: 'Hyndman, Ahmed, Athanasopoulos and Shang, Computational Statistics & Data Analysis 55 (2011)'
      },
      bottomUp: {
        name: 'From the bottom up',
        how: 'The smallest parts stay as forecast; everything above is their sum.',
        source: 'Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 11.2'
      },
      topDownForecast: {
        name: 'From the top, by forecasts',
        how: 'The company’s forecast is shared out in proportion to the parts’ own forecasts, level by level.',
        source: 'Athanasopoulos, Ahmed and Hyndman, International Journal of Forecasting 25 (2009)'
      },
      topDownHistory: {
        name: 'From the top, by last year',
        how: 'The company’s forecast is shared out as sales were in the last year.',
        source: 'Gross and Sohl, Journal of Forecasting 9 (1990), over one year'
      }
    },
    leavers: 'Sales of people who left',
    leaversChoices: { end: 'Leavers’ sales end', goOn: 'Leavers’ sales go on' },
    leaversHint: 'Who took over sells on, or those sales are lost: the data don’t say which.',
    shown: 'Figures of',
    restOf: 'Rest of {{year}}',
    run: 'Forecast the parts',
    again: 'Forecast anew',
    keep: 'Keep these forecasts',
    keepHint: 'Stores them with the scenario in place of those kept before; quotas can start from them',
    keepFirst: 'All parts must be forecast first',
    remove: 'Remove',
    keptLine: 'Kept on {{on}}: {{tree}}, {{reconciler}}, {{amount}} in all.',
    fromKept:
      'This is the forecast kept on {{on}}. Forecast anew to see it with today’s sales or to add it up another way.',
    changed_one: 'One part has other sales now than it was forecast from.',
    changed_other: '{{count}} parts have other sales now than they were forecast from.',
    stopped: 'Stopped: {{done}} of {{toDo}} parts are forecast. They add up only when all are.',
    working: 'Forecasting {{name}}',
    empty_one: 'The part below the company isn’t forecast yet.',
    empty_other:
      'The {{count}} parts aren’t forecast yet: each gets a forecast of its own, then all are made to add up.',
    finding: {
      more: '{{span}}: the parts came to {{ratio}} more than the company by itself.',
      less: '{{span}}: the parts came to {{ratio}} less than the company by itself.',
      same: '{{span}}: the parts came to as much as the company by itself.',
      moved_one: 'Adding up moved {{moved}}.',
      moved_other: 'Adding up moved the {{count}} smallest parts by {{moved}} in all.',
      running: '{{done}} of {{toDo}} parts are forecast; they are made to add up when all are.'
    },
    key: {
      company: 'The company, {{span}}',
      middle: 'middle {{middle}}',
      byItself: 'The company by itself',
      against: 'its parts by themselves: {{parts}}',
      moved: 'Moved in all',
      movedAgainst: '{{ratio}} of the company'
    },
    columns: {
      part: 'Part',
      history: 'Sold, then forecast',
      lastYear: 'Last year',
      lastYearHint: 'Sold in the last twelve months or four quarters that are complete',
      base: 'By itself',
      baseHint: 'The forecast of this part from its own history, before adding up',
      difference: 'Moved',
      differenceHint: 'What adding up added or took off',
      low80: 'Low 80 %',
      high80: 'High 80 %',
      low95: 'Low 95 %',
      high95: 'High 95 %',
      middle: 'Forecast',
      share: 'Share',
      shareHint: 'Of the company’s forecast',
      method: 'Method',
      note: 'Note'
    },
    table: 'Parts and whole',
    total: 'Parts seen, added up',
    kinds: {
      company: 'The company',
      leavers: 'People who left',
      noTeam: 'Without a team',
      noSeller: 'Deals without a seller',
      ownAccounts: '{{name}}, directly',
      noTerritory: 'Accounts without a territory',
      noSegment: 'Accounts without a segment'
    },
    statuses: { waiting: 'waiting', noHistory: 'no history', ended: 'ended' },
    missing: {
      waiting: 'Not forecast yet',
      noHistory: 'Nothing was sold here in a complete period, so nothing is forecast: it isn’t guessed',
      ended: 'These people left, and their sales are taken to end',
      notAdded: 'Known when all parts are forecast',
      noRange: 'No range can be given',
      noYear: 'There is no complete year yet',
      noShare: 'The company’s forecast is zero'
    },
    methods: {
      combination: 'Combination',
      naive: 'Same as the last period',
      seasonalNaive: 'Same as last year',
      constant: 'As always',
      sba: 'Now and then',
      tsb: 'Now and then, fading'
    },
    notes: {
      withoutHistory_one: 'One person without a sale yet is not in it.',
      withoutHistory_other: '{{count}} people without a sale yet are not in it.',
      leavers_one: 'One person who left: {{names}}.',
      leavers_other: '{{count}} people who left: {{names}}.',
      namesAndMore: '{{names}} and others',
      heldAtZero_one: 'Held at zero in one period, as nothing was ever below it.',
      heldAtZero_other: 'Held at zero in {{count}} periods, as nothing was ever below it.',
      seasonUnknown: 'Less than two years of history: a season can’t be told from chance.',
      outliers_one: 'One period far from its neighbours was drawn in.',
      outliers_other: '{{count}} periods far from their neighbours were drawn in.',
      fewErrors: 'Little history: it is held to be as wrong as it is large, so it moves first.'
    },
    why: {
      title: 'Why {{amount}}',
      base: 'By itself',
      pullMore: '{{name}} was {{gap}} more than its parts',
      pullLess: '{{name}} was {{gap}} less than its parts',
      children: '{{count}} parts, added up',
      shared: 'Its share of what lies above: {{share}} of the company',
      kept: 'Stays as forecast',
      rest: 'Smaller gaps, zero and rounding',
      ended: 'Sales of people who left, taken to end',
      result: 'As it adds up',
      range80: '80 of 100 cases',
      range95: '95 of 100 cases',
      width:
        'The range is that of its own forecast around the new middle, {{ratio}} as wide: as much as the error becomes by adding up.',
      widthUnknown: 'The range is that of its own forecast around the new middle: how sure the shares are isn’t known.',
      shrinkage:
        'Correlations of past errors were drawn to zero by {{ratio}}, as the history is short for so many parts.',
      errors: 'Past errors are one-step errors of simple smoothing within each history, its season taken out.',
      noForecast: 'Nothing is forecast here.',
      allPeriods: 'All periods together; the figures in the table may be of fewer.'
    },
    chart: {
      title: 'Sold so far, and {{middle}} to come',
      subtitle: 'Won deals by {{period}}, {{currency}}',
      sold: 'Sold',
      base: 'By itself',
      middle: 'As it adds up',
      range80: '80 of 100'
    }
  },
  /** Join the errors, commands and progress of forecasts. */
  errors: {
    partsMissing: 'The parts aren’t all forecast. Forecast them, then keep them.',
    noParts: 'The company has no such parts yet. Add teams, territories or segments, or part it another way.'
  },
  commands: {
    keepParts: 'Keep forecasts of {{count}} parts',
    removeKeptParts: 'Remove kept forecasts of the parts'
  },
  progress: { parts: 'Forecasting the parts' }
} as const
