// Calls about how right forecasts have been: those made at each state of the data, held against what came. The contract that holds them all is contract.ts.
export const accuracyCalls = {}
