// The words of export in English.
export const exportTexts = {} as const
