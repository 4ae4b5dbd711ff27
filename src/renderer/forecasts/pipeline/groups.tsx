// The outcome by team and by seller: what each is likely to bring, with its range.
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { RangeBar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { NamedOutcome } from '#shared/forecasts/pipeline-view-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { ResultProps } from './outcome.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

type Kind = 'teams' | 'sellers'
const ranks = ['p10', 'p50', 'p90'] as const

export function Groups({ overview, result }: ResultProps) {
  const { t } = useText()
  const { currency } = overview
  const words = usePipelineWords(currency)
  const [kind, setKind] = useState<Kind>('teams')
  const rows = result[kind]
  const columns = useMemo((): Column<NamedOutcome>[] => {
    const nameOf = (row: NamedOutcome) => (row.id === null ? t('forecasts.pipeline.groups.nobody') : row.name)
    const most = Math.max(1, ...rows.map((row) => row.p90Minor))
    return [
      {
        key: 'name',
        header: t(`forecasts.pipeline.groups.${kind === 'teams' ? 'team' : 'seller'}`),
        kind: 'text',
        width: 190,
        value: nameOf
      },
      ...ranks.map(
        (rank): Column<NamedOutcome> => ({
          key: rank,
          header: t(`forecasts.pipeline.groups.${rank}`),
          kind: 'money',
          currency,
          width: 104,
          value: (row) => row[`${rank}Minor`],
          render: (row) => <WhyGroup row={row} name={nameOf(row)} shown={row[`${rank}Minor`]} currency={currency} />
        })
      ),
      {
        key: 'range',
        header: t('forecasts.pipeline.groups.range'),
        kind: 'custom',
        width: 170,
        value: (row) => row.p90Minor - row.p10Minor,
        text: (row) => words.range(row.p10Minor, row.p90Minor),
        render: (row) => (
          <RangeBar
            label={t('forecasts.pipeline.groups.rangeOf', {
              name: nameOf(row),
              low: words.money(row.p10Minor),
              high: words.money(row.p90Minor),
              middle: words.money(row.p50Minor)
            })}
            achieved={row.bookedMinor / most}
            low={row.p10Minor / most}
            middle={row.p50Minor / most}
            high={row.p90Minor / most}
            max={1}
          />
        )
      },
      {
        key: 'booked',
        header: t('forecasts.pipeline.groups.booked'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.bookedMinor,
        total: 'sum'
      },
      {
        key: 'mean',
        header: t('forecasts.pipeline.groups.mean'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.meanMinor,
        total: 'sum'
      },
      {
        key: 'deals',
        header: t('forecasts.pipeline.groups.deals'),
        kind: 'number',
        width: 96,
        value: (row) => row.deals,
        total: 'sum'
      }
    ]
  }, [t, words, currency, kind, rows])
  return (
    <>
      <div className="pipeline-tools">
        <SegmentedControl
          aria-label={t('forecasts.pipeline.sections.groups')}
          value={kind}
          data={(['teams', 'sellers'] as const).map((value) => ({
            value,
            label: t(`forecasts.pipeline.groups.${value}`)
          }))}
          onChange={(value) => setKind(value === 'sellers' ? 'sellers' : 'teams')}
        />
        <span className="muted small">
          {t('forecasts.pipeline.groups.adds', { from: words.period(result.total.fromKey) })}
        </span>
      </div>
      <DataTable
        key={kind}
        label={t(`forecasts.pipeline.groups.label.${kind}`)}
        layoutName={`pipeline-${kind}`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id ?? 0}
        height={rows.length > 12 ? 480 : 'auto'}
        initialSort={[{ column: 'p50', isDescending: true }]}
        exportName={`pipeline-${kind}`}
        totals={t('forecasts.pipeline.groups.all')}
      />
    </>
  )
}

interface WhyGroupProps {
  readonly row: NamedOutcome
  readonly name: string
  readonly shown: number
  readonly currency: CurrencyCode
}

function WhyGroup({ row, name, shown, currency }: WhyGroupProps) {
  const { t } = useText()
  const words = usePipelineWords(currency)
  const money = (minor: number) => <Money minor={minor} currency={currency} digits={0} />
  return (
    <Why
      title={t('forecasts.pipeline.groups.why', {
        name,
        low: words.money(row.p10Minor),
        high: words.money(row.p90Minor)
      })}
      of={<Money minor={shown} currency={currency} isBare digits={0} />}
    >
      <WhySteps
        steps={[
          { key: 'booked', label: t('forecasts.pipeline.groups.booked'), value: money(row.bookedMinor) },
          {
            key: 'rest',
            label: t('forecasts.pipeline.groups.rest'),
            value: money(row.meanMinor - row.bookedMinor)
          },
          { key: 'mean', label: t('forecasts.pipeline.groups.mean'), value: money(row.meanMinor), isResult: true },
          { key: 'p10', label: t('forecasts.pipeline.why.p10'), value: money(row.p10Minor) },
          { key: 'p50', label: t('forecasts.pipeline.why.p50'), value: money(row.p50Minor) },
          { key: 'p90', label: t('forecasts.pipeline.why.p90'), value: money(row.p90Minor) }
        ]}
      />
      <WhyNote>{t('forecasts.pipeline.groups.whyText', { count: row.deals })}</WhyNote>
    </Why>
  )
}
