// What a cut of the company is called: the names of teams, sellers, territories and products, and words for the rest.
import type { TextFunctions } from '#renderer/i18n/use-text.ts'
import type { ForecastCut } from '#shared/forecasts/types.ts'

export function sayCut(t: TextFunctions['t'], cut: ForecastCut): string {
  if (cut.kind === 'company') return t('forecasts.cuts.company')
  if (cut.kind === 'business') return t(`forecasts.series.business.${cut.business}`)
  if (cut.kind === 'rest') return t(`forecasts.series.rest.${cut.of}`)
  return cut.name
}
