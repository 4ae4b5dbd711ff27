// The words of home in English.
export const home = {} as const
