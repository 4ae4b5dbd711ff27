// What a case says about each lever, its hires and its events, in one line each.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type {
  CaseAssumptions,
  CaseBase,
  CaseEvent,
  EffectKey,
  LeverSetting,
  PlannedHire
} from '#shared/forecasts/case-types.ts'
import { hiresKey, keyOfEvent, keyOfSetting } from '#shared/forecasts/cases/index.ts'
import { useToolWords } from './use-tool-words.ts'

export interface SaidWords {
  readonly setting: (setting: LeverSetting) => string
  readonly hire: (hire: PlannedHire) => string
  readonly event: (event: CaseEvent) => string
}

export function useSaidWords(base: CaseBase): SaidWords {
  const { t } = useText()
  const format = useFormat()
  const words = useToolWords(base)
  return useMemo((): SaidWords => {
    const span = (range: { low: number; middle: number; high: number }, say: (value: number) => string) =>
      range.low === range.high
        ? say(range.middle)
        : t('forecasts.cases.tools.compare.span', {
            low: say(range.low),
            middle: say(range.middle),
            high: say(range.high)
          })
    return {
      setting: (setting) => {
        const value = span(setting, (of) => words.change(setting.lever, of))
        const from =
          setting.fromKey === null
            ? []
            : [t('forecasts.cases.tools.compare.fromPeriod', { period: words.period(setting.fromKey) })]
        return [value, ...from].join(', ')
      },
      hire: ({ count, startKey }) =>
        t('forecasts.cases.tools.compare.hires', { number: format.number(count), period: words.period(startKey) }),
      event: (event) => {
        const value = span(event, (of) =>
          event.unit === 'amount'
            ? t('forecasts.cases.tools.compare.aMonth', { amount: words.signedMoney(of) })
            : t('forecasts.cases.tools.compare.ofComing', { ratio: format.signedPercent(of, 1) })
        )
        return t('forecasts.cases.tools.compare.eventChance', {
          value,
          period: words.period(event.startKey),
          chance: format.percent(event.chanceRatio)
        })
      }
    }
  }, [t, format, words])
}

/** By effect, as the parts of a difference are; levers left at nothing say nothing. */
export function listSaid({ levers, hires, events }: CaseAssumptions, words: SaidWords): Map<EffectKey, string> {
  const said = new Map<EffectKey, string>()
  const add = (key: EffectKey, text: string) => {
    const before = said.get(key)
    said.set(key, before === undefined ? text : `${before}; ${text}`)
  }
  for (const setting of levers)
    if (setting.low !== 0 || setting.high !== 0) add(keyOfSetting(setting), words.setting(setting))
  for (const hire of hires) add(hiresKey, words.hire(hire))
  for (const event of events) add(keyOfEvent(event), words.event(event))
  return said
}
