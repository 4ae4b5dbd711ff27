// The words of territories in English.
export const territories = {} as const
