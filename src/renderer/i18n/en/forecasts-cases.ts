// The words about cases of what may come, in English; those of levers and tools are in the files beside.
import { caseLevers } from './forecasts-cases-levers.ts'
import { caseTools } from './forecasts-cases-tools.ts'

export const forecastCases = {
  /** Shown under `forecasts.cases`. */
  words: {
    levers: caseLevers,
    tools: caseTools,
    empty: {
      title: 'Three cases to begin with: as forecast, a good and a bad one from what your own data vary by.',
      finding: 'No case yet.',
      make: 'Make three cases'
    },
    add: 'Add a case',
    name: 'Name',
    save: 'Save',
    notes: 'Notes',
    targetOfYear: 'Target of the year',
    targetHelp: 'Cases and the pipeline say how likely it is reached.',
    names: { base: 'Base', good: 'Good', bad: 'Bad', own: 'Case {{number}}' },
    finding: {
      range:
        '{{name}}: {{low}} to {{high}} in {{year}} (80 of 100), middle {{middle}}, {{change}} ({{ratio}}) against the forecast.',
      same: '{{name}}: {{low}} to {{high}} in {{year}} (80 of 100), middle {{middle}}, as the forecast says.',
      noRange:
        '{{name}}: {{middle}} in {{year}}, {{change}} against the forecast; the history is too short for a range.'
    },
    list: {
      title: 'The cases side by side',
      year: '{{year}}, whole year',
      forecast: 'Forecast',
      p10: 'Low (P10)',
      p50: 'Median (P50)',
      p90: 'High (P90)',
      middle: 'Levers at their middles',
      against: 'Against the forecast',
      reach: 'Chance to reach {{target}}',
      reachNone: 'Chance to reach the target',
      noTarget: 'No target of the year is set',
      noRange: 'The forecast has no range: its history is too short',
      notMoved: 'Not moved in this case'
    },
    menu: {
      label: 'What to do with {{name}}',
      rename: 'Rename',
      copy: 'Copy',
      copyName: '{{name}} copy',
      left: 'Move left',
      right: 'Move right',
      remove: 'Remove'
    },
    charts: {
      months: '{{name}}: {{year}} goes from {{from}} to {{to}}',
      monthsOf: 'Bookings by month, {{currency}}; data as of {{on}}',
      sold: 'Sold',
      toCome: 'To come, {{name}}',
      forecast: 'Forecast',
      waterfall: 'Most comes from {{effect}}: {{change}}',
      waterfallOf: 'From the forecast of {{from}} to the case, {{year}}; the parts add up exactly',
      effect: 'Lever',
      change: 'Change of the year',
      tornado: 'Most hangs on {{effect}}',
      tornadoOf: 'The year {{year}} with one lever at its low or high end, around {{middle}}',
      low: 'At its low end',
      high: 'At its high end'
    },
    target: {
      open: 'Use as target',
      openHint: 'Keeps the number with the scenario; quotas can share it out',
      title: 'Use {{name}} as target',
      which: 'Which of its numbers',
      middle: 'levers at their middles',
      percentile: 'P{{percentile}}',
      advised: 'P{{percentile}}, by the cost of error',
      stretch: 'On top',
      comesTo: '{{target}} for {{year}}: {{case}} and {{stretch}} on top.',
      hint: 'Months that are over stay as sold; the rest is shared out over what is still to come.',
      use: 'Use and set quotas'
    },
    targets: {
      title: 'Handed over as target',
      line: '{{at}}, {{stretch}} on top, {{on}}',
      remove: 'Remove the target of {{name}} of {{on}}'
    },
    basis: {
      title: 'What cases start from',
      over: 'The year is over: nothing is forecast.',
      forecast_one: 'The automatic forecast of the whole company from one complete month, data as of {{on}}.',
      forecast_other: 'The automatic forecast of the whole company from {{count}} complete months, data as of {{on}}.',
      measured: 'Levers are compared with {{from}} to {{to}}.',
      open_one: 'One open deal, worth {{amount}} by the measured win rate, is part of what is to come.',
      open_other: '{{count}} open deals, worth {{amount}} by the measured win rate, are part of what is to come.',
      withoutAmount_one: 'One open deal has no amount and counts for nothing.',
      withoutAmount_other: '{{count}} open deals have no amount and count for nothing.',
      placedByAge_one: 'One open deal has no date ahead: it is placed by how long deals usually take.',
      placedByAge_other: '{{count}} open deals have no date ahead: they are placed by how long deals usually take.',
      aboveForecast:
        'Open deals of {{amount}} are more than the forecast of their months leaves room for; they count up to it.',
      missing: '{{fact}}: not told by the data. {{reason}}'
    },
    facts: {
      winRatio: 'Win rate',
      dealSizeMinor: 'Deal size',
      cycleDays: 'Length of the cycle',
      dealsPerMonth: 'Deals made a month',
      sellers: 'Sellers',
      yieldPerSellerMinor: 'What a seller brings a month',
      rampMonths: 'Ramp',
      attritionRatio: 'Attrition',
      churnRatio: 'Churn',
      expansionRatio: 'Expansion',
      currencies: 'Currencies',
      seasonality: 'Seasonality',
      existing: 'Business with existing customers',
      closeLag: 'Time from made to won'
    },
    reasons: {
      noClosed: 'No deal was closed in these months.',
      noLost: 'No deal is recorded as lost.',
      noWon: 'No deal was won in these months.',
      noCreatedDates: 'Deals have no date on which they were made.',
      fewDeals: 'Too few deals.',
      noSellers: 'Nobody who carries a quota is in the workspace.',
      noLeavers: 'Nobody is recorded as having left.',
      fewHires: 'Too few hires.',
      neverFull: 'Hires did not come to what others bring in the time looked at.',
      shortHistory: 'The history is too short.',
      noAccounts: 'Deals have no accounts.'
    }
  },
  /** Join the errors, commands and progress of forecasts. */
  errors: {
    caseMissing: 'That case is gone. The list shows what there is now.',
    caseNameMissing: 'A case needs a name.',
    caseNameTaken: 'There is a case called {{name}} already. Choose another name.',
    caseOrderStale: 'Cases have been added or removed meanwhile. Try again.',
    caseYearTooFar:
      'The plan’s year ends {{months}} months after the data: too far to say anything. Import newer data or choose an earlier plan.',
    caseTargetMissing: 'That target is gone already.',
    caseNoRange: 'The forecast has no range, so there is no percentile to plan on. Take the middle.'
  },
  commands: {
    addCases_one: 'Add case {{name}}',
    addCases_other: 'Add {{count}} cases',
    copyCase: 'Copy case to {{name}}',
    renameCase: 'Rename case to {{name}}',
    changeCase: 'Change case {{name}}',
    noteCase: 'Note on case {{name}}',
    orderCases: 'Order cases',
    removeCase: 'Remove case {{name}}',
    keepCase: 'Use {{name}} as target',
    removeCaseTarget: 'Remove target of {{name}}',
    changeSettings: 'Change settings of forecasts'
  },
  progress: {}
} as const
