// The figures behind the picture by period, with the chance to reach each period's target.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { PeriodOutcome } from '#shared/forecasts/pipeline-types.ts'
import type { PipelineResult } from '#shared/forecasts/pipeline-view-types.ts'
import { type PipelineWords, usePipelineWords } from './use-pipeline-words.ts'

type MoneyKey = 'bookedMinor' | 'openMinor' | 'newMinor' | 'meanMinor' | 'p10Minor' | 'p50Minor' | 'p90Minor'
const moneyKeys = ['p10', 'p50', 'p90', 'booked', 'open', 'new', 'mean'] as const
const isRanked = (key: (typeof moneyKeys)[number]): boolean => key === 'p10' || key === 'p50' || key === 'p90'

export function PeriodTable({ result }: { readonly result: PipelineResult }) {
  const { t } = useText()
  const { forecast } = result
  const { currency, periods, total } = forecast
  const words = usePipelineWords(currency)
  const columns = useMemo((): Column<PeriodOutcome>[] => {
    const money = (key: (typeof moneyKeys)[number]): Column<PeriodOutcome> => {
      const field: MoneyKey = `${key}Minor`
      return {
        key,
        header: t(`forecasts.pipeline.periods.${key}`),
        kind: 'money',
        currency,
        width: 92,
        value: (row) => row[field],
        isHiddenAtFirst: key === 'mean',
        // A range of all periods isn't the sum of their ranges: it is that of the runs.
        total: () => <Money minor={total[field]} currency={currency} isBare digits={0} />,
        ...(isRanked(key)
          ? { render: (row: PeriodOutcome) => <WhyPeriod row={row} shown={row[field]} result={result} words={words} /> }
          : {})
      }
    }
    return [
      {
        key: 'period',
        header: t('forecasts.pipeline.periods.period'),
        kind: 'custom',
        width: 118,
        value: (row) => periods.indexOf(row),
        text: (row) => words.period(row.periodKey),
        render: (row) => words.period(row.periodKey)
      },
      ...moneyKeys.map(money),
      {
        key: 'target',
        header: t('forecasts.pipeline.periods.target'),
        kind: 'money',
        currency,
        width: 92,
        value: (row) => row.targetMinor,
        missing: t('forecasts.pipeline.periods.noTarget'),
        isHiddenAtFirst: periods.every((row) => row.targetMinor === null)
      },
      {
        key: 'reach',
        header: t('forecasts.pipeline.periods.reach'),
        kind: 'percent',
        width: 100,
        value: (row) => row.reachRatio,
        render: (row) =>
          row.reachRatio === null ? (
            <Missing reason={t('forecasts.pipeline.periods.noTarget')} />
          ) : (
            <span className="numbers">{words.chance(row.reachRatio)}</span>
          ),
        missing: t('forecasts.pipeline.periods.noTarget'),
        isHiddenAtFirst: periods.every((row) => row.targetMinor === null)
      }
    ]
  }, [t, words, currency, periods, total, result])
  return (
    <DataTable
      label={t('forecasts.pipeline.periods.title')}
      layoutName="pipeline-periods"
      columns={columns}
      rows={periods}
      rowKey={(row) => row.periodKey}
      height="auto"
      search={false}
      exportName="pipeline-periods"
      totals={t('forecasts.pipeline.periods.total')}
    />
  )
}

interface WhyPeriodProps {
  readonly row: PeriodOutcome
  readonly shown: number
  readonly result: PipelineResult
  readonly words: PipelineWords
}

function WhyPeriod({ row, shown, result, words }: WhyPeriodProps) {
  const { t } = useText()
  const format = useFormat()
  const { currency, runs, seed, shockSize } = result.forecast
  const money = (minor: number) => <Money minor={minor} currency={currency} digits={0} />
  return (
    <Why
      title={t('forecasts.pipeline.why.total', { low: words.money(row.p10Minor), high: words.money(row.p90Minor) })}
      of={<Money minor={shown} currency={currency} isBare digits={0} />}
    >
      <WhySteps
        steps={[
          {
            key: 'booked',
            label: t('forecasts.pipeline.periods.booked'),
            value: money(row.bookedMinor)
          },
          { key: 'open', label: t('forecasts.pipeline.why.open'), value: money(row.openMinor) },
          { key: 'new', label: t('forecasts.pipeline.why.new'), value: money(row.newMinor) },
          { key: 'mean', label: t('forecasts.pipeline.why.mean'), value: money(row.meanMinor), isResult: true },
          { key: 'p10', label: t('forecasts.pipeline.why.p10'), value: money(row.p10Minor) },
          { key: 'p50', label: t('forecasts.pipeline.why.p50'), value: money(row.p50Minor) },
          { key: 'p90', label: t('forecasts.pipeline.why.p90'), value: money(row.p90Minor) },
          {
            key: '95',
            label: t('forecasts.pipeline.why.range95'),
            value: words.range(row.low95Minor, row.high95Minor)
          }
        ]}
      />
      <WhyNote>
        {t('forecasts.pipeline.why.runs', {
          runs: format.number(runs),
          seed: String(seed),
          shock: `± ${format.percent(shockSize, 1)}`
        })}
      </WhyNote>
    </Why>
  )
}
