// The words of workspace in English.
export const workspace = {} as const
