// Words that the parts of the tab of cases share: names of effects, amounts with sign, ranges, the chance of a target.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { EffectKey, LeverId } from '#shared/forecasts/case-types.ts'
import { caseLevers } from '#shared/forecasts/cases/index.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { usePipelineWords } from '../pipeline/use-pipeline-words.ts'

const eventPrefix = 'event:'
const leverIds: ReadonlySet<string> = new Set(caseLevers.map((lever) => lever.id))
const isLever = (id: string | undefined): id is LeverId => id !== undefined && leverIds.has(id)

export function useCaseWords(currency: CurrencyCode) {
  const { t } = useText()
  const format = useFormat()
  const { money, short, chance, period } = usePipelineWords(currency)
  return useMemo(
    () => ({
      money,
      short,
      chance,
      period,
      signed: (minor: number) => format.signedMoney(minor, currency, { digits: 0 }),
      effect: (key: EffectKey): string => {
        if (key.startsWith(eventPrefix)) return key.slice(eventPrefix.length)
        if (key === 'hires' || key === 'others') return t(`forecasts.cases.levers.${key}`)
        const [id, of] = key.split(':')
        if (of !== undefined) return t('forecasts.cases.levers.rateOf', { currency: of })
        return isLever(id) ? t(`forecasts.cases.levers.names.${id}`) : key
      }
    }),
    [t, format, currency, money, short, chance, period]
  )
}
