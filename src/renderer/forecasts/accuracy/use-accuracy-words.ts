// Words that the parts of the accuracy tab share: how far ahead, and shares with their sign in words.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Coverage, SnapshotGrain } from '#shared/forecasts/accuracy-types.ts'

export interface AccuracyWords {
  /** "3 quarters ahead", or "all distances". */
  ahead: (steps: number | null, grain: SnapshotGrain) => string
  /** "4 % too high", by the share as it is shown. */
  bias: (ratio: number) => string
  times: (coverage: Coverage) => string
}

export function useAccuracyWords(): AccuracyWords {
  const { t } = useText()
  const format = useFormat()
  return useMemo(
    () => ({
      ahead: (steps, grain) => {
        if (steps === null) return t('forecasts.accuracy.allSteps')
        return t(grain === 'quarter' ? 'forecasts.accuracy.quarterAhead' : 'forecasts.accuracy.monthAhead', {
          count: steps
        })
      },
      bias: (ratio) => {
        const shown = format.percent(Math.abs(ratio))
        if (Math.round(Math.abs(ratio) * 100) === 0) return t('forecasts.accuracy.finding.even')
        return t(ratio > 0 ? 'forecasts.accuracy.finding.high' : 'forecasts.accuracy.finding.low', { ratio: shown })
      },
      times: ({ held, n }) => t('forecasts.accuracy.keys.times', { held: format.number(held), n: format.number(n) })
    }),
    [t, format]
  )
}
