// The words of plans and scenarios in English.
export const plans = {
  finding_one: 'One difference between the two scenarios',
  finding_other: '{{count}} differences between the two scenarios',
  same: 'The two scenarios say the same',
  onlyOne: 'This year has only one scenario. Copy it to try something else and compare the two.',
  left: 'Compare',
  right: 'with',
  swap: 'Swap',
  copyThis: 'Copy this scenario',
  domain: 'Part',
  what: 'What',
  about: 'Of',
  change: 'Change',
  relative: 'Change, %',
  nothingThere: 'Nothing said there',
  approve: {
    title: '{{name}} can’t be approved as it is',
    says: 'These keep the plan from being sound. Put them right, or approve it all the same and say why.',
    show: 'Show',
    showOf: 'Show: {{what}}',
    unknown: '{{kind}}: {{count}}',
    reason: 'Reason',
    reasonHelp: 'Kept in the notes of the scenario and in the audit log.',
    approve: 'Approve with this reason'
  },
  facts: {
    unknown: '{{kind}}'
  },
  errors: {
    scenarioLocked: 'The scenario "{{name}}" is locked. Unlock it, or copy it and change the copy.',
    nameTaken: 'There is already a scenario "{{name}}" in this year.',
    yearTaken: 'There is already a plan for {{fiscalYear}}.',
    notFound: 'That scenario is not there any more.',
    lastScenario: '"{{name}}" is the only scenario of its year and stays.',
    notSound: 'The scenario can’t be approved as it is: put right what its checks say, or give a reason.'
  },
  commands: {
    createPlan: 'Add plan {{name}}',
    removePlan: 'Delete plan {{name}}',
    createScenario: 'Create scenario {{name}}',
    copyScenario: 'Copy to scenario {{name}}',
    renameScenario: 'Rename scenario to {{name}}',
    lockScenario: 'Lock or unlock {{name}}',
    approveScenario: 'Approve or withdraw {{name}}',
    removeScenario: 'Delete scenario {{name}}'
  }
} as const
