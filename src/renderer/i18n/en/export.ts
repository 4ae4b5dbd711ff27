// The words of exports in English.
export const exportTexts = {
  errors: {
    tooManyRows:
      'The table has {{rows}} rows; a file of type {{format}} holds {{most}}. Export it as csv, or filter it first.'
  },
  commands: {}
} as const
