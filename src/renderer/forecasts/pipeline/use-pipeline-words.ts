// Words that the parts of the pipeline tab share: chances that never claim certainty, ranges, periods and categories.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { DealCategory } from '#shared/forecasts/pipeline-types.ts'
import { type CurrencyCode, minorPerUnit } from '#shared/units/money.ts'
import { useForecastWords } from '../outlook/use-words.ts'

export interface PipelineWords {
  readonly period: (key: string) => string
  /** Whole units. */
  readonly money: (minor: number) => string
  readonly range: (low: number, high: number) => string
  /** Amounts beside each other, as short as they can still be told apart: "18.5M EUR". */
  readonly short: (...minors: readonly number[]) => readonly string[]
  /** A part of simulated runs: "over 99 %" where all of them do. */
  readonly chance: (ratio: number) => string
  readonly category: (category: DealCategory | null) => string
}

const surest = 0.99
/** Below this many units an amount is short enough in full. */
const longFrom = 1_000_000

export function usePipelineWords(currency: CurrencyCode): PipelineWords {
  const { t } = useText()
  const format = useFormat()
  const { period } = useForecastWords()
  return useMemo(() => {
    const money = (minor: number) => format.money(minor, currency, { digits: 0 })
    return {
      period,
      money,
      range: (low, high) => `${money(low)} – ${money(high)}`,
      short: (...minors) => {
        const short = minors.map((minor) => `${format.compact(minor / minorPerUnit(currency))} ${currency}`)
        const isLong = minors.every((minor) => Math.abs(minor) >= longFrom * minorPerUnit(currency))
        return isLong && new Set(short).size === new Set(minors).size ? short : minors.map(money)
      },
      chance: (ratio) => {
        if (ratio > surest) return t('forecasts.pipeline.finding.sure', { ratio: format.percent(surest) })
        if (ratio < 1 - surest) return t('forecasts.pipeline.finding.hardly', { ratio: format.percent(1 - surest) })
        return format.percent(ratio)
      },
      category: (category) => t(`forecasts.pipeline.categories.${category ?? 'none'}`)
    }
  }, [t, format, period, currency])
}
