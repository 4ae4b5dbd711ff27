// The words of handbook in English.
export const handbook = {} as const
