// The component id under which a plan's cap takes off what is above it, so that lines still add up to the total.
export const planCapId = 'planCap'
