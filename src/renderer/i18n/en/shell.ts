// The words of shell in English.
export const shell = {} as const
