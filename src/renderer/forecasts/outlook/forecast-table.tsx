// The figures behind the picture: what was sold by period, then the range and the middle of what comes, and what it is made from.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { ForecastDraft, ForecastPoint, SeriesPoint } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'
import { WhyPoint, WhyTotal } from './why-point.tsx'

interface Line {
  key: string
  sold: SeriesPoint | null
  point: ForecastPoint | null
  isRunning: boolean
}

function linesOf(draft: ForecastDraft): Line[] {
  const { series, points } = draft
  const history = series.points.map((sold) => ({ key: sold.periodKey, sold, point: null, isRunning: false }))
  const ahead = points.map((point) => {
    const isRunning = point.periodKey === series.partial?.periodKey
    return { key: point.periodKey, sold: isRunning ? series.partial : null, point, isRunning }
  })
  // What comes stands first: it is what one looks for.
  return [...ahead, ...history.toReversed()]
}

export function ForecastTable({ draft }: { readonly draft: ForecastDraft }) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const rows = useMemo(() => linesOf(draft), [draft])
  const columns = useMemo((): Column<Line>[] => {
    const { currency } = draft.series
    const on = format.date(draft.series.dataAsOf)
    const noRange = (row: Line) => t(row.point ? 'forecasts.noRange' : 'forecasts.notForecast')
    const range = (key: 'low80Minor' | 'high80Minor' | 'low95Minor' | 'high95Minor', header: string): Column<Line> => ({
      key,
      header,
      kind: 'money',
      currency,
      value: (row) => row.point?.[key] ?? null,
      missing: noRange,
      total: () => (
        <Money minor={draft.total[key]} currency={currency} isBare digits={0} reason={t('forecasts.noRange')} />
      ),
      width: 106,
      isHiddenAtFirst: key.includes('95')
    })
    const hintOf = (row: Line) => {
      if (row.isRunning) return t('forecasts.runningHint', { on })
      return row.sold?.deals === 0 ? t('forecasts.emptyHint') : undefined
    }
    return [
      {
        key: 'period',
        header: t('forecasts.columns.period'),
        kind: 'custom',
        width: 165,
        value: (row) => row.sold?.startsOn ?? row.point?.startsOn ?? '',
        text: (row) => words.period(row.key),
        render: (row) => (
          <span title={hintOf(row)}>
            {words.period(row.key)} {row.isRunning ? <Tag tone="amber">{t('forecasts.running')}</Tag> : null}
          </span>
        )
      },
      range('low95Minor', t('forecasts.columns.low95')),
      range('low80Minor', t('forecasts.columns.low80')),
      range('high80Minor', t('forecasts.columns.high80')),
      range('high95Minor', t('forecasts.columns.high95')),
      {
        key: 'middle',
        header: t('forecasts.columns.middle'),
        kind: 'money',
        currency,
        value: (row) => row.point?.middleMinor ?? null,
        width: 106,
        render: (row) =>
          row.point ? <WhyPoint draft={draft} point={row.point} /> : <Missing reason={t('forecasts.notForecast')} />,
        missing: t('forecasts.notForecast'),
        total: () => <WhyTotal draft={draft} />
      },
      {
        key: 'baseline',
        header: t('forecasts.columns.baseline'),
        kind: 'money',
        currency,
        isHiddenAtFirst: true,
        width: 106,
        value: (row) => (row.point ? (draft.baseline?.middleMinor[draft.points.indexOf(row.point)] ?? null) : null),
        missing: t('forecasts.notForecast')
      },
      {
        key: 'sold',
        header: t('forecasts.columns.sold'),
        kind: 'money',
        currency,
        value: (row) => row.sold?.amountMinor ?? null,
        missing: t('forecasts.notSold'),
        width: 106
      },
      {
        key: 'deals',
        header: t('forecasts.columns.deals'),
        kind: 'number',
        isHiddenAtFirst: true,
        width: 80,
        value: (row) => row.sold?.deals ?? null,
        missing: t('forecasts.notSold')
      },
      {
        key: 'from',
        header: t('forecasts.columns.from'),
        kind: 'text',
        width: 150,
        value: (row) => {
          const sources = row.point?.sourceKeys ?? []
          const [first = '', second = ''] = sources
          if (sources.length === 2)
            return t('forecasts.sources.ends', { from: words.period(first), to: words.period(second) })
          if (sources.length > 2) return t('forecasts.sources.all', { count: sources.length })
          return sources.length === 1 ? words.period(first) : null
        },
        missing: t('forecasts.notForecast')
      }
    ]
  }, [t, format, words, draft])
  const { total } = draft
  return (
    <DataTable
      label={t('forecasts.table')}
      layoutName="forecast"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      height="auto"
      search={false}
      exportName="forecast"
      totals={t('forecasts.total', { span: words.span(total.fromKey, total.toKey) })}
      rowTone={(row) => (row.point ? undefined : 'muted')}
    />
  )
}
