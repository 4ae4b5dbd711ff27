// The words about what a series stands on, in English.
export const forecastSeries = {
  /** Shown under `forecasts.series`. */
  words: {
    business: { new: 'New business', existing: 'Existing accounts' },
    rest: {
      team: 'In no team',
      seller: 'Without a seller',
      territory: 'In no territory',
      segment: 'Without a segment',
      product: 'Without a product',
      family: 'Without a product family',
      business: 'Unknown whether new or existing'
    },
    groups: {
      team: 'Teams',
      seller: 'Sellers',
      territory: 'Territories',
      segment: 'Segments',
      product: 'Products',
      family: 'Product families',
      business: 'New and existing'
    },
    source: 'Counted from',
    sources: { bookings: 'Won deals', invoices: 'Invoices', totals: 'Typed totals' },
    title: 'What the history stands on',
    subtitle: 'What you decide here holds for every forecast of these sales, and can be undone.',
    parts: {
      oneOffs: 'Large deals',
      changes: 'Changed definitions',
      empty: 'Empty periods',
      drivers: 'Drivers',
      totals: 'Typed totals'
    },
    partsLabel: 'Part of the history',
    notes: {
      cleaned_one:
        'One large deal is left out of the history ({{amount}}). Such a deal would come on top of the forecast.',
      cleaned_other:
        '{{count}} large deals are left out of the history ({{amount}}). Such deals would come on top of the forecast.',
      capped_one: 'One large deal counts only in part: {{amount}} of it are left out.',
      capped_other: '{{count}} large deals count only in part: {{amount}} of them are left out.',
      filled_one: 'One empty period is taken as missing and filled in from its neighbours.',
      filled_other: '{{count}} empty periods are taken as missing and filled in from their neighbours.',
      leftOut_one: 'One period before {{on}} is left out, as things were counted differently then.',
      leftOut_other: '{{count}} periods before {{on}} are left out, as things were counted differently then.',
      rescaled: 'Amounts before {{on}} are multiplied by {{factor}}, as things were counted differently then.',
      marked: 'From {{on}} on something is counted differently. Values before stay as they are.',
      sameDay_one: '{{sold}} are sold in {{period}} after {{days}} days. By that day one earlier period had {{usual}}.',
      sameDay_other:
        '{{sold}} are sold in {{period}} after {{days}} days. By that day {{count}} earlier periods had {{usual}} (median).',
      cutOn: 'Teams and territories are those of {{on}}, for the whole history.',
      otherCurrency_one: 'One invoice in another currency without a rate is not in the figures.',
      otherCurrency_other: '{{count}} invoices in other currencies without a rate are not in the figures.',
      afterEnd_one: 'One invoice after {{on}} is not in the figures.',
      afterEnd_other: '{{count}} invoices after {{on}} are not in the figures.'
    },
    oneOffs: {
      none: 'Nothing was won here, so there is no large deal to look at.',
      onlyDeals: 'Single deals are known only where the history is counted from won deals.',
      found_one: 'One deal is unusually large. Would another like it come?',
      found_other: '{{count}} deals are unusually large. Would others like them come?',
      noneFound: 'No deal is unusually large. The largest are listed.',
      rule: 'Unusual is above {{fence}} (upper quartile plus 1.5 times the distance of the quartiles, on logarithms, at least three times the median; {{count}} deals; Tukey 1977) and at least 10 % of its period.',
      tooFew_one: 'With one deal, too few to tell what is usual. The largest are listed.',
      tooFew_other: 'With {{count}} deals, too few to tell what is usual. The largest are listed.',
      deal: 'Deal',
      account: 'Account',
      seller: 'Seller',
      closeOn: 'Closed',
      amount: 'Amount',
      times: 'Times the median',
      share: 'Of its period',
      state: 'Decision',
      action: 'Decide',
      unusual: 'unusual',
      noAccount: 'The deal names no account',
      noSeller: 'The deal names no seller',
      treatments: { keep: 'Kept', clean: 'Left out', cap: 'Counts as {{amount}}' },
      dialog: 'Deal of {{amount}}',
      what: 'What to do with it',
      choices: {
        keep: 'Keep it: deals like it come again',
        clean: 'Leave it out: the forecast says that such deals come on top',
        cap: 'Count part of it: up to what is usual'
      },
      cap: 'Counts as',
      capHelp: 'The largest usual amount is {{amount}}',
      capMissing: 'Say what it counts as, less than the deal',
      decide: 'Save',
      forget: 'Take the decision back'
    },
    reason: 'Why',
    reasonHelp: 'Your words; whoever looks at the forecast later sees them',
    changes: {
      none: 'No changed definition is noted for these sales.',
      found:
        'From {{period}} on the level is another: {{before}} a period before, {{after}} after ({{beforeCount}} and {{afterCount}} periods, times {{factor}}). Without a break so large a step comes up in {{chance}} of cases.',
      wholeYears: 'A year on either side, so the season is out of it; growth between the two is still in it.',
      parts: 'Less than a year on one side, so season and growth may be part of it.',
      source: 'D. W. K. Andrews, Econometrica 61 (1993); J.-M. Dufour, Journal of Econometrics 133 (2006)',
      levels: '{{before}} a period before the day, {{after}} after it ({{beforeCount}} and {{afterCount}} periods).',
      take: 'Take {{factor}}',
      use: 'Note the change',
      hide: 'Nothing changed',
      add: 'Note a change',
      line: 'From {{on}}, {{cut}}',
      treatments: {
        rescale: 'Values before times {{factor}}',
        leaveOut: 'Values before are left out',
        mark: 'Only marked'
      },
      edit: 'Change',
      remove: 'Remove',
      addTitle: 'From when is something counted differently?',
      editTitle: 'Changed definition',
      on: 'First day of the new way',
      what: 'Values before',
      choices: { rescale: 'Multiply by a factor', leaveOut: 'Leave out', mark: 'Keep, and mark the day' },
      factor: 'Factor',
      factorHelp: '1.08 where the same sales would be 8 % more in the new way',
      factorWrong: 'A number above zero',
      forWhom: 'For',
      forCompany: 'The whole company',
      save: 'Save'
    },
    empty: {
      none: 'Every complete period has something in it.',
      totals: 'Of typed totals a period without one is unknown and filled in.',
      counts: 'Counts as zero',
      filled: 'Missing, filled in with {{amount}}',
      asMissing: 'It is missing',
      asZero: 'It was zero',
      explain:
        'A period without anything is a zero. If the data of that time are missing, say so: it is filled in from its neighbours.'
    },
    drivers: {
      explain: 'Numbers that sales may follow. A regression can use those that are known for the past and ahead.',
      period: 'Period',
      ahead: 'ahead',
      names: { workingDays: 'Working days', headcount: 'People who sell' },
      hints: {
        workingDays: 'Monday to Friday without days off',
        headcount: 'Sellers and account managers on an average day; ahead: who is hired or leaves by then'
      },
      missing: 'No value is known for this period',
      missingFuture_one: '{{name}}: one coming period has no value, so a regression on it can’t reach there.',
      missingFuture_other: '{{name}}: {{count}} coming periods have no value, so a regression on it can’t reach there.',
      table: 'Drivers by period',
      daysOff: 'Days off ({{count}})',
      paste: 'Paste a driver',
      remove: 'Remove {{name}}'
    },
    daysOff: {
      title: 'Days off',
      help: 'One date a line; Saturdays and Sundays are days off anyway. What is here replaces the list.',
      save_one: 'Save one day',
      save_other: 'Save {{count}} days',
      wrong: 'Line {{line}}: “{{text}}” is no date'
    },
    totals: {
      none: 'No totals are typed or pasted for these sales.',
      count_one: 'One total, {{from}} to {{to}}.',
      count_other: '{{count}} totals, {{from}} to {{to}}.',
      leftOut_one: 'One total reaches over more than one period here and can’t be divided.',
      leftOut_other: '{{count}} totals reach over more than one period here and can’t be divided.',
      paste: 'Paste totals',
      remove: 'Remove all',
      startsOn: 'From',
      endsOn: 'To',
      amount: 'Amount',
      table: 'Typed totals'
    },
    paste: {
      totals: 'Totals',
      totalsHelp:
        'A period or date and an amount a line, from a spreadsheet or typed; a third cell may name a team, seller, territory, segment or product. Amounts in {{currency}}.',
      drivers: 'Values of a driver',
      driversHelp: 'A period or date and a value a line; a third cell may name the driver.',
      driverName: 'Name of the driver',
      mode: 'What was there before',
      modes: { add: 'Stays; the same period takes the new value', replace: 'Goes' },
      cells: 'Cells',
      read_one: 'One line read: {{from}} to {{to}}.',
      read_other: '{{count}} lines read: {{from}} to {{to}}.',
      line: 'Line {{line}}: {{what}}',
      problems: {
        columns: 'two cells are needed, a period and a number',
        period: '“{{text}}” is no period or date; write 2026-03, Q1 2026, March 2026 or 31/03/2026',
        amount: '“{{text}}” is no number',
        tooLarge: '“{{text}}” is too large',
        twice: '“{{text}}” is there twice',
        cut: '“{{text}}” is no team, seller, territory, segment or product here, or there are two of that name',
        driver: 'the driver has no name: fill it in above'
      },
      more: 'and {{count}} more',
      save: 'Save'
    }
  },
  /** Join the errors, commands and progress of forecasts. */
  errors: {
    noInvoices: 'There is no invoice here up to the day the data end. Import invoices, or count from won deals.',
    noTotals: 'No typed total covers a whole period here. Paste totals, or choose a finer grain.',
    dealMissing: 'That deal is gone, or nothing was decided about it.',
    changeMissing: 'That changed definition is gone.',
    driverMissing: 'That driver is gone.'
  },
  commands: {
    decideOneOff: 'Decide on large deal {{name}}',
    forgetOneOff: 'Take back decision on large deal {{name}}',
    addSeriesChange: 'Note changed definition of {{on}}',
    updateSeriesChange: 'Change definition noted for {{on}}',
    removeSeriesChange: 'Remove changed definition of {{on}}',
    putTotals: 'Paste totals',
    removeTotals: 'Remove typed totals',
    putDriverValues: 'Paste driver {{name}}',
    removeDriver: 'Remove driver {{name}}'
  },
  progress: {}
} as const
