// Calls about the open pipeline: chances, simulated outcomes and what people call. The contract that holds them all is contract.ts.
export const pipelineCalls = {}
