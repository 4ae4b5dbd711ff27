// What is said of the file itself in English: why it did not open, and what changing its settings is called.
export const workspace = {
  errors: {
    notFound: 'The file {{fileName}} is not there any more. It may have been moved or renamed.',
    exists: 'There is already a file {{fileName}}. Choose another name.',
    inUse: '{{fileName}} is open in another window. Close it there first.',
    newer:
      '{{fileName}} was made by a newer Comarca (file version {{fileVersion}}, this one knows {{knownVersion}}). Update Comarca to open it; the file was not touched.',
    notComarca: '{{fileName}} is not a Comarca file.',
    damaged: '{{fileName}} is damaged and was not opened.',
    cannotWrite: '{{fileName}} could not be written: {{problem}}',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to redo.',
    backupNotFound: 'That backup is not there any more.'
  },
  commands: {
    updateSettings: 'Change settings'
  }
} as const
