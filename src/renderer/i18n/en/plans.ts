// The words of plans and scenarios in English.
export const plans = {
  title: 'Scenarios',
  facts: {
    unknown: '{{kind}}'
  }
} as const
