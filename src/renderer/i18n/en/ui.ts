// The words of the kit in English: tables, charts, fields, states.
export const ui = {
  missing: 'No value',
  fewCases: 'Few cases: chance weighs more than skill here',
  cases: 'n {{n}}',
  why: 'why?',
  detail: 'Detail',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  copy: 'Copy',
  again: 'Try again',
  working: 'Working',
  doneOf: '{{done}} of {{total}}',
  problem: { details: 'Details' },
  quarter: 'Quarter',
  month: 'Month',
  period: {
    year: 'FY{{year}}',
    half: 'H{{index}} FY{{year}}',
    quarter: 'Q{{index}} FY{{year}}',
    month: 'M{{index}} FY{{year}}',
    week: 'W{{index}} FY{{year}}'
  },
  field: {
    notAnAmount: 'Not an amount',
    notANumber: 'Not a number',
    notADate: 'Not a date: write 2027-03-31 or 31/03/2027',
    notAChoice: '"{{text}}" is not one of the choices',
    required: 'May not be empty'
  }
} as const
