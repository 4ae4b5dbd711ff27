// A budget by month or quarter: bookings, each line, and what is left.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import type { CaseBase } from '#shared/forecasts/case-types.ts'
import type { BudgetTotals } from '#shared/forecasts/cases/index.ts'
import { sum } from '#shared/math/sum.ts'
import { periodOf } from '#shared/units/period.ts'
import type { ToolWords } from './use-tool-words.ts'

interface PeriodRow {
  readonly key: string
  /** Places of its months in the year. */
  readonly months: readonly number[]
}

interface BudgetPeriodsProps {
  readonly base: CaseBase
  readonly heads: readonly number[]
  readonly totals: BudgetTotals
  readonly grain: 'month' | 'quarter'
  readonly words: ToolWords
}

export function BudgetPeriods({ base, heads, totals, grain, words }: BudgetPeriodsProps) {
  const { t } = useText()
  const { calendar } = useSession().settings
  const { currency } = base
  const rows = useMemo((): PeriodRow[] => {
    const months = new Map<string, number[]>()
    base.months.forEach((month, at) => {
      const key = grain === 'month' ? month.periodKey : periodOf(month.startsOn, 'quarter', calendar).key
      months.set(key, [...(months.get(key) ?? []), at])
    })
    return [...months].map(([key, places]) => ({ key, months: places }))
  }, [base, grain, calendar])
  const columns = useMemo((): Column<PeriodRow>[] => {
    const of = (row: PeriodRow, monthsMinor: readonly number[]) => sum(row.months.map((at) => monthsMinor[at] ?? 0))
    const money = (key: string, header: string, monthsMinor: readonly number[]): Column<PeriodRow> => ({
      key,
      header,
      kind: 'money',
      currency,
      width: 108,
      value: (row) => of(row, monthsMinor),
      total: 'sum'
    })
    const left = totals.bookingsMinor.map((minor, at) => minor - (totals.totalByMonthMinor[at] ?? 0))
    const noBookings = t('forecasts.cases.tools.budget.noBookings')
    return [
      {
        key: 'period',
        header: t('forecasts.cases.tools.budget.period'),
        kind: 'custom',
        width: 110,
        value: (row) => row.key,
        text: (row) => words.period(row.key),
        render: (row) => words.period(row.key)
      },
      {
        key: 'sellers',
        header: t('forecasts.cases.tools.budget.sellers'),
        hint: t('forecasts.cases.tools.budget.sellersHint'),
        kind: 'number',
        digits: 1,
        width: 80,
        value: (row) => of(row, heads) / row.months.length
      },
      money('bookings', t('forecasts.cases.tools.budget.bookings'), totals.bookingsMinor),
      ...totals.lines.map((line, at) => money(`line ${at}`, line.name, line.monthsMinor)),
      money('costs', t('forecasts.cases.tools.budget.costsOf'), totals.totalByMonthMinor),
      money('left', t('forecasts.cases.tools.budget.left'), left),
      {
        key: 'ratio',
        header: t('forecasts.cases.tools.budget.ratio'),
        kind: 'percent',
        digits: 1,
        width: 96,
        value: (row) => {
          const bookings = of(row, totals.bookingsMinor)
          return bookings > 0 ? of(row, totals.totalByMonthMinor) / bookings : null
        },
        missing: noBookings,
        total: () => <Percent ratio={totals.ofBookingsRatio} digits={1} reason={noBookings} />
      }
    ]
  }, [t, words, currency, heads, totals])
  return (
    <DataTable
      label={t('forecasts.cases.tools.budget.byPeriod')}
      layoutName="case-budget"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      height="auto"
      search={false}
      totals={t('forecasts.cases.tools.budget.year')}
      exportName="case-budget"
    />
  )
}
