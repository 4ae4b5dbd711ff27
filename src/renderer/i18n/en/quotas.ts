// The words of quotas in English.
export const quotas = {} as const
