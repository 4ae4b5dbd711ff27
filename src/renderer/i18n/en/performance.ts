// The words of performance in English.
export const performance = {} as const
