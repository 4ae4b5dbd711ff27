// Words that the tools of cases share: values of levers and what is measured in their unit, percentiles; names and amounts as on the whole tab.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { CaseBase, EffectKey, LeverId } from '#shared/forecasts/case-types.ts'
import { getLever, type LeverMeasure } from '#shared/forecasts/cases/index.ts'
import { useCaseWords } from './use-case-words.ts'
import { useLeverWords } from './use-lever-words.ts'

export interface ToolWords {
  readonly period: (key: string) => string
  /** Whole units. */
  readonly money: (minor: number) => string
  readonly signedMoney: (minor: number) => string
  readonly effect: (key: EffectKey) => string
  /** A change by a lever, with its sign, in the lever's unit; two decimals of a percent or point, which a found value has many of. */
  readonly change: (lever: LeverId, value: number) => string
  /** A measured quantity in its own unit. */
  readonly measure: (unit: LeverMeasure['unit'], value: number) => string
  /** 0.75: "P75". */
  readonly percentile: (ratio: number) => string
}

export function useToolWords(base: CaseBase): ToolWords {
  const { t } = useText()
  const format = useFormat()
  const { period, money, signed, effect } = useCaseWords(base.currency)
  const lever = useLeverWords(base)
  return useMemo(
    (): ToolWords => ({
      period,
      money,
      signedMoney: signed,
      effect,
      change: (id, value) => {
        const { unit } = getLever(id)
        const isRatio = unit === 'change' || unit === 'points'
        return lever.signed(unit, Number(value.toFixed(isRatio ? 4 : 2)))
      },
      measure: (unit, value) => {
        const said = lever.measure(unit, value)
        return unit === 'perMonth' ? t('forecasts.cases.tools.perMonth', { value: said }) : said
      },
      percentile: (ratio) => `P${format.number(ratio * 100, Number.isInteger(Math.round(ratio * 1e9) / 1e7) ? 0 : 1)}`
    }),
    [t, format, period, money, signed, effect, lever]
  )
}
