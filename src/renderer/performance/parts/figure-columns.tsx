// The columns that sellers and teams share: quota, booked, attainment, pace, win rate, average deal.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import type { Column } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import type { Board, BoardFigures, KpiId } from '#shared/performance/types.ts'

/** An attainment with its bar; amber where it is behind what was due. */
export function AttainmentCell({ figures }: { readonly figures: BoardFigures }) {
  const { t } = useText()
  const { attainment } = figures.kpis
  if (attainment.value === null) return <Missing reason={t(`performance.missing.${attainment.missing ?? 'noQuota'}`)} />
  return (
    <Bar ratio={attainment.value} max={1.2} tone={figures.pace.state === 'behind' ? 'amber' : 'accent'} width={48}>
      <Percent ratio={attainment.value} />
    </Bar>
  )
}

/** A rate with its n, its interval on hover, and the word that a small n tells nothing. */
export function WinRateCell({ figures }: { readonly figures: BoardFigures }) {
  const { t } = useText()
  const format = useFormat()
  const { winRate } = figures.kpis
  if (winRate.value === null) return <Missing reason={t(`performance.missing.${winRate.missing ?? 'nothingClosed'}`)} />
  const words =
    winRate.interval === null
      ? ''
      : t('performance.detail.winRate', {
          won: format.number(winRate.numerator),
          n: format.number(winRate.n ?? 0),
          low: format.percent(winRate.interval.low),
          high: format.percent(winRate.interval.high)
        })
  return (
    <span title={winRate.isSmall ? `${words} ${t('performance.detail.few')}` : words}>
      <Percent ratio={winRate.value} n={winRate.n ?? undefined} />
    </span>
  )
}

export function useFigureColumns<Row extends BoardFigures>(board: Board): Column<Row>[] {
  const { t } = useText()
  return useMemo(() => {
    const { currency, total } = board
    const kpi = (id: KpiId) => (row: Row) => row.kpis[id].value
    const why = (id: KpiId) => (row: Row) => t(`performance.missing.${row.kpis[id].missing ?? 'noDealsEver'}`)
    return [
      {
        key: 'quota',
        header: t('performance.columns.quota'),
        kind: 'money',
        currency,
        width: 92,
        value: (row) => row.facts.quotaMinor,
        missing: t('performance.missing.noQuota'),
        total: () => <Money minor={total.facts.quotaMinor} currency={currency} isBare />
      },
      {
        key: 'booked',
        header: t('performance.columns.booked'),
        kind: 'money',
        currency,
        width: 92,
        value: kpi('bookings'),
        missing: why('bookings'),
        total: () => <Money minor={total.facts.wonMinor} currency={currency} isBare />
      },
      {
        key: 'attainment',
        header: t('performance.columns.attainment'),
        kind: 'percent',
        width: 114,
        align: 'left',
        value: kpi('attainment'),
        render: (row) => <AttainmentCell figures={row} />,
        total: () => <AttainmentCell figures={total} />
      },
      {
        key: 'ahead',
        header: t('performance.columns.ahead'),
        hint: t('performance.columns.aheadHint'),
        kind: 'money',
        currency,
        isSigned: true,
        width: 100,
        value: (row) => (row.pace.state === 'notBegun' ? null : row.pace.aheadMinor),
        missing: (row) =>
          t(row.pace.state === 'notBegun' ? 'performance.missing.notBegun' : 'performance.missing.pace'),
        total: () => <Money minor={total.pace.aheadMinor} currency={currency} isBare isSigned />
      },
      {
        key: 'perWeek',
        header: t('performance.columns.perWeek'),
        hint: t('performance.columns.perWeekHint'),
        kind: 'money',
        currency,
        width: 86,
        value: (row) => row.pace.perWeekMinor,
        missing: t('performance.missing.perWeek'),
        total: () => <Money minor={total.pace.perWeekMinor} currency={currency} isBare />
      },
      {
        key: 'won',
        header: t('performance.columns.won'),
        kind: 'number',
        width: 64,
        value: kpi('dealsWon'),
        missing: why('dealsWon'),
        total: () => total.facts.wonDeals
      },
      {
        key: 'winRate',
        header: t('performance.columns.winRate'),
        hint: t('performance.columns.winRateHint'),
        kind: 'percent',
        width: 104,
        value: kpi('winRate'),
        render: (row) => <WinRateCell figures={row} />,
        total: () => <WinRateCell figures={total} />
      },
      {
        key: 'averageDeal',
        header: t('performance.columns.averageDeal'),
        kind: 'money',
        currency,
        width: 92,
        value: kpi('averageDeal'),
        missing: why('averageDeal'),
        total: () => <Money minor={total.kpis.averageDeal.value} currency={currency} isBare />
      }
    ]
  }, [board, t])
}
