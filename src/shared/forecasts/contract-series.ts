// Calls about what a series stands on: one-off deals, changed definitions, typed totals and drivers. The contract that holds them all is contract.ts.
export const seriesCalls = {}
