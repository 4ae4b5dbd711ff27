// The words of crm in English.
export const crm = {} as const
