// The words of compensation in English.
export const compensation = {} as const
