// The words about levers of cases, in English.
export const caseLevers = {
  title: 'Levers',
  moved_one: '{{count}} lever moved',
  moved_other: '{{count}} levers moved',
  movedNone: 'No lever is moved: the case is the forecast as it stands.',
  locked: 'The scenario is locked: its cases can be read, not moved.',
  groups: {
    selling: 'Selling',
    people: 'Sellers',
    customers: 'Customers',
    calendar: 'Season and currencies'
  },
  names: {
    winRate: 'Win rate',
    dealSize: 'Deal size',
    cycle: 'Sales cycle',
    leads: 'Deals made',
    price: 'Price',
    startDelay: 'Delay of hires',
    ramp: 'Ramp',
    attrition: 'Attrition',
    churn: 'Churn',
    expansion: 'Expansion',
    seasonality: 'Seasonality',
    exchangeRate: 'Exchange rate'
  },
  rateOf: 'Exchange rate {{currency}}',
  hires: 'Hires',
  others: 'Small ones together',
  how: {
    winRate: 'Multiplies what closes from then on, of open deals and of deals not made yet.',
    dealSize: 'Multiplies what deals made from then on bring. Open deals keep their amounts.',
    cycle:
      'Moves closings by so many days. What slips past the end of the year is lost to it; a shorter cycle pulls in what would come after it.',
    leads: 'Multiplies how many deals are made from then on. They arrive with the time that deals take to close.',
    price:
      'Changes the price of deals made from then on, less the volume that a higher price loses. Offers that are out keep theirs.',
    startDelay: 'Planned hires start so many months later.',
    ramp: 'Lengthens or shortens the months until hires, and those who fill places, sell in full.',
    attrition:
      'Points of sellers a year who leave above the usual. What they would make is missing until their places are filled and the newcomers sell in full.',
    churn: 'Points of customers a year who stop buying above the usual. It builds up evenly, month by month.',
    expansion: 'Points a year that existing customers buy above the usual. It builds up evenly, month by month.',
    seasonality: 'Makes strong months stronger and weak ones weaker; below zero, flatter. The year stays the same.',
    exchangeRate: 'The currency is worth so much more or less. It moves the part of each month that is sold in it.'
  },
  measured: {
    winRate_one: 'Today {{value}} of {{count}} closed deal',
    winRate_other: 'Today {{value}} of {{count}} closed deals',
    dealSize_one: 'Today {{value}}, mean of {{count}} won deal',
    dealSize_other: 'Today {{value}}, mean of {{count}} won deals',
    cycle_one: 'Today {{value}}, middle of {{count}} won deal',
    cycle_other: 'Today {{value}}, middle of {{count}} won deals',
    leads_one: 'Today {{value}} a month, mean of {{count}} month',
    leads_other: 'Today {{value}} a month, mean of {{count}} months',
    ramp: 'Today {{value}}',
    attrition_one: 'Today {{value}} a year, {{count}} seller',
    attrition_other: 'Today {{value}} a year, {{count}} sellers',
    churn_one: 'Today {{value}} a year of {{count}} customer',
    churn_other: 'Today {{value}} a year of {{count}} customers',
    expansion_one: 'Today {{value}} a year, {{count}} customer',
    expansion_other: 'Today {{value}} a year, {{count}} customers',
    exchangeRate: '{{value}} of what was sold lately',
    unknown: 'The data don’t say what it is today'
  },
  becomes: '→ {{value}}',
  becomesRange: '→ {{value}} ({{low}} to {{high}})',
  lacks: {
    existingRatio:
      'Can’t be moved: the data don’t say which part of what is to come is business with existing customers.',
    seasonality: 'Can’t be moved: seasons need two full years of sales.',
    currency: 'Moves nothing: nothing was sold in this currency lately.',
    nothingToCome: 'Moves nothing: nothing is to come in this year any more.',
    hires: 'Moves nothing: no hires are planned.'
  },
  noCurrencies: 'All that was sold lately was in {{currency}}: no exchange rate moves it.',
  amounts: {
    days_one: '{{value}} day',
    days_other: '{{value}} days',
    months_one: '{{value}} month',
    months_other: '{{value}} months',
    points_one: '{{value}} point',
    points_other: '{{value}} points'
  },
  suffix: { change: '%', points: 'pts', days: 'days', months: 'mo.' },
  spoken: {
    none: 'as it is',
    more: '{{value}} more',
    less: '{{value}} less',
    with: '{{value}}, which comes to {{becomes}}'
  },
  about: 'About ± {{value}}',
  aboutUneven: '{{below}} below and {{above}} above the value',
  aboutNone: 'No range: taken as certain',
  parameters: {
    volumeLossRatio: 'Volume lost per 1% of price',
    backfillMonths: 'Months until a place is filled'
  },
  now: 'From now on',
  between: 'between',
  and: 'and',
  more: 'Range and first month of {{name}}',
  outsideYear: '{{key}} (not in this year)',
  fields: {
    value: '{{name}}, change',
    low: '{{name}}, low',
    high: '{{name}}, high',
    from: '{{name}}, from'
  },
  reset: 'Set {{name}} back to no change',
  effect: {
    amongOthers: 'small',
    amongOthersHelp: 'It moves the year less than the others do and is counted with the small ones together.'
  },
  why: {
    title: 'Why {{name}} brings {{amount}}',
    change: 'Change',
    becomes: 'Comes to',
    from: 'From',
    low: 'The year with it at its low',
    high: 'The year with it at its high',
    part: 'Its part of the difference to the forecast',
    shares:
      'What levers bring together is shared out evenly over the orders in which they could be moved (Shapley values), so the parts add up to the difference exactly.',
    event: 'Events act on no lever and no lever on them: the part is what the event adds by itself.'
  },
  problems: {
    notANumber: 'Not a number',
    notInOrder: 'Low, value and high are not in order',
    outOfBounds: '{{low}} to {{high}}',
    notWhole: 'A whole number from {{low}} to {{high}}',
    notAChance: '0% to 100%',
    noName: 'It needs a name',
    usedName: 'Another event has this name'
  },
  notes: {
    title: 'What to know',
    noYield: 'What a seller sells isn’t known from the data: hires add nothing.',
    hiresStarted_one:
      '{{count}} hire is planned to have started already: it comes on top of the sellers of today, among whom it may be.',
    hiresStarted_other:
      '{{count}} hires are planned to have started already: they come on top of the sellers of today, among whom they may be.',
    noRamp: 'No ramp is measured: newcomers count as selling in full from their first day, but for the ramp lever.',
    noCloseLag: 'The time from made to won isn’t measured: deals count as closing in the month they are made.',
    atBound: 'Goes no further than {{bound}} with these data: worked out there.',
    afterTooShort:
      'A cycle this much shorter reaches further than the months after the year that are forecast: part of what it pulls in is missing.'
  },
  hiring: {
    title: 'Planned hires',
    today_one: '{{count}} seller today',
    today_other: '{{count}} sellers today',
    heads: '{{first}} in {{from}}, {{last}} in {{to}}',
    yield: 'in full swing one books {{amount}} a month',
    ramp: 'after a ramp of {{months}}',
    brings: 'In the year',
    empty: 'No hires are planned in this case.',
    name: 'Who',
    count: 'How many',
    start: 'Start',
    add: 'Add hires',
    remove: 'Remove {{name}}',
    unnamed: 'these hires',
    newName: 'New sellers',
    fields: { name: 'Hires {{at}}, who', count: 'Hires {{at}}, how many', start: 'Hires {{at}}, start' }
  },
  events: {
    title: 'Events',
    subtitle: 'A product launched, a fair, a large customer lost: amounts on top of all levers.',
    empty: 'No events in this case.',
    add: 'Add event',
    newName: 'Event',
    numbered: 'Event {{number}}',
    remove: 'Remove {{name}}',
    name: 'Event',
    start: 'Start',
    months: 'Months',
    monthsHelp: 'Empty: to the end of the year',
    toEnd: 'to the end',
    unit: 'Brings',
    units: { amount: 'Amount a month', ratio: '% of what comes' },
    low: 'Low',
    middle: 'Middle',
    high: 'High',
    chance: 'Chance',
    brings: 'In the year'
  }
} as const
