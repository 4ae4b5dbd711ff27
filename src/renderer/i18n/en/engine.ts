// What is said of the engine itself and of what has no words of its own, in English.
export const engine = {
  errors: {
    lost: 'The engine stopped while working on this. Nothing saved is lost; the last action was not done.',
    unknown: 'This did not work ({{code}}). Nothing was changed.'
  },
  commands: {
    unknown: 'Change'
  }
} as const
