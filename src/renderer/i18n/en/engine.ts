// What is said of the engine itself and of what has no words of its own, in English.
export const engine = {
  errors: {
    lost: 'The engine stopped while working on this. Nothing saved is lost; this action was not done.',
    badArgument: 'The engine refused this because of {{where}}: {{problem}}. Nothing was changed.',
    unknownMethod: 'The engine does not know {{method}}. Nothing was changed.',
    hostOnly: 'A window may not ask for {{method}}. Nothing was changed.',
    cancelled: 'Cancelled. Nothing was changed.',
    noWorkspace: 'No file is open.',
    diskFull: 'The disk is full. Nothing was changed; free some space and try again.',
    readOnly: 'The file can not be written: it or its folder is read-only. Save a copy elsewhere.',
    bug: 'A fault in the program stopped {{method}}: {{problem}}. Nothing was changed.',
    unknown: 'This did not work ({{code}}). Nothing was changed.'
  },
  commands: {
    unknown: 'Change'
  }
} as const
