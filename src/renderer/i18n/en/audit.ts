// The words of audit in English.
export const audit = {} as const
