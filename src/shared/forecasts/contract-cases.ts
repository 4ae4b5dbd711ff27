// Calls about cases of what may come: their levers, outcomes, comparison and handing over a target. The contract that holds them all is contract.ts.
export const caseCalls = {}
