// Why the numbers of the pipeline forecast are what they are, and what one must know to read them, in English.
export const pipelineReasons = {
  why: {
    total: 'Why {{low}} to {{high}}',
    before: 'Booked in {{year}} before {{from}}',
    booked: 'Booked since {{from}}',
    open: 'Open deals, chance × amount',
    new: 'Deals not made yet, on average',
    mean: 'Mean',
    p10: 'P10: one run in ten comes to less',
    p50: 'P50: half of the runs come to less',
    p90: 'P90: one run in ten comes to more',
    range95: '95 of 100 runs',
    runs: '{{runs}} runs with seed {{seed}}. In each, every open deal is won in a period or not, by its own chance; win rates move together by {{shock}}.',
    runsNew:
      'Deals not made yet: {{perMonth}} a month over {{months}} months, {{won}} of them won (n {{n}}), {{mean}} on average.',
    runsNewSeason: 'Months of the year have their own rate.',
    noNew: 'Deals that aren’t made yet do not count.',
    expected: 'Expected of {{name}}',
    amount: 'Amount',
    assumed: 'No amount is said: won deals like it brought this on average',
    within: 'Chance in these periods',
    times: 'Amount × chance',
    likely: 'If it is won, most likely in {{period}}.',
    chance: 'Why {{name}} has a chance of {{chance}}',
    odds: 'Chances multiply as odds: 20 % is 1 to 4; times 2 it is 2 to 4, or 33 %.',
    result: 'Chance to be won at all',
    reach: 'Part of the {{runs}} runs that come to {{target}} or more'
  },
  reasons: {
    stage: 'Deals that were in {{stage}}',
    stageSegment: 'Deals of {{segment}} that were in {{stage}}',
    overall: 'All deals that closed (no history of stages is known)',
    stated: 'The playbook gives {{stage}} {{ratio}}: counts half, no outcomes tell',
    age: '{{days}} days in its stage ({{from}} to {{to}})',
    ageOpen: '{{days}} days in its stage ({{from}} or more)',
    ageMade: '{{days}} days since it was made ({{from}} to {{to}})',
    ageMadeOpen: '{{days}} days since it was made ({{from}} or more)',
    seller: 'Deals of {{seller}}',
    overdue: 'Close date passed {{days}} days ago',
    stale: 'No activity for {{days}} days',
    category: 'Category {{category}}',
    record: 'How this forecast did before',
    recordNote_one: 'Held against what came at one earlier quarter end',
    recordNote_other: 'Held against what came at {{count}} earlier quarter ends',
    called: 'Called by a person: stands in place of all above',
    basis:
      '{{won}} of {{n}} won; drawn towards {{prior}} as if it were {{strength}} deals; 80 % range {{low}} to {{high}}',
    odds: 'Odds from {{won}} of {{n}} won; 80 % range × {{low}} to × {{high}}',
    declared: 'Declared: history can’t tell'
  },
  notes: {
    title: 'Good to know',
    withoutAmount_one: 'One open deal has no amount; it is taken to bring {{typical}}, as won deals did on average.',
    withoutAmount_other:
      '{{count}} open deals have no amount; each is taken to bring {{typical}}, as won deals did on average.',
    withoutAmountNothing_one: 'One open deal has no amount and nothing was won yet: it counts for nothing.',
    withoutAmountNothing_other: '{{count}} open deals have no amount and nothing was won yet: they count for nothing.',
    overdue_one: 'The close date of one open deal has passed ({{amount}}).',
    overdue_other: 'The close dates of {{count}} open deals have passed ({{amount}}).',
    stale_one: 'One open deal has had no activity for {{days}} days ({{amount}}).',
    stale_other: '{{count}} open deals have had no activity for {{days}} days ({{amount}}).',
    littleHistory_one: 'Only one deal has closed: chances are mostly what was assumed beforehand.',
    littleHistory_other: 'Only {{count}} deals have closed: chances are mostly what was assumed beforehand.',
    noStageHistory:
      'No history of stages is known, so chances start from that of all deals. Exports of the stage history, or a second import, make them sharper.',
    noCreatedDates_one: 'The age of one open deal isn’t known; it counts as average.',
    noCreatedDates_other: 'The age of {{count}} open deals isn’t known; they count as average.',
    noChances:
      'No deal was ever closed and the playbook states no chances: each counts as even, with the widest range.',
    closeDatesUntested_one:
      'No earlier close dates are known, so time alone says when the one open deal closes, not the date it states.',
    closeDatesUntested_other:
      'No earlier close dates are known, so time alone says when the {{count}} open deals close, not the dates they state.',
    closeDatesWeight:
      'Stated close dates count {{weight}}, as they were kept by {{n}} closed deals; the rest is the time deals take.',
    declaredDiscount: {
      overdue: 'History can’t tell what becomes of overdue deals: their odds count × {{factor}} ({{deals}} deals).',
      stale: 'History can’t tell what becomes of stale deals: their odds count × {{factor}} ({{deals}} deals).',
      omitted: 'History can’t tell what becomes of omitted deals: their odds count × {{factor}} ({{deals}} deals).'
    },
    noCloseTimes:
      'No won deal has both dates, so how long deals take isn’t known: stated close dates are taken as they are, and other wins lie evenly over a year.',
    noNewDeals: 'Deals that aren’t made yet can’t be expected from the data: too few were made, or nothing was won.',
    record_one: 'What is to come counts {{factor}}, and its range is wider, by one earlier quarter end; see Chances.',
    record_other:
      'What is to come counts {{factor}}, and its range is wider, by how it would have done at {{count}} earlier quarter ends; see Chances.',
    noRecord: 'Fewer than two earlier quarter ends have enough before and after them: nothing is corrected by them.',
    otherCurrency_one: 'One open deal in another currency without a rate is in no number.',
    otherCurrency_other: '{{count}} open deals in other currencies without a rate are in no number.',
    madeLater_one: 'One deal made after the {{on}} is in no number.',
    madeLater_other: '{{count}} deals made after the {{on}} are in no number.',
    closedLater_one: 'One deal closed after the {{on}} is in no number.',
    closedLater_other: '{{count}} deals closed after the {{on}} are in no number.'
  }
} as const
