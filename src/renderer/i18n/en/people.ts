// The words of people in English.
export const people = {} as const
