// The pictures of the case in view: its months against the forecast, from the forecast to the case lever by lever, and what hangs on which range.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { CaseView } from './case-view.ts'
import { useCaseWords } from './use-case-words.ts'

export function CaseCharts({ base, chosen, outcome }: CaseView) {
  const { t } = useText()
  const format = useFormat()
  const words = useCaseWords(base.currency)
  const unit = { kind: 'money', currency: base.currency } as const
  const year = words.period(`FY${base.fiscalYear}`)
  const before = base.months.map((month) => month.soldMinor + month.openMinor + month.newMinor)
  const beforeMinor = before.reduce((sum, minor) => sum + minor, 0)
  const [from = '', to = ''] = words.short(beforeMinor, outcome.middleMinor)
  const widest = outcome.tornado[0]
  const largest = outcome.waterfall.toSorted((one, other) => Math.abs(other.deltaMinor) - Math.abs(one.deltaMinor))[0]
  return (
    <>
      <Section isCard>
        <Chart
          kind="stacked-bar"
          title={t('forecasts.cases.charts.months', { name: chosen.name, year, from, to })}
          subtitle={t('forecasts.cases.charts.monthsOf', {
            currency: base.currency,
            on: format.date(base.dataAsOf)
          })}
          labels={base.months.map((month) => words.period(month.periodKey))}
          labelName={t('forecasts.grains.month')}
          unit={unit}
          series={[
            {
              key: 'sold',
              label: t('forecasts.cases.charts.sold'),
              values: base.months.map((month) => (month.soldMinor === 0 ? null : month.soldMinor)),
              color: 1
            },
            {
              key: 'toCome',
              label: t('forecasts.cases.charts.toCome', { name: chosen.name }),
              values: outcome.monthsMinor.map((minor, at) => minor - (base.months[at]?.soldMinor ?? 0)),
              color: 2
            },
            {
              key: 'forecast',
              label: t('forecasts.cases.charts.forecast'),
              values: before,
              kind: 'line',
              color: 'muted',
              isDashed: true
            }
          ]}
          height={210}
          exportName="case-months"
        />
      </Section>
      {largest === undefined ? null : (
        <Section isCard>
          <Chart
            kind="waterfall"
            title={t('forecasts.cases.charts.waterfall', {
              effect: words.effect(largest.key),
              change: words.signed(largest.deltaMinor)
            })}
            subtitle={t('forecasts.cases.charts.waterfallOf', { from: words.money(beforeMinor), year })}
            labels={outcome.waterfall.map(({ key }) => words.effect(key))}
            labelName={t('forecasts.cases.charts.effect')}
            unit={unit}
            base={beforeMinor}
            series={[
              {
                key: 'change',
                label: t('forecasts.cases.charts.change'),
                values: outcome.waterfall.map(({ deltaMinor }) => deltaMinor)
              }
            ]}
            height={70 + 30 * outcome.waterfall.length}
            exportName="case-waterfall"
          />
        </Section>
      )}
      {widest === undefined ? null : (
        <Section isCard>
          <Chart
            kind="tornado"
            title={t('forecasts.cases.charts.tornado', { effect: words.effect(widest.key) })}
            subtitle={t('forecasts.cases.charts.tornadoOf', { middle: words.money(outcome.middleMinor), year })}
            labels={outcome.tornado.map(({ key }) => words.effect(key))}
            labelName={t('forecasts.cases.charts.effect')}
            unit={unit}
            base={outcome.middleMinor}
            series={[
              {
                key: 'low',
                label: t('forecasts.cases.charts.low'),
                values: outcome.tornado.map((row) => row.lowMinor),
                color: 2
              },
              {
                key: 'high',
                label: t('forecasts.cases.charts.high'),
                values: outcome.tornado.map((row) => row.highMinor),
                color: 1
              }
            ]}
            height={70 + 30 * outcome.tornado.length}
            exportName="case-tornado"
          />
        </Section>
      )}
    </>
  )
}
