// What the plan's year comes to, closed periods as sold and the others as forecast: the number that quotas start from.
import { Button } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Why, WhySteps } from '#renderer/ui/why.tsx'
import type { YearTotal } from '#shared/forecasts/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

interface YearTotalPartProps {
  readonly year: YearTotal | null
  readonly yearName: string
  readonly currency: CurrencyCode
  readonly onSetQuotas: (() => void) | undefined
}

export function YearTotalPart({ year, yearName, currency, onSetQuotas }: YearTotalPartProps) {
  const { t } = useText()
  if (year === null) return <p className="muted">{t('forecasts.year.none', { year: yearName })}</p>
  const range =
    year.low80Minor === null || year.high80Minor === null ? null : (
      <>
        <Money minor={year.low80Minor} currency={currency} digits={0} /> –{' '}
        <Money minor={year.high80Minor} currency={currency} digits={0} />
      </>
    )
  return (
    <Section title={t('forecasts.year.title', { year: yearName })}>
      <KeyValues
        items={[
          ...(year.soldPeriods > 0
            ? [
                {
                  key: 'sold',
                  label: t('forecasts.year.sold'),
                  value: <Money minor={year.soldMinor} currency={currency} digits={0} />
                }
              ]
            : []),
          ...(range ? [{ key: 'range', label: t('forecasts.why.range80'), value: range }] : []),
          {
            key: 'middle',
            label: t('forecasts.why.middle'),
            value: <WhyYear year={year} yearName={yearName} currency={currency} />
          }
        ]}
      />
      <p className="muted small">{t('forecasts.year.target')}</p>
      <Soundness of={['bookings']} isNamed />
      {onSetQuotas ? (
        <div>
          <Button variant="default" size="xs" onClick={onSetQuotas}>
            {t('forecasts.year.toQuotas')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}

function WhyYear({ year, yearName, currency }: Omit<YearTotalPartProps, 'onSetQuotas'> & { readonly year: YearTotal }) {
  const { t } = useText()
  const format = useFormat()
  const middle = format.money(year.middleMinor, currency, { digits: 0 })
  const money = (minor: number) => <Money minor={minor} currency={currency} />
  return (
    <Why
      title={t('forecasts.why.yearTitle', { year: yearName, middle })}
      of={<Money minor={year.middleMinor} currency={currency} digits={0} />}
    >
      <WhySteps
        steps={[
          { key: 'sold', label: t('forecasts.year.sold'), value: money(year.soldMinor) },
          {
            key: 'ahead',
            label: t('forecasts.why.ahead', { count: year.forecastPeriods }),
            value: money(year.middleMinor - year.soldMinor)
          },
          { key: 'middle', label: t('forecasts.why.middle'), value: money(year.middleMinor), isResult: true }
        ]}
      />
    </Why>
  )
}
