// Calls about the parts of the company, forecast one by one and made to add up. The contract that holds them all is contract.ts.
export const hierarchyCalls = {}
