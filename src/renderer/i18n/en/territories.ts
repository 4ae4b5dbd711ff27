// The words of territories in English.
export const territories = {
  title: 'Territories',
  all: 'All territories',
  noPlan: 'Territories belong to a plan: add a fiscal year first.',
  locked: 'The scenario is locked: unlock it, or copy it and change the copy',
  finding: {
    even: 'The territories are even: all lie within {{band}} of the mean of {{measure}}.',
    largest: '{{name}} holds {{times}} times the mean of {{measure}}.',
    assigned_one: 'One account has a territory',
    assigned_other: '{{count}} accounts have a territory',
    unassigned_one: 'one has none.',
    unassigned_other: '{{count}} have none.',
    allAssigned: 'none is left over.'
  },
  empty: {
    noAccounts: 'Territories are made of accounts: import them first.',
    import: 'Import data',
    noTerritories: 'Let a rule propose territories from what each team sold, or make the first one by hand.',
    propose: 'Propose territories',
    create: 'New territory'
  },
  measure: 'Compare by',
  measures: { revenue: 'Revenue', accounts: 'Accounts', openPipeline: 'Open pipeline' },
  inSentence: { revenue: 'revenue', accounts: 'accounts', openPipeline: 'open pipeline' },
  sales: 'Sales counted',
  salesDates: { last12: 'Last 12 months', all: 'All there are' },
  columns: {
    name: 'Territory',
    accounts: 'Accounts',
    revenue: 'Revenue',
    openPipeline: 'Open pipeline',
    index: 'Against mean',
    indexHint: '100 is the mean of the territories without any below them',
    sellers: 'Sellers',
    checks: 'To look at'
  },
  noIndex: 'Only territories with none below them are compared',
  tags: { empty: 'empty', noSeller: 'no seller', aboveLeaf: 'accounts above', manual: '{{ratio}} by hand' },
  create: {
    title: 'New territory',
    name: 'Name',
    parent: 'Under',
    top: 'At the top',
    save: 'Make territory'
  },
  even: {
    title: 'How even they are',
    chart: '{{high}} stands highest, {{low}} lowest',
    chartOne: 'Only one territory: nothing to compare',
    chartSubtitle: '{{measure}} against the mean (100)',
    territory: 'Territory',
    index: 'Index',
    mean: 'Mean',
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
    divided: 'value ÷ mean × 100'
  },
  checks: {
    title: 'Checks',
    fine: 'Every account has one territory and every territory a seller.',
    unassigned_one: 'One account has no territory',
    unassigned_other: '{{count}} accounts have no territory',
    double_one: 'One account lies in two territories at once',
    double_other: '{{count}} accounts lie in two territories at once',
    empty_one: 'One territory is empty',
    empty_other: '{{count}} territories are empty',
    noSeller_one: 'One territory has no seller',
    noSeller_other: '{{count}} territories have no seller',
    aboveLeaf_one: 'One territory holds accounts and has others below it',
    aboveLeaf_other: '{{count}} territories hold accounts and have others below them',
    otherCurrency_one: 'One deal in another currency is in no figure',
    otherCurrency_other: '{{count}} deals in other currencies are in no figure'
  },
  pane: {
    share: 'Share of all',
    against: 'Against the mean',
    manual: 'Placed by hand',
    team: 'Team {{name}}',
    noTeam: 'Made by hand or by a field',
    parent: 'Under',
    remove: 'Remove territory',
    coverage: 'Who covers it',
    noCoverage: 'Nobody yet.',
    always: 'always',
    from: 'from {{from}}',
    to: 'until {{to}}',
    fromTo: '{{from}} to {{to}}',
    left: 'left {{on}}',
    add: 'Add a seller',
    pick: 'Choose a seller',
    fromLabel: 'From',
    toLabel: 'Until',
    cover: 'Add',
    uncover: 'Take {{name}} off',
    dates: 'Dates of {{name}}',
    saveDates: 'Save dates'
  },
  accounts: {
    title: 'Accounts',
    show: { territory: 'Chosen', unassigned: 'Unassigned', all: 'All' },
    columns: {
      name: 'Account',
      territory: 'Territory',
      revenue: 'Revenue',
      openPipeline: 'Open pipeline',
      region: 'Region',
      country: 'Country',
      industry: 'Industry',
      segment: 'Segment',
      why: 'Why here',
      hint: 'Where sales point'
    },
    none: 'No account here.',
    noneUnassigned: 'Every account has a territory.',
    unknown: 'Not in the data',
    total: 'Total',
    assign: 'Move to …',
    unassign: 'Unassign'
  },
  assign: {
    title_one: 'Move one account',
    title_other: 'Move {{count}} accounts',
    to: 'To',
    reason: 'Reason',
    reasonHelp: 'Kept with the account and shown where it is asked why. Rules leave it alone from then on.',
    save: 'Move'
  },
  source: { rule: 'rule', manual: 'by hand', none: 'No territory' },
  evidence: {
    title: 'Why {{account}} is in {{territory}}',
    hintTitle: 'Where the sales to {{account}} point',
    teamShare: '{{team}} {{ratio}}',
    sold: 'Sold by {{team}}',
    deals_one: 'one deal',
    deals_other: '{{count}} deals',
    total: 'Sold by all',
    share: 'Share',
    runnerUp: 'Next: {{team}}',
    teamRule: 'Rule: the team that sold most to the account.',
    field: 'Rule: {{field}} is {{value}}.',
    manual: 'Placed by hand.',
    reason: 'Reason given: {{reason}}',
    noReason: 'No reason was given.',
    rule: 'Placed by a rule.'
  },
  fields: { country: 'Country', region: 'Region', industry: 'Industry', segment: 'Segment' },
  reasons: {
    noSales: 'nothing sold to it',
    tie: 'even between {{teams}}',
    noTeam: 'sold mostly by people in no team',
    noValue: 'no {{field}} in the data'
  },
  propose: {
    title: 'Propose territories',
    rule: 'Rule',
    rules: { byTeamSales: 'By the team that sold most', byField: 'By a field of the account' },
    level: 'Teams',
    levelOption_one: 'One: {{names}}',
    levelOption_other: '{{count}}: {{names}}',
    field: 'Field',
    keepManual: 'Leave accounts placed by hand where they are',
    withSellers: "Put each team's sellers on its territory",
    removeEmpty: 'Remove territories that lose all their accounts',
    columns: { name: 'Territory', accounts: 'Accounts', revenue: 'Revenue', sellers: 'Sellers' },
    isNew: 'new',
    placed_one: 'One account is placed',
    placed_other: '{{count}} accounts are placed',
    moved_one: 'one changes territory',
    moved_other: '{{count}} change territory',
    kept_one: 'one stays as placed by hand',
    kept_other: '{{count}} stay as placed by hand',
    removed: 'Goes: {{names}}',
    unplaced_one: 'One account stays unassigned',
    unplaced_other: '{{count}} accounts stay unassigned',
    nothing: 'There is nothing to propose: no team, or no account with this field.',
    apply_one: 'Place one account',
    apply_other: 'Place {{count}} accounts'
  },
  errors: {
    notFound: 'That territory is gone. The list shows what there is now.',
    nameTaken: 'This scenario already has a territory called {{name}}. Choose another name.',
    loop: '{{name}} can’t go under {{parentName}}, which lies below it.',
    accountMissing: 'One of these accounts is gone from the workspace. Nothing was moved.',
    sellerMissing: 'That seller is gone from the workspace.',
    coverageMissing: 'That entry is gone. The list shows what there is now.',
    coverageOverlaps:
      '{{sellerName}} already covers {{territoryName}} on some of these days. Change those dates instead.',
    datesReversed: 'The last day ({{toOn}}) lies before the first ({{fromOn}}).',
    nothingProposed: 'The rule found no territory. Choose another rule, or add teams or the field to the data.'
  },
  commands: {
    applyProposal_one: 'Place one account by rule',
    applyProposal_other: 'Place {{count}} accounts by rule',
    create: 'Make territory {{name}}',
    rename: 'Rename territory {{from}} to {{name}}',
    move: 'Move territory {{name}}',
    remove: 'Remove territory {{name}}',
    assign_one: 'Move one account to {{name}}',
    assign_other: 'Move {{count}} accounts to {{name}}',
    unassign_one: 'Unassign one account',
    unassign_other: 'Unassign {{count}} accounts',
    cover: 'Put {{seller}} on {{name}}',
    changeCoverage: 'Change dates of {{seller}} on {{name}}',
    uncover: 'Take {{seller}} off {{name}}'
  },
  facts: {
    accounts: 'Accounts',
    revenue: 'Revenue of 12 months',
    sellers: 'Sellers',
    unassigned: 'Unassigned accounts',
    balance: 'Balance index of revenue'
  }
} as const
