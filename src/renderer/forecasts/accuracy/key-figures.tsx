// The three figures of the accuracy tab, each with what it is made of: how far off, too high or too low, how often the range held.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { AccuracyScore, MethodAccuracy } from '#shared/forecasts/accuracy-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useAccuracyWords } from './use-accuracy-words.ts'

interface KeyFiguresProps {
  readonly method: MethodAccuracy
  readonly currency: CurrencyCode
}

export function KeyFigures({ method, currency }: KeyFiguresProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useAccuracyWords()
  const { score, baseline } = method
  const { coverage80, coverage95 } = score
  const money = (minor: number) => <Money minor={minor} currency={currency} digits={0} />
  const sold = { key: 'sales', label: t('forecasts.accuracy.why.sales'), value: money(score.salesMinor) }
  const reason = t('forecasts.accuracy.nothingSold')
  return (
    <KeyNumbers>
      <KeyNumber
        label={t('forecasts.accuracy.keys.wape')}
        value={
          score.wapeRatio === null ? (
            <Missing reason={reason} />
          ) : (
            <Why title={t('forecasts.accuracy.why.wape')} of={<Percent ratio={score.wapeRatio} />}>
              <WhySteps
                steps={[
                  {
                    key: 'errors',
                    label: t('forecasts.accuracy.why.absolute'),
                    value: money(score.absoluteErrorMinor)
                  },
                  sold,
                  countStep(score, t, format.number),
                  {
                    key: 'wape',
                    label: t('forecasts.accuracy.keys.wape'),
                    value: <Percent ratio={score.wapeRatio} digits={1} />,
                    isResult: true
                  }
                ]}
              />
              <WhyNote>{t('forecasts.accuracy.why.list')}</WhyNote>
            </Why>
          )
        }
        against={
          baseline.wapeRatio === null
            ? t('forecasts.accuracy.keys.noBaseline')
            : t('forecasts.accuracy.keys.baseline', { ratio: format.percent(baseline.wapeRatio) })
        }
        since={
          score.maseRatio === null
            ? undefined
            : t('forecasts.accuracy.keys.mase', { mase: format.number(score.maseRatio, 2) })
        }
      />
      <KeyNumber
        label={t('forecasts.accuracy.keys.bias')}
        value={
          score.biasRatio === null ? (
            <Missing reason={reason} />
          ) : (
            <Why title={t('forecasts.accuracy.why.bias')} of={<Percent ratio={score.biasRatio} isSigned />}>
              <WhySteps
                steps={[
                  {
                    key: 'errors',
                    label: t('forecasts.accuracy.why.errors'),
                    value: <Money minor={score.errorMinor} currency={currency} digits={0} isSigned />
                  },
                  sold,
                  countStep(score, t, format.number),
                  {
                    key: 'bias',
                    label: t('forecasts.accuracy.keys.bias'),
                    value: <Percent ratio={score.biasRatio} digits={1} isSigned />,
                    isResult: true
                  }
                ]}
              />
              <WhyNote>{t('forecasts.accuracy.why.list')}</WhyNote>
            </Why>
          )
        }
        against={
          score.biasRatio === null || Math.round(Math.abs(score.biasRatio) * 100) === 0
            ? undefined
            : t(score.biasRatio > 0 ? 'forecasts.accuracy.tooHigh' : 'forecasts.accuracy.tooLow')
        }
      />
      <KeyNumber
        label={t('forecasts.accuracy.keys.coverage')}
        value={
          coverage80.n === 0 ? (
            <Missing reason={t('forecasts.accuracy.noRange')} />
          ) : (
            <Why
              title={t('forecasts.accuracy.why.coverage')}
              of={<span className="numbers">{words.times(coverage80)}</span>}
            >
              <WhySteps
                steps={[
                  { key: 'held', label: t('forecasts.accuracy.why.held'), value: format.number(coverage80.held) },
                  countStep({ n: coverage80.n, periods: score.periods }, t, format.number),
                  {
                    key: 'interval',
                    label: t('forecasts.accuracy.why.interval'),
                    value: (
                      <>
                        <Percent ratio={coverage80.lowRatio} /> – <Percent ratio={coverage80.highRatio} />
                      </>
                    ),
                    isResult: true
                  }
                ]}
              />
              <WhyNote>{t('forecasts.accuracy.why.intervalNote')}</WhyNote>
            </Why>
          )
        }
        against={
          coverage80.lowRatio === null || coverage80.highRatio === null
            ? undefined
            : t('forecasts.accuracy.keys.interval', {
                low: format.percent(coverage80.lowRatio),
                high: format.percent(coverage80.highRatio)
              })
        }
        since={
          coverage95.n === 0
            ? undefined
            : t('forecasts.accuracy.keys.range95', {
                held: format.number(coverage95.held),
                n: format.number(coverage95.n)
              })
        }
      />
    </KeyNumbers>
  )
}

const countStep = (
  { n, periods }: Pick<AccuracyScore, 'n' | 'periods'>,
  t: ReturnType<typeof useText>['t'],
  number: (value: number) => string
) => ({
  key: 'count',
  label: t('forecasts.accuracy.why.count'),
  value: number(n),
  note: t('forecasts.accuracy.why.countNote', { count: periods })
})
