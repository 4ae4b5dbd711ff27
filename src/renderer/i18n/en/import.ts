// The words of import in English.
export const importTexts = {} as const
