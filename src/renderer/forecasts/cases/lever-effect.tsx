// What a moved lever brings in the year, and why.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { CaseBase, CaseOutcome, EffectKey, LeverSetting } from '#shared/forecasts/case-types.ts'
import { othersKey } from '#shared/forecasts/cases/index.ts'
import type { LeverLine } from './lever-list.ts'
import { useLeverWords } from './use-lever-words.ts'

export interface LeverEffectProps {
  readonly base: CaseBase
  readonly line: LeverLine
  readonly setting: LeverSetting
  /** Null: it moves so little that it is counted with others. */
  readonly deltaMinor: number | null
  /** The year with this lever at its low and high; null without a range. */
  readonly lowMinor: number | null
  readonly highMinor: number | null
}

export function LeverEffect({ base, line, setting, deltaMinor, lowMinor, highMinor }: LeverEffectProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useLeverWords(base)
  if (deltaMinor === null)
    return (
      <span className="muted" title={t('forecasts.cases.levers.effect.amongOthersHelp')}>
        {t('forecasts.cases.levers.effect.amongOthers')}
      </span>
    )
  const { lever, currency } = line
  const { unit } = lever
  const measured = words.measured(lever, currency)
  const becomes = words.becomes(lever, setting.middle)
  const money = (minor: number) => <Money minor={minor} currency={base.currency} digits={0} />
  const steps: WhyStep[] = [
    ...(measured === undefined ? [] : [{ key: 'measured', label: measured }]),
    { key: 'change', label: t('forecasts.cases.levers.why.change'), value: words.signed(unit, setting.middle) },
    ...(becomes === undefined
      ? []
      : [{ key: 'becomes', label: t('forecasts.cases.levers.why.becomes'), value: becomes }]),
    ...(lever.id === 'startDelay'
      ? []
      : [
          {
            key: 'from',
            label: t('forecasts.cases.levers.why.from'),
            value: setting.fromKey === null ? t('forecasts.cases.levers.now') : words.month(setting.fromKey)
          }
        ]),
    ...(lowMinor === null ? [] : [{ key: 'low', label: t('forecasts.cases.levers.why.low'), value: money(lowMinor) }]),
    ...(highMinor === null
      ? []
      : [{ key: 'high', label: t('forecasts.cases.levers.why.high'), value: money(highMinor) }]),
    {
      key: 'part',
      label: t('forecasts.cases.levers.why.part'),
      value: <Money minor={deltaMinor} currency={base.currency} isSigned digits={0} />,
      isResult: true
    }
  ]
  return (
    <Why
      title={t('forecasts.cases.levers.why.title', {
        name: words.name(line.key),
        amount: format.signedMoney(deltaMinor, base.currency, { digits: 0 })
      })}
      of={<Money minor={deltaMinor} currency={base.currency} isSigned isToned digits={0} />}
    >
      <p>{t(`forecasts.cases.levers.how.${lever.id}`)}</p>
      <WhySteps steps={steps} />
      <WhyNote>{t('forecasts.cases.levers.why.shares')}</WhyNote>
    </Why>
  )
}

/** What an outcome says of one thing that moved; null where it moved nothing that can be shared out. */
export function effectOf(
  outcome: CaseOutcome,
  key: EffectKey
): Omit<LeverEffectProps, 'base' | 'line' | 'setting'> | null {
  const part = outcome.waterfall.find((each) => each.key === key)
  if (part === undefined && !outcome.waterfall.some((each) => each.key === othersKey)) return null
  const swing = outcome.tornado.find((each) => each.key === key)
  return {
    deltaMinor: part?.deltaMinor ?? null,
    lowMinor: swing?.lowMinor ?? null,
    highMinor: swing?.highMinor ?? null
  }
}
