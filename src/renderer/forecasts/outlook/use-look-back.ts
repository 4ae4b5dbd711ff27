// What the method would have said before: asked for only while it is looked at.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import type { LookBack } from '#shared/forecasts/method-types.ts'
import type { ForecastDraft } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'

export interface SeenBack {
  readonly found: LookBack | undefined
  /** How right it would have been, or why it can't be told. */
  readonly sentence: string | undefined
}

/** @param draft the forecast in view; its method is looked back with, a year or as much as half of its history */
export function useLookBack(
  asked: ArgsOf<'forecasts.comparison'>,
  draft: ForecastDraft | null | undefined,
  isWanted: boolean
): SeenBack {
  const { t, tError } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const count = draft ? Math.min(draft.series.seasonLength, Math.floor(draft.series.points.length / 2)) : 0
  const isAsked = isWanted && draft && count > 0
  const answer = useQuery('forecasts.lookBack', isAsked ? { ...asked, method: draft.method, periodsBack: count } : null)
  if (!isAsked) return { found: undefined, sentence: undefined }
  if (answer.error) return { found: undefined, sentence: tError(answer.error) }
  if (answer.value === undefined) return { found: undefined, sentence: undefined }
  if (answer.value === null) return { found: undefined, sentence: t('forecasts.methodWords.lookBackShort') }
  const { knownToKey, points, within80, wapeRatio } = answer.value
  const fields = {
    period: words.period(knownToKey),
    count: points.length,
    wape: wapeRatio === null ? '—' : format.percent(wapeRatio)
  }
  return {
    found: answer.value,
    sentence:
      within80 === null
        ? t('forecasts.methodWords.lookBackNoRange', fields)
        : t('forecasts.methodWords.lookBackResult', { ...fields, within: within80 })
  }
}
