// The words of forecasts in English.
export const forecasts = {} as const
