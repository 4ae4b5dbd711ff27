// The words of the stage model in English.
export const playbook = {
  stages: 'Stages',
  meaning:
    'What a stage means decides what counts: deals in a won stage are bookings, deals in an open one are pipeline.',
  name: 'Stage',
  status: 'Means',
  probability: 'Chance to win',
  probabilityMissing: 'Nobody has said it yet',
  deals: 'Deals',
  add: 'Add a stage',
  newName: 'New stage',
  actions: 'Order',
  up: 'Move up',
  down: 'Move down',
  remove: 'Delete',
  removeWhy: 'Deals stand in this stage, so it stays',
  empty: 'No stages yet. An import adds those that the file names.',
  errors: {
    stageNameTaken: 'There is already a stage "{{name}}".',
    stageInUse: 'Deals stand in "{{name}}" ({{deals}}), so it stays. It can be renamed.',
    stageMissing: 'That stage is not there any more.'
  },
  commands: {
    createStage: 'Add stage {{name}}',
    updateStage: 'Change stage {{name}}',
    orderStages: 'Order the stages',
    removeStage: 'Delete stage {{name}}'
  }
} as const
