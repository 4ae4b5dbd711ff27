// Why a deal is expected to bring what it does: its amount times its chance within the periods.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { PipelineDealRow } from '#shared/forecasts/pipeline-view-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { PipelineWords } from './use-pipeline-words.ts'

interface WhyExpectedProps {
  readonly row: PipelineDealRow
  readonly currency: CurrencyCode
  readonly words: PipelineWords
}

export function WhyExpected({ row, currency, words }: WhyExpectedProps) {
  const { t } = useText()
  const format = useFormat()
  if (row.expectedMinor === null) return <Missing reason={t('forecasts.pipeline.deals.noExpected')} />
  return (
    <Why
      title={t('forecasts.pipeline.why.expected', { name: row.label })}
      of={<Money minor={row.expectedMinor} currency={currency} isBare digits={0} />}
    >
      <WhySteps
        steps={[
          {
            key: 'amount',
            label: t('forecasts.pipeline.why.amount'),
            value: <Money minor={row.amountMinor ?? row.assumedAmountMinor} currency={currency} />,
            ...(row.amountMinor === null ? { note: t('forecasts.pipeline.why.assumed') } : {})
          },
          {
            key: 'within',
            label: t('forecasts.pipeline.why.within'),
            value: format.percent(row.withinRatio, 1)
          },
          {
            key: 'times',
            label: t('forecasts.pipeline.why.times'),
            value: <Money minor={row.expectedMinor} currency={currency} />,
            isResult: true
          }
        ]}
      />
      {row.likelyKey === null ? null : (
        <WhyNote>{t('forecasts.pipeline.why.likely', { period: words.period(row.likelyKey) })}</WhyNote>
      )}
    </Why>
  )
}
