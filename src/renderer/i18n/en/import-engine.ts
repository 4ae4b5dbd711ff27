// The words of imports in English: progress, errors and steps.
export const importEngineTexts = {
  progress: {
    reading: 'Reading the files',
    understanding: 'Finding out what is in them',
    comparing: 'Comparing with what is here',
    writing: 'Importing'
  },
  errors: {
    noFiles: 'No file was chosen.',
    fileGone: '"{{fileName}}" is not there any more, or may not be read. Choose it again.',
    fileChanged: '"{{fileName}}" was changed after the preview. Nothing was imported: look at the preview again.',
    fileEmpty: '"{{fileName}}" is empty.',
    fileTooLarge: '"{{fileName}}" would take {{megabytes}} MB of memory. Split it, or export fewer columns.',
    unknownFormat:
      '"{{fileName}}" is neither a table of text (csv, tsv, txt) nor a workbook (xlsx, xlsm, xls, xlsb, ods, or a table of html or xml named .xls). Export it as one of these.',
    unreadable:
      '"{{fileName}}" is damaged and cannot be read ({{problem}}). Open it in Excel and save it again, or export it anew.',
    passwordNeeded: '"{{fileName}}" is protected by a password. Type it to read the file.',
    passwordWrong: 'That is not the password of "{{fileName}}". Try again.',
    passwordProtected:
      '"{{fileName}}" is protected in a way that cannot be opened here. Open it in Excel, take the password off, and save it.',
    oldFormat: '"{{fileName}}" has the format {{format}}, which is not read. Save it as xlsx or csv.',
    needsAnswer: 'The column "{{header}}" of "{{fileName}}" can be read in more than one way. Say how, then import.',
    nothingRecognised: 'Nothing in these files was recognised. Say what each one holds.',
    needsScenario: 'Quotas and territories go into a scenario. Choose one, then import.',
    scenarioLocked: 'The scenario is locked. Unlock it or choose another one, then import.',
    sourceMissing: 'This did not come from an import: no file stands behind it.',
    importMissing: 'That import is not there any more.',
    alreadyUndone: 'That import has been taken back already.',
    rowMissing: 'Those rows are not in quarantine any more.',
    profileMissing: 'That profile is not there any more.'
  },
  commands: {
    run: 'Import {{title}}',
    undoImport: 'Take back the import {{title}}',
    mendRejected_one: 'Mend one cell in quarantine',
    mendRejected_other: 'Mend {{count}} cells in quarantine',
    retryRejected_one: 'Import one row of quarantine: {{title}}',
    retryRejected_other: 'Import {{count}} rows of quarantine: {{title}}',
    dismissRejected_one: 'Leave one row of quarantine aside, or take it up again',
    dismissRejected_other: 'Leave {{count}} rows of quarantine aside, or take them up again',
    renameProfile: 'Rename the profile to {{name}}',
    removeProfile: 'Remove the profile {{name}}'
  }
} as const
